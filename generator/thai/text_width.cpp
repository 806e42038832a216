// Widths come from a table, so that every machine measures alike; where a line may break is ICU's
// dictionary to say.
#include "thai/text_width.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "thai/names.hpp"
#include "thai/thai_letter.hpp"

namespace chiwat::thai {
namespace {

struct Advance {
  std::int16_t regular;
  std::int16_t bold;
};

#include "thai/font_advances.inc"

constexpr int kHalfEm = 500;
constexpr Millipoints kLineHeight = 1300;  // for each point of size

std::string to_utf8(const icu::UnicodeString& text) {
  std::string utf8;
  return text.toUTF8String(utf8);
}

inline const Advance* find(std::span<const Advance> table, char32_t first, UChar32 c) {
  const std::size_t index = static_cast<char32_t>(c) - first;
  return index < table.size() ? &table[index] : nullptr;
}

inline const Advance* find(UChar32 c) {
  if (const Advance* found = find(kThai, kThaiFirst, c)) return found;
  if (const Advance* found = find(kLatin, kLatinFirst, c)) return found;
  return find(kPunctuation, kPunctuationFirst, c);
}

// A character outside the table is taken for as wide as a terminal shows it.
int advance_outside(UChar32 c) {
  return kHalfEm * static_cast<int>(display_width(to_utf8(icu::UnicodeString(c))));
}

// Thousandths of an em.
inline int advance(UChar32 c, bool bold) {
  if (const Advance* found = find(c)) return bold ? found->bold : found->regular;
  return advance_outside(c);
}

using Factory = icu::BreakIterator*(const icu::Locale&, UErrorCode&);

std::unique_ptr<icu::BreakIterator> make_breaks(Factory& create) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> breaks(create(icu::Locale("th"), status));
  assert(U_SUCCESS(status));
  return breaks;
}

// Break iterators are slow to make and not safe to share: one of each for a thread.
icu::BreakIterator& line_breaks(const icu::UnicodeString& text) {
  thread_local const auto breaks = make_breaks(icu::BreakIterator::createLineInstance);
  breaks->setText(text);
  return *breaks;
}

icu::BreakIterator& character_breaks(const icu::UnicodeString& text) {
  thread_local const auto breaks = make_breaks(icu::BreakIterator::createCharacterInstance);
  breaks->setText(text);
  return *breaks;
}

// A place where a line may end, or must.
struct Break {
  int32_t at;
  Millipoints end;  // from the beginning of the text to that of the white space before it
  bool required;
};

// ICU's own status of a break says so of every word between the last space and the line's end.
bool ends_line(const icu::UnicodeString& text, int32_t at) {
  constexpr std::u16string_view kLineEnds = u"\n\v\f\r\u0085\u2028\u2029";
  return kLineEnds.find(text[at - 1]) != std::u16string_view::npos;
}

bool has_line_end(std::string_view utf8) {
  const auto has = [&](const char* character) {
    return utf8.find(character) != std::string_view::npos;
  };
  return std::ranges::any_of(utf8, [](char c) { return c >= '\n' && c <= '\r'; }) ||
         has("\u0085") || has("\u2028") || has("\u2029");
}

// A text with the distance from its beginning to each of its UTF-16 units, all on one line, and
// where it may be broken.
class MeasuredText {
 public:
  MeasuredText(std::string_view utf8, Font font) : text_(icu::UnicodeString::fromUTF8(utf8)) {
    const char16_t* const units = text_.getBuffer();
    distances_.resize(static_cast<std::size_t>(text_.length()) + 1);
    for (int32_t i = 0; i < text_.length(); ++i) {
      const UChar32 c = U16_IS_SURROGATE(units[i]) ? text_.char32At(i) : units[i];
      const int width = U16_IS_TRAIL(units[i]) ? 0 : advance(c, font.bold) * font.size;
      distances_[static_cast<std::size_t>(i) + 1] = distance(i) + width;
    }
    icu::BreakIterator& breaks = line_breaks(text_);
    for (int32_t at = breaks.next(); at != icu::BreakIterator::DONE; at = breaks.next()) {
      breaks_.push_back({at, distance(without_space(0, at)), ends_line(text_, at)});
    }
  }

  const icu::UnicodeString& text() const { return text_; }
  int32_t length() const { return text_.length(); }
  const std::vector<Break>& breaks() const { return breaks_; }

