#include "form/table_geometry.hpp"

#include <algorithm>
#include <variant>

#include "form/column_widths.hpp"
#include "form/fit_sheet.hpp"
#include "form/sheet_builder.hpp"

namespace chiwat::form {
namespace {

class Measurement {
 public:
  Measurement(const TableText& text, const TableRows& rows, const std::vector<Millipoints>& widest,
              const PageSetup& page)
      : text_(text), rows_(rows), widest_(widest), page_(page) {}

  Geometry on(bool landscape) const {
    Geometry result;
    result.paper = a4(landscape, page_.margins);
    result.widths = column_widths(text_.grid, text_.headings, contents(), result.paper.width);
    result.heights = fit_rows(result.widths, [&](const Lengths& widths) {
      result.signature = signature_columns(widths);
      return heights(widths, result.signature);
    });
    const Millipoints width = sum(result.widths, 0, static_cast<int>(result.widths.size()));
    result.pages = paginate(result.paper, width, page_rows(result.heights));
    return result;
  }

 private:
  std::vector<ColumnContent> contents() const {
    std::vector<ColumnContent> result;
    for (std::size_t i = 0; i < widest_.size(); ++i) {
      const model::Heading& leaf = *text_.leaves[i];
      const bool is_serial = std::holds_alternative<model::SerialNumber>(*leaf.content);
      result.push_back({widest_[i], !is_serial && !leaf.width});
    }
    return result;
  }

  // Half of the sheet, and more where a dotted line needs it.
  SignatureColumns signature_columns(const std::vector<Millipoints>& widths) const {
    const int count = static_cast<int>(widths.size());
    Millipoints wanted = sum(widths, 0, count) / 2;
    for (const std::string& line : text_.signature) {
      wanted = std::max(wanted, cell_width(thai::text_width(line, kPlain)));
    }
    int first = count - 1;
    while (first > 0 && sum(widths, first, count - first) < wanted) --first;
    return {first, count - 1};
  }

  std::vector<Millipoints> heights(const std::vector<Millipoints>& widths,
                                   SignatureColumns signature) const {
    std::vector<Millipoints> result(static_cast<std::size_t>(rows_.count), kRowHeight);
    const int columns = static_cast<int>(widths.size());
    const Millipoints whole = sum(widths, 0, columns);
    const auto fit = [&](int row, const std::string& text, thai::Font font, Millipoints width) {
      Millipoints& height = result[static_cast<std::size_t>(row)];
      height = std::max(height, text_height(text, font, width));
    };
    for (std::size_t i = 0; i < text_.titles.size(); ++i) {
      fit(rows_.titles + static_cast<int>(i), text_.titles[i], kBold, whole);
    }
    for (std::size_t i = 0; i < text_.notes.size(); ++i) {
      fit(rows_.notes + static_cast<int>(i), text_.notes[i], kPlain, whole);
    }
    if (const int under = total_label_columns(text_); text_.total && under > 0) {
      fit(rows_.total, *text_.total, kBold, sum(widths, 0, under));
    }
    const Millipoints block = sum(widths, signature.first, signature.last - signature.first + 1);
    for (std::size_t i = 0; i < text_.signature.size(); ++i) {
      fit(rows_.signature + static_cast<int>(i), text_.signature[i], kPlain, block);
    }
    fit_headings(text_.grid, text_.headings, rows_.headings, widths, result);
    return result;
  }

  Rows page_rows(const std::vector<Millipoints>& heights) const {
    // Two districts stay with the total row, and with the notes and the signature when there is
    // one.
    const int last = rows_.total >= 0 ? rows_.total : rows_.notes - 1;
    const int until = text_.signature.empty() ? last + 1 : rows_.count;
    return {heights,
            rows_.headings,
            rows_.districts - 1,
            std::max(last - 2, rows_.districts),
            std::max(rows_.signature - 2, rows_.districts),
            until};
  }

  const TableText& text_;
  const TableRows& rows_;
  const std::vector<Millipoints>& widest_;
  const PageSetup& page_;
};

}  // namespace

int total_label_columns(const TableText& text) {
  const auto is_value = [](const model::Heading* leaf) {
    return std::holds_alternative<model::ShownColumn>(*leaf->content) ||
           std::holds_alternative<model::EmptyCells>(*leaf->content);
  };
  const auto& leaves = text.leaves;
  return static_cast<int>(std::find_if(leaves.begin(), leaves.end(), is_value) - leaves.begin());
}

TableRows table_rows(const TableText& text, int districts) {
  TableRows rows;
  const auto size = [](const auto& list) { return static_cast<int>(list.size()); };
  rows.headings = rows.titles + size(text.titles);
  rows.districts = rows.headings + text.grid.rows;
  int next = rows.districts + districts;
  if (text.total) rows.total = next++;
  rows.notes = next;
  next += size(text.notes);
  rows.signature = next + 1;
  rows.count = text.signature.empty() ? next : rows.signature + size(text.signature);
  return rows;
}

Geometry measure(const TableText& text, const TableRows& rows,
                 const std::vector<Millipoints>& widest, const PageSetup& page) {
  const Measurement measurement(text, rows, widest, page);
  return on_paper(page.orientation, [&](bool landscape) { return measurement.on(landscape); });
}

}  // namespace chiwat::form
