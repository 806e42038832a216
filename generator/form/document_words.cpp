#include "form/document_words.hpp"

#include <algorithm>
#include <variant>

#include "form/occasion.hpp"
#include "model/placeholders.hpp"

namespace chiwat::form {
namespace {

// The placeholders of forms, but no dots to write on: nobody fills in a document.
thai::Arguments known_of(const DocumentContext& context) {
  static const plan::Plan no_values;  // texts have none
  thai::Arguments arguments =
      placeholders(Occasion{context.circular, no_values, context.attachment, context.district,
                            context.form.round, std::nullopt, context.digits});
  std::erase_if(arguments, [](const auto& entry) {
    const auto* text = std::get_if<std::string>(&entry.second);
    return text && *text == kDots;
  });
  return arguments;
}

thai::Arguments targets(const model::Round& round) {
  const auto levels = DocumentWords::levels(round);
  if (levels.empty()) return {};
  thai::Arguments result = model::level_bounds(*levels.back());
  if (levels.back()->name) result.emplace("highest_level", levels.back()->name->value);
  return result;
}

}  // namespace

DocumentWords::DocumentWords(const DocumentContext& context, std::vector<model::SaidText>& said,
                             Diagnostics& diagnostics)
    : context_(context), said_(said), diagnostics_(diagnostics), arguments_(known_of(context)) {
  add_targets();
}

// What every round aims at. Where two rounds aim at different numbers a text about both can say
// neither.
void DocumentWords::add_targets() {
  thai::Arguments common;
  bool is_first = true;
  for (const model::Round* round : rounds()) {
    const thai::Arguments own = targets(*round);
    if (is_first) common = own;
    is_first = false;
    std::erase_if(common, [&](const auto& entry) {
      const auto found = own.find(entry.first);
      return found == own.end() || found->second != entry.second;
    });
  }
  arguments_.merge(common);
}

std::string DocumentWords::about(const model::Round& round, const Text& text) const {
  thai::Arguments arguments = model::placeholders(context_.circular, &round, &context_.attachment);
  arguments.emplace("level_count", std::to_string(round.levels.size()));
  arguments.merge(targets(round));
  arguments.merge(thai::Arguments(arguments_));
  return formatted(text, arguments);
}

std::string DocumentWords::known(const Text& text, const thai::Arguments& arguments) const {
  return std::get<std::string>(thai::format(text.value, arguments, context_.digits));
}

std::string DocumentWords::in_digits(const std::string& text) const {
  return thai::with_digits(text, context_.digits);
}

std::vector<const model::Level*> DocumentWords::levels(const model::Round& round) {
  std::vector<const model::Level*> result;
  for (const model::Level& level : round.levels) result.push_back(&level);
  std::stable_sort(result.begin(), result.end(),
                   [](const auto* a, const auto* b) { return a->points.value < b->points.value; });
  return result;
}

std::vector<const model::Round*> DocumentWords::rounds() const {
  if (context_.form.round) return {&context_.circular.rounds[*context_.form.round]};
  std::vector<const model::Round*> result;
  for (const model::Round& round : context_.circular.rounds) result.push_back(&round);
  return result;
}

Diagnostic& DocumentWords::report(const Origin& where, const char* id,
                                  MessageArguments arguments) const {
  return diagnostics_.error(where, id, std::move(arguments))
      .note(context_.form.origin, "document_used_here");
}

std::string DocumentWords::formatted(const Text& text, const thai::Arguments& arguments,
                                     bool is_title) const {
  const auto result = thai::format(text.value, arguments, context_.digits);
  if (const auto* good = std::get_if<std::string>(&result)) {
    said_.push_back({{*good, text.origin}, is_title, context_.form.round});
    return *good;
  }
  const auto& problem = std::get<Message>(result);
  Diagnostic& diagnostic = report(text.origin, problem.id.c_str(), problem.arguments);
  const auto name = problem.arguments.find("name");
  if (problem.id != "message_unknown_placeholder") return "";
  const std::string& unknown = std::get<std::string>(name->second);
  if (unknown.starts_with("round") && !context_.form.round) {
    diagnostic.hint("hint_form_round");
  } else {
    diagnostic.hint("hint_document_value", {{"name", unknown}});
  }
  return "";
}

}  // namespace chiwat::form
