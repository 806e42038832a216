// Writes down what chiwat would write, as the content files that bench_bare reads.
//
//   bench_record FOLDER DESCRIPTION [ATTACHMENT]    FOLDER/<workbook>.content for each workbook
#include <xlsxwriter.h>

#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/planned_outputs.hpp"
#include "cli/prepare.hpp"
#include "cli/report.hpp"
#include "content.hpp"
#include "xlsx/nearest_double.hpp"

namespace chiwat::bench {
namespace {

constexpr std::size_t kAlignment = 8;

std::uint8_t alignment(document::Horizontal horizontal) {
  constexpr lxw_format_alignments kAll[] = {LXW_ALIGN_NONE, LXW_ALIGN_LEFT, LXW_ALIGN_CENTER,
                                            LXW_ALIGN_RIGHT};
  return static_cast<std::uint8_t>(kAll[static_cast<std::size_t>(horizontal)]);
}

std::uint8_t alignment(document::Vertical vertical) {
  constexpr lxw_format_alignments kAll[] = {LXW_ALIGN_VERTICAL_TOP, LXW_ALIGN_VERTICAL_CENTER,
                                            LXW_ALIGN_VERTICAL_BOTTOM};
  return static_cast<std::uint8_t>(kAll[static_cast<std::size_t>(vertical)]);
}

// As xlsx/sheet.cpp: 15 is no height to the library.
double row_points(int thousandths) {
  const double points = thousandths / 1000.0;
  return points == LXW_DEF_ROW_HEIGHT ? std::nextafter(points, points + 1) : points;
}

// As xlsx/sheet.cpp: 40 letters a line, 40 lines at most.
std::uint16_t box_height(const std::string& text) {
  int lines = 1;
  int letters = 0;
  for (const char c : text) {
    letters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (c == '\n' || letters > 40) {
      ++lines;
      letters = 0;
    }
  }
  return static_cast<std::uint16_t>(std::min(lines, 40) * 18 + 12);
}

int serial_number(Date date) {
  constexpr std::chrono::sys_days kDayZero =
      std::chrono::year(1899) / std::chrono::December / std::chrono::day(30);
  return static_cast<int>((std::chrono::sys_days(date) - kDayZero).count());
}

// As the library has it, to which 0 is no colour.
std::uint32_t colour(std::optional<std::uint32_t> rgb) {
  return rgb && *rgb == 0 ? std::uint32_t{LXW_COLOR_BLACK} : rgb.value_or(0);
}

Range range(const document::Range& from) {
  return {static_cast<std::uint32_t>(from.first.row), static_cast<std::uint32_t>(from.last.row),
          static_cast<std::uint16_t>(from.first.column),
          static_cast<std::uint16_t>(from.last.column)};
}

class Recorder {
 public:
  std::string record(const document::Workbook& workbook, const std::string& folder) {
    file_.assign(sizeof(Content), '\0');
    Content content{};
    content.folder = text(folder);
    content.file_name = text(workbook.file_name);
    record(workbook.properties, content);
    std::vector<Sheet> sheets;
    for (const document::Sheet& sheet : workbook.sheets) sheets.push_back(recorded(sheet));
    content.sheets = list(sheets);
    content.styles = list(styles_);
    std::vector<DefinedName> names;
    for (const auto& [name, formula] : workbook.defined_names) {
      names.push_back({text(name), text(formula)});
    }
    content.defined_names = list(names);
    std::memcpy(file_.data(), &content, sizeof content);
    return std::move(file_);
  }

 private:
  template <class T>
  List<T> list(const std::vector<T>& values) {
    file_.resize((file_.size() + kAlignment - 1) / kAlignment * kAlignment);
    const List<T> result{static_cast<std::uint32_t>(file_.size()),
                         static_cast<std::uint32_t>(values.size())};
    const auto* const bytes = reinterpret_cast<const char*>(values.data());
    file_.append(bytes, values.size() * sizeof(T));
    return result;
  }

  Text text(const std::string& value) {
    Text result;
    result.offset = static_cast<std::uint32_t>(file_.size());
    result.count = static_cast<std::uint32_t>(value.size());
    file_.append(value.c_str(), value.size() + 1);
    return result;
  }

  void record(const document::Properties& properties, Content& content) {
    content.title = text(properties.title);
    content.subject = text(properties.subject);
    content.author = text(properties.author);
    content.company = text(properties.company);
    content.keywords = text(properties.keywords);
    content.created =
        std::chrono::system_clock::to_time_t(std::chrono::sys_days(properties.created));
  }

