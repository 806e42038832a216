#include "cli/found_workbooks.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string_view>
#include <system_error>
#include <utility>

#include "thai/encoding.hpp"
#include "xlsx/archive.hpp"
#include "xlsx/read.hpp"

namespace chiwat::cli {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepest = 3;  // zips in zips
constexpr std::string_view kZipStart = "PK\x03\x04";
constexpr const char* kContents = "[Content_Types].xml";  // every workbook has it

std::string lower_extension(const std::string& name) {
  std::string extension = fs::path(name).extension().string();
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return extension;
}

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

// What programs and systems leave beside the files of people.
bool is_left_behind(const std::string& path) {
  const std::string name = fs::path(path).filename().string();
  return name.empty() || name.starts_with("~$") || name.starts_with(".") || name == "Thumbs.db" ||
         name == "desktop.ini" || path.find("__MACOSX/") != std::string::npos;
}

bool climbs_out(const std::string& name) {
  const fs::path path(name);
  const bool has_drive = name.size() > 1 && name[1] == ':';
  return path.is_absolute() || has_drive || name.find('\\') != std::string::npos ||
         std::ranges::any_of(path, [](const fs::path& part) { return part == ".."; });
}

// A name in a zip, in the character set of whoever packed it, without what disturbs a terminal; of
// a character set that Thai programs do not use the plain letters.
std::string readable(const std::string& name) {
  const auto decoded = thai::decode(name);
  std::string text = decoded.value_or(name);
  for (char& c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F || (byte > 0x7F && !decoded)) c = '?';
  }
  return text;
}

std::optional<Moment> changed_on_disk(const fs::path& path) {
  std::error_code failed;
  const auto time = fs::last_write_time(path, failed);
  if (failed) return std::nullopt;
  const auto since = fs::file_time_type::clock::to_sys(time).time_since_epoch();
  return moment_of(std::chrono::floor<std::chrono::seconds>(since));
}

bool starts_as_zip(const fs::path& path) {
  std::string start(kZipStart.size(), '\0');
  std::ifstream in(path, std::ios::binary);
  return in.read(start.data(), static_cast<std::streamsize>(start.size())) && start == kZipStart;
}

class Finding {
 public:
  Finding(const Search& search, Diagnostics& diagnostics,
          const std::function<void(FoundWorkbook&&)>& take)
      : search_(search), diagnostics_(diagnostics), take_(take) {}

  void at(const std::string& path) {
    std::error_code ignored;
    if (!fs::is_directory(path, ignored)) return file(path);
    for (const fs::path& each : files_below(path)) {
      if (!is_left_behind(each.string())) file(each);
    }
  }

 private:
  std::vector<fs::path> files_below(const std::string& folder) const {
    std::vector<fs::path> result;
    std::error_code ignored;
    const auto options = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator at(folder, options, ignored), end; at != end;
         at.increment(ignored)) {
      const bool is_own =
          !search_.except.empty() && fs::equivalent(at->path(), search_.except, ignored);
      if (is_own) at.disable_recursion_pending();
      if (at->is_regular_file(ignored)) result.push_back(at->path());
    }
    std::sort(result.begin(), result.end());
    return result;
  }

  // Names are not to be trusted: a workbook may be called anything, or a zip be called a workbook.
  void file(const fs::path& path) {
    const std::string shown = path.string();
    if (!starts_as_zip(path)) {
      if (is_one_of(lower_extension(shown), {".xlsx", ".xlsm", ".zip"})) {
        xlsx::read(path, diagnostics_);  // says what is wrong
      } else {
        other(shown);
      }
      return;
    }
    auto archive = xlsx::Archive::open(path, shown, diagnostics_);
    if (!archive) return;
    if (!archive->has(kContents)) return all_of(*archive, shown, changed_on_disk(path), 1);
    if (is_document(shown)) return other(shown);
    found(shown, xlsx::read(path, diagnostics_), changed_on_disk(path));
  }

  void packed(const std::string& bytes, const std::string& shown, std::optional<Moment> changed,
              int depth) {
    if (!bytes.starts_with(kZipStart)) {
      if (!is_one_of(lower_extension(shown), {".xlsx", ".xlsm", ".zip"})) return other(shown);
      xlsx::read(std::string_view(bytes), shown, diagnostics_);
      return;
    }
    auto archive = xlsx::Archive::open(std::string_view(bytes), shown, diagnostics_);
    if (!archive) return;
    if (archive->has(kContents)) {
      if (is_document(shown)) return other(shown);
      return found(shown, xlsx::read(std::string_view(bytes), shown, diagnostics_), changed);
    }
    if (depth == kDeepest) {
      diagnostics_.error({shown, 0, 0}, "found_too_deep");
      return;
    }
    all_of(*archive, shown, changed, depth + 1);
  }

  void all_of(xlsx::Archive& archive, const std::string& shown, std::optional<Moment> changed,
              int depth) {
    std::map<std::string, int> times;  // a zip may have one name twice, and they are two files
    for (std::size_t i = 0; i < archive.entries().size(); ++i) {
      const xlsx::ArchiveEntry& entry = archive.entries()[i];
      const std::string name = readable(entry.name);
      const int time = ++times[name];
      const std::string whole =
          shown + "/" + name + (time > 1 ? " (" + std::to_string(time) + ")" : "");
      if (name.ends_with("/")) continue;
      if (climbs_out(name)) {
        diagnostics_.error({whole, 0, 0}, "found_climbs_out");
        continue;
      }
      if (is_left_behind(name)) continue;
      const auto bytes = archive.bytes(i, whole, diagnostics_);
      if (bytes) packed(*bytes, whole, entry.changed ? entry.changed : changed, depth);
    }
  }

  void found(const std::string& path, std::optional<document::Workbook> workbook,
             std::optional<Moment> changed) {
    if (!workbook) return;
    const auto own = workbook->properties.modified;
    take_({path, std::move(*workbook), own ? own : changed});
  }

  // Other programs pack their files in the same way.
  static bool is_document(const std::string& shown) {
    return is_one_of(lower_extension(shown),
                     {".docx", ".docm", ".pptx", ".pptm", ".ods", ".odt", ".odp", ".xlsb"});
  }

  void other(const std::string& shown) {
    if (!search_.tells_others) return;
    const bool is_table =
        is_one_of(lower_extension(shown), {".xls", ".xlsb", ".ods", ".csv", ".numbers", ".et"});
    if (is_table) {
      diagnostics_.warning({shown, 0, 0}, "found_other_kind");
    } else {
      diagnostics_.remark({shown, 0, 0}, "found_other_file");
    }
  }

  const Search& search_;
  Diagnostics& diagnostics_;
  const std::function<void(FoundWorkbook&&)>& take_;
};

}  // namespace

void find_workbooks(const std::vector<std::string>& paths, const Search& search,
                    Diagnostics& diagnostics, const std::function<void(FoundWorkbook&&)>& take) {
  Finding finding(search, diagnostics, take);
  for (const std::string& path : paths) finding.at(path);
}

}  // namespace chiwat::cli
