// The lines of a dump. What has its usual value is left out, so that a difference between two dumps
// is a difference that somebody will see on paper.
#include "document/dump.hpp"

#include <iomanip>
#include <sstream>
#include <vector>

namespace chiwat::document {
namespace {

// One line, whatever stands in it.
std::string quoted(const std::string& text) {
  std::ostringstream out;
  out << '"';
  for (const char c : text) {
    const unsigned code = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out << '\\' << c;
    } else if (c == '\n') {
      out << "\\n";
    } else if (c == '\t') {
      out << "\\t";
    } else if (code < 0x20 || code == 0x7f) {
      out << "\\x" << std::hex << std::setw(2) << std::setfill('0') << code;
    } else {
      out << c;
    }
  }
  out << '"';
  return out.str();
}

std::string iso(Date date) {
  std::ostringstream out;
  out << std::setfill('0') << std::setw(4) << static_cast<int>(date.year()) << '-' << std::setw(2)
      << static_cast<unsigned>(date.month()) << '-' << std::setw(2)
      << static_cast<unsigned>(date.day());
  return out.str();
}

std::string colour(std::uint32_t rgb) {
  std::ostringstream out;
  out << '#' << std::hex << std::uppercase << std::setfill('0') << std::setw(6) << rgb;
  return out.str();
}

std::string thousandths(int value) {
  return (Number(value) / 1000).to_string();
}

std::string column_name(int column) {
  std::string name = cell_name({0, column});
  name.pop_back();  // the row, which is 1
  return name;
}

std::string row_name(int row) {
  return std::to_string(row + 1);
}

std::string range_name(const Range& range) {
  return cell_name(range.first) + ":" + cell_name(range.last);
}

// " A 40 B-F 96": neighbours of one size together.
template <class Name, class Size>
std::string runs(const std::vector<int>& sizes, Name name, Size size) {
  std::string line;
  for (std::size_t first = 0, next = 0; first < sizes.size(); first = next) {
    while (next < sizes.size() && sizes[next] == sizes[first]) ++next;
    line += " " + name(static_cast<int>(first));
    if (next - first > 1) line += "-" + name(static_cast<int>(next) - 1);
    line += " " + size(sizes[first]);
  }
  return line;
}

std::string page_words(const Page& page) {
  return std::string(page.landscape ? " landscape" : " portrait") + " scale " +
         std::to_string(page.scale) + " left " + thousandths(page.left) + " right " +
         thousandths(page.right) + " top " + thousandths(page.top) + " bottom " +
         thousandths(page.bottom);
}

std::string page_lines(const Page& page) {
  std::string lines;
  if (page.repeat_rows) {
    lines += "repeat rows " + row_name(page.repeat_rows->first) + "-" +
             row_name(page.repeat_rows->second) + "\n";
  }
  if (page.print_area) lines += "print area " + range_name(*page.print_area) + "\n";
  if (!page.breaks.empty()) {
    lines += "breaks above";
    for (const int row : page.breaks) lines += " " + row_name(row);
    lines += "\n";
  }
  if (!page.header.empty()) lines += "header " + quoted(page.header) + "\n";
  if (!page.footer.empty()) lines += "footer " + quoted(page.footer) + "\n";
  return lines;
}

std::string grid_lines(const Sheet& sheet) {
  std::string lines;
  if (!sheet.column_pixels.empty()) {
    const auto pixels = [](int value) { return std::to_string(value); };
    lines += "columns" + runs(sheet.column_pixels, column_name, pixels) + "\n";
  }
  if (!sheet.row_heights.empty()) {
    lines += "rows" + runs(sheet.row_heights, row_name, thousandths) + "\n";
  }
  if (sheet.freeze) lines += "freeze " + cell_name(*sheet.freeze) + "\n";
  if (!sheet.merges.empty()) {
    lines += "merges";
    for (const Range& merge : sheet.merges) lines += " " + range_name(merge);
    lines += "\n";
  }
  return lines;
}

// What a formula gave.
struct ResultWords {
  std::string operator()(const Number& value) const { return value.to_string(); }
  std::string operator()(const std::string& text) const { return quoted(text); }
  std::string operator()(const Date& date) const { return iso(date); }
  std::string operator()(bool value) const { return value ? "TRUE" : "FALSE"; }
  std::string operator()(const ErrorValue& error) const { return error.code; }
  std::string operator()(const Blank&) const { return "?"; }
};

struct ValueWords {
  std::string operator()(const Blank&) const { return " blank"; }
  std::string operator()(const Number& value) const { return " number " + value.to_string(); }
  std::string operator()(const std::string& text) const { return " text " + quoted(text); }
  std::string operator()(const Formula& formula) const {
    return " formula " + formula.text + " = " + std::visit(ResultWords(), formula.value);
  }
  std::string operator()(const Date& date) const { return " date " + iso(date); }
  std::string operator()(bool value) const { return value ? " TRUE" : " FALSE"; }
  std::string operator()(const ErrorValue& error) const { return " error " + error.code; }
};

struct RuleWords {
  std::string operator()(const Validation::List& rule) const { return " list " + rule.source; }
  std::string operator()(const Validation::Custom& rule) const { return " if " + rule.formula; }
  std::string operator()(const Validation::WholeNumber& rule) const {
    return " whole number from " + std::to_string(rule.least);
  }
  std::string operator()(const Validation::Decimal& rule) const {
    return " number from " + rule.least.to_string();
  }
  std::string operator()(const Validation::DateBetween& rule) const {
    return " date " + iso(rule.first) + " to " + iso(rule.last);
  }
};

std::string prompt_words(const char* kind, const Prompt& prompt) {
  if (prompt == Prompt()) return "";
  return std::string(" ") + kind + " " + quoted(prompt.title) + " " + quoted(prompt.text);
}

std::string validation_line(const Validation& validation) {
  return "validation " + range_name(validation.range) + std::visit(RuleWords(), validation.rule) +
         (validation.warning ? " warning" : "") + prompt_words("prompt", validation.prompt) +
         prompt_words("error", validation.error) + "\n";
}

std::string conditional_format_line(const ConditionalFormat& format) {
  std::string line = "conditional format " + range_name(format.range) + " if " + format.formula;
  if (format.fill) line += " fill " + colour(*format.fill);
  if (format.font_color) line += " colour " + colour(*format.font_color);
  if (format.bold) line += " bold";
  return line + "\n";
}

std::string range_words(const SheetRange& cells) {
  return sheet_prefix(cells.sheet) + range_name(cells.range);
}

std::string chart_lines(const Chart& chart) {
  std::string lines = std::string("chart ") + (chart.kind == Chart::Kind::bar ? "bar" : "line") +
                      " " + quoted(chart.title) + " at " + cell_name(chart.at) + " " +
                      std::to_string(chart.width) + " x " + std::to_string(chart.height) +
                      " format " + quoted(chart.value_format) + (chart.from_zero ? " from 0" : "") +
                      "\n";
  for (const Chart::Series& series : chart.series) {
    lines += "series " + quoted(series.name) + " " + range_words(series.values) + " over " +
             range_words(series.categories) + " " + colour(series.color);
    if (!series.bar_colors.empty()) lines += " bars";
    for (const std::uint32_t bar : series.bar_colors) lines += " " + colour(bar);
    lines += "\n";
  }
  return lines;
}

std::string protection_line(const Protection& protection) {
  std::string line = "protected";
  if (protection.insert_rows) line += " insert-rows";
  if (protection.delete_rows) line += " delete-rows";
  if (protection.format_columns) line += " format-columns";
  if (protection.format_rows) line += " format-rows";
  if (protection.sort) line += " sort";
  if (protection.autofilter) line += " autofilter";
  return line + "\n";
}

std::string filling_lines(const Sheet& sheet) {
  std::string lines;
  if (sheet.tab_color) lines += "tab " + colour(*sheet.tab_color) + "\n";
  if (sheet.protection) lines += protection_line(*sheet.protection);
  for (const Validation& validation : sheet.validations) lines += validation_line(validation);
  for (const auto& format : sheet.conditional_formats) lines += conditional_format_line(format);
  for (const Chart& chart : sheet.charts) lines += chart_lines(chart);
  return lines;
}

std::string style_words(const Style& style) {
  static const Style usual;
  static constexpr const char* kHorizontal[] = {"", " left", " centre", " right"};
  static constexpr const char* kVertical[] = {" top", "", " bottom"};
  std::string words;
  if (!style.number_format.empty()) words += " format " + quoted(style.number_format);
  if (style.font_size != usual.font_size) words += " size " + std::to_string(style.font_size);
  if (style.bold) words += " bold";
  if (style.italic) words += " italic";
  if (style.border) words += " border";
  words += kHorizontal[static_cast<int>(style.horizontal)];
  if (style.indent > 0) words += " indent " + std::to_string(style.indent);
  words += kVertical[static_cast<int>(style.vertical)];
  if (style.wrap) words += " wrap";
  if (style.fill) words += " fill " + colour(*style.fill);
  if (style.font_color) words += " colour " + colour(*style.font_color);
  if (!style.locked) words += " unlocked";
  return words;
}

std::string cell_line(const Cell& cell) {
  std::string line = std::visit(ValueWords(), cell.value) + style_words(*cell.style);
  if (!cell.comment.empty()) line += " comment " + quoted(cell.comment);
  return line + "\n";
}

std::string sheet_lines(const Sheet& sheet) {
  std::string lines = "\nsheet " + sheet.name + (sheet.hidden ? " hidden" : "") +
                      (sheet.gridlines ? "" : " no-gridlines") + page_words(sheet.page) + "\n" +
                      page_lines(sheet.page) + grid_lines(sheet) + filling_lines(sheet);
  for (const auto& [position, cell] : sheet.cells) {
    lines += sheet.name + "!" + cell_name(position) + cell_line(cell);
  }
  return lines;
}

std::string property_lines(const Properties& properties) {
  return "title " + quoted(properties.title) + "\nsubject " + quoted(properties.subject) +
         "\nauthor " + quoted(properties.author) + "\ncompany " + quoted(properties.company) +
         "\nkeywords " + quoted(properties.keywords) + "\ncreated " + iso(properties.created) +
         (properties.modified ? "\nmodified " + iso(properties.modified->date) + " second " +
                                    std::to_string(properties.modified->second)
                              : "") +
         "\n";
}

}  // namespace

std::string dump(const Workbook& workbook) {
  std::string lines = "workbook " + workbook.file_name + "\n" + property_lines(workbook.properties);
  for (const auto& [name, formula] : workbook.defined_names) {
    lines += "name " + name + " = " + formula + "\n";
  }
  for (const Sheet& sheet : workbook.sheets) lines += sheet_lines(sheet);
  return lines;
}

}  // namespace chiwat::document
