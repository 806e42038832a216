// How wide a text is, and where its lines end.
#include <random>

#include "thai/text_width.hpp"
#include "thai_shown.hpp"

namespace chiwat::thai {
namespace {

constexpr Font kRegular{16, false};
constexpr Font kBold{16, true};

// HarfBuzz gives Laksaman's advances x 0.665 for whole lines: 143,810 and 150,864 (the differences
// are the rounding of each character).
BOOST_AUTO_TEST_CASE(widths_are_those_of_the_standard_font) {
  BOOST_TEST(text_width("อำเภอเขมราฐ จังหวัดอุบลราชธานี", kRegular) == 143824);
  BOOST_TEST(text_width("อำเภอเขมราฐ จังหวัดอุบลราชธานี", kBold) == 150912);
  BOOST_TEST(text_width("สิ่งที่ส่งมาด้วย ๓", kRegular) == 68160);       // HarfBuzz: 68,159
  BOOST_TEST(text_width("1,234.50 บาท (๕%)", kRegular) == 88224);  // 88,163, kerned
  BOOST_TEST(text_width("ก", {10, false}) == 3860);
}

BOOST_AUTO_TEST_CASE(marks_and_line_ends_have_no_width) {
  BOOST_TEST(text_width("ที่", kRegular) == text_width("ท", kRegular));
  BOOST_TEST(text_width("กำ", kRegular) == text_width("กา", kRegular));
  BOOST_TEST(text_width("ก\r\nก\u200B", kRegular) == text_width("กก", kRegular));
  BOOST_TEST(text_width("", kRegular) == 0);
}

BOOST_AUTO_TEST_CASE(characters_outside_the_table_are_half_or_one_em) {
  BOOST_TEST(text_width("Ω", kRegular) == 8000);
  BOOST_TEST(text_width("漢", kRegular) == 16000);
  BOOST_TEST(text_width("😀", kRegular) == 16000);
  BOOST_TEST(text_width("a\u0301", kRegular) == text_width("a", kRegular));
}

BOOST_AUTO_TEST_CASE(a_line_is_one_and_three_tenths_em_high) {
  BOOST_TEST(line_height(kRegular) == 20800);
  BOOST_TEST(line_height({18, true}) == 23400);
}

std::string lines(std::string_view text, Millipoints width) {
  return shown(break_lines(text, kRegular, width));
}

BOOST_AUTO_TEST_CASE(lines_break_between_thai_words) {
  BOOST_TEST(lines("แบบรายงานผลการดำเนินงานตามตัวชี้วัดการพัฒนาชุมชน ระดับจังหวัด", 80000) ==
             "แบบรายงานผล|การดำเนินงานตาม|ตัวชี้วัดการพัฒนา|ชุมชน ระดับ|จังหวัด");
  BOOST_TEST(lines("ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ (เดือนตุลาคม ๒๕๖๓ - มีนาคม ๒๕๖๔)", 160000) ==
             "ประจำปีงบประมาณ พ.ศ. ๒๕๖๔|(เดือนตุลาคม ๒๕๖๓ - มีนาคม|๒๕๖๔)");
  BOOST_TEST(lines("อำเภอเขมราฐ", 144000) == "อำเภอเขมราฐ");
}

// ICU calls the breaks between them required too.
BOOST_AUTO_TEST_CASE(the_words_before_a_line_end_stay_together) {
  BOOST_TEST(lines("ผู้ผลิต ผู้ประกอบการรายใหม่\nมีช่องทางการจำหน่าย", 900'000) ==
             "ผู้ผลิต ผู้ประกอบการรายใหม่|มีช่องทางการจำหน่าย");
}

BOOST_AUTO_TEST_CASE(lines_break_at_slashes_dashes_and_brackets) {
  BOOST_TEST(lines("(กลุ่ม/ราย)", 30000) == "(กลุ่ม/|ราย)");
  BOOST_TEST(lines("2563 - 2564", 40000) == "2563 -|2564");
  BOOST_TEST(lines("จำนวน (ราย) ร้อยละ ๘๐%", 40000) == "จำนวน|(ราย)|ร้อยละ|๘๐%");
  BOOST_TEST(lines("1,234.50 เก่าๆ ฯลฯ", 42000) == "1,234.50|เก่าๆ|ฯลฯ");
}

BOOST_AUTO_TEST_CASE(a_line_exactly_as_wide_as_the_cell_fits) {
  const Millipoints width = text_width("จำนวนราย", kRegular);
  BOOST_TEST(lines("จำนวนราย", width) == "จำนวนราย");
  BOOST_TEST(lines("จำนวนราย", width - 1) == "จำนวน|ราย");
  BOOST_TEST(lines("จำนวนราย   ", width) == "จำนวนราย");
}

BOOST_AUTO_TEST_CASE(a_text_keeps_its_own_line_ends) {
  BOOST_TEST(lines("ก\nข\r\n\r\n ค ", 99000) == "ก|ข|| ค");
  BOOST_TEST(lines("ก\n", 99000) == "ก|");
  BOOST_TEST(lines("", 99000) == "");
  BOOST_TEST(break_lines("", kRegular, 99000).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_word_too_wide_is_cut_between_clusters) {
  BOOST_TEST(lines("เขมราฐ", 20000) == "เขม|ราฐ");
  BOOST_TEST(lines("เขมราฐ", 12000) == "เข|ม|รา|ฐ");
  BOOST_TEST(lines("เขมราฐ", 1) == "เ|ข|ม|ร|า|ฐ");  // one cluster at least
  BOOST_TEST(lines("ที่นี่", 1) == "ที่|นี่");
  BOOST_TEST(lines("ABCDEFGH ก", 30000) == "ABCD|EFGH|ก");
}

// Counting goes from run to run of letters, and breaking through the whole text.
BOOST_AUTO_TEST_CASE(lines_are_counted_as_they_are_broken) {
  const std::vector<std::string> parts{
      "อำเภอ",  "เขมราฐ", " ", "  ",   "(", ")", "“", "”",  "/",      "-", "25", "๒๕", "ก!",
      "\u200B", "\u00A0", ",", "OTOP", "ๆ", "ฯ", "%", "\n", "\u2028", "ที่", "้",   "฿"};
  std::minstd_rand random(1);
  for (int i = 0; i < 3'000; ++i) {
    std::string text;
    for (auto count = random() % 12; count > 0; --count) text += parts[random() % parts.size()];
    for (const Millipoints width : {1, 12'000, 25'000, 60'000, 200'000}) {
      const std::size_t lines = break_lines(text, kRegular, width).size();
      const Millipoints one_line = text_width(text, kRegular);
      const bool is_same = count_lines(text, kRegular, width) == lines &&
                           count_lines(text, kRegular, width, one_line) == lines;
      BOOST_TEST(is_same, "“" << text << "” on " << width);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_longest_word_is_the_least_width_of_a_column) {
  BOOST_TEST(longest_word("อำเภอ เขมราฐ", kRegular) == text_width("เขมราฐ", kRegular));
  BOOST_TEST(longest_word("(กลุ่ม/ราย)", kBold) == text_width("(กลุ่ม/", kBold));
  BOOST_TEST(longest_word("ก\nขข  \nค", kRegular) == text_width("ขข", kRegular));
  BOOST_TEST(longest_word("", kRegular) == 0);
}

// Between letters a space ends a word; what stands beside a bracket or a quotation mark may go on.
BOOST_AUTO_TEST_CASE(a_word_may_go_on_after_a_space) {
  const auto is_longest = [](std::string_view text, std::string_view word) {
    return longest_word(text, kRegular) == text_width(word, kRegular);
  };
  BOOST_TEST(is_longest("ก ก ) ก", "ก )"));
  BOOST_TEST(is_longest("ก ( ก ก", "( ก"));
  BOOST_TEST(is_longest("ก ก ! A", "ก !"));
  BOOST_TEST(is_longest("A A A1 ก", "A1"));
  BOOST_TEST(is_longest("ก  ขข  A", "ขข"));
  BOOST_TEST(is_longest("ก ๑๑ ก", "๑๑"));
  BOOST_TEST(is_longest(" ก ", "ก"));
  BOOST_TEST(is_longest(" ", ""));
}

BOOST_AUTO_TEST_CASE(the_longest_word_is_no_narrower_than_asked) {
  const Millipoints width = text_width("เขมราฐ", kRegular);
  BOOST_TEST(longest_word("อำเภอ เขมราฐ", kRegular, width - 1) == width);
  BOOST_TEST(longest_word("อำเภอ เขมราฐ", kRegular, width + 1) == width + 1);
}

}  // namespace
}  // namespace chiwat::thai
