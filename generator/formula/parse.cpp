// The parser of expressions, by recursive descent: one function for each level of precedence.
#include <algorithm>
#include <array>
#include <utility>

#include "formula/expression.hpp"
#include "formula/token.hpp"

namespace chiwat::formula {
namespace {

constexpr int kDeepest = 60;  // Excel nests functions 64 deep

// What a function needs; its name is the key.
struct Function {
  std::string_view name;
  std::string_view expected;  // said when the number of arguments is wrong
  std::size_t least, most;
};
constexpr std::size_t kAnyNumber = 100;
constexpr std::array<Function, 6> kFunctions{{
    {"round", "round(x), round(x, decimals), round(x, decimals, mode)", 1, 3},
    {"ceil", "ceil(x), ceil(x, decimals)", 1, 2},
    {"floor", "floor(x), floor(x, decimals)", 1, 2},
    {"min", "min(x, y, …)", 1, kAnyNumber},
    {"max", "max(x, y, …)", 1, kAnyNumber},
    {"if", "if(condition, x, y)", 3, 3},
}};
constexpr std::string_view kKnownFunctions = "round, ceil, floor, min, max, if";

constexpr std::array<std::pair<std::string_view, Rounding>, 3> kModes{{
    {"half_up", Rounding::half_up},
    {"half_even", Rounding::half_even},
    {"half_down", Rounding::half_down},
}};
constexpr std::string_view kKnownModes = "half_up, half_even, half_down";

std::string lower_case(std::string name) {
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return name;
}

// In code points.
std::int64_t length(std::string_view text) {
  return std::count_if(text.begin(), text.end(),
                       [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

// Reports the first mistake and unwinds by returning null from there on.
class Parser {
 public:
  Parser(std::string_view text, const Origin& origin, const Constants& constants,
         Diagnostics& diagnostics)
      : tokens_(text), origin_(origin), constants_(constants), diagnostics_(diagnostics) {
    advance();
  }

  Operand whole(std::string_view text) {
    if (length(text) > kLongestFormula) {
      return fail_at(origin_, "formula_too_long", {{"most", kLongestFormula}});
    }
    accept("=");  // as people begin a formula in Excel
    if (token_.kind == Token::Kind::end) return fail("formula_empty");
    Operand result = disjunction();
    if (result && token_.kind != Token::Kind::end) return unexpected();
    return result;
  }

 private:
  void advance() { token_ = tokens_.next(); }
  bool at(std::string_view symbol) const {
    return token_.kind == Token::Kind::symbol && token_.text == symbol;
  }
  bool at_word(std::string_view word) const {
    return token_.kind == Token::Kind::name && token_.text == word;
  }
  bool accept(std::string_view symbol) {
    if (!at(symbol)) return false;
    advance();
    return true;
  }
  Origin here() const { return {origin_.file, origin_.line, origin_.column + token_.offset}; }

  Operand fail(std::string id, MessageArguments arguments = {}) {
    return fail_at(here(), std::move(id), std::move(arguments));
  }
  Operand fail_at(const Origin& where, std::string id, MessageArguments arguments = {}) {
    if (!failed_) diagnostics_.error(where, std::move(id), std::move(arguments));
    failed_ = true;
    return nullptr;
  }
  Operand unexpected() {
    if (token_.kind == Token::Kind::end) {
      if (!open_.empty()) return fail_at(open_.back(), "formula_parenthesis_open");
      return fail("formula_ends_early");
    }
    return fail("formula_unexpected", {{"found", token_.text}});
  }

  template <class Node>
  static Operand make(Node node, const Origin& origin) {
    return std::make_shared<const Expression>(Expression{std::move(node), origin});
  }

  Operand disjunction() {
    Operand left = conjunction();
    while (left && at_word("or")) {
      const Origin where = here();
      advance();
      Operand right = conjunction();
      if (!right) return nullptr;
      left = make(Binary<Logic>{Logic::either, left, right}, where);
    }
    return left;
  }

  Operand conjunction() {
    Operand left = negation();
    while (left && at_word("and")) {
      const Origin where = here();
      advance();
      Operand right = negation();
      if (!right) return nullptr;
      left = make(Binary<Logic>{Logic::both, left, right}, where);
    }
    return left;
  }

  Operand negation() {
    if (!at_word("not")) return comparison();
    const Origin where = here();
    advance();
    if (++depth_ > kDeepest) return fail("formula_too_deep");
    Operand operand = negation();
    --depth_;
    return operand ? make(Not{operand}, where) : nullptr;
  }

  std::optional<Comparison> comparison_sign() const {
    if (at("<")) return Comparison::less;
    if (at("<=")) return Comparison::less_equal;
    if (at(">")) return Comparison::greater;
    if (at(">=")) return Comparison::greater_equal;
    if (at("=")) return Comparison::equal;
    if (at("<>")) return Comparison::not_equal;
    return std::nullopt;
  }

  Operand comparison() {
    Operand left = sum();
    const auto sign = comparison_sign();
    if (!left || !sign) return left;
    const Origin where = here();
    advance();
    Operand right = sum();
    if (right && comparison_sign()) return unexpected();  // a < b < c means nothing
    return right ? make(Binary<Comparison>{*sign, left, right}, where) : nullptr;
  }

  Operand sum() {
    Operand left = product();
    while (left && (at("+") || at("-"))) {
      const Arithmetic op = at("+") ? Arithmetic::add : Arithmetic::subtract;
      const Origin where = here();
      advance();
      Operand right = product();
      if (!right) return nullptr;
      left = make(Binary<Arithmetic>{op, left, right}, where);
    }
    return left;
  }

  Operand product() {
    Operand left = signed_operand();
    while (left && (at("*") || at("/"))) {
      const Arithmetic op = at("*") ? Arithmetic::multiply : Arithmetic::divide;
      const Origin where = here();
      advance();
      Operand right = signed_operand();
      if (!right) return nullptr;
      left = make(Binary<Arithmetic>{op, left, right}, where);
    }
    return left;
  }

  Operand signed_operand() {
    if (!at("-")) return percentage();
    const Origin where = here();
    advance();
    if (++depth_ > kDeepest) return fail("formula_too_deep");
    Operand operand = signed_operand();
    --depth_;
    return operand ? make(Negative{operand}, where) : nullptr;
  }

  Operand percentage() {
    Operand operand = primary();
    while (operand && at("%")) {
      const Origin where = here();
      advance();
      if (const auto* literal = std::get_if<Literal>(&operand->node)) {
        operand = make(Literal{literal->value / 100, literal->places + 2, true}, operand->origin);
      } else {
        operand = make(
            Binary<Arithmetic>{Arithmetic::divide, operand, make(Literal{Number(100), 0}, where)},
            where);
      }
    }
    return operand;
  }

  Operand primary() {
    if (++depth_ > kDeepest) return fail("formula_too_deep");
    Operand result = primary_inside();
    --depth_;
    return result;
  }

  Operand primary_inside() {
    if (token_.kind == Token::Kind::number) return number();
    if (token_.kind == Token::Kind::thousands) {
      return fail("formula_thousands", {{"meant", token_.text}});
    }
    if (token_.kind == Token::Kind::name) return name_or_call();
    if (!at("(")) return unexpected();
    open();
    Operand inner = disjunction();
    return inner && close() ? inner : nullptr;
  }

  void open() {
    open_.push_back(here());
    advance();
  }
  // False, reported, when something else stands where the parenthesis should be closed.
  bool close() {
    if (!accept(")")) return unexpected() != nullptr;
    open_.pop_back();
    return true;
  }

  Operand number() {
    const auto value = Number::parse(token_.text);
    if (!value) return fail("formula_number", {{"found", token_.text}});
    if (!Number::spreadsheets_keep(token_.text)) return fail("number_too_long");
    const auto point = token_.text.find('.');
    const int places =
        point == std::string::npos ? 0 : static_cast<int>(token_.text.size() - point - 1);
    Operand result = make(Literal{*value, places}, here());
    advance();
    return result;
  }

  Operand name_or_call() {
    if (at_word("and") || at_word("or")) return unexpected();
    const Origin where = here();
    std::string name = token_.text;
    advance();
    if (at("(")) return call(lower_case(name), where);
    if (const auto constant = constants_.find(name); constant != constants_.end()) {
      return make(constant->second, where);
    }
    return make(Name{std::move(name)}, where);
  }

  Operand call(const std::string& name, const Origin& where) {
    const auto* function = std::find_if(kFunctions.begin(), kFunctions.end(),
                                        [&](const Function& f) { return f.name == name; });
    if (function == kFunctions.end()) {
      return fail_at(where, "formula_unknown_function",
                     {{"name", name}, {"known", std::string(kKnownFunctions)}});
    }
    std::vector<Operand> arguments;
    open();
    do {
      arguments.push_back(disjunction());
      if (!arguments.back()) return nullptr;
    } while (accept(","));
    if (!close()) return nullptr;
    if (arguments.size() < function->least || arguments.size() > function->most) {
      return fail_at(where, "formula_argument_count",
                     {{"name", name}, {"expected", std::string(function->expected)}});
    }
    return build(name, std::move(arguments), where);
  }

  Operand build(const std::string& name, std::vector<Operand> arguments, const Origin& where) {
    if (name == "if") return make(Conditional{arguments[0], arguments[1], arguments[2]}, where);
    if (name == "min") return make(Choice{Extreme::smallest, std::move(arguments)}, where);
    if (name == "max") return make(Choice{Extreme::largest, std::move(arguments)}, where);
    Rounded rounded{arguments[0], 0, Rounding::half_up};
    if (name == "ceil") rounded.mode = Rounding::ceiling;
    if (name == "floor") rounded.mode = Rounding::floor;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
      if (!rounding_setting(*arguments[i], i, name == "round", rounded)) return nullptr;
    }
    return make(std::move(rounded), where);
  }

  // The second argument may be the mode when the decimals are left out: round(x, half_even).
  bool rounding_setting(const Expression& argument, std::size_t place, bool may_be_mode,
                        Rounded& rounded) {
    const auto* mode_name = std::get_if<Name>(&argument.node);
    if (may_be_mode && mode_name) {
      const auto* mode = std::find_if(kModes.begin(), kModes.end(),
                                      [&](const auto& m) { return m.first == mode_name->name; });
      if (mode != kModes.end()) {
        rounded.mode = mode->second;
        return true;
      }
      fail_at(argument.origin, "formula_rounding_mode",
              {{"found", mode_name->name}, {"known", std::string(kKnownModes)}});
      return false;
    }
    const auto* negative = std::get_if<Negative>(&argument.node);
    const auto* literal = std::get_if<Literal>(&(negative ? *negative->operand : argument).node);
    if (place != 1 || !literal || !literal->value.is_integer() || literal->value > Number(9)) {
      fail_at(argument.origin, "formula_decimals");
      return false;
    }
    rounded.decimals = std::stoi(literal->value.to_string()) * (negative ? -1 : 1);
    return true;
  }

  Tokenizer tokens_;
  Token token_;
  Origin origin_;
  const Constants& constants_;
  Diagnostics& diagnostics_;
  std::vector<Origin> open_;  // parentheses
  int depth_ = 0;
  bool failed_ = false;
};

}  // namespace

std::optional<Operand> parse(std::string_view text, const Origin& origin, Diagnostics& diagnostics,
                             const Constants& constants) {
  Operand result = Parser(text, origin, constants, diagnostics).whole(text);
  if (!result) return std::nullopt;
  return result;
}

}  // namespace chiwat::formula
