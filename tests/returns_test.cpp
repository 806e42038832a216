// Forms that came back, without files: a form is laid out, changed as people change it, and read.
#define BOOST_TEST_MODULE returns
#include <boost/test/unit_test.hpp>
#include <map>

#include "form/lay_out.hpp"
#include "form/template.hpp"
#include "model/read.hpp"
#include "returns/checks.hpp"
#include "returns/read_back.hpp"
#include "returns/reply.hpp"
#include "returns/results_csv.hpp"
#include "returns/text_pattern.hpp"

namespace chiwat::returns {
namespace {

using document::Position;

constexpr const char* kDescription = R"(province: ตัวอย่าง
fiscal_year: 2566
letter: {date: 1 มกราคม 2566, subject: ก}
indicator: {name: ก}
rounds: [{number: 1, months: ตุลาคม 2565 - มีนาคม 2566, levels: [{points: 1, when: shops > 0}]}]
baseline: {file: b.csv, district: d, columns: {n: n}}
lists: {categories: {food: อาหาร, drink: [เครื่องดื่ม, น้ำ]}}
registry:
  file: r.csv
  district: d
  columns: {operator_code: code, operator: name, product: product, category: category, online_before: before, subdistrict: tambon}
results: {shops: {label: ร้าน}, income: {label: รายได้}}
attachments: [{number: 1, title: ก, forms: {layout: visits, round: 1}}]
)";

constexpr const char* kTemplate = R"(template: visits
version: 2
kind: form
about: ก
for: district
every: round
label: ก
sheet: แบบ
title: แบบของ{place} รอบที่ {round} ปี {fiscal_year}
rows: {each: product, spare: 2}
columns:
  - {heading: รหัส, from: operator_code, required: yes}
  - {heading: ชื่อ, from: operator_name, required: yes}
  - {heading: สินค้า, from: product, required: yes}
  - {heading: ประเภท, from: category, choices: categories}
  - {heading: เคยขาย, from: online_before, open: yes}
  - {heading: วันที่, name: held_on, type: date, required: yes}
  - {heading: ร้าน, name: shop}
  - {heading: ครั้ง, name: visits, type: count, unit: [ครั้ง, หน]}
  - {heading: บาท, name: baht, type: amount, total: sum}
  - {heading: สองเท่า, name: double, type: amount, formula: baht * 2, total: sum}
  - {heading: ตำบล, from: subdistrict, choices: subdistricts, open: yes}
total: รวม
results:
  shops: {rows: shop > 0 and online_before = 0}
  income: {sum: baht}
notes: จบ
page: {orientation: landscape}
)";

constexpr const char* kRegistry =
    "d,code,name,product,category,before,tambon\nก,1001,นาง ก,ขนม,food,,เหนือ\nก,1001,นาง "
    "ก,ชา,drink,,\n"
    "ก,1002,นาง ข,หมวก,,1,ใต้\nข,2001,นาย ค,เสื่อ,,,\n";

// A circular of two districts, and the form of the first, as it is sent out.
struct Sent {
  Sent()
      : files({{"c.yaml", kDescription},
               {"b.csv", "d,n\nก,1\nข,2\n"},
               {"r.csv", kRegistry},
               {"templates/visits.yaml", kTemplate}}) {
    Diagnostics diagnostics;
    form::TemplateShelf shelf(files, texts, diagnostics);
    circular = model::read_circular(
        "c.yaml", files, texts,
        [&](const auto& folder, const auto& name) { return shelf.find(folder, name); },
        diagnostics);
    for (const Diagnostic& each : diagnostics.all()) {
      BOOST_TEST_MESSAGE(each.origin.path() << ":" << each.origin.line << " " << each.message.id);
    }
    BOOST_REQUIRE(circular);
    BOOST_REQUIRE(!diagnostics.has_errors());
    templates = shelf.take();
  }

  document::Workbook workbook(std::size_t district = 0) const {
    const auto outputs = form::outputs(*circular, circular->attachments.front(), templates);
    static const plan::Plan no_values;
    return form::lay_out(*circular, no_values, outputs.at(district), templates,
                         {thai::Digits::arabic, false, nullptr});
  }

  source::MemoryFiles files;
  source::Texts texts;
  std::optional<model::Circular> circular;
  form::Templates templates;
};

// The first row to fill in is the sheet's fourth: under the label, the title and the headings.
constexpr int kFirst = 3;

