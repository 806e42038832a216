// Tables of an Excel workbook in the place of CSV files.
#pragma once

#include <optional>
#include <string>

#include "source/files.hpp"

namespace chiwat::cli {

// "input.xlsx#ข้อมูลฐาน" in its two parts; of another file, or without "#", no sheet.
struct TablePlace {
  std::string file;
  std::string sheet;
};
TablePlace place_of(const std::string& path);

// The files on disk, and of a workbook a sheet as the text of a CSV: "input.xlsx#ข้อมูลฐาน", without
// "#" the first sheet that people see. Line by line the rows of the sheet, so that a message about
// a line is about that row. Nothing when there is no such workbook or sheet.
class WorkbookTables : public source::Files {
 public:
  std::optional<std::string> read(const std::string& path) const override;
  // What xlsx::read() reports, or workbook_sheet_unknown {file, sheet, known}.
  std::optional<Message> trouble(const std::string& path) const override;

 private:
  source::DiskFiles disk_;
};

}  // namespace chiwat::cli
