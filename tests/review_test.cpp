// The rules of the review: each tripped by one change of a description that is good, and not by
// another that looks like it; and the circulars as they were printed, held against the lists of
// tests/as_printed/.
#define BOOST_TEST_NO_MAIN
#define BOOST_TEST_ALTERNATIVE_INIT_API
#include "review/rules.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "model/read.hpp"
#include "plan/plan.hpp"
#include "review/review.hpp"
#include "thai/message.hpp"

namespace chiwat::review {
namespace {

namespace fs = std::filesystem;

// --- one rule at a time ---

constexpr const char* kDescription = R"(province: พะเยา
fiscal_year: 2565
letter:
  date: 7 กุมภาพันธ์ 2565
  subject: การดำเนินงาน ประจำปีงบประมาณ พ.ศ. {fiscal_year}
  figures: [{text: รวม, column: target, quoted: 50}]
indicator: {name: ร้อยละของผลิตภัณฑ์}
rounds:
  - number: 1
    months: ตุลาคม 2564 - มีนาคม 2565
    levels:
      - {points: 3, when: share >= 10%, text: ไม่น้อยกว่าร้อยละ 10}
      - {points: 2, when: share >= 8%, text: ไม่น้อยกว่าร้อยละ 8}
      - {points: 1, when: share < 8%, text: น้อยกว่าร้อยละ 8}
deadlines:
  - {name: ส่งแบบสำรวจ, attachment: 2, round: 1, date: วันศุกร์ที่ 25 กุมภาพันธ์ 2565}
  - {name: ส่งรายงาน, attachment: 2, every: month, day: 5}
holidays: {วันมาฆบูชา: 16 กุมภาพันธ์ 2565}
baseline:
  file: b.csv
  district: อำเภอ
  columns: {products: จำนวนผลิตภัณฑ์, operators: จำนวนผู้ประกอบการ, old: ผลิตภัณฑ์ปีก่อน}
results:
  sold: {label: ผลิตภัณฑ์ออนไลน์, unit: ผลิตภัณฑ์}
measures: {share: sold / products}
columns:
  target: ceil(products * 10%)
  half: ceil(target / 2)
  rest: target - half
attachments:
  - number: 1
    title: เป้าหมาย
    tables:
      - sheet: ก
        round: 1
        title: เป้าหมาย รอบที่ {round} (เดือน{round_months}) จังหวัดพะเยา
        columns:
          - {heading: อำเภอ, show: district}
          - {heading: จำนวนผลิตภัณฑ์ กันยายน 2564, show: products}
          - {heading: ค่าเป้าหมาย ปี 2565 ไม่น้อยกว่าร้อยละ 10 ของจำนวนผลิตภัณฑ์, show: target}
          - {heading: ครึ่งแรก, show: half}
          - {heading: ครึ่งหลัง, show: rest}
        notes: ส่งแบบ รต.1 (สิ่งที่ส่งมาด้วย 2)
  - number: 2
    title: แบบรายงาน
    forms: [x]
)";

constexpr const char* kBaseline = R"(อำเภอ,จำนวนผลิตภัณฑ์,จำนวนผู้ประกอบการ,ผลิตภัณฑ์ปีก่อน
เมืองพะเยา,95,50,90
จุน,41,30,40
เชียงคำ,52,20,50
เชียงม่วน,33,10,30
ดอกคำใต้,44,10,40
ปง,55,10,50
แม่ใจ,31,10,30
ภูซาง,51,10,50
ภูกามยาว,37,10,40
)";

struct Change {
  std::string from, to;  // in the description or, where it stands there, in the baseline
};

// What is reported with these changes: "D4 due_on_weekend:16 ".
std::string findings(const std::vector<Change>& changes) {
  std::string description = kDescription, csv = kBaseline;
  for (const auto& [from, to] : changes) {
    std::string& where = csv.find(from) != std::string::npos ? csv : description;
    const auto at = where.find(from);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, "there is no " << from);
    where.replace(at, from.size(), to);
  }
  const source::MemoryFiles files({{"c.yaml", description}, {"b.csv", csv}});
  source::Texts texts;
  Diagnostics diagnostics;
  const auto circular = model::read_circular(
      "c.yaml", files, texts,
      [](const auto&, const std::string& name) {
        return name == "x" ? model::LayoutKind::form : model::LayoutKind::table;
      },
      diagnostics);
  if (circular) {
    const auto plan = plan::evaluate(*circular, diagnostics);
    BOOST_REQUIRE(plan);
    review(*circular, *plan, diagnostics);
  }
  std::string result;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    const Rule* rule = rule_of(diagnostic.message.id);
    result += std::string(rule ? rule->id : "-") + " " + diagnostic.message.id + ":" +
              std::to_string(diagnostic.origin.line) + " ";
  }
  return result;
}

