// One workbook of a result: its forms as drafts, then as sheets.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.hpp"
#include "consolidation/batch.hpp"
#include "consolidation/consolidate.hpp"
#include "consolidation/district_rows.hpp"
#include "form/brought.hpp"
#include "form/form_draft.hpp"
#include "form/form_numbers.hpp"

namespace chiwat::consolidation {

// What the workbooks of one batch are made of.
struct BatchRows {
  Batch batch;
  RowsOfForms rows;
  // By form, of rows that are of one month only: which.
  std::map<std::string, std::vector<std::optional<Month>>> months;
  std::vector<std::string> notes;  // what is missing, under every form
};

class ResultBook {
 public:
  // All of these must outlive this.
  ResultBook(const Source& source, const form::Templates& templates, BatchRows& rows,
             const form::Brought& brought);
  ResultBook(const ResultBook&) = delete;
  ResultBook& operator=(const ResultBook&) = delete;

  // The rows of all districts, and the province's forms. Takes the rows, unless a district has a
  // workbook of its own.
  void add_province();
  // The forms of one district, as it would sign them.
  void add_district(std::size_t district);

  bool is_empty() const { return drafts_.empty(); }

  // What the columns that go on have reached in these forms.
  void add_reached(form::Brought& reached);
  // Its rows are made while it is written: this must outlive it.
  document::Workbook workbook(const std::string& file_name);
  // The forms with the rows of all districts as CSV, by the name of their sheet.
  std::vector<std::pair<std::string, std::string>> tables();

 private:
  form::Occasion occasion(std::optional<std::size_t> district) const;
  const form::Template& keep(form::Template page);
  std::vector<const model::Form*> uses() const;
  void add_result(const form::Template& page, const model::Form& use,
                  std::optional<std::size_t> district, std::vector<form::FormRow> rows);
  // `sheet`: its name; empty: that of the form.
  void add_collecting(const form::Template& page, const model::Form& use, const std::string& sheet);
  bool has_district_books() const;
  std::vector<form::FormRow> fitted(const form::Template& page, const model::Form& use);
  void go_on(const form::FormTemplate& form, const model::Form& use, form::FormRow& row) const;
  bool is_consolidated(const form::FormDraft& draft) const;
  std::string free_sheet(const std::string& name) const;

  const Source& source_;
  const form::Templates& templates_;
  BatchRows& rows_;
  const form::Brought& brought_;
  const thai::Digits digits_;
  std::optional<std::size_t> district_;
  std::deque<form::Template> pages_;
  std::vector<form::FormDraft> drafts_;
  form::FormNumbers numbers_{drafts_};  // asked when all drafts are there
};

}  // namespace chiwat::consolidation
