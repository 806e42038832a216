// Everything that has changed from one state of a circular to another.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/origin.hpp"
#include "compare/compare_sheets.hpp"
#include "document/workbook.hpp"

namespace chiwat::compare {

// A name that is empty: the sheet has come, or gone, and no cells are listed.
struct SheetChange {
  std::string old_sheet;
  std::string new_sheet;
  std::vector<CellChange> cells;
};

// A name that is empty: the workbook has come, or gone.
struct FileChange {
  std::string old_file;  // below the folder
  std::string new_file;
  std::vector<SheetChange> sheets;
};

// A number of the baseline, for one district.
struct BaselineChange {
  std::string column;  // as people call it
  std::string district;
  std::optional<Number> old_value;  // none: the column or the district has come
  std::optional<Number> new_value;
};

// A line of the description, by the keys that lead to it: rounds[1].levels[5].when.
struct LineChange {
  std::string path;
  std::optional<Located<std::string>> old_text;
  std::optional<Located<std::string>> new_text;
};

// Of two descriptions. Rules: what is computed, scored, and due when; texts are the rest.
struct DescriptionChange {
  std::vector<BaselineChange> baselines;
  std::vector<LineChange> rules;
  std::vector<LineChange> texts;
};

struct Comparison {
  DescriptionChange description;
  std::vector<FileChange> files;  // those that differ

  bool empty() const {
    return files.empty() && description.baselines.empty() && description.rules.empty() &&
           description.texts.empty();
  }
};

// The sheets that differ, those that people see only; one that is called otherwise now is known by
// its place. File names are left empty.
std::vector<SheetChange> compare_workbooks(const document::Workbook& old_workbook,
                                           const document::Workbook& new_workbook);

// Which of the workbooks is which, by name: first the same, then the same without the number in
// front, since a new district moves the numbers of the others.
std::vector<FileChange> pair_files(const std::vector<std::string>& old_names,
                                   const std::vector<std::string>& new_names);

// A value as text: numbers with separators, dates as in letters; "" for nothing.
std::string shown(const document::Value& value);

}  // namespace chiwat::compare