struct Case {
  std::string rule;
  std::vector<Change> trips;
  std::string expected;
  std::vector<Change> does_not;  // something like it that is right
};

const std::string kDue = "วันศุกร์ที่ 25 กุมภาพันธ์ 2565";
const std::string kNotes = "notes: ส่งแบบ รต.1 (สิ่งที่ส่งมาด้วย 2)";
const std::string kHeading = "{heading: ครึ่งแรก, show: half}";
const std::string kLevel3 = "{points: 3, when: share >= 10%, text: ไม่น้อยกว่าร้อยละ 10}";
const std::string kLevel1 = "{points: 1, when: share < 8%, text: น้อยกว่าร้อยละ 8}";
const std::string kEnd = "    forms: [x]\n";

// Two rounds of two quantities, in which one number differs.
std::string second_round(const std::string& bound) {
  return kLevel1 +
         "\n  - {number: 2, months: เมษายน 2565 - กันยายน 2565, levels: [{points: 3, when: "
         "share >= 10% and sold >= " +
         bound +
         "}, {points: 2, when: share >= 8% and sold >= 2}, {points: 1, when: share >= 1% and sold "
         ">= 1}, {points: 0, otherwise: yes}]}\n  - {number: 3, months: เมษายน 2565 - กันยายน 2565, "
         "levels: [{points: 3, when: share >= 10% and sold >= 3}, {points: 2, when: share >= 8% "
         "and sold >= 2}, {points: 1, when: share >= 1% and sold >= 1}, {points: 0, otherwise: "
         "yes}]}";
}

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      {"D1", {{kDue, "วันพุธที่ 25 กุมภาพันธ์ 2565"}}, "D1 weekday_differs:16 ", {{kDue, "25 ก.พ. 65"}}},
      {"D1",
       {{kNotes, "notes: ประชุมวันจันทร์ที่ 25 กุมภาพันธ์ 2565"}},
       "D1 weekday_differs:43 ",
       {{kNotes, "notes: ประชุมวันศุกร์ ที่ ๒๕ กุมภาพันธ์ พ.ศ. ๒๕๖๕"}}},
      {"D2", {{kDue, "4 กุมภาพันธ์ 2565"}}, "D2 due_before_letter:16 ", {{kDue, "7 กุมภาพันธ์ 2565"}}},
      {"D2",
       {{kNotes, "notes: ส่งภายในวันที่ 4 กุมภาพันธ์ 2565"}},
       "D2 due_before_letter:43 ",
       {{kNotes, "notes: ประชุมเมื่อวันที่ 4 กุมภาพันธ์ 2565"}}},
      {"D3", {{kDue, "1 เมษายน 2565"}}, "D3 due_outside_round:16 ", {{kDue, "31 มีนาคม 2565"}}},
      {"D4", {{kDue, "26 กุมภาพันธ์ 2565"}}, "D4 due_on_weekend:16 ", {{kDue, "28 กุมภาพันธ์ 2565"}}},
      {"D5", {{kDue, "16 กุมภาพันธ์ 2565"}}, "D5 due_on_holiday:16 ", {{kDue, "17 กุมภาพันธ์ 2565"}}},
      {"D6",
       {{"every: month, day: 5}", "round: 1, date: 28 กุมภาพันธ์ 2565}"}},
       "D6 due_twice:17 ",
       {{"every: month, day: 5}", "round: 1, date: 25 กุมภาพันธ์ 2565}"}}},
      {"D7", {{"round: 1, date: " + kDue, "date: 25 กุมภาพันธ์ 2564"}}, "D7 year_unlikely:16 ", {}},
      {"D7",
       {{"title: เป้าหมาย รอบ", "title: ปีงบประมาณ พ.ศ. 2563 รอบ"}},
       "D7 year_of_title:36 ",
       {{"title: เป้าหมาย รอบ", "title: เทียบกับปีงบประมาณ พ.ศ. 2564 รอบ"}}},
      {"D7",
       {{"ค่าเป้าหมาย ปี 2565", "ค่าเป้าหมาย ปี 2563"}},
       "D7 year_of_title:40 ",
       {{"ค่าเป้าหมาย ปี 2565", "ค่าเป้าหมาย ปี 2565 เพิ่มจากปี 2564"}}},
      {"D7",
       {{"จำนวนผลิตภัณฑ์ กันยายน 2564", "จำนวนผลิตภัณฑ์ กันยายน 2565"}},
       "D7 data_of_future:39 ",
       {{"จำนวนผลิตภัณฑ์ กันยายน 2564", "จำนวนผลิตภัณฑ์ มกราคม 2565"}}},
      {"D8",
       {{kNotes, "notes: ช่วง ต.ค.65 -ก.ย.65"}},
       "D8 period_backwards_in_text:43 ",
       {{kNotes, "notes: ช่วง ต.ค.64 -ก.ย.65 และเมษายน - กันยายน 2565"}}},
      {"D9",
       {{kHeading, "{heading: จำนวนผลิตภัณฑ์ ปี 2563, show: products}"}},
       "D9 heading_years_differ:41 ",
       {{kHeading, "{heading: ผลิตภัณฑ์ กันยายน 2564, show: products}"}}},
      {"D10",
       {{"{heading: ครึ่งแรก", "{heading: รอบการประเมินที่ 2"}},
       "D10 other_round_named:41 ",
       {{"{heading: ครึ่งแรก", "{heading: รอบการประเมินที่ 1 ต่อจากรอบที่ 2"}}},
      {"D11", {{"fiscal_year: 2565", "fiscal_year: 2022"}}, "D11 fiscal_year_unlikely:2 ", {}},
      {"L1",
       {{"when: share >= 10%, text: ไม่น้อยกว่าร้อยละ 10", "when: share >= 7%"}},
       "L1 level_order:12 L4 levels_overlap:14 L5 level_unreachable:13 ",
       {{"when: share >= 10%, text: ไม่น้อยกว่าร้อยละ 10", "when: share >= 9%"}}},
      {"L2",
       {{"when: share >= 10%, text: ไม่น้อยกว่าร้อยละ 10", "when: share >= 8%"}},
       "L2 levels_alike:13 ",
       {{"when: share >= 10%, text: ไม่น้อยกว่าร้อยละ 10", "when: share >= 8% and sold >= 1"}}},
      {"L3",
       {{kLevel1, "{points: 1, when: share < 7%}"}},
       "L3 levels_hole:14 ",
       {{kLevel1, "{points: 1, otherwise: yes}"}}},
      {"L4",
       {{kLevel1, "{points: 1, when: share < 9%}"}},
       "L4 levels_overlap:14 ",
       {{kLevel1, "{points: 1, when: share >= 0%}"}}},
      {"L5",
       {{kLevel1,
         "{points: 1, when: share >= 0% and share < 8%}\n      - {points: 0, when: share < 0%}"}},
       "L5 level_unreachable:15 ",
       {{kLevel1,
         "{points: 1, when: share > 0% and share < 8%}\n      - {points: 0, when: share <= 0%}"}}},
      {"L6",
       {{"text: ไม่น้อยกว่าร้อยละ 8", "text: น้อยกว่าร้อยละ 8"}},
       "L6 wording_differs:13 ",
       {{"text: ไม่น้อยกว่าร้อยละ 8", "text: ไม่ต่ำกว่า 8%"}}},
      {"L6",
       {{"ปี 2565 ไม่น้อยกว่าร้อยละ 10", "ปี 2565 น้อยกว่าร้อยละ 10"}},
       "L6 wording_differs:40 ",
       {{"ปี 2565 ไม่น้อยกว่าร้อยละ 10", "ปี 2565 อย่างน้อยร้อยละ 10"}}},
      {"L7",
       {{"ปี 2565 ไม่น้อยกว่าร้อยละ 10", "ปี 2565 ร้อยละ 12"}},
       "L7 percentage_differs:40 ",
       {{"target: ceil(products * 10%)", "target: ceil(products * 0.1)"}}},
      {"L7",
       {{"text: ไม่น้อยกว่าร้อยละ 8", "text: ไม่น้อยกว่าร้อยละ 9"}},
       "L7 level_percentage_differs:13 ",
       {{"text: ไม่น้อยกว่าร้อยละ 8", "text: ไม่น้อยกว่าร้อยละ 8.0"}}},
      {"L8",
       {{kLevel1, second_round("4")}},
       "L8 rounds_nearly_alike:16 ",
       {{kLevel1, second_round("3")}}},
      {"T1",
       {{"ceil(products * 10%)", "floor(products * 10%)"}, {"quoted: 50", "quoted: 41"}},
       "T1 target_below_bound:27 ",
       {{"ceil(products * 10%)", "ceil(products * 10%) + 1"}, {"quoted: 50", "quoted: 59"}}},
      {"T2",
       {{"target: ceil(products * 10%)", "target: {formula: ceil(products * 10%), total: rule}"},
        {"quoted: 50", "quoted: 44"}},
       "T2 total_not_sum:27 ",
       {{"target: ceil(products * 10%)", "target: {formula: ceil(products * 10%), total: sum}"}}},
      {"T3",
       {{"target: ceil(products * 10%)", "target: products * 10%"}, {"quoted: 50", "quoted: 43.9"}},
       "T3 target_fractional:27 T3 target_fractional:29 ",
       {{"half: ceil(target / 2)", "half: {formula: target / products, total: blank}"},
        {"rest: target - half", "rest: {formula: target - half, total: blank}"}}},
      {"T4",
       {{"rest: target - half", "rest: ceil(target / 2)"}},
       "T4 parts_differ:29 ",
       {{"rest: target - half", "rest: floor(target / 2)"}}},
      {"T5",
       {{"ceil(products * 10%)", "ceil(operators * 10%)"},
        {"quoted: 50", "quoted: 16"},
        {" ของจำนวนผลิตภัณฑ์", ""}},
       "T1 target_below_bound:27 T5 base_differs:27 ",
       {{" ของจำนวนผลิตภัณฑ์", ""}}},
      {"T5",
       {{"ไม่น้อยกว่าร้อยละ 10 ของจำนวนผลิตภัณฑ์", "ร้อยละ 10 ของจำนวนผู้ประกอบการ"}},
       "T5 base_not_named:40 ",
       {{"ไม่น้อยกว่าร้อยละ 10 ของจำนวนผลิตภัณฑ์", "ร้อยละ 10 ของจำนวนผลิตภัณฑ์ทั้งหมด"}}},
      {"T6",
       {{kLevel1, "{points: 1, when: sold >= 20}\n      - {points: 0, otherwise: yes}"},
        {"ครึ่งแรก", "ผลิตภัณฑ์ออนไลน์ (ผลิตภัณฑ์)"}},
       "T6 target_reaches_no_level:29 ",
       {{kLevel1, "{points: 1, when: sold >= 5}\n      - {points: 0, otherwise: yes}"},
        {"ครึ่งแรก", "ผลิตภัณฑ์ออนไลน์ (ผลิตภัณฑ์)"}}},
      {"F1", {{"quoted: 50", "quoted: 48"}}, "F1 figure_differs:6 ", {}},
      {"F2", {{kEnd, ""}}, "F2 attachment_not_produced:44 ", {}},
      {"F2",
       {{"(สิ่งที่ส่งมาด้วย 2)", "(สิ่งที่ส่งมาด้วย ๓)"}},
       "F2 attachment_not_listed:43 ",
       {{"(สิ่งที่ส่งมาด้วย 2)", "(สิ่งที่ส่งมาด้วย ๑)"}}},
      {"F4",
       {{kEnd, kEnd + "checks: {agree: [products >= old]}\n"}},
       "F4 totals_disagree:47 ",
       {{kEnd, kEnd + "checks: {agree: [target = half + rest]}\n"}}},
      {"F5",
       {{kEnd, kEnd + "checks: {compare: {column: products, before: old}}\n"},
        {"จุน,41,", "จุน,410,"},
        {"quoted: 50", "quoted: 86"}},
       "F5 outlier:47 ",
       {{kEnd, kEnd + "checks: {compare: {column: products, before: old, factor: 1.1}}\n"}}},
      {"N1", {{"ปง,55,10,50\n", ""}, {"quoted: 50", "quoted: 44"}}, "N1 districts_missing:9 ", {}},
      {"N2", {{"ปง,55,", "จุน,55,"}}, "N2 district_twice:7 ", {}},
      {"N3", {{"ดอกคำใต้,", "ดอกคำไต้,"}}, "N3 district_misspelt:6 ", {{"เมืองพะเยา,", "อำเภอเมือง,"}}},
      {"N3",
       {{"ภูกามยาว,", "ท่าบ่อ,"}},
       "N3 district_of_other_province:10 N1 districts_missing:10 ",
       {{"ภูกามยาว,", "อำเภอภูกามยาว,"}}},
      {"N4",
       {{"ปง,55,10,50\nแม่ใจ,31,10,30\n", "แม่ใจ,31,10,30\nปง,55,10,50\n"}},
       "N4 districts_out_of_order:7 ",
       {}},
      {"N5",
       {{"จังหวัดพะเยา", "จังหวัดหนองคาย"}},
       "N5 province_differs:36 ",
       {{"จังหวัดพะเยา", "จังหวัด พะเยา และทุกจังหวัด"}}},
      {"N5", {{"province: พะเยา", "province: พเยา"}}, "N5 province_unknown:1 ", {}},
      {"N6",
       {{"แบบรายงาน\n", "แบบรายงาน จต.2\n"}},
       "N6 form_codes_mixed:45 ",
       {{"แบบรายงาน\n", "แบบรายงาน รต.2 ก.ย.65 พ.ศ. 2565\n"}}},
  };
  return all;
}

