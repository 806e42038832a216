// A folder of files that appears whole or not at all.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace chiwat::cli {

// By their paths below the folder.
using NewFiles = std::map<std::string, std::string>;

// Whether nothing stands at `folder`, or an empty folder.
bool is_free(const std::filesystem::path& folder);

// Writes the files beside the folder, which is_free(), and renames them into it. Throws
// std::system_error; then there is nothing new.
void write_new_folder(const NewFiles& files, const std::filesystem::path& folder);

}  // namespace chiwat::cli
