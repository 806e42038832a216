// Next year's description, and one whose tables are in a workbook: edits of a text at places that
// are known, while everything else stays byte for byte.
#define BOOST_TEST_MODULE renew
#include <boost/test/unit_test.hpp>

#include "model/read.hpp"
#include "renew/edited_text.hpp"
#include "renew/input_tables.hpp"
#include "renew/moved_dates.hpp"
#include "renew/next_year.hpp"
#include "renew/to_supply.hpp"
#include "source/yaml.hpp"
#include "thai/date.hpp"

namespace chiwat::renew {
namespace {

// --- Edits ---

std::string same(std::string_view text) {
  return std::string(text);
}

std::string marked(std::string_view text) {
  return text.empty() ? "" : "<" + std::string(text) + ">";
}

BOOST_AUTO_TEST_CASE(everything_else_stays_byte_for_byte) {
  for (const std::string& text :
       {std::string(), std::string("ก"), std::string("ก\n"), std::string("\n\n"),
        std::string("ก\r\nข\rค\n"), std::string("ก: 'it''s # no comment' # comment\n")}) {
    BOOST_TEST(EditedText(text).text(same, same) == text);
  }
}

// Columns count letters, not bytes.
BOOST_AUTO_TEST_CASE(what_is_replaced_must_be_there) {
  EditedText text("ชื่อ: ก\nปี: 2564, 2564\n");
  BOOST_TEST(text.replace({"", 2, 5}, "2564", "2565"));
  BOOST_TEST(!text.replace({"", 2, 6}, "2564", "2565"));
  BOOST_TEST(!text.replace({"", 3, 1}, "2564", "2565"));
  BOOST_TEST(!text.replace({"", 0, 1}, "2564", "2565"));
  BOOST_TEST(!text.replace({"", 1, 99}, "2564", "2565"));
  BOOST_TEST(text.text(marked, marked) == "<ชื่อ: ก>\n<ปี: >2565<, 2564>\n");
}

BOOST_AUTO_TEST_CASE(comments_are_told_from_texts) {
  const auto parts = [](const std::string& line) {
    return EditedText(line).text(same, [](std::string_view comment) { return marked(comment); });
  };
  BOOST_TEST(parts("a: b # c") == "a: b <# c>");
  BOOST_TEST(parts("# c") == "<# c>");
  BOOST_TEST(parts("a: b#c") == "a: b#c");
  BOOST_TEST(parts("a: \"b # c\" # d") == "a: \"b # c\" <# d>");
  BOOST_TEST(parts("a: 'b # c' # d") == "a: 'b # c' <# d>");
  BOOST_TEST(parts("a: [\"b # c\", 'd # e'] # f") == "a: [\"b # c\", 'd # e'] <# f>");
  BOOST_TEST(parts("a: {\"b # c\": 1} # f") == "a: {\"b # c\": 1} <# f>");
  BOOST_TEST(parts("a: \"b \\\" # c\" # d") == "a: \"b \\\" # c\" <# d>");
  BOOST_TEST(parts("a: it's # c") == "a: it's <# c>");
}

BOOST_AUTO_TEST_CASE(comments_of_their_own_lines) {
  EditedText text("a:\r\n  - b: 1\r\n    c: 2");
  text.comment_above(2, "one");
  text.comment_above(2, "two");
  text.comment_above(3, "three");
  text.comment_out(3);
  BOOST_TEST(text.text(same, same) ==
             "a:\r\n  # one\r\n  # two\r\n  - b: 1\r\n    # three\n    # c: 2");
}

BOOST_AUTO_TEST_CASE(a_block_goes_with_its_comments_and_blank_lines) {
  const std::string block =
      "rounds:\n  - number: 1\n    levels:   # of the letter\n      - a\n\n      # no more\n      "
      "- b\n"
      "\n    # of what follows\n    months: x\n";
  EditedText text(block);
  text.replace_block(3, "levels: t.csv");
  BOOST_TEST(text.text(same, same) ==
             "rounds:\n  - number: 1\n    levels: t.csv\n\n    # of what follows\n    months: x\n");
}

// --- Dates ---

std::string moved(const std::string& text, int years = 1) {
  const auto read = thai::parse_date(text);
  BOOST_REQUIRE_MESSAGE(std::holds_alternative<WrittenDate>(read), text);
  const MovedDate next = moved_date(text, std::get<WrittenDate>(read), years);
  const bool weekend = next.date && is_weekend(*next.date);
  return next.text + (next.is_other_day ? " (other day)" : "") + (weekend ? " (weekend)" : "");
}

BOOST_AUTO_TEST_CASE(a_date_keeps_its_day_and_the_way_it_is_written) {
  BOOST_TEST(moved("23 กุมภาพันธ์ 2564") == "23 กุมภาพันธ์ 2565");
  BOOST_TEST(moved("๒๓ กุมภาพันธ์ พ.ศ. ๒๕๖๔") == "๒๓ กุมภาพันธ์ พ.ศ. ๒๕๖๕");
  BOOST_TEST(moved("23 ก.พ. 64") == "23 ก.พ. 65");
  BOOST_TEST(moved("20 ก.พ. 2563", 5) == "20 ก.พ. 2568");
  BOOST_TEST(moved("23/2/2564") == "23/2/2565");
  BOOST_TEST(moved("2564-02-22") == "2565-02-22");
  BOOST_TEST(moved("กุมภาพันธ์ 2564") == "กุมภาพันธ์ 2565");
  BOOST_TEST(moved("23 ก.พ. 99") == "23 ก.พ. 00");
}

BOOST_AUTO_TEST_CASE(the_nearest_day_of_the_week_that_is_named) {
  BOOST_TEST(moved("วันจันทร์ที่ 22 กุมภาพันธ์ 2564") == "วันจันทร์ที่ 21 กุมภาพันธ์ 2565");
  BOOST_TEST(moved("วันจันทร์ที่ ๒๒ กุมภาพันธ์ ๒๕๖๔", 4) == "วันจันทร์ที่ ๒๔ กุมภาพันธ์ ๒๕๖๘");
  BOOST_TEST(moved("วันจันทร์ที่ 1 มีนาคม 2564") == "วันจันทร์ที่ 28 กุมภาพันธ์ 2565");
  BOOST_TEST(moved("22 มีนาคม 2564", 1) == "22 มีนาคม 2565");
  BOOST_TEST(moved("25 มีนาคม 2564", 2) == "25 มีนาคม 2566 (weekend)");
}

BOOST_AUTO_TEST_CASE(there_is_no_29_february) {
  BOOST_TEST(moved("29 กุมภาพันธ์ 2567") == "28 กุมภาพันธ์ 2568 (other day)");
  BOOST_TEST(moved("วันพฤหัสบดีที่ 29 กุมภาพันธ์ 2567") == "วันพฤหัสบดีที่ 27 กุมภาพันธ์ 2568 (other day)");
  BOOST_TEST(moved("29 กุมภาพันธ์ 2567", 4) == "29 กุมภาพันธ์ 2571");
}

BOOST_AUTO_TEST_CASE(years_of_a_text_within_bounds) {
  const auto later = [](const char* text) { return with_later_years(text, 1, 2563, 2565); };
  BOOST_TEST(later("ปี 2557 - 2563 และ ๒๕๖๔") == "ปี 2557 - 2564 และ ๒๕๖๕");
  BOOST_TEST(later("02564 25641 2564.5") == "02564 25641 2565.5");
  BOOST_TEST(later("0 4531 2564") == "0 4531 2565");
  BOOST_TEST(later("") == "");
}

// --- Next year ---

constexpr const char* kHead = R"(province: พะเยา   # ของเรา
fiscal_year: 2564   # ปีงบประมาณ พ.ศ. 2564
letter:
  number: พย ๐๐๑๙/ว ๑๐๕๖
  date: 23 กุมภาพันธ์ 2564
  subject: "การดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2564"
indicator: {name: 'ร้อยละ ของปี 2564', unit: ร้อยละ}
rounds: [{number: 1, months: ตุลาคม 2563 - มีนาคม 2564}]
)";

constexpr const char* kTail = R"(baseline: {file: b.csv, district: d, columns: {n: n}}
attachments: []
)";

