#include "form/form_geometry.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>

#include "form/column_widths.hpp"
#include "form/fit_sheet.hpp"
#include "form/form_cells.hpp"
#include "form/number_format.hpp"
#include "form/sheet_builder.hpp"
#include "thai/names.hpp"

namespace chiwat::form {
namespace {

constexpr Millipoints kMillimetre = 72'000 * 10 / 254;

// A column of texts grows with them up to here, and then they wrap.
constexpr Millipoints kWidestText = 50 * kMillimetre;
constexpr Millipoints kWidestWord = 120 * kMillimetre;

// What room is made for of a text that came back: whoever pastes pages into a cell must not make
// the sheets of everybody unreadably small.
std::string_view beginning(std::string_view text) {
  constexpr std::size_t kMost = 900;  // bytes, some three hundred Thai letters
  if (text.size() <= kMost) return text;
  std::string_view result = text.substr(0, kMost);
  while (!thai::is_valid_utf8(result)) result.remove_suffix(1);
  return result;
}

// The room that a cell to write in needs.
Millipoints room_for(FieldType type, thai::Digits digits) {
  const auto number = [&](const char* widest, thai::Font font) {
    return thai::text_width(thai::with_digits(widest, digits), font) + kIndent;
  };
  switch (type) {
    case FieldType::text:
    case FieldType::choice:
      return 30 * kMillimetre;
    case FieldType::code:
      return 10 * kMillimetre;
    case FieldType::telephone:
      return thai::text_width("000-000-0000", kPlain);
    case FieldType::count:
      return number("88,888", kPlain);
    case FieldType::amount:
      return number("88,888,888.88", kBold);
    case FieldType::percent:
      return number("888.88", kBold);
    case FieldType::date:
      return number("30 กันยายน 2569", kPlain);
    case FieldType::mark:
      return number("88", kPlain);
  }
  return 0;
}

// What is known in the rows of a column; of its texts each once: districts, types and operators
// come again on row after row.
struct RowsContent {
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  struct Distinct {
    const std::string* whole;
    Millipoints width;  // of its beginning on one line
  };
  std::vector<Distinct> distinct;
  std::vector<std::uint32_t> of_rows;  // an index of `distinct`; kNone: no text; empty: none at all
  std::optional<Number> smallest, largest;
  Number sum;
};

class RowsContentReader {
 public:
  explicit RowsContentReader(std::size_t rows) : rows_(rows) {}

  void read(std::size_t row, const std::string& text) {
    if (content_.of_rows.empty()) content_.of_rows.resize(rows_, RowsContent::kNone);
    content_.of_rows[row] = index_of(text);
  }
  void read(const Number& number) {
    content_.sum += number;
    if (!content_.smallest || number < *content_.smallest) content_.smallest = number;
    if (!content_.largest || number > *content_.largest) content_.largest = number;
  }
  RowsContent take() { return std::move(content_); }

 private:
  std::uint32_t index_of(const std::string& text) {
    std::vector<RowsContent::Distinct>& distinct = content_.distinct;
    if (last_ < distinct.size() && *distinct[last_].whole == text) return last_;
    const auto [place, is_new] =
        known_.try_emplace(text, static_cast<std::uint32_t>(distinct.size()));
    if (is_new) distinct.push_back({&text, thai::text_width(beginning(text), kPlain)});
    return last_ = place->second;
  }

  const std::size_t rows_;
  RowsContent content_;
  std::unordered_map<std::string_view, std::uint32_t> known_;
  std::uint32_t last_ = 0;
};

RowsContent content_of(const KnownRows& rows, std::size_t column) {
  if (rows.is_unknown(column)) return {};
  RowsContentReader reader(rows.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (const std::string* text = rows.text(row, column)) {
      reader.read(row, *text);
    } else if (const auto number = rows.number(row, column)) {
      reader.read(*number);
    }
  }
  return reader.take();
}

class Measurement {
 public:
  explicit Measurement(const FormDraft& draft) : draft_(draft) {
    for (std::size_t i = 0; i < draft.form->columns.size(); ++i) {
      columns_.push_back(content_of(draft.rows, i));
    }
    contents_ = contents();
  }

