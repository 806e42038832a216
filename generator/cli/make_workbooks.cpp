// A task is the number of a file and the path of its draft. An answer is how many sheets it has, or
// the id of a message and its arguments. Their parts are separated by a character that no path
// holds.
#include "cli/make_workbooks.hpp"

#include <algorithm>
#include <utility>

#include "cli/failure_of_writing.hpp"
#include "xlsx/write.hpp"

namespace chiwat::cli {
namespace {

constexpr char kSeparator = '\0';
constexpr const char* kDone = "done";

using Parts = std::vector<std::string>;

std::string joined(const Parts& parts) {
  std::string text;
  for (const std::string& part : parts) text += part + kSeparator;
  return text;
}

Parts split(std::string_view text) {
  Parts parts;
  for (std::size_t end = 0; (end = text.find(kSeparator)) != std::string_view::npos;) {
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return parts;
}

// Only reason_other has an argument.
Parts parts_of(const Message& message) {
  Parts parts{message.id};
  for (const auto& [name, value] : message.arguments) {
    parts.push_back(name);
    parts.push_back(std::get<std::string>(value));
  }
  return parts;
}

Message message_of(const Parts& parts) {
  Message message{parts[0], {}};
  for (std::size_t i = 1; i + 1 < parts.size(); i += 2) {
    message.arguments.emplace(parts[i], parts[i + 1]);
  }
  return message;
}

// Makes all that would be written.
void go_through(const document::Workbook& workbook) {
  for (const document::Sheet& sheet : workbook.sheets) {
    sheet.cells.each([](document::Position, const document::Cell&) {});
  }
}

std::size_t processes(std::size_t jobs, std::size_t files) {
  return std::min(jobs > 0 ? jobs : process::processors(), files);
}

}  // namespace

WorkbookMaker::WorkbookMaker(std::vector<const Planned*> files, std::size_t jobs,
                             NextDraft next_draft)
    : files_(std::move(files)),
      next_draft_(std::move(next_draft)),
      workers_(processes(jobs, files_.size()),
               [this](const std::string& task) { return make(task); }) {}

Made WorkbookMaker::next() {
  while (begun_ < files_.size() && workers_.has_room()) {
    drafts_.push_back(next_draft_());
    const auto& draft = drafts_.back();
    workers_.begin(joined({std::to_string(begun_++), draft ? draft->path().string() : ""}));
  }
  const Parts answer = split(workers_.next_answer());
  if (answer[0] != kDone) throw CannotWrite{message_of(answer)};
  Made made{std::move(drafts_.front()), std::stoll(answer[1])};
  drafts_.pop_front();
  return made;
}

// In a process of its own, as a rule.
std::string WorkbookMaker::make(const std::string& task) const {
  const Parts parts = split(task);
  std::int64_t sheets = 0;
  const auto failure = failure_of_writing([&] {
    const document::Workbook workbook = files_[std::stoul(parts[0])]->make();
    sheets = std::ranges::count(workbook.sheets, false, &document::Sheet::hidden);
    parts[1].empty() ? go_through(workbook) : xlsx::write_to(workbook, parts[1]);
  });
  return joined(failure ? parts_of(*failure) : Parts{kDone, std::to_string(sheets)});
}

}  // namespace chiwat::cli
