#include "consolidation/rows_csv.hpp"

#include <string_view>
#include <variant>
#include <vector>

#include "thai/encoding.hpp"
#include "thai/names.hpp"

namespace chiwat::consolidation {
namespace {

using form::FormColumn;
using form::FormDraft;

constexpr int kDecimals = 10;  // of a number that no decimals write exactly

std::string quoted(std::string text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string result = "\"";
  for (const char c : text) result.append(c == '"' ? 2 : 1, c);
  return result += '"';
}

// "=1+1" and "@x" are what people typed, and must stay it; "-" and "+66 81 234 5678" are harmless.
std::string harmless(const std::string& text) {
  constexpr std::string_view kBeginnings = "=+-@\t\r";
  if (text.empty() || kBeginnings.find(text[0]) == std::string::npos) return text;
  const bool is_plain = text.find_first_not_of("+-0123456789 .,") == std::string::npos;
  return is_plain ? text : "'" + text;
}

std::string padded(unsigned number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string written(const document::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return quoted(harmless(*text));
  if (const auto* number = std::get_if<Number>(&value)) {
    return number->decimals() ? number->to_string() : number->to_fixed(kDecimals);
  }
  if (const auto* date = std::get_if<Date>(&value)) {
    return std::to_string(static_cast<int>(date->year())) + "-" +
           padded(static_cast<unsigned>(date->month())) + "-" +
           padded(static_cast<unsigned>(date->day()));
  }
  return "";
}

// The headings above each column, from the top down.
std::vector<std::string> headings(const FormDraft& draft) {
  std::vector<std::string> result(draft.form->columns.size());
  for (std::size_t i = 0; i < draft.text.grid.cells.size(); ++i) {
    const form::HeadingCell& cell = draft.text.grid.cells[i];
    for (int k = 0; k < cell.columns; ++k) {
      std::string& text = result[static_cast<std::size_t>(cell.column + k)];
      text += (text.empty() ? "" : " ") + draft.text.headings[i];
    }
  }
  return result;
}

bool is_computed(const FormColumn& column) {
  return std::holds_alternative<formula::Operand>(column.source) ||
         std::holds_alternative<form::Gathered>(column.source) ||
         std::holds_alternative<form::Collected>(column.source) ||
         std::holds_alternative<form::Accumulates>(column.source);
}

}  // namespace

std::string rows_csv(const FormDraft& draft, form::FormNumbers& numbers,
                     const thai::Catalogue& words) {
  std::string result(thai::kByteOrderMark);
  const auto texts = headings(draft);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (draft.form->columns[i].in_rows) result += quoted(texts[i]) + ",";
  }
  result += quoted(words.text({"collected_problem", {}})) + "\r\n";
  for (std::size_t row = 0; row < draft.rows.size(); ++row) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const FormColumn& column = draft.form->columns[i];
      if (!column.in_rows) continue;
      result += is_computed(column) ? written(numbers.cell(draft, row, i))
                                    : written(draft.rows[row].known[i]);
      result += ',';
    }
    std::string problems;
    for (const auto& [column, fault] : draft.rows[row].faults) {
      problems += (problems.empty() ? "" : "; ") + texts[column] + ": " + fault;
    }
    result += quoted(thai::normalise(problems)) + "\r\n";
  }
  return result;
}

}  // namespace chiwat::consolidation
