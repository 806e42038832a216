// Thai text: digits, names as people type them, character sets, numbers in words.
#define BOOST_TEST_MODULE thai
#include "thai/digits.hpp"
#include "thai/encoding.hpp"
#include "thai/names.hpp"
#include "thai/spell_out.hpp"
#include "thai_shown.hpp"

namespace chiwat::thai {
namespace {

std::string number(std::string_view text) {
  return shown(plain_decimal(text));
}

std::string decoded(std::string_view bytes) {
  return shown(decode(bytes));
}

// U+0E00 and those that follow.
std::string thai_letter(unsigned number) {
  return {'\xE0', static_cast<char>(0xB8 | number >> 6), static_cast<char>(0x80 | (number & 0x3F))};
}

// --- digits ---

BOOST_AUTO_TEST_CASE(digits_change_in_words_and_numbers) {
  BOOST_TEST(with_digits("ร้อยละ 27.5 (ปี 2564)", Digits::thai) == "ร้อยละ ๒๗.๕ (ปี ๒๕๖๔)");
  BOOST_TEST(with_digits("ร้อยละ ๒๗.๕ (ปี ๒๕๖๔)", Digits::arabic) == "ร้อยละ 27.5 (ปี 2564)");
  BOOST_TEST(with_digits("1,234 หมู่บ้าน/5 ตำบล", Digits::thai) == "๑,๒๓๔ หมู่บ้าน/๕ ตำบล");
  BOOST_TEST(with_digits("", Digits::thai) == "");
}

BOOST_AUTO_TEST_CASE(codes_and_links_keep_their_digits) {
  BOOST_TEST(with_digits("OTOP 5 ดาว รหัส OTOP5", Digits::thai) == "OTOP ๕ ดาว รหัส OTOP5");
  BOOST_TEST(with_digits("กระดาษ A4 2 แผ่น", Digits::thai) == "กระดาษ A4 ๒ แผ่น");
  BOOST_TEST(with_digits("ส่งที่ cdd34@example.go.th ภายใน 5 วัน", Digits::thai) ==
             "ส่งที่ cdd34@example.go.th ภายใน ๕ วัน");
  BOOST_TEST(with_digits("ดูที่https://example.com/2564/๑\tหน้า 3", Digits::thai) ==
             "ดูที่https://example.com/2564/๑\tหน้า ๓");
}

BOOST_AUTO_TEST_CASE(telephone_numbers_keep_their_digits) {
  BOOST_TEST(with_digits("โทร. 0 4525 4711 ต่อ 12", Digits::thai) == "โทร. 0 4525 4711 ต่อ ๑๒");
  BOOST_TEST(with_digits("มือถือ 081-234-5678", Digits::thai) == "มือถือ 081-234-5678");
  BOOST_TEST(with_digits("มือถือ ๐๘๑-๒๓๔-๕๖๗๘", Digits::arabic) == "มือถือ ๐๘๑-๒๓๔-๕๖๗๘");
  BOOST_TEST(with_digits("ข้อ 3 0812345678", Digits::thai) == "ข้อ ๓ 0812345678");
  BOOST_TEST(with_digits("01234567", Digits::thai) == "๐๑๒๓๔๕๖๗");
  BOOST_TEST(with_digits("1034567890", Digits::thai) == "๑๐๓๔๕๖๗๘๙๐");
}

BOOST_AUTO_TEST_CASE(to_arabic_changes_every_thai_digit) {
  BOOST_TEST(to_arabic("OTOP๕ ๐๑๒๓๔๕๖๗๘๙ ฯ") == "OTOP5 0123456789 ฯ");
}

// --- names ---

BOOST_AUTO_TEST_CASE(normalise_joins_sara_am) {
  const std::string water = "น้ำ";                         // no nu, mai tho, sara am
  BOOST_TEST(normalise("น\u0E4D\u0E49\u0E32") == water);  // tone mark between
  BOOST_TEST(normalise("น\u0E49\u0E4D\u0E32") == water);  // tone mark before
  BOOST_TEST(normalise("น\u0E33\u0E49") == water);        // tone mark after
  BOOST_TEST(normalise("ก\u0E4D\u0E32") == "กำ");
  BOOST_TEST(normalise("น\u0E4D\u200B\u0E49\u0E32") == water);  // a zero-width space between
}

BOOST_AUTO_TEST_CASE(normalise_joins_sara_e) {
  BOOST_TEST(normalise("\u0E40\u0E40ม่แจ่ม") == "แม่แจ่ม");
}

BOOST_AUTO_TEST_CASE(normalise_orders_marks_as_nfc_does) {
  BOOST_TEST(normalise("ก\u0E48\u0E38") == "ก\u0E38\u0E48");
  BOOST_TEST(normalise("cafe\u0301") == "caf\u00E9");
}

BOOST_AUTO_TEST_CASE(white_space_of_latin_names) {
  for (const char* text : {"a b", " a b", "a b ", "a  b", "a\tb", "a\n b\u200B"}) {
    BOOST_TEST(normalise(text) == "a b");
  }
  for (const char* text : {"", " ", "  ", "\t"}) BOOST_TEST(normalise(text) == "");
}

BOOST_AUTO_TEST_CASE(normalise_is_the_same_for_any_two_letters_with_and_without_icu) {
  // A zero-width space keeps a text from being taken as it is.
  for (unsigned first = 0; first < 0x80; ++first) {
    for (unsigned second = 0; second < 0x80; ++second) {
      const std::string both = "ก" + thai_letter(first) + thai_letter(second);
      BOOST_REQUIRE_EQUAL(normalise(both), normalise(both + "\u200B"));
    }
  }
}

BOOST_AUTO_TEST_CASE(normalise_knows_the_marks_of_old_fonts) {
  BOOST_TEST(normalise("ป\uF702") == "ปี");
  BOOST_TEST(normalise("ท\uF70A") == "ท่");
  BOOST_TEST(normalise("\uF700\uF718") == "ฐุ");
  BOOST_TEST(normalise("ป\uF711\uF714า") == "ป้ำ");  // shifted nikhahit and mai tho
  BOOST_TEST(normalise("\uF71A") == "\u0E3A");
}

BOOST_AUTO_TEST_CASE(normalise_settles_space_and_what_has_no_width) {
  BOOST_TEST(normalise("\u00A0 เขม\u200Bราฐ \t\r\n อุบล\uFEFF ") == "เขมราฐ อุบล");
  BOOST_TEST(normalise("OTOP") == "OTOP");
  BOOST_TEST(normalise(" \u200B ") == "");
}

BOOST_AUTO_TEST_CASE(valid_utf8_has_no_nul) {
  BOOST_TEST(is_valid_utf8(""));
  BOOST_TEST(is_valid_utf8("เขมราฐ 😀"));
  BOOST_TEST(!is_valid_utf8("a\0b"sv));
  BOOST_TEST(!is_valid_utf8("\xE0\xB8"));          // cut off
  BOOST_TEST(!is_valid_utf8("\xC0\xAF"));          // longer than needed
  BOOST_TEST(!is_valid_utf8("\xED\xA0\x80"));      // half of a pair
  BOOST_TEST(!is_valid_utf8("\xF5\x80\x80\x80"));  // beyond Unicode
}

BOOST_AUTO_TEST_CASE(lengths_count_code_points_units_and_columns) {
  BOOST_TEST(length("น้ำ😀") == 4u);
  BOOST_TEST(utf16_length("น้ำ😀") == 5u);
  BOOST_TEST(display_width("น้ำ") == 2u);
  BOOST_TEST(display_width("ที่นี่") == 2u);
  BOOST_TEST(display_width("abc ๑๒๓") == 7u);
  BOOST_TEST(display_width("漢😀") == 4u);
  BOOST_TEST(display_width("a\u200B\u0301b") == 2u);
  BOOST_TEST(display_width("") == 0u);
}

std::string near(std::string_view text) {
  const std::vector<std::string> names = {"เขมราฐ", "โขงเจียม", "เขื่องใน", "Target", "ที่", "ก"};
  return shown(closest(text, names));
}

BOOST_AUTO_TEST_CASE(closest_finds_what_was_meant) {
  BOOST_TEST(near("เขมราช") == "เขมราฐ");
  BOOST_TEST(near("เขมมราฐ") == "เขมราฐ");
  BOOST_TEST(near("โขงเจีม") == "โขงเจียม");
  BOOST_TEST(near("โขง\u200Bเจียม ") == "โขงเจียม");
  BOOST_TEST(near("targte") == "Target");
  BOOST_TEST(near("ที") == "ที่");
  BOOST_TEST(near("วารินชำราบ") == "(nothing)");
  BOOST_TEST(near("ข") == "(nothing)");
  BOOST_TEST(near("") == "(nothing)");
  BOOST_TEST(shown(closest("x", {})) == "(nothing)");
}

BOOST_AUTO_TEST_CASE(closest_takes_the_first_of_equals) {
  const std::vector<std::string> names = {"round_1", "round_2"};
  BOOST_TEST(shown(closest("round_3", names)) == "round_1");
}

BOOST_AUTO_TEST_CASE(plain_decimal_reads_what_people_type) {
  BOOST_TEST(number("1234") == "1234");
  BOOST_TEST(number("๑,๒๓๔.๕๐ บาท") == "1234.50");
  BOOST_TEST(number("1,234,567บาท") == "1234567");
  BOOST_TEST(number(" \u00A0-12.5 ") == "-12.5");
  BOOST_TEST(number("–5") == "-5");
  BOOST_TEST(number("+7") == "7");
  BOOST_TEST(number("-") == "0");
  BOOST_TEST(number("–") == "0");
  BOOST_TEST(number("007") == "007");
}

BOOST_AUTO_TEST_CASE(plain_decimal_takes_these_units_and_no_others) {
  const std::vector<std::string> units = {"บาท", "บาทถ้วน", ".-", "ผลิตภัณฑ์ "};
  const auto number = [&](std::string_view text) { return shown(plain_decimal(text, units)); };
  BOOST_TEST(number("๑,๒๓๔ บาทถ้วน") == "1234");
  BOOST_TEST(number("1,234.-") == "1234");
  BOOST_TEST(number("12.50บาท") == "12.50");
  BOOST_TEST(number("5 ผลิตภัณฑ์") == "5");
  for (const char* bad : {"5 ราย", "5 บาท บาท", "บาทถ้วน", ".-", "5 บาท 6"}) {
    BOOST_TEST(number(bad) == "(nothing)", bad);
  }
  BOOST_TEST(shown(plain_decimal("5 บาท", {})) == "(nothing)");
}

BOOST_AUTO_TEST_CASE(plain_decimal_refuses_what_is_no_number) {
  for (const char* bad : {"",       " ",   "1,23", "1234,567", ",123", "1,234,", "1,,234",
                          "1.2.3",  "1.",  ".5",   "1.234,5",  "+",    "--1",    "1-2",
                          "12 ราย", "บาท", "1e3",  "0x1F",     "NaN",  "1 234",  "1/2"}) {
    BOOST_TEST(number(bad) == "(nothing)", bad);
  }
}

BOOST_AUTO_TEST_CASE(file_name_can_be_saved_everywhere) {
  BOOST_TEST(file_name("เขมราฐ", 100) == "เขมราฐ");
  BOOST_TEST(file_name("แบบ 1/2: \"กลุ่ม\" <ราย>?", 100) == "แบบ 1 2 กลุ่ม ราย");
  BOOST_TEST(file_name("a\\b|c*d\x01\x7F\ne", 100) == "a b c d e");
  BOOST_TEST(file_name(" ..สรุป v1.2.. ", 100) == "สรุป v1.2");
  BOOST_TEST(file_name("", 100) == "_");
  BOOST_TEST(file_name("../..", 100) == "_");
}

BOOST_AUTO_TEST_CASE(file_name_is_no_device) {
  BOOST_TEST(file_name("CON", 100) == "CON_");
  BOOST_TEST(file_name("con.xlsx", 100) == "con_.xlsx");
  BOOST_TEST(file_name("Lpt1", 100) == "Lpt1_");
  BOOST_TEST(file_name("CON.abc", 7) == "CON_.ab");
  BOOST_TEST(file_name("CONTENT COM0 COM10", 100) == "CONTENT COM0 COM10");
}

BOOST_AUTO_TEST_CASE(file_name_is_cut_between_characters) {
  BOOST_TEST(file_name("abcdef", 4) == "abcd");
  BOOST_TEST(file_name("ab cdef", 4) == "ab c");
  BOOST_TEST(file_name("abc def", 4) == "abc");
  BOOST_TEST(file_name("กลุ่ม", 9) == "ก");  // ลุ่ has nine bytes of its own
  BOOST_TEST(file_name("กลุ่ม", 12) == "กลุ่");
  BOOST_TEST(file_name("กลุ่ม", 14) == "กลุ่");
  BOOST_TEST(file_name("😀😀", 7) == "😀");
}

// --- character sets ---

BOOST_AUTO_TEST_CASE(decodes_every_character_set_of_thai_offices) {
  const std::string text = "ก,1";
  BOOST_TEST(decoded("\xE0\xB8\x81,1") == text);                 // UTF-8
  BOOST_TEST(decoded("\xEF\xBB\xBF\xE0\xB8\x81,1") == text);     // with its mark
  BOOST_TEST(decoded("\xFF\xFE\x01\x0E,\0"s + "1\0"s) == text);  // UTF-16 LE
  BOOST_TEST(decoded("\xFE\xFF\x0E\x01\0,\0"s + "1"s) == text);  // UTF-16 BE
  BOOST_TEST(decoded("\xA1,1") == text);                         // windows-874
  BOOST_TEST(decoded("\xE0\xA2\xC1\xC3\xD2\xB0 \x93\x85\x94") == "เขมราฐ “…”");
  BOOST_TEST(decoded("\xFF\xFE\x3D\xD8\x00\xDE"s) == "😀");
  BOOST_TEST(decoded("") == "");
  BOOST_TEST(decoded("\xEF\xBB\xBF") == "");
}

BOOST_AUTO_TEST_CASE(refuses_bytes_that_are_no_text) {
  BOOST_TEST(decoded("a\0b"sv) == "(nothing)");
  BOOST_TEST(decoded("\xA1\0"sv) == "(nothing)");
  BOOST_TEST(decoded("\xEF\xBB\xBF\xA1") == "(nothing)");            // marked UTF-8, but is not
  BOOST_TEST(decoded("\xFF\xFE\x01"sv) == "(nothing)");              // half a unit
  BOOST_TEST(decoded("\xFF\xFE\x3D\xD8\x41\x00"sv) == "(nothing)");  // half a pair
  BOOST_TEST(decoded("\xFF\xFE\x00\x00"sv) == "(nothing)");          // a NUL
  BOOST_TEST(decoded("\xA1\xDB") == "(nothing)");                    // undefined in windows-874
  BOOST_TEST(decoded("\xA1\x81") == "(nothing)");
  BOOST_TEST(decoded("\x89PNG\r\n\x1A\n\xFF") == "(nothing)");
}

// --- numbers in words ---

std::string in_words(const char* decimal) {
  const Number number = Number::parse(decimal).value();
  return spell_out(number, number.decimals().value());
}

BOOST_AUTO_TEST_CASE(numbers_in_words) {
  const std::pair<const char*, const char*> words[] = {
      {"0", "ศูนย์"},
      {"1", "หนึ่ง"},
      {"10", "สิบ"},
      {"11", "สิบเอ็ด"},
      {"20", "ยี่สิบ"},
      {"21", "ยี่สิบเอ็ด"},
      {"100", "หนึ่งร้อย"},
      {"101", "หนึ่งร้อยเอ็ด"},
      {"110", "หนึ่งร้อยสิบ"},
      {"112", "หนึ่งร้อยสิบสอง"},
      {"587", "ห้าร้อยแปดสิบเจ็ด"},
      {"1001", "หนึ่งพันเอ็ด"},
      {"222222", "สองแสนสองหมื่นสองพันสองร้อยยี่สิบสอง"},
      {"1000000", "หนึ่งล้าน"},
      {"1000001", "หนึ่งล้านเอ็ด"},
      {"11000000", "สิบเอ็ดล้าน"},
      {"21000021", "ยี่สิบเอ็ดล้านยี่สิบเอ็ด"},
      {"1467249697", "หนึ่งพันสี่ร้อยหกสิบเจ็ดล้านสองแสนสี่หมื่นเก้าพันหกร้อยเก้าสิบเจ็ด"},
      {"1000000000000", "หนึ่งล้านล้าน"},
      {"1000001000001", "หนึ่งล้านเอ็ดล้านเอ็ด"},
      {"999999999999999999",
       "เก้าแสนเก้าหมื่นเก้าพันเก้าร้อยเก้าสิบเก้าล้านเก้าแสนเก้าหมื่นเก้าพันเก้าร้อยเก้าสิบเก้าล้าน"
       "เก้าแสนเก้าหมื่นเก้าพันเก้าร้อยเก้าสิบเก้า"},
      {"1000000000000000000", "หนึ่งล้านล้านล้าน"},
      {"-21", "ลบยี่สิบเอ็ด"},
      {"0.05", "ศูนย์จุดศูนย์ห้า"},
      {"12.5", "สิบสองจุดห้า"},
      {"-0.11", "ลบศูนย์จุดหนึ่งหนึ่ง"},
  };
  for (const auto& [decimal, expected] : words) BOOST_TEST(in_words(decimal) == expected, decimal);
}

BOOST_AUTO_TEST_CASE(numbers_in_words_are_rounded_as_they_are_shown) {
  BOOST_TEST(spell_out(27, 1) == "ยี่สิบเจ็ดจุดศูนย์");
  BOOST_TEST(spell_out(Number(69) / 2) == "สามสิบห้า");
  BOOST_TEST(spell_out(Number(-1) / 3, 2) == "ลบศูนย์จุดสามสาม");
  BOOST_TEST(spell_out(Number(-1) / 3) == "ศูนย์");
}

BOOST_AUTO_TEST_CASE(amounts_in_words) {
  const auto baht = [](const char* decimal) {
    return spell_out_baht(Number::parse(decimal).value());
  };
  BOOST_TEST(baht("0") == "ศูนย์บาทถ้วน");
  BOOST_TEST(baht("121") == "หนึ่งร้อยยี่สิบเอ็ดบาทถ้วน");
  BOOST_TEST(baht("121.25") == "หนึ่งร้อยยี่สิบเอ็ดบาทยี่สิบห้าสตางค์");
  BOOST_TEST(baht("0.5") == "ห้าสิบสตางค์");
  BOOST_TEST(baht("-1.01") == "ลบหนึ่งบาทหนึ่งสตางค์");
  BOOST_TEST(baht("1.995") == "สองบาทถ้วน");
}

}  // namespace
}  // namespace chiwat::thai
