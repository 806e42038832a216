#include "output/folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <memory>
#include <system_error>
#include <utility>

#include "output/digest.hpp"

namespace chiwat::output {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const char* what, const fs::path& path) {
  throw fs::filesystem_error(what, path, {errno, std::generic_category()});
}

int open_manifest(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (file < 0) fail("cannot open", path);
  return file;
}

// Whether the open file still is the one of this name: finish() puts another in its place.
bool is_still_at(int file, const fs::path& path) {
  struct stat open {};
  struct stat named {};
  return ::fstat(file, &open) == 0 && ::stat(path.c_str(), &named) == 0 &&
         open.st_ino == named.st_ino && open.st_dev == named.st_dev;
}

// False where the disk has no locks, as some network drives.
bool lock_file(int file, const std::function<void()>& on_waiting) {
  if (::flock(file, LOCK_EX | LOCK_NB) == 0) return true;
  if (errno != EWOULDBLOCK) return false;
  on_waiting();
  while (::flock(file, LOCK_EX) != 0) {
    if (errno != EINTR) return false;
  }
  return true;
}

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_all(int file, std::string_view text, const fs::path& path) {
  while (!text.empty()) {
    const ssize_t count = ::write(file, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("cannot write", path);
    text.remove_prefix(static_cast<std::size_t>(count));
  }
}

}  // namespace

Folder::Folder(fs::path path, FolderOptions options, const std::function<void()>& on_waiting)
    : path_(std::move(path)), options_(std::move(options)) {
  if (!options_.dry_run) {
    fs::create_directories(path_);
    lock(on_waiting);
  }
  written_manifest_ = text_of(path_ / kManifestFile);
  manifest_ = Manifest::parse(written_manifest_);
  if (Manifest().text().starts_with(written_manifest_)) begin_manifest();
}

Folder::~Folder() {
  if (manifest_file_ >= 0) ::close(manifest_file_);
}

// A new one, or one that was cut off within its first line.
void Folder::begin_manifest() {
  if (options_.dry_run) return;
  if (::ftruncate(manifest_file_, 0) != 0) fail("cannot write", path_ / kManifestFile);
  written_manifest_.clear();
}

void Folder::lock(const std::function<void()>& on_waiting) {
  bool has_waited = false;
  const auto wait = [&] {
    if (!std::exchange(has_waited, true)) on_waiting();
  };
  const fs::path name = path_ / kManifestFile;
  manifest_file_ = open_manifest(name);
  bool is_locked = lock_file(manifest_file_, wait);
  while (is_locked && !is_still_at(manifest_file_, name)) {
    ::close(std::exchange(manifest_file_, -1));
    manifest_file_ = open_manifest(name);
    is_locked = lock_file(manifest_file_, wait);
  }
  remove_left_drafts(path_, is_locked ? Company::nobody : Company::anybody);
}

Draft Folder::draft() const {
  if (options_.dry_run) return Draft(fs::temp_directory_path());
  return Draft(path_, Company::nobody);
}

Placed Folder::place(const std::string& name, Draft draft) {
  const fs::path target = path_ / name;
  const std::string made = digest(draft.path()).value();
  const auto there = digest(target);
  placed_.insert(name);
  if (there && *there != made && !options_.force && !manifest_.has(name, *there)) {
    return Placed::kept;
  }
  if (there != made && !options_.dry_run) {
    note_before_placing(name, made);
    fs::create_directories(target.parent_path());
    draft.take_place_of(target);
    to_flush_.insert(target.parent_path());
  }
  manifest_.settle(name, options_.scope, made);
  return there == made ? Placed::unchanged : Placed::written;
}

// The line of a run that was killed, or had no room, may be without its end.
void Folder::note_before_placing(const std::string& name, const std::string& digest) {
  std::string lines = manifest_lines(name, options_.scope, digest);
  if (written_manifest_.empty()) lines = Manifest().text() + lines;
  if (!written_manifest_.empty() && !written_manifest_.ends_with('\n')) lines = "\n" + lines;
  write_all(manifest_file_, lines, path_ / kManifestFile);
  written_manifest_ += lines;
}

Folder::Swept Folder::sweep() {
  Swept swept;
  for (const std::string& name : manifest_.of(options_.scope)) {
    if (placed_.contains(name)) continue;
    const auto there = digest(path_ / name);
    if (there && !options_.force && !manifest_.has(name, *there)) {
      swept.kept.push_back(name);
      continue;
    }
    if (there) swept.removed.push_back(name);
    if (there && !options_.dry_run) remove(name);
    manifest_.forget(name);
  }
  return swept;
}

void Folder::remove(const std::string& name) {
  fs::remove(path_ / name);
  std::error_code not_empty;
  for (fs::path folder = fs::path(name).parent_path(); !folder.empty() && !not_empty;
       folder = folder.parent_path()) {
    fs::remove(path_ / folder, not_empty);
  }
}

// A folder that gets many files is flushed once.
void Folder::finish() {
  for (const fs::path& folder : to_flush_) flush_folder(folder);
  const std::string text = manifest_.text();
  if (options_.dry_run || text == written_manifest_) return;
  Draft next(path_, Company::nobody);
  const int file = ::open(next.path().c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) fail("cannot open", next.path());
  const auto close = [](const int* open) { ::close(*open); };
  const std::unique_ptr<const int, decltype(close)> closing(&file, close);
  write_all(file, text, next.path());
  next.take_place_of(path_ / kManifestFile);
  flush_folder(path_);
  written_manifest_ = text;
}

}  // namespace chiwat::output
