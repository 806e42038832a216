// The province, and the codes of forms, as every text calls them.
#include <algorithm>
#include <map>
#include <set>

#include "review/checks.hpp"
#include "review/gazetteer.hpp"
#include "review/shown_texts.hpp"
#include "thai/names.hpp"
#include "thai/search.hpp"

namespace chiwat::review {
namespace {

// Two consonants, a point, a number of at most two digits: รต.1. Not the end of a longer word.
constexpr const char16_t* kFormCode =
    u"(?<![\\u0E00-\\u0E7F.])([\\u0E01-\\u0E2E]{2}\\.) ?[0-9]{1,2}(?![0-9/])";

std::vector<std::string> names_of_provinces() {
  std::vector<std::string> names;
  for (const Province& province : all_provinces()) names.push_back(province.name);
  return names;
}

// The provinces that a text names after จังหวัด; of เชียงใหม่ and เชียงราย the longer name that fits.
std::set<std::string> provinces_in(const std::string& text) {
  constexpr std::string_view kWord = "จังหวัด";
  std::set<std::string> found;
  for (std::size_t at = text.find(kWord); at != text.npos; at = text.find(kWord, at + 1)) {
    std::string rest = text.substr(at + kWord.size());
    rest.erase(0, rest.find_first_not_of(' '));
    const Province* longest = nullptr;
    for (const Province& province : all_provinces()) {
      if (!rest.starts_with(province.name)) continue;
      if (!longest || province.name.size() > longest->name.size()) longest = &province;
    }
    if (longest) found.insert(longest->name);
  }
  return found;
}

// The words after อำเภอ: a name ends where no Thai letter goes on, or with the province's.
constexpr const char16_t* kDistrict = u"อำเภอ([\\u0E01-\\u0E4E]+?)(?=จังหวัด|[^\\u0E01-\\u0E4E]|$)";
// Shorter ones are words as well: ลอง, สอง, พล, คง.
constexpr std::size_t kShortestName = 4;

}  // namespace

void check_named_districts(const Subject& subject, Diagnostics& diagnostics) {
  const model::Text& own = subject.circular.province;
  const Province* province = find_province(own.value);
  if (!province) return;
  for (const ShownText& text : subject.texts) {
    const auto named = provinces_in(text.text);
    std::set<std::string> said;
    for (const thai::Found& found : thai::find_all(text.text, kDistrict)) {
      const std::string& name = found.groups[0];
      const Province* other = only_province_of(name);
      if (!other || other == province || thai::length(name) < kShortestName) continue;
      if (named.contains(other->name) || !said.insert(name).second) continue;
      diagnostics
          .warning(text.origin, "text_names_other_district",
                   {{"name", name}, {"province", own.value}, {"other", other->name}})
          .note(own.origin, "province_here");
    }
  }
}

void check_province(const Subject& subject, Diagnostics& diagnostics) {
  const model::Text& own = subject.circular.province;
  if (!find_province(own.value)) {
    Diagnostic& diagnostic =
        diagnostics.warning(own.origin, "province_unknown", {{"name", own.value}});
    if (const auto near = thai::closest(own.value, names_of_provinces())) {
      diagnostic.hint("hint_did_you_mean", {{"name", *near}});
    }
    return;
  }
  for (const ShownText& text : subject.texts) {
    for (const std::string& name : provinces_in(text.text)) {
      if (name == own.value) continue;
      diagnostics
          .warning(text.origin, "province_differs", {{"found", name}, {"province", own.value}})
          .note(own.origin, "province_here");
    }
  }
}

void check_form_codes(const Subject& subject, Diagnostics& diagnostics) {
  std::map<std::string, Origin> codes;
  std::string first;
  for (const ShownText& text : subject.texts) {
    for (const thai::Found& found : thai::find_all(text.text, kFormCode)) {
      const std::string& code = found.groups[0];
      if (!codes.emplace(code, text.origin).second) continue;
      if (first.empty()) {
        first = code;
        continue;
      }
      diagnostics.warning(text.origin, "form_codes_mixed", {{"code", code}, {"other", first}})
          .note(codes.at(first), "first_here");
    }
  }
}

}  // namespace chiwat::review
