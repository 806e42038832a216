// ICU's regular expressions, each compiled once for a thread.
#include "thai/search.hpp"

#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <cassert>
#include <map>
#include <memory>

namespace chiwat::thai {
namespace {

std::string to_utf8(const icu::UnicodeString& text) {
  std::string utf8;
  return text.toUTF8String(utf8);
}

const icu::RegexPattern& compiled(const char16_t* pattern) {
  thread_local std::map<const char16_t*, std::unique_ptr<icu::RegexPattern>> patterns;
  auto& regex = patterns[pattern];
  if (!regex) {
    UErrorCode status = U_ZERO_ERROR;
    regex.reset(icu::RegexPattern::compile(pattern, 0, status));
    assert(U_SUCCESS(status));
  }
  return *regex;
}

}  // namespace

std::vector<Found> find_all(std::string_view text, const char16_t* pattern) {
  UErrorCode status = U_ZERO_ERROR;
  const auto subject = icu::UnicodeString::fromUTF8(icu::StringPiece(text));
  const std::unique_ptr<icu::RegexMatcher> matcher(compiled(pattern).matcher(subject, status));
  std::vector<Found> result;
  while (matcher->find(status)) {
    Found& found = result.emplace_back();
    found.whole = to_utf8(matcher->group(status));
    for (int32_t i = 1; i <= matcher->groupCount(); ++i) {
      found.groups.push_back(to_utf8(matcher->group(i, status)));
    }
  }
  return result;
}

}  // namespace chiwat::thai
