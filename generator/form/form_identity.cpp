#include "form/form_identity.hpp"

#include <utility>

#include "form/form_formulas.hpp"

namespace chiwat::form {
namespace {

using document::cell_name;

constexpr int kFormat = 1;  // of the identity sheet

std::string number_text(int number) {
  return std::to_string(number);
}

std::vector<std::pair<std::string, std::string>> facts(const std::vector<FormDraft>& drafts,
                                                       const Occasion& occasion) {
  const model::Circular& circular = occasion.circular;
  std::vector<std::pair<std::string, std::string>> result{
      {"format", number_text(kFormat)},
      {"province", circular.province.value},
      {"fiscal_year", number_text(circular.fiscal_year.value)},
      {"letter", circular.letter.number ? circular.letter.number->value : ""},
      {"attachment", number_text(occasion.attachment.number.value)},
      {"district", occasion.district ? circular.districts[*occasion.district].value : ""},
      {"round", occasion.round ? number_text(circular.rounds[*occasion.round].number.value) : ""},
      {"month", occasion.months ? months_text(*occasion.months) : ""}};
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const std::string suffix = "_" + std::to_string(i + 1);
    result.emplace_back("form" + suffix, drafts[i].page->name.value);
    result.emplace_back("version" + suffix, number_text(drafts[i].page->version));
  }
  return result;
}

std::string area(const FormDraft& draft, int first, int last) {
  const auto columns = static_cast<int>(draft.form->columns.size());
  const std::string whole = column_range(draft, 0);
  return whole.substr(0, whole.rfind('!') + 1) + cell_name({first, 0}, true) + ":" +
         cell_name({last, columns - 1}, true);
}

void add_places(const FormDraft& draft, std::map<std::string, std::string>& names) {
  const std::string form = draft.identifier() + ".";
  names[form + "rows"] = area(draft, draft.place.first, draft.place.last);
  names[form + "headings"] = area(draft, draft.place.headings, draft.place.first - 1);
  if (draft.place.total >= 0) {
    names[form + "total"] = area(draft, draft.place.total, draft.place.total);
  }
  for (std::size_t i = 0; i < draft.form->columns.size(); ++i) {
    if (!draft.form->columns[i].in_rows) continue;
    names[form + "column." + draft.form->columns[i].name.value] = column_range(draft, i);
  }
}

std::string month_text(Month month) {
  const auto number = static_cast<unsigned>(month.month());
  return number_text(static_cast<int>(month.year()) + kBuddhistOffset) + "-" +
         (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::string months_text(const Period& months) {
  const std::string first = month_text(months.first);
  return months.first == months.last ? first : first + " - " + month_text(months.last);
}

void add_identity(const std::vector<FormDraft>& drafts, const Occasion& occasion,
                  document::Workbook& workbook) {
  document::Sheet sheet;
  sheet.name = kIdentitySheet;
  sheet.hidden = true;
  sheet.protection = document::Protection{};
  document::Style text;
  text.number_format = "@";
  int row = 0;
  std::string& properties = workbook.properties.keywords;
  properties += (properties.empty() ? "" : ", ") + std::string("chiwat");
  for (const auto& [name, value] : facts(drafts, occasion)) {
    if (!value.empty()) properties += " " + name + "=" + value;
    sheet.cells.put({row, 0}, {name, text, ""});
    sheet.cells.put({row, 1}, {value, text, ""});
    workbook.defined_names["chiwat." + name] =
        std::string("'") + kIdentitySheet + "'!" + cell_name({row, 1}, true);
    ++row;
  }
  for (const FormDraft& draft : drafts) add_places(draft, workbook.defined_names);
  workbook.sheets.push_back(std::move(sheet));
}

}  // namespace chiwat::form