void the_description_is_good() {
  BOOST_TEST(findings({}) == "");
}

void each_rule_is_tripped_and_not_otherwise() {
  for (const Case& one : cases()) {
    BOOST_TEST_CONTEXT(one.rule << ": " << one.trips.front().to) {
      BOOST_TEST(findings(one.trips) == one.expected);
      BOOST_TEST(findings(one.does_not) == "");
      BOOST_TEST(one.expected.find(one.rule + " ") != std::string::npos);
    }
  }
}

// F3 needs a registry: tests/model_registry_test.cpp and tests/cases/ have it.
void every_rule_has_a_case() {
  std::set<std::string> tested{"F3"};
  for (const Case& one : cases()) tested.insert(one.rule);
  for (const Rule& rule : all_rules()) BOOST_TEST(tested.contains(std::string(rule.id)), rule.id);
}

void every_rule_is_explained() {
  for (const auto language : {thai::Language::english, thai::Language::thai}) {
    const thai::Catalogue catalogue(language);
    for (const Rule& rule : all_rules()) {
      BOOST_TEST(catalogue.has(summary_id(rule)), rule.id);
      BOOST_TEST(catalogue.has(explanation_id(rule)), rule.id);
      for (const auto message : rule.messages) BOOST_TEST(catalogue.has(message), message);
    }
  }
}

