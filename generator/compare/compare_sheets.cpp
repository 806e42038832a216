#include "compare/compare_sheets.hpp"

#include "compare/align.hpp"
#include "compare/comparison.hpp"
#include "compare/sheet_view.hpp"

namespace chiwat::compare {
namespace {

using document::Blank;
using document::Position;
using document::Value;

std::optional<Position> position(const std::optional<std::size_t>& row,
                                 const std::optional<std::size_t>& column) {
  if (!row || !column) return std::nullopt;
  return Position{static_cast<int>(*row), static_cast<int>(*column)};
}

// An empty text and nothing look the same.
Value value_at(const SheetView& view, const std::optional<Position>& at) {
  Value value = at ? view.shown(*at) : Value(Blank{});
  const auto* text = std::get_if<std::string>(&value);
  return text && text->empty() ? Value(Blank{}) : value;
}

// Without those that count the rows.
std::vector<Pair> telling_columns(const SheetView& before, const SheetView& after) {
  std::vector<Pair> columns = align(before.column_keys(), after.column_keys());
  std::erase_if(columns, [&](const Pair& column) {
    return column.first && column.second && before.is_serial(static_cast<int>(*column.first)) &&
           after.is_serial(static_cast<int>(*column.second));
  });
  return columns;
}

// The cells of a row that show something.
std::vector<std::size_t> filled(const SheetView& view, const std::optional<std::size_t>& row) {
  std::vector<std::size_t> columns;
  for (int column = 0; row && column < view.columns(); ++column) {
    const auto index = static_cast<std::size_t>(column);
    if (value_at(view, position(row, index)) != Value(Blank{})) columns.push_back(index);
  }
  return columns;
}

class Comparing {
 public:
  Comparing(const document::Sheet& old_sheet, const document::Sheet& new_sheet)
      : before_(old_sheet),
        after_(new_sheet),
        has_headings_(old_sheet.page.repeat_rows && new_sheet.page.repeat_rows),
        columns_(telling_columns(before_, after_)) {}

  std::vector<CellChange> run() {
    for (const auto& [old_row, new_row] : align(before_.row_keys(), after_.row_keys())) {
      for (const auto& [old_column, new_column] : columns(old_row, new_row)) {
        compare(position(old_row, old_column), position(new_row, new_column));
      }
    }
    return std::move(changes_);
  }

 private:
  using Index = std::optional<std::size_t>;

  // Without headings, as in documents, the columns are a grid that follows the lengths of texts:
  // then the cells of a row are known by their order.
  std::vector<Pair> columns(const Index& old_row, const Index& new_row) const {
    if (has_headings_) return columns_;
    const auto old_cells = filled(before_, old_row), new_cells = filled(after_, new_row);
    std::vector<Pair> pairs =
        align(shown_in(before_, old_row, old_cells), shown_in(after_, new_row, new_cells));
    for (auto& [old_index, new_index] : pairs) {
      if (old_index) old_index = old_cells[*old_index];
      if (new_index) new_index = new_cells[*new_index];
    }
    return pairs;
  }

  static std::vector<std::string> shown_in(const SheetView& view, const Index& row,
                                           const std::vector<std::size_t>& cells) {
    std::vector<std::string> texts;
    for (const std::size_t column : cells) {
      texts.push_back(shown(value_at(view, position(row, column))));
    }
    return texts;
  }

  void compare(const std::optional<Position>& old_at, const std::optional<Position>& new_at) {
    Value old_value = value_at(before_, old_at), new_value = value_at(after_, new_at);
    if (old_value == new_value) return;
    const SheetView& named = new_at ? after_ : before_;
    const Position at = new_at ? *new_at : *old_at;
    changes_.push_back({old_at, new_at, named.row_name(at), named.heading(at), std::move(old_value),
                        std::move(new_value)});
  }

  SheetView before_;
  SheetView after_;
  bool has_headings_;
  std::vector<Pair> columns_;
  std::vector<CellChange> changes_;
};

}  // namespace

std::optional<Number> CellChange::difference() const {
  const auto* before = std::get_if<Number>(&old_value);
  const auto* after = std::get_if<Number>(&new_value);
  return before && after ? std::optional(*after - *before) : std::nullopt;
}

std::vector<CellChange> compare_sheets(const document::Sheet& old_sheet,
                                       const document::Sheet& new_sheet) {
  return Comparing(old_sheet, new_sheet).run();
}

}  // namespace chiwat::compare
