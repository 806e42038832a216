#include "cli/read_messages.hpp"

#include <algorithm>
#include <utility>

#include "source/fields.hpp"
#include "source/yaml.hpp"

namespace chiwat::cli {
namespace {

void report(const Origin& origin, const Message& problem, Diagnostics& diagnostics) {
  Diagnostic& diagnostic = diagnostics.error(origin, problem.id, problem.arguments);
  const auto suggestion = problem.arguments.find("suggestion");
  if (suggestion == problem.arguments.end()) return;
  const auto name = std::get<std::string>(suggestion->second);
  if (!name.empty()) diagnostic.hint("hint_did_you_mean", {{"name", name}});
}

// Escapes of YAML can make what the reader of YAML refuses when it stands there plainly.
bool is_one_printable_line(const std::string& text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

void read_message(thai::Language language, const source::Member& member, thai::Wordings& wordings,
                  Diagnostics& diagnostics) {
  const auto text = source::as_text(member.value, diagnostics);
  const auto problem =
      thai::problem_of_wording(language, member.key.value, text ? text->value : "");
  if (problem) {
    const bool is_of_key = problem->id == "message_unknown";
    report(is_of_key ? member.key.origin : member.value.origin, *problem, diagnostics);
  } else if (text && !is_one_printable_line(text->value)) {
    diagnostics.error(text->origin, "message_not_one_line");
  } else if (text) {
    wordings[language][member.key.value] = text->value;
  }
}

void read_language(thai::Language language, const source::Node* node, thai::Wordings& wordings,
                   Diagnostics& diagnostics) {
  if (!node) return;
  if (node->kind != source::Node::Kind::mapping) {
    source::Fields(*node, {}, diagnostics);  // reports not_a_mapping
    return;
  }
  for (const source::Member& member : node->members) {
    read_message(language, member, wordings, diagnostics);
  }
}

}  // namespace

thai::Wordings read_messages(const std::string& path, const source::Files& files,
                             source::Texts& texts, Diagnostics& diagnostics) {
  const auto bytes = files.read(path);
  if (!bytes) diagnostics.error({path, 0, 0}, "file_unreadable", {{"file", path}});
  const auto tree = bytes ? source::read_yaml(path, *bytes, texts, diagnostics) : std::nullopt;
  if (!tree) return {};
  const source::Fields top(*tree, {"th", "en"}, diagnostics);
  thai::Wordings wordings;
  read_language(thai::Language::thai, top.find("th"), wordings, diagnostics);
  read_language(thai::Language::english, top.find("en"), wordings, diagnostics);
  return wordings;
}

}  // namespace chiwat::cli