  Millipoints distance(int32_t at) const { return distances_[static_cast<std::size_t>(at)]; }

  // The width of a line from `begin` to a break, or any place after it, white space at its end not
  // counted.
  Millipoints width(int32_t begin, const Break& next) const {
    return std::max(next.end - distance(begin), 0);
  }
  Millipoints width(int32_t begin, int32_t end) const {
    return distance(without_space(begin, end)) - distance(begin);
  }

  std::string line(int32_t begin, int32_t end) const {
    return to_utf8(text_.tempSubStringBetween(begin, without_space(begin, end)));
  }

 private:
  int32_t without_space(int32_t begin, int32_t end) const {
    while (end > begin && u_isUWhiteSpace(text_[end - 1])) --end;
    return end;
  }

  icu::UnicodeString text_;
  std::vector<Millipoints> distances_;
  std::vector<Break> breaks_;
};

// A key that can be looked for without a copy.
struct HashText {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

// What is known of texts, found out once and kept as long as there are not too many: ICU looks
// every word up in its dictionary, and the same texts are laid out in every district's workbook.
template <class T>
const T& kept(std::string_view text, Font font) {
  constexpr std::size_t kMostKept = 20'000;
  using Kept = std::unordered_map<std::string, T, HashText, std::equal_to<>>;
  thread_local std::map<std::pair<int, bool>, Kept> kept_of_font;
  Kept& kept = kept_of_font[{font.size, font.bold}];
  const auto found = kept.find(text);
  if (found != kept.end()) return found->second;
  if (kept.size() == kMostKept) kept.clear();
  return kept.try_emplace(std::string(text), text, font).first->second;
}

bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// Whether a word goes on until `end`: a letter of either script, a mark, or a digit of ASCII.
bool ends_word(std::string_view text, std::size_t end) {
  if (end < kThaiLetterSize || is_plain(text[end - 1])) return end > 0 && is_plain(text[end - 1]);
  const char16_t c = thai_letter(text, end - kThaiLetterSize);
  return (c >= u'ก' && c <= u'\u0E3A') || (c >= u'เ' && c <= u'\u0E4E');
}

// Whether a word begins at `at`: the same without marks and the vowels that follow a letter.
bool begins_word(std::string_view text, std::size_t at) {
  const char16_t c = thai_letter(text, at);
  return is_plain(text[at]) || (c >= u'ก' && c <= u'ฮ') || (c >= u'เ' && c <= u'ไ');
}

// The text up to where a space surely ends a word, with the space: between letters it always does
// (rule LB18 of Unicode's line breaking), while a bracket may belong to what is beyond the space.
std::string_view first_run(std::string_view text) {
  for (std::size_t space = text.find(' '); space < text.size() - 1;
       space = text.find(' ', space + 1)) {
    if (ends_word(text, space) && begins_word(text, space + 1)) return text.substr(0, space + 1);
  }
  return text;
}

// The words of a run. Names of many operators and products have runs in common, so that these are
// few, while their texts are more than a processor keeps at hand.
struct Words {
  struct Word {
    Millipoints end;   // from the beginning of the run, without the white space after it
    Millipoints next;  // where the next one begins
    bool ends_line;
  };

  Words(std::string_view run, Font font) {
    const MeasuredText measured(run, font);
    for (const Break& each : measured.breaks()) {
      all.push_back({each.end, measured.distance(each.at), each.required});
    }
  }

  std::vector<Word> all;
};

// Calls `see` with each run of a text.
template <class See>
void each_run(std::string_view text, See see) {
  while (!text.empty()) {
    const std::string_view run = first_run(text);
    text.remove_prefix(run.size());
    see(run);
  }
}

// Fills lines with words that are as wide as a line at most.
class LineCount {
 public:
  explicit LineCount(Millipoints width) : width_(width) {}

  // Words that follow those before.
  void add(const std::vector<Words::Word>& words) {
    for (const Words::Word& word : words) place(run_ + word.end, run_ + word.next, word.ends_line);
    run_ = fitting_;
  }
  // How many lines there are; nothing when a word must be cut.
  std::optional<std::size_t> lines() const {
    return is_cut_ ? std::nullopt : std::optional(lines_);
  }