void put(document::Workbook& workbook, const std::string& column, int row, document::Value value) {
  const int at = static_cast<int>(std::string("ABCDEFGHIJK").find(column));
  workbook.sheets.front().cells[{kFirst + row, at}].value = std::move(value);
}

struct Reading {
  std::vector<Returned> returned;
  std::vector<Reply> replies;
  Diagnostics diagnostics;
};

// `back` outlives what is read of it.
void read(const Sent& sent, const std::map<std::string, document::Workbook>& back,
          Reading& reading) {
  for (const auto& [name, workbook] : back) {
    auto facts = facts_of(workbook);
    if (!facts) facts = facts_by_looks(workbook, *sent.circular, sent.templates);
    BOOST_REQUIRE(facts);
    reading.returned.push_back(
        read_back(name, workbook, *facts, *sent.circular, sent.templates, reading.diagnostics));
  }
  reading.replies = choose_replies(reading.returned, *sent.circular, reading.diagnostics);
  check_replies(reading.replies, *sent.circular, reading.diagnostics);
}

// What is said of the first district's form after `change`, one line for each.
template <class Change>
std::string said(Change change) {
  const Sent sent;
  document::Workbook workbook = sent.workbook();
  change(workbook);
  Reading reading;
  read(sent, {{"x", workbook}}, reading);
  std::string lines;
  for (const Diagnostic& each : reading.diagnostics.all()) {
    const char* severity = each.severity == Severity::error     ? "error "
                           : each.severity == Severity::warning ? "warning "
                                                                : "note ";
    lines += severity + each.origin.path() + " " + each.message.id + "\n";
  }
  return lines;
}

std::string said_of(const std::string& column, int row, document::Value value) {
  return said([&](document::Workbook& workbook) {
    put(workbook, "F", 0, Date(std::chrono::year(2022) / 11 / 1));  // something is filled in
    put(workbook, column, row, std::move(value));
  });
}

std::string results(const Sent& sent, const std::map<std::string, document::Workbook>& back) {
  Reading reading;
  read(sent, back, reading);
  return results_csv(reading.replies, *sent.circular, sent.templates, reading.diagnostics)
      .substr(3);
}

BOOST_AUTO_TEST_CASE(a_form_as_it_was_sent_has_nothing_wrong) {
  BOOST_TEST(said([](auto&) {}) == "note x:แบบ returned_nothing_filled\n");
  BOOST_TEST(said_of("I", 0, Number(12)) == "");
}

BOOST_AUTO_TEST_CASE(cells_of_the_wrong_kind) {
  BOOST_TEST(said_of("I", 0, std::string("มาก")) == "error x:แบบ!I4 returned_not_number\n");
  BOOST_TEST(said_of("I", 0, Number(-1)) == "error x:แบบ!I4 returned_negative\n");
  BOOST_TEST(said_of("I", 0, *Number::parse("0.125")) == "error x:แบบ!I4 returned_satang\n");
  BOOST_TEST(said_of("H", 0, *Number::parse("1.5")) == "error x:แบบ!H4 returned_not_whole\n");
  BOOST_TEST(said_of("E", 0, Number(2)) == "error x:แบบ!E4 returned_not_mark\n");
  BOOST_TEST(said_of("E", 0, std::string("-")) == "");
  BOOST_TEST(said_of("D", 0, std::string("ของกิน")) == "error x:แบบ!D4 returned_choice\n");
  BOOST_TEST(said_of("I", 0, document::Formula{"1+1", Number(2)}) ==
             "warning x:แบบ!I4 returned_formula\n");
  BOOST_TEST(said_of("I", 0, document::Formula{"1+1", document::Blank{}}) ==
             "error x:แบบ!I4 returned_formula_without_value\n");
}

BOOST_AUTO_TEST_CASE(what_can_be_understood_is_taken_with_a_note) {
  BOOST_TEST(said_of("I", 0, std::string("๑,๒๓๔ บาท")) ==
             "note x:แบบ!I4 returned_written_as_text\n");
  BOOST_TEST(said_of("I", 0, std::string("1,234.-")) == "note x:แบบ!I4 returned_written_as_text\n");
  BOOST_TEST(said_of("H", 0, std::string("๑๒ ครั้ง")) == "note x:แบบ!H4 returned_written_as_text\n");
  BOOST_TEST(said_of("F", 0, std::string("๑ พ.ย. ๒๕๖๕")) ==
             "note x:แบบ!F4 returned_written_as_text\n");
  BOOST_TEST(said_of("F", 0, Date(std::chrono::year(2565) / 11 / 1)) ==
             "note x:แบบ!F4 returned_date_buddhist\n");
}

