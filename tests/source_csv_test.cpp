// Tables: every cell with its place, every mistake with the place to mend it.
#include "source_shown.hpp"

namespace chiwat::source {
namespace {

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

BOOST_AUTO_TEST_CASE(a_large_table_comes_row_by_row_until_something_is_wrong) {
  const auto by_row = [](const std::string& bytes) {
    Texts texts;
    Diagnostics diagnostics;
    std::string rows;
    const auto take = [&](const Table& head, const std::vector<Located<std::string>>& row) {
      rows += head.header[0].value + "=" + row[0].value + "@" + std::to_string(row[0].origin.line) +
              " ";
    };
    const auto table = read_csv("d.csv", bytes, texts, diagnostics, take);
    for (const Diagnostic& each : diagnostics.all()) rows += each.message.id + " ";
    return rows + (table ? std::to_string(table->rows.size()) + " kept" : "none");
  };
  BOOST_TEST(by_row("a,b\n1,2\n\n3,4\n") == "a=1@2 a=3@4 0 kept");
  BOOST_TEST(by_row("a,b\n1,2\n3,4,5\n6,7\n") == "a=1@2 a=3@3 a=6@4 csv_too_long 0 kept");
  BOOST_TEST(by_row("a,b\n1,2\n3,\x01\n6,7\n") == "a=1@2 csv_control_character none");
  BOOST_TEST(by_row("a,b\n1,2\n3,4\"\n6,7\n") == "a=1@2 csv_quote none");
  BOOST_TEST(by_row("title\n1,2\n") == "csv_title_row none");
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

}  // namespace
}  // namespace chiwat::source
