// chiwat templates: which forms there are, and one of them to start an own version from.
#include <algorithm>
#include <filesystem>
#include <ostream>
#include <set>
#include <vector>

#include "cli/commands.hpp"
#include "cli/prepare.hpp"
#include "cli/print_rows.hpp"
#include "cli/report.hpp"
#include "form/embedded_templates.hpp"
#include "form/template.hpp"
#include "form/template_file.hpp"
#include "thai/names.hpp"

namespace chiwat::cli {
namespace {

namespace fs = std::filesystem;

// Where the templates of a run are looked for.
struct Shelves {
  const source::Files& files;         // none of them when no circular is given
  std::optional<std::string> folder;  // of the circular, as find_template() takes it
};

std::string folder_of(const std::string& description) {
  const fs::path folder = fs::path(description).parent_path();
  return folder.empty() ? "" : folder.string() + "/";
}

std::set<std::string> own_names(const Shelves& shelves) {
  std::set<std::string> names;
  if (!shelves.folder) return names;
  std::error_code ignored;
  const fs::path folder = *shelves.folder + form::kTemplatesFolder;
  for (fs::directory_iterator entry(folder, ignored), end; !ignored && entry != end;
       entry.increment(ignored)) {
    const fs::path& path = entry->path();
    if (path.extension() == form::kTemplateEnding) names.insert(path.stem().string());
  }
  return names;
}

// The program's and the circular's, sorted.
std::vector<std::string> all_names(const Shelves& shelves) {
  std::set<std::string> names = own_names(shelves);
  for (const auto& [name, text] : form::embedded_templates()) names.insert(name);
  return {names.begin(), names.end()};
}

std::string kind_of(const form::Template& page) {
  if (std::holds_alternative<form::TableTemplate>(page.kind)) return "table";
  return std::holds_alternative<form::FormTemplate>(page.kind) ? "form" : "document";
}

using Templates = std::vector<ListedTemplate>;

// Those that say what they are; mistakes in them are reported.
Templates listed(const Shelves& shelves, form::TemplateShelf& shelf) {
  const std::string folder = shelves.folder.value_or("");
  Templates result;
  for (const std::string& name : all_names(shelves)) {
    const auto kind = shelf.find(folder, name);
    if (!kind || kind == model::LayoutKind::unreadable) continue;
    const form::Template& page = shelf.templates().at(name);
    const auto file = form::find_template(folder, name, shelves.files);
    const bool is_own = file && file->is_own;
    const char* own = form::embedded_templates().contains(name) ? "overriding" : "added";
    result.push_back({name, kind_of(page), page.version, page.about.value, is_own ? own : "program",
                      is_own ? file->path : ""});
  }
  return result;
}

void print_list(const Templates& templates, bool has_circular, const Console& console) {
  const auto said = [&](const std::string& id) { return console.catalogue.text({id, {}}); };
  std::vector<Row> rows{
      {said("templates_name"), said("templates_kind"), said("templates_version")}};
  if (has_circular) rows[0].push_back(said("templates_source"));
  rows[0].push_back(said("templates_about"));
  for (const ListedTemplate& one : templates) {
    Row row{printable(one.name), one.kind, std::to_string(one.version)};
    if (has_circular) row.push_back(said("templates_" + one.source));
    row.push_back(printable(one.about));
    rows.push_back(std::move(row));
  }
  print_rows(rows, console.out);
}

ExitCode list(const Shelves& shelves, const Arguments& arguments, const Console& console) {
  source::Texts texts;
  Diagnostics diagnostics;
  form::TemplateShelf shelf(shelves.files, texts, diagnostics);
  const auto templates = listed(shelves, shelf);
  if (arguments.json) {
    report_json(diagnostics, texts, templates, console.catalogue, console.out);
  } else {
    print_list(templates, shelves.folder.has_value(), console);
    report(diagnostics, texts, console.catalogue, console.err);
  }
  return diagnostics.has_errors() ? kBadInput : kDone;
}

ExitCode show(const Shelves& shelves, const std::string& name, const Console& console) {
  const auto file = form::find_template(shelves.folder.value_or(""), name, shelves.files);
  if (file) {
    console.out << file->text;
    return kDone;
  }
  console.err << "chiwat: " << console.catalogue.text({"usage_template_unknown", {{"name", name}}})
              << "\n";
  if (const auto near = thai::closest(name, all_names(shelves))) {
    console.err << console.catalogue.text({"hint_did_you_mean", {{"name", *near}}}) << "\n";
  }
  console.err << console.catalogue.text({"usage_see_templates", {}}) << "\n";
  return kUsage;
}

ExitCode run_on(const Shelves& shelves, const Arguments& arguments, const Console& console) {
  return arguments.show.empty() ? list(shelves, arguments, console)
                                : show(shelves, arguments.show, console);
}

}  // namespace

ExitCode templates(const Arguments& arguments, const Console& console) {
  if (arguments.input.empty()) return run_on({source::MemoryFiles({}), {}}, arguments, console);
  Diagnostics diagnostics;
  const auto description = description_path(arguments.input, diagnostics);
  if (description) {
    return run_on({source::DiskFiles(), folder_of(*description)}, arguments, console);
  }
  if (arguments.json) {
    report_json(diagnostics, source::Texts(), Templates(), console.catalogue, console.out);
  } else {
    report(diagnostics, {}, console.catalogue, console.err);
  }
  return kBadInput;
}

}  // namespace chiwat::cli
