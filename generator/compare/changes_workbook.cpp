#include "compare/changes_workbook.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "compare/mark_changes.hpp"
#include "document/restyle.hpp"
#include "form/listing.hpp"
#include "form/number_format.hpp"

namespace chiwat::compare {
namespace {

using document::Blank;
using document::Cell;
using document::Horizontal;
using document::Position;
using document::Value;
using form::Listing;

constexpr form::Millipoints kWideText = 215'000;
constexpr form::Millipoints kNarrowText = 110'000;

bool is_number(const Value& value) {
  return std::holds_alternative<Number>(value);
}

std::string format_of(const Number& number) {
  constexpr int kMost = 6;
  return form::format_code(
      {std::min(number.decimals().value_or(kMost), kMost), true, thai::Digits::arabic, ""});
}

Cell text_cell(std::string text) {
  return {std::move(text), form::listed_text(Horizontal::left), ""};
}

Cell value_cell(const Value& value) {
  if (const auto* number = std::get_if<Number>(&value)) {
    return {*number, form::listed_number(format_of(*number)), ""};
  }
  Cell cell = text_cell(shown(value));
  if (cell.value == Value(std::string())) cell.value = Blank{};
  return cell;
}

Cell changed_cell(const Value& old_value, const Value& new_value) {
  Cell cell = value_cell(new_value);
  cell.style = document::filled(cell.style, kChangedFill);
  cell.comment = old_value_note(old_value);
  return cell;
}

Value value_of(const std::optional<Number>& number) {
  return number ? Value(*number) : Value(Blank{});
}
Value value_of(const std::optional<Located<std::string>>& text) {
  return text ? Value(text->value) : Value(Blank{});
}

// The attachment as people call it: its file without the ending.
std::string file_title(const FileChange& file) {
  const std::filesystem::path path(file.new_file.empty() ? file.old_file : file.new_file);
  return (path.parent_path() / path.stem()).string();
}

class Changes {
 public:
  Changes(const Comparison& comparison, const document::Properties& properties)
      : comparison_(comparison), properties_(properties) {}

  std::vector<document::Sheet> sheets() {
    add_numbers();
    add_texts();
    add_baselines();
    add_lines("กฎเกณฑ์", "บัญชีแสดงกฎเกณฑ์ที่แก้ไข", comparison_.description.rules);
    add_lines("ข้อความในรายละเอียด", "บัญชีแสดงข้อความในรายละเอียดที่แก้ไข", comparison_.description.texts);
    add_come_and_gone();
    return std::move(sheets_);
  }

 private:
  Listing table(const char* sheet, const char* title) const {
    Listing result;
    result.sheet = sheet;
    result.titles = {title};
    if (!properties_.keywords.empty()) result.titles.push_back(properties_.keywords);
    if (!properties_.author.empty()) result.titles.push_back(properties_.author);
    return result;
  }

  template <class Each>
  void for_cells(Each each) const {
    for (const FileChange& file : comparison_.files) {
      for (const SheetChange& sheet : file.sheets) {
        for (const CellChange& cell : sheet.cells) each(file, sheet, cell);
      }
    }
  }

  void put(const Listing& made) {
    if (!made.rows.empty()) sheets_.push_back(form::laid_out(made));
  }

  static Cell serial(const Listing& made) {
    Cell cell{Number(static_cast<int>(made.rows.size()) + 1), form::listed_text(Horizontal::centre),
              ""};
    return cell;
  }

  // `last` is the column of the new value, the old one stands before it.
  static Cell difference(const Listing& made, int last, const Value& old_value,
                         const Value& new_value) {
    const auto* before = std::get_if<Number>(&old_value);
    const auto* after = std::get_if<Number>(&new_value);
    if (!before || !after) return text_cell("");
    const int row = made.first_row() + static_cast<int>(made.rows.size());
    const Number grown = *after - *before;
    return {
        document::Formula{
            document::cell_name({row, last}) + "-" + document::cell_name({row, last - 1}), grown},
        form::listed_number("+" + format_of(grown) + ";-" + format_of(grown) + ";0"), ""};
  }

  void add_numbers() {
    Listing made = table("ค่าเป้าหมายที่แก้ไข", "บัญชีแสดงค่าเป้าหมายที่แก้ไข");
    made.columns = {{"ที่", 0},
                    {"เอกสาร", kNarrowText},
                    {"อำเภอ/แถว", kNarrowText},
                    {"รายการ", kWideText},
                    {"เดิม", 0},
                    {"แก้ไขเป็น", 0},
                    {"เพิ่ม (ลด)", 0}};
    for_cells([&](const FileChange& file, const SheetChange& sheet, const CellChange& cell) {
      if (!is_number(cell.old_value) && !is_number(cell.new_value)) return;
      made.rows.push_back({serial(made), text_cell(place(file, sheet)), text_cell(row_name(cell)),
                           text_cell(cell.column), value_cell(cell.old_value),
                           changed_cell(cell.old_value, cell.new_value),
                           difference(made, 5, cell.old_value, cell.new_value)});
    });
    put(made);
  }

