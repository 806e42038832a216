#include "xlsx/xml_characters.hpp"

#include <charconv>
#include <utility>

namespace chiwat::xlsx {
namespace {

bool is_character(std::uint32_t point) {
  if (point < ' ') return stands_in(kIsSpace, static_cast<char>(point));
  const bool is_half = point >= 0xD800 && point < 0xE000;  // of a pair of UTF-16
  return point <= 0x10FFFF && !is_half && point != 0xFFFE && point != 0xFFFF;
}

// By its first byte; 0 when none begins so.
std::size_t size_by_first(char first) {
  const auto byte = static_cast<unsigned char>(first);
  if (byte < 0x80) return 1;
  if (byte < 0xC2 || byte > 0xF4) return 0;
  return byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
}

std::string utf8(std::uint32_t point) {
  const auto byte = [](std::uint32_t value) { return static_cast<char>(value); };
  const auto next = [&](int shift) { return byte(0x80 | (point >> shift & 0x3F)); };
  if (point < 0x80) return {byte(point)};
  if (point < 0x800) return {byte(0xC0 | point >> 6), next(0)};
  if (point < 0x10000) return {byte(0xE0 | point >> 12), next(6), next(0)};
  return {byte(0xF0 | point >> 18), next(12), next(6), next(0)};
}

// The number of "#65" and "#x41", without its #.
std::optional<std::uint32_t> code_point(std::string_view digits) {
  const bool is_hex = digits.starts_with('x');
  if (is_hex) digits.remove_prefix(1);
  std::uint32_t point = 0;
  const char* const end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, point, is_hex ? 16 : 10);
  const bool is_whole = read.ec == std::errc() && read.ptr == end;
  return is_whole && is_character(point) ? std::optional(point) : std::nullopt;
}

}  // namespace

std::size_t character_size(std::string_view text) {
  const std::size_t size = size_by_first(text[0]);
  if (size == 1) return is_character(static_cast<unsigned char>(text[0])) ? 1 : 0;
  if (size == 0 || size > text.size()) return 0;
  std::uint32_t point = static_cast<unsigned char>(text[0]) & (0x7Fu >> size);
  for (std::size_t i = 1; i < size; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0) != 0x80) return 0;
    point = point << 6 | (byte & 0x3F);
  }
  constexpr std::array<std::uint32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
  return point >= kLeast[size] && is_character(point) ? size : 0;
}

bool is_cut_off(std::string_view text) {
  return text.size() < size_by_first(text[0]);
}

std::size_t plain_size(std::string_view text, Place place) {
  for (std::size_t at = 0;;) {
    while (at < text.size() && stands_in(place, text[at])) ++at;
    const bool is_ascii = at == text.size() || static_cast<unsigned char>(text[at]) < 0x80;
    const std::size_t size = is_ascii ? 0 : character_size(text.substr(at));
    if (size == 0) return at;
    at += size;
  }
}

bool holds_characters(std::string_view text) {
  while (!text.empty()) {
    const std::size_t size = character_size(text);
    if (size == 0) return false;
    text.remove_prefix(size);
  }
  return true;
}

std::optional<std::string> referred_to(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, char>, 5> kNames{
      {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
  for (const auto& [known, meaning] : kNames) {
    if (known == name) return std::string(1, meaning);
  }
  if (!name.starts_with('#')) return std::nullopt;
  const auto point = code_point(name.substr(1));
  return point ? std::optional(utf8(*point)) : std::nullopt;
}

}  // namespace chiwat::xlsx