std::string with_off(const std::string& off) {
  return findings({{kDue, "26 กุมภาพันธ์ 2565"}, {kEnd, kEnd + "checks: {without: {" + off + "}}\n"}});
}

void a_rule_is_switched_off_with_a_reason() {
  BOOST_TEST(with_off("D4: ศูนย์เปิดวันเสาร์") == "");
  BOOST_TEST(with_off("d4: ศูนย์เปิดวันเสาร์") == "");
  BOOST_TEST(with_off("D4: ") == "D4 due_on_weekend:16 - check_off_without_reason:47 ");
  BOOST_TEST(with_off("D4: \"  \"") == "D4 due_on_weekend:16 - check_off_without_reason:47 ");
  BOOST_TEST(with_off("D4: ก, D5: ก") == "- check_off_idle:47 ");
  BOOST_TEST(with_off("D4: ก, D44: ก") == "- check_rule_unknown:47 ");
  BOOST_TEST(with_off("D4: ก, N2: ก") == "- check_rule_is_error:47 ");
}

// --- the circulars as printed ---

struct Expected {
  std::string line;  // of the list
  std::string rule;
  std::string place;
  int nth = 1;  // of the lines that have it
  std::vector<std::string> gist;
};

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> split(const std::string& text, char by) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, by);) parts.push_back(trimmed(part));
  return parts;
}

