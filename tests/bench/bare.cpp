// The yardstick: the workbooks that chiwat makes, written by calls to libxlsxwriter and nothing
// else.
//
//   bench_bare FOLDER CONTENT...     writes the workbook of each content file into FOLDER
//
// Content files come from bench_record. No answer of the library is looked at: `run` compares the
// parts of the results with chiwat's.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "content.hpp"

namespace {

using chiwat::bench::Cell;
using chiwat::bench::Comment;
using chiwat::bench::ConditionalFormat;
using chiwat::bench::Content;
using chiwat::bench::DefinedName;
using chiwat::bench::Kind;
using chiwat::bench::Protection;
using chiwat::bench::Range;
using chiwat::bench::Sheet;
using chiwat::bench::Style;
using chiwat::bench::Text;
using chiwat::bench::Validation;

// The file stays mapped until the program ends.
const std::byte* map(const char* path) {
  const int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (descriptor < 0 || fstat(descriptor, &status) != 0) {
    std::perror(path);
    std::exit(1);
  }
  void* const file = mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_PRIVATE,
                          descriptor, 0);
  if (file == MAP_FAILED) std::exit(1);
  close(descriptor);
  return static_cast<const std::byte*>(file);
}

class Writer {
 public:
  Writer(const std::byte* file, const std::string& folder)
      : file_(file),
        content_(*reinterpret_cast<const Content*>(file)),
        workbook_(workbook_new(path(folder).c_str())) {}

  void write() {
    write_properties();
    for (const Style& style : content_.styles.in(file_)) add_format(style);
    lxw_worksheet* first_visible = nullptr;
    for (const Sheet& sheet : content_.sheets.in(file_)) {
      sheet_ = workbook_add_worksheet(workbook_, text(sheet.name));
      write_sheet(sheet);
      if (!sheet.is_hidden && !first_visible) first_visible = sheet_;
    }
    worksheet_activate(first_visible);
    for (const DefinedName& name : content_.defined_names.in(file_)) {
      workbook_define_name(workbook_, text(name.name), text(name.formula));
    }
    workbook_close(workbook_);
  }

 private:
  std::string path(const std::string& folder) const {
    const std::string inner = folder + "/" + text(content_.folder);
    mkdir(inner.c_str(), 0777);
    return inner + "/" + text(content_.file_name);
  }

  const char* text(const Text& text) const { return text.in(file_); }

  void write_properties() {
    lxw_doc_properties fields{};
    fields.title = field(content_.title);
    fields.subject = field(content_.subject);
    fields.author = field(content_.author);
    fields.company = field(content_.company);
    fields.keywords = field(content_.keywords);
    fields.created = content_.created;
    workbook_set_properties(workbook_, &fields);
  }

  void add_format(const Style& style) {
    lxw_format* const format = workbook_add_format(workbook_);
    format_set_font_name(format, "TH SarabunPSK");
    format_set_font_size(format, style.font_size);
    if (style.bold) format_set_bold(format);
    if (style.italic) format_set_italic(format);
    if (style.wrap) format_set_text_wrap(format);
    if (style.border) format_set_border(format, LXW_BORDER_THIN);
    format_set_align(format, style.horizontal);
    if (style.indent > 0) format_set_indent(format, style.indent);
    format_set_align(format, style.vertical);
    if (style.number_format.count > 0) format_set_num_format(format, text(style.number_format));
    if (style.is_filled) {
      format_set_pattern(format, LXW_PATTERN_SOLID);
      format_set_fg_color(format, style.fill);
    }
    if (style.has_font_color) format_set_font_color(format, style.font_color);
    if (!style.locked) format_set_unlocked(format);
    formats_.push_back(format);
  }

  void write_sheet(const Sheet& sheet) {
    lxw_col_t column = 0;
    for (const std::uint32_t pixels : sheet.column_pixels.in(file_)) {
      if (pixels > 0) worksheet_set_column_pixels(sheet_, column, column, pixels, nullptr);
      ++column;
    }
    for (const Cell& cell : sheet.cells.in(file_)) write_cell(cell);
    lxw_row_t row = 0;
    for (const double points : sheet.row_points.in(file_)) {
      if (points > 0) worksheet_set_row(sheet_, row, points, nullptr);
      ++row;
    }
    worksheet_set_comments_author(sheet_, "chiwat");
    for (const Comment& comment : sheet.comments.in(file_)) write_comment(comment);
    if (sheet.is_frozen) worksheet_freeze_panes(sheet_, sheet.frozen.row, sheet.frozen.column);
    if (sheet.is_hidden) worksheet_hide(sheet_);
    write_page(sheet);
    write_rules(sheet);
  }

