// The forms of an attachment: which templates they are, and what of the circular each is given.
#include <algorithm>
#include <utility>

#include "model/placeholders.hpp"
#include "model/reader.hpp"
#include "thai/names.hpp"

namespace chiwat::model {
namespace {

std::optional<std::size_t> read_column(Reader& reader, const source::Node& node) {
  const auto name = source::as_text(node, reader.diagnostics);
  return name ? reader.find_column(*name) : std::nullopt;
}

// The number of a round that stands for a key; an index into Circular::rounds.
std::optional<std::size_t> round_of_key(Reader& reader, const Text& key) {
  source::Node node;
  node.kind = source::Node::Kind::scalar;
  node.origin = key.origin;
  node.text = key.value;
  const auto number = source::as_integer(node, 1, 99, reader.diagnostics);
  return number ? find_round(reader, *number) : std::nullopt;
}

// "target: r1_standard", or by the number of the round "target: {1: r1_standard, 2: r2_standard}".
GivenColumn read_given(Reader& reader, const source::Member& member) {
  GivenColumn given;
  given.origin = member.key.origin;
  if (member.value.kind != source::Node::Kind::mapping) {
    given.always = read_column(reader, member.value);
    return given;
  }
  for (const source::Member& each : member.value.members) {
    const auto round = round_of_key(reader, each.key);
    const auto column = read_column(reader, each.value);
    if (round && column) given.by_round.emplace(*round, *column);
  }
  return given;
}

void read_asked_columns(Reader& reader, const source::Node& node, Form& form) {
  if (node.kind != source::Node::Kind::mapping) {
    reader.diagnostics.error(node.origin, "not_a_mapping", {{"found", node.text}});
    return;
  }
  for (const source::Member& member : node.members) {
    form.columns.emplace(member.key.value, read_given(reader, member));
  }
}

std::optional<Form> read_form(Reader& reader, const source::Node& node,
                              const Attachment& attachment) {
  Form form;
  form.origin = node.origin;
  if (node.kind == source::Node::Kind::scalar) {
    form.layout = {node.text, node.origin};
  } else {
    const source::Fields fields(node, {"layout", "sheet", "round", "columns"}, reader.diagnostics);
    if (!fields.is_mapping()) return std::nullopt;
    const auto layout = fields.required_text("layout");
    if (!layout) return std::nullopt;
    form.layout = *layout;
    form.round = read_round(reader, fields);
    form.sheet = fields.text("sheet");
    reader.check_text(form.sheet, form.round ? &reader.circular.rounds[*form.round] : nullptr,
                      &attachment);
    if (const source::Node* columns = fields.find("columns")) {
      read_asked_columns(reader, *columns, form);
    }
  }
  check_layout(reader, form.layout, LayoutKind::form);
  return form;
}

}  // namespace

void check_layout(Reader& reader, const Text& layout, LayoutKind wanted) {
  const auto kind = reader.find_layout(reader.circular.folder, layout.value);
  if (!kind) {
    reader.diagnostics.error(layout.origin, "template_unknown", {{"name", layout.value}});
  } else if (*kind != wanted && *kind != LayoutKind::unreadable) {
    reader.diagnostics.error(layout.origin,
                             wanted == LayoutKind::table ? "template_is_form" : "template_is_table",
                             {{"name", layout.value}});
  }
}

std::optional<std::size_t> read_round(Reader& reader, const source::Fields& fields) {
  const auto number = fields.integer("round", 1, 99);
  return number ? find_round(reader, *number) : std::nullopt;
}

std::optional<std::size_t> find_round(Reader& reader, const Located<int>& number) {
  const auto& rounds = reader.circular.rounds;
  const auto found = std::find_if(rounds.begin(), rounds.end(), [&](const Round& round) {
    return round.number.value == number.value;
  });
  if (found != rounds.end()) return static_cast<std::size_t>(found - rounds.begin());
  reader.diagnostics.error(number.origin, "round_unknown",
                           {{"round", std::to_string(number.value)}});
  // So that the texts that speak of the round are not reported as well.
  return rounds.empty() ? std::nullopt : std::optional<std::size_t>(0);
}

void read_forms(Reader& reader, const source::Fields& fields, Attachment& attachment) {
  for (const source::Node* item : fields.items("forms")) {
    if (auto form = read_form(reader, *item, attachment)) {
      attachment.forms.push_back(std::move(*form));
    }
  }
}

}  // namespace chiwat::model
