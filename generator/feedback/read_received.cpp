#include "feedback/read_received.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <tuple>
#include <variant>

#include "source/csv.hpp"
#include "thai/date.hpp"
#include "thai/digits.hpp"
#include "thai/names.hpp"

namespace chiwat::feedback {
namespace {

using Cell = Located<std::string>;

class Days {
 public:
  Days(const source::Table& table, const model::Circular& circular, Diagnostics& diagnostics)
      : table_(table),
        circular_(circular),
        diagnostics_(diagnostics),
        district_(column({"อำเภอ", "district"})),
        day_(column({"วันที่ได้รับ", "วันที่รับ", "received"})),
        attachment_(column({"สิ่งที่ส่งมาด้วย", "attachment"})),
        month_(column({"เดือน", "month"})),
        round_(column({"รอบ", "รอบที่", "round"})) {}

  std::vector<ReceivedDay> all() {
    require(district_, "อำเภอ");
    require(day_, "วันที่ได้รับ");
    std::vector<ReceivedDay> result;
    if (!district_ || !day_) return result;
    for (const auto& row : table_.rows) {
      const auto day = read(row);
      if (day && !is_told(*day, result)) result.push_back(*day);
    }
    return result;
  }

 private:
  std::optional<std::size_t> column(std::initializer_list<const char*> names) const {
    for (std::size_t i = 0; i < table_.header.size(); ++i) {
      const std::string heading = thai::normalise(table_.header[i].value);
      if (std::ranges::any_of(names, [&](const char* name) { return heading == name; })) return i;
    }
    return std::nullopt;
  }

  void require(const std::optional<std::size_t>& column, const char* name) {
    if (!column)
      diagnostics_.error(table_.header.front().origin, "received_column_missing",
                         {{"column", name}});
  }

  // Whether a row before this one is about the same; with another day, one of them is a mistake.
  bool is_told(const ReceivedDay& day, const std::vector<ReceivedDay>& before) {
    const auto same = std::ranges::find_if(before, [&](const ReceivedDay& other) {
      return std::tie(other.district, other.attachment, other.month, other.round) ==
             std::tie(day.district, day.attachment, day.month, day.round);
    });
    if (same == before.end()) return false;
    if (same->day != day.day) {
      diagnostics_
          .error(day.origin, "received_twice",
                 {{"district", circular_.districts[day.district].value}})
          .note(same->origin, "first_here");
    }
    return true;
  }

  static Cell cell(const std::vector<Cell>& row, const std::optional<std::size_t>& column) {
    return column && *column < row.size() ? row[*column] : Cell{"", row.front().origin};
  }

  std::optional<ReceivedDay> read(const std::vector<Cell>& row) {
    const auto district = read_district(cell(row, district_));
    const Cell when = cell(row, day_);
    const auto date = written(when);
    if (date && !date->day) {
      diagnostics_.error(when.origin, "received_not_day", {{"found", when.value}});
    }
    ReceivedDay result;
    result.origin = row.front().origin;
    result.attachment = number(cell(row, attachment_), attachments());
    result.round = number(cell(row, round_), rounds());
    result.month = read_month(cell(row, month_));
    if (!district || !date || !date->day) return std::nullopt;
    result.district = *district;
    result.day = *date->date();
    return result;
  }

  std::optional<std::size_t> read_district(const Cell& cell) {
    if (cell.value.empty()) {
      diagnostics_.error(cell.origin, "district_missing");
      return std::nullopt;
    }
    const auto district = returns::index_of_district(circular_, cell.value);
    if (district) return district;
    std::vector<std::string> names;
    for (const model::Text& each : circular_.districts) names.push_back(each.value);
    Diagnostic& diagnostic =
        diagnostics_.error(cell.origin, "results_district_unknown", {{"name", cell.value}});
    if (const auto near = thai::closest(thai::bare_district(cell.value), names)) {
      diagnostic.hint("hint_did_you_mean", {{"name", *near}});
    }
    return std::nullopt;
  }

  std::optional<Month> read_month(const Cell& cell) {
    const auto month = cell.value.empty() ? std::nullopt : written(cell);
    if (!month) return std::nullopt;
    const Period year = fiscal_year(circular_.fiscal_year.value);
    if (!holds(year, month->month)) {
      diagnostics_.error(
          cell.origin, "returned_date_outside",
          {{"found", cell.value}, {"expected", thai::format_period(year, thai::Digits::arabic)}});
    }
    return month->month;
  }

  std::vector<int> attachments() const {
    std::vector<int> numbers;
    for (const model::Attachment& each : circular_.attachments) {
      numbers.push_back(each.number.value);
    }
    return numbers;
  }

  std::vector<int> rounds() const {
    std::vector<int> numbers;
    for (const model::Round& each : circular_.rounds) numbers.push_back(each.number.value);
    return numbers;
  }

  std::optional<WrittenDate> written(const Cell& cell) {
    const auto read = thai::parse_date(cell.value);
    if (const auto* date = std::get_if<WrittenDate>(&read)) return *date;
    const auto& problem = std::get<Message>(read);
    diagnostics_.error(cell.origin, problem.id, problem.arguments);
    return std::nullopt;
  }

  // One of the numbers that the circular has.
  std::optional<int> number(const Cell& cell, const std::vector<int>& known) {
    if (cell.value.empty()) return std::nullopt;
    const auto decimal = thai::plain_decimal(cell.value, {});
    const auto found = std::ranges::find_if(
        known, [&](int each) { return decimal && Number::parse(*decimal) == Number(each); });
    if (found != known.end()) return *found;
    std::string all;
    for (const int each : known) all += (all.empty() ? "" : ", ") + std::to_string(each);
    diagnostics_.error(cell.origin, "received_not_number", {{"found", cell.value}, {"known", all}});
    return std::nullopt;
  }

  const source::Table& table_;
  const model::Circular& circular_;
  Diagnostics& diagnostics_;
  const std::optional<std::size_t> district_, day_, attachment_, month_, round_;
};

}  // namespace

std::vector<ReceivedDay> read_received(const std::string& path, std::string_view bytes,
                                       source::Texts& texts, const model::Circular& circular,
                                       Diagnostics& diagnostics) {
  const auto table = source::read_csv(path, bytes, texts, diagnostics);
  return table ? Days(*table, circular, diagnostics).all() : std::vector<ReceivedDay>();
}

}  // namespace chiwat::feedback