std::string renewed(const std::string& rest, const NextYear& next = {2565, {"n"}}) {
  const std::string description = kHead + rest + kTail;
  const source::MemoryFiles files({{"c.yaml", description}, {"b.csv", "d,n\nจุน,100\nปง,200\n"}});
  source::Texts texts;
  Diagnostics diagnostics;
  const auto circular = model::read_circular(
      "c.yaml", files, texts, [](const auto&, const auto&) { return model::LayoutKind::table; },
      diagnostics);
  const auto tree = source::read_yaml("c.yaml", description, texts, diagnostics);
  for (const Diagnostic& found : diagnostics.all()) BOOST_TEST_MESSAGE(found.message.id);
  BOOST_REQUIRE(circular && tree);
  return next_year(description, *tree, *circular, next);
}

// The lines between head and tail.
std::string renewed_rest(const std::string& rest) {
  const std::string text = renewed(rest);
  const std::string start = "มีนาคม 2565}]\n";
  const auto begin = text.find(start);
  const auto end = text.find("baseline:");
  BOOST_REQUIRE(begin != std::string::npos && end != std::string::npos);
  return text.substr(begin + start.size(), end - begin - start.size());
}

BOOST_AUTO_TEST_CASE(the_head_of_next_year) {
  BOOST_TEST(renewed("") == R"(province: พะเยา   # ของเรา
fiscal_year: 2565   # ปีงบประมาณ พ.ศ. 2565
letter:
  # โปรดระบุ: เลขที่หนังสือของปี 2565
  # number: พย ๐๐๑๙/ว ๑๐๕๖
  date: 23 กุมภาพันธ์ 2565
  subject: "การดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2565"
indicator: {name: 'ร้อยละ ของปี 2565', unit: ร้อยละ}
rounds: [{number: 1, months: ตุลาคม 2564 - มีนาคม 2565}]
baseline: {file: b.csv, district: d, columns: {n: n}}
attachments: []
)");
}

