#include "xlsx/well_formed.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

namespace chiwat::xlsx {
namespace {

constexpr std::string_view kNotFirst = "0123456789-.";  // in a name

constexpr std::array<bool, 256> kInNames = [] {
  std::array<bool, 256> result{};
  for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                       "0123456789:_-.")) {
    result[static_cast<unsigned char>(c)] = true;
  }
  return result;
}();

// The name at the front; empty when there is none.
std::string_view taken_name(std::string_view& from) {
  std::size_t size = 0;
  while (size < from.size() && kInNames[static_cast<unsigned char>(from[size])]) ++size;
  if (!from.empty() && kNotFirst.find(from[0]) != std::string_view::npos) size = 0;
  const std::string_view name = from.substr(0, size);
  from.remove_prefix(size);
  return name;
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool is_space(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return is_space(c); });
}

// Whether there was any at the front.
bool takes_space(std::string_view& from) {
  const std::size_t before = from.size();
  while (!from.empty() && is_space(from[0])) from.remove_prefix(1);
  return from.size() < before;
}

// Where the next of < & " stands, or the end: most texts and values hold none of them.
std::size_t next_sign(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != '<' && text[at] != '&' && text[at] != '"') ++at;
  return at;
}

bool ends_tag(std::string_view rest) {
  return rest.starts_with('/') || rest.starts_with('>');
}

// What stands between & and ; where the library writes such.
bool is_reference(std::string_view name) {
  constexpr std::array<std::string_view, 6> kNames{"amp", "lt", "gt", "quot", "apos", "#xA"};
  return std::ranges::find(kNames, name) != kNames.end();
}

bool holds_references(std::string_view text) {
  for (std::size_t at = 0; (at = text.find('&', at)) != std::string_view::npos; ++at) {
    const std::size_t end = text.find(';', at);
    if (end == std::string_view::npos) return false;
    if (!is_reference(text.substr(at + 1, end - at - 1))) return false;
  }
  return true;
}

// How many bytes the character at the front has; 0 when XML knows none such.
std::size_t character_size(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(0);
  if (first < 0x80) return first >= ' ' || is_space(text[0]) ? 1 : 0;
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || size > text.size()) return 0;
  std::uint32_t point = first & (0x7Fu >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
    point = point << 6 | (byte(i) & 0x3F);
  }
  constexpr std::array<std::uint32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
  const bool is_one = point >= kLeast[size] && point <= 0x10FFFF &&
                      !(point >= 0xD800 && point < 0xE000) && point != 0xFFFE && point != 0xFFFF;
  return is_one ? size : 0;
}

// Whether all of these bytes are printed ASCII, as nearly everything in a sheet is.
bool is_plain(const char* bytes) {
  constexpr std::uint64_t kEach = 0x0101010101010101;
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return ((word | (word - kEach * ' ')) & kEach * 0x80) == 0;
}

bool holds_characters(std::string_view text) {
  while (!text.empty()) {
    const std::size_t size = text.size() >= 8 && is_plain(text.data()) ? 8 : character_size(text);
    if (size == 0) return false;
    text.remove_prefix(size);
  }
  return true;
}

}  // namespace

bool WellFormed::take(std::string_view piece) {
  std::string kept = std::exchange(rest_, {});
  if (!kept.empty()) piece = kept.append(piece);
  std::string_view from = piece;
  Found found = Found::whole;
  while (!from.empty() && found == Found::whole) found = take_one(from);
  rest_ = from;
  return found != Found::wrong && holds_characters(piece.substr(0, piece.size() - from.size()));
}

bool WellFormed::is_whole() const {
  return has_root_ && open_.empty() && is_space(rest_);
}

// Takes a text or a tag from the front.
WellFormed::Found WellFormed::take_one(std::string_view& from) {
  if (from[0] != '<') return take_text(from);
  if (from.size() < 2) return Found::unfinished;
  switch (from[1]) {
    case '/':
      return take_end(from);
    case '?':
      return take_declaration(from);
    default:
      return take_start(from);
  }
}

WellFormed::Found WellFormed::take_text(std::string_view& from) {
  std::size_t size = next_sign(from, 0);
  const bool is_plain = from.substr(size).starts_with('<');
  if (!is_plain) size = from.find('<', size);
  if (size == std::string_view::npos) return Found::unfinished;
  const std::string_view text = from.substr(0, size);
  from.remove_prefix(size);
  if (open_.empty()) return has_begun_ && is_space(text) ? Found::whole : Found::wrong;
  return is_plain || holds_references(text) ? Found::whole : Found::wrong;
}

WellFormed::Found WellFormed::take_declaration(std::string_view& from) {
  constexpr std::string_view kOnly = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
  if (from.size() < kOnly.size()) return Found::unfinished;
  if (std::exchange(has_begun_, true) || !from.starts_with(kOnly)) return Found::wrong;
  from.remove_prefix(kOnly.size());
  return Found::whole;
}

WellFormed::Found WellFormed::take_start(std::string_view& from) {
  std::string_view rest = from.substr(1);
  const std::string_view name = taken_name(rest);
  attributes_.clear();
  Found found = Found::whole;
  while (found == Found::whole && takes_space(rest) && !ends_tag(rest)) {
    found = take_attribute(rest);
  }
  if (found != Found::whole) return found;
  const bool is_empty = rest.starts_with('/');
  if (is_empty) rest.remove_prefix(1);
  if (rest.empty()) return Found::unfinished;
  if (name.empty() || rest[0] != '>' || (open_.empty() && has_root_)) return Found::wrong;
  if (!is_empty) open_.emplace_back(name);
  has_begun_ = has_root_ = true;
  from = rest.substr(1);
  return Found::whole;
}

WellFormed::Found WellFormed::take_attribute(std::string_view& from) {
  constexpr std::string_view kBegin = "=\"";
  const std::string_view name = taken_name(from);
  if (from.size() < kBegin.size()) return Found::unfinished;
  std::size_t end = next_sign(from, kBegin.size());
  const bool is_plain = from.substr(end).starts_with('"');
  if (!is_plain) end = from.find('"', end);
  if (name.empty() || !from.starts_with(kBegin)) return Found::wrong;
  if (end == std::string_view::npos) return Found::unfinished;
  const std::string_view value = from.substr(kBegin.size(), end - kBegin.size());
  const bool is_known = std::ranges::find(attributes_, name) != attributes_.end();
  attributes_.push_back(name);
  from.remove_prefix(end + 1);
  const bool is_right =
      is_plain || (value.find('<') == std::string_view::npos && holds_references(value));
  return is_right && !is_known ? Found::whole : Found::wrong;
}

WellFormed::Found WellFormed::take_end(std::string_view& from) {
  const std::size_t size = from.find('>');
  if (size == std::string_view::npos) return Found::unfinished;
  if (open_.empty() || from.substr(2, size - 2) != open_.back()) return Found::wrong;
  open_.pop_back();
  from.remove_prefix(size + 1);
  return Found::whole;
}

}  // namespace chiwat::xlsx
