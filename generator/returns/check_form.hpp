// What the checks of one form share. Private to this folder.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "base/diagnostics.hpp"
#include "model/circular.hpp"
#include "returns/reply.hpp"
#include "returns/shown_value.hpp"

namespace chiwat::returns {

// A form of a reply that is being checked.
struct CheckedForm {
  const model::Circular& circular;
  const Reply& reply;
  FilledForm& form;
  Diagnostics& diagnostics;

  const form::FormTemplate& own() const { return std::get<form::FormTemplate>(form.page->kind); }
  bool is_about(form::Each each) const { return own().rows.each == each; }
  Origin at(const FilledRow& row, std::size_t column) const {
    return reply.returned->at(*form.from, *row.from, column);
  }
  // The column that holds this; nothing when the form has none.
  std::optional<std::size_t> column_of(form::Known known) const;
  // What a row says in this column, as text; empty: nothing.
  std::string said(const FilledRow& row, form::Known known) const;
  // What people call a column: the words right above it.
  std::string heading(std::size_t column) const;
};

// Headings and columns altered, missing or added: warning returned_heading_altered {found,
// expected}, error returned_column_missing {column}, note returned_column_added {found}; and
// warning returned_old_version {found, expected}.
void check_headings(const CheckedForm& checked);
// Each cell by itself: lists, telephones, dates, formulas, numbers written as words.
void check_cells(const CheckedForm& checked);
// Rows: what is missing in them, what is there twice.
void check_rows(const CheckedForm& checked);
// Rows against the registry.
void check_registry(const CheckedForm& checked);
// Sums against their parts.
void check_sums(const Reply& reply, Diagnostics& diagnostics);

}  // namespace chiwat::returns
