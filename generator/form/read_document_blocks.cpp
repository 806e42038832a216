#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "form/document_blocks.hpp"
#include "source/fields.hpp"

namespace chiwat::form {
namespace {

using source::Fields;
using source::Node;

constexpr int kDeepestList = 3;
constexpr std::size_t kMostColumns = 8;  // as many as an upright page has room for

std::vector<Text> read_texts(const Node& node, Diagnostics& diagnostics) {
  std::vector<Text> result;
  for (const Node* item : source::as_items(node)) {
    if (auto text = source::as_text(*item, diagnostics)) result.push_back(std::move(*text));
  }
  return result;
}

Text required_text(const Fields& fields, const char* key) {
  return fields.required_text(key).value_or(Text{"", fields.origin()});
}

// --- Lists and fields ---

// An item is a text, or a mapping of a text and the items under it.
std::vector<ListItem> read_items(const Node& node, int depth, Diagnostics& diagnostics) {
  std::vector<ListItem> result;
  for (const Node* item : source::as_items(node)) {
    if (item->kind == Node::Kind::scalar) {
      result.push_back({{item->text, item->origin}, {}});
      continue;
    }
    const Fields fields(*item, {"text", "list"}, diagnostics);
    if (!fields.is_mapping()) continue;
    ListItem read{required_text(fields, "text"), {}};
    const Node* parts = fields.find("list");
    if (parts && depth == kDeepestList) {
      diagnostics.error(parts->origin, "list_too_deep", {{"most", std::to_string(kDeepestList)}});
    } else if (parts) {
      read.parts = read_items(*parts, depth + 1, diagnostics);
    }
    result.push_back(std::move(read));
  }
  return result;
}

std::optional<Block> read_fields(const Node& node, Diagnostics& diagnostics) {
  FieldsBlock block;
  for (const Node* item : source::as_items(node)) {
    const Fields fields(*item, {"label", "text"}, diagnostics);
    if (!fields.is_mapping()) continue;
    block.fields.push_back({required_text(fields, "label"), required_text(fields, "text")});
  }
  return block;
}

// --- Tables ---

DocumentColumn read_column(const Fields& fields, Align usual) {
  DocumentColumn column;
  column.heading = required_text(fields, "heading");
  column.width = fields.integer("width", 5, 200);
  const auto align =
      fields.choice<Align>("align", {{"left", Align::left}, {"centre", Align::centre}});
  column.align = align ? align->value : usual;
  return column;
}

// The nodes of `columns:`, as many as there may be.
std::vector<const Node*> column_nodes(const Fields& fields, Diagnostics& diagnostics) {
  fields.require("columns");
  std::vector<const Node*> nodes = fields.items("columns");
  if (nodes.size() > kMostColumns) {
    diagnostics.error(nodes[kMostColumns]->origin, "too_many_columns",
                      {{"most", std::to_string(kMostColumns)}});
    nodes.resize(kMostColumns);
  }
  return nodes;
}

void read_row(const Node& node, TableBlock& block, Diagnostics& diagnostics) {
  std::vector<Text> row = read_texts(node, diagnostics);
  const std::size_t cells = source::as_items(node).size();
  if (cells != block.columns.size()) {
    diagnostics.error(node.origin, "block_row_cells",
                      {{"cells", static_cast<std::int64_t>(cells)},
                       {"columns", static_cast<std::int64_t>(block.columns.size())}});
  }
  row.resize(block.columns.size());
  block.rows.push_back(std::move(row));
}

std::optional<Block> read_table(const Node& node, Diagnostics& diagnostics) {
  const Fields fields(node, {"columns", "rows"}, diagnostics);
  if (!fields.is_mapping()) return std::nullopt;
  TableBlock block;
  for (const Node* item : column_nodes(fields, diagnostics)) {
    const Fields column(*item, {"heading", "width", "align"}, diagnostics);
    block.columns.push_back(read_column(column, Align::left));
  }
  fields.require("rows");
  for (const Node* row : fields.items("rows")) read_row(*row, block, diagnostics);
  return block;
}

// --- What comes from the circular ---

std::optional<LevelColumn> read_level_column(const Node& node, Diagnostics& diagnostics) {
  const Fields fields(node, {"heading", "width", "align", "show", "texts"}, diagnostics);
  if (!fields.is_mapping()) return std::nullopt;
  LevelColumn column;
  if ((fields.find("show") != nullptr) == (fields.find("texts") != nullptr)) {
    diagnostics.error(node.origin, "show_or_texts");
  }
  column.show = fields.texts("texts");
  const auto show = fields.choice<OfLevel>("show", {{"points", OfLevel::points},
                                                    {"name", OfLevel::name},
                                                    {"text", OfLevel::text},
                                                    {"color", OfLevel::color}});
  if (show) column.show = show->value;
  const bool is_long = !show || show->value == OfLevel::text;
  column.column = read_column(fields, is_long ? Align::left : Align::centre);
  return column;
}

std::optional<Block> read_levels(const Node& node, Diagnostics& diagnostics) {
  const Fields fields(node, {"round", "heading", "order", "columns"}, diagnostics);
  if (!fields.is_mapping()) return std::nullopt;
  LevelsBlock block;
  block.origin = node.origin;
  const Node* round = fields.find("round");
  block.is_each = round && round->text == "each";
  if (!block.is_each) block.round = fields.integer("round", 1, 99);
  block.heading = fields.text("heading");
  const auto order = fields.choice<bool>("order", {{"ascending", true}, {"descending", false}});
  if (order) block.is_ascending = order->value;
  for (const Node* item : column_nodes(fields, diagnostics)) {
    if (auto column = read_level_column(*item, diagnostics)) {
      block.columns.push_back(std::move(*column));
    }
  }
  return block;
}

std::optional<Block> read_deadlines(const Node& node, Diagnostics& diagnostics) {
  const Fields fields(node, {"attachment", "columns"}, diagnostics);
  if (!fields.is_mapping()) return std::nullopt;
  DeadlinesBlock block;
  block.origin = node.origin;
  block.attachment = fields.integer("attachment", 1, 99);
  for (const Node* item : column_nodes(fields, diagnostics)) {
    const Fields column(*item, {"heading", "width", "align", "show"}, diagnostics);
    if (!column.is_mapping()) continue;
    column.require("show");
    const auto show = column.choice<OfDeadline>("show", {{"serial", OfDeadline::serial},
                                                         {"name", OfDeadline::name},
                                                         {"attachment", OfDeadline::attachment},
                                                         {"due", OfDeadline::due}});
    const OfDeadline what = show ? show->value : OfDeadline::name;
    const bool is_short = what == OfDeadline::serial || what == OfDeadline::attachment;
    block.columns.push_back({read_column(column, is_short ? Align::centre : Align::left), what});
  }
  return block;
}

std::optional<Block> read_steps(const Node& node, Diagnostics& diagnostics) {
  StepsBlock block;
  for (const Node* item : source::as_items(node)) {
    const Fields fields(*item, {"who", "what", "when"}, diagnostics);
    if (!fields.is_mapping()) continue;
    block.steps.push_back(
        {required_text(fields, "who"), required_text(fields, "what"), fields.text("when")});
  }
  return block;
}

// Each item is one signature: its lines, or the only one.
std::optional<Block> read_signature(const Node& node, Diagnostics& diagnostics) {
  SignatureBlock block;
  for (const Node* item : source::as_items(node)) {
    block.signatures.push_back(read_texts(*item, diagnostics));
  }
  return block;
}

// Of `space: yes` and `page_break: yes`.
template <class T>
std::optional<Block> read_mark(const Node& node, Diagnostics& diagnostics) {
  const auto wanted = source::as_truth(node, diagnostics);
  if (!wanted || !wanted->value) return std::nullopt;
  return T{};
}

template <class T>
std::optional<Block> read_one_text(const Node& node, Diagnostics& diagnostics) {
  auto text = source::as_text(node, diagnostics);
  if (!text) return std::nullopt;
  return T{std::move(*text)};
}

template <class T>
std::optional<Block> read_list(const Node& node, Diagnostics& diagnostics) {
  return T{read_items(node, 1, diagnostics)};
}

std::optional<Block> read_title(const Node& node, Diagnostics& diagnostics) {
  return TitleBlock{read_texts(node, diagnostics)};
}

using ReadBlock = std::optional<Block> (*)(const Node&, Diagnostics&);

constexpr std::pair<std::string_view, ReadBlock> kReaders[] = {
    {"title", read_title},
    {"heading", read_one_text<HeadingBlock>},
    {"paragraph", read_one_text<ParagraphBlock>},
    {"list", read_list<NumberedBlock>},
    {"bullets", read_list<BulletsBlock>},
    {"fields", read_fields},
    {"table", read_table},
    {"levels", read_levels},
    {"deadlines", read_deadlines},
    {"steps", read_steps},
    {"signature", read_signature},
    {"space", read_mark<SpaceBlock>},
    {"page_break", read_mark<PageBreakBlock>},
};

}  // namespace

std::optional<Block> read_block(const Node& node, Diagnostics& diagnostics) {
  const Fields fields(node,
                      {"title", "heading", "paragraph", "list", "bullets", "fields", "table",
                       "levels", "deadlines", "steps", "signature", "space", "page_break"},
                      diagnostics);
  if (!fields.is_mapping()) return std::nullopt;
  if (node.members.size() != 1 || node.members[0].value.kind == Node::Kind::null) {
    diagnostics.error(node.origin, "block_one_key");
    return std::nullopt;
  }
  for (const auto& [key, read] : kReaders) {
    if (key == node.members[0].key.value) return read(node.members[0].value, diagnostics);
  }
  return std::nullopt;  // reported as an unknown key
}

}  // namespace chiwat::form