  FormGeometry on(bool landscape) const {
    FormGeometry result;
    result.paper = a4(landscape, draft_.page->page.margins);
    result.widths =
        column_widths(draft_.text.grid, draft_.text.headings, contents_, result.paper.width);
    result.heights = fit_rows(result.widths, [&](const Lengths&) {
      divide(result);
      return heights(result);
    });
    const Millipoints width = sum(result.widths, 0, static_cast<int>(result.widths.size()));
    result.pages = paginate(result.paper, width, page_rows(result.heights));
    return result;
  }

 private:
  int columns() const { return static_cast<int>(draft_.form->columns.size()); }

  std::vector<ColumnContent> contents() const {
    std::vector<ColumnContent> result;
    for (const HeadingCell& cell : draft_.text.grid.cells) {
      if (!cell.is_leaf) continue;
      const auto index = static_cast<std::size_t>(cell.column);
      const FormColumn& column = draft_.form->columns[index];
      const bool is_serial =
          column.source.index() == 1 && std::get<Known>(column.source) == Known::serial;
      result.push_back({content_width(index, cell.width.has_value()),
                        !is_serial && !cell.width && column.type != FieldType::mark});
    }
    return result;
  }

  Millipoints content_width(std::size_t index, bool is_set) const {
    const FormColumn& column = draft_.form->columns[index];
    Millipoints widest = is_set ? 0 : room_for(column.type, draft_.digits);
    for (const RowsContent::Distinct& each : columns_[index].distinct) {
      const Millipoints whole = each.width + kIndent;
      if (!is_set) widest = std::max(widest, std::min(whole, kWidestText));
      if (whole <= widest) continue;
      const Millipoints word =
          thai::longest_word(beginning(*each.whole), kPlain, std::max(widest - kIndent, 0)) +
          kIndent;
      widest = std::max(widest, std::min(word, kWidestWord));
    }
    return std::max({widest, known_width(column, index), asked_width(column)});
  }

  // All digits are equally wide, so that no number is wider than both the smallest and the largest.
  Millipoints known_width(const FormColumn& column, std::size_t index) const {
    const RowsContent& content = columns_[index];
    Millipoints widest = 0;
    for (const auto& number : {content.smallest, content.largest}) {
      if (number) widest = std::max(widest, number_width(column, *number));
    }
    if (!std::holds_alternative<SumOfColumn>(column.total)) return widest;
    return std::max(widest, number_width(column, content.sum));
  }

  // Sums go as high as the targets beside them.
  Millipoints asked_width(const FormColumn& column) const {
    Millipoints widest = 0;
    const bool is_typed = std::holds_alternative<Empty>(column.source) && column.in_rows;
    if (column.type != FieldType::amount || is_typed) return widest;
    for (const auto& asked : draft_.asked_totals) {
      if (asked) widest = std::max(widest, number_width(column, *asked * 2));
    }
    return widest;
  }

  Millipoints number_width(const FormColumn& column, const Number& number) const {
    const int decimals =
        column.type == FieldType::amount || column.type == FieldType::percent ? 2 : 0;
    const NumberLook look{decimals, true, draft_.digits, ""};
    return thai::text_width(shown(number, look), kBold) + kIndent;
  }

  // The columns of the signature blocks, and of what stands beside the text of a check.
  void divide(FormGeometry& result) const {
    const Millipoints whole = sum(result.widths, 0, columns());
    const auto column_at = [&](Millipoints place) {
      int column = 0;
      while (column < columns() - 1 && sum(result.widths, 0, column + 1) <= place) ++column;
      return column;
    };
    const std::size_t blocks = std::max<std::size_t>(draft_.text.signatures.size(), 1);
    const auto parts = static_cast<Millipoints>(blocks == 1 ? 2 : blocks);
    result.signatures.clear();
    for (Millipoints part = blocks == 1 ? 1 : 0; part < parts; ++part) {
      const int first = part == 0 ? 0 : column_at(whole / parts * part);
      const int next = part + 1 == parts ? columns() : column_at(whole / parts * (part + 1));
      result.signatures.push_back({first, std::max(first, next - 1)});
    }
    const int result_column = std::max(column_at(whole * 2 / 3), 1);
    result.check_text = {0, result_column - 1};
    result.check_result = {result_column, columns() - 1};
  }

