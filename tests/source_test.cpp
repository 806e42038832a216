// How descriptions are read: every value with its place, every mistake with the place to mend it.
#define BOOST_TEST_MODULE source
#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <variant>

#include "source/csv.hpp"
#include "source/files.hpp"
#include "source/yaml.hpp"

namespace chiwat::source {
namespace {

using std::string_literals::operator""s;

// ---- Trees, tables and diagnostics as text
// -------------------------------------------------------

std::string place(const Origin& origin) {
  return std::to_string(origin.line) + ":" + std::to_string(origin.column);
}

// A text on one line.
std::string in_quotes(std::string_view text) {
  std::string line = "'";
  for (const char c : text) line += c == '\n' ? "\\n" : std::string(1, c);
  return line + "'";
}

void print(const Node& node, const std::string& indent, std::string& out) {
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

std::string print(const Message& message) {
  std::string out = message.id;
  for (const auto& [name, value] : message.arguments) {
    const auto* text = std::get_if<std::string>(&value);
    out += " " + name + "=" + (text ? *text : std::to_string(std::get<std::int64_t>(value)));
  }
  return out + "\n";
}

std::string print(const Diagnostics& diagnostics) {
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
std::string yaml(std::string_view bytes) {
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
std::string csv(std::string_view bytes) {
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

// ---- YAML
// ----------------------------------------------------------------------------------------

BOOST_AUTO_TEST_SUITE(yaml_trees)

BOOST_AUTO_TEST_CASE(everything_knows_its_place_in_code_points) {
  BOOST_TEST(yaml("# ปีงบประมาณ\n"
                  "จังหวัด: อุบลราชธานี\n"
                  "อำเภอ:\n"
                  "  - เขมราฐ\n"
                  "  - {ชื่อ: ม่วงสามสิบ, รหัส: 0812345678}\n"
                  "ลงนาม: [ผู้ว่าฯ, \"ปลัด: จังหวัด\"]\n") ==
             "mapping @2:1\n"
             "  จังหวัด @2:1: 'อุบลราชธานี' @2:10\n"
             "  อำเภอ @3:1: sequence @4:3\n"
             "    - 'เขมราฐ' @4:5\n"
             "    - mapping @5:5\n"
             "        ชื่อ @5:6: 'ม่วงสามสิบ' @5:12\n"
             "        รหัส @5:24: '0812345678' @5:30\n"
             "  ลงนาม @6:1: sequence @6:8\n"
             "    - 'ผู้ว่าฯ' @6:9\n"
             "    - 'ปลัด: จังหวัด' @6:18\n");
}

BOOST_AUTO_TEST_CASE(scalars_stay_text) {
  BOOST_TEST(yaml("- no\n- 0x1F\n- '12'\n- 2564-02-23\n- 50% {x}\n- 1e5\n") ==
             "sequence @1:1\n"
             "  - 'no' @1:3\n"
             "  - '0x1F' @2:3\n"
             "  - '12' @3:3\n"
             "  - '2564-02-23' @4:3\n"
             "  - '50% {x}' @5:3\n"
             "  - '1e5' @6:3\n");
}

BOOST_AUTO_TEST_CASE(an_empty_value_is_found_at_its_key_or_its_dash) {
  BOOST_TEST(yaml("a:\n"
                  "b: ~\n"
                  "c:\n"
                  "  - # nothing - yet\n"
                  "\n"
                  "  - x\n"
                  "  -\n"
                  "d: {e: }\n") ==
             "mapping @1:1\n"
             "  a @1:1: null @1:1\n"
             "  b @2:1: null @2:1\n"
             "  c @3:1: sequence @4:3\n"
             "    - null @4:3\n"
             "    - 'x' @6:5\n"
             "    - null @7:3\n"
             "  d @8:1: mapping @8:4\n"
             "    e @8:5: null @8:5\n");
}

BOOST_AUTO_TEST_CASE(blocks_of_text_keep_their_lines) {
  BOOST_TEST(yaml("letter: |\n  เรียน\n  นายอำเภอ\nend: >-\n  a\n  b\n") ==
             "mapping @1:1\n"
             "  letter @1:1: 'เรียน\\nนายอำเภอ\\n' @1:9\n"
             "  end @4:1: 'a b' @4:6\n");
}

BOOST_AUTO_TEST_CASE(places_are_the_same_with_any_line_end) {
  const std::string tree = "mapping @1:1\n  a @1:1: 'ก' @1:4\n  b @3:1: '2' @3:4\n";
  BOOST_TEST(yaml("a: ก\n\nb: 2\n") == tree);
  BOOST_TEST(yaml("a: ก\r\n\r\nb: 2\r\n") == tree);
  BOOST_TEST(yaml("a: ก\r\rb: 2\r") == tree);
}

BOOST_AUTO_TEST_CASE(character_sets) {
  const std::string tree = "mapping @1:1\n  a @1:1: 'ก' @1:4\n";
  BOOST_TEST(yaml("\xEF\xBB\xBF"
                  "a: ก") == tree);
  BOOST_TEST(yaml("\xEF\xBB\xBF\xEF\xBB\xBF"
                  "a: ก") == tree);
  BOOST_TEST(yaml("a: \xA1") == tree);  // windows-874
  BOOST_TEST(yaml("\xFF\xFE"
                  "a\0:\0 \0\x01\x0E"s) == tree);  // UTF-16
  BOOST_TEST(yaml("a: \xFF") == "c.yaml:0:0: text_not_utf8\n");
  BOOST_TEST(yaml("a: \0"s) == "c.yaml:0:0: text_not_utf8\n");
}

BOOST_AUTO_TEST_CASE(a_quoted_text_begins_after_its_quote) {
  Texts texts;
  Diagnostics diagnostics;
  const auto root = read_yaml("c.yaml", "- ก\n- \"ก\"\n- 'ก'\n- |\n  ก\n", texts, diagnostics);
  BOOST_REQUIRE(root);
  std::string out;
  for (const Node& item : root->items) out += place(item.text_origin()) + " ";
  BOOST_TEST(out == "1:3 2:4 3:4 4:3 ");
}

BOOST_AUTO_TEST_CASE(brackets_may_span_lines) {
  BOOST_TEST(yaml("[[a,\n  b],\n {c: d,\n e: [f]}]\n") ==
             "sequence @1:1\n"
             "  - sequence @1:2\n"
             "      - 'a' @1:3\n"
             "      - 'b' @2:3\n"
             "  - mapping @3:2\n"
             "      c @3:3: 'd' @3:6\n"
             "      e @4:2: sequence @4:5\n"
             "        - 'f' @4:6\n");
}

BOOST_AUTO_TEST_CASE(a_key_is_found_in_the_order_written) {
  Texts texts;
  Diagnostics diagnostics;
  const auto root = read_yaml("c.yaml", "b: 1\nก: 2\n", texts, diagnostics);
  BOOST_REQUIRE(root);
  BOOST_REQUIRE(root->find("ก"));
  BOOST_TEST(root->find("ก")->text == "2");
  BOOST_TEST(!root->find("c"));
  BOOST_TEST(texts.line("c.yaml", 2).value() == "ก: 2");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(yaml_mistakes)

BOOST_AUTO_TEST_CASE(nothing_in_the_file) {
  for (const char* text : {"", "\n\n", "# a comment\n", "---\n", "~\n"}) {
    BOOST_TEST(yaml(text) == "c.yaml:0:0: yaml_empty\n");
  }
}

BOOST_AUTO_TEST_CASE(a_control_character_in_a_cell_is_reported) {
  BOOST_TEST(csv(std::string("a,b\nก\x07,\x01\n")) ==
             "d.csv:2:1: csv_control_character\n"
             "d.csv:2:4: csv_control_character\n");
}

BOOST_AUTO_TEST_CASE(every_duplicate_key_is_reported) {
  BOOST_TEST(yaml("a: 1\nb: {ก: 1, ข: 2, 'ก': 3}\na: 2\na: 3\n") ==
             "c.yaml:2:17: yaml_duplicate_key key=ก\n"
             "  note 2:5: yaml_first_here\n"
             "c.yaml:3:1: yaml_duplicate_key key=a\n"
             "  note 1:1: yaml_first_here\n"
             "c.yaml:4:1: yaml_duplicate_key key=a\n"
             "  note 1:1: yaml_first_here\n");
}

BOOST_AUTO_TEST_CASE(a_key_must_be_a_text) {
  BOOST_TEST(yaml("? [a]\n: b\n? {c: d}\n: e\n: f\n") ==
             "c.yaml:1:3: yaml_key_not_text\n"
             "c.yaml:3:3: yaml_key_not_text\n"
             "c.yaml:5:1: yaml_key_not_text\n");
}

BOOST_AUTO_TEST_CASE(anchors_aliases_and_tags_are_refused) {
  const std::string anchor = "c.yaml:1:4: yaml_anchor\n  hint: yaml_quotes\n";
  const std::string tag = "c.yaml:1:4: yaml_tag\n  hint: yaml_quotes\n";
  BOOST_TEST(yaml("a: &x 1\nb: *x\n") == anchor);
  BOOST_TEST(yaml("a: &x\n  b: 1\n") == anchor);
  BOOST_TEST(yaml("a: &x\n") == anchor);
  BOOST_TEST(yaml("a: *x\n") == anchor);
  BOOST_TEST(yaml("a: !สำคัญ\n") == tag);
  BOOST_TEST(yaml("a: ! 5\n") == tag);
  BOOST_TEST(yaml("a: !!int 5\n") == tag);
  BOOST_TEST(yaml("a: !x [1]\n") == tag);
}

BOOST_AUTO_TEST_CASE(one_document_only) {
  BOOST_TEST(yaml("---\na: 1\n...\n") == "mapping @2:1\n  a @2:1: '1' @2:4\n");
  BOOST_TEST(yaml("a: 1\n---\nb: 2\n") == "c.yaml:2:1: yaml_several_documents\n");
  BOOST_TEST(yaml("- a\nb: 2\n") == "c.yaml:2:1: yaml_after_end\n");
  BOOST_TEST(yaml("\"a\" b\n") == "c.yaml:1:5: yaml_after_end\n");
}

BOOST_AUTO_TEST_CASE(a_text_with_a_colon_needs_quotes) {
  BOOST_TEST(yaml("หมายเหตุ: ดู: ข้อ 2\n") == "c.yaml:1:13: yaml_colon\n  hint: yaml_quotes\n");
  BOOST_TEST(yaml("a: {b: c: d}\n") == "c.yaml:1:9: yaml_colon\n  hint: yaml_quotes\n");
  BOOST_TEST(yaml("- a: b:\n") == "c.yaml:1:7: yaml_colon\n  hint: yaml_quotes\n");
}

BOOST_AUTO_TEST_CASE(a_text_that_begins_with_a_special_character_needs_quotes) {
  const auto report = [](std::string_view place_of_it, std::string_view character) {
    return "c.yaml:"s.append(place_of_it) +
           ": yaml_needs_quotes character=" + std::string(character) + "\n  hint: yaml_quotes\n";
  };
  BOOST_TEST(yaml("ชื่อ: {name}\n") == report("1:7", "{"));
  BOOST_TEST(yaml("ชื่อ: {name} ปี {year}\n") == report("1:7", "{"));
  BOOST_TEST(yaml("- {a, b}\n") == report("1:3", "{"));
  BOOST_TEST(yaml("a: [1] b\n") == report("1:4", "["));
  BOOST_TEST(yaml("a: @b\n") == report("1:4", "@"));
  BOOST_TEST(yaml("@a: b\n") == report("1:1", "@"));
  BOOST_TEST(yaml("a: `b\n") == report("1:4", "`"));
  BOOST_TEST(yaml("a: %b\n") == report("1:4", "%"));
  BOOST_TEST(yaml("a: * b\n") == report("1:4", "*"));
  BOOST_TEST(yaml("a: & b\n") == report("1:4", "&"));
  BOOST_TEST(yaml("a: !<b\n") == report("1:4", "!"));
  BOOST_TEST(yaml("a: !b! c\n") == report("1:6", "!"));
  BOOST_TEST(yaml("a: - b\n") == report("1:4", "-"));
  BOOST_TEST(yaml("a: ? b\n") == report("1:4", "?"));
  BOOST_TEST(yaml("a: , b\n") == report("1:4", ","));
  BOOST_TEST(yaml("a: ] b\n") == report("1:4", "]"));
  BOOST_TEST(yaml("a: >80%\n") == report("1:4", ">"));
  BOOST_TEST(yaml("a: | b\n") == report("1:4", "|"));
}

BOOST_AUTO_TEST_CASE(tabs_do_not_indent) {
  BOOST_TEST(yaml("a:\n\tb: 1\n") == "c.yaml:2:1: yaml_tab\n");
  BOOST_TEST(yaml("a:\n  b: 1\n \tc: 2\n") == "c.yaml:3:2: yaml_tab\n");
  BOOST_TEST(yaml("a:\n\t- b\n") == "c.yaml:2:1: yaml_tab\n");
  BOOST_TEST(yaml("-\ta: b\n") == "c.yaml:1:2: yaml_tab\n");
  BOOST_TEST(yaml("a: |\n\tb\n") == "c.yaml:2:1: yaml_tab\n");
  BOOST_TEST(yaml("a:\t1\n") == "mapping @1:1\n  a @1:1: '1' @1:4\n");
}

BOOST_AUTO_TEST_CASE(a_name_without_its_colon) {
  BOOST_TEST(yaml("a: 1\nชื่อ ข\nc: 2\n") == "c.yaml:2:1: yaml_no_colon text=ชื่อ ข\n");
  BOOST_TEST(yaml("a: 1\nb\n") == "c.yaml:2:1: yaml_no_colon text=b\n");
  BOOST_TEST(yaml("a:1\n\nb: 2\n") == "c.yaml:1:1: yaml_no_colon text=a:1\n");
}

BOOST_AUTO_TEST_CASE(lines_that_fit_no_level) {
  BOOST_TEST(yaml("a: 1\n  b: 2\n") == "c.yaml:2:3: yaml_indentation\n");
  BOOST_TEST(yaml("a:\n   b: 1\n  c: 2\n") == "c.yaml:3:3: yaml_indentation\n");
  BOOST_TEST(yaml("a:\n  - b\n c: 1\n") == "c.yaml:3:2: yaml_indentation\n");
  BOOST_TEST(yaml("a: 1\n- b\n") == "c.yaml:2:1: yaml_indentation\n");
}

BOOST_AUTO_TEST_CASE(quotes) {
  const std::string open = "c.yaml:2:4: yaml_quote_open\n";
  BOOST_TEST(yaml("a: 1\nb: \"ก\nc: 2\n") == open);
  BOOST_TEST(yaml("a: 1\nb: 'ก''\nc: 2\n") == open);
  BOOST_TEST(yaml("a: 1\nb: \"ก\\\"") == open);
  BOOST_TEST(yaml("a: 1\nb: \"ก") == open);
  BOOST_TEST(yaml("a: 'ก' ข\n") == "c.yaml:1:8: yaml_after_quote\n  note 1:4: yaml_quote_began\n");
  BOOST_TEST(yaml("a: \"ก\nb: \"ข\"\n") ==
             "c.yaml:2:5: yaml_after_quote\n  note 1:4: yaml_quote_began\n");
  BOOST_TEST(yaml("a: \"C:\\path\"\n") == "c.yaml:1:7: yaml_escape\n");
}

BOOST_AUTO_TEST_CASE(brackets) {
  BOOST_TEST(yaml("a: [b, c\nd: 1\n") ==
             "c.yaml:1:4: yaml_bracket character=[\n  note 2:2: yaml_bracket_before\n");
  BOOST_TEST(yaml("a: {b: 1\n") ==
             "c.yaml:1:4: yaml_bracket character={\n  note 2:1: yaml_bracket_before\n");
}

BOOST_AUTO_TEST_CASE(control_characters) {
  BOOST_TEST(yaml("a: 1\nก\x04: 2\n") == "c.yaml:2:2: yaml_control_character\n");
}

BOOST_AUTO_TEST_CASE(other_mistakes_keep_the_words_of_the_parser) {
  BOOST_TEST(yaml("%YAML 3.0\n---\na: 1\n") ==
             "c.yaml:1:1: yaml_syntax detail=YAML major version too large\n");
}

BOOST_AUTO_TEST_CASE(at_most_64_mib) {
  BOOST_TEST(yaml(std::string((64 << 20) + 1, '#')) == "c.yaml:0:0: yaml_too_large\n");
}

BOOST_AUTO_TEST_CASE(at_most_64_levels) {
  const auto nested = [](int depth) {
    const auto count = static_cast<std::size_t>(depth);
    return std::string(count, '[') + std::string(count, ']');
  };
  BOOST_TEST(yaml(nested(64)).starts_with("sequence @1:1\n"));
  BOOST_TEST(yaml(nested(65)) == "c.yaml:1:65: yaml_too_deep\n");
  BOOST_TEST(yaml(std::string(1'000'000, '[')).ends_with(": yaml_too_deep\n"));
  std::string dashes;
  for (int i = 0; i < 100'000; ++i) dashes += "- ";
  BOOST_TEST(yaml(dashes) == "c.yaml:1:129: yaml_too_deep\n");
}

BOOST_AUTO_TEST_SUITE_END()

// ---- CSV
// -----------------------------------------------------------------------------------------

BOOST_AUTO_TEST_SUITE(csv_tables)

BOOST_AUTO_TEST_CASE(every_cell_knows_its_place_in_code_points) {
  BOOST_TEST(csv("อำเภอ,ผู้ประกอบการ, เป้าหมาย\n"
                 "เขมราฐ , 345 ,27\n"
                 "ม่วงสามสิบ,,\"1,234\"\n") ==
             "'อำเภอ'@1:1 'ผู้ประกอบการ'@1:7 'เป้าหมาย'@1:21\n"
             "'เขมราฐ'@2:1 '345'@2:10 '27'@2:15\n"
             "'ม่วงสามสิบ'@3:1 ''@3:12 '1,234'@3:13\n");
}

BOOST_AUTO_TEST_CASE(the_separator_is_the_one_most_frequent_in_the_header) {
  BOOST_TEST(csv("a;b, c;d\n1;2,5;3\n") ==
             "'a'@1:1 'b, c'@1:3 'd'@1:8\n"
             "'1'@2:1 '2,5'@2:3 '3'@2:7\n");
  BOOST_TEST(csv("a\tb\n\t 2\n") == "'a'@1:1 'b'@1:3\n''@2:1 '2'@2:3\n");
  BOOST_TEST(csv("\"a;b;c\",d\n1,2\n") == "'a;b;c'@1:1 'd'@1:9\n'1'@2:1 '2'@2:3\n");
  BOOST_TEST(csv("a\n1;2\n") == "'a'@1:1\n'1;2'@2:1\n");
}

BOOST_AUTO_TEST_CASE(quoted_cells_hold_quotes_separators_and_lines) {
  BOOST_TEST(csv("\"ชื่อ\"\"เล่น\"\"\",b\n"
                 "\"ก\r\nข\n\nค\" ,x\n"
                 " \" y \",z\n") ==
             "'ชื่อ\"เล่น\"'@1:1 'b'@1:16\n"
             "'ก\\nข\\n\\nค'@2:1 'x'@5:5\n"
             "'y'@6:2 'z'@6:8\n");
}

BOOST_AUTO_TEST_CASE(a_line_may_end_with_lf_crlf_or_cr) {
  const std::string table = "'a'@1:1 'b'@1:3\n'1'@2:1 '2'@2:3\n'3'@4:1 '4'@4:3\n";
  BOOST_TEST(csv("a,b\n1,2\n\n3,4") == table);
  BOOST_TEST(csv("a,b\r\n1,2\r\n\r\n3,4\r\n") == table);
  BOOST_TEST(csv("a,b\r1,2\r\r3,4\r") == table);
}

BOOST_AUTO_TEST_CASE(character_sets_of_thai_offices) {
  const std::string table = "'กข'@1:1 'b'@1:4\n'ค'@2:1 '2'@2:3\n";
  BOOST_TEST(csv("กข,b\nค,2\n") == table);
  BOOST_TEST(csv("\xEF\xBB\xBFกข,b\nค,2\n") == table);
  BOOST_TEST(csv("\xA1\xA2,b\r\n\xA4,2\r\n") == table);
  BOOST_TEST(csv("\xFF\xFE\x01\x0E\x02\x0E\t\0b\0\n\0\x04\x0E\t\0002\0"s) == table);
  BOOST_TEST(csv("\xFE\xFF\x0E\x01\x0E\x02\0;\0b\0\n\x0E\x04\0;\0002"s) == table);
  BOOST_TEST(csv("a,\xFF\n") == "d.csv:0:0: csv_encoding\n");
}

BOOST_AUTO_TEST_CASE(comments_stand_above_the_header) {
  BOOST_TEST(csv("# ข้อมูล; ณ; วันที่\n# \"x\na,b\n#1,2\n") == "'a'@3:1 'b'@3:3\n'#1'@4:1 '2'@4:4\n");
}

BOOST_AUTO_TEST_CASE(ragged_and_empty_rows) {
  BOOST_TEST(csv("\n  \na,b,c,,\n"
                 ",,,,\n"
                 "1\n"
                 "2,,\n"
                 "3,4,5,,,,\n") ==
             "'a'@3:1 'b'@3:3 'c'@3:5\n"
             "'1'@5:1\n"
             "'2'@6:1 ''@6:3 ''@6:4\n"
             "'3'@7:1 '4'@7:3 '5'@7:5\n");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(csv_mistakes)

BOOST_AUTO_TEST_CASE(no_header) {
  for (const char* text : {"", "\n", "# a,b\n", "# a", ",,\n"}) {
    BOOST_TEST(csv(text) == "d.csv:0:0: csv_empty\n");
  }
}

BOOST_AUTO_TEST_CASE(every_row_with_too_many_cells_is_reported_and_cut) {
  BOOST_TEST(csv("a,b\n\"1\n\",2,3\n1,2\nก,ข,,ค\n") ==
             "'a'@1:1 'b'@1:3\n"
             "'1'@2:1 '2'@3:3\n"
             "'1'@4:1 '2'@4:3\n"
             "'ก'@5:1 'ข'@5:3\n"
             "d.csv:3:5: csv_too_long cells=3 columns=2 text=3\n"
             "d.csv:5:6: csv_too_long cells=4 columns=2 text=ค\n");
}

BOOST_AUTO_TEST_CASE(quotes_stand_around_whole_cells) {
  BOOST_TEST(csv("a,b\nก,\"ข\" ค\n") == "d.csv:2:7: csv_quote\n  hint: csv_quote_rule\n");
  BOOST_TEST(csv("a,b\nก,3\" ท่อ\n") == "d.csv:2:4: csv_quote\n  hint: csv_quote_rule\n");
  BOOST_TEST(csv("a,b\n\"ก,1\n\"ข,2\n") ==
             "d.csv:3:2: csv_quote\n  note 2:1: csv_cell_begins\n  hint: csv_quote_rule\n");
  BOOST_TEST(csv("a,b\nก, \"ข\n1,2\n") == "d.csv:2:4: csv_quote_open\n  hint: csv_quote_rule\n");
}

BOOST_AUTO_TEST_CASE(a_cell_has_at_most_64_kib) {
  const std::string cell(65'536, 'x');
  const bool whole = csv("a,b\n1," + cell).ends_with("'1'@2:1 '" + cell + "'@2:3\n");
  BOOST_TEST(whole);
  BOOST_TEST(csv("a,b\n1,x" + cell + "\n") ==
             "d.csv:2:3: csv_line_too_large\n  hint: csv_quote_rule\n");
  BOOST_TEST(csv("a,b\n1,\"" + cell) == "d.csv:2:3: csv_line_too_large\n  hint: csv_quote_rule\n");
}

BOOST_AUTO_TEST_SUITE_END()

// ---- Files
// ---------------------------------------------------------------------------------------

BOOST_AUTO_TEST_SUITE(files)

struct Folder {
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("source_test." + std::to_string(getpid()));
  Folder() { std::filesystem::create_directory(path); }
  ~Folder() { std::filesystem::remove_all(path); }
};

BOOST_FIXTURE_TEST_CASE(only_regular_files_are_read, Folder) {
  const std::string file = path / "ก.csv";
  std::ofstream(file, std::ios::binary) << "a\r\n\0b"s;
  const std::string pipe = path / "pipe";
  BOOST_REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);

  const DiskFiles files;
  BOOST_TEST(files.read(file).value() == "a\r\n\0b"s);
  BOOST_TEST(!files.read(path / "missing"));
  BOOST_TEST(!files.read(path));
  BOOST_TEST(!files.read(pipe));
  BOOST_TEST(!files.read("/dev/zero"));
}

BOOST_FIXTURE_TEST_CASE(at_most_256_mib, Folder) {
  const std::string file = path / "large";
  std::ofstream(file) << "";
  std::filesystem::resize_file(file, 256 << 20);
  BOOST_TEST(DiskFiles().read(file).has_value());
  std::filesystem::resize_file(file, (256 << 20) + 1);
  BOOST_TEST(!DiskFiles().read(file));
}

BOOST_AUTO_TEST_CASE(files_in_memory) {
  const MemoryFiles files(std::map<std::string, std::string>{{"a", "1"}});
  BOOST_TEST(files.read("a").value() == "1");
  BOOST_TEST(!files.read("b"));
}

BOOST_AUTO_TEST_CASE(lines_of_a_text) {
  Texts texts;
  texts.keep("f", "ก\r\n\rb\n\nlast");
  const auto line = [&](int number) { return std::string(texts.line("f", number).value_or("-")); };
  BOOST_TEST(line(0) == "-");
  BOOST_TEST(line(1) == "ก");
  BOOST_TEST(line(2) == "");
  BOOST_TEST(line(3) == "b");
  BOOST_TEST(line(4) == "");
  BOOST_TEST(line(5) == "last");
  BOOST_TEST(line(6) == "-");
  BOOST_TEST(!texts.line("g", 1));
  texts.keep("f", "new\n");
  BOOST_TEST(line(1) == "new");
  BOOST_TEST(line(2) == "-");
}

BOOST_AUTO_TEST_SUITE_END()

// ---- Anything at all
// -----------------------------------------------------------------------------

BOOST_AUTO_TEST_SUITE(robustness)

// Pieces that mean something to the readers, in any order, and now and then any byte.
std::string nonsense(std::mt19937& random) {
  static constexpr std::string_view kPieces[] = {
      "a",     "ก",  "key", ": ",   ":",    "\n",      "\n  ",        "\n    ",     "- ",
      "? ",    "\t", "#",   " ",    "{",    "}",       "[",           "]",          ", ",
      ";",     "\"", "'",   "''",   "\"\"", "\\",      "|",           ">",          "&x",
      "*x",    "!",  "!!",  "!<",   "@",    "%",       "%YAML 1.2\n", "%TAG ! x\n", "---\n",
      "...\n", "~",  "\r",  "\r\n", "\\x",  "\\u0e01", "|2-\n",       ">+\n",       "\xEF\xBB\xBF",
      "<<: "};
  std::string text;
  for (auto pieces = random() % 40; pieces > 0; --pieces) {
    if (random() % 64 == 0) text += static_cast<char>(random());
    text += kPieces[random() % std::size(kPieces)];
  }
  return text;
}

void read_both(const std::string& bytes) {
  BOOST_TEST_CONTEXT("input " << in_quotes(bytes)) {
    yaml(bytes);
    csv(bytes);
  }
}

BOOST_AUTO_TEST_CASE(any_bytes_are_survived) {
  std::mt19937 random(2564);
  for (int i = 0; i < 4000; ++i) read_both(nonsense(random));
  for (int i = 0; i < 500; ++i) {
    std::string bytes(random() % 64, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    read_both(bytes);
  }
}

BOOST_AUTO_TEST_CASE(every_beginning_of_a_text_is_survived) {
  const std::string text =
      "%YAML 1.2\n--- # ก\na: {b: [c, 'd', \"e\\n\"]}\nf: |\n  g\n? h\n: - i\n  - j: k\n...\n";
  for (std::size_t size = 0; size <= text.size(); ++size) read_both(text.substr(0, size));
}

BOOST_AUTO_TEST_CASE(long_lines_are_read_in_one_walk) {
  std::string items = "[";
  std::string row = "a";
  for (int i = 0; i < 50'000; ++i) {
    items += "ก,";
    row += ",ก";
  }
  BOOST_TEST(yaml(items + "]").ends_with("- 'ก' @1:100000\n"));
  BOOST_TEST(csv(row).ends_with(" 'ก'@1:100001\n"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace chiwat::source
