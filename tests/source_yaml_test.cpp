// Descriptions: every value with its place, every mistake with the place to mend it.
#include "source_shown.hpp"

namespace chiwat::source {
namespace {

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

}  // namespace
}  // namespace chiwat::source
