// A form on its way to a sheet: what it says, what is known in it, and in which rows it stands.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "form/form_rows.hpp"
#include "form/heading_grid.hpp"
#include "form/occasion.hpp"
#include "form/template.hpp"

namespace chiwat::form {

// Everything formatted, nothing placed yet.
struct FormText {
  std::string label;
  std::vector<std::string> titles;
  HeadingGrid grid;
  std::vector<std::string> headings;  // one for each cell of the grid
  std::optional<std::string> total;
  std::vector<std::string> checks;
  std::vector<std::string> notes;
  std::vector<std::vector<std::string>> signatures;
};

// The rows of the sheet, from 0, in the order they stand: label, titles, headings, the rows to fill
// in, total, checks, notes, an empty row, signatures.
struct FormPlace {
  int titles = 1;
  int headings = 0;
  int first = 0, last = 0;  // the rows to fill in
  int total = -1;           // -1: none
  int checks = 0;
  int notes = 0;
  int signatures = 0;
  int count = 0;
};

struct FormDraft {
  const Template* page = nullptr;
  const FormTemplate* form = nullptr;
  const model::Form* use = nullptr;
  thai::Digits digits = thai::Digits::thai;
  thai::Arguments placeholders;  // of its texts
  std::string sheet;
  FormText text;
  KnownRows rows;
  std::vector<std::vector<std::string>> choices;    // of each column: what may be chosen
  std::vector<std::optional<Number>> asked_totals;  // of columns whose total the circular knows
  FormPlace place;
  bool is_result = false;  // of rows that came back: nothing is to be filled in

  // The rows of a district, first and last; nothing when it has none. They stand together.
  std::optional<std::pair<std::size_t, std::size_t>> rows_of(
      std::optional<std::size_t> district) const;
  // The row for the item of a list with this code; nothing when there is none.
  std::optional<std::size_t> row_of_item(const std::string& code) const;
  std::vector<std::string> item_codes;  // of the rows, where they are for items

  // "readiness_survey": its name as part of a defined name.
  std::string identifier() const;
};

FormDraft form_draft(const Template& page, const model::Form& use, const Occasion& occasion);
// The same with rows that came back.
FormDraft form_draft(const Template& page, const model::Form& use, const Occasion& occasion,
                     KnownRows rows);

// The draft of the template of this name; null when there is none.
const FormDraft* find_draft(const std::vector<FormDraft>& drafts, const std::string& name);

}  // namespace chiwat::form
