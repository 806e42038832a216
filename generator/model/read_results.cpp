// The rows of a table of results, put together to what each round counts.
#include <algorithm>
#include <set>
#include <utility>
#include <variant>

#include "model/results_table.hpp"
#include "source/csv.hpp"
#include "thai/date.hpp"
#include "thai/names.hpp"

namespace chiwat::model {
namespace {

// A hostile or a wrong file makes no more work than this.
constexpr std::size_t kMostRows = 200'000;

class Gathering {
 public:
  Gathering(const Circular& circular, const source::Table& table, std::optional<int> only,
            Diagnostics& diagnostics)
      : circular_(circular),
        table_(table),
        only_(only),
        diagnostics_(diagnostics),
        columns_(find_result_columns(circular, table, diagnostics)) {}

  Results run() {
    Results results{table_.origin, {}};
    if (!columns_.district) return results;
    rows_ = read_result_rows(circular_, table_, columns_, diagnostics_);
    report_outside_months();
    for (const std::size_t round :
         rounds_of(circular_, table_, columns_, rows_, only_, diagnostics_)) {
      RoundResults gathered;
      gathered.round = round;
      gathered.reported = needed_results(circular_, circular_.rounds[round]);
      gathered.decimals.assign(gathered.reported.size(), 0);
      gathered.districts.resize(circular_.districts.size());
      if (has_columns(gathered)) gather(gathered);
      results.rounds.push_back(std::move(gathered));
    }
    return results;
  }

 private:
  bool has_columns(const RoundResults& gathered) {
    const auto absent = missing_results(circular_, gathered.round, columns_);
    std::vector<std::string> headings;
    std::string known;
    for (const auto& cell : table_.header) {
      headings.push_back(thai::normalise(cell.value));
      known += (known.empty() ? "" : ", ") + cell.value;
    }
    for (const std::size_t i : absent) {
      const std::string& label = label_of(circular_.quantities[i]);
      if (!told_missing_.insert(i).second) continue;
      Diagnostic& diagnostic =
          diagnostics_.error(table_.header.front().origin, "results_column_missing",
                             {{"column", label}, {"known", known}});
      if (const auto near = thai::closest(label, headings)) {
        diagnostic.hint("hint_did_you_mean", {{"name", *near}});
      }
    }
    return absent.empty();
  }

  // --- The rows ---

  void report_outside_months() {
    if (!columns_.month) return;
    const Period year = fiscal_year(circular_.fiscal_year.value);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      ResultRow& row = rows_[i];
      if (!row.month) continue;
      const Period& allowed = row.round ? circular_.rounds[*row.round].counts.value : year;
      if (is_in(allowed, *row.month)) continue;
      diagnostics_.error(cell_of(table_.rows[i], *columns_.month).origin, "results_month_outside",
                         {{"month", thai::format_month(*row.month, thai::Digits::arabic)},
                          {"whole", thai::format_period(allowed, thai::Digits::arabic)}});
      row.month.reset();
    }
  }

  bool counts(const ResultRow& row, std::size_t round) const {
    if (columns_.month) {
      return row.month && is_in(circular_.rounds[round].counts.value, *row.month);
    }
    return !columns_.round || row.round == round;
  }

  void gather(RoundResults& gathered) {
    std::map<std::pair<std::size_t, std::optional<Month>>, Origin> seen;
    for (const ResultRow& row : rows_) {
      if (!row.district || !counts(row, gathered.round)) continue;
      const auto [first, is_new] = seen.emplace(std::pair(*row.district, row.month), row.origin);
      if (!is_new) {
        if (!told_twice_.insert(row.origin.line).second) continue;
        diagnostics_
            .error(row.origin, "results_twice",
                   {{"district", circular_.districts[*row.district].value}})
            .note(first->second, "first_here");
        continue;
      }
      add(row, gathered);
    }
    if (columns_.month) finish_months(gathered);
  }

  // A district that is listed and has nothing beside its name has handed nothing in.
  bool is_blank(const ResultRow& row, const RoundResults& gathered) const {
    bool any_number = false;
    const bool blank = std::ranges::all_of(gathered.reported, [&](std::size_t i) {
      any_number = any_number || !circular_.quantities[i].is_truth;
      return row.cells.at(i).value.empty();
    });
    return blank && any_number;
  }

  void add(const ResultRow& row, RoundResults& gathered) {
    if (is_blank(row, gathered)) return;
    std::vector<formula::Value> values;
    for (std::size_t i = 0; i < gathered.reported.size(); ++i) {
      values.push_back(value(row, gathered.reported[i], gathered.decimals[i]));
    }
    auto& district = gathered.districts[*row.district];
    if (!district) {
      district = DistrictResults{values, row.origin};
    } else {
      merge(gathered, district->values, values);
    }
    if (row.month) {
      const auto [month, is_new] = months_[gathered.round].emplace(*row.month, values);
      if (!is_new) merge(gathered, month->second, values);
      reported_months_[gathered.round][*row.district].insert(*row.month);
    }
  }

