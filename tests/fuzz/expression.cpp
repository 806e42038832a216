// A formula: read, checked, evaluated, written for people and for Excel. What is written for people
// is read as the same again, and has the same value; the common denominator makes every value an
// integer; the Excel formula is never longer than was foretold, and its writing never fails.
#include <map>
#include <string>

#include "formula/check.hpp"
#include "formula/denominator.hpp"
#include "formula/evaluate.hpp"
#include "formula/excel.hpp"
#include "formula/extent.hpp"
#include "formula/to_text.hpp"
#include "promises.hpp"
#include "targets.hpp"

namespace chiwat::fuzz {
namespace {

using namespace formula;

// Every name is a number of its own with satang, but those that begin with y, which are truths, and
// with w, which are whole.
bool is_truth(const std::string& name) {
  return name.starts_with('y');
}

Number number_of(const std::string& name) {
  Number sum = 7;
  for (const char c : name) sum += static_cast<unsigned char>(c);
  return name.starts_with('w') ? sum : sum / 100;
}

Value value_of(const std::string& name) {
  if (is_truth(name)) return true;
  return number_of(name);
}

std::optional<Number> denominator_of(const std::string& name) {
  return Number(name.starts_with('w') ? 1 : 100);
}

std::string to_text(const Expression& expression) {
  return formula::to_text(expression, [](const std::string& name) { return name; });
}

// Of signs before signs, which are written with parentheses that count as depth.
bool is_too_deep(const Diagnostics& diagnostics) {
  return diagnostics.has_errors() && diagnostics.all().front().message.id == "formula_too_deep";
}

void require_same(const Expression& expression) {
  const std::string text = to_text(expression);
  Diagnostics diagnostics;
  const auto again = parse(text, {"f", 1, 1}, diagnostics);
  if (is_too_deep(diagnostics)) return;
  require(again.has_value(), "what is written for people can be read");
  require(to_text(**again) == text, "what is written for people is read as the same");
  const auto before = evaluate(expression, value_of);
  const auto after = evaluate(**again, value_of);
  require(before.index() == after.index(), "both divide by zero, or neither");
  if (const auto* value = std::get_if<Value>(&before)) {
    require(*value == std::get<Value>(after), "what is written for people has the same value");
  }
}

void require_integer(const Expression& expression) {
  const auto denominator = common_denominator(expression, denominator_of);
  const auto result = evaluate(expression, value_of);
  const auto* value = std::get_if<Value>(&result);
  if (!denominator || !value) return;
  require((std::get<Number>(*value) * *denominator).is_integer(),
          "the denominator makes the value an integer");
}

void require_excel(const Expression& expression) {
  const auto extent = formula::extent(expression, [](const auto&) { return extent_of_cell(); });
  if (!extent.fits_excel()) return;
  const std::string excel = to_excel(expression, [](const std::string& name) {
    return Cell{"A5", denominator_of(name), nullptr};
  });
  require(static_cast<std::int64_t>(excel.size()) <= extent.length(),
          "the formula is no longer than its extent");
  require(!excel.empty(), "there is a formula");
}

}  // namespace

void expression(std::string_view input) {
  Diagnostics diagnostics;
  source::Texts texts;
  texts.keep("f", std::string(input));
  const auto parsed = parse(input, {"f", 1, 1}, diagnostics);
  require_reason(parsed.has_value(), diagnostics);
  if (!parsed) return;
  const auto type = check(
      **parsed, [](const auto& name) { return is_truth(name) ? Type::truth : Type::number; },
      diagnostics);
  require_reason(type.has_value(), diagnostics);
  names(**parsed);
  beginning(**parsed);
  if (!type) return;
  require_same(**parsed);
  if (*type == Type::number) require_integer(**parsed);
  require_excel(**parsed);
}

}  // namespace chiwat::fuzz
