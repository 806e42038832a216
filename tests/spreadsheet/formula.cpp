#include "spreadsheet/formula.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace chiwat::spreadsheet {

// By recursive descent, in Excel's order: -x binds before %, then * /, + -, comparisons.
class FormulaParser {
 public:
  using Kind = Formula::Kind;
  using Index = std::size_t;

  FormulaParser(std::string_view text, std::vector<Formula::Node>& nodes)
      : text_(text), rest_(text), nodes_(nodes) {}

  void whole() {
    comparison();
    if (!rest_.empty()) fail();
  }

 private:
  template <std::size_t size>
  using Signs = std::array<std::pair<std::string_view, Kind>, size>;

  [[noreturn]] void fail() const {
    throw std::invalid_argument(std::string(text_) + ": unexpected at “" + std::string(rest_) +
                                "”");
  }

  bool accept(std::string_view symbol) {
    if (!rest_.starts_with(symbol)) return false;
    rest_.remove_prefix(symbol.size());
    return true;
  }

  Index add(Kind kind, std::array<Index, 3> operands) {
    nodes_.push_back({kind, 0, 0, operands});
    return nodes_.size() - 1;
  }

  template <std::size_t size>
  std::optional<Kind> one_of(const Signs<size>& signs) {
    for (const auto& [sign, kind] : signs) {
      if (accept(sign)) return kind;
    }
    return std::nullopt;
  }

  Index comparison() {
    static constexpr Signs<6> kSigns{{{"<=", Kind::less_equal},
                                      {">=", Kind::greater_equal},
                                      {"<>", Kind::not_equal},
                                      {"<", Kind::less},
                                      {">", Kind::greater},
                                      {"=", Kind::equal}}};
    Index left = sum();
    while (const auto kind = one_of(kSigns)) left = add(*kind, {left, sum()});
    return left;
  }

  Index sum() {
    static constexpr Signs<2> kSigns{{{"+", Kind::sum}, {"-", Kind::difference}}};
    Index left = product();
    while (const auto kind = one_of(kSigns)) left = add(*kind, {left, product()});
    return left;
  }

  Index product() {
    static constexpr Signs<2> kSigns{{{"*", Kind::product}, {"/", Kind::quotient}}};
    Index left = percentage();
    while (const auto kind = one_of(kSigns)) left = add(*kind, {left, percentage()});
    return left;
  }

  Index percentage() {
    Index operand = signed_operand();
    while (accept("%")) operand = add(Kind::percent, {operand});
    return operand;
  }

  Index signed_operand() {
    if (accept("-")) return add(Kind::negative, {signed_operand()});
    if (!accept("(")) return number_or_name();
    const Index inside = comparison();
    if (!accept(")")) fail();
    return inside;
  }

  Index number_or_name() {
    double number = 0;
    const auto end = std::from_chars(rest_.begin(), rest_.end(), number).ptr;
    if (end == rest_.begin()) return name();
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.begin()));
    nodes_.push_back({Kind::number, number, 0, {}});
    return nodes_.size() - 1;
  }

  Index name() {
    static constexpr Signs<9> kFunctions{{{"ROUND(", Kind::round},
                                          {"INT(", Kind::integer},
                                          {"TRUNC(", Kind::truncated},
                                          {"MIN(", Kind::smallest},
                                          {"MAX(", Kind::largest},
                                          {"IF(", Kind::choice},
                                          {"AND(", Kind::both},
                                          {"OR(", Kind::either},
                                          {"NOT(", Kind::negation}}};
    if (const auto function = one_of(kFunctions)) return call(*function);
    if (rest_.size() < 2 || rest_[0] < 'A' || rest_[0] > 'Z' || rest_[1] != '5') fail();
    nodes_.push_back({Kind::cell, 0, static_cast<std::size_t>(rest_[0] - 'A'), {}});
    rest_.remove_prefix(2);
    return nodes_.size() - 1;
  }

  Index call(Kind function) {
    Index result = comparison();
    if (function == Kind::round && !accept(",0")) fail();
    if (function == Kind::choice) {
      result = add(function, {result, next_argument(), next_argument()});
    } else if (takes_several(function)) {
      do {
        result = add(function, {result, next_argument()});
      } while (!rest_.starts_with(")"));
    } else {
      result = add(function, {result});
    }
    if (!accept(")")) fail();
    return result;
  }

  // MIN(a,b,c) is MIN(MIN(a,b),c).
  static bool takes_several(Kind function) {
    return function == Kind::smallest || function == Kind::largest || function == Kind::both ||
           function == Kind::either;
  }

  Index next_argument() {
    if (!accept(",")) fail();
    return comparison();
  }

  std::string_view text_;
  std::string_view rest_;
  std::vector<Formula::Node>& nodes_;
};

Formula::Formula(std::string_view text) {
  FormulaParser(text, nodes_).whole();
  values_.resize(nodes_.size());
}

double Formula::value(const Arithmetic& arithmetic, std::span<const double> cells) {
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    values_[i] = value_of(nodes_[i], arithmetic, cells);
  }
  return values_.back();
}

double Formula::value_of(const Node& node, const Arithmetic& arithmetic,
                         std::span<const double> cells) const {
  const double a = values_[node.operands[0]];
  const double b = values_[node.operands[1]];
  const auto is_less = [&](double x, double y) { return x < y && !arithmetic.equal(x, y); };
  switch (node.kind) {
    case Kind::number:
      return node.number;
    case Kind::cell:
      return cells[node.cell];
    case Kind::negative:
      return -a;
    case Kind::percent:
      return arithmetic.quotient(a, 100);
    case Kind::sum:
      return arithmetic.sum(a, b);
    case Kind::difference:
      return arithmetic.sum(a, -b);
    case Kind::product:
      return arithmetic.product(a, b);
    case Kind::quotient:
      return arithmetic.quotient(a, b);
    case Kind::less:
      return is_less(a, b);
    case Kind::less_equal:
      return !is_less(b, a);
    case Kind::greater:
      return is_less(b, a);
    case Kind::greater_equal:
      return !is_less(a, b);
    case Kind::equal:
      return arithmetic.equal(a, b);
    case Kind::not_equal:
      return !arithmetic.equal(a, b);
    case Kind::round:
      return arithmetic.round(a);
    case Kind::integer:
      return arithmetic.integer(a);
    case Kind::truncated:
      return a < 0 ? -arithmetic.integer(-a) : arithmetic.integer(a);
    case Kind::smallest:
    case Kind::both:
      return std::min(a, b);
    case Kind::largest:
    case Kind::either:
      return std::max(a, b);
    case Kind::choice:
      return a != 0 ? b : values_[node.operands[2]];
    case Kind::negation:
      break;
  }
  return a == 0 ? 1 : 0;
}

}  // namespace chiwat::spreadsheet
