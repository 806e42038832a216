// Workbooks in a folder, whoever has put them there.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace chiwat::cli {

// Whether a file is called like a workbook, and is not what Excel leaves beside one that is open.
bool is_workbook(const std::filesystem::path& path);

// The workbooks below the folder at `path`, in the order of their paths; of a file, the file.
std::vector<std::filesystem::path> workbooks(const std::string& path);

}  // namespace chiwat::cli
