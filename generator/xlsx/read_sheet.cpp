#include "xlsx/read_sheet.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "xlsx/checked.hpp"
#include "xlsx/read_cell_name.hpp"
#include "xlsx/read_number.hpp"
#include "xlsx/read_strings.hpp"
#include "xlsx/unreadable.hpp"

namespace chiwat::xlsx {
namespace {

using document::Blank;
using document::Cell;
using document::ErrorValue;
using document::Formula;
using document::Position;
using document::Result;
using document::Sheet;
using document::Value;

// The cell that is being read, as the file has it.
struct RawCell {
  Position position;
  std::string type;  // the attribute t; empty: a number
  std::size_t style = 0;
  std::string value;
  std::string formula;
  bool has_value = false;
  bool has_formula = false;
};

// The beginning of a text that may be megabytes, in whole letters.
std::string shown(std::string_view text) {
  constexpr std::size_t kMost = 60;
  std::size_t size = std::min(text.size(), kMost);
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return std::string(text.substr(0, size));
}

class SheetHandler : public XmlHandler {
 public:
  SheetHandler(SharedParts& shared, Sheet& sheet) : shared_(shared), sheet_(sheet) {}

  void start(std::string_view element, const Attributes& attributes) override {
    if (is_same(element, "c")) {
      start_cell(attributes);
    } else if (is_same(element, "row")) {
      start_row(attributes);
    } else if (is_same(element, "v") && in_cell_) {
      target_ = &cell_.value;
      cell_.has_value = true;
    } else if (is_same(element, "f") && in_cell_) {
      target_ = &cell_.formula;
      cell_.has_formula = true;
    } else if (is_same(element, "is") && in_cell_) {
      in_inline_ = true;
      inline_.clear();
    } else if (in_inline_) {
      inline_.start(element);
    } else if (is_same(element, "mergeCell")) {
      add_merge(attributes["ref"]);
    }
  }

  void end(std::string_view element) override {
    target_ = nullptr;
    if (is_same(element, "c") && in_cell_) {
      finish_cell();
    } else if (is_same(element, "is")) {
      in_inline_ = false;
    } else if (in_inline_) {
      inline_.end(element);
    }
  }

  // The cells, after the last one.
  document::Cells take_cells() { return document::Cells(std::move(cells_)); }

  void text(std::string_view piece) override {
    if (target_) {
      *target_ += piece;
    } else if (in_inline_) {
      inline_.text(piece);
    }
  }

 private:
  // Rows and cells may leave out where they stand: then they follow the one before.
  void start_row(const Attributes& attributes) {
    const auto number = attributes.find("r");
    row_ = number ? row_index(*number) : row_ + 1;
    if (row_ < 0 || row_ >= kRows) throw wrong(number ? *number : "", "");
    next_column_ = 0;
  }

  void start_cell(const Attributes& attributes) {
    const auto name = attributes.find("r");
    const auto position =
        name ? read_cell_name(*name) : std::optional(Position{row_, next_column_});
    if (!position || position->row < 0 || position->column >= kColumns)
      throw wrong(name ? *name : "", "");
    cell_.position = *position;
    next_column_ = position->column + 1;
    cell_.type = attributes["t"];
    cell_.style = style_number(attributes["s"]);
    cell_.value.clear();
    cell_.formula.clear();
    cell_.has_value = cell_.has_formula = false;
    inline_.clear();
    in_cell_ = true;
  }

  void finish_cell() {
    in_cell_ = false;
    Result result = value();
    check_length(result);
    const bool blank = std::holds_alternative<Blank>(result);
    if (cell_.has_formula) {
      add({Formula{cell_.formula, std::move(result)}, {}, ""});
    } else if (!blank) {
      add({std::visit([](auto&& one) -> Value { return std::move(one); }, std::move(result)),
           {},
           ""});
    }
  }

  // No spreadsheet program has more in a cell, and no workbook of ours could show it.
  void check_length(const Result& result) const {
    constexpr int kLongest = 32'767;
    const auto* text = std::get_if<std::string>(&result);
    if (!text || text->size() <= kLongest || utf16_length(*text) <= kLongest) return;
    throw wrong(document::cell_name(cell_.position), *text);
  }

  void add(Cell cell) {
    if (--shared_.left.cells < 0) throw Unreadable("xlsx_too_many_cells");
    cells_.emplace_back(cell_.position, std::move(cell));
  }

  Result value() {
    if (cell_.type == "s") return shared_string();
    if (cell_.type == "inlineStr") return inline_.take();
    if (cell_.type == "str") return unescaped(cell_.value);
    if (!cell_.has_value || cell_.value.empty()) return Blank();
    if (cell_.type == "b") return cell_.value == "1" || cell_.value == "true";
    if (cell_.type == "e") return ErrorValue{cell_.value};
    if (cell_.type == "d") return iso_date();
    return number();
  }

  Result shared_string() {
    if (cell_.value.empty()) return Blank();
    std::size_t index = 0;
    const char* const end = cell_.value.data() + cell_.value.size();
    const auto read = std::from_chars(cell_.value.data(), end, index);
    if (read.ec != std::errc() || index >= shared_.strings.size()) throw wrong_value();
    const std::string& text = shared_.strings[index];
    shared_.left.shared_text -= static_cast<std::int64_t>(text.size());
    if (shared_.left.shared_text < 0) throw Unreadable("xlsx_too_large");
    return text;
  }

  Result iso_date() const {
    const auto date = read_iso_date(cell_.value);
    if (!date) throw wrong_value();
    return *date;
  }

  Result number() const {
    const auto number = read_number(cell_.value);
    if (!number) throw wrong_value();
    const bool date = cell_.style < shared_.date_styles.size() && shared_.date_styles[cell_.style];
    return date ? date_or_number(*number, shared_.counts_from_1904) : Result(*number);
  }

  void add_merge(std::string_view reference) {
    const auto range = read_range_name(reference);
    if (!range) throw wrong(reference, "");
    sheet_.merges.push_back(*range);
  }

  static std::size_t style_number(std::string_view text) {
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
  }

  static int row_index(std::string_view number) {
    int row = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), row);
    return read.ec == std::errc() && row <= kRows ? row - 1 : -1;
  }

  Unreadable wrong_value() const { return wrong(document::cell_name(cell_.position), cell_.value); }

  Unreadable wrong(std::string_view cell, std::string_view text) const {
    return Unreadable("xlsx_bad_cell",
                      {{"sheet", sheet_.name}, {"cell", shown(cell)}, {"text", shown(text)}});
  }

  SharedParts& shared_;
  Sheet& sheet_;
  std::vector<document::Cells::value_type> cells_;  // in the order of the file
  RawCell cell_;
  RichText inline_;
  std::string* target_ = nullptr;  // where the text of the current element goes
  bool in_cell_ = false;
  bool in_inline_ = false;
  int row_ = -1;
  int next_column_ = 0;
};

}  // namespace

void read_sheet(Package& package, const std::string& part, SharedParts& shared, Sheet& sheet) {
  SheetHandler handler(shared, sheet);
  read_xml(package, part, handler, PartKind::content);
  sheet.cells = handler.take_cells();
}

}  // namespace chiwat::xlsx