std::vector<Expected> expected_findings(const fs::path& list) {
  std::vector<Expected> all;
  std::ifstream in(list);
  for (std::string line; std::getline(in, line);) {
    if (trimmed(line).empty() || line.starts_with("//")) continue;
    const auto fields = split(line, '|');
    BOOST_REQUIRE(fields.size() == 3);
    Expected one{line, fields[0], fields[1], 1, split(fields[2], ';')};
    if (const auto mark = one.place.rfind(" #"); mark != std::string::npos) {
      one.nth = std::stoi(one.place.substr(mark + 2));
      one.place.resize(mark);
    }
    all.push_back(one);
  }
  return all;
}

// Whether a line is the nth of its file that has this text.
bool is_place(const source::Texts& texts, const Origin& origin, const Expected& expected) {
  int seen = 0;
  for (int line = 1; line <= origin.line; ++line) {
    const auto text = texts.line(origin.path(), line);
    if (!text || text->find(expected.place) == std::string_view::npos) continue;
    if (++seen == expected.nth) return line == origin.line;
  }
  return false;
}

bool names_all(const Message& message, const std::vector<std::string>& gist) {
  return std::ranges::all_of(gist, [&](const std::string& word) {
    return std::ranges::all_of(
        std::vector{thai::Language::english, thai::Language::thai}, [&](thai::Language language) {
          return thai::Catalogue(language).text(message).find(word) != std::string::npos;
        });
  });
}

