// The attachments: what they are called, and the tables on their sheets.
#include <algorithm>
#include <utility>

#include "formula/expression.hpp"
#include "model/placeholders.hpp"
#include "model/reader.hpp"
#include "thai/names.hpp"

namespace chiwat::model {
namespace {

constexpr const char* kDefaultLayout = "district-table";
constexpr std::size_t kLongestSheetName = 31;  // UTF-16 units; Excel's limit
constexpr int kDeepestHeading = 8;
constexpr int kMostColumns = 200;  // of a table, which is printed one page wide

// As Excel compares the names of sheets; Thai has no case.
std::string lower_case(std::string name) {
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return name;
}

// Reads one table; knows the attachment and the round its texts may speak of.
class TableReader {
 public:
  TableReader(Reader& reader, const Attachment& attachment)
      : reader_(reader), attachment_(attachment) {}

  std::optional<Table> read(const source::Node& node) {
    const source::Fields fields(node,
                                {"sheet", "layout", "round", "title", "columns", "total",
                                 "thousands", "notes", "signature"},
                                reader_.diagnostics);
    if (!fields.is_mapping()) return std::nullopt;
    Table table;
    table.origin = node.origin;
    table.round = read_round(reader_, fields);
    if (table.round) round_ = &reader_.circular.rounds[*table.round];
    read_layout(fields, table);
    table.title = checked(fields.texts("title"));
    table.notes = checked(fields.texts("notes"));
    table.signature = checked(fields.texts("signature"));
    table.total_label = fields.text("total");
    reader_.check_text(table.total_label, round_, &attachment_);
    if (const auto thousands = fields.truth("thousands")) table.thousands = thousands->value;
    read_sheet_name(fields, table);
    fields.require("columns");
    for (const source::Node* item : fields.items("columns")) {
      if (auto heading = read_heading(*item, 1)) table.headings.push_back(std::move(*heading));
    }
    if (columns_ > kMostColumns) {
      reader_.diagnostics.error(table.origin, "too_many_columns",
                                {{"most", std::to_string(kMostColumns)}});
    }
    return table;
  }

 private:
  void read_layout(const source::Fields& fields, Table& table) {
    table.layout =
        fields.text("layout").value_or(Located<std::string>{kDefaultLayout, fields.origin()});
    check_layout(reader_, table.layout, LayoutKind::table);
  }

  std::vector<Text> checked(std::vector<Text> texts) {
    for (const Text& text : texts) reader_.check_text(text, round_, &attachment_);
    return texts;
  }

  void read_sheet_name(const source::Fields& fields, Table& table) {
    auto name = fields.required_text("sheet");
    if (!name) return;
    table.sheet = {name->value, name->origin};
    const auto result = thai::format(
        name->value, placeholders(reader_.circular, round_, &attachment_), attachment_.digits);
    if (const auto* problem = std::get_if<Message>(&result)) {
      reader_.diagnostics.error(name->origin, problem->id, problem->arguments);
      return;
    }
    table.sheet.value = std::get<std::string>(result);
    check_sheet_name(table.sheet);
  }

