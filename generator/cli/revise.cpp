#include "cli/revise.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "compare/mark_changes.hpp"
#include "thai/date.hpp"
#include "thai/digits.hpp"

namespace chiwat::cli {
namespace {

using document::Sheet;
using document::Workbook;

std::string note_of(const Arguments& arguments) {
  if (!arguments.revision) return "";
  return "แก้ไขครั้งที่ " + std::to_string(*arguments.revision) + " ณ วันที่ " +
         thai::format_date(*arguments.dated, thai::DateStyle::full, thai::Digits::arabic);
}

// The description with the note under every table, where texts are laid out like any other.
std::shared_ptr<const Prepared> with_note(const Prepared& prepared, const std::string& note) {
  auto noted = std::make_shared<Prepared>(prepared);
  for (model::Attachment& attachment : noted->circular.attachments) {
    for (model::Table& table : attachment.tables) table.notes.push_back({note, table.origin});
  }
  return noted;
}

bool has_text(const Sheet& sheet, const std::string& text) {
  return std::ranges::any_of(sheet.cells, [&](const auto& entry) {
    const auto* own = std::get_if<std::string>(&entry.second.value);
    return own && own->find(text) != std::string::npos;
  });
}

// Forms and documents have no notes.
void add_header(const std::string& note, Workbook& workbook) {
  for (Sheet& sheet : workbook.sheets) {
    const bool has_note =
        has_text(sheet, note) || has_text(sheet, thai::with_digits(note, thai::Digits::thai));
    if (sheet.hidden || has_note) continue;
    sheet.page.header = "&R&\"TH SarabunPSK,Regular\"&14" + note;
  }
}

// The name of the older workbook that became `name`; empty when there is none.
std::string older_name(const ComparedSide& since, const std::string& name) {
  std::vector<std::string> names;
  for (const auto& [old_name, read] : since.workbooks) names.push_back(old_name);
  return compare::pair_files(names, {name}).front().old_file;
}

std::optional<Workbook> older(const ComparedSide& since, const std::string& name) {
  const std::string old_name = older_name(since, name);
  return old_name.empty() ? std::nullopt : since.workbooks.at(old_name)();
}

class Revision {
 public:
  Revision(std::string note, const ComparedSide* since) : note_(std::move(note)), since_(since) {}

  Workbook revise(const Planned& plain, const Planned& noted) const {
    if (!since_) return with_header(noted.make());
    const auto before = older(*since_, plain.name);
    if (!before) return with_header(noted.make());
    const Workbook made = plain.make();
    if (compare::compare_workbooks(*before, as_read(made)).empty()) return made;
    Workbook result = note_.empty() ? made : with_header(noted.make());
    compare::mark_changes(without_note(compare::compare_workbooks(*before, as_read(result))),
                          result);
    return result;
  }

 private:
  Workbook with_header(Workbook workbook) const {
    if (!note_.empty()) add_header(note_, workbook);
    return workbook;
  }

  // The note itself is no change.
  std::vector<compare::SheetChange> without_note(std::vector<compare::SheetChange> changes) const {
    if (note_.empty()) return changes;
    const std::string thai_note = thai::with_digits(note_, thai::Digits::thai);
    for (compare::SheetChange& sheet : changes) {
      std::erase_if(sheet.cells, [&](const compare::CellChange& cell) {
        const std::string text = compare::shown(cell.new_value);
        return text == note_ || text == thai_note;
      });
    }
    return changes;
  }

  std::string note_;
  const ComparedSide* since_;
};

}  // namespace

void read_older(const std::vector<Group>& groups, ComparedSide& since) {
  if (since.description) return;  // which is read already
  for (const Group& group : groups) {
    for (const Planned& file : group.files) {
      const std::string old_name = older_name(since, file.name);
      if (old_name.empty()) continue;
      auto& read = since.workbooks.at(old_name);
      read = [kept = std::make_shared<const std::optional<Workbook>>(read())] { return *kept; };
    }
  }
}

std::vector<Group> revised(std::vector<Group> groups, const Prepared& prepared,
                           const form::LayOutOptions& options, const std::optional<Period>& months,
                           const Arguments& arguments, const ComparedSide* since) {
  const std::string note = note_of(arguments);
  if (note.empty() && !since) return groups;
  const auto noted = note.empty() ? nullptr : with_note(prepared, note);
  const auto noted_groups =
      noted ? planned(*noted, options, arguments.explain, months, arguments.only) : groups;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (std::size_t j = 0; j < groups[i].files.size(); ++j) {
      Planned& file = groups[i].files[j];
      file.make = [plain = file, with = noted_groups[i].files[j], noted,
                   revision = Revision(note, since)] { return revision.revise(plain, with); };
    }
  }
  return groups;
}

}  // namespace chiwat::cli
