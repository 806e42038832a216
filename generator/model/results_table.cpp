#include "model/results_table.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <variant>

#include "model/counted.hpp"
#include "thai/date.hpp"
#include "thai/digits.hpp"
#include "thai/names.hpp"

namespace chiwat::model {
namespace {

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string known_headings(const source::Table& table) {
  std::string known;
  for (const auto& cell : table.header) known += (known.empty() ? "" : ", ") + cell.value;
  return known;
}

// Keeps where a column is; a second one under the same meaning is reported.
class Finder {
 public:
  Finder(const source::Table& table, Diagnostics& diagnostics)
      : table_(table), diagnostics_(diagnostics) {}

  void keep(std::size_t column, std::optional<std::size_t>& place) {
    if (place) {
      diagnostics_
          .error(table_.header[column].origin, "table_column_twice",
                 {{"column", table_.header[column].value}})
          .note(table_.header[*place].origin, "first_here");
    } else {
      place = column;
    }
  }

 private:
  const source::Table& table_;
  Diagnostics& diagnostics_;
};

std::optional<std::size_t> find_result(const Circular& circular, const std::string& heading) {
  for (std::size_t i = 0; i < circular.quantities.size(); ++i) {
    const Quantity& quantity = circular.quantities[i];
    if (quantity.definition) continue;
    if (heading == quantity.name.value ||
        (quantity.label && heading == thai::normalise(quantity.label->value))) {
      return i;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> find_round(const Circular& circular, std::string text) {
  text = thai::to_arabic(text);
  for (const std::string_view word : {"รอบการประเมินที่", "รอบที่", "รอบ"}) {
    if (text.starts_with(word)) text = thai::normalise(text.substr(word.size()));
  }
  for (std::size_t i = 0; i < circular.rounds.size(); ++i) {
    if (text == std::to_string(circular.rounds[i].number.value)) return i;
  }
  return std::nullopt;
}

class RowReader {
 public:
  RowReader(const Circular& circular, const ResultColumns& columns, Diagnostics& diagnostics)
      : circular_(circular),
        columns_(columns),
        diagnostics_(diagnostics),
        districts_(Vocabulary::of_districts(circular)) {}

  ResultRow read(const Row& row) {
    ResultRow result;
    result.origin = row.front().origin;
    result.district = district(cell_of(row, *columns_.district));
    if (columns_.round) result.round = round(cell_of(row, *columns_.round));
    if (columns_.month) result.month = month(cell_of(row, *columns_.month));
    for (const auto& [quantity, column] : columns_.results) {
      result.cells.emplace(quantity, cell_of(row, column));
    }
    return result;
  }

 private:
  std::optional<std::size_t> district(const Located<std::string>& cell) {
    const std::string name = thai::bare_district(cell.value);
    if (name.empty()) {
      diagnostics_.error(cell.origin, "district_missing");
      return std::nullopt;
    }
    const auto found = districts_.find(name);
    if (found || !districts_.is_news(name)) return found;
    Diagnostic& diagnostic =
        diagnostics_.error(cell.origin, "results_district_unknown", {{"name", cell.value}});
    if (const auto near = districts_.closest(name)) {
      diagnostic.hint("hint_did_you_mean", {{"name", *near}});
    }
    return std::nullopt;
  }

  std::optional<std::size_t> round(const Located<std::string>& cell) {
    const auto found = find_round(circular_, thai::normalise(cell.value));
    if (!found) {
      std::vector<std::size_t> all;
      for (std::size_t i = 0; i < circular_.rounds.size(); ++i) all.push_back(i);
      diagnostics_.error(cell.origin, "results_round_unknown",
                         {{"found", cell.value}, {"known", round_numbers(circular_, all)}});
    }
    return found;
  }

  std::optional<Month> month(const Located<std::string>& cell) {
    const auto parsed = thai::parse_date(cell.value);
    if (const auto* problem = std::get_if<Message>(&parsed)) {
      diagnostics_.error(cell.origin, problem->id, problem->arguments);
      return std::nullopt;
    }
    return std::get<WrittenDate>(parsed).month;
  }

  const Circular& circular_;
  const ResultColumns& columns_;
  Diagnostics& diagnostics_;
  Vocabulary districts_;
};

std::optional<formula::Value> read_evidence(const Quantity& quantity,
                                            const Located<std::string>& cell,
                                            Diagnostics& diagnostics) {
  const std::string word = thai::to_arabic(thai::normalise(cell.value));
  if (is_one_of(word, {"ใช่", "มี", "1", "yes", "y", "true", "TRUE", "ส่งแล้ว", "✓"})) return true;
  if (is_one_of(word, {"", "-", "ไม่", "ไม่ใช่", "ไม่มี", "0", "no", "n", "false", "FALSE", "ยังไม่ส่ง"})) {
    return false;
  }
  diagnostics.error(cell.origin, "results_not_yes_no",
                    {{"found", cell.value}, {"column", label_of(quantity)}});
  return std::nullopt;
}

}  // namespace

const std::string& label_of(const Quantity& quantity) {
  return quantity.label ? quantity.label->value : quantity.name.value;
}

std::string round_numbers(const Circular& circular, const std::vector<std::size_t>& rounds) {
  std::string numbers;
  for (const std::size_t round : rounds) {
    numbers += (numbers.empty() ? "" : ", ") + std::to_string(circular.rounds[round].number.value);
  }
  return numbers;
}

ResultColumns find_result_columns(const Circular& circular, const source::Table& table,
                                  Diagnostics& diagnostics) {
  ResultColumns columns;
  Finder finder(table, diagnostics);
  for (std::size_t i = 0; i < table.header.size(); ++i) {
    const std::string heading = thai::normalise(table.header[i].value);
    if (is_one_of(heading, {"อำเภอ", "district"})) {
      finder.keep(i, columns.district);
    } else if (is_one_of(heading, {"รอบ", "รอบที่", "รอบการประเมิน", "รอบการประเมินที่", "round"})) {
      finder.keep(i, columns.round);
    } else if (is_one_of(heading, {"เดือน", "month"})) {
      finder.keep(i, columns.month);
    } else if (const auto result = find_result(circular, heading)) {
      const auto known = columns.results.find(*result);
      std::optional<std::size_t> place;
      if (known != columns.results.end()) place = known->second;
      finder.keep(i, place);
      columns.results.emplace(*result, *place);
    }
  }
  if (!columns.district) {
    diagnostics.error(table.header.front().origin, "results_column_missing",
                      {{"column", "อำเภอ"}, {"known", known_headings(table)}});
  }
  return columns;
}

std::vector<ResultRow> read_result_rows(const Circular& circular, const source::Table& table,
                                        const ResultColumns& columns, Diagnostics& diagnostics) {
  RowReader reader(circular, columns, diagnostics);
  std::vector<ResultRow> rows;
  for (const Row& row : table.rows) rows.push_back(reader.read(row));
  return rows;
}

std::optional<formula::Value> read_result(const Quantity& quantity,
                                          const Located<std::string>& cell,
                                          Diagnostics& diagnostics) {
  if (quantity.is_truth) return read_evidence(quantity, cell, diagnostics);
  if (cell.value.empty()) return std::nullopt;
  const std::string unit = quantity.unit ? quantity.unit->value : "บาท";
  const auto decimal = thai::plain_decimal(cell.value, {&unit, 1});
  if (!decimal) {
    diagnostics.error(cell.origin, "results_not_number",
                      {{"found", cell.value}, {"column", label_of(quantity)}});
    return std::nullopt;
  }
  if (!Number::spreadsheets_keep(*decimal)) {
    diagnostics.error(cell.origin, "number_too_long");
    return std::nullopt;
  }
  const Number value = Number::parse(*decimal).value();
  if (value < Number(0)) {
    diagnostics.error(cell.origin, "results_negative", {{"column", label_of(quantity)}});
  } else if (is_counted(quantity) && !value.is_integer()) {
    diagnostics.warning(cell.origin, "results_fraction",
                        {{"found", cell.value}, {"column", label_of(quantity)}, {"unit", unit}});
  }
  return value;
}

}  // namespace chiwat::model
