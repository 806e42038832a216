#include "model/reader.hpp"

#include <algorithm>
#include <cstddef>
#include <variant>
#include <vector>

#include "formula/expression.hpp"
#include "model/placeholders.hpp"
#include "thai/message.hpp"
#include "thai/names.hpp"

namespace chiwat::model {
namespace {

// In code points. More than this in one cell fits no page, and Excel's rows end at 409 points.
constexpr std::size_t kLongestText = 2'000;

constexpr std::ptrdiff_t kMostLines = 15;

bool is_name(const std::string& text) {
  Diagnostics ignored;
  const auto expression = formula::parse(text, {}, ignored);
  return expression && std::holds_alternative<formula::Name>((*expression)->node);
}

}  // namespace

void Reader::declare(const Text& name) {
  if (!is_name(name.value)) {
    diagnostics.error(name.origin, "bad_name", {{"name", name.value}});
    return;
  }
  const auto [place, is_new] = names.emplace(name.value, name.origin);
  if (is_new) return;
  diagnostics.error(name.origin, "name_twice", {{"name", name.value}})
      .note(place->second, "first_here");
}

void Reader::check_text(const std::optional<Text>& text, const Round* round,
                        const Attachment* attachment) {
  if (!text) return;
  const auto result =
      thai::format(text->value, placeholders(circular, round, attachment), thai::Digits::arabic);
  const auto* problem = std::get_if<Message>(&result);
  if (!problem) return;
  Diagnostic& diagnostic = diagnostics.error(text->origin, problem->id, problem->arguments);
  const auto unknown = problem->arguments.find("name");
  if (!round && unknown != problem->arguments.end() &&
      std::get<std::string>(unknown->second).starts_with("round")) {
    diagnostic.hint("hint_round_needed");
    return;
  }
  const auto suggestion = problem->arguments.find("suggestion");
  if (suggestion == problem->arguments.end()) return;
  const auto name = std::get<std::string>(suggestion->second);
  if (!name.empty()) diagnostic.hint("hint_did_you_mean", {{"name", name}});
}

formula::Constants Reader::constants() const {
  formula::Constants result;
  for (const auto& [name, text] : circular.values) {
    std::string_view written = text.value;
    const bool percent = written.ends_with('%');
    if (percent) written.remove_suffix(1);
    const auto decimal = thai::plain_decimal(written);
    if (!decimal || !Number::spreadsheets_keep(*decimal)) continue;
    const int places =
        (percent ? 2 : 0) + static_cast<int>(decimal->find('.') == std::string::npos
                                                 ? 0
                                                 : decimal->size() - decimal->find('.') - 1);
    const Number value = Number::parse(*decimal).value();
    result.emplace(name, formula::Literal{percent ? value / 100 : value, places});
  }
  return result;
}

formula::Operand Reader::formula(const source::Node& node) {
  const auto text = source::as_text(node, diagnostics);
  if (!text) return nullptr;
  const auto expression = formula::parse(text->value, node.text_origin(), diagnostics, constants());
  if (!expression) return nullptr;
  bool known = true;
  std::vector<std::string> candidates;
  for (const auto& [name, origin] : names) candidates.push_back(name);
  for (const auto& used : formula::names(**expression)) {
    if (names.contains(used.value)) continue;
    known = false;
    Diagnostic& diagnostic =
        diagnostics.error(used.origin, "formula_unknown_name", {{"name", used.value}});
    if (const auto near = thai::closest(used.value, candidates)) {
      diagnostic.hint("hint_did_you_mean", {{"name", *near}});
    }
  }
  return known ? *expression : nullptr;
}

}  // namespace chiwat::model