BOOST_AUTO_TEST_CASE(what_only_a_person_knows_is_marked_above_its_line) {
  BOOST_TEST(renewed("", {2565, {}})
                 .find("# โปรดระบุ: ข้อมูลฐานของปี 2565 ในไฟล์ b.csv (n) ตัวเลขที่มีอยู่เป็นของปีก่อน\n"
                       "baseline: {file: b.csv,") != std::string::npos);
  BOOST_TEST(renewed_rest("deadlines:\n  - name: ส่ง   # ตามหนังสือ\n    date: 26 กุมภาพันธ์ 2564\n") ==
             "deadlines:\n  - name: ส่ง   # ตามหนังสือ\n"
             "    # โปรดระบุ: กำหนดส่ง ตรงกับวันเสาร์ ยืนยันหรือเลื่อน\n    date: 26 กุมภาพันธ์ 2565\n");
}

// Half of them follow the moon.
BOOST_AUTO_TEST_CASE(holidays_are_to_be_looked_up) {
  BOOST_TEST(renewed_rest("holidays:\n  วันมาฆบูชา: 26 กุมภาพันธ์ 2564\n  วันจักรี: 6 เมษายน 2564\n") ==
             "holidays:\n  # โปรดระบุ: วันหยุดราชการของปี 2565 วันที่ที่มีอยู่เลื่อนจากปีก่อนโดยคงวันและเดือนไว้\n"
             "  วันมาฆบูชา: 26 กุมภาพันธ์ 2565\n  วันจักรี: 6 เมษายน 2565\n");
  BOOST_TEST(renewed_rest("holidays: {วันมาฆบูชา: 26 กุมภาพันธ์ 2564}\n") ==
             "# โปรดระบุ: วันหยุดราชการของปี 2565 วันที่ที่มีอยู่เลื่อนจากปีก่อนโดยคงวันและเดือนไว้\n"
             "holidays: {วันมาฆบูชา: 26 กุมภาพันธ์ 2565}\n");
}