  std::uint16_t style(const document::Style& style) {
    const auto [place, is_new] = known_styles_.try_emplace(style, styles_.size());
    if (is_new) {
      styles_.push_back({style.font_size, style.bold, style.italic, style.wrap, style.border,
                         style.locked, alignment(style.horizontal), alignment(style.vertical),
                         static_cast<std::uint8_t>(style.indent), style.fill.has_value(),
                         style.font_color.has_value(), colour(style.fill), colour(style.font_color),
                         text(style.number_format)});
    }
    return static_cast<std::uint16_t>(place->second);
  }

  Cell recorded(const document::Range& at, const document::Cell& from) {
    const Range place = range(at);
    Cell cell{place.row,
              place.last_row,
              place.column,
              place.last_column,
              style(*from.style),
              Kind::blank,
              {},
              {},
              0};
    if (const auto* number = std::get_if<Number>(&from.value)) {
      cell.kind = Kind::number;
      cell.value = xlsx::nearest_double(*number);
    } else if (const auto* words = std::get_if<std::string>(&from.value)) {
      cell.kind = Kind::text;
      cell.text = text(*words);
    } else if (const auto* formula = std::get_if<document::Formula>(&from.value)) {
      cell.kind = Kind::formula;
      cell.text = text(formula->text);
      if (const auto* shown = std::get_if<std::string>(&formula->value)) {
        cell.kind = Kind::text_formula;
        cell.shown = text(*shown);
      } else {
        cell.value = xlsx::nearest_double(std::get<Number>(formula->value));
      }
    } else if (const auto* date = std::get_if<Date>(&from.value)) {
      cell.kind = Kind::number;
      cell.value = static_cast<double>(serial_number(*date));
    }
    return cell;
  }

  // Merged ranges last, as chiwat writes them: the order of the texts and formats is part of the
  // file.
  void record_cells(const document::Sheet& from, Sheet& sheet) {
    std::set<document::Position> merged;
    for (const document::Range& merge : from.merges) merged.insert(merge.first);
    std::vector<Cell> cells;
    std::vector<Comment> comments;
    for (const auto& [position, cell] : from.cells) {
      if (!merged.contains(position)) cells.push_back(recorded({position, position}, cell));
      if (!cell.comment.empty()) comments.push_back(recorded(position, cell.comment));
    }
    for (const document::Range& merge : from.merges) {
      cells.push_back(recorded(merge, from.cells.at(merge.first)));
    }
    sheet.cells = list(cells);
    sheet.comments = list(comments);
  }

  Comment recorded(document::Position at, const std::string& comment) {
    return {static_cast<std::uint32_t>(at.row), static_cast<std::uint16_t>(at.column),
            box_height(comment), text(comment)};
  }

  Validation recorded(const document::Validation& from) {
    using document::Validation;
    bench::Validation result{};
    result.range = range(from.range);
    result.is_warning = from.warning;
    const auto rule = [&](lxw_validation_types type, lxw_validation_criteria criteria,
                          const std::string& first, const std::string& second) {
      result.type = static_cast<std::uint8_t>(type);
      result.criteria = static_cast<std::uint8_t>(criteria);
      result.first = text(first);
      result.second = text(second);
    };
    constexpr auto kLeast = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
    if (const auto* list = std::get_if<Validation::List>(&from.rule)) {
      rule(LXW_VALIDATION_TYPE_LIST_FORMULA, LXW_VALIDATION_CRITERIA_NONE, list->source, "");
    } else if (const auto* custom = std::get_if<Validation::Custom>(&from.rule)) {
      rule(LXW_VALIDATION_TYPE_CUSTOM_FORMULA, LXW_VALIDATION_CRITERIA_NONE, custom->formula, "");
    } else if (const auto* whole = std::get_if<Validation::WholeNumber>(&from.rule)) {
      rule(LXW_VALIDATION_TYPE_INTEGER_FORMULA, kLeast, std::to_string(whole->least), "");
    } else if (const auto* decimal = std::get_if<Validation::Decimal>(&from.rule)) {
      rule(LXW_VALIDATION_TYPE_DECIMAL_FORMULA, kLeast, decimal->least.to_string(), "");
    } else {
      const auto& days = std::get<Validation::DateBetween>(from.rule);
      rule(LXW_VALIDATION_TYPE_DATE_FORMULA, LXW_VALIDATION_CRITERIA_BETWEEN,
           std::to_string(serial_number(days.first)), std::to_string(serial_number(days.last)));
    }
    result.prompt_title = text(from.prompt.title);
    result.prompt = text(from.prompt.text);
    result.error_title = text(from.error.title);
    result.error = text(from.error.text);
    return result;
  }

