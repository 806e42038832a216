#include "model/read.hpp"

#include <utility>

#include "model/reader.hpp"
#include "source/yaml.hpp"

namespace chiwat::model {
namespace {

std::string folder_of(const std::string& path) {
  const auto slash = path.find_last_of('/');
  return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

}  // namespace

std::optional<Circular> read_circular(const std::string& path, const source::Files& files,
                                      source::Texts& texts, const FindLayout& find_layout,
                                      Diagnostics& diagnostics) {
  const auto bytes = files.read(path);
  if (!bytes) {
    diagnostics.error({path, 0, 0}, "file_unreadable", {{"file", path}});
    return std::nullopt;
  }
  const int before = diagnostics.error_count();
  const auto tree = source::read_yaml(path, *bytes, texts, diagnostics);
  if (!tree) return std::nullopt;

  Reader reader{files, texts, find_layout, diagnostics, {}, {}, {}, false};
  reader.circular.folder = folder_of(path);
  const source::Fields top(
      *tree,
      {"province", "fiscal_year", "letter", "indicator", "values", "rounds", "deadlines",
       "baseline", "lists", "registry", "columns", "results", "measures", "attachments"},
      diagnostics);
  if (!top.is_mapping()) return std::nullopt;
  read_head(reader, top);
  read_rounds(reader, top);
  read_deadlines(reader, top);
  read_baseline(reader, top);
  read_lists(reader, top);
  read_registry(reader, top);
  read_columns(reader, top);
  read_quantities(reader, top);
  read_levels(reader, top);
  read_attachments(reader, top);
  if (diagnostics.error_count() > before) return std::nullopt;
  return std::move(reader.circular);
}

}  // namespace chiwat::model
