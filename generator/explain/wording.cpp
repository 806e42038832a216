#include "explain/wording.hpp"

#include "form/number_format.hpp"
#include "form/shown_headings.hpp"
#include "formula/to_text.hpp"
#include "model/placeholders.hpp"
#include "thai/message.hpp"

namespace chiwat::explain {
namespace {

constexpr int kOfFraction = 4;  // decimals, of a number that has no end
constexpr int kOfPercent = 2;
constexpr int kMostOfPercent = 12;

std::string with_decimals(const Number& number, int decimals) {
  return form::shown(number, {decimals, true, thai::Digits::arabic, ""});
}

}  // namespace

std::string exact_text(const Number& number) {
  if (const auto decimals = number.decimals()) return with_decimals(number, *decimals);
  return number.to_string() + " ≈ " + with_decimals(number, kOfFraction);
}

std::string percent_text(const Number& share, const std::optional<Number>& bound) {
  const Number percent = share * 100;
  int decimals = kOfPercent;
  if (percent.is_integer()) decimals = 0;
  const auto looks_like_bound = [&] {
    return bound && share != *bound && percent.rounded(decimals, Rounding::half_up) == *bound * 100;
  };
  while (looks_like_bound() && decimals < kMostOfPercent) ++decimals;
  return with_decimals(percent, decimals) + "%";
}

std::string named(const std::string& label, const std::string& name) {
  return label == name ? name : label + " (" + name + ")";
}

std::string column_text(const model::Circular& circular, const plan::Plan& plan,
                        std::size_t column) {
  return named(form::label_of(circular, plan, thai::Digits::arabic, column),
               circular.columns[column].name.value);
}

std::string described_text(const model::Circular& circular, const model::Text& text,
                           thai::Digits digits) {
  const auto worded = thai::format(text.value, model::placeholders(circular), digits);
  const auto* words = std::get_if<std::string>(&worded);
  return words ? *words : text.value;
}

std::string formula_text(const formula::Expression& formula) {
  return formula::to_text(formula, [](const std::string& name) { return name; });
}

std::string filled_in(const model::Circular& circular, const plan::Plan& plan,
                      const formula::Expression& formula, Row row) {
  return formula::to_text(formula, [&](const std::string& name) {
    const std::size_t column = find_column(circular, name);
    const auto value = value_of(plan, column, row);
    if (!value) return name;
    const auto decimals = value->decimals();
    return decimals ? with_decimals(*value, *decimals) : "(" + value->to_string() + ")";
  });
}

bool is_one_rounding(const Derivation& derivation) {
  return derivation.formula && derivation.roundings.size() == 1 &&
         derivation.roundings.front().rounding ==
             std::get_if<formula::Rounded>(&derivation.formula->node);
}

std::string rounding_id(Rounding mode) {
  switch (mode) {
    case Rounding::half_up:
      return "explain_half_up";
    case Rounding::half_even:
      return "explain_half_even";
    case Rounding::half_down:
      return "explain_half_down";
    case Rounding::ceiling:
      return "explain_ceiling";
    case Rounding::floor:
      break;
  }
  return "explain_floor";
}

}  // namespace chiwat::explain
