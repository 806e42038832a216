// A folder of output that is kept up to date: what has not changed is not written again, and what
// somebody else wrote or changed is left alone.
#pragma once

#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "output/draft.hpp"
#include "output/manifest.hpp"

namespace chiwat::output {

inline constexpr const char* kManifestFile = ".chiwat-manifest";

// What became of a file. Kept: the one there is not the program's, or somebody has changed it.
enum class Placed { written, unchanged, kept };

struct FolderOptions {
  std::string scope;     // what the files of this run are part of; one line
  bool force = false;    // replaces and removes what would be kept
  bool dry_run = false;  // touches nothing
};

// One run at a time is at work in a folder, locked by its manifest; the lock ends with the process.
// Every function throws std::system_error when something cannot be written; the folder is then
// whole, and the next run goes on from there.
class Folder {
 public:
  // Makes the folder when there is none. `on_waiting` is called once when another run is at work in
  // it, which is then waited for. Removes what killed runs have left.
  Folder(std::filesystem::path path, FolderOptions options,
         const std::function<void()>& on_waiting);
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();

  // An empty file to write into; in a dry run outside the folder.
  Draft draft() const;

  // Puts what stands in the draft in the place of `name`, a path below the folder, if it differs
  // from what is there and that is the program's own.
  Placed place(const std::string& name, Draft draft);

  // What became of the files of the scope that were not placed this time.
  struct Swept {
    std::vector<std::string> removed;
    std::vector<std::string> kept;
  };
  // Removes them, and folders that become empty by it.
  Swept sweep();

  // Ends the run: flushes the names of the files to the disk, and the manifest. Without it that one
  // is good, and longer than it needs to be.
  void finish();

 private:
  void lock(const std::function<void()>& on_waiting);
  void begin_manifest();
  void note_before_placing(const std::string& name, const std::string& digest);
  void remove(const std::string& name);

  std::filesystem::path path_;
  FolderOptions options_;
  int manifest_file_ = -1;        // open, and locked where the disk has locks
  std::string written_manifest_;  // as it stands in the file
  Manifest manifest_;
  std::set<std::string> placed_;
  std::set<std::filesystem::path> to_flush_;  // folders
};

}  // namespace chiwat::output
