#include "xlsx/read_strings.hpp"

#include <charconv>
#include <cstdint>
#include <optional>

#include "xlsx/unreadable.hpp"

namespace chiwat::xlsx {
namespace {

constexpr std::size_t kMostStrings = 5'000'000;  // an empty one takes memory, too

// The code of "_x000D_" at the beginning of `text`.
std::optional<unsigned> escape(std::string_view text) {
  constexpr std::size_t kLength = 7;
  if (text.size() < kLength || text[1] != 'x' || text[kLength - 1] != '_') return std::nullopt;
  unsigned code = 0;
  const auto result = std::from_chars(text.data() + 2, text.data() + 6, code, 16);
  const bool surrogate = code >= 0xD800 && code < 0xE000;
  if (result.ptr != text.data() + 6 || surrogate || code == 0) return std::nullopt;
  return code;
}

std::string utf8(unsigned code) {
  const auto byte = [](unsigned value) { return static_cast<char>(value); };
  if (code < 0x80) return {byte(code)};
  if (code < 0x800) return {byte(0xC0 | code >> 6), byte(0x80 | (code & 0x3F))};
  return {byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 0x3F)), byte(0x80 | (code & 0x3F))};
}

class StringsHandler : public XmlHandler {
 public:
  void start(std::string_view element, const Attributes&) override { text_.start(element); }
  void end(std::string_view element) override {
    text_.end(element);
    if (element != "si") return;
    if (strings_.size() == kMostStrings) throw Unreadable("xlsx_too_large");
    strings_.push_back(text_.take());
    text_.clear();
  }
  void text(std::string_view piece) override { text_.text(piece); }

  std::vector<std::string> take() { return std::move(strings_); }

 private:
  RichText text_;
  std::vector<std::string> strings_;
};

}  // namespace

void RichText::start(std::string_view element) {
  if (element == "rPh") in_reading_ = true;
  in_text_ = element == "t" && !in_reading_;
}

void RichText::end(std::string_view element) {
  if (element == "rPh") in_reading_ = false;
  in_text_ = false;
}

void RichText::text(std::string_view piece) {
  if (in_text_) text_ += piece;
}

std::string RichText::take() const {
  return unescaped(text_);
}

std::string unescaped(std::string text) {
  if (text.find("_x") == std::string::npos) return text;
  std::string result;
  std::string_view rest = text;
  for (std::size_t at; (at = rest.find("_x")) != std::string_view::npos;) {
    result += rest.substr(0, at);
    rest.remove_prefix(at);
    const auto code = escape(rest);
    result += code ? utf8(*code) : "_x";
    rest.remove_prefix(code ? 7 : 2);
  }
  return result += rest;
}

std::vector<std::string> read_strings(Package& package, const std::string& part) {
  StringsHandler handler;
  read_xml(package, part, handler, PartKind::content);
  return handler.take();
}

}  // namespace chiwat::xlsx
