#include "consolidation/consolidate.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "consolidation/batch.hpp"
#include "consolidation/months_together.hpp"
#include "consolidation/result_book.hpp"
#include "form/lay_out.hpp"
#include "form/quarterly.hpp"
#include "thai/date.hpp"
#include "thai/names.hpp"

namespace chiwat::consolidation {
namespace {

constexpr std::size_t kLongestName = 100;  // bytes of a sheet's name in that of a file

std::string listed(const std::vector<std::string>& names) {
  std::string result;
  for (const std::string& name : names) result += (result.empty() ? "" : ", ") + name;
  return result;
}

// The months of one attachment and round, one after the other.
class Consolidation {
 public:
  Consolidation(const Source& source, const std::function<void(ResultFile&&)>& write)
      : source_(source), write_(write), words_(source.problems.words()) {}

  // A round, a year or a quarter, which stands alone.
  void add_single(const Batch& batch) {
    const form::Templates templates =
        batch.months ? form::quarterly(source_.templates) : source_.templates;
    const auto months =
        batch.months ? form::months_file_name(source_.circular, *batch.months) : std::string();
    write(read(batch, templates), templates, {file_name(batch, "-รวม"), months});
  }

  void add_month(const Batch& batch) {
    BatchRows rows = read(batch, source_.templates);
    for (auto& [name, own] : rows.rows) {
      const auto& form = std::get<form::FormTemplate>(source_.templates.at(name).kind);
      MonthsTogether& together = together_.try_emplace(name, form).first->second;
      together.add(batch.months->first, own);
      if (goes_on(form)) add_forgotten(together, own);
    }
    write(std::move(rows), source_.templates, {file_name(batch, "-รวม"), months_text(batch)});
    months_.push_back(batch);
  }

  // Everything since October.
  void finish() {
    if (months_.empty()) return;
    BatchRows rows;
    rows.batch = months_.back();
    rows.batch.months->first = fiscal_year(source_.circular.fiscal_year.value).first;
    rows.batch.replies = replies_of_any_month();
    for (const auto& [name, together] : together_) {
      rows.rows[name] = together.rows(rows.months[name]);
    }
    rows.notes = missing_months(*rows.batch.months);
    brought_.clear();
    write(std::move(rows), source_.templates,
          {file_name(months_.back(), "-สะสม"), months_text(months_.back())});
  }

 private:
  // What files are called, and of which months they are; empty: of none in particular.
  struct Name {
    std::string stem, months;
    std::string file() const { return stem + (months.empty() ? "" : "-" + months); }
    std::string folder() const { return stem + (months.empty() ? "" : "/" + months); }
  };

  std::string months_text(const Batch& month) const {
    return form::months_file_name(source_.circular, *month.months);
  }

  static bool goes_on(const form::FormTemplate& form) {
    return std::ranges::any_of(form.columns, [](const form::FormColumn& column) {
      return std::holds_alternative<form::Accumulates>(column.source);
    });
  }

  // Who sold in an earlier month only is still in what has added up.
  static void add_forgotten(const MonthsTogether& together, std::vector<form::FormRow>& rows) {
    for (form::FormRow& row : together.not_among(rows)) rows.push_back(std::move(row));
    std::ranges::stable_sort(rows, {}, &form::FormRow::district);
  }

  BatchRows read(const Batch& batch, const form::Templates& templates) const {
    BatchRows result{batch, {}, {}, {}};
    result.rows = district_rows(batch, source_.circular, source_.plan, templates, source_.problems);
    const auto missing = missing_districts(batch, source_.circular);
    if (!missing.empty()) {
      result.notes.push_back(words_.text({"collected_missing", {{"districts", listed(missing)}}}));
    }
    return result;
  }

  std::vector<returns::Reply*> replies_of_any_month() const {
    std::map<std::size_t, returns::Reply*> latest;
    for (const Batch& batch : months_) {
      for (returns::Reply* reply : batch.replies) latest[*reply->sender.district] = reply;
    }
    std::vector<returns::Reply*> result;
    for (const auto& [district, reply] : latest) result.push_back(reply);
    return result;
  }

  // A note for each month of which some districts, or all of them, are missing.
  std::vector<std::string> missing_months(const Period& period) const {
    std::vector<std::string> result;
    for (Month month = period.first; month <= period.last; month += std::chrono::months(1)) {
      const auto batch = std::ranges::find_if(
          months_, [&](const Batch& each) { return each.months->first == month; });
      const std::string name = thai::format_month(month, thai::Digits::arabic);
      if (batch == months_.end()) {
        result.push_back(words_.text({"collected_month_missing", {{"month", name}}}));
      } else if (const auto missing = missing_districts(*batch, source_.circular);
                 !missing.empty()) {
        result.push_back(words_.text({"collected_month_districts_missing",
                                      {{"month", name}, {"districts", listed(missing)}}}));
      }
    }
    return result;
  }

  std::string file_name(const Batch& batch, const std::string& what) const {
    std::string name = form::attachment_file_name(source_.circular, *batch.attachment) + what;
    if (batch.round) {
      name += "-รอบที่ " + std::to_string(source_.circular.rounds[*batch.round].number.value);
    }
    return name;
  }

  void write(BatchRows rows, const form::Templates& templates, const Name& name) {
    const Batch& batch = rows.batch;
    const std::string file = name.file();
    ResultBook book(source_, templates, rows, brought_);
    book.add_province();
    if (book.is_empty()) return;
    write_({"", file + ".xlsx", book.workbook(file + ".xlsx")});
    const auto tables = book.tables();
    for (const auto& [sheet, csv] : tables) {
      const std::string suffix =
          tables.size() > 1 ? "-" + thai::file_name(sheet, kLongestName) : "";
      write_({"", file + suffix + ".csv", csv});
    }
    for (const returns::Reply* reply : batch.replies) {
      ResultBook own(source_, templates, rows, brought_);
      own.add_district(*reply->sender.district);
      if (own.is_empty()) continue;
      const std::string district =
          form::district_file_name(source_.circular, *reply->sender.district) + ".xlsx";
      write_({name.folder(), district, own.workbook(district)});
    }
    if (batch.is_month()) book.add_reached(brought_);
  }

  const Source& source_;
  const std::function<void(ResultFile&&)>& write_;
  const thai::Catalogue& words_;
  std::map<std::string, MonthsTogether> together_;  // by form
  std::vector<Batch> months_;
  form::Brought brought_;
};

}  // namespace

void consolidate(const Source& source, std::vector<returns::Reply>& replies,
                 const std::function<void(ResultFile&&)>& write) {
  const auto all = batches(source.circular, replies);
  for (std::size_t i = 0; i < all.size();) {
    Consolidation consolidation(source, write);
    const std::size_t first = i;
    for (; i < all.size() && all[i].attachment == all[first].attachment &&
           all[i].round == all[first].round;
         ++i) {
      if (all[i].is_month()) {
        consolidation.add_month(all[i]);
      } else {
        consolidation.add_single(all[i]);
      }
    }
    consolidation.finish();
  }
}

}  // namespace chiwat::consolidation
