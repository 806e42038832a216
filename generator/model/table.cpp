#include "model/table.hpp"

#include <algorithm>

#include "thai/names.hpp"

namespace chiwat::model {
namespace {

std::string known_headers(const source::Table& table) {
  std::string known;
  for (const auto& cell : table.header) known += (known.empty() ? "" : ", ") + cell.value;
  return known;
}

std::string path_of(const Reader& reader, const Text& file) {
  return reader.circular.folder + file.value;
}

std::optional<std::string> read_bytes(Reader& reader, const Text& file) {
  const std::string path = path_of(reader, file);
  if (file.value.find("..") != std::string::npos || file.value.starts_with('/')) {
    reader.diagnostics.error(file.origin, "file_outside_folder", {{"file", file.value}});
    return std::nullopt;
  }
  auto bytes = reader.files.read(path);
  if (!bytes) {
    const Message unreadable{"file_unreadable", {{"file", path}}};
    const Message why = reader.files.trouble(path).value_or(unreadable);
    reader.diagnostics.error(file.origin, why.id, why.arguments);
  }
  return bytes;
}

}  // namespace

std::optional<source::Table> read_table(Reader& reader, const Text& file) {
  const auto bytes = read_bytes(reader, file);
  if (!bytes) return std::nullopt;
  return source::read_csv(path_of(reader, file), *bytes, reader.texts, reader.diagnostics);
}

std::optional<source::Table> read_table(Reader& reader, const Text& file,
                                        const source::TakeRow& take) {
  auto bytes = read_bytes(reader, file);
  if (!bytes) return std::nullopt;
  return source::read_csv(path_of(reader, file), *std::move(bytes), reader.texts,
                          reader.diagnostics, take);
}

std::optional<std::size_t> find_header(Reader& reader, const source::Table& table,
                                       const Text& wanted) {
  std::vector<std::string> headers;
  for (const auto& cell : table.header) headers.push_back(thai::normalise(cell.value));
  const auto found = std::find(headers.begin(), headers.end(), thai::normalise(wanted.value));
  if (found != headers.end()) {
    const auto index = static_cast<std::size_t>(found - headers.begin());
    const auto again = std::find(found + 1, headers.end(), *found);
    if (again != headers.end()) {
      reader.diagnostics
          .error(table.header[static_cast<std::size_t>(again - headers.begin())].origin,
                 "table_column_twice", {{"column", wanted.value}})
          .note(table.header[index].origin, "first_here");
    }
    return index;
  }
  Diagnostic& diagnostic = reader.diagnostics.error(
      wanted.origin, "table_column_missing",
      {{"column", wanted.value}, {"file", table.origin.path()}, {"known", known_headers(table)}});
  if (const auto near = thai::closest(wanted.value, headers)) {
    diagnostic.hint("hint_did_you_mean", {{"name", *near}});
  }
  return std::nullopt;
}

Located<std::string> cell_of(const Row& row, std::size_t column) {
  if (column < row.size()) return row[column];
  return {"", {row.front().origin.file, row.front().origin.line, 0}};
}

}  // namespace chiwat::model
