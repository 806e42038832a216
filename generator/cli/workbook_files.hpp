// The workbooks that a path of the command line stands for.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace chiwat::cli {

// A file as it is; of a folder the .xlsx files in it and below it, sorted by name: not those that
// Excel leaves beside a workbook that is open, and nothing of a folder that may not be read.
std::vector<std::filesystem::path> workbook_files(const std::string& path);

}  // namespace chiwat::cli
