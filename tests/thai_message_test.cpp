// Texts with placeholders, and the wording of messages.
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <unicode/ures.h>

#include <map>
#include <set>

#include "thai/message.hpp"
#include "thai_shown.hpp"

namespace chiwat::thai {
namespace {

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

}  // namespace
}  // namespace chiwat::thai
