#include "form/document_sheet.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <utility>

#include "form/document_rows.hpp"

namespace chiwat::form {
namespace {

using document::Horizontal;
using document::Style;
using document::Vertical;

constexpr Millipoints kGap = 9'000;  // after a title, a table

// The first line of a paragraph begins farther in, as in letters.
constexpr const char* kFirstLine = "                    ";  // 20 spaces, 24 mm

// Of each depth of a list: the column of the grid where its marks begin, and how many they take.
struct ListColumns {
  int first, mark;
};
constexpr ListColumns kLists[] = {{3, 3}, {6, 4}, {10, 5}};

Style prose(Horizontal horizontal, bool bold) {
  Style style = text_style(horizontal, bold);
  style.vertical = Vertical::top;
  return style;
}

class BodyRows {
 public:
  BodyRows(int columns, thai::Digits digits) : rows_(columns), digits_(digits) {}

  std::vector<DocumentRow> write(const DocumentText& text) {
    rows_.add_line(text.label, text_style(Horizontal::right, false), true);
    for (const Printed& block : text.body) {
      const bool is_title = std::holds_alternative<PrintedTitle>(block);
      if (in_title_ && !is_title) rows_.add_gap(kGap);
      in_title_ = is_title;
      std::visit([&](const auto& what) { add(what); }, block);
    }
    return rows_.take();
  }

 private:
  void add(const PrintedTitle& title) {
    rows_.add_line(title.text, text_style(Horizontal::centre, true), true);
  }
  void add(const PrintedHeading& heading) {
    Style style = text_style(Horizontal::left, true);
    style.vertical = Vertical::bottom;
    rows_.add_line(heading.text, style, true);
  }
  void add(const PrintedParagraph& paragraph) {
    rows_.add_line(kFirstLine + paragraph.text, prose(Horizontal::left, false));
  }

  void add(const PrintedItem& item) {
    const auto [first, usual] = kLists[static_cast<std::size_t>(item.depth)];
    const int mark = std::max(usual, grid_steps(thai::text_width(item.mark, kPlain)));
    rows_.add({{first, first + mark - 1, item.mark, prose(Horizontal::left, false), std::nullopt},
               {first + mark, rows_.columns() - 1, item.text, prose(Horizontal::left, false),
                std::nullopt}});
  }

  void add(const PrintedFields& fields) {
    int label = 1;
    for (const PrintedField& field : fields) {
      label = std::max(label, grid_steps(thai::text_width(field.label, kBold)));
    }
    label = std::min(label, rows_.columns() * 2 / 5);
    const int colon = grid_steps(thai::text_width(":", kBold));
    for (const PrintedField& field : fields) {
      rows_.add({{0, label - 1, field.label, prose(Horizontal::left, true), std::nullopt},
                 {label, label + colon - 1, ":", prose(Horizontal::left, true), std::nullopt},
                 {label + colon, rows_.columns() - 1, field.text, prose(Horizontal::left, false),
                  std::nullopt}});
    }
  }

  void add(const PrintedTable& table) {
    add_table(table, digits_, rows_);
    rows_.add_gap(kGap);
  }
  void add(const PrintedSteps& steps) {
    add_steps(steps, rows_);
    rows_.add_gap(kGap);
  }

  // One signature stands on the right half, several share the page.
  void add(const PrintedSignatures& signatures) {
    const int count = static_cast<int>(signatures.size());
    const int shares = std::max(count, 2);
    std::size_t lines = 0;
    for (const auto& own : signatures) lines = std::max(lines, own.size());
    rows_.keep_last_with_next();
    rows_.add_gap(kRowHeight);
    for (std::size_t line = 0; line < lines; ++line) {
      std::vector<PlacedText> texts;
      for (int i = 0; i < count; ++i) {
        const auto& own = signatures[static_cast<std::size_t>(i)];
        const int share = shares - count + i;
        if (line >= own.size()) continue;
        texts.push_back({rows_.columns() * share / shares,
                         rows_.columns() * (share + 1) / shares - 1, own[line],
                         text_style(Horizontal::centre, false), std::nullopt});
      }
      rows_.add(std::move(texts), line + 1 < lines);
    }
  }

  void add(const SpaceBlock&) { rows_.add_gap(kRowHeight); }
  void add(const PageBreakBlock&) { rows_.begin_page(); }

  DocumentRows rows_;
  const thai::Digits digits_;
  bool in_title_ = false;
};

// The columns of the grid that fit the paper as they are.
int grid_columns(const Paper& paper) {
  constexpr std::int64_t kSafetyPercent = 97;  // as paper.cpp
  return static_cast<int>(paper.width * kSafetyPercent / 100 / kGridStep);
}

void put(const PlacedText& placed, int row, SheetBuilder& sheet) {
  document::Value value;
  if (placed.number) {
    value = *placed.number;
  } else if (!placed.text.empty()) {
    value = placed.text;
  }
  sheet.put_merged({{row, placed.first}, {row, placed.last}}, std::move(value), placed.style);
}

}  // namespace

document::Sheet document_sheet(const DocumentText& text, const PageSetup& page,
                               thai::Digits digits) {
  const Paper paper = a4(page.orientation == Orientation::landscape, page.margins);
  const int columns = grid_columns(paper);
  const std::vector<DocumentRow> rows = BodyRows(columns, digits).write(text);

  SheetBuilder sheet(text.sheet);
  sheet.sheet().gridlines = false;  // the grid is there for the layout only
  std::vector<Millipoints> heights;
  std::vector<TextRow> lines;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (const PlacedText& placed : rows[row].texts) put(placed, static_cast<int>(row), sheet);
    heights.push_back(rows[row].height);
    lines.push_back({rows[row].height, rows[row].keeps_next, rows[row].begins_page});
  }
  sheet.set_widths(std::vector<Millipoints>(static_cast<std::size_t>(columns), kGridStep));
  sheet.set_heights(std::move(heights));
  sheet.set_page(page, paper, paginate_text(paper, lines), digits);
  return sheet.take();
}

document::Sheet document_sheet(const DocumentContext& context, const Template& form) {
  Diagnostics diagnostics;
  const DocumentText text = document_text(context, form, diagnostics);
  assert(!diagnostics.has_errors());
  return document_sheet(text, form.page, context.digits);
}

}  // namespace chiwat::form
