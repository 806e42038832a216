// Trees, tables and diagnostics as text, to stand beside what is expected.
#pragma once

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <variant>

#include "source/csv.hpp"
#include "source/files.hpp"
#include "source/yaml.hpp"

namespace chiwat::source {

using std::string_literals::operator""s;

inline std::string place(const Origin& origin) {
  return std::to_string(origin.line) + ":" + std::to_string(origin.column);
}

// A text on one line.
inline std::string in_quotes(std::string_view text) {
  std::string line = "'";
  for (const char c : text) line += c == '\n' ? "\\n" : std::string(1, c);
  return line + "'";
}

inline void print(const Node& node, const std::string& indent, std::string& out) {
  const std::string at = " @" + place(node.origin) + "\n";
  switch (node.kind) {
    case Node::Kind::null:
      out += "null" + at;
      break;
    case Node::Kind::scalar:
      out += in_quotes(node.text) + at;
      break;
    case Node::Kind::sequence:
      out += "sequence" + at;
      for (const Node& item : node.items) {
        out += indent + "  - ";
        print(item, indent + "    ", out);
      }
      break;
    case Node::Kind::mapping:
      out += "mapping" + at;
      for (const Member& member : node.members) {
        out += indent + "  " + member.key.value + " @" + place(member.key.origin) + ": ";
        print(member.value, indent + "  ", out);
      }
      break;
  }
}

inline std::string print(const Message& message) {
  std::string out = message.id;
  for (const auto& [name, value] : message.arguments) {
    const auto* text = std::get_if<std::string>(&value);
    out += " " + name + "=" + (text ? *text : std::to_string(std::get<std::int64_t>(value)));
  }
  return out + "\n";
}

inline std::string print(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    out += diagnostic.origin.path() + ":" + place(diagnostic.origin) + ": " +
           print(diagnostic.message);
    for (const Note& note : diagnostic.notes) {
      out += note.origin.file ? "  note " + place(note.origin) + ": " : "  hint: ";
      out += print(note.message);
    }
  }
  return out;
}

// The tree of a YAML text, or what is wrong with it.
inline std::string yaml(std::string_view bytes) {
  Texts texts;
  Diagnostics diagnostics;
  const auto root = read_yaml("c.yaml", bytes, texts, diagnostics);
  if (diagnostics.has_errors()) return print(diagnostics);
  BOOST_TEST_REQUIRE(root.has_value());
  std::string out;
  print(*root, "", out);
  return out;
}

// The rows of a CSV file, the header first, or what is wrong with it.
inline std::string csv(std::string_view bytes) {
  Texts texts;
  Diagnostics diagnostics;
  const auto table = read_csv("d.csv", bytes, texts, diagnostics);
  const bool goes_on =
      std::all_of(diagnostics.all().begin(), diagnostics.all().end(),
                  [](const auto& diagnostic) { return diagnostic.message.id == "csv_too_long"; });
  BOOST_TEST(table.has_value() == goes_on);
  if (!table) return print(diagnostics);
  std::string out;
  const auto print_row = [&out](const std::vector<Located<std::string>>& row) {
    for (const auto& cell : row) {
      out += (&cell == row.data() ? "" : " ") + in_quotes(cell.value) + "@" + place(cell.origin);
    }
    out += "\n";
  };
  print_row(table->header);
  for (const auto& row : table->rows) print_row(row);
  return out + print(diagnostics);
}

}  // namespace chiwat::source
