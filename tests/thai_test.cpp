// Thai text: digits, dates, placeholders, names as people type them, character sets, and how wide
// it all is.
#define BOOST_TEST_MODULE thai
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <unicode/ures.h>

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <map>
#include <set>

#include "thai/date.hpp"
#include "thai/digits.hpp"
#include "thai/encoding.hpp"
#include "thai/message.hpp"
#include "thai/names.hpp"
#include "thai/spell_out.hpp"
#include "thai/text_width.hpp"

namespace chiwat::thai {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;
using namespace std::string_view_literals;

// --- results as text, to stand beside what is expected ---

std::string shown(const Message& message) {
  std::string text = message.id;
  for (const auto& [name, value] : message.arguments) {
    text += " " + name + "=" + std::get<std::string>(value);
  }
  return text;
}

std::string shown(const Date& date) {
  const auto number = [](unsigned value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
  };
  return std::to_string(static_cast<int>(date.year())) + "-" +
         number(static_cast<unsigned>(date.month())) + "-" +
         number(static_cast<unsigned>(date.day()));
}

std::string shown(const Month& month) {
  return shown(Date(month / 1d)).substr(0, 7);
}

std::string shown(const WrittenDate& date) {
  const std::string day = date.day ? shown(*date.date()) : shown(date.month);
  return date.weekday ? day + " weekday " + std::to_string(date.weekday->c_encoding()) : day;
}

std::string shown(const Period& period) {
  return shown(period.first) + ".." + shown(period.last);
}
std::string shown(const std::string& text) {
  return text;
}

template <class... T>
std::string shown(const std::variant<T...>& result) {
  return std::visit([](const auto& value) { return shown(value); }, result);
}

std::string shown(const std::optional<std::string>& text) {
  return text.value_or("(nothing)");
}

std::string shown(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (&line == &lines.front() ? "" : "|") + line;
  return text;
}

std::string date(std::string_view text) {
  return shown(parse_date(text));
}
std::string period(std::string_view text) {
  return shown(parse_period(text));
}
std::string number(std::string_view text) {
  return shown(plain_decimal(text));
}
std::string decoded(std::string_view bytes) {
  return shown(decode(bytes));
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

// --- dates ---

BOOST_AUTO_TEST_CASE(reads_a_date_in_every_written_form) {
  BOOST_TEST(date("23 กุมภาพันธ์ 2564") == "2021-02-23");
  BOOST_TEST(date("๒๓ กุมภาพันธ์ พ.ศ. ๒๕๖๔") == "2021-02-23");
  BOOST_TEST(date("วันจันทร์ที่ ๒๒ กุมภาพันธ์ ๒๕๖๔") == "2021-02-22 weekday 1");
  BOOST_TEST(date("จันทร์ที่ 22 กุมภาพันธ์ 2564") == "2021-02-22 weekday 1");
  BOOST_TEST(date("วันอาทิตย์ที่ 22 กุมภาพันธ์ 2564") == "2021-02-22 weekday 0");
  BOOST_TEST(date("วันที่ 1 เดือนตุลาคม พ.ศ. 2563") == "2020-10-01");
  BOOST_TEST(date("23 ก.พ. 64") == "2021-02-23");
  BOOST_TEST(date("๒๓ก.พ.๖๔") == "2021-02-23");
  BOOST_TEST(date("  23  ก.พ  2564 ") == "2021-02-23");
  BOOST_TEST(date("29 ก.พ. 67") == "2024-02-29");
  BOOST_TEST(date("2564-02-23") == "2021-02-23");
  BOOST_TEST(date("2564-2-3") == "2021-02-03");
}

BOOST_AUTO_TEST_CASE(reads_a_month_without_its_day) {
  BOOST_TEST(date("กุมภาพันธ์ 2565") == "2022-02");
  BOOST_TEST(date("เดือนกุมภาพันธ์ ๒๕๖๕") == "2022-02");
  BOOST_TEST(date("ก.พ. 65") == "2022-02");
  BOOST_TEST(date("2565-02") == "2022-02");
}

BOOST_AUTO_TEST_CASE(knows_every_month_by_both_names) {
  const char* const names[] = {"มกราคม ม.ค.",  "กุมภาพันธ์ ก.พ.", "มีนาคม มี.ค.",    "เมษายน เม.ย.",
                               "พฤษภาคม พ.ค.", "มิถุนายน มิ.ย.",  "กรกฎาคม ก.ค.",  "สิงหาคม ส.ค.",
                               "กันยายน ก.ย.",  "ตุลาคม ต.ค.",   "พฤศจิกายน พ.ย.", "ธันวาคม ธ.ค."};
  for (unsigned i = 1; i <= 12; ++i) {
    const std::string both = names[i - 1];
    const std::size_t space = both.find(' ');
    const std::string expected = shown(std::chrono::year(2021) / std::chrono::month(i));
    BOOST_TEST(date(both.substr(0, space) + " 2564") == expected);
    BOOST_TEST(date(both.substr(space + 1) + " 64") == expected);
  }
}

BOOST_AUTO_TEST_CASE(says_why_a_date_cannot_be_taken) {
  BOOST_TEST(date("31 กุมภาพันธ์ 2564") == "date_impossible text=31 กุมภาพันธ์ 2564");
  BOOST_TEST(date("29 ก.พ. 64") == "date_impossible text=29 ก.พ. 64");
  BOOST_TEST(date("2564-13") == "date_impossible text=2564-13");
  BOOST_TEST(date("2564-02-00") == "date_impossible text=2564-02-00");
  BOOST_TEST(date("23 กุมภาพันธ์ 2021") == "year_not_buddhist suggestion=2564 year=2021");
  BOOST_TEST(date("2021-02-23") == "year_not_buddhist suggestion=2564 year=2021");
  BOOST_TEST(date("23 กุมภา 2564") == "date_unreadable text=23 กุมภา 2564");
  BOOST_TEST(date("ประมาณ 23 กุมภาพันธ์ 2564") == "date_unreadable text=ประมาณ 23 กุมภาพันธ์ 2564");
  BOOST_TEST(date("30/2/2564") == "date_impossible text=30/2/2564");
  BOOST_TEST(date("23 กุมภาพันธ์ 564") == "date_unreadable text=23 กุมภาพันธ์ 564");
  BOOST_TEST(date("2564") == "date_unreadable text=2564");
  BOOST_TEST(date("") == "date_unreadable text=");
  BOOST_TEST(date("२३ กุมภาพันธ์ २५६४") == "date_unreadable text=२३ กุมภาพันธ์ २५६४");
}

BOOST_AUTO_TEST_CASE(reads_a_period) {
  BOOST_TEST(period("ตุลาคม 2563 - มีนาคม 2564") == "2020-10..2021-03");
  BOOST_TEST(period("เดือนตุลาคม ๒๕๖๓–เดือนมีนาคม ๒๕๖๔") == "2020-10..2021-03");
  BOOST_TEST(period("ต.ค. 63 ถึง มี.ค. 64") == "2020-10..2021-03");
  BOOST_TEST(period("เมษายน - กันยายน 2564") == "2021-04..2021-09");
  BOOST_TEST(period("เม.ย.-ก.ย. 64") == "2021-04..2021-09");
  BOOST_TEST(period("2563-10 - 2564-03") == "2020-10..2021-03");
  BOOST_TEST(period("2563-10 ถึง 2564-03") == "2020-10..2021-03");
  BOOST_TEST(period("มีนาคม 2564") == "2021-03..2021-03");
  BOOST_TEST(period("2564-03") == "2021-03..2021-03");
}

BOOST_AUTO_TEST_CASE(says_why_a_period_cannot_be_taken) {
  BOOST_TEST(period("มีนาคม 2564 - ตุลาคม 2563") == "period_backwards text=มีนาคม 2564 - ตุลาคม 2563");
  BOOST_TEST(period("ตุลาคม - มีนาคม 2564") == "period_backwards text=ตุลาคม - มีนาคม 2564");
  BOOST_TEST(period("ตุลาคม 2020 - มีนาคม 2564") == "year_not_buddhist suggestion=2563 year=2020");
  BOOST_TEST(period("ตุลาคม 2563 - มีนา 2564") == "date_unreadable text=มีนา 2564");
  BOOST_TEST(period("1 ตุลาคม 2563 - มีนาคม 2564") == "date_unreadable text=1 ตุลาคม 2563");
  BOOST_TEST(period("ปีงบประมาณ") == "date_unreadable text=ปีงบประมาณ ");
}

BOOST_AUTO_TEST_CASE(writes_dates_and_periods) {
  const Date day = 2021y / 2 / 23;
  BOOST_TEST(format_date(day, DateStyle::full, Digits::arabic) == "23 กุมภาพันธ์ 2564");
  BOOST_TEST(format_date(day, DateStyle::full, Digits::thai) == "๒๓ กุมภาพันธ์ ๒๕๖๔");
  BOOST_TEST(format_date(day, DateStyle::weekday, Digits::arabic) == "วันอังคารที่ 23 กุมภาพันธ์ 2564");
  BOOST_TEST(format_date(day, DateStyle::brief, Digits::arabic) == "23 ก.พ. 64");
  BOOST_TEST(format_month(2022y / 2, Digits::thai) == "กุมภาพันธ์ ๒๕๖๕");
  BOOST_TEST(format_period({2020y / 10, 2021y / 3}, Digits::thai) == "ตุลาคม ๒๕๖๓ - มีนาคม ๒๕๖๔");
  BOOST_TEST(format_period({2021y / 4, 2021y / 9}, Digits::arabic) == "เมษายน - กันยายน 2564");
  BOOST_TEST(format_period({2021y / 4, 2021y / 4}, Digits::arabic) == "เมษายน 2564");
}

BOOST_AUTO_TEST_CASE(reads_back_every_day_that_it_writes) {
  const auto last = std::chrono::sys_days(2025y / 1 / 1);
  for (auto day = std::chrono::sys_days(2020y / 1 / 1); day < last; day += std::chrono::days(1)) {
    for (const DateStyle style : {DateStyle::full, DateStyle::weekday, DateStyle::brief}) {
      const auto read = parse_date(format_date(Date(day), style, Digits::thai));
      BOOST_REQUIRE((std::get<WrittenDate>(read).date() == Date(day)));
    }
  }
}

// --- texts with placeholders ---

std::string filled(std::string_view pattern, Digits digits = Digits::arabic) {
  const Arguments arguments = {{"letter_date", 2021y / 2 / 23},
                               {"office", "สพจ.อุบลราชธานี"s},
                               {"products", std::int64_t{12345}},
                               {"year", "2564"s}};
  return shown(format(pattern, arguments, digits));
}

BOOST_AUTO_TEST_CASE(fills_placeholders) {
  BOOST_TEST(filled("ประจำปีงบประมาณ พ.ศ. {year}", Digits::thai) == "ประจำปีงบประมาณ พ.ศ. ๒๕๖๔");
  BOOST_TEST(filled("{office}: {products} ผลิตภัณฑ์") == "สพจ.อุบลราชธานี: 12,345 ผลิตภัณฑ์");
  BOOST_TEST(filled("{products, number, #0}") == "12345");
  BOOST_TEST(filled("{products, plural, other {# รายการ}}", Digits::thai) == "๑๒,๓๔๕ รายการ");
  BOOST_TEST(filled("{year, select, 2564 {ปีนี้} other {ปีอื่น}}") == "ปีนี้");
  BOOST_TEST(filled("no placeholder 5", Digits::thai) == "no placeholder ๕");
  BOOST_TEST(filled("") == "");
  BOOST_TEST(filled("it's {year}, '{'year'}'") == "it's 2564, {year}");
}

BOOST_AUTO_TEST_CASE(dates_in_texts_are_thai_and_carry_no_era) {
  BOOST_TEST(filled("ลงวันที่ {letter_date}", Digits::thai) == "ลงวันที่ ๒๓ กุมภาพันธ์ ๒๕๖๔");
  BOOST_TEST(filled("{letter_date, date}") == "23 กุมภาพันธ์ 2564");
  BOOST_TEST(filled("{letter_date, date, long}") == "23 กุมภาพันธ์ 2564");
  BOOST_TEST(filled("{letter_date, date, full}") == "วันอังคารที่ 23 กุมภาพันธ์ 2564");
  BOOST_TEST(filled("{letter_date, date, short}") == "23 ก.พ. 64");
  BOOST_TEST(filled("({letter_date, date, MMMM y})", Digits::thai) == "(กุมภาพันธ์ ๒๕๖๔)");
  BOOST_TEST(filled("{letter_date,date,EEEE}/{letter_date}") == "วันอังคาร/23 กุมภาพันธ์ 2564");
  BOOST_TEST(filled("{products, plural, other {{letter_date}}}") == "23 กุมภาพันธ์ 2564");
}

BOOST_AUTO_TEST_CASE(says_what_is_wrong_with_a_text) {
  BOOST_TEST(filled("{letter_dat}") ==
             "message_unknown_placeholder name=letter_dat suggestion=letter_date");
  BOOST_TEST(filled("{x1234567}") == "message_unknown_placeholder name=x1234567 suggestion=");
  BOOST_TEST(filled("{0}") == "message_unknown_placeholder name=0 suggestion=");
  BOOST_TEST(filled("{products, plural, other {{yeer}}}") ==
             "message_unknown_placeholder name=yeer suggestion=year");
  BOOST_TEST(filled("{year, number}") == "message_wrong_type name=year");
  BOOST_TEST(filled("{year, date, d MMMM y}") == "message_wrong_type name=year");
  BOOST_TEST(filled("{letter_date, number}") == "message_wrong_type name=letter_date");
  BOOST_TEST(filled("{letter_date, time}") == "message_wrong_type name=letter_date");
  BOOST_TEST(filled("{products, select, other {x}}") == "message_wrong_type name=products");
  BOOST_TEST(filled("ปี {year") == "message_syntax detail={year text=ปี {year");
  BOOST_TEST(filled("ปี {}") == "message_syntax detail=} text=ปี {}");
  BOOST_TEST(filled("{products, money}") ==
             "message_syntax detail={products, money} text={products, money}");
}

// --- the catalogue ---

// The wording of every id of one language.
std::map<std::string, icu::UnicodeString> wordings(const char* language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUResourceBundlePointer bundle(ures_openDirect("chiwat", language, &status));
  icu::LocalUResourceBundlePointer entry;
  std::map<std::string, icu::UnicodeString> all;
  for (int32_t i = 0; U_SUCCESS(status) && i < ures_getSize(bundle.getAlias()); ++i) {
    entry.adoptInstead(ures_getByIndex(bundle.getAlias(), i, nullptr, &status));
    all[ures_getKey(entry.getAlias())] = icu::ures_getUnicodeString(entry.getAlias(), &status);
  }
  BOOST_REQUIRE(U_SUCCESS(status));
  return all;
}

std::set<std::string> placeholders(const icu::UnicodeString& wording) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern pattern(wording, nullptr, status);
  BOOST_REQUIRE(U_SUCCESS(status));
  std::set<std::string> names;
  for (int32_t i = 0; i < pattern.countParts(); ++i) {
    const auto& part = pattern.getPart(i);
    std::string name;
    if (part.getType() != UMSGPAT_PART_TYPE_ARG_NAME) continue;
    names.insert(pattern.getSubstring(part).toUTF8String(name));
  }
  return names;
}

BOOST_AUTO_TEST_CASE(both_languages_word_the_same_messages) {
  BOOST_REQUIRE(Catalogue(Language::english).has("severity_error"));  // makes the bundles known
  const auto english = wordings("en");
  const auto thai = wordings("th");
  for (const auto& [id, wording] : english) BOOST_TEST(thai.contains(id), id + " is not in th.txt");
  for (const auto& [id, wording] : thai) BOOST_TEST(english.contains(id), id + " is not in en.txt");
  for (const auto& [id, wording] : english) {
    if (!thai.contains(id)) continue;
    const bool same = placeholders(wording) == placeholders(thai.at(id));
    BOOST_TEST(same, id + " has other placeholders in th.txt");
  }
}

BOOST_AUTO_TEST_CASE(every_wording_is_a_message_format) {
  for (const char* language : {"en", "th"}) {
    for (const auto& [id, wording] : wordings(language)) {
      UErrorCode status = U_ZERO_ERROR;
      const icu::MessageFormat format(wording, icu::Locale(language), status);
      BOOST_TEST(U_SUCCESS(status), language << ".txt: " << id);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_catalogue_words_messages) {
  const Catalogue english(Language::english);
  const Catalogue thai(Language::thai);
  const Message near = {"hint_did_you_mean", {{"name", "เขมราฐ"}}};
  BOOST_TEST(english.text(near) == "did you mean เขมราฐ?");
  BOOST_TEST(thai.text(near) == "หมายถึง เขมราฐ หรือไม่");
  const Message year = {"year_not_buddhist", {{"year", "2021"}, {"suggestion", "2564"}}};
  BOOST_TEST(english.text(year) ==
             "2021 is not a Buddhist year; for the Christian year 2021 write 2564");
  BOOST_TEST(thai.text(year) == "2021 ไม่ใช่ปี พ.ศ. ถ้าหมายถึงปี ค.ศ. 2021 ให้เขียน 2564");
  BOOST_TEST(!english.has("no_such_message"));
  BOOST_TEST((thai.language() == Language::thai));
}

BOOST_AUTO_TEST_CASE(own_wording_goes_before_the_programs_in_its_language) {
  const Wordings own{{Language::thai, {{"hint_did_you_mean", "ลอง {name} ดู"}}}};
  const Message near = {"hint_did_you_mean", {{"name", "เขมราฐ"}}};
  BOOST_TEST(Catalogue(Language::thai, own).text(near) == "ลอง เขมราฐ ดู");
  BOOST_TEST(Catalogue(Language::english, own).text(near) == "did you mean เขมราฐ?");
  BOOST_TEST(Catalogue(Language::thai, own).text({"severity_error", {}}) == "ผิดพลาด");
}

BOOST_AUTO_TEST_CASE(own_wording_uses_what_the_programs_own_uses) {
  const auto problem = [](const char* id, const char* text) {
    const auto found = problem_of_wording(Language::english, id, text);
    return found ? found->id : "";
  };
  BOOST_TEST(problem("hint_did_you_mean", "{name}, or {name}?") == "");
  BOOST_TEST(problem("hint_did_you_mean", "look again") == "");
  BOOST_TEST(problem("hint_did_you_mean", "{nam}?") == "message_unknown_placeholder");
  BOOST_TEST(problem("hint_did_you_mean", "{name, number}?") == "message_wrong_type");
  BOOST_TEST(problem("hint_did_you_mean", "{name?") == "message_syntax");
  BOOST_TEST(problem("count_errors", "{errors}, {warnings, number, #0}") == "");
  BOOST_TEST(problem("count_errors", "{errors, plural, one {one}}") == "message_syntax");
  BOOST_TEST(problem("count_errors", "{errors, date, long}") == "message_wrong_type");
  const auto unknown = problem_of_wording(Language::english, "division_by_zeros", "").value();
  BOOST_TEST(unknown.id == "message_unknown");
  BOOST_TEST(std::get<std::string>(unknown.arguments.at("suggestion")) == "division_by_zero");
}

BOOST_AUTO_TEST_CASE(the_language_follows_the_locale_name) {
  for (const char* name : {"th", "th_TH.UTF-8", "th-TH", "th.TIS-620", "th@calendar=buddhist"}) {
    BOOST_TEST((language_of_locale(name) == Language::thai), name);
  }
  for (const char* name : {"", "C", "C.UTF-8", "en_GB.UTF-8", "the", "POSIX"}) {
    BOOST_TEST((language_of_locale(name) == Language::english), name);
  }
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

// --- widths and lines ---

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

BOOST_AUTO_TEST_CASE(the_longest_word_is_the_least_width_of_a_column) {
  BOOST_TEST(longest_word("อำเภอ เขมราฐ", kRegular) == text_width("เขมราฐ", kRegular));
  BOOST_TEST(longest_word("(กลุ่ม/ราย)", kBold) == text_width("(กลุ่ม/", kBold));
  BOOST_TEST(longest_word("ก\nขข  \nค", kRegular) == text_width("ขข", kRegular));
  BOOST_TEST(longest_word("", kRegular) == 0);
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
