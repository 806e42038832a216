#include "model/registry_cells.hpp"

#include <string_view>

#include "thai/digits.hpp"
#include "thai/names.hpp"

namespace chiwat::model {
namespace {

// Whether a spreadsheet has shortened a long number, as in 1.23E+11: its digits are lost.
bool is_rounded_number(const std::string& code) {
  const std::size_t exponent = code.find_first_of("Ee");
  if (exponent == 0 || exponent == std::string::npos) return false;
  const auto consists_of = [](std::string_view text, std::string_view characters) {
    return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
  };
  const std::string_view whole = code;
  const std::string_view power = whole.substr(exponent + 1);
  return consists_of(whole.substr(0, exponent), "0123456789.,") && power.starts_with('+') &&
         consists_of(power.substr(1), "0123456789");
}

}  // namespace

Text CellReader::text(const Row& row, std::optional<std::size_t> column) {
  if (!column) return {};
  if (*column >= row.size()) return cell_of(row, *column);
  const Text& cell = row[*column];
  LastText& last = last_texts_[*column];
  if (cell.value != last.typed) {
    last.typed = cell.value;
    last.normal = thai::normalise(cell.value);
  }
  Text text{last.normal, cell.origin};
  reader_.cut_plain(text);
  return text;
}

Text CellReader::digits(const Row& row, std::optional<std::size_t> column) {
  Text text = this->text(row, column);
  text.value = thai::to_arabic(text.value);
  return text;
}

Text CellReader::required_text(const Row& row, std::size_t column) {
  Text text = this->text(row, column);
  if (text.value.empty()) {
    reader_.diagnostics.error(text.origin, "registry_cell_missing", {{"column", heading(column)}});
  }
  return text;
}

Text CellReader::code(const Row& row, std::size_t column) {
  Text code = required_text(row, column);
  code.value = thai::to_arabic(code.value);
  if (is_rounded_number(code.value)) {
    reader_.diagnostics.error(code.origin, "registry_code_rounded", {{"found", code.value}})
        .hint("registry_text_column");
  }
  return code;
}

std::optional<Number> CellReader::amount(const Row& row, std::optional<std::size_t> column) {
  const Text text = this->text(row, column);
  if (text.value.empty()) return std::nullopt;
  Diagnostics& diagnostics = reader_.diagnostics;
  const auto decimal = thai::plain_decimal(text.value);
  if (!decimal) {
    diagnostics.error(text.origin, "registry_amount",
                      {{"found", text.value}, {"column", heading(*column)}});
    return std::nullopt;
  }
  if (!Number::spreadsheets_keep(*decimal)) {
    diagnostics.error(text.origin, "number_too_long");
    return std::nullopt;
  }
  const Number amount = Number::parse(*decimal).value();
  if (amount < 0) {
    diagnostics.error(text.origin, "registry_amount_negative", {{"column", heading(*column)}});
  }
  if (amount.decimals().value() > 2) {
    diagnostics.error(text.origin, "registry_amount_decimals", {{"column", heading(*column)}});
  }
  return amount;
}

bool CellReader::mark(const Row& row, std::optional<std::size_t> column) {
  const Text text = digits(row, column);
  if (!text.value.empty() && text.value != "1") {
    reader_.diagnostics.error(text.origin, "registry_mark",
                              {{"found", text.value}, {"column", heading(*column)}});
  }
  return text.value == "1";
}

}  // namespace chiwat::model