BOOST_AUTO_TEST_CASE(units_of_another_column_are_none) {
  BOOST_TEST(said_of("H", 0, std::string("12 บาท")) == "error x:แบบ!H4 returned_not_number\n");
  BOOST_TEST(said_of("I", 0, std::string("12 ครั้ง")) == "error x:แบบ!I4 returned_not_number\n");
  BOOST_TEST(said_of("E", 0, std::string("1 ครั้ง")) == "error x:แบบ!E4 returned_not_mark\n");
}

BOOST_AUTO_TEST_CASE(dates_lie_in_the_round) {
  BOOST_TEST(said_of("F", 0, Date(std::chrono::year(2023) / 3 / 31)) == "");
  BOOST_TEST(said_of("F", 0, Date(std::chrono::year(2023) / 4 / 1)) ==
             "error x:แบบ!F4 returned_date_outside\n");
  BOOST_TEST(said_of("F", 0, std::string("31/2/2566")) == "error x:แบบ!F4 date_impossible\n");
}

BOOST_AUTO_TEST_CASE(a_row_that_was_begun_needs_what_is_required) {
  BOOST_TEST(said([](auto& workbook) { put(workbook, "I", 1, Number(5)); }) ==
             "error x:แบบ!F5 returned_required\n");
  BOOST_TEST(said_of("B", 0, document::Blank{}) == "error x:แบบ!B4 returned_required\n");
}

BOOST_AUTO_TEST_CASE(rows_against_each_other_and_the_registry) {
  BOOST_TEST(said_of("C", 1, std::string("ขนม")) ==
             "error x:แบบ!C5 returned_row_twice\nwarning x:แบบ returned_products_missing\n");
  BOOST_TEST(said_of("C", 1, std::string("ชาก")) ==
             "warning x:แบบ!C5 returned_product_new\nwarning x:แบบ returned_products_missing\n");
  BOOST_TEST(said_of("B", 1, std::string("นาง ฮ")) == "warning x:แบบ!B5 returned_operator_name\n");
  BOOST_TEST(said_of("A", 1, document::Blank{}) ==
             "error x:แบบ!A5 returned_row_unnamed\nwarning x:แบบ returned_products_missing\n");
}

BOOST_AUTO_TEST_CASE(who_sold_online_before_does_not_count) {
  const auto sells = [](auto& workbook) {
    put(workbook, "F", 2, Date(std::chrono::year(2022) / 11 / 1));
    put(workbook, "G", 2, std::string("ร้าน"));
  };
  BOOST_TEST(said(sells) == "");
  BOOST_TEST(said([&](auto& workbook) {
               sells(workbook);
               put(workbook, "E", 2, document::Blank{});
             }) == "warning x:แบบ!E6 returned_online_before\n");
}

BOOST_AUTO_TEST_CASE(sums_against_their_parts) {
  BOOST_TEST(said([](auto& workbook) {
               put(workbook, "F", 0, Date(std::chrono::year(2022) / 11 / 1));
               put(workbook, "I", 0, Number(5));
               put(workbook, "J", 0, Number(11));
               put(workbook, "I", 5, Number(5));  // the total row
               put(workbook, "J", 5, Number(9));
             }) == "error x:แบบ!J4 returned_sum_differs\nerror x:แบบ!J9 returned_sum_differs\n");
}

BOOST_AUTO_TEST_CASE(a_formula_that_gives_something_else_is_told) {
  const auto given = [](int result) {
    return said([&](auto& workbook) {
      put(workbook, "F", 0, Date(std::chrono::year(2022) / 11 / 1));
      put(workbook, "I", 0, Number(5));
      put(workbook, "I", 5, document::Formula{"SUM(I4:I8)", Number(result)});
    });
  };
  BOOST_TEST(given(5) == "");
  BOOST_TEST(given(0) == "");  // not calculated
  BOOST_TEST(given(4) == "warning x:แบบ!I9 returned_sum_differs\n");
}

// Moves every cell from a row on down, as a program does that forgets the names.
void insert_row(document::Workbook& workbook, int row) {
  document::Cells cells;
  for (const auto& [at, cell] : workbook.sheets.front().cells) {
    cells.put({at.row + (at.row >= row ? 1 : 0), at.column}, cell);
  }
  workbook.sheets.front().cells = std::move(cells);
}

