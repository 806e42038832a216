#include "returns/find_form.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <variant>

#include "document/area.hpp"
#include "form/heading_grid.hpp"
#include "returns/text_pattern.hpp"

namespace chiwat::returns {
namespace {

using document::Position;
using document::Sheet;
using document::Workbook;

constexpr int kFarthest = 100;  // rows and columns in which headings are looked for
constexpr int kAlike = 0;       // every heading is there, and no other

// The words at the top of a sheet.
class Top {
 public:
  explicit Top(const Sheet& sheet) {
    for (const auto& [at, cell] : sheet.cells) {
      if (at.row > kFarthest) break;
      if (at.column > kFarthest) continue;
      std::string words = words_of(cell.value);
      if (words.empty()) continue;
      columns = std::max(columns, at.column + 1);
      rows = std::max(rows, at.row + 1);
      words_.emplace(at, std::move(words));
    }
  }

  const std::string& at(Position position) const {
    static const std::string none;
    const auto found = words_.find(position);
    return found == words_.end() ? none : found->second;
  }

  int rows = 0, columns = 0;

 private:
  std::map<Position, std::string> words_;
};

// The headings of a form, without those over several columns.
struct Leaf {
  TextPattern pattern;
  std::string text;
};

// How the columns of a form and those of a sheet belong together when its headings begin at `row`.
struct Alignment {
  int row = 0;
  std::vector<std::optional<int>> columns;                 // of each leaf
  std::vector<std::pair<Position, std::string>> headings;  // of the sheet, from the left
  int matches = 0;

  // kAlike at the most.
  int likeness() const { return 2 * matches - static_cast<int>(columns.size() + headings.size()); }
};

class Finder {
 public:
  Finder(const form::Template& page, const Workbook& workbook, const form::Occasion& occasion)
      : page_(page),
        form_(std::get<form::FormTemplate>(page.kind)),
        workbook_(workbook),
        arguments_(form::placeholders(occasion)),
        tree_(form_.headings) {
    for (const form::HeadingCell& cell : tree_.grid().cells) {
      if (!cell.is_leaf) continue;
      leaves_.push_back({TextPattern(*cell.text, arguments_),
                         words_of(form::formatted(*cell.text, arguments_, thai::Digits::arabic))});
    }
  }

  std::optional<FoundForm> find() const {
    const auto rows = area("rows");
    const Sheet* named = rows ? find_sheet(workbook_, rows->sheet) : nullptr;
    const Sheet* best_sheet = nullptr;
    Alignment best;
    const auto consider = [&](const Sheet& sheet) {
      const auto found = aligned(sheet);
      if (!found || (best_sheet && found->likeness() <= best.likeness())) return;
      best_sheet = &sheet;
      best = *found;
    };
    if (named) consider(*named);
    const bool is_lost = !best_sheet;  // then any sheet may be it, and several may look alike
    for (const Sheet& sheet : workbook_.sheets) {
      if (is_lost && !sheet.hidden && &sheet != named) consider(sheet);
    }
    if (best_sheet) return placed(*best_sheet, best);
    return named ? std::optional(by_names(*named, *rows)) : std::nullopt;
  }

 private:
  std::optional<document::Area> area(const std::string& name) const {
    std::string form = page_.name.value;
    std::replace(form.begin(), form.end(), '-', '_');
    const auto found = workbook_.defined_names.find(form + "." + name);
    if (found == workbook_.defined_names.end()) return std::nullopt;
    return document::read_area(found->second);
  }

  // The best place for the headings on a sheet, when most of them are there.
  std::optional<Alignment> aligned(const Sheet& sheet) const {
    const Top top(sheet);
    std::optional<Alignment> best;
    for (int row = 0; row < top.rows; ++row) {
      Alignment here = aligned_at(top, row);
      const bool is_enough = here.matches * 5 >= static_cast<int>(leaves_.size()) * 3;
      if (is_enough && (!best || here.likeness() > best->likeness())) best = std::move(here);
      if (best && best->likeness() == kAlike) break;
    }
    return best;
  }

  Alignment aligned_at(const Top& top, int row) const {
    Alignment result;
    result.row = row;
    result.columns.resize(leaves_.size());
    for (int column = 0; column < top.columns; ++column) {
      for (int below = tree_.grid().rows - 1; below >= 0; --below) {
        const Position at{row + below, column};
        if (top.at(at).empty()) continue;
        result.headings.emplace_back(at, top.at(at));
        break;
      }
    }
    match(result);
    return result;
  }

