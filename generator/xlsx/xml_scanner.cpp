#include "xlsx/xml_scanner.hpp"

#include <algorithm>
#include <utility>

#include "xlsx/xml_characters.hpp"

namespace chiwat::xlsx {
namespace {

constexpr std::size_t kDeepest = 64;
constexpr std::size_t kLongestTag = 1 << 20;

// What stands for itself at the front.
std::string_view taken_plain(std::string_view& from, Place place) {
  const std::string_view plain = from.substr(0, plain_size(from, place));
  from.remove_prefix(plain.size());
  return plain;
}

// The name at the front; empty when there is none.
std::string_view taken_name(std::string_view& from) {
  const bool is_name = !from.empty() && stands_in(kBeginsName, from[0]);
  return is_name ? taken_plain(from, kInName) : std::string_view();
}

// Whether there was any space at the front.
bool takes_space(std::string_view& from) {
  const std::size_t before = from.size();
  while (!from.empty() && stands_in(kIsSpace, from[0])) from.remove_prefix(1);
  return from.size() < before;
}

bool ends_tag(std::string_view rest) {
  return rest.empty() || rest[0] == '>' || rest[0] == '/';
}

// Whether what has come may still become `whole`.
bool may_become(std::string_view whole, std::string_view from) {
  return from.size() < whole.size() && whole.starts_with(from);
}

bool equal_in_any_case(std::string_view text, std::string_view small) {
  const auto smaller = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(text, small, {}, smaller);
}

}  // namespace

bool XmlScanner::take(std::string_view piece) {
  std::string kept = std::exchange(rest_, {});
  if (!kept.empty()) piece = kept.append(piece);
  Found found = Found::whole;
  while (!piece.empty() && found == Found::whole) found = take_one(piece);
  rest_ = piece;
  return found != Found::wrong && rest_.size() <= kLongestTag;
}

XmlScanner::Found XmlScanner::take_one(std::string_view& from) {
  if (in_section_ || (from[0] != '<' && !open_.empty())) return take_text(from);
  if (from[0] != '<') return take_space(from);
  const std::size_t before = from.size();
  const Found found = take_markup(from);
  if (found == Found::whole) has_begun_ = true;
  return before - from.size() > kLongestTag ? Found::wrong : found;
}

XmlScanner::Found XmlScanner::take_markup(std::string_view& from) {
  if (from.size() < 2) return Found::unfinished;
  switch (from[1]) {
    case '/':
      return take_end(from);
    case '?':
      return take_instruction(from);
    case '!':
      return from.size() > 2 && from[2] == '[' ? take_section(from) : take_comment(from);
    default:
      return take_start(from);
  }
}

// Before the root and after it.
XmlScanner::Found XmlScanner::take_space(std::string_view& from) {
  if (!takes_space(from)) return Found::wrong;
  has_begun_ = true;
  return Found::whole;
}

XmlScanner::Found XmlScanner::take_text(std::string_view& from) {
  const std::string_view plain = taken_plain(from, in_section_ ? kInSection : kInText);
  if (!plain.empty()) handler_.text(plain);
  const bool is_done = from.empty() || (from[0] == '<' && !in_section_);
  return is_done ? Found::whole : take_sign(from);
}

// What does not stand for itself in a text.
XmlScanner::Found XmlScanner::take_sign(std::string_view& from) {
  switch (from[0]) {
    case '&': {
      std::string meaning;
      const Found found = take_reference(from, meaning);
      if (found == Found::whole) handler_.text(meaning);
      return found;
    }
    case ']':
      return take_bracket(from);
    case '\r':
      if (from.size() < 2) return Found::unfinished;
      if (from[1] != '\n') handler_.text("\n");
      from.remove_prefix(1);
      return Found::whole;
    default:
      return is_cut_off(from) ? Found::unfinished : Found::wrong;
  }
}

XmlScanner::Found XmlScanner::take_reference(std::string_view& from, std::string& text) {
  const std::size_t end = from.find(';');
  if (end == from.npos) return Found::unfinished;
  const auto meaning = referred_to(from.substr(1, end - 1));
  if (!meaning) return Found::wrong;
  text += *meaning;
  from.remove_prefix(end + 1);
  return Found::whole;
}

XmlScanner::Found XmlScanner::take_bracket(std::string_view& from) {
  constexpr std::string_view kEnd = "]]>";
  if (may_become(kEnd, from)) return Found::unfinished;
  const bool is_end = from.starts_with(kEnd);
  if (is_end && !std::exchange(in_section_, false)) return Found::wrong;
  if (!is_end) handler_.text(from.substr(0, 1));
  from.remove_prefix(is_end ? kEnd.size() : 1);
  return Found::whole;
}

XmlScanner::Found XmlScanner::take_start(std::string_view& from) {
  std::string_view rest = from.substr(1);
  const std::string_view name = taken_name(rest);
  const Found found = take_attributes(rest);
  if (found != Found::whole) return found;
  const bool is_empty = rest.starts_with('/');
  if (is_empty) rest.remove_prefix(1);
  if (rest.empty() || is_cut_off(rest)) return Found::unfinished;
  const bool is_second_root = open_.empty() && has_root_;
  if (name.empty() || rest[0] != '>' || is_second_root || has_twins()) return Found::wrong;
  if (open_.size() == kDeepest) return Found::wrong;
  has_root_ = true;
  handler_.start(without_prefix(name), Attributes(attributes_));
  if (is_empty) {
    handler_.end(without_prefix(name));
  } else {
    open_.emplace_back(name);
  }
  from = rest.substr(1);
  return Found::whole;
}

XmlScanner::Found XmlScanner::take_attributes(std::string_view& from) {
  attributes_.clear();
  decoded_.clear();
  Found found = Found::whole;
  while (found == Found::whole && takes_space(from) && !ends_tag(from)) {
    found = take_attribute(from);
  }
  return found;
}

XmlScanner::Found XmlScanner::take_attribute(std::string_view& from) {
  const std::string_view name = taken_name(from);
  takes_space(from);
  if (from.empty()) return Found::unfinished;
  if (is_cut_off(from)) return Found::unfinished;
  if (name.empty() || from[0] != '=') return Found::wrong;
  from.remove_prefix(1);
  takes_space(from);
  if (from.empty()) return Found::unfinished;
  if (from[0] != '"' && from[0] != '\'') return Found::wrong;
  std::string_view value;
  const Found found = take_value(from, value);
  attributes_.push_back({name, value});
  return found;
}

// Between its quotation marks: a view of the tag itself, where all of it stands for itself.
XmlScanner::Found XmlScanner::take_value(std::string_view& from, std::string_view& value) {
  const char quote = from[0];
  const Place place = quote == '"' ? kInDoubleQuotes : kInSingleQuotes;
  std::string_view rest = from.substr(1);
  value = taken_plain(rest, place);
  if (!rest.empty() && rest[0] != quote) {
    std::string& text = decoded_.emplace_back(value);
    while (!rest.empty() && rest[0] != quote) {
      const Found found = take_sign_of_value(rest, text);
      if (found != Found::whole) return found;
      text += taken_plain(rest, place);
    }
    value = text;
  }
  if (rest.empty()) return Found::unfinished;
  from = rest.substr(1);
  return Found::whole;
}

// What does not stand for itself there.
XmlScanner::Found XmlScanner::take_sign_of_value(std::string_view& from, std::string& text) {
  if (from[0] == '&') return take_reference(from, text);
  if (!stands_in(kIsSpace, from[0])) return is_cut_off(from) ? Found::unfinished : Found::wrong;
  text += ' ';
  from.remove_prefix(from.starts_with("\r\n") ? 2 : 1);
  return Found::whole;
}

// Whether two of the attributes have one name; with many of them, not each beside each.
bool XmlScanner::has_twins() const {
  constexpr std::ptrdiff_t kFew = 16;
  const auto& all = attributes_;
  if (std::ssize(all) > kFew) {
    std::vector<std::string_view> names;
    for (const Attribute& attribute : all) names.push_back(attribute.name);
    std::ranges::sort(names);
    return std::ranges::adjacent_find(names) != names.end();
  }
  for (auto one = all.begin(); one != all.end(); ++one) {
    const auto is_twin = [&](const Attribute& other) { return is_same(other.name, one->name); };
    if (std::any_of(all.begin(), one, is_twin)) return true;
  }
  return false;
}

XmlScanner::Found XmlScanner::take_end(std::string_view& from) {
  if (open_.empty()) return Found::wrong;
  const std::string& name = open_.back();
  std::string_view rest = from.substr(2);
  if (may_become(name, rest)) return Found::unfinished;
  if (!rest.starts_with(name)) return Found::wrong;
  rest.remove_prefix(name.size());
  takes_space(rest);
  if (rest.empty()) return Found::unfinished;
  if (rest[0] != '>') return Found::wrong;
  handler_.end(without_prefix(name));
  open_.pop_back();
  from = rest.substr(1);
  return Found::whole;
}

// <?target …?>, which means nothing to us; the first of all may be the declaration.
XmlScanner::Found XmlScanner::take_instruction(std::string_view& from) {
  const std::size_t end = from.find("?>", 2);
  if (end == from.npos) return Found::unfinished;
  std::string_view content = from.substr(2, end - 2);
  const std::string_view target = taken_name(content);
  const bool has_space = content.empty() || stands_in(kIsSpace, content[0]);
  const bool is_right = target == "xml" ? !has_begun_ && is_declaration(content)
                                        : !target.empty() && !equal_in_any_case(target, "xml") &&
                                              has_space && holds_characters(content);
  from.remove_prefix(end + 2);
  return is_right ? Found::whole : Found::wrong;
}

bool XmlScanner::is_declaration(std::string_view content) {
  if (take_attributes(content) != Found::whole || !content.empty()) return false;
  std::size_t at = 0;
  const auto takes = [&](std::string_view name, auto is_right) {
    const bool is_there = at < attributes_.size() && attributes_[at].name == name;
    const bool is_wrong = is_there && !is_right(attributes_[at].value);
    if (is_there) ++at;
    return !is_wrong;
  };
  const auto is_utf8 = [](auto value) { return equal_in_any_case(value, "utf-8"); };
  const auto is_answer = [](auto value) { return value == "yes" || value == "no"; };
  return takes("version", [](auto value) { return value == "1.0"; }) && at == 1 &&
         takes("encoding", is_utf8) && takes("standalone", is_answer) && at == attributes_.size();
}

XmlScanner::Found XmlScanner::take_comment(std::string_view& from) {
  constexpr std::string_view kBegin = "<!--";
  if (may_become(kBegin, from)) return Found::unfinished;
  if (!from.starts_with(kBegin)) return Found::wrong;
  const std::size_t end = from.find("--", kBegin.size());
  if (end == from.npos || end + 2 == from.size()) return Found::unfinished;
  const bool is_right = from[end + 2] == '>' && holds_characters(from.substr(0, end));
  from.remove_prefix(end + 3);
  return is_right ? Found::whole : Found::wrong;
}

XmlScanner::Found XmlScanner::take_section(std::string_view& from) {
  constexpr std::string_view kBegin = "<![CDATA[";
  if (may_become(kBegin, from)) return Found::unfinished;
  if (open_.empty() || !from.starts_with(kBegin)) return Found::wrong;
  in_section_ = true;
  from.remove_prefix(kBegin.size());
  return Found::whole;
}

}  // namespace chiwat::xlsx