void as_printed(const fs::path& examples, const fs::path& list) {
  const fs::path description = examples / list.stem() / "as-printed.yaml";
  const source::DiskFiles files;
  source::Texts texts;
  Diagnostics diagnostics;
  const auto circular = model::read_circular(
      description, files, texts,
      [](const auto&, const std::string& name) {
        return name == "district-table" ? model::LayoutKind::table : model::LayoutKind::form;
      },
      diagnostics);
  BOOST_REQUIRE(circular);
  const auto plan = plan::evaluate(*circular, diagnostics);
  BOOST_REQUIRE(plan);
  review(*circular, *plan, diagnostics);

  std::vector<const Diagnostic*> unexpected;
  for (const Diagnostic& diagnostic : diagnostics.all()) unexpected.push_back(&diagnostic);
  for (const Expected& expected : expected_findings(list)) {
    const auto found = std::ranges::find_if(unexpected, [&](const Diagnostic* diagnostic) {
      const Rule* rule = rule_of(diagnostic->message.id);
      return rule && rule->id == expected.rule && is_place(texts, diagnostic->origin, expected) &&
             names_all(diagnostic->message, expected.gist);
    });
    BOOST_TEST((found != unexpected.end()), "not found: " << expected.line);
    if (found != unexpected.end()) unexpected.erase(found);
  }
  for (const Diagnostic* diagnostic : unexpected) {
    const Rule* rule = rule_of(diagnostic->message.id);
    BOOST_ERROR("not in the list: "
                << (rule ? rule->id : "-") << " line " << diagnostic->origin.line << ": "
                << thai::Catalogue(thai::Language::english).text(diagnostic->message));
  }
}

bool register_tests() {
  auto& suite = boost::unit_test::framework::master_test_suite();
  const auto add = [&](auto test, const std::string& name) {
    suite.add(boost::unit_test::make_test_case(test, name, __FILE__, __LINE__));
  };
  add(the_description_is_good, "the_description_is_good");
  add(each_rule_is_tripped_and_not_otherwise, "each_rule_is_tripped_and_not_otherwise");
  add(every_rule_has_a_case, "every_rule_has_a_case");
  add(every_rule_is_explained, "every_rule_is_explained");
  add(a_rule_is_switched_off_with_a_reason, "a_rule_is_switched_off_with_a_reason");
  const fs::path root = fs::absolute(suite.argc > 1 ? suite.argv[1] : ".");
  int lists = 0;
  for (const auto& entry : fs::directory_iterator(root / "tests" / "as_printed")) {
    if (entry.path().extension() != ".txt") continue;
    ++lists;
    add([=] { as_printed(root / "examples", entry.path()); },
        "as_printed/" + entry.path().stem().string());
  }
  return lists == 5;
}

}  // namespace
}  // namespace chiwat::review

int main(int argc, char** argv) {
  return boost::unit_test::unit_test_main(&chiwat::review::register_tests, argc, argv);
}