  void add_texts() {
    Listing made = table("ข้อความที่แก้ไข", "บัญชีแสดงข้อความที่แก้ไข");
    made.columns = {
        {"ที่", 0}, {"เอกสาร", kNarrowText}, {"ช่อง", 0}, {"เดิม", kWideText}, {"แก้ไขเป็น", kWideText}};
    for_cells([&](const FileChange& file, const SheetChange& sheet, const CellChange& cell) {
      if (is_number(cell.old_value) || is_number(cell.new_value)) return;
      made.rows.push_back(
          {serial(made), text_cell(place(file, sheet)),
           text_cell(document::cell_name(cell.new_at.value_or(cell.old_at.value_or(Position{})))),
           value_cell(cell.old_value), changed_cell(cell.old_value, cell.new_value)});
    });
    put(made);
  }

  void add_baselines() {
    Listing made = table("ข้อมูลฐานที่แก้ไข", "บัญชีแสดงข้อมูลฐานที่แก้ไข");
    made.columns = {{"ที่", 0},   {"อำเภอ", kWideText}, {"ข้อมูลฐาน", kWideText},
                    {"เดิม", 0}, {"แก้ไขเป็น", 0},       {"เพิ่ม (ลด)", 0}};
    for (const BaselineChange& change : comparison_.description.baselines) {
      const Value before = value_of(change.old_value), after = value_of(change.new_value);
      made.rows.push_back({serial(made), text_cell(change.district), text_cell(change.column),
                           value_cell(before), changed_cell(before, after),
                           difference(made, 4, before, after)});
    }
    put(made);
  }

  void add_lines(const char* sheet, const char* title, const std::vector<LineChange>& lines) {
    Listing made = table(sheet, title);
    made.columns = {{"ที่", 0}, {"รายการ", kNarrowText}, {"เดิม", kWideText}, {"แก้ไขเป็น", kWideText}};
    for (const LineChange& line : lines) {
      const Value before = value_of(line.old_text), after = value_of(line.new_text);
      made.rows.push_back(
          {serial(made), text_cell(line.path), value_cell(before), changed_cell(before, after)});
    }
    put(made);
  }

  void add_come_and_gone() {
    Listing made = table("เพิ่มและยกเลิก", "บัญชีแสดงเอกสารที่เพิ่มและยกเลิก");
    made.columns = {{"ที่", 0}, {"เอกสาร", kWideText}, {"แผ่นงาน", kWideText}, {"การแก้ไข", 0}};
    const auto add = [&](const FileChange& file, const std::string& sheet, bool is_new) {
      made.rows.push_back({serial(made), text_cell(file_title(file)), text_cell(sheet),
                           text_cell(is_new ? "เพิ่ม" : "ยกเลิก")});
    };
    for (const FileChange& file : comparison_.files) {
      if (file.old_file.empty() || file.new_file.empty()) add(file, "", file.old_file.empty());
      for (const SheetChange& sheet : file.sheets) {
        if (sheet.old_sheet.empty()) add(file, sheet.new_sheet, true);
        if (sheet.new_sheet.empty()) add(file, sheet.old_sheet, false);
      }
    }
    put(made);
  }

  static std::string place(const FileChange& file, const SheetChange& sheet) {
    return file_title(file) + " · " + (sheet.new_sheet.empty() ? sheet.old_sheet : sheet.new_sheet);
  }

  // Where no name is known, the cell.
  static std::string row_name(const CellChange& cell) {
    if (!cell.row.empty()) return cell.row;
    return document::cell_name(cell.new_at.value_or(cell.old_at.value_or(Position{})));
  }

  const Comparison& comparison_;
  const document::Properties& properties_;
  std::vector<document::Sheet> sheets_;
};

}  // namespace

document::Workbook changes_workbook(const Comparison& comparison,
                                    const document::Properties& properties,
                                    const std::string& file_name) {
  document::Workbook workbook;
  workbook.file_name = file_name;
  workbook.properties = properties;
  workbook.properties.title = "บัญชีแสดงรายการที่แก้ไข";
  workbook.properties.modified.reset();
  workbook.sheets = Changes(comparison, properties).sheets();
  return workbook;
}

}  // namespace chiwat::compare
