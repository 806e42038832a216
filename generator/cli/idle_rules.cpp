#include "cli/idle_rules.hpp"

#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "cli/prepare.hpp"
#include "model/read.hpp"
#include "output/draft.hpp"
#include "renew/edited_text.hpp"

namespace chiwat::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kNothingToSay = "ปีนี้กฎนี้ไม่มีอะไรจะเตือน จึงไม่ต้องปิด";

// Beside a draft, whose name is nobody else's.
class TemporaryFolder {
 public:
  TemporaryFolder() : draft_(fs::temp_directory_path()), path_(draft_.path().string() + ".d") {}
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code nobody_left_to_tell;
    fs::remove_all(path_, nobody_left_to_tell);
  }
  const fs::path& path() const { return path_; }

 private:
  output::Draft draft_;
  fs::path path_;
};

// Where the description switches off what has nothing to say.
std::vector<Origin> idle_rules(const NewFiles& files) {
  const TemporaryFolder folder;
  write_new_folder(files, folder.path().string());
  source::Texts texts;
  thai::Wordings wordings;
  Diagnostics diagnostics;
  prepare(folder.path().string(), texts, wordings, diagnostics);
  std::vector<Origin> places;
  for (const Diagnostic& found : diagnostics.all()) {
    if (found.message.id == "check_off_idle") places.push_back(found.origin);
  }
  return places;
}

// Whether what begins there has the line for itself: a key in block style, its text on the same
// line.
bool stands_alone(const renew::EditedText& text, const Origin& at) {
  const auto first = static_cast<std::size_t>(at.column - 1);
  if (text.line(at.line).find_first_not_of(' ') != first) return false;
  if (at.line == text.lines()) return true;
  const std::string next = text.line(at.line + 1);
  const std::size_t begin = next.find_first_not_of(' ');
  return begin == std::string::npos || begin <= first;
}

}  // namespace

void comment_out_idle_rules(NewFiles& files) {
  std::string& description = files.at(model::kDescriptionFile);
  renew::EditedText text(description);
  for (const Origin& at : idle_rules(files)) {
    if (!stands_alone(text, at)) continue;
    text.comment_above(at.line, kNothingToSay);
    text.comment_out(at.line);
  }
  const auto same = [](std::string_view part) { return std::string(part); };
  description = text.text(same, same);
}

}  // namespace chiwat::cli
