#include "formula/token.hpp"

#include <array>
#include <optional>
#include <utility>

namespace chiwat::formula {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}
bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// The digit for a Thai one at the front of `text`, U+0E50 to U+0E59.
std::optional<char> thai_digit(std::string_view text) {
  if (!text.starts_with("\xE0\xB9") || text.size() < 3) return std::nullopt;
  const auto last = static_cast<unsigned char>(text[2]);
  if (last < 0x90 || last > 0x99) return std::nullopt;
  return static_cast<char>('0' + (last - 0x90));
}

// As written, and as the parser knows it; longer ones first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kSymbols{{
    {"=>", ">="}, {"=<", "<="}, {"<=", "<="}, {">=", ">="}, {"<>", "<>"}, {"!=", "<>"},
    {"==", "="},  {"<", "<"},   {">", ">"},   {"=", "="},   {"+", "+"},   {"-", "-"},
    {"*", "*"},   {"/", "/"},   {"%", "%"},   {"(", "("},   {")", ")"},   {",", ","},
    {"×", "*"},   {"÷", "/"},   {"≤", "<="},  {"≥", ">="},  {"≠", "<>"},  {"−", "-"},
}};

// ",000" and no digit after it: the thousands of the number before.
bool is_thousands(std::string_view text) {
  if (!text.starts_with(',')) return false;
  text.remove_prefix(1);
  for (int i = 0; i < 3; ++i) {
    const bool thai = thai_digit(text).has_value();
    if (text.empty() || !(thai || is_digit(text[0]))) return false;
    text.remove_prefix(thai ? 3 : 1);
  }
  return text.empty() || !(is_digit(text[0]) || thai_digit(text));
}

const std::pair<std::string_view, std::string_view>* symbol_at(std::string_view text) {
  for (const auto& symbol : kSymbols) {
    if (text.starts_with(symbol.first)) return &symbol;
  }
  return nullptr;
}

}  // namespace

Token Tokenizer::next() {
  while (!rest_.empty() && is_space(rest_[0])) take(1);
  if (rest_.empty()) return {Token::Kind::end, "", offset_};
  if (is_digit(rest_[0]) || thai_digit(rest_)) return number();
  if (const auto* symbol = symbol_at(rest_)) {
    Token token{Token::Kind::symbol, std::string(symbol->second), offset_};
    take(symbol->first.size());
    return token;
  }
  if (is_name_byte(rest_[0])) return name();
  Token broken{Token::Kind::broken, std::string(rest_.substr(0, 1)), offset_};
  take(1);
  return broken;
}

void Tokenizer::take(std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; ++i) offset_ += is_continuation(rest_[i]) ? 0 : 1;
  rest_.remove_prefix(bytes);
}

Token Tokenizer::number() {
  Token token{Token::Kind::number, "", offset_};
  while (!rest_.empty()) {
    if (is_digit(rest_[0]) || rest_[0] == '.') {
      token.text += rest_[0];
      take(1);
    } else if (const auto digit = thai_digit(rest_)) {
      token.text += *digit;
      take(3);
    } else if (is_thousands(rest_)) {
      token.kind = Token::Kind::thousands;
      take(1);
    } else {
      break;
    }
  }
  return token;
}

Token Tokenizer::name() {
  Token token{Token::Kind::name, "", offset_};
  std::size_t bytes = 0;
  while (bytes < rest_.size() && (is_name_byte(rest_[bytes]) || is_digit(rest_[bytes])) &&
         !symbol_at(rest_.substr(bytes))) {
    ++bytes;
  }
  token.text = std::string(rest_.substr(0, bytes));
  take(bytes);
  return token;
}

}  // namespace chiwat::formula
