#include <algorithm>
#include <utility>

#include "feedback/feedback.hpp"
#include "feedback/listed_cells.hpp"
#include "form/listing.hpp"
#include "thai/names.hpp"

namespace chiwat::feedback {
namespace {

using document::Cell;
using document::Horizontal;
using form::listed_text;

constexpr const char* kAll = "ทั้งหมด";
constexpr const char* kSummary = "สรุป";
constexpr std::size_t kMostRows = 5'000;  // on a sheet
constexpr std::size_t kLongestSheetName = 31;
constexpr form::Millipoints kFile = 150'000, kText = 330'000;

const char* severity_in_words(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "ต้องแก้ไข";
    case Severity::warning:
      return "ควรตรวจดู";
    case Severity::note:
      break;
  }
  return "หมายเหตุ";
}

using Group = std::vector<const Problem*>;  // of one district

class ProblemsWorkbook {
 public:
  ProblemsWorkbook(const std::vector<Problem>& problems, const model::Circular& circular,
                   const thai::Catalogue& thai)
      : circular_(circular), thai_(thai) {
    for (const Problem& problem : problems) {
      const bool is_same =
          !groups_.empty() && is_same_sender(groups_.back().front()->sender, problem.sender);
      if (!is_same) groups_.emplace_back();
      groups_.back().push_back(&problem);
      all_.push_back(&problem);
    }
  }

  std::vector<document::Sheet> sheets() const {
    std::vector<document::Sheet> result{summary()};
    if (all_.empty()) return result;
    result.push_back(table(kAll, all_, true));
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      result.push_back(table(sheet_name(i), groups_[i], false));
    }
    return result;
  }

 private:
  // "11 เขมราฐ": numbered, so that no two are the same after what Excel refuses is gone.
  std::string sheet_name(std::size_t group) const {
    const auto& sender = groups_[group].front()->sender;
    std::string name = !sender            ? "ไม่ทราบอำเภอ"
                       : sender->district ? circular_.districts[*sender->district].value
                                          : "จังหวัด";
    for (char& c : name) {
      if (std::string("[]:*?/\\'").find(c) != std::string::npos) c = ' ';
    }
    name = std::to_string(group + 1) + " " + thai::file_name(name, 80);
    while (thai::utf16_length(name) > kLongestSheetName) {
      do name.pop_back();
      while (!thai::is_valid_utf8(name));
    }
    return name;
  }

  static int count(const Group& group, Severity severity) {
    return static_cast<int>(std::ranges::count_if(
        group, [&](const Problem* problem) { return problem->diagnostic->severity == severity; }));
  }

  document::Sheet summary() const {
    form::Listing table;
    table.sheet = kSummary;
    table.titles = {"ข้อที่ต้องแก้ไขและควรตรวจดูในแบบที่อำเภอส่งกลับ", "จังหวัด" + circular_.province.value};
    table.columns = {{"ที่", 0}, {"อำเภอ", 0}};
    for (const char* heading : kProblemCounts) table.columns.push_back({heading, 0});
    table.landscape = false;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      const std::string name = name_of(groups_[i].front()->sender, circular_);
      const std::string sheet = sheet_name(i);
      document::Style link = listed_text(Horizontal::left);
      link.font_color = 0x0563C1;
      std::vector<Cell> row{
          serial(i),
          {document::Formula{"HYPERLINK(\"#'" + sheet + "'!A1\",\"" + quoted(name) + "\")", name},
           link, ""}};
      for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
        row.push_back(counted(count(groups_[i], severity)));
      }
      table.rows.push_back(std::move(row));
    }
    if (all_.empty()) table.notes = {"ไม่พบข้อที่ต้องแก้ไข"};
    return form::laid_out(table);
  }

  static std::string quoted(const std::string& text) {
    std::string result;
    for (const char c : text) result += c == '"' ? "\"\"" : std::string(1, c);
    return result;
  }

  document::Sheet table(const std::string& name, const Group& group, bool names_district) const {
    form::Listing table;
    table.sheet = name;
    table.titles = {names_district
                        ? "ข้อที่ต้องแก้ไขและควรตรวจดู ทุกอำเภอ"
                        : "ข้อที่ต้องแก้ไขและควรตรวจดู " + name_of(group.front()->sender, circular_)};
    table.columns = {{"ที่", 0}, {"ระดับ", 0}};
    if (names_district) table.columns.push_back({"อำเภอ", 0});
    for (const auto& column : {form::ListedColumn{"ไฟล์", kFile},
                               {"แผ่นงาน", 0},
                               {"เซลล์", 0},
                               {"พบอะไร และควรเป็นอย่างไร", kText}}) {
      table.columns.push_back(column);
    }
    const std::size_t shown = std::min(group.size(), kMostRows);
    for (std::size_t i = 0; i < shown; ++i) table.rows.push_back(row(*group[i], i, names_district));
    if (shown < group.size()) {
      table.notes = {"และอีก " + std::to_string(group.size() - shown) + " แห่ง"};
    }
    return form::laid_out(table);
  }

  std::vector<Cell> row(const Problem& problem, std::size_t index, bool names_district) const {
    std::vector<Cell> cells{
        serial(index), words(severity_in_words(problem.diagnostic->severity), Horizontal::centre)};
    if (names_district) cells.push_back(words(name_of(problem.sender, circular_)));
    cells.push_back(words(file_name_of(problem)));
    cells.push_back(words(problem.sheet));
    cells.push_back(words(problem.cell, Horizontal::centre));
    cells.push_back(words(text_of(problem, thai_)));
    return cells;
  }

  const model::Circular& circular_;
  const thai::Catalogue& thai_;
  std::vector<Group> groups_;
  Group all_;
};

}  // namespace

document::Workbook problems_workbook(const std::vector<Problem>& problems,
                                     const model::Circular& circular, const thai::Catalogue& thai) {
  return workbook_called("ข้อที่ต้องแก้ไข", circular,
                         ProblemsWorkbook(problems, circular, thai).sheets());
}

}  // namespace chiwat::feedback
