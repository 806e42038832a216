// The scorecard: what it says is still needed. Whole scorecards are golden cases (scorecards/).
#define BOOST_TEST_MODULE scorecard
#include "scorecard/scorecard.hpp"

#include <boost/test/unit_test.hpp>

#include "model/read.hpp"
#include "model/results.hpp"

namespace chiwat::scorecard {
namespace {

std::string shown(const document::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<Number>(&value)) return number->to_string();
  const auto* formula = std::get_if<document::Formula>(&value);
  if (!formula) return "";
  if (const auto* text = std::get_if<std::string>(&formula->value)) return *text;
  return std::get<Number>(formula->value).to_string();
}

// One line for each district and the province: "level | next level | highest level".
std::string needed(const std::string& levels, const std::string& results,
                   thai::Digits digits = thai::Digits::arabic) {
  const std::string description =
      "province: จ\nfiscal_year: 2564\nletter: {date: 1 มกราคม 2564, subject: ก}\n"
      "indicator: {name: ก}\nrounds:\n  - {number: 1, months: ตุลาคม 2563 - มีนาคม 2564, levels: [" +
      levels +
      "]}\nattachments: []\nbaseline: {file: b.csv, district: d, columns: {n: n}}\n"
      "results: {x: {label: ของ, unit: ชิ้น}, y: {label: ครั้ง}, e: {type: yes_no, label: แบบ}}\n"
      "measures: {share: x / n}\n";
  const source::MemoryFiles files(
      {{"c.yaml", description}, {"b.csv", "d,n\nก,100\nข,1000\n"}, {"r.csv", results}});
  source::Texts texts;
  Diagnostics diagnostics;
  const auto circular = model::read_circular(
      "c.yaml", files, texts, [](const auto&, const auto&) { return model::LayoutKind::table; },
      diagnostics);
  BOOST_REQUIRE(circular);
  const auto plan = plan::evaluate(*circular, diagnostics);
  const auto read = model::read_results("r.csv", files, texts, *circular, {}, diagnostics);
  BOOST_REQUIRE(plan && read);
  const auto scores = plan::score(*circular, *plan, *read, diagnostics);
  const document::Workbook workbook =
      scorecard(*circular, *plan, scores, {false, digits}, thai::Catalogue(thai::Language::thai));
  const document::Sheet& sheet = workbook.sheets.at(1);
  // Titles take three rows, headings one; the last two columns say what is needed.
  const int last = static_cast<int>(sheet.column_pixels.size()) - 1;
  std::string text;
  for (int row = 4; row < 7; ++row) {
    const auto cell = [&](int column) { return shown(sheet.cells.at({row, column}).value); };
    text += cell(1) + ": " + cell(last - 3) + " | " + cell(last - 1) + " | " + cell(last) + "\n";
  }
  return text;
}

BOOST_AUTO_TEST_CASE(one_number_is_told_alone) {
  BOOST_TEST(needed("{points: 3, when: share >= 10%}, {points: 2, when: share >= 7.5%},"
                    " {points: 1, otherwise: yes}",
                    "อำเภอ,x\nก,7\nข,75\n") ==
             "ก: ระดับ 1 | อีก 1 ชิ้น | อีก 3 ชิ้น\n"
             "ข: ระดับ 2 | อีก 25 ชิ้น | อีก 25 ชิ้น\n"
             "จังหวัดจ: ระดับ 1 | อีก 1 ชิ้น | อีก 28 ชิ้น\n");
}

BOOST_AUTO_TEST_CASE(several_conditions_name_theirs_and_evidence_is_asked_for) {
  BOOST_TEST(needed("{points: 2, when: share >= 10% and y >= 3 and e},"
                    " {points: 1, when: x >= 1}",
                    "อำเภอ,x,y,e\nก,10,2,\nข,0,5,มี\n") ==
             "ก: ระดับ 1 | ครั้ง อีก 1 และ ต้องมีแบบ | ครั้ง อีก 1 และ ต้องมีแบบ\n"
             "ข: ไม่เข้าระดับใด | ของ อีก 1 ชิ้น | ของ อีก 100 ชิ้น\n"
             "จังหวัดจ: ระดับ 1 | ของ อีก 100 ชิ้น และ ต้องมีแบบ | ของ อีก 100 ชิ้น และ ต้องมีแบบ\n");
}

BOOST_AUTO_TEST_CASE(at_the_top_and_without_a_report_nothing_is_needed) {
  BOOST_TEST(needed("{points: 2, when: share > 10%}, {points: 1, otherwise: yes}",
                    "อำเภอ,x\nก,11\nข,\n") ==
             "ก: ระดับ 2 | ถึงระดับสูงสุดแล้ว | ถึงระดับสูงสุดแล้ว\n"
             "ข: ยังไม่ส่ง | - | -\n"
             "จังหวัดจ: ระดับ 1 | อีก 100 ชิ้น | อีก 100 ชิ้น\n");
}

// What no amount of one result answers for is said as it stands.
BOOST_AUTO_TEST_CASE(other_conditions_are_told_in_words) {
  BOOST_TEST(needed("{points: 2, when: x >= 5 or y >= 2}, {points: 1, when: y < 9}",
                    "อำเภอ,x,y\nก,1,1\nข,1,9\n") ==
             "ก: ระดับ 1 | ต้องให้ ของ ไม่น้อยกว่า 5 หรือ ครั้ง ไม่น้อยกว่า 2 | "
             "ต้องให้ ของ ไม่น้อยกว่า 5 หรือ ครั้ง ไม่น้อยกว่า 2\n"
             "ข: ระดับ 2 | ถึงระดับสูงสุดแล้ว | ถึงระดับสูงสุดแล้ว\n"
             "จังหวัดจ: ระดับ 2 | ถึงระดับสูงสุดแล้ว | ถึงระดับสูงสุดแล้ว\n");
}

BOOST_AUTO_TEST_CASE(a_scorecard_may_have_thai_digits) {
  BOOST_TEST(
      needed("{points: 2, when: x >= 1200 and (y >= 3 or y = 1)}, {points: 1, otherwise: yes}",
             "อำเภอ,x,y\nก,0,0\nข,1200,3\n", thai::Digits::thai) ==
      "ก: ระดับ ๑ | ของ อีก ๑,๒๐๐ ชิ้น และ ต้องให้ ครั้ง ไม่น้อยกว่า ๓ หรือ ครั้ง เท่ากับ ๑ | "
      "ของ อีก ๑,๒๐๐ ชิ้น และ ต้องให้ ครั้ง ไม่น้อยกว่า ๓ หรือ ครั้ง เท่ากับ ๑\n"
      "ข: ระดับ ๒ | ถึงระดับสูงสุดแล้ว | ถึงระดับสูงสุดแล้ว\n"
      "จังหวัดจ: ระดับ ๒ | ถึงระดับสูงสุดแล้ว | ถึงระดับสูงสุดแล้ว\n");
}

}  // namespace
}  // namespace chiwat::scorecard
