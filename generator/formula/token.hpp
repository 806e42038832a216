// The words of an expression.
#pragma once

#include <string>
#include <string_view>

namespace chiwat::formula {

struct Token {
  enum class Kind { end, number, thousands, name, symbol, broken };

  Kind kind = Kind::end;
  std::string text;  // numbers in Arabic digits, symbols in their ASCII form
  int offset = 0;    // in code points from the beginning
};

// Cuts a text into tokens. `thousands` is a number with separators, 500,000: in a formula the comma
// stands between arguments, so such a number would silently become two. `broken` is a character
// that begins no token.
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : rest_(text) {}
  Token next();

 private:
  void take(std::size_t bytes);
  Token number();
  Token name();

  std::string_view rest_;
  int offset_ = 0;
};

}  // namespace chiwat::formula