  void write_cell(const Cell& cell) {
    lxw_format* const format = formats_[cell.style];
    if (cell.row != cell.last_row || cell.column != cell.last_column) {
      const char* const shown = cell.kind == Kind::text ? text(cell.text) : "";
      worksheet_merge_range(sheet_, cell.row, cell.column, cell.last_row, cell.last_column, shown,
                            format);
      if (cell.kind == Kind::text) return;
    }
    switch (cell.kind) {
      case Kind::blank:
        worksheet_write_blank(sheet_, cell.row, cell.column, format);
        break;
      case Kind::number:
        worksheet_write_number(sheet_, cell.row, cell.column, cell.value, format);
        break;
      case Kind::text:
        worksheet_write_string(sheet_, cell.row, cell.column, text(cell.text), format);
        break;
      case Kind::formula:
        worksheet_write_formula_num(sheet_, cell.row, cell.column, text(cell.text), format,
                                    cell.value);
        break;
      case Kind::text_formula:
        worksheet_write_formula_str(sheet_, cell.row, cell.column, text(cell.text), format,
                                    text(cell.shown));
        break;
    }
  }

  void write_comment(const Comment& comment) {
    lxw_comment_options box{};
    box.font_size = 10;
    box.width = 320;
    box.height = comment.box_height;
    worksheet_write_comment_opt(sheet_, comment.row, comment.column, text(comment.text), &box);
  }

  void write_page(const Sheet& sheet) {
    worksheet_set_paper(sheet_, 9);  // A4
    sheet.landscape ? worksheet_set_landscape(sheet_) : worksheet_set_portrait(sheet_);
    worksheet_set_print_scale(sheet_, sheet.scale);
    worksheet_set_margins(sheet_, sheet.left, sheet.right, sheet.top, sheet.bottom);
    worksheet_center_horizontally(sheet_);
    if (sheet.repeats_rows) {
      worksheet_repeat_rows(sheet_, sheet.repeated.row, sheet.repeated.last_row);
    }
    if (sheet.has_print_area) {
      const Range& area = sheet.print_area;
      worksheet_print_area(sheet_, area.row, area.column, area.last_row, area.last_column);
    }
    if (sheet.breaks.count > 0) {
      worksheet_set_h_pagebreaks(sheet_, const_cast<lxw_row_t*>(sheet.breaks.in(file_).data()));
    }
    if (sheet.header.count > 0) worksheet_set_header(sheet_, text(sheet.header));
    if (sheet.footer.count > 0) worksheet_set_footer(sheet_, text(sheet.footer));
  }

  char* field(const Text& value) const {
    return value.count == 0 ? nullptr : const_cast<char*>(text(value));
  }

  void write_rules(const Sheet& sheet) {
    for (const Validation& rule : sheet.validations.in(file_)) write_validation(rule);
    for (const ConditionalFormat& rule : sheet.conditional_formats.in(file_)) {
      write_conditional_format(rule);
    }
    if (sheet.is_protected) {
      const Protection& allowed = sheet.protection;
      lxw_protection options{};
      options.insert_rows = allowed.insert_rows;
      options.delete_rows = allowed.delete_rows;
      options.format_columns = allowed.format_columns;
      options.format_rows = allowed.format_rows;
      options.sort = allowed.sort;
      options.autofilter = allowed.autofilter;
      worksheet_protect(sheet_, nullptr, &options);
    }
    if (sheet.hides_gridlines) worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
    if (sheet.has_tab_color) worksheet_set_tab_color(sheet_, sheet.tab_color);
  }

  void write_validation(const Validation& rule) {
    lxw_data_validation options{};
    options.validate = rule.type;
    options.criteria = rule.criteria;
    options.error_type =
        rule.is_warning ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP;
    options.value_formula = field(rule.first);
    options.minimum_formula = field(rule.first);
    options.maximum_formula = field(rule.second);
    options.input_title = field(rule.prompt_title);
    options.input_message = field(rule.prompt);
    options.error_title = field(rule.error_title);
    options.error_message = field(rule.error);
    const Range& range = rule.range;
    worksheet_data_validation_range(sheet_, range.row, range.column, range.last_row,
                                    range.last_column, &options);
  }

  void write_conditional_format(const ConditionalFormat& rule) {
    lxw_format* const format = workbook_add_format(workbook_);
    if (rule.is_filled) format_set_bg_color(format, rule.fill);
    if (rule.has_font_color) format_set_font_color(format, rule.font_color);
    if (rule.bold) format_set_bold(format);
    lxw_conditional_format options{};
    options.type = LXW_CONDITIONAL_TYPE_FORMULA;
    options.value_string = field(rule.formula);
    options.format = format;
    const Range& range = rule.range;
    worksheet_conditional_format_range(sheet_, range.row, range.column, range.last_row,
                                       range.last_column, &options);
  }

  const std::byte* file_;
  const Content& content_;
  lxw_workbook* workbook_;
  std::vector<lxw_format*> formats_;
  lxw_worksheet* sheet_ = nullptr;
};

}  // namespace

int main(int argc, char** argv) {
  for (int i = 2; i < argc; ++i) Writer(map(argv[i]), argv[1]).write();
}
