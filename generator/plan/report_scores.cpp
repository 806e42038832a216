#include "plan/report_scores.hpp"

#include <string>
#include <variant>

namespace chiwat::plan {
namespace {

using formula::Value;

class Reporting {
 public:
  Reporting(const model::Circular& circular, const model::RoundResults& results,
            const RoundScore& score, const Origin& file, Diagnostics& diagnostics)
      : circular_(circular),
        results_(results),
        score_(score),
        file_(file),
        diagnostics_(diagnostics) {}

  void report() {
    std::string missing;
    std::int64_t count = 0;
    for (std::size_t i = 0; i < score_.districts.size(); ++i) {
      const RowScore& row = score_.districts[i];
      const std::string& name = circular_.districts[i].value;
      if (!row.is_missing) {
        report(row, name, results_.districts[i]->origin);
      } else {
        ++count;
        missing += (missing.empty() ? "" : ", ") + name;
      }
    }
    report(score_.province, circular_.province.value, file_);
    if (count == 0) return;
    diagnostics_.warning(file_, "score_missing",
                         {{"round", number()}, {"count", count}, {"districts", missing}});
  }

 private:
  std::string number() const { return std::to_string(circular_.rounds[score_.round].number.value); }

  static std::string worded(const Value& value) {
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "มี" : "ไม่มี";
    const Number& number = std::get<Number>(value);
    return number.decimals() ? number.to_string() : number.to_fixed(4);
  }

  // "activities = 1, channels = 0": all that the levels look at.
  std::string values_of(const RowScore& row) const {
    std::string text;
    const auto add = [&](std::size_t quantity, const Value& value) {
      text += (text.empty() ? "" : ", ") + circular_.quantities[quantity].name.value + " = " +
              worded(value);
    };
    for (std::size_t i = 0; i < row.results.size(); ++i) add(score_.results[i], row.results[i]);
    for (std::size_t i = 0; i < row.measures.size(); ++i) {
      if (row.measures[i]) add(score_.measures[i], *row.measures[i]);
    }
    return text;
  }

  void report(const RowScore& row, const std::string& name, const Origin& origin) {
    if (row.is_undefined) {
      diagnostics_.warning(origin, "score_undefined", {{"name", name}, {"round", number()}});
    } else if (!row.is_missing && !row.level) {
      diagnostics_.warning(origin, "score_no_level",
                           {{"name", name}, {"round", number()}, {"values", values_of(row)}});
    }
  }

  const model::Circular& circular_;
  const model::RoundResults& results_;
  const RoundScore& score_;
  const Origin& file_;
  Diagnostics& diagnostics_;
};

}  // namespace

void report_scores(const model::Circular& circular, const model::RoundResults& results,
                   const RoundScore& score, const Origin& file, Diagnostics& diagnostics) {
  Reporting(circular, results, score, file, diagnostics).report();
}

}  // namespace chiwat::plan