  // Each cell is read once, however many rounds count it.
  formula::Value value(const ResultRow& row, std::size_t index, int& decimals) {
    const Quantity& quantity = circular_.quantities[index];
    const Located<std::string>& cell = row.cells.at(index);
    const auto place = std::pair(row.origin.line, index);
    auto known = read_.find(place);
    if (known == read_.end()) {
      const int before = diagnostics_.error_count();
      const auto read = read_result(quantity, cell, diagnostics_);
      if (!read && diagnostics_.error_count() == before) {
        diagnostics_.error(cell.origin, "results_missing_value", {{"column", label_of(quantity)}});
      }
      const formula::Value none = quantity.is_truth ? formula::Value(false) : Number(0);
      known = read_.emplace(place, read.value_or(none)).first;
    }
    if (const auto* number = std::get_if<Number>(&known->second)) {
      decimals = std::max(decimals, number->decimals().value_or(0));
      if (quantity.unit && quantity.unit->value == "บาท") decimals = std::max(decimals, 2);
    }
    return known->second;
  }

  void merge(const RoundResults& gathered, std::vector<formula::Value>& into,
             const std::vector<formula::Value>& more) const {
    for (std::size_t i = 0; i < into.size(); ++i) {
      into[i] = together(circular_.quantities[gathered.reported[i]], into[i], more[i]);
    }
  }

  void finish_months(RoundResults& gathered) {
    const auto& months = months_[gathered.round];
    if (months.empty()) return;
    const Month first = circular_.rounds[gathered.round].counts.value.first;
    const Month last = months.rbegin()->first;
    std::vector<formula::Value> nothing;
    for (const std::size_t i : gathered.reported) {
      nothing.push_back(circular_.quantities[i].is_truth ? formula::Value(false) : Number(0));
    }
    for (Month month = first; month <= last; month += std::chrono::months(1)) {
      const auto found = months.find(month);
      gathered.months.push_back({month, found == months.end() ? nothing : found->second});
    }
    for (const auto& [district, reported] : reported_months_[gathered.round]) {
      warn_of_months(gathered, district, reported);
    }
  }

  void warn_of_months(const RoundResults& gathered, std::size_t district,
                      const std::set<Month>& reported) {
    std::string absent;
    for (const MonthResults& month : gathered.months) {
      if (reported.contains(month.month)) continue;
      absent +=
          (absent.empty() ? "" : ", ") + thai::format_month(month.month, thai::Digits::arabic);
    }
    if (absent.empty()) return;
    diagnostics_.warning(gathered.districts[district]->origin, "results_months_missing",
                         {{"district", circular_.districts[district].value},
                          {"round", std::to_string(circular_.rounds[gathered.round].number.value)},
                          {"months", absent}});
  }

  const Circular& circular_;
  const source::Table& table_;
  const std::optional<int> only_;
  Diagnostics& diagnostics_;
  const ResultColumns columns_;
  std::vector<ResultRow> rows_;
  std::set<std::size_t> told_missing_;
  std::set<int> told_twice_;
  std::map<std::pair<int, std::size_t>, formula::Value> read_;  // by line and quantity
  std::map<std::size_t, std::map<Month, std::vector<formula::Value>>> months_;  // by round
  std::map<std::size_t, std::map<std::size_t, std::set<Month>>> reported_months_;
};

}  // namespace

formula::Value together(const Quantity& quantity, const formula::Value& a,
                        const formula::Value& b) {
  if (quantity.is_truth) return std::get<bool>(a) || std::get<bool>(b);
  const Number& left = std::get<Number>(a);
  const Number& right = std::get<Number>(b);
  return quantity.adds_up ? left + right : std::max(left, right);
}

std::optional<Results> read_results(const std::string& path, const source::Files& files,
                                    source::Texts& texts, const Circular& circular,
                                    std::optional<int> only, Diagnostics& diagnostics) {
  const Origin file(path, 0, 0);
  const int before = diagnostics.error_count();
  const bool can_score = can_be_scored(circular, only, file, diagnostics);
  const auto bytes = files.read(path);
  if (!bytes) diagnostics.error(file, "file_unreadable", {{"file", path}});
  if (!bytes || !can_score) return std::nullopt;
  const auto table = source::read_csv(path, *bytes, texts, diagnostics);
  if (!table) return std::nullopt;
  if (table->rows.empty()) diagnostics.error(table->origin, "table_no_rows");
  if (table->rows.size() > kMostRows) {
    diagnostics.error(table->rows[kMostRows].front().origin, "results_too_many_rows",
                      {{"most", std::to_string(kMostRows)}});
    return std::nullopt;
  }
  Results results = Gathering(circular, *table, only, diagnostics).run();
  if (diagnostics.error_count() > before) return std::nullopt;
  if (results.rounds.empty()) {
    diagnostics.error(file, "results_without_rows");
    return std::nullopt;
  }
  return results;
}

}  // namespace chiwat::model