 private:
  void place(Millipoints end, Millipoints next, bool ends_line) {
    if (end - begin_ > width_ && fitting_ > begin_) end_at(fitting_);
    is_cut_ |= end - begin_ > width_;
    if (ends_line) end_at(next);
    fitting_ = next;
  }
  void end_at(Millipoints end) {
    ++lines_;
    begin_ = end;
  }

  const Millipoints width_;
  std::size_t lines_ = 1;
  Millipoints run_ = 0;      // where the words begin, all on one line
  Millipoints begin_ = 0;    // of the last line
  Millipoints fitting_ = 0;  // up to which it surely fits
  bool is_cut_ = false;
};

// True when a reader would not stumble over a line that ends here: no vowel is torn from its
// consonant, no repetition mark from its word.
bool is_readable_cut(const icu::UnicodeString& text, int32_t at) {
  constexpr std::u16string_view kBelongsToTheLeft = u"ะาำๅๆฯ";
  const bool after_leading_vowel = u_hasBinaryProperty(text[at - 1], UCHAR_LOGICAL_ORDER_EXCEPTION);
  return !after_leading_vowel && kBelongsToTheLeft.find(text[at]) == std::u16string_view::npos;
}

// The end of the most whole characters from `begin` that fit; at least one.
int32_t cut_word(const MeasuredText& text, int32_t begin, Millipoints width) {
  icu::BreakIterator& characters = character_breaks(text.text());
  int32_t fitting = characters.following(begin);
  int32_t readable = begin;
  for (int32_t next = fitting; next != icu::BreakIterator::DONE && text.width(begin, next) <= width;
       next = characters.next()) {
    fitting = next;
    if (next < text.length() && is_readable_cut(text.text(), next)) readable = next;
  }
  return readable > begin ? readable : fitting;
}

// Calls `end_line` with where each line begins and ends (see break_lines).
template <class EndLine>
void each_line(const MeasuredText& text, Millipoints width, EndLine end_line) {
  int32_t begin = 0;
  int32_t fitting = 0;  // the last allowed break up to which the line fits
  const auto end_at = [&](int32_t end) {
    end_line(begin, end);
    begin = end;
  };
  for (const Break& next : text.breaks()) {
    if (text.width(begin, next) > width && fitting > begin) end_at(fitting);
    while (text.width(begin, next) > width) {
      const int32_t cut = cut_word(text, begin, width);
      if (cut >= next.at) break;
      end_at(cut);
    }
    if (next.required) end_at(next.at);
    fitting = next.at;
  }
  end_at(text.length());
}

}  // namespace

Millipoints text_width(std::string_view text, Font font) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<int32_t>(text.size());
  int thousandths = 0;
  for (int32_t i = 0; i < size;) {
    UChar32 c = thai_letter(text, static_cast<std::size_t>(i));
    if (c != 0) {
      i += kThaiLetterSize;
    } else {
      U8_NEXT_OR_FFFD(bytes, i, size, c);
    }
    thousandths += advance(c, font.bold);
  }
  return thousandths * font.size;
}

std::vector<std::string> break_lines(std::string_view text, Font font, Millipoints width) {
  const MeasuredText& whole = kept<MeasuredText>(text, font);
  std::vector<std::string> lines;
  each_line(whole, width,
            [&](int32_t begin, int32_t end) { lines.push_back(whole.line(begin, end)); });
  return lines;
}

std::size_t count_lines(std::string_view text, Font font, Millipoints width) {
  LineCount count(width);
  each_run(text, [&](std::string_view run) { count.add(kept<Words>(run, font).all); });
  return count.lines() ? *count.lines() : break_lines(text, font, width).size();
}

std::size_t count_lines(std::string_view text, Font font, Millipoints width, Millipoints one_line) {
  return one_line <= width && !has_line_end(text) ? 1 : count_lines(text, font, width);
}

// Words are slow to find, and none is wider than what it stands in.
Millipoints longest_word(std::string_view text, Font font, Millipoints least) {
  Millipoints longest = least;
  each_run(text, [&](std::string_view run) {
    if (text_width(run, font) <= longest) return;
    Millipoints begin = 0;
    for (const Words::Word& word : kept<Words>(run, font).all) {
      longest = std::max(longest, word.end - begin);
      begin = word.next;
    }
  });
  return longest;
}

Millipoints line_height(Font font) {
  return kLineHeight * font.size;
}

}  // namespace chiwat::thai
