#include "model/read.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "formula/expression.hpp"
#include "model/reader.hpp"
#include "source/yaml.hpp"

namespace chiwat::model {
namespace {

std::string folder_of(const std::string& path) {
  const auto slash = path.find_last_of('/');
  return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

IntactColumns intact_columns(Circular circular, const std::set<std::string>& broken) {
  IntactColumns intact{std::move(circular.districts), {}};
  std::set<std::string> names;
  for (Column& column : circular.columns) {
    const bool uses_intact =
        !column.definition ||
        std::ranges::all_of(formula::names(*column.definition),
                            [&](const auto& used) { return names.contains(used.value); });
    if (!uses_intact || broken.contains(column.name.value)) continue;
    names.insert(column.name.value);
    intact.columns.push_back(std::move(column));
  }
  return intact;
}

}  // namespace

std::variant<Circular, IntactColumns> read_description(const std::string& path,
                                                       const source::Files& files,
                                                       source::Texts& texts,
                                                       const FindLayout& find_layout,
                                                       Diagnostics& diagnostics) {
  const auto bytes = files.read(path);
  if (!bytes) {
    diagnostics.error({path, 0, 0}, "file_unreadable", {{"file", path}});
    return IntactColumns();
  }
  const int before = diagnostics.error_count();
  const auto tree = source::read_yaml(path, *bytes, texts, diagnostics);
  if (!tree) return IntactColumns();

  Reader reader{files, texts, find_layout, diagnostics, {}, {}, {}, false, {}};
  reader.circular.folder = folder_of(path);
  const source::Fields top(
      *tree,
      {"province", "fiscal_year", "letter", "indicator", "values", "rounds", "deadlines",
       "holidays", "baseline", "lists", "registry", "columns", "results", "measures",
       "attachments", "checks"},
      diagnostics);
  if (!top.is_mapping()) return IntactColumns();
  read_head(reader, top);
  read_rounds(reader, top);
  read_deadlines(reader, top);
  read_baseline(reader, top);
  read_lists(reader, top);
  read_registry(reader, top);
  read_columns(reader, top);
  read_quantities(reader, top);
  read_levels(reader, top);
  read_figures(reader, top);
  read_attachments(reader, top);
  read_holidays(reader, top);
  read_checks(reader, top);
  if (diagnostics.error_count() == before) return std::move(reader.circular);
  return intact_columns(std::move(reader.circular), reader.broken);
}

std::optional<Circular> read_circular(const std::string& path, const source::Files& files,
                                      source::Texts& texts, const FindLayout& find_layout,
                                      Diagnostics& diagnostics) {
  auto read = read_description(path, files, texts, find_layout, diagnostics);
  if (auto* circular = std::get_if<Circular>(&read)) return std::move(*circular);
  return std::nullopt;
}

}  // namespace chiwat::model
