#include "cli/file_writer.hpp"

#include <algorithm>
#include <fstream>
#include <ostream>
#include <utility>

#include "cli/failure_of_writing.hpp"
#include "output/draft.hpp"
#include "xlsx/write.hpp"

namespace chiwat::cli {
namespace {

namespace fs = std::filesystem;

std::int64_t visible_sheets(const document::Workbook& workbook) {
  return std::ranges::count(workbook.sheets, false, &document::Sheet::hidden);
}

void write_bytes(const std::string& bytes, const fs::path& file) {
  fs::create_directories(file.parent_path());
  output::Draft draft(file.parent_path());
  std::ofstream out(draft.path(), std::ios::binary);
  out << bytes;
  out.close();
  if (!out) throw xlsx::NoRoom("cannot write " + file.filename().string());
  draft.take_place_of(file);
  output::flush_folder(file.parent_path());
}

}  // namespace

FileWriter::FileWriter(std::string folder, bool is_dry_run, bool is_quiet, const Console& console)
    : folder_(std::move(folder)), is_dry_run_(is_dry_run), is_quiet_(is_quiet), console_(console) {}

bool FileWriter::write(const document::Workbook& workbook) {
  const fs::path file = folder_ / workbook.file_name;
  if (!done(file, [&] { xlsx::write(workbook, folder_); })) return false;
  say("wrote", "would_write", {{"file", file.string()}, {"sheets", visible_sheets(workbook)}});
  return true;
}

bool FileWriter::write(const std::string& bytes, const std::string& file_name) {
  const fs::path file = folder_ / file_name;
  if (!done(file, [&] { write_bytes(bytes, file); })) return false;
  say("wrote_text", "would_write_text", {{"file", file.string()}});
  return true;
}

bool FileWriter::write(const document::Workbook& workbook, const std::string& subfolder) {
  const fs::path folder = folder_ / subfolder;
  if (!done(folder / workbook.file_name, [&] { xlsx::write(workbook, folder); })) return false;
  InFolder& all = folders_[folder.string()];
  ++all.files;
  all.sheets = visible_sheets(workbook);
  return true;
}

bool FileWriter::write(const std::string& bytes, const std::string& file_name,
                       const std::string& subfolder) {
  const fs::path folder = folder_ / subfolder;
  if (!done(folder / file_name, [&] { write_bytes(bytes, folder / file_name); })) return false;
  ++folders_[folder.string()].files;
  return true;
}

void FileWriter::say_folders() {
  for (const auto& [folder, all] : folders_) {
    MessageArguments arguments{{"folder", folder}, {"files", all.files}};
    if (all.sheets == 0) {
      say("wrote_texts", "would_write_texts", std::move(arguments));
    } else {
      arguments["sheets"] = all.sheets;
      say("wrote_folder", "would_write_folder", std::move(arguments));
    }
  }
  folders_.clear();
}

bool FileWriter::done(const fs::path& file, const std::function<void()>& write) {
  const auto failure = is_dry_run_ ? std::nullopt : failure_of_writing(write);
  if (failure) say_failure(file.string(), *failure, console_);
  if (!failure && !is_dry_run_) written_.push_back(file.string());
  return !failure;
}

void FileWriter::say(const char* id, const char* dry_id, MessageArguments arguments) {
  if (is_quiet_) return;
  console_.out << console_.catalogue.text({is_dry_run_ ? dry_id : id, std::move(arguments)})
               << "\n";
}

}  // namespace chiwat::cli
