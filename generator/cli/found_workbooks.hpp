// The workbooks in files, folders and zips, whoever put them there and whatever they are called.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.hpp"
#include "base/diagnostics.hpp"
#include "document/workbook.hpp"

namespace chiwat::cli {

struct FoundWorkbook {
  std::string path;  // for people; of one in a zip the zip's, and where it is in there
  document::Workbook workbook;
  std::optional<Moment> changed;  // by the workbook itself, else by the zip, else by the disk
};

struct Search {
  std::string except;         // a folder that is not looked into; empty: none
  bool tells_others = false;  // whether files that are no workbooks are told
};

// Hands over every workbook at `paths`, folders with all that is below them, in the order of their
// names. Of zips nothing is written to disk. What cannot be read is reported at its place and stops
// nothing: what xlsx::read and xlsx::Archive say, found_climbs_out, found_too_deep, and when they
// are told the warning found_other_kind and the note found_other_file. Each path is known to exist.
void find_workbooks(const std::vector<std::string>& paths, const Search& search,
                    Diagnostics& diagnostics, const std::function<void(FoundWorkbook&&)>& take);

}  // namespace chiwat::cli