BOOST_AUTO_TEST_CASE(names_that_point_to_the_wrong_place_do_no_harm) {
  for (const int row : {0, kFirst + 1}) {
    BOOST_TEST(said([&](auto& workbook) {
                 put(workbook, "F", 0, Date(std::chrono::year(2022) / 11 / 1));
                 insert_row(workbook, row);
               }) == "");
  }
}

BOOST_AUTO_TEST_CASE(headings_altered_missing_and_added) {
  const auto heading = [](auto& workbook, int column) -> document::Value& {
    return workbook.sheets.front().cells[{kFirst - 1, column}].value;
  };
  BOOST_TEST(said([&](auto& workbook) {
               put(workbook, "F", 0, Date(std::chrono::year(2022) / 11 / 1));
               heading(workbook, 8) = std::string("ยอดขาย");
               heading(workbook, 11) = std::string("ของเพิ่ม");
             }) ==
             "warning x:แบบ!I3 returned_heading_altered\nnote x:แบบ!L3 returned_column_added\n");
}

// Takes away a column and moves those beside it, as deleting it does.
void remove_column(document::Workbook& workbook, int column) {
  document::Cells cells;
  for (const auto& [at, cell] : workbook.sheets.front().cells) {
    const bool is_moved = at.row >= kFirst - 1 && at.column > column;
    const bool is_gone = at.row >= kFirst - 1 && at.column == column;
    if (!is_gone) cells.put({at.row, at.column - (is_moved ? 1 : 0)}, cell);
  }
  workbook.sheets.front().cells = std::move(cells);
}

BOOST_AUTO_TEST_CASE(a_column_that_was_removed) {
  const auto without = [](int column) {
    return said([&](auto& workbook) {
      put(workbook, "F", 0, Date(std::chrono::year(2022) / 11 / 1));
      remove_column(workbook, column);
    });
  };
  BOOST_TEST(without(6) == "error x:แบบ!F3 returned_column_missing\n");
  BOOST_TEST(without(10) == "error x:แบบ!J3 returned_column_missing\n");
}

BOOST_AUTO_TEST_CASE(a_column_whose_heading_was_wiped_out) {
  for (const int column : {6, 10}) {
    BOOST_TEST(said([&](auto& workbook) {
                 put(workbook, "F", 0, Date(std::chrono::year(2022) / 11 / 1));
                 workbook.sheets.front().cells[{kFirst - 1, column}].value = document::Blank{};
               }) == std::string("warning x:แบบ!") + "ABCDEFGHIJK"[column] +
                         "3 returned_heading_altered\n");
  }
}

BOOST_AUTO_TEST_CASE(subdistricts_that_the_registry_does_not_have) {
  BOOST_TEST(said_of("K", 0, std::string("ต. เหนือ")) == "");
  BOOST_TEST(said_of("K", 0, std::string("เหนิอ")) == "warning x:แบบ!K4 returned_subdistrict_new\n");
  BOOST_TEST(said_of("K", 0, std::string("บ้านไกล")) == "note x:แบบ!K4 returned_subdistrict_new\n");
}

BOOST_AUTO_TEST_CASE(an_outdated_template_is_told) {
  BOOST_TEST(said([](auto& workbook) {
               put(workbook, "F", 0, Date(std::chrono::year(2022) / 11 / 1));
               document::Cells& facts = workbook.sheets.back().cells;
               for (const auto& [at, cell] : document::Cells(facts)) {
                 if (cell.value == document::Value(std::string("2"))) {
                   facts[at].value = std::string("1");
                 }
               }
             }) == "warning x:แบบ returned_old_version\n");
}

BOOST_AUTO_TEST_CASE(what_is_no_form_of_this_circular_does_not_count) {
  const auto changed = [](const std::string& name, const std::string& value) {
    return said([&](auto& workbook) {
      auto& cells = workbook.sheets.back().cells;
      for (auto& [at, cell] : cells) {
        if (cell.value == document::Value(name)) cells[{at.row, 1}].value = value;
      }
    });
  };
  BOOST_TEST(changed("fiscal_year", "2565") == "error x returned_other_year\n");
  BOOST_TEST(changed("province", "อื่น") == "error x returned_other_province\n");
  BOOST_TEST(changed("district", "ฮ") == "error x returned_other_district\n");
}

