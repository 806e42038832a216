// The scores of tests/scores.csv, which was worked out by hand, through the descriptions of
// examples/ as they are.
//
// A circular "as printed" is its example with the lowest level's printed band in place of
// `otherwise`, so that the holes are there.
#define BOOST_TEST_MODULE scores
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>
#include <sstream>

#include "model/read.hpp"
#include "model/results.hpp"
#include "plan/plan.hpp"
#include "plan/score.hpp"
#include "source/csv.hpp"

namespace chiwat::plan {
namespace {

constexpr std::string_view kPrinted = " as printed";
constexpr std::string_view kProvince = "จังหวัด";

std::string root() {
  return boost::unit_test::framework::master_test_suite().argv[1];
}

// The files of examples/, the lowest level of a description as printed where that is asked for.
class Examples : public source::Files {
 public:
  explicit Examples(bool as_printed) : as_printed_(as_printed) {}

  std::optional<std::string> read(const std::string& path) const override {
    auto text = disk_.read(root() + "/examples/" + path);
    if (!text || !as_printed_ || !path.ends_with(".yaml")) return text;
    const std::string most = path.starts_with("phayao") ? "5" : "1";
    const std::string band =
        "when: activities < " + most + " and channels >= 1 and operator_share >= 1%";
    const std::string rest = "otherwise: yes";
    for (auto at = text->find(rest); at != std::string::npos; at = text->find(rest, at)) {
      text->replace(at, rest.size(), band);
    }
    return text;
  }

 private:
  source::DiskFiles disk_;
  bool as_printed_;
};

struct Described {
  model::Circular circular;
  Plan plan;
};

Described described(const std::string& name) {
  const bool as_printed = name.ends_with(kPrinted);
  const std::string folder = as_printed ? name.substr(0, name.size() - kPrinted.size()) : name;
  source::Texts texts;
  Diagnostics diagnostics;
  auto circular = model::read_circular(
      folder + "/" + model::kDescriptionFile, Examples(as_printed), texts,
      [](const auto&, const std::string& layout) {
        return layout == "district-table" ? model::LayoutKind::table : model::LayoutKind::form;
      },
      diagnostics);
  BOOST_REQUIRE(circular);
  auto plan = evaluate(*circular, diagnostics);
  BOOST_REQUIRE(plan);
  return {std::move(*circular), std::move(*plan)};
}

// One month of the column `reported`: its name, or none, and "result=value" parted by spaces.
struct Report {
  std::string month;
  std::map<std::string, std::string> values;
};

std::vector<Report> reports(const std::string& text) {
  std::vector<Report> result;
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, '|');) {
    Report& report = result.emplace_back();
    if (const auto colon = part.find(": "); colon != std::string::npos) {
      const auto first = part.find_first_not_of(' ');
      report.month = part.substr(first, colon - first);
      part.erase(0, colon + 1);
    }
    std::istringstream words(part);
    for (std::string word; words >> word;) {
      const auto equals = word.find('=');
      report.values[word.substr(0, equals)] = word.substr(equals + 1);
    }
  }
  return result;
}

// The results as a district or the whole province types them; `names`: of the columns.
std::string results_csv(const model::Circular& circular, const std::string& district,
                        const std::vector<Report>& reported, const std::set<std::string>& names) {
  const bool has_months = !reported.empty() && !reported.front().month.empty();
  std::string csv = has_months ? "อำเภอ,เดือน" : "อำเภอ";
  for (const std::string& name : names) csv += "," + name;
  csv += "\n";
  const auto add = [&](const std::string& who, const Report& report, bool is_first) {
    csv += who + (has_months ? "," + report.month : "");
    for (const std::string& name : names) {
      const auto value = report.values.find(name);
      const std::string text = value == report.values.end() ? "" : value->second;
      const bool is_number = !text.empty() && text.find_first_not_of("0123456789.") == text.npos;
      csv += "," + (is_number && !is_first ? "0" : text);
    }
    csv += "\n";
  };
  for (std::size_t i = 0; i < circular.districts.size(); ++i) {
    const std::string& name = circular.districts[i].value;
    if (district != kProvince && district != name) continue;
    for (const Report& report : reported) add(name, report, district == name || i == 0);
    if (reported.empty()) add(name, {}, true);
  }
  return csv;
}

std::set<std::string> names_of(const model::Circular& circular) {
  std::set<std::string> names;
  for (const model::Round& round : circular.rounds) {
    for (const std::size_t i : model::needed_results(circular, round)) {
      names.insert(circular.quantities[i].name.value);
    }
  }
  return names;
}

// "5 ดีมาก", "none", "missing".
std::string outcome(const Described& of, const std::string& district, int round,
                    const std::string& reported) {
  const auto parsed = reports(reported);
  const std::string csv = results_csv(of.circular, district, parsed, names_of(of.circular));
  source::Texts texts;
  Diagnostics diagnostics;
  const auto results = model::read_results("r.csv", source::MemoryFiles({{"r.csv", csv}}), texts,
                                           of.circular, round, diagnostics);
  std::string said;
  for (const Diagnostic& one : diagnostics.all()) said += " " + one.message.id;
  BOOST_REQUIRE_MESSAGE(results && results->rounds.size() == 1, csv + said);
  const Scores scores = score(of.circular, of.plan, *results, diagnostics);
  const RoundScore& scored = scores.rounds.front();
  const auto& districts = of.circular.districts;
  const auto at = std::ranges::find(districts, district, &model::Text::value);
  BOOST_REQUIRE(district == kProvince || at != districts.end());
  const RowScore& row =
      district == kProvince ? scored.province : scored.districts[at - districts.begin()];
  if (row.is_missing) return "missing";
  if (!row.level) return "none";
  const model::Level& level =
      of.circular.rounds[scored.round].levels[scored.levels[*row.level].level];
  return level.points->to_string() + (level.name ? " " + level.name->value : "");
}

BOOST_AUTO_TEST_CASE(every_score_is_the_one_worked_out_by_hand) {
  const std::string path = root() + "/tests/scores.csv";
  source::Texts texts;
  Diagnostics diagnostics;
  const auto bytes = source::DiskFiles().read(path);
  BOOST_REQUIRE(bytes);
  const auto table = source::read_csv(path, *bytes, texts, diagnostics);
  BOOST_REQUIRE(table);
  std::map<std::string, Described> circulars;
  for (const auto& row : table->rows) {
    BOOST_REQUIRE(row.size() == 7);
    const std::string& name = row[0].value;
    auto known = circulars.find(name);
    if (known == circulars.end()) known = circulars.emplace(name, described(name)).first;
    std::string expected = row[4].value;
    if (!row[5].value.empty()) expected += (expected.empty() ? "" : " ") + row[5].value;
    const std::string actual =
        outcome(known->second, row[2].value, std::stoi(row[1].value), row[3].value);
    BOOST_TEST(actual == expected, "scores.csv:" << row[0].origin.line << ": " << name << ", round "
                                                 << row[1].value << ", " << row[2].value << ", "
                                                 << row[3].value << ": expected " << expected
                                                 << ", is " << actual);
  }
  BOOST_TEST(circulars.size() == 7);
}

}  // namespace
}  // namespace chiwat::plan
