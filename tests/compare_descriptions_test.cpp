// What has changed from one description to another, as lines of text.
#include "compare/compare_descriptions.hpp"

#include <boost/test/unit_test.hpp>

#include "model/read.hpp"
#include "source/yaml.hpp"

namespace chiwat::compare {
namespace {

BOOST_AUTO_TEST_SUITE(descriptions)

constexpr const char* kDescription = R"(province: พะเยา
fiscal_year: 2565
letter: {date: 7 กุมภาพันธ์ 2565, subject: การดำเนินงาน}
indicator: {name: ร้อยละ}
rounds:
  - {number: 1, months: ตุลาคม 2564 - มีนาคม 2565}
  - {number: 2, months: เมษายน 2565 - กันยายน 2565}
baseline: {file: b.csv, district: อำเภอ, columns: {n: จำนวน}}
columns: {target: round(n * 7%)}
attachments:
  - {number: 1, title: เป้าหมาย, tables: [{sheet: ก, columns: [{heading: อำเภอ, show: district}]}]}
)";

struct Described {
  model::Circular circular;
  source::Node tree;
};

Described described(std::string description, const std::string& csv) {
  const source::MemoryFiles files({{"c.yaml", description}, {"b.csv", csv}});
  source::Texts texts;
  Diagnostics diagnostics;
  auto circular = model::read_circular(
      "c.yaml", files, texts, [](const auto&, const auto&) { return model::LayoutKind::table; },
      diagnostics);
  auto tree = source::read_yaml("c.yaml", description, texts, diagnostics);
  BOOST_REQUIRE(circular && tree);
  return {std::move(*circular), std::move(*tree)};
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  BOOST_REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string described_changes(const Described& before, const Described& after) {
  const auto change =
      compare_descriptions(before.circular, before.tree, after.circular, after.tree);
  std::string result;
  for (const BaselineChange& one : change.baselines) {
    result += one.column + "/" + one.district + " " +
              (one.old_value ? one.old_value->to_string() : "-") + ">" +
              (one.new_value ? one.new_value->to_string() : "-") + "\n";
  }
  const auto lines = [&](const char* kind, const std::vector<LineChange>& all) {
    for (const LineChange& one : all) {
      result += std::string(kind) + " " + one.path + " " +
                (one.old_text ? one.old_text->value : "-") + ">" +
                (one.new_text ? one.new_text->value : "-") + "\n";
    }
  };
  lines("rule", change.rules);
  lines("text", change.texts);
  return result;
}

const std::string kCsv = "อำเภอ,จำนวน\nจุน,100\nปง,200\n";

BOOST_AUTO_TEST_CASE(baselines_rules_and_texts_of_a_description) {
  const Described before = described(kDescription, kCsv);
  BOOST_TEST(described_changes(before, described(kDescription, kCsv)) == "");
  BOOST_TEST(described_changes(before, described(kDescription, "อำเภอ,จำนวน\nปง,200\nจุน,100\n")) ==
             "");
  BOOST_TEST(
      described_changes(before, described(kDescription, "อำเภอ,จำนวน\nจุน,101.50\nแม่ใจ,3\n")) ==
      "จำนวน/จุน 100>101.5\nจำนวน/แม่ใจ ->3\nจำนวน/ปง 200>-\n");
  BOOST_TEST(described_changes(before, described(replaced(kDescription, "7%", "8%"), kCsv)) ==
             "rule columns.target round(n * 7%)>round(n * 8%)\n");
  BOOST_TEST(
      described_changes(before, described(replaced(kDescription, "เป้าหมาย", "ค่าเป้าหมาย"), kCsv)) ==
      "text attachments[1].title เป้าหมาย>ค่าเป้าหมาย\n");
}

// Items of a list are known by their numbers, so one that has gone changes no other.
BOOST_AUTO_TEST_CASE(an_item_that_has_gone) {
  const Described before = described(kDescription, kCsv);
  const std::string first = "  - {number: 1, months: ตุลาคม 2564 - มีนาคม 2565}\n";
  BOOST_TEST(described_changes(before, described(replaced(kDescription, first, ""), kCsv)) ==
             "rule rounds[1].number 1>-\nrule rounds[1].months ตุลาคม 2564 - มีนาคม 2565>-\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace chiwat::compare