  void check_sheet_name(const Text& name) {
    const std::size_t length = thai::utf16_length(name.value);
    if (length > kLongestSheetName) {
      reader_.diagnostics.error(name.origin, "sheet_name_long",
                                {{"name", name.value},
                                 {"length", std::to_string(length)},
                                 {"most", std::to_string(kLongestSheetName)}});
    }
    const bool control = std::any_of(name.value.begin(), name.value.end(),
                                     [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    const bool reserved = lower_case(name.value) == "history";
    if (name.value.empty() || control || reserved || name.value.starts_with('\'') ||
        name.value.ends_with('\'') || name.value.find_first_of("[]:*?/\\") != std::string::npos) {
      reader_.diagnostics.error(name.origin, "sheet_name_characters", {{"name", name.value}});
    }
    for (const Table& other : attachment_.tables) {
      if (lower_case(other.sheet.value) != lower_case(name.value)) continue;
      reader_.diagnostics.error(name.origin, "sheet_name_twice", {{"name", name.value}})
          .note(other.sheet.origin, "first_here");
    }
  }

  std::optional<Heading> read_heading(const source::Node& node, int depth) {
    const source::Fields fields(node, {"heading", "columns", "show", "width", "total", "decimals"},
                                reader_.diagnostics);
    if (!fields.is_mapping()) return std::nullopt;
    if (depth > kDeepestHeading) {
      reader_.diagnostics.error(node.origin, "headings_too_deep");
      return std::nullopt;
    }
    Heading heading;
    if (auto text = fields.required_text("heading")) heading.text = std::move(*text);
    reader_.check_text(heading.text, round_, &attachment_);
    heading.width = fields.integer("width", 3, 250);
    if ((fields.find("columns") != nullptr) == (fields.find("show") != nullptr)) {
      reader_.diagnostics.error(node.origin, "heading_columns_or_show");
      return std::nullopt;
    }
    for (const source::Node* item : fields.items("columns")) {
      if (auto part = read_heading(*item, depth + 1)) heading.parts.push_back(std::move(*part));
    }
    if (fields.find("show")) {
      ++columns_;
      heading.content = read_content(fields);
    }
    return heading;
  }

  std::optional<Content> read_content(const source::Fields& fields) {
    const auto show = fields.text("show");
    if (!show) return std::nullopt;
    if (show->value == "serial") return SerialNumber{};
    if (show->value == "district") return DistrictName{};
    if (show->value == "blank") return EmptyCells{};
    const auto column = reader_.find_column(*show, {"serial", "district", "blank"});
    if (!column) return std::nullopt;
    ShownColumn shown{*column, read_total(reader_, fields), std::nullopt};
    if (const auto decimals = fields.integer("decimals", 0, 9)) shown.decimals = decimals->value;
    if (shown.total && std::holds_alternative<RuleOnTotals>(*shown.total)) {
      check_rule(*fields.find("total"), reader_.circular.columns[*column]);
    }
    return shown;
  }

  void check_rule(const source::Node& node, const Column& column) {
    if (!column.definition) {
      reader_.diagnostics.error(node.origin, "total_rule_without_formula",
                                {{"name", column.name.value}});
    } else {
      check_rule_on_totals(reader_, column, node.origin);
    }
  }

  Reader& reader_;
  const Attachment& attachment_;
  const Round* round_ = nullptr;
  int columns_ = 0;  // of the sheet
};

void read_attachment(Reader& reader, const source::Node& node) {
  const source::Fields fields(
      node, {"number", "title", "file", "count", "digits", "forms", "tables"}, reader.diagnostics);
  if (!fields.is_mapping()) return;
  Attachment attachment;
  if (const auto number = fields.required_integer("number", 1, 99)) attachment.number = *number;
  for (const Attachment& other : reader.circular.attachments) {
    if (other.number.value != attachment.number.value) continue;
    reader.diagnostics
        .error(attachment.number.origin, "attachment_twice",
               {{"number", std::to_string(attachment.number.value)}})
        .note(other.number.origin, "first_here");
  }
  if (auto title = fields.required_text("title")) attachment.title = std::move(*title);
  attachment.short_title = fields.text("file");
  attachment.count = fields.text("count");
  for (const auto& text :
       {std::optional<Text>(attachment.title), attachment.short_title, attachment.count}) {
    reader.check_text(text, nullptr, &attachment);
  }
  const auto digits = fields.choice<thai::Digits>(
      "digits", {{"thai", thai::Digits::thai}, {"arabic", thai::Digits::arabic}});
  if (digits) attachment.digits = digits->value;
  read_forms(reader, fields, attachment);
  for (const source::Node* item : fields.items("tables")) {
    if (auto table = TableReader(reader, attachment).read(*item)) {
      attachment.tables.push_back(std::move(*table));
    }
  }
  reader.circular.attachments.push_back(std::move(attachment));
}

// Deadlines are read before the attachments that they name.
void check_deadlines(Reader& reader) {
  const auto& attachments = reader.circular.attachments;
  for (const Deadline& deadline : reader.circular.deadlines) {
    if (!deadline.attachment) continue;
    const int number = deadline.attachment->value;
    const bool known =
        std::any_of(attachments.begin(), attachments.end(),
                    [&](const Attachment& other) { return other.number.value == number; });
    if (!known) {
      reader.diagnostics.error(deadline.attachment->origin, "attachment_unknown",
                               {{"number", std::to_string(number)}});
    }
  }
}

}  // namespace

void read_attachments(Reader& reader, const source::Fields& top) {
  top.require("attachments");
  for (const source::Node* node : top.items("attachments")) read_attachment(reader, *node);
  check_deadlines(reader);
}

}  // namespace chiwat::model