  ConditionalFormat recorded(const document::ConditionalFormat& from) {
    return {range(from.range),           text(from.formula), from.fill.has_value(),
            from.font_color.has_value(), from.bold,          colour(from.fill),
            colour(from.font_color)};
  }

  void record_rules(const document::Sheet& from, Sheet& sheet) {
    std::vector<Validation> validations;
    for (const document::Validation& rule : from.validations) {
      validations.push_back(recorded(rule));
    }
    std::vector<ConditionalFormat> formats;
    for (const document::ConditionalFormat& rule : from.conditional_formats) {
      formats.push_back(recorded(rule));
    }
    sheet.validations = list(validations);
    sheet.conditional_formats = list(formats);
    sheet.is_protected = from.protection.has_value();
    if (const auto& allowed = from.protection) {
      sheet.protection = {allowed->insert_rows, allowed->delete_rows, allowed->format_columns,
                          allowed->format_rows, allowed->sort,        allowed->autofilter};
    }
    sheet.hides_gridlines = !from.gridlines;
    sheet.has_tab_color = from.tab_color.has_value();
    sheet.tab_color = colour(from.tab_color);
  }

  void record_page(const document::Page& page, Sheet& sheet) {
    sheet.landscape = page.landscape;
    sheet.scale = static_cast<std::uint16_t>(page.scale);
    sheet.left = page.left / 1000.0;
    sheet.right = page.right / 1000.0;
    sheet.top = page.top / 1000.0;
    sheet.bottom = page.bottom / 1000.0;
    sheet.repeats_rows = page.repeat_rows.has_value();
    if (const auto& rows = page.repeat_rows) {
      sheet.repeated = range({{rows->first, 0}, {rows->second, 0}});
    }
    sheet.has_print_area = page.print_area.has_value();
    if (page.print_area) sheet.print_area = range(*page.print_area);
    std::vector<std::uint32_t> breaks(page.breaks.begin(), page.breaks.end());
    if (!breaks.empty()) breaks.push_back(0);
    sheet.breaks = list(breaks);
    sheet.header = text(page.header);
    sheet.footer = text(page.footer);
  }

  Sheet recorded(const document::Sheet& from) {
    Sheet sheet{};
    sheet.name = text(from.name);
    sheet.is_hidden = from.hidden;
    sheet.is_frozen = from.freeze.has_value();
    if (from.freeze) sheet.frozen = range({*from.freeze, *from.freeze});
    record_cells(from, sheet);
    record_rules(from, sheet);
    record_page(from.page, sheet);
    sheet.column_pixels =
        list(std::vector<std::uint32_t>(from.column_pixels.begin(), from.column_pixels.end()));
    std::vector<double> points;
    for (const int height : from.row_heights) points.push_back(row_points(height));
    sheet.row_points = list(points);
    return sheet;
  }

  std::string file_;
  std::vector<Style> styles_;
  std::map<document::Style, std::size_t> known_styles_;
};

int record_all(const std::filesystem::path& folder, const std::string& input,
               std::optional<int> only) {
  source::Texts texts;
  thai::Wordings wordings;
  Diagnostics diagnostics;
  const auto prepared = cli::prepare(input, texts, wordings, diagnostics);
  cli::report(diagnostics, texts, thai::Catalogue(thai::Language::english), std::cerr);
  if (!prepared) return 1;
  for (const cli::Group& group : cli::planned(*prepared, {}, false, std::nullopt, only)) {
    for (const cli::Planned& file : group.files) {
      const std::filesystem::path name = file.name;
      std::filesystem::create_directories(folder / name.parent_path());
      std::ofstream(folder / (file.name + ".content"), std::ios::binary)
          << Recorder().record(file.make(), name.parent_path());
    }
  }
  return 0;
}

}  // namespace
}  // namespace chiwat::bench

int main(int argc, char** argv) {
  if (argc != 3 && argc != 4) {
    std::cerr << "usage: bench_record FOLDER DESCRIPTION [ATTACHMENT]\n";
    return 2;
  }
  const auto only = argc == 4 ? std::optional(std::stoi(argv[3])) : std::nullopt;
  return chiwat::bench::record_all(argv[1], argv[2], only);
}
