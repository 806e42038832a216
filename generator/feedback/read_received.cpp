#include "feedback/read_received.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
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
      if (const auto day = read(row)) result.push_back(*day);
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
    if (!column) diagnostics_.error(table_.origin, "received_column_missing", {{"column", name}});
  }

  static Cell cell(const std::vector<Cell>& row, const std::optional<std::size_t>& column) {
    return column && *column < row.size() ? row[*column] : Cell{"", row.front().origin};
  }

  std::optional<ReceivedDay> read(const std::vector<Cell>& row) {
    const Cell name = cell(row, district_);
    const auto district = returns::index_of_district(circular_, thai::normalise(name.value));
    if (!district) {
      diagnostics_.error(
          name.origin, name.value.empty() ? "district_missing" : "results_district_unknown",
          name.value.empty() ? MessageArguments{} : MessageArguments{{"name", name.value}});
    }
    const Cell when = cell(row, day_);
    const auto date = written(when);
    if (date && !date->day) {
      diagnostics_.error(when.origin, "received_not_day", {{"found", when.value}});
    }
    ReceivedDay result;
    result.attachment = number(cell(row, attachment_));
    result.round = number(cell(row, round_));
    const Cell month = cell(row, month_);
    if (const auto of = month.value.empty() ? std::nullopt : written(month)) {
      result.month = of->month;
    }
    if (!district || !date || !date->day) return std::nullopt;
    result.district = *district;
    result.day = *date->date();
    return result;
  }

  std::optional<WrittenDate> written(const Cell& cell) {
    const auto read = thai::parse_date(cell.value);
    if (const auto* date = std::get_if<WrittenDate>(&read)) return *date;
    const auto& problem = std::get<Message>(read);
    diagnostics_.error(cell.origin, problem.id, problem.arguments);
    return std::nullopt;
  }

  std::optional<int> number(const Cell& cell) {
    if (cell.value.empty()) return std::nullopt;
    const auto decimal = thai::plain_decimal(cell.value);
    const auto integer = decimal ? Number::parse(*decimal)->to_int64() : std::nullopt;
    if (integer && *integer > 0 && *integer < 1000) return static_cast<int>(*integer);
    diagnostics_.error(cell.origin, "received_not_number", {{"found", cell.value}});
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
