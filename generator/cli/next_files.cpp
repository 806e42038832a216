#include "cli/next_files.hpp"

#include <filesystem>
#include <map>
#include <system_error>

#include "cli/input_workbook.hpp"
#include "cli/prepare.hpp"
#include "cli/read_messages.hpp"
#include "cli/workbook_files.hpp"
#include "cli/workbook_tables.hpp"
#include "model/read.hpp"
#include "renew/next_baseline.hpp"
#include "renew/next_levels.hpp"
#include "renew/next_year.hpp"
#include "source/csv.hpp"
#include "source/plain_text.hpp"
#include "source/yaml.hpp"
#include "thai/encoding.hpp"

namespace chiwat::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSchema = "$schema=";

// The lines of comment that a table begins with.
std::string leading_comments(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && text[end] == '#') {
    const std::size_t line = text.find('\n', end);
    end = line == std::string_view::npos ? text.size() : line + 1;
  }
  return std::string(text.substr(0, end));
}

class NextFiles {
 public:
  NextFiles(const Arguments& arguments, source::Texts& texts, Diagnostics& diagnostics)
      : arguments_(arguments), texts_(texts), diagnostics_(diagnostics) {}

  std::optional<NewFiles> make() {
    thai::Wordings wordings;
    Diagnostics old;  // warnings of last year's are of no interest
    const auto prepared = prepare(arguments_.from, texts_, wordings, old);
    if (!prepared) {
      prepare(arguments_.from, texts_, wordings, diagnostics_);
      return std::nullopt;
    }
    const std::string path = description_path(arguments_.from, diagnostics_).value();
    folder_ = fs::path(path).parent_path();
    const std::string bytes = disk_.read(path).value_or("");
    const auto tree = source::read_yaml(path, bytes, texts_, diagnostics_);
    if (!tree || !is_later(prepared->circular)) return std::nullopt;
    if (!add_baseline(*tree, prepared->circular)) return std::nullopt;
    const std::string text =
        renew::next_year(thai::decode(bytes).value_or(bytes), *tree, prepared->circular, next_);
    files_[model::kDescriptionFile] = with_schema(text);
    copy(file_of(*tree, "registry"));
    add_levels(*tree, prepared->circular);
    add_workbooks();
    copy(kMessagesFile);
    copy_templates();
    return std::move(files_);
  }

 private:
  bool is_later(const model::Circular& circular) {
    next_.fiscal_year = *arguments_.fiscal_year;
    if (next_.fiscal_year > circular.fiscal_year.value) return true;
    diagnostics_.error(circular.fiscal_year.origin, "new_year_not_later",
                       {{"year", std::to_string(next_.fiscal_year)}});
    return false;
  }

  static std::string file_of(const source::Node& tree, const char* key) {
    const source::Node* part = tree.find(key);
    const source::Node* file = part ? part->find("file") : nullptr;
    return file ? file->text : "";
  }

  std::optional<source::Table> table(const fs::path& path) {
    const auto bytes = tables_.read(path.string());
    if (bytes) return source::read_csv(path.string(), *bytes, texts_, diagnostics_);
    diagnostics_.error({path.string(), 0, 0}, "file_unreadable", {{"file", path.string()}});
    return std::nullopt;
  }

  bool add_baseline(const source::Node& tree, const model::Circular& circular) {
    const std::string name = file_of(tree, "baseline");
    const auto old = table(folder_ / name);
    std::optional<source::Table> results;
    if (!arguments_.results.empty()) results = table(arguments_.results);
    if (!old || (!arguments_.results.empty() && !results)) return false;
    const renew::NextBaseline next = renew::next_baseline(
        *old, circular, next_.fiscal_year, results ? &*results : nullptr, diagnostics_);
    if (!arguments_.results.empty() && next.known.empty()) {
      diagnostics_.warning({arguments_.results, 0, 0}, "new_results_unused");
    }
    next_.known = next.known;
    if (is_workbook(place_of(name).file)) {
      put(name, next.csv);
    } else {
      const std::string bytes = disk_.read((folder_ / name).string()).value_or("");
      put(name, leading_comments(thai::decode(bytes).value_or("")) + next.csv);
    }
    return !diagnostics_.has_errors();
  }

  // Levels that stand in tables of their own.
  void add_levels(const source::Node& tree, const model::Circular& circular) {
    const source::Node* rounds = tree.find("rounds");
    if (!rounds) return;
    for (const source::Node& round : rounds->items) {
      const source::Node* levels = round.find("levels");
      if (!levels || levels->kind != source::Node::Kind::scalar) continue;
      const std::string path = (folder_ / levels->text).string();
      const auto text = source::plain_text(tables_.read(path).value_or(""));
      const auto old = text ? source::read_csv(path, *text, texts_, diagnostics_) : std::nullopt;
      if (!old) continue;
      put(levels->text,
          renew::next_levels(*text, *old, circular.fiscal_year.value, next_.fiscal_year));
    }
  }

  // A table of the new description, on its sheet where that is its place.
  void put(const std::string& name, std::string csv) {
    const auto [file, sheet] = place_of(name);
    if (is_workbook(file)) {
      sheets_[file][sheet] = std::move(csv);
    } else {
      files_[name] = std::move(csv);
    }
  }

  void add_workbooks() {
    for (const auto& [file, tables] : sheets_) {
      auto renewed = with_tables((folder_ / file).string(), tables);
      if (renewed) files_[file] = std::move(*renewed);
      copy(file);
    }
  }

  // A file, or the workbook that a sheet is of, unless it is there already.
  void copy(const std::string& name) {
    const auto [file, sheet] = place_of(name);
    if (file.empty() || files_.contains(file)) return;
    if (auto bytes = disk_.read((folder_ / file).string())) files_[file] = std::move(*bytes);
  }

  void copy_templates() {
    std::error_code none;
    for (fs::directory_iterator at(folder_ / "templates", none), end; !none && at != end;
         at.increment(none)) {
      copy((fs::path("templates") / at->path().filename()).string());
    }
  }

  // The schema that an editor reads, seen from the new folder.
  std::string with_schema(std::string text) const {
    const std::size_t words = text.find(kSchema);
    if (words == std::string::npos || words > text.find('\n')) return text;
    const std::size_t begin = words + kSchema.size();
    const std::size_t end = text.find_first_of(" \r\n", begin);
    const fs::path schema = folder_ / text.substr(begin, end - begin);
    std::error_code none;
    if (!fs::exists(schema, none)) return text;
    const fs::path seen = fs::relative(schema, fs::absolute(arguments_.input), none);
    if (none || seen.empty()) return text;
    return text.replace(begin, end - begin, seen.string());
  }

  const Arguments& arguments_;
  source::Texts& texts_;
  Diagnostics& diagnostics_;
  const source::DiskFiles disk_;
  const WorkbookTables tables_;
  fs::path folder_;
  renew::NextYear next_;
  NewFiles files_;
  std::map<std::string, SheetTables> sheets_;  // by the workbook's file
};

}  // namespace

std::optional<NewFiles> next_files(const Arguments& arguments, source::Texts& texts,
                                   Diagnostics& diagnostics) {
  return NextFiles(arguments, texts, diagnostics).make();
}

}  // namespace chiwat::cli
