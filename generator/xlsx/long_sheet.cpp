#include "xlsx/long_sheet.hpp"

#include <algorithm>
#include <vector>

#include "xlsx/cell_writer.hpp"

namespace chiwat::xlsx {
namespace {

using document::Cell;
using document::Position;
using document::Range;
using document::Sheet;

class RowWriter {
 public:
  RowWriter(const Sheet& sheet, lxw_worksheet* target, Formats& formats)
      : sheet_(sheet), writer_(sheet, target, formats), waiting_(sheet.merges) {
    std::ranges::sort(waiting_, std::ranges::greater{});  // the next one last
  }

  void write() {
    sheet_.cells.each([this](Position at, const Cell& cell) {
      go_to(at.row);
      write(at, cell);
    });
    // Rows without cells have their heights, too.
    go_to(std::max(row_ + 1, static_cast<int>(sheet_.row_heights.size())));
  }

 private:
  // A merged range whose last row is still to come.
  struct Merge {
    Range range;
    Cell first;
  };

  // Ends all rows before this one.
  void go_to(int row) {
    for (; row_ < row; ++row_) {
      if (row_ >= 0) end_row();
      writer_.height(row_ + 1);
      begin_merges(row_ + 1);
    }
  }

  void begin_merges(int row) {
    for (; !waiting_.empty() && waiting_.back().first.row <= row; waiting_.pop_back()) {
      merges_.push_back({waiting_.back(), {}});
    }
  }

  void write(Position at, const Cell& cell) {
    writer_.value(at, cell);
    if (!cell.comment.empty()) writer_.comment(at, cell.comment);
    const auto begun = std::ranges::find(merges_, at, [](const Merge& m) { return m.range.first; });
    if (begun != merges_.end()) begun->first = cell;
  }

  // The library takes a merged range as long as its last row has not gone, and covers only rows
  // that are still there with blank cells.
  void end_row() {
    for (const Merge& merge : merges_) {
      merge.range.last.row == row_ ? finish(merge) : cover(merge);
    }
    std::erase_if(merges_, [this](const Merge& merge) { return merge.range.last.row <= row_; });
  }

  void finish(const Merge& merge) {
    writer_.merge(merge.range, merge.first.style);
    if (merge.range.first.row == row_) writer_.value(merge.range.first, merge.first);
  }

  void cover(const Merge& merge) {
    for (int column = merge.range.first.column; column <= merge.range.last.column; ++column) {
      const Position at{row_, column};
      if (at != merge.range.first) writer_.blank(at, merge.first.style);
    }
  }

  const Sheet& sheet_;
  CellWriter writer_;
  std::vector<Range> waiting_;  // merged ranges of rows to come
  std::vector<Merge> merges_;   // of this row
  int row_ = -1;
};

}  // namespace

void write_row_by_row(const Sheet& sheet, lxw_worksheet* target, Formats& formats) {
  RowWriter(sheet, target, formats).write();
}

}  // namespace chiwat::xlsx