// A comment about the past stays in the past; years far from the fiscal year do, too.
BOOST_AUTO_TEST_CASE(values_in_every_style) {
  BOOST_TEST(renewed_rest("values:\n"
                          "  plain: ทะเบียนปี 2557 ถึงปี 2563   # นับเมื่อปี 2563\n"
                          "  quoted: \"ปี 2564 # ไม่ใช่หมายเหตุ\"   # ตามแผน\n"
                          "  single: 'ปี ''2564'''\n"
                          "  folded: >-\n    ปี 2564\n    และปี 2565\n"
                          "  literal: |\n    ปี ๒๕๖๔\n") ==
             "values:\n"
             "  plain: ทะเบียนปี 2557 ถึงปี 2564   # นับเมื่อปี 2563\n"
             "  quoted: \"ปี 2565 # ไม่ใช่หมายเหตุ\"   # ตามแผน\n"
             "  single: 'ปี ''2565'''\n"
             "  folded: >-\n    ปี 2565\n    และปี 2566\n"
             "  literal: |\n    ปี ๒๕๖๕\n");
}

// A number in a formula is no year.
BOOST_AUTO_TEST_CASE(formulas_stay) {
  BOOST_TEST(renewed_rest("columns:\n  t: {formula: n + 2564, label: ปี 2564}\n") ==
             "columns:\n  t: {formula: n + 2564, label: ปี 2565}\n");
  BOOST_TEST(renewed_rest("columns: {t: n + 2564}\n") == "columns: {t: n + 2564}\n");
  BOOST_TEST(renewed_rest("columns:\n  t: min(n, 2564)   # เพดาน\n") ==
             "columns:\n  t: min(n, 2564)   # เพดาน\n");
}

BOOST_AUTO_TEST_CASE(what_is_to_be_supplied_is_told_until_the_comment_is_gone) {
  Diagnostics diagnostics;
  report_to_supply(
      "c.yaml",
      "# โปรดระบุ: หนึ่ง  \r\na: 1 # โปรดระบุ: ท้ายบรรทัด\n  ## โปรดระบุ:สอง\n# ระบุ: ไม่ใช่\n#โปรดระบุ: สาม",
      diagnostics);
  std::string told;
  for (const Diagnostic& one : diagnostics.all()) {
    told += std::to_string(one.origin.line) + ":" + std::to_string(one.origin.column) + " " +
            std::get<std::string>(one.message.arguments.at("what")) + "\n";
  }
  BOOST_TEST(told == "1:1 หนึ่ง\n3:3 สอง\n5:1 สาม\n");
}

// --- Tables in a workbook ---

std::string with_workbook(const std::string& description) {
  source::Texts texts;
  Diagnostics diagnostics;
  const auto tree = source::read_yaml("c.yaml", description, texts, diagnostics);
  BOOST_REQUIRE(tree);
  std::string result = with_input_workbook(description, *tree, "input.xlsx") + "--\n";
  for (const auto& row : level_table(*tree).rows) {
    for (const std::string& cell : row) result += cell + "|";
    result += "\n";
  }
  return result;
}

// Levels in flow style cannot be cut out line by line: they stay, and are not in the table.
BOOST_AUTO_TEST_CASE(levels_leave_the_text_with_their_comments) {
  BOOST_TEST(with_workbook("rounds:\n"
                           "  - number: 1\n"
                           "    levels:\n"
                           "      # จากคู่มือ\n"
                           "      - points: 5   # สูงสุด\n"
                           "        when: n >= 10%\n"
                           "        text: \"ไม่น้อยกว่า: {n}\"\n"
                           "      - {points: 1, otherwise: yes}\n"
                           "    counts: x\n"
                           "  - {number: 2, levels: [{points: 1, otherwise: yes}]}\n"
                           "  - number: 3\n"
                           "    levels: levels.csv\n"
                           "baseline:\n"
                           "  file: 'b.csv'   # ตาราง\n") ==
             "rounds:\n"
             "  - number: 1\n"
             "    levels: input.xlsx#ระดับคะแนน\n"
             "    counts: x\n"
             "  - {number: 2, levels: [{points: 1, otherwise: yes}]}\n"
             "  - number: 3\n"
             "    levels: levels.csv\n"
             "baseline:\n"
             "  file: 'input.xlsx#ข้อมูลฐาน'   # ตาราง\n"
             "--\n"
             "1|5|n >= 10%|ไม่น้อยกว่า: {n}|||\n"
             "1|1|||||\n");
}

}  // namespace
}  // namespace chiwat::renew