  // The longest sequence of leaves that stand on the sheet in this order.
  void match(Alignment& result) const {
    const std::size_t rows = leaves_.size(), columns = result.headings.size();
    std::vector<std::vector<int>> longest(rows + 1, std::vector<int>(columns + 1, 0));
    std::vector<std::vector<char>> same(rows, std::vector<char>(columns, 0));
    for (std::size_t i = rows; i-- > 0;) {
      for (std::size_t j = columns; j-- > 0;) {
        same[i][j] = leaves_[i].pattern.match(result.headings[j].second).has_value();
        longest[i][j] =
            same[i][j] ? 1 + longest[i + 1][j + 1] : std::max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
      if (same[i][j]) {
        result.columns[i++] = result.headings[j++].first.column;
        ++result.matches;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        ++i;
      } else {
        ++j;
      }
    }
  }

  FoundForm placed(const Sheet& sheet, Alignment alignment) const {
    FoundForm result;
    result.sheet = &sheet;
    result.headings = alignment.row;
    result.first = alignment.row + tree_.grid().rows;
    result.likeness = alignment.likeness();
    settle(alignment, result);
    result.columns = alignment.columns;
    find_end(result);
    add_beside(result);
    return result;
  }

  // What stands in the rows and in no column of the form, once for each column.
  static void add_beside(FoundForm& found) {
    std::set<int> known;
    for (const auto& column : found.columns) known.insert(column.value_or(-1));
    for (const HeadingFlaw& flaw : found.flaws) {
      if (flaw.kind == HeadingFlaw::Kind::added) known.insert(flaw.at.column);
    }
    for (auto cell = found.sheet->cells.lower_bound({found.first, 0});
         cell != found.sheet->cells.end() && cell->first.row <= found.last; ++cell) {
      if (known.contains(cell->first.column)) continue;
      const std::string words = words_of(cell->second.value);
      if (words.empty()) continue;
      known.insert(cell->first.column);
      found.flaws.push_back({HeadingFlaw::Kind::added, cell->first, words, ""});
    }
  }

  // The columns whose headings were altered or removed, and headings that nobody sent out: as many
  // between two that are known as there should be are the altered ones.
  void settle(Alignment& alignment, FoundForm& found) const {
    std::size_t heading = 0;
    for (std::size_t i = 0; i <= leaves_.size();) {
      std::size_t next = i;
      while (next < leaves_.size() && !alignment.columns[next]) ++next;
      std::size_t until = heading;
      while (until < alignment.headings.size() &&
             !(next < leaves_.size() &&
               alignment.headings[until].first.column == *alignment.columns[next]))
        ++until;
      settle_gap(alignment, i, next, heading, until, found);
      heading = until + 1;
      i = next + 1;
    }
  }

  void settle_gap(Alignment& alignment, std::size_t first, std::size_t last, std::size_t heading,
                  std::size_t until, FoundForm& found) const {
    const int bottom = alignment.row + tree_.grid().rows - 1;
    using Kind = HeadingFlaw::Kind;
    const bool fits = last - first == until - heading;
    for (std::size_t i = first; i < last; ++i) {
      const std::size_t same = heading + (i - first);
      if (fits) {
        const auto& [at, words] = alignment.headings[same];
        alignment.columns[i] = at.column;
        found.flaws.push_back({Kind::altered, at, words, leaves_[i].text});
        continue;
      }
      alignment.columns[i] = column_without_heading(alignment, i, *found.sheet);
      const bool is_there = alignment.columns[i].has_value();
      const int column = is_there ? *alignment.columns[i]
                         : i > 0  ? alignment.columns[i - 1].value_or(0)
                                  : 0;
      found.flaws.push_back(
          {is_there ? Kind::altered : Kind::missing, {bottom, column}, "", leaves_[i].text});
    }
    for (std::size_t j = heading; !fits && j < until; ++j) {
      const auto& [at, words] = alignment.headings[j];
      found.flaws.push_back({Kind::added, at, words, ""});
    }
  }

  // A heading that was wiped out leaves its column between its neighbours; the last column, what
  // stands in it.
  std::optional<int> column_without_heading(const Alignment& alignment, std::size_t leaf,
                                            const Sheet& sheet) const {
    const auto before = leaf > 0 ? alignment.columns[leaf - 1] : std::optional(-1);
    const auto after = leaf + 1 < leaves_.size() ? alignment.columns[leaf + 1] : std::nullopt;
    if (!before) return std::nullopt;
    const int column = *before + 1;
    const bool is_free = std::ranges::none_of(
        alignment.headings, [&](const auto& heading) { return heading.first.column == column; });
    const bool is_used = std::ranges::any_of(sheet.cells, [&](const auto& cell) {
      return cell.first.column == column && cell.first.row > alignment.row;
    });
    const bool fits = after ? *after == column + 1 : leaf + 1 == leaves_.size() && is_used;
    return is_free && fits ? std::optional(column) : std::nullopt;
  }

  // From the first row to the total row, or to where the texts below the table begin.
  void find_end(FoundForm& found) const {
    const auto named = area("total");
    const int column = found.columns.front().value_or(0);
    if (form_.total) {
      const TextPattern label(*form_.total, arguments_);
      const auto is_total = [&](int row) {
        return row >= found.first &&
               label.match(words_of(value_at(*found.sheet, {row, column}))).has_value();
      };
      if (named && named->sheet == found.sheet->name && is_total(named->range.first.row)) {
        found.total = named->range.first.row;
      }
      for (auto cell = found.sheet->cells.lower_bound({found.first, 0});
           !found.total && cell != found.sheet->cells.end(); ++cell) {
        if (cell->first.column == column && is_total(cell->first.row))
          found.total = cell->first.row;
      }
    }
    found.last = found.total ? *found.total - 1 : last_without_total(found, column);
  }

  int last_without_total(const FoundForm& found, int column) const {
    std::vector<TextPattern> below;
    const auto add = [&](const form::Text& text) { below.emplace_back(text, arguments_); };
    for (const form::FormCheck& check : form_.checks) add(check.text);
    std::ranges::for_each(form_.notes, add);
    for (const auto& block : form_.signatures) std::ranges::for_each(block, add);
    const auto rows = area("rows");
    int last = rows && rows->sheet == found.sheet->name ? rows->range.last.row : found.first - 1;
    for (auto cell = found.sheet->cells.lower_bound({found.first, 0});
         cell != found.sheet->cells.end(); ++cell) {
      const std::string words = words_of(cell->second.value);
      const bool is_text =
          cell->first.column == column && !words.empty() &&
          std::ranges::any_of(below, [&](const TextPattern& text) { return !!text.match(words); });
      if (is_text) return std::max(cell->first.row - 1, found.first - 1);
      last = std::max(last, cell->first.row);
    }
    return last;
  }

  // When the headings are gone too far.
  FoundForm by_names(const Sheet& sheet, const document::Area& rows) const {
    FoundForm result;
    result.sheet = &sheet;
    result.first = rows.range.first.row;
    result.headings = std::max(0, result.first - tree_.grid().rows);
    result.last = rows.range.last.row;
    if (const auto total = area("total"); total && total->sheet == rows.sheet) {
      result.total = total->range.first.row;
      result.last = std::max(result.last, *result.total - 1);
    }
    result.likeness = -static_cast<int>(leaves_.size());
    for (std::size_t i = 0; i < form_.columns.size(); ++i) {
      const auto own = area("column." + form_.columns[i].name.value);
      const bool is_there = own && own->sheet == rows.sheet;
      const int column = is_there ? own->range.first.column : static_cast<int>(i);
      result.columns.push_back(is_there || !form_.columns[i].in_rows ? std::optional(column)
                                                                     : std::nullopt);
      result.flaws.push_back({is_there ? HeadingFlaw::Kind::altered : HeadingFlaw::Kind::missing,
                              {std::max(0, result.first - 1), column},
                              words_of(value_at(sheet, {std::max(0, result.first - 1), column})),
                              leaves_[i].text});
    }
    return result;
  }

  const form::Template& page_;
  const form::FormTemplate& form_;
  const Workbook& workbook_;
  const thai::Arguments arguments_;
  const form::HeadingTree<form::FormHeading> tree_;
  std::vector<Leaf> leaves_;
};

}  // namespace

const Sheet* find_sheet(const Workbook& workbook, const std::string& name) {
  const auto found = std::ranges::find(workbook.sheets, name, &Sheet::name);
  return found == workbook.sheets.end() ? nullptr : &*found;
}

document::Value value_at(const Sheet& sheet, Position at) {
  const auto found = sheet.cells.find(at);
  return found == sheet.cells.end() ? document::Value(document::Blank{}) : found->second.value;
}

std::optional<FoundForm> find_form(const form::Template& page, const Workbook& workbook,
                                   const form::Occasion& occasion) {
  return Finder(page, workbook, occasion).find();
}

}  // namespace chiwat::returns
