// Texts through ICU MessageFormat. A pattern is looked over first, because MessageFormat prints an
// unknown placeholder as it stands and its Thai date styles put an era into the year.
#include "thai/message.hpp"

#include <unicode/fmtable.h>
#include <unicode/gregocal.h>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <unicode/udata.h>
#include <unicode/unistr.h>
#include <unicode/ures.h>

#include <algorithm>
#include <cassert>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>

#include "thai/date_patterns.hpp"
#include "thai/names.hpp"

// The bundles of locale/, linked in (see locale.cmake).
extern "C" const char chiwat_dat[];

namespace chiwat::thai {
namespace {

std::string to_utf8(const icu::UnicodeString& text) {
  std::string utf8;
  return text.toUTF8String(utf8);
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(text);
}

// --- looking a pattern over ---

// A pattern without any of these is its own text.
constexpr std::string_view kSigns = "{}'";

// A placeholder of a pattern, as MessagePattern sees it.
struct Placeholder {
  UMessagePatternArgType type;
  icu::UnicodeString name;
  icu::UnicodeString kind;   // "date" of {d, date, long}; empty for other types
  icu::UnicodeString style;  // "long", trimmed
  int32_t begin;             // from the opening brace
  int32_t end;               // past the closing one
};

Placeholder placeholder(const icu::MessagePattern& pattern, int32_t part) {
  const auto text = [&](int32_t i) { return pattern.getSubstring(pattern.getPart(i)).trim(); };
  const int32_t last = pattern.getLimitPartIndex(part);
  Placeholder found{
      pattern.getPart(part).getArgType(), text(part + 1), {}, {}, pattern.getPatternIndex(part),
      pattern.getPart(last).getLimit()};
  if (found.type != UMSGPAT_ARG_TYPE_SIMPLE) return found;
  found.kind = text(part + 2);
  if (part + 3 < last) found.style = text(part + 3);
  return found;
}

// Every placeholder, those inside plural and select included.
std::vector<Placeholder> placeholders(const icu::MessagePattern& pattern) {
  std::vector<Placeholder> all;
  for (int32_t part = 0; part < pattern.countParts(); ++part) {
    if (pattern.getPartType(part) != UMSGPAT_PART_TYPE_ARG_START) continue;
    all.push_back(placeholder(pattern, part));
  }
  return all;
}

// True when the value is of the type that the placeholder asks for.
bool fits(const Placeholder& placeholder, const Argument& value) {
  const bool is_date = std::holds_alternative<Date>(value);
  const bool is_text = std::holds_alternative<std::string>(value);
  switch (placeholder.type) {
    case UMSGPAT_ARG_TYPE_NONE:
      return true;
    case UMSGPAT_ARG_TYPE_SELECT:
      return is_text;
    case UMSGPAT_ARG_TYPE_SIMPLE:
      if (placeholder.kind == u"date") return is_date;
      return std::holds_alternative<std::int64_t>(value) && placeholder.kind != u"time";
    default:
      return std::holds_alternative<std::int64_t>(value);
  }
}

Message unknown_placeholder(const std::string& name, const Arguments& arguments) {
  std::vector<std::string> known;
  for (const auto& [argument, value] : arguments) known.push_back(argument);
  return {"message_unknown_placeholder",
          {{"name", name}, {"suggestion", closest(name, known).value_or("")}}};
}

std::optional<Message> problem(const Placeholder& placeholder, const Arguments& arguments) {
  const std::string name = to_utf8(placeholder.name);
  const auto argument = arguments.find(name);
  if (argument == arguments.end()) return unknown_placeholder(name, arguments);
  if (!fits(placeholder, argument->second)) return Message{"message_wrong_type", {{"name", name}}};
  return std::nullopt;
}

// A date style as a pattern: ICU's names mean what Thai letters have.
icu::UnicodeString date_pattern(const icu::UnicodeString& style) {
  if (style.isEmpty() || style == u"long") return kFullDate;
  if (style == u"full") return kWeekdayDate;
  if (style == u"medium" || style == u"short") return kBriefDate;
  return style;
}

// The placeholder as MessageFormat should have it: a date with its pattern, and no style with the
// white space before it, which would be printed.
icu::UnicodeString written_out(const Placeholder& placeholder, const Argument& value) {
  const bool is_date = std::holds_alternative<Date>(value);
  const icu::UnicodeString kind = is_date ? u"date" : placeholder.kind;
  const icu::UnicodeString style = is_date ? date_pattern(placeholder.style) : placeholder.style;
  return u"{" + placeholder.name + u", " + kind + u"," + style + u"}";
}

icu::UnicodeString with_styles_written_out(const icu::UnicodeString& pattern,
                                           const std::vector<Placeholder>& all,
                                           const Arguments& arguments) {
  icu::UnicodeString written = pattern;
  for (auto it = all.rbegin(); it != all.rend(); ++it) {  // backwards: what is left keeps its place
    const Argument& value = arguments.at(to_utf8(it->name));
    if (!std::holds_alternative<Date>(value) && it->style.isEmpty()) continue;
    written.replaceBetween(it->begin, it->end, written_out(*it, value));
  }
  return written;
}

// --- formatting ---

// Noon of the day where this process is: MessageFormat writes dates in the default time zone.
UDate noon(const Date& date) {
  UErrorCode status = U_ZERO_ERROR;
  icu::GregorianCalendar calendar(
      static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())) - 1,
      static_cast<int>(static_cast<unsigned>(date.day())), 12, 0, status);
  const UDate time = calendar.getTime(status);
  assert(U_SUCCESS(status));
  return time;
}