BOOST_AUTO_TEST_CASE(without_an_identity_titles_tell) {
  const Sent sent;
  document::Workbook workbook = sent.workbook(1);
  workbook.sheets.pop_back();
  workbook.defined_names.clear();
  workbook.properties.keywords.clear();
  BOOST_TEST(!facts_of(workbook).has_value());
  const auto facts = facts_by_looks(workbook, *sent.circular, sent.templates);
  BOOST_REQUIRE(facts);
  BOOST_TEST(facts->district == "ข");
  BOOST_TEST(facts->province == "ตัวอย่าง");
  BOOST_TEST(facts->fiscal_year == 2566);
  BOOST_TEST(facts->round == 1);
  BOOST_TEST(facts->attachment == 1);
}

BOOST_AUTO_TEST_CASE(properties_are_enough_to_be_known) {
  const Sent sent;
  document::Workbook workbook = sent.workbook();
  workbook.sheets.pop_back();
  workbook.defined_names.clear();
  const auto facts = facts_of(workbook);
  BOOST_REQUIRE(facts);
  BOOST_TEST(facts->district == "ก");
  BOOST_TEST(facts->forms.at(0) == "visits");
  BOOST_TEST(facts->versions.at(0) == 2);
}

BOOST_AUTO_TEST_CASE(of_two_workbooks_the_later_counts) {
  const Sent sent;
  document::Workbook older = sent.workbook(), newer = sent.workbook();
  older.properties.modified = Moment{Date(std::chrono::year(2023) / 1 / 5), 10};
  newer.properties.modified = Moment{Date(std::chrono::year(2023) / 1 / 5), 11};
  put(newer, "I", 0, Number(7));
  const auto outcome = [&] {
    Reading reading;
    read(sent, {{"a", newer}, {"b", older}}, reading);
    BOOST_REQUIRE(reading.replies.size() == 1U);
    const Diagnostic& first = reading.diagnostics.all().front();
    return reading.replies.front().returned->path + ": " + first.origin.path() + " " +
           first.message.id;
  };
  BOOST_TEST(outcome() == "a: b returned_superseded");
  newer.properties.modified = older.properties.modified;
  BOOST_TEST(outcome() == "a: b returned_twice");
  older = newer;
  BOOST_TEST(outcome() == "a: b returned_again");
}

BOOST_AUTO_TEST_CASE(rows_that_cannot_be_read_are_kept) {
  const Sent sent;
  document::Workbook workbook = sent.workbook();
  put(workbook, "I", 0, std::string("มาก"));
  put(workbook, "A", 1, document::Blank{});
  Reading reading;
  read(sent, {{"x", workbook}}, reading);
  const FilledForm& form = reading.replies.front().forms.front();
  BOOST_REQUIRE(form.rows.size() == 3U);
  BOOST_TEST(form.rows[0].unread == std::vector<std::size_t>{8});
  BOOST_TEST(form.rows[1].is_unnamed);
  BOOST_TEST(!form.rows[2].is_unnamed);
}

BOOST_AUTO_TEST_CASE(results_as_scoring_reads_them) {
  const Sent sent;
  document::Workbook workbook = sent.workbook();
  for (const int row : {0, 1, 2}) put(workbook, "G", row, std::string("ร้าน"));
  put(workbook, "G", 1, std::string("-"));
  put(workbook, "I", 0, *Number::parse("10.07"));
  put(workbook, "I", 2, *Number::parse("0.1"));
  BOOST_TEST(results(sent, {{"x", workbook}}) == "อำเภอ,รอบ,ร้าน,รายได้\r\nก,1,1,10.17\r\nข,1,,\r\n");
}

BOOST_AUTO_TEST_CASE(open_places_of_a_text) {
  const form::Text text{"แบบของ{place} รอบที่ {round}", {}};
  const TextPattern pattern(text, {{"place", "อำเภอก จังหวัดข"}, {"round", "1"}});
  const auto found = pattern.match("แบบของอำเภอเขมราฐ จังหวัดอุบลราชธานี รอบที่ 2");
  BOOST_REQUIRE(found);
  BOOST_TEST(found->at("district") == "เขมราฐ");
  BOOST_TEST(found->at("province") == "อุบลราชธานี");
  BOOST_TEST(found->at("round") == "2");
  BOOST_TEST(!pattern.match("แบบของอำเภอเขมราฐ").has_value());
  BOOST_TEST(!pattern.match("แบบอื่นของอำเภอเขมราฐ จังหวัดอุบลราชธานี รอบที่ 2").has_value());
}

}  // namespace
}  // namespace chiwat::returns
