#include "xlsx/assemble.hpp"

#include <locale.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>

#include "xlsx/charts.hpp"
#include "xlsx/checked.hpp"
#include "xlsx/deflate.hpp"
#include "xlsx/formats.hpp"
#include "xlsx/rules.hpp"
#include "xlsx/sheet.hpp"
#include "xlsx/temporary_file.hpp"
#include "xlsx/write.hpp"

namespace chiwat::xlsx {
namespace {

using document::Properties;
using document::Sheet;
using document::Workbook;

// libxlsxwriter prints numbers with printf: a process that has set a locale with a decimal comma
// must not get "12,5" into its files. (chiwat itself never calls setlocale.)
class PlainLocale {
 public:
  PlainLocale() : plain_(newlocale(LC_ALL_MASK, "C", nullptr)), before_(uselocale(plain_)) {}
  PlainLocale(const PlainLocale&) = delete;
  PlainLocale& operator=(const PlainLocale&) = delete;
  ~PlainLocale() {
    uselocale(before_);
    freelocale(plain_);
  }

 private:
  locale_t plain_;
  locale_t before_;
};

struct FreeWorkbook {
  void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};
using Handle = std::unique_ptr<lxw_workbook, FreeWorkbook>;

// Midnight UTC. The library takes 0 for "now".
std::time_t creation_time(Date created) {
  const bool known = created.ok() && std::chrono::sys_days(created) > std::chrono::sys_days();
  require(known, "properties", "no date of creation");
  return std::chrono::system_clock::to_time_t(std::chrono::sys_days(created));
}

void write_properties(Properties properties, lxw_workbook* target) {
  const auto field = [](std::string& text) { return text.empty() ? nullptr : text.data(); };
  lxw_doc_properties fields{};
  fields.title = field(properties.title);
  fields.subject = field(properties.subject);
  fields.author = field(properties.author);
  fields.company = field(properties.company);
  fields.keywords = field(properties.keywords);
  fields.created = creation_time(properties.created);
  check(workbook_set_properties(target, &fields), "properties");
}

lxw_worksheet* add_sheet(const Sheet& sheet, lxw_workbook* target) {
  require(!sheet.name.empty(), "sheet", "no name");  // the library looks at its last letter
  check(workbook_validate_sheet_name(target, sheet.name.c_str()), "sheet " + sheet.name);
  lxw_worksheet* const added = workbook_add_worksheet(target, sheet.name.c_str());
  require(added, sheet.name, "out of memory");
  return added;
}

SheetOrder order_of(const Workbook& workbook) {
  const bool has_long = std::ranges::any_of(
      workbook.sheets, [](const Sheet& sheet) { return sheet.cells.row_count() > kLongSheet; });
  return has_long ? SheetOrder::by_row : SheetOrder::whole;
}

void write_sheets(const Workbook& workbook, SheetOrder order, lxw_workbook* target) {
  Formats formats(target);
  lxw_worksheet* first_visible = nullptr;
  for (const Sheet& sheet : workbook.sheets) {
    lxw_worksheet* const added = add_sheet(sheet, target);
    write_sheet(sheet, order, added, formats);
    write_rules(sheet, target, added);
    write_charts(workbook, sheet, target, added);
    if (!sheet.hidden && !first_visible) first_visible = added;
  }
  require(first_visible, workbook.file_name, "no sheet to be seen");
  worksheet_activate(first_visible);  // else the library shows the first, hidden or not
}

void write_defined_names(const Workbook& workbook, lxw_workbook* target) {
  for (const auto& [name, formula] : workbook.defined_names) {
    // Longer ones would be cut off in silence, in the middle of a letter even.
    require(std::max(name.size(), formula.size()) < LXW_DEFINED_NAME_LENGTH, "defined name " + name,
            "it or its formula is too long");
    check(workbook_define_name(target, name.c_str(), formula.c_str()), "defined name " + name);
  }
}

// While it lives, what the library says on stderr goes unheard: its answer says the same, and the
// user is told in their own language.
class Unheard {
 public:
  Unheard() : before_(stderr), nowhere_(std::fopen("/dev/null", "we")) {
    if (nowhere_) stderr = nowhere_;
  }
  Unheard(const Unheard&) = delete;
  Unheard& operator=(const Unheard&) = delete;
  ~Unheard() {
    stderr = before_;
    if (nowhere_) std::fclose(nowhere_);
  }

 private:
  std::FILE* before_;
  std::FILE* nowhere_;
};

// Packs the parts into the file, and frees the workbook.
void close(lxw_workbook* target, const std::string& file_name) {
  const Unheard library;
  use_fast_deflate();
  const lxw_error answer = workbook_close(target);
  if (answer >= LXW_ERROR_CREATING_XLSX_FILE && answer <= LXW_ERROR_ZIP_CLOSE) {
    throw NoRoom(file_name + ": " + lxw_strerror(answer));
  }
  check(answer, file_name);
}

}  // namespace

void assemble(const Workbook& workbook, const std::filesystem::path& path) {
  const PlainLocale locale;
  const TemporaryFiles temporary;
  const SheetOrder order = order_of(workbook);
  lxw_workbook_options options{};
  options.constant_memory = order == SheetOrder::by_row;
  Handle target(workbook_new_opt(path.c_str(), &options));
  require(target != nullptr, workbook.file_name, "out of memory");
  write_properties(workbook.properties, target.get());
  write_sheets(workbook, order, target.get());
  write_defined_names(workbook, target.get());
  close(target.release(), workbook.file_name);
  if (temporary.have_failed()) throw NoRoom(workbook.file_name + ": no room in TMPDIR");
}

}  // namespace chiwat::xlsx