struct ToFormattable {
  icu::Formattable operator()(const std::string& text) const { return {from_utf8(text)}; }
  icu::Formattable operator()(std::int64_t number) const { return {number}; }
  icu::Formattable operator()(const Date& date) const {
    return {noon(date), icu::Formattable::kIsDate};
  }
};

template <class Values>  // Arguments or MessageArguments
std::string formatted(const icu::MessageFormat& format, const Values& arguments) {
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& [name, value] : arguments) {
    names.push_back(from_utf8(name));
    values.push_back(std::visit(ToFormattable(), value));
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text;
  format.format(names.data(), values.data(), static_cast<int32_t>(names.size()), text, status);
  assert(U_SUCCESS(status));
  return to_utf8(text);
}

Message syntax_problem(const icu::UnicodeString& pattern, int32_t at) {
  const icu::UnicodeString rest = pattern.tempSubString(at);
  return {"message_syntax", {{"text", to_utf8(pattern)}, {"detail", to_utf8(rest)}}};
}

// Where a pattern stops to make sense. ICU gives no place for a brace that is never closed.
int32_t mistake(const icu::UnicodeString& pattern, UErrorCode status, const UParseError& where) {
  if (status == U_UNMATCHED_BRACES) return std::max(pattern.lastIndexOf(u'{'), 0);
  return where.offset;
}

// A sheet writes one pattern thousands of times, and a MessageFormat with a date is slow to make.
const icu::MessageFormat* format_of(const icu::UnicodeString& pattern, UErrorCode& status) {
  constexpr std::size_t kMost = 256;
  thread_local std::unordered_map<std::string, std::unique_ptr<icu::MessageFormat>> formats;
  if (formats.size() >= kMost) formats.clear();
  const std::string key = to_utf8(pattern);
  if (const auto known = formats.find(key); known != formats.end()) return known->second.get();
  auto made = std::make_unique<icu::MessageFormat>(pattern, icu::Locale(kThaiDates), status);
  return U_SUCCESS(status) ? (formats[key] = std::move(made)).get() : nullptr;
}

// --- the catalogue ---

// The bundles are data of this program: nothing is looked for on disk.
const UResourceBundle* bundle(Language language) {
  const auto open = [](const char* name) {
    UErrorCode status = U_ZERO_ERROR;
    udata_setAppData("chiwat", chiwat_dat, &status);
    UResourceBundle* opened = ures_openDirect("chiwat", name, &status);
    assert(U_SUCCESS(status));
    return icu::LocalUResourceBundlePointer(opened);
  };
  static const auto english = open("en");
  static const auto thai = open("th");
  return language == Language::thai ? thai.getAlias() : english.getAlias();
}

std::optional<icu::UnicodeString> wording(Language language, std::string_view id) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  const UChar* text =
      ures_getStringByKey(bundle(language), std::string(id).c_str(), &length, &status);
  if (U_FAILURE(status)) return std::nullopt;
  return icu::UnicodeString(text, length);
}

