#include "form/document_rows.hpp"

#include <algorithm>

namespace chiwat::form {
namespace {

// What a text may use of the width of its columns.
Millipoints width_of(const PlacedText& placed) {
  return (placed.last - placed.first + 1) * kGridStep - placed.style.indent * kIndent;
}

thai::Font font_of(const PlacedText& placed) {
  return {placed.style.font_size, placed.style.bold};
}

Millipoints height_of(const std::vector<PlacedText>& texts) {
  Millipoints highest = 0;
  for (const PlacedText& placed : texts) {
    highest = std::max(highest, text_height(placed.text, font_of(placed), width_of(placed)));
  }
  return highest;
}

// The lines that Excel's highest row holds.
constexpr std::size_t kMostLines = 1 + (kHighestRow - kRowHeight) / kNextLine;

// The part of a text that stands in the `part`th of the rows that it is cut into.
std::string part_of(const PlacedText& placed, std::size_t part) {
  const auto lines = text_lines(placed.text, font_of(placed), width_of(placed));
  std::string result;
  for (std::size_t i = part * kMostLines; i < std::min(lines.size(), (part + 1) * kMostLines);
       ++i) {
    result += (result.empty() ? "" : "\n") + lines[i];
  }
  return result;
}

}  // namespace

int grid_steps(Millipoints text) {
  return (cell_width(text) + kGridStep - 1) / kGridStep;
}

void DocumentRows::push(DocumentRow row) {
  row.begins_page = std::exchange(begins_page_, false);
  rows_.push_back(std::move(row));
}

void DocumentRows::add(std::vector<PlacedText> texts, bool keeps_next) {
  const Millipoints height = height_of(texts);
  if (height <= kHighestRow) {
    push({height, std::move(texts), keeps_next, false});
    return;
  }
  const std::size_t lines = 1 + static_cast<std::size_t>((height - kRowHeight) / kNextLine);
  for (std::size_t part = 0; part * kMostLines < lines; ++part) {
    std::vector<PlacedText> cut = texts;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      cut[i].text = part_of(texts[i], part);
      if (part > 0) cut[i].number.reset();
    }
    const Millipoints own = height_of(cut);
    push({own, std::move(cut), keeps_next, false});
  }
}

void DocumentRows::add_line(const std::string& text, const document::Style& style,
                            bool keeps_next) {
  add({{0, columns_ - 1, text, style, std::nullopt}}, keeps_next);
}

void DocumentRows::add_bare(Millipoints height, std::vector<PlacedText> texts, bool keeps_next) {
  push({height, std::move(texts), keeps_next, false});
}

void DocumentRows::keep_together(int first, Millipoints most) {
  Millipoints height = 0;
  for (int row = first; row < count(); ++row) height += rows_[static_cast<std::size_t>(row)].height;
  if (height > most) return;
  for (int row = first; row + 1 < count(); ++row) {
    rows_[static_cast<std::size_t>(row)].keeps_next = true;
  }
}

void DocumentRows::add_gap(Millipoints height) {
  const bool keeps_next = !rows_.empty() && rows_.back().keeps_next;
  keep_last_with_next();
  push({height, {}, keeps_next, false});
}

}  // namespace chiwat::form
