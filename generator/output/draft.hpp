// A file that appears whole or not at all: it is written beside its place and renamed when it is
// safely on disk.
#pragma once

#include <filesystem>
#include <string>

namespace chiwat::output {

// Who else may be writing drafts into the same folder: anybody, or nobody, since the folder is
// locked (see folder.hpp).
enum class Company { anybody, nobody };

// An empty file of an odd name, .chiwat-*.tmp, until it takes its place. Without that it is removed
// with the object. Throws std::system_error when the folder takes no files.
class Draft {
 public:
  explicit Draft(const std::filesystem::path& folder, Company company = Company::anybody);
  Draft(Draft&& other) noexcept;
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft();

  const std::filesystem::path& path() const { return path_; }

  // Flushes what was written at path() to the disk and puts it in the place of `target`, which is
  // on the same disk: whatever happens, one or the other stands there whole. Throws
  // std::system_error, and then `target` is as it was. That it is the new one is certain after
  // flush_folder() of its folder.
  void take_place_of(const std::filesystem::path& target);

 private:
  bool create(const std::filesystem::path& folder, const std::string& start, int number);

  std::filesystem::path path_;  // empty: moved away
};

// Flushes the names of the files in a folder to the disk. (Some network drives cannot.)
void flush_folder(const std::filesystem::path& folder);

// Removes the drafts that killed runs have left in a folder. Those of a folder without company are
// all left over; of the others, whose writer may live on another machine, the ones an hour old.
void remove_left_drafts(const std::filesystem::path& folder, Company company);

}  // namespace chiwat::output
