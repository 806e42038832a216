#include "cli/print_changes.hpp"

#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/print_rows.hpp"
#include "cli/report.hpp"
#include "cli/report_json.hpp"
#include "document/workbook.hpp"

namespace chiwat::cli {
namespace {

using compare::CellChange;
using compare::Comparison;
using compare::FileChange;
using compare::LineChange;
using compare::SheetChange;
using nlohmann::ordered_json;

constexpr std::size_t kWidestName = 44;
constexpr std::size_t kWidestText = 40;

std::string shown(const std::optional<Number>& number) {
  return number ? compare::shown(*number) : "";
}

// With its sign.
std::string grown(const std::optional<Number>& difference) {
  if (!difference) return "";
  return (*difference > Number(0) ? "+" : "") + compare::shown(*difference);
}

std::optional<Number> difference(const std::optional<Number>& before,
                                 const std::optional<Number>& after) {
  return before && after ? std::optional(*after - *before) : std::nullopt;
}

std::string cell_of(const CellChange& change) {
  const auto& at = change.new_at ? change.new_at : change.old_at;
  return at ? document::cell_name(*at) : "";
}

class Printing {
 public:
  Printing(const thai::Catalogue& catalogue, std::ostream& out)
      : catalogue_(catalogue), out_(out) {}

  void all(const Comparison& comparison) {
    if (comparison.empty()) out_ << said("diff_none") << "\n";
    baselines(comparison.description.baselines);
    lines("diff_rules", comparison.description.rules);
    lines("diff_texts", comparison.description.texts);
    for (const FileChange& file : comparison.files) files(file);
  }

 private:
  void baselines(const std::vector<compare::BaselineChange>& changes) {
    std::vector<Row> rows{{said("diff_district"), said("diff_column"), said("diff_old"),
                           said("diff_new"), said("diff_difference")}};
    for (const compare::BaselineChange& change : changes) {
      rows.push_back({printable(change.district), name(change.column), shown(change.old_value),
                      shown(change.new_value),
                      grown(difference(change.old_value, change.new_value))});
    }
    table(said("diff_baselines"), rows, {2, 3, 4});
  }

  void lines(const char* title, const std::vector<LineChange>& changes) {
    std::vector<Row> rows{{said("diff_line"), said("diff_old"), said("diff_new")}};
    const auto text_of = [](const std::optional<Located<std::string>>& text) {
      return text ? text->value : "";
    };
    for (const LineChange& change : changes) {
      const auto [before, after] = texts_shown(text_of(change.old_text), text_of(change.new_text));
      rows.push_back({name(change.path), before, after});
    }
    table(said(title), rows, {});
  }

  void files(const FileChange& file) {
    if (file.old_file.empty() || file.new_file.empty()) {
      return one(file.old_file.empty() ? "diff_appeared" : "diff_vanished",
                 file.old_file + file.new_file);
    }
    for (const SheetChange& sheet : file.sheets) {
      const std::string where = file.new_file + " · " + sheet.new_sheet;
      if (sheet.new_sheet.empty()) {
        one("diff_vanished", where + sheet.old_sheet);
      } else if (sheet.old_sheet.empty()) {
        one("diff_appeared", where);
      } else {
        cells(where, sheet.cells);
      }
    }
  }

  void cells(const std::string& where, const std::vector<CellChange>& changes) {
    std::vector<Row> rows{{said("diff_cell"), said("diff_row"), said("diff_column"),
                           said("diff_old"), said("diff_new"), said("diff_difference")}};
    for (const CellChange& change : changes) {
      const auto [before, after] =
          texts_shown(compare::shown(change.old_value), compare::shown(change.new_value));
      rows.push_back({cell_of(change), name(change.row), name(change.column), before, after,
                      grown(change.difference())});
    }
    table(printable(where), rows, {3, 4, 5});
  }

  void one(const char* id, const std::string& where) {
    out_ << catalogue_.text({id, {{"where", printable(where)}}}) << "\n";
  }

