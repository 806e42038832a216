// A description that is good, what the rules of the review say of it once it is changed, and what a
// family of rules must show: that each is tripped, and not by the same with its mistake mended.
#pragma once

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "model/read.hpp"
#include "plan/plan.hpp"
#include "review/review.hpp"
#include "review/rules.hpp"

namespace chiwat::review {

inline constexpr const char* kDescription = R"(province: พะเยา
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

inline constexpr const char* kBaseline = R"(อำเภอ,จำนวนผลิตภัณฑ์,จำนวนผู้ประกอบการ,ผลิตภัณฑ์ปีก่อน
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

// For the descriptions that name it.
inline constexpr const char* kRegistry = R"(อำเภอ,รหัส,ผู้ผลิต,ผลิตภัณฑ์
จุน,1,กลุ่มทอผ้า,ผ้าทอ
จุน,1,กลุ่มทอผ้า,ผ้าขาวม้า
ปง,2,กลุ่มจักสาน,ตะกร้า
)";

struct Change {
  std::string from, to;  // in the description or, where it stands there, in the baseline
};

// What is reported with these changes: "D4 due_on_weekend:16 ".
inline std::string findings(const std::vector<Change>& changes,
                            const std::vector<model::SaidText>& said = {}) {
  std::string description = kDescription, csv = kBaseline;
  for (const auto& [from, to] : changes) {
    std::string& where = csv.find(from) != std::string::npos ? csv : description;
    const auto at = where.find(from);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, "there is no " << from);
    where.replace(at, from.size(), to);
  }
  const source::MemoryFiles files({{"c.yaml", description}, {"b.csv", csv}, {"r.csv", kRegistry}});
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
    review(*circular, *plan, said, diagnostics);
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
  std::vector<Change> mended;  // the same place, and what a mistake was there is none
};

// By family, each in its own file.
std::vector<Case> date_cases();
std::vector<Case> level_cases();
std::vector<Case> target_cases();
std::vector<Case> figure_cases();
std::vector<Case> name_cases();

// Whether the two change the same place.
inline bool touches_the_same(const std::vector<Change>& a, const std::vector<Change>& b) {
  return std::ranges::any_of(a, [&](const Change& change) {
    return std::ranges::find(b, change.from, &Change::from) != b.end();
  });
}

inline void check_cases(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    BOOST_TEST_CONTEXT(one.rule << ": " << one.trips.front().to) {
      BOOST_TEST(findings(one.trips) == one.expected);
      BOOST_TEST(one.expected.find(one.rule + " ") != std::string::npos);
      BOOST_TEST(touches_the_same(one.trips, one.mended));
      BOOST_TEST(findings(one.mended) == "");
    }
  }
}

inline const std::string kDue = "วันศุกร์ที่ 25 กุมภาพันธ์ 2565";
inline const std::string kNotes = "notes: ส่งแบบ รต.1 (สิ่งที่ส่งมาด้วย 2)";
inline const std::string kLevel1 = "{points: 1, when: share < 8%, text: น้อยกว่าร้อยละ 8}";
inline const std::string kHeading = "{heading: ครึ่งแรก, show: half}";
inline const std::string kEnd = "    forms: [x]\n";

}  // namespace chiwat::review