std::vector<std::string> message_ids(Language language) {
  std::vector<std::string> ids;
  UErrorCode status = U_ZERO_ERROR;
  icu::LocalUResourceBundlePointer entry;
  for (int32_t i = 0; i < ures_getSize(bundle(language)); ++i) {
    entry.adoptInstead(ures_getByIndex(bundle(language), i, nullptr, &status));
    assert(U_SUCCESS(status));
    ids.emplace_back(ures_getKey(entry.getAlias()));
  }
  return ids;
}

// For each placeholder of a wording a value of the type that it asks for.
Arguments samples(const icu::UnicodeString& pattern) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern parsed(pattern, nullptr, status);
  assert(U_SUCCESS(status));
  Arguments result;
  for (const Placeholder& found : placeholders(parsed)) {
    const bool is_number = !fits(found, std::string());
    Argument& value = result.emplace(to_utf8(found.name), std::string("1")).first->second;
    if (is_number) value = std::int64_t{1};
  }
  return result;
}

// True when every placeholder of the wording has its argument. Only an assertion asks.
[[maybe_unused]] bool complete(const icu::UnicodeString& pattern,
                               const MessageArguments& arguments) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern parsed(pattern, nullptr, status);
  if (U_FAILURE(status)) return false;
  for (const Placeholder& found : placeholders(parsed)) {
    if (!arguments.contains(to_utf8(found.name))) return false;
  }
  return true;
}

// What somebody typed may be as long as a cell holds, and must not fill the message.
MessageArguments shortened(MessageArguments arguments) {
  constexpr int32_t kLongest = 5'000;
  for (auto& [name, value] : arguments) {
    auto* text = std::get_if<std::string>(&value);
    if (!text || text->size() <= kLongest) continue;
    icu::UnicodeString whole = from_utf8(*text);
    if (whole.length() <= kLongest) continue;
    whole.truncate(whole.getChar32Start(kLongest));
    *text = to_utf8(whole) + "…";
  }
  return arguments;
}

}  // namespace

std::variant<std::string, Message> format(std::string_view text, const Arguments& arguments,
                                          Digits digits) {
  if (text.find_first_of(kSigns) == std::string_view::npos) return with_digits(text, digits);
  const icu::UnicodeString pattern = from_utf8(text);
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  const icu::MessagePattern parsed(pattern, &where, status);
  if (U_FAILURE(status)) return syntax_problem(pattern, mistake(pattern, status, where));
  const std::vector<Placeholder> all = placeholders(parsed);
  Arguments used;  // a date is slow to hand over
  for (const Placeholder& found : all) {
    if (auto message = problem(found, arguments)) return *std::move(message);
    used.insert(*arguments.find(to_utf8(found.name)));
  }
  const icu::MessageFormat* message =
      format_of(with_styles_written_out(pattern, all, used), status);
  if (U_FAILURE(status)) return syntax_problem(pattern, 0);
  return with_digits(formatted(*message, used), digits);
}

std::optional<Message> problem_of_wording(Language language, const std::string& id,
                                          std::string_view text) {
  const auto pattern = wording(language, id);
  if (!pattern) {
    const auto near = closest(id, message_ids(language));
    return Message{"message_unknown", {{"id", id}, {"suggestion", near.value_or("")}}};
  }
  auto result = format(text, samples(*pattern), Digits::arabic);
  if (auto* problem = std::get_if<Message>(&result)) return std::move(*problem);
  return std::nullopt;
}

Catalogue::Catalogue(Language language, const Wordings& own) : language_(language) {
  if (const auto found = own.find(language); found != own.end()) own_ = found->second;
}

std::string Catalogue::text(const Message& message) const {
  auto pattern = wording(language_, message.id);
  if (const auto own = own_.find(message.id); own != own_.end()) pattern = from_utf8(own->second);
  assert(pattern && "an id that locale/ does not have");
  assert(complete(*pattern, message.arguments) && "an argument that the wording asks for");
  if (!pattern) return message.id;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale(language_ == Language::thai ? "th@numbers=latn" : "en");
  const icu::MessageFormat format(*pattern, locale, status);
  assert(U_SUCCESS(status));
  return formatted(format, shortened(message.arguments));
}

bool Catalogue::has(std::string_view id) const {
  return wording(language_, id).has_value();
}

Language language_of_locale(std::string_view name) {
  const std::string_view language = name.substr(0, name.find_first_of("_.@-"));
  return language == "th" ? Language::thai : Language::english;
}

}  // namespace chiwat::thai