  // Without rows below its headings, nothing.
  void table(const std::string& title, const std::vector<Row>& rows,
             const std::set<std::size_t>& right) {
    if (rows.size() == 1) return;
    out_ << title << "\n";
    print_rows(rows, out_, right);
    out_ << "\n";
  }

  static std::string name(const std::string& text) {
    return printable(shortened(text, kWidestName));
  }
  static std::pair<std::string, std::string> texts_shown(const std::string& before,
                                                         const std::string& after) {
    const auto [one, other] = shortened(before, after, kWidestText);
    return {printable(one), printable(other)};
  }
  std::string said(const std::string& id) const { return catalogue_.text({id, {}}); }

  const thai::Catalogue& catalogue_;
  std::ostream& out_;
};

ordered_json json_number(const std::optional<Number>& number) {
  return number ? ordered_json(number->to_string()) : ordered_json(nullptr);
}

ordered_json json_value(const document::Value& value) {
  if (std::holds_alternative<document::Blank>(value)) return nullptr;
  if (const auto* number = std::get_if<Number>(&value)) return number->to_string();
  return compare::shown(value);
}

ordered_json json_position(const std::optional<document::Position>& at) {
  return at ? ordered_json(document::cell_name(*at)) : ordered_json(nullptr);
}

ordered_json json_lines(const std::vector<LineChange>& changes) {
  ordered_json list = ordered_json::array();
  const auto text_of = [](const std::optional<Located<std::string>>& text) {
    return text ? ordered_json(text->value) : ordered_json(nullptr);
  };
  for (const LineChange& change : changes) {
    list.push_back({{"path", change.path},
                    {"old", text_of(change.old_text)},
                    {"new", text_of(change.new_text)}});
  }
  return list;
}

void add_cells(const FileChange& file, const SheetChange& sheet, ordered_json& whole) {
  for (const CellChange& change : sheet.cells) {
    whole["cells"].push_back({{"file", file.new_file},
                              {"sheet", sheet.new_sheet},
                              {"cell", json_position(change.new_at)},
                              {"old_cell", json_position(change.old_at)},
                              {"row", change.row},
                              {"column", change.column},
                              {"old", json_value(change.old_value)},
                              {"new", json_value(change.new_value)},
                              {"difference", json_number(change.difference())}});
  }
}

void add_file(const FileChange& file, ordered_json& whole) {
  const auto add = [&](const char* list, const std::string& name, const ordered_json& sheet) {
    whole[list].push_back({{"file", name}, {"sheet", sheet}});
  };
  if (file.old_file.empty()) return add("appeared", file.new_file, nullptr);
  if (file.new_file.empty()) return add("vanished", file.old_file, nullptr);
  for (const SheetChange& sheet : file.sheets) {
    if (sheet.old_sheet.empty()) add("appeared", file.new_file, sheet.new_sheet);
    if (sheet.new_sheet.empty()) add("vanished", file.new_file, sheet.old_sheet);
    add_cells(file, sheet, whole);
  }
}

}  // namespace

void print_changes(const Comparison& comparison, const thai::Catalogue& catalogue,
                   std::ostream& out) {
  Printing(catalogue, out).all(comparison);
}

void report_changes(const Diagnostics& diagnostics, const source::Texts& texts,
                    const Comparison& comparison, const thai::Catalogue& catalogue,
                    std::ostream& out) {
  ordered_json whole;
  whole["baselines"] = ordered_json::array();
  for (const compare::BaselineChange& change : comparison.description.baselines) {
    whole["baselines"].push_back(
        {{"column", change.column},
         {"district", change.district},
         {"old", json_number(change.old_value)},
         {"new", json_number(change.new_value)},
         {"difference", json_number(difference(change.old_value, change.new_value))}});
  }
  whole["rules"] = json_lines(comparison.description.rules);
  whole["texts"] = json_lines(comparison.description.texts);
  for (const char* list : {"cells", "appeared", "vanished"}) whole[list] = ordered_json::array();
  for (const FileChange& file : comparison.files) add_file(file, whole);
  report_json(diagnostics, texts, whole, catalogue, out);
}

}  // namespace chiwat::cli
