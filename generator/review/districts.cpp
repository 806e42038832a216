// The districts of the baseline against those that the province has.
#include <algorithm>
#include <set>

#include "model/district_name.hpp"
#include "review/checks.hpp"
#include "review/gazetteer.hpp"
#include "review/shown_texts.hpp"
#include "thai/names.hpp"

namespace chiwat::review {
namespace {

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

class Districts {
 public:
  Districts(const model::Circular& circular, const Province& province, Diagnostics& diagnostics)
      : circular_(circular), province_(province), diagnostics_(diagnostics) {}

  void check() {
    for (const model::Text& district : circular_.districts) {
      names_.push_back(model::district_name(district.value, province_.name));
    }
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (!has(province_.districts, names_[i])) check_unknown(i);
    }
    report_missing();
    report_order();
  }

 private:
  void check_unknown(std::size_t index) {
    const model::Text& district = circular_.districts[index];
    std::vector<std::string> free;  // not in the table, so that one of them can be meant
    std::ranges::copy_if(province_.districts, std::back_inserter(free),
                         [&](const std::string& name) { return !has(names_, name); });
    if (const Province* other = only_province_of(names_[index])) {
      diagnostics_.warning(
          district.origin, "district_of_other_province",
          {{"name", district.value}, {"province", province_.name}, {"other", other->name}});
    } else if (const auto near = thai::closest(names_[index], free)) {
      diagnostics_.warning(district.origin, "district_misspelt",
                           {{"name", district.value}, {"meant", *near}});
      names_[index] = *near;
    } else {
      diagnostics_.warning(district.origin, "district_unknown",
                           {{"name", district.value}, {"province", province_.name}});
    }
  }

  void report_missing() {
    std::vector<std::string> missing;
    std::ranges::copy_if(province_.districts, std::back_inserter(missing),
                         [&](const std::string& name) { return !has(names_, name); });
    if (missing.empty()) return;
    diagnostics_.warning(circular_.districts.back().origin, "districts_missing",
                         {{"province", province_.name},
                          {"count", static_cast<std::int64_t>(missing.size())},
                          {"districts", joined(missing, kMostNamed)}});
  }

  // At the first row where the order of the codes has another district.
  void report_order() {
    std::vector<std::string> expected;
    std::ranges::copy_if(province_.districts, std::back_inserter(expected),
                         [&](const std::string& name) { return has(names_, name); });
    std::size_t row = 0;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (!has(province_.districts, names_[i])) continue;
      if (names_[i] != expected[row]) {
        diagnostics_.warning(circular_.districts[i].origin, "districts_out_of_order",
                             {{"name", circular_.districts[i].value}, {"expected", expected[row]}});
        return;
      }
      ++row;
    }
  }

  const model::Circular& circular_;
  const Province& province_;
  Diagnostics& diagnostics_;
  std::vector<std::string> names_;  // of the table's districts, as the list has them
};

}  // namespace

void check_districts(const Subject& subject, Diagnostics& diagnostics) {
  const Province* province = find_province(subject.circular.province.value);
  if (!province || subject.circular.districts.empty()) return;  // said of the province
  Districts(subject.circular, *province, diagnostics).check();
}

}  // namespace chiwat::review
