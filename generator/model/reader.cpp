#include "model/reader.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <variant>
#include <vector>

#include "formula/expression.hpp"
#include "model/placeholders.hpp"
#include "thai/date.hpp"
#include "thai/message.hpp"
#include "thai/names.hpp"

namespace chiwat::model {
namespace {

// In code points. More than this in one cell fits no page, and Excel's rows end at 409 points.
constexpr std::size_t kLongestText = 2'000;

// Of a name, a label or a telephone number, in code points: they stand in narrow columns.
constexpr std::size_t kLongestPlain = 250;

constexpr std::ptrdiff_t kMostLines = 15;

bool is_name(const std::string& text) {
  Diagnostics ignored;
  const auto expression = formula::parse(text, {}, ignored);
  if (!expression) return false;
  const auto* name = std::get_if<formula::Name>(&(*expression)->node);
  return name && name->name == text;  // (n) is the name n, but not by itself a name
}

std::string without_spaces(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
  return text;
}

// The text of a formula with its names in their one form. Where only white space would change it
// is kept as it is, so that messages point to the right character.
std::string with_normal_names(const std::string& text) {
  std::string normal = thai::normalise(text);
  return without_spaces(normal) == without_spaces(text) ? text : normal;
}

std::optional<formula::Literal> as_literal(std::string_view text) {
  const bool percent = text.ends_with('%');
  if (percent) text.remove_suffix(1);
  const auto decimal = thai::plain_decimal(text);
  if (!decimal || !Number::spreadsheets_keep(*decimal)) return std::nullopt;
  const std::size_t point = decimal->find('.');
  const std::size_t places = point == std::string::npos ? 0 : decimal->size() - point - 1;
  const Number value = Number::parse(*decimal).value();
  return formula::Literal{percent ? value / 100 : value,
                          (percent ? 2 : 0) + static_cast<int>(places), percent};
}

void report_format(Reader& reader, const Origin& origin, const Message& problem, bool in_round) {
  Diagnostic& diagnostic = reader.diagnostics.error(origin, problem.id, problem.arguments);
  const auto unknown = problem.arguments.find("name");
  if (!in_round && unknown != problem.arguments.end() &&
      std::get<std::string>(unknown->second).starts_with("round")) {
    diagnostic.hint("hint_round_needed");
    return;
  }
  const auto suggestion = problem.arguments.find("suggestion");
  if (suggestion == problem.arguments.end()) return;
  const auto name = std::get<std::string>(suggestion->second);
  if (!name.empty()) diagnostic.hint("hint_did_you_mean", {{"name", name}});
}

// Reports what is wrong with a text that has these placeholders.
void check_with(Reader& reader, const Text& text, const thai::Arguments& arguments, bool in_round) {
  const auto result = thai::format(text.value, arguments, thai::Digits::arabic);
  if (const auto* problem = std::get_if<Message>(&result)) {
    report_format(reader, text.origin, *problem, in_round);
  } else {
    reader.check_size(std::get<std::string>(result), text.origin);
  }
}

}  // namespace

Text Reader::declare(const Text& name) {
  Text normal{thai::normalise(name.value), name.origin};
  if (!is_name(normal.value)) {
    diagnostics.error(name.origin, "bad_name", {{"name", name.value}});
    return normal;
  }
  const auto [place, is_new] = names.emplace(normal.value, name.origin);
  if (!is_new) {
    diagnostics.error(name.origin, "name_twice", {{"name", name.value}})
        .note(place->second, "first_here");
  }
  return normal;
}

void Reader::add_constant(const Text& name, const Text& value) {
  const auto literal = as_literal(value.value);
  const std::string normal = thai::normalise(name.value);
  if (!literal || !is_name(normal)) return;
  names.emplace(normal, name.origin);
  constants.emplace(normal, *literal);
}

void Reader::mark_if_broken(const Text& column, int before) {
  if (diagnostics.error_count() > before) broken.insert(column.value);
}

std::optional<WrittenDate> Reader::date(const Text& text) {
  const auto parsed = thai::parse_date(text.value);
  if (const auto* problem = std::get_if<Message>(&parsed)) {
    diagnostics.error(text.origin, problem->id, problem->arguments);
    return std::nullopt;
  }
  const auto& date = std::get<WrittenDate>(parsed);
  const int year = circular.fiscal_year.value;
  if (knows_year &&
      (date.month < fiscal_year(year - 1).first || date.month > fiscal_year(year + 1).last)) {
    diagnostics.error(text.origin, "date_unlikely",
                      {{"text", text.value}, {"year", std::to_string(year)}});
  }
  return date;
}

void Reader::check_size(const std::string& text, const Origin& origin) {
  const std::size_t length = thai::length(text);
  if (length > kLongestText) {
    diagnostics.error(origin, "text_too_long",
                      {{"length", std::to_string(length)}, {"most", std::to_string(kLongestText)}});
  }
  const auto lines = 1 + std::count(text.begin(), text.end(), '\n');
  if (lines > kMostLines) {
    diagnostics.error(origin, "text_too_many_lines",
                      {{"lines", std::to_string(lines)}, {"most", std::to_string(kMostLines)}});
  }
}

void Reader::cut_plain(Text& text) {
  std::string& bytes = text.value;  // of which each character has one at least
  const std::size_t length = bytes.size() > kLongestPlain ? thai::length(bytes) : 0;
  if (length <= kLongestPlain) return;
  diagnostics.error(text.origin, "plain_text_too_long",
                    {{"length", std::to_string(length)}, {"most", std::to_string(kLongestPlain)}});
  std::size_t end = kLongestPlain;
  while ((static_cast<unsigned char>(bytes[end]) & 0xC0) == 0x80) --end;
  bytes.resize(end);
}

void Reader::check_text(const std::optional<Text>& text, const Round* round,
                        const Attachment* attachment) {
  if (text) check_with(*this, *text, placeholders(circular, round, attachment), round != nullptr);
}

void Reader::check_level_text(const Round& round, const Level& level) {
  if (level.text) check_with(*this, *level.text, level_placeholders(circular, round, level), true);
}

formula::Operand Reader::formula(const source::Node& node) {
  const auto text = source::as_text(node, diagnostics);
  if (!text) return nullptr;
  const auto expression =
      formula::parse(with_normal_names(text->value), node.text_origin(), diagnostics, constants);
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

formula::Type Reader::type_of(const std::string& name) const {
  const bool is_truth = std::any_of(
      circular.quantities.begin(), circular.quantities.end(),
      [&](const Quantity& quantity) { return quantity.name.value == name && quantity.is_truth; });
  return is_truth ? formula::Type::truth : formula::Type::number;
}

std::optional<std::size_t> Reader::find_column(const Text& name, std::vector<std::string> other) {
  const std::string wanted = thai::normalise(name.value);
  for (std::size_t i = 0; i < circular.columns.size(); ++i) {
    if (circular.columns[i].name.value == wanted) return i;
    other.push_back(circular.columns[i].name.value);
  }
  const bool is_quantity = std::ranges::any_of(
      circular.quantities, [&](const Quantity& quantity) { return quantity.name.value == wanted; });
  if (names.contains(wanted) && !constants.contains(wanted) && !is_quantity) return std::nullopt;
  Diagnostic& diagnostic = diagnostics.error(name.origin, "column_unknown", {{"name", name.value}});
  if (const auto near = thai::closest(name.value, other)) {
    diagnostic.hint("hint_did_you_mean", {{"name", *near}});
  }
  return std::nullopt;
}

}  // namespace chiwat::model
