#include "xlsx/read_workbook.hpp"

#include <charconv>
#include <optional>

#include "xlsx/read_properties.hpp"
#include "xlsx/read_relations.hpp"
#include "xlsx/read_sheet.hpp"
#include "xlsx/read_strings.hpp"
#include "xlsx/read_styles.hpp"
#include "xlsx/unreadable.hpp"
#include "xlsx/xml.hpp"

namespace chiwat::xlsx {
namespace {

using document::Sheet;
using document::Workbook;

struct SheetEntry {
  std::string name;
  bool hidden = false;
  std::string relation;
};

struct NameEntry {
  std::string name;
  std::string formula;
  std::optional<std::size_t> sheet;  // the only one that knows it
};

// The part that says which sheets and names there are.
class WorkbookHandler : public XmlHandler {
 public:
  std::vector<SheetEntry> sheets;
  std::vector<NameEntry> names;
  bool counts_from_1904 = false;
  bool is_workbook = false;

  explicit WorkbookHandler(std::size_t most_sheets) : most_sheets_(most_sheets) {}

  void start(std::string_view element, const Attributes& attributes) override {
    if (element == "workbook") is_workbook = true;
    if (element == "workbookPr") counts_from_1904 = attributes.is_true("date1904");
    if (element == "sheet") add_sheet(attributes);
    if (element == "definedName") {
      names.push_back({std::string(attributes["name"]), "", index(attributes["localSheetId"])});
      in_name_ = true;
    }
  }
  void text(std::string_view piece) override {
    if (in_name_) names.back().formula += piece;
  }
  void end(std::string_view) override { in_name_ = false; }

 private:
  void add_sheet(const Attributes& attributes) {
    if (sheets.size() == most_sheets_) throw Unreadable("xlsx_too_many_sheets");
    const std::string_view state = attributes["state"];
    const bool hidden = state == "hidden" || state == "veryHidden";
    sheets.push_back({std::string(attributes["name"]), hidden, std::string(attributes["id"])});
  }

  static std::optional<std::size_t> index(std::string_view text) {
    std::size_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() ? std::optional(value) : std::nullopt;
  }

  std::size_t most_sheets_;
  bool in_name_ = false;
};

std::string workbook_part(Package& package) {
  const std::string part = part_of_kind(read_relations(package, ""), "officeDocument");
  if (part.ends_with(".bin") || !package.has(part)) throw Unreadable("xlsx_not_a_workbook");
  return part;
}

SharedParts read_shared_parts(Package& package, const std::map<std::string, Relation>& relations) {
  SharedParts shared;
  const std::string strings = part_of_kind(relations, "sharedStrings");
  const std::string styles = part_of_kind(relations, "styles");
  if (!strings.empty()) shared.strings = read_strings(package, strings);
  if (!styles.empty()) shared.date_styles = read_date_styles(package, styles);
  return shared;
}

// In a formula an apostrophe inside a name is written twice.
std::string quoted(const std::string& sheet) {
  std::string text = "'";
  for (const char c : sheet) text += c == '\'' ? "''" : std::string(1, c);
  return text + "'";
}

// The names that somebody gave; Excel's own (print areas, filters) are no names of the document.
std::map<std::string, std::string> defined_names(const WorkbookHandler& workbook) {
  std::map<std::string, std::string> result;
  for (const NameEntry& entry : workbook.names) {
    if (entry.name.starts_with("_xlnm.")) continue;
    if (entry.sheet && *entry.sheet >= workbook.sheets.size()) continue;
    const std::string sheet = entry.sheet ? quoted(workbook.sheets[*entry.sheet].name) + "!" : "";
    result[sheet + entry.name] = entry.formula;
  }
  return result;
}

// The rows that are repeated on each page, of "'รอบที่ 1'!$A:$B,'รอบที่ 1'!$5:$7" rows 5 to 7.
std::optional<std::pair<int, int>> repeated_rows(std::string_view formula) {
  const std::size_t dollar = formula.rfind("!$");
  if (dollar == std::string_view::npos) return std::nullopt;
  formula.remove_prefix(dollar + 2);
  const char* const end = formula.data() + formula.size();
  int first = 0, last = 0;
  const auto read = std::from_chars(formula.data(), end, first);
  if (read.ec != std::errc() || !std::string_view(read.ptr, end).starts_with(":$")) {
    return std::nullopt;
  }
  const auto rest = std::from_chars(read.ptr + 2, end, last);
  if (rest.ec != std::errc() || first < 1 || last < first) return std::nullopt;
  return std::pair(first - 1, last - 1);
}

void read_repeated_rows(const WorkbookHandler& workbook, std::vector<Sheet>& sheets) {
  for (const NameEntry& entry : workbook.names) {
    if (entry.name != "_xlnm.Print_Titles" || !entry.sheet) continue;
    if (*entry.sheet >= workbook.sheets.size()) continue;
    const std::string& name = workbook.sheets[*entry.sheet].name;
    for (Sheet& sheet : sheets) {
      if (sheet.name == name) sheet.page.repeat_rows = repeated_rows(entry.formula);
    }
  }
}

void read_all_properties(Package& package, document::Properties& properties) {
  const auto relations = read_relations(package, "");
  for (const char* kind : {"core-properties", "extended-properties"}) {
    const std::string part = part_of_kind(relations, kind);
    if (package.has(part)) read_properties(package, part, properties);
  }
}

std::vector<Sheet> read_sheets(Package& package, const std::string& part,
                               const WorkbookHandler& workbook, const Limits& limits) {
  const auto relations = read_relations(package, part);
  SharedParts shared = read_shared_parts(package, relations);
  shared.counts_from_1904 = workbook.counts_from_1904;
  shared.left = limits;
  std::vector<Sheet> sheets;
  for (const SheetEntry& entry : workbook.sheets) {
    const auto relation = relations.find(entry.relation);
    if (relation == relations.end()) throw damaged(part);
    if (relation->second.kind != "worksheet") continue;  // a chart
    Sheet& sheet = sheets.emplace_back();
    sheet.name = entry.name;
    sheet.hidden = entry.hidden;
    read_sheet(package, relation->second.part, shared, sheet);
  }
  return sheets;
}

}  // namespace

Workbook read_workbook(Package& package, const Limits& limits) {
  const std::string part = workbook_part(package);
  WorkbookHandler head(limits.sheets);
  read_xml(package, part, head);
  if (!head.is_workbook) throw Unreadable("xlsx_not_a_workbook");
  Workbook workbook;
  read_all_properties(package, workbook.properties);
  workbook.defined_names = defined_names(head);
  workbook.sheets = read_sheets(package, part, head, limits);
  read_repeated_rows(head, workbook.sheets);
  return workbook;
}

}  // namespace chiwat::xlsx