  std::vector<Millipoints> heights(const FormGeometry& geometry) const {
    const FormPlace& place = draft_.place;
    std::vector<Millipoints> result(static_cast<std::size_t>(place.count), kRowHeight);
    const Millipoints whole = sum(geometry.widths, 0, columns());
    const auto fit = [&](int row, const std::string& text, thai::Font font, Millipoints width) {
      Millipoints& height = result[static_cast<std::size_t>(row)];
      height = std::max(height, text_height(text, font, width));
    };
    const auto width_of = [&](Columns range) {
      return sum(geometry.widths, range.first, range.last - range.first + 1);
    };
    for (int i = 0; const std::string& title : draft_.text.titles) {
      fit(place.titles + i++, title, kBold, whole);
    }
    for (int i = 0; const std::string& check : draft_.text.checks) {
      fit(place.checks + i++, check, kPlain, width_of(geometry.check_text));
    }
    for (int i = 0; const std::string& note : draft_.text.notes) {
      fit(place.notes + i++, note, kPlain, whole);
    }
    for (std::size_t block = 0; block < draft_.text.signatures.size(); ++block) {
      for (int i = 0; const std::string& line : draft_.text.signatures[block]) {
        fit(place.signatures + i++, line, kPlain, width_of(geometry.signatures[block]));
      }
    }
    if (const int under = total_label_columns(*draft_.form); draft_.text.total && under > 0) {
      fit(place.total, *draft_.text.total, kBold, sum(geometry.widths, 0, under));
    }
    fit_headings(draft_.text.grid, draft_.text.headings, draft_.place.headings, geometry.widths,
                 result);
    fit_texts(geometry.widths, result);
    return result;
  }

  void fit_texts(const Lengths& widths, Lengths& heights) const {
    for (std::size_t column = 0; column < widths.size(); ++column) {
      const Millipoints tallest = tallest_choice(column, widths[column]);
      if (columns_[column].distinct.empty() && tallest == 0) continue;
      std::vector<Millipoints> needed;
      for (const RowsContent::Distinct& text : columns_[column].distinct) {
        needed.push_back(wrapped_height(beginning(*text.whole), text.width, widths[column]));
      }
      const std::vector<std::uint32_t>& texts = columns_[column].of_rows;
      for (std::size_t row = 0; row < draft_.rows.size(); ++row) {
        Millipoints& height = heights[static_cast<std::size_t>(draft_.place.first) + row];
        const std::uint32_t text = texts.empty() ? RowsContent::kNone : texts[row];
        if (text != RowsContent::kNone) height = std::max(height, needed[text]);
        if (tallest > height && is_open(draft_, column, row)) height = tallest;
      }
    }
  }

  // Whatever is chosen must fit, since no row grows by itself.
  Millipoints tallest_choice(std::size_t column, Millipoints width) const {
    Millipoints result = 0;
    for (const std::string& label : draft_.choices[column]) {
      result = std::max(result, wrapped_height(label, thai::text_width(label, kPlain), width));
    }
    return result;
  }

  // The height of a text, so wide on one line, that wraps in a column of this width; 0 when it
  // surely does not.
  static Millipoints wrapped_height(std::string_view text, Millipoints one_line,
                                    Millipoints width) {
    const Millipoints whole = one_line + kIndent + kCellPadding;
    return whole < width * 9 / 10 ? 0 : text_height(text, kPlain, width - kIndent, one_line);
  }

  // Two rows stay with the total row, and with the notes and the signatures when there are any.
  Rows page_rows(const std::vector<Millipoints>& heights) const {
    const FormPlace& place = draft_.place;
    const int last = place.total >= 0 ? place.total : place.last;
    const int until = draft_.text.signatures.empty() ? last + 1 : place.count;
    return {heights,
            place.headings,
            place.first - 1,
            std::max(last - 2, place.first),
            std::max(place.signatures - 2, place.first),
            until};
  }

  const FormDraft& draft_;
  std::vector<RowsContent> columns_;
  std::vector<ColumnContent> contents_;
};

}  // namespace

int total_label_columns(const FormTemplate& form) {
  const auto has_total = [](const FormColumn& column) {
    return !std::holds_alternative<std::monostate>(column.total);
  };
  return static_cast<int>(std::ranges::find_if(form.columns, has_total) - form.columns.begin());
}

FormGeometry measure(const FormDraft& draft) {
  const Measurement measurement(draft);
  return on_paper(draft.page->page.orientation,
                  [&](bool landscape) { return measurement.on(landscape); });
}

}  // namespace chiwat::form
