#include "review/measured.hpp"

#include <algorithm>
#include <array>
#include <variant>

#include "review/bounds.hpp"
#include "thai/names.hpp"

namespace chiwat::review {
namespace {

using formula::Arithmetic;
using formula::Binary;
using formula::Expression;

// Words in the units of what need not be whole.
constexpr std::array<std::string_view, 17> kMeasures{
    "บาท", "สตางค์", "ร้อยละ", "%",     "เปอร์เซ็นต์", "คะแนน", "กรัม",  "กก",  "ตัน",
    "ลิตร", "เมตร",  "ไร่",    "ชั่วโมง", "นาที",      "เท่า",   "อัตรา", "องศา"};

std::optional<std::size_t> find_column(const model::Circular& circular, const std::string& name) {
  const auto found = std::ranges::find_if(
      circular.columns, [&](const auto& column) { return column.name.value == name; });
  if (found == circular.columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - circular.columns.begin());
}

// The column of which a measure takes a counted result's share: products in products_online /
// products.
std::optional<std::size_t> whole_of(const model::Circular& circular,
                                    const model::Quantity& measure) {
  const auto* share =
      measure.definition ? std::get_if<Binary<Arithmetic>>(&measure.definition->node) : nullptr;
  if (!share || share->op != Arithmetic::divide) return std::nullopt;
  const auto* part = std::get_if<formula::Name>(&share->left->node);
  const auto* whole = std::get_if<formula::Name>(&share->right->node);
  if (!part || !whole) return std::nullopt;
  const model::Quantity* result = find_quantity(circular, part->name);
  if (!result || result->definition || !is_counted(*result)) return std::nullopt;
  return find_column(circular, whole->name);
}

}  // namespace

bool is_counting_unit(std::string_view unit) {
  const std::string text = thai::normalise(unit);
  return !text.empty() && std::ranges::none_of(kMeasures, [&](std::string_view measure) {
    return text.find(measure) != std::string::npos;
  });
}

bool is_counted(const model::Quantity& result) {
  return !result.is_truth && result.unit && is_counting_unit(result.unit->value);
}

bool is_ratio(const Expression& expression) {
  if (const auto* binary = std::get_if<Binary<Arithmetic>>(&expression.node)) {
    if (binary->op == Arithmetic::divide && !formula::names(*binary->right).empty()) return true;
    return is_ratio(*binary->left) || is_ratio(*binary->right);
  }
  if (const auto* rounded = std::get_if<formula::Rounded>(&expression.node)) {
    return is_ratio(*rounded->operand);
  }
  return std::holds_alternative<formula::Conditional>(expression.node);
}

bool is_difference(const Expression& expression) {
  if (std::holds_alternative<formula::Negative>(expression.node)) return true;
  if (const auto* binary = std::get_if<Binary<Arithmetic>>(&expression.node)) {
    return binary->op == Arithmetic::subtract || is_difference(*binary->left) ||
           is_difference(*binary->right);
  }
  const auto* rounded = std::get_if<formula::Rounded>(&expression.node);
  return rounded && is_difference(*rounded->operand);
}

std::vector<bool> counted_columns(const model::Circular& circular) {
  std::vector<bool> counted(circular.columns.size(), false);
  for (const model::Quantity& measure : circular.quantities) {
    if (const auto whole = whole_of(circular, measure)) counted[*whole] = true;
  }
  // A formula uses only columns before its own.
  for (std::size_t i = 0; i < circular.columns.size(); ++i) {
    const auto& definition = circular.columns[i].definition;
    if (!definition || is_ratio(*definition)) continue;
    const auto used = formula::names(*definition);
    counted[i] = counted[i] || (!used.empty() && std::ranges::all_of(used, [&](const auto& name) {
                   const auto column = find_column(circular, name.value);
                   return column && counted[*column];
                 }));
  }
  return counted;
}

}  // namespace chiwat::review
