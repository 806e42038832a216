#include "cli/write_outputs.hpp"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <map>
#include <ostream>
#include <utility>

#include "cli/failure_of_writing.hpp"
#include "cli/make_workbooks.hpp"
#include "cli/planned_outputs.hpp"
#include "cli/progress.hpp"
#include "cli/revise.hpp"
#include "form/lay_out.hpp"
#include "output/folder.hpp"
#include "thai/date.hpp"

namespace chiwat::cli {
namespace {

using output::Placed;

// Puts what was planned into the folder, and says so.
class Writing {
 public:
  Writing(const Prepared& prepared, const Arguments& arguments, const Console& console,
          Changes& changes, Diagnostics& diagnostics)
      : prepared_(prepared),
        arguments_(arguments),
        console_(console),
        changes_(changes),
        diagnostics_(diagnostics),
        progress_(console.err, console.show_progress) {}

  void all(const std::vector<Group>& groups, const output::FolderOptions& options, bool is_whole) {
    for (const Group& group : groups) count_ += group.files.size();
    if (arguments_.months && count_ == 0) say({"month_without_forms", {}});
    if (count_ == 0) return say_all_done(groups);
    output::Folder folder(arguments_.out, options, [this] {
      if (!arguments_.json) say_aside({"waiting_for_other_run", {{"folder", arguments_.out}}});
    });
    WorkbookMaker maker(files_of(groups), arguments_.jobs, [&]() -> std::optional<output::Draft> {
      if (arguments_.out.empty()) return std::nullopt;  // a dry run with nothing to compare with
      return folder.draft();
    });
    for (const Group& group : groups) write(group, maker, folder);
    at_ = arguments_.out;
    if (is_whole && !arguments_.out.empty()) sweep(folder);
    folder.finish();
  }

  // Attachments without workbooks need no folder.
  void say_all_done(const std::vector<Group>& groups) {
    for (const Group& group : groups) say_done(group, {});
  }

  // Before anything else is said.
  void stop_progress() { progress_.clear(); }

  // What is being written: where it failed.
  const std::string& at() const { return at_; }

 private:
  struct Counts {
    std::map<Placed, std::int64_t> files;
    std::int64_t sheets = 0;  // of the last
  };

  static std::vector<const Planned*> files_of(const std::vector<Group>& groups) {
    std::vector<const Planned*> files;
    for (const Group& group : groups) {
      for (const Planned& file : group.files) files.push_back(&file);
    }
    return files;
  }

  void write(const Group& group, WorkbookMaker& maker, output::Folder& folder) {
    Counts counts;
    for (const Planned& file : group.files) {
      at_ = path(file.name);
      progress_.show(reached_++, count_, console_.catalogue.text({"writing", {{"file", at_}}}));
      Made made = maker.next();
      const Placed placed =
          made.draft ? folder.place(file.name, *std::move(made.draft)) : Placed::written;
      note(at_, placed);
      counts.sheets = made.sheets;
      ++counts.files[placed];
    }
    progress_.clear();
    say_done(group, counts);
  }

  void note(const std::string& file, Placed placed) {
    if (placed == Placed::written && !arguments_.dry_run) changes_.written.push_back(file);
    if (placed == Placed::unchanged) changes_.unchanged.push_back(file);
    if (placed == Placed::kept) keep(file);
  }

  void keep(const std::string& file) {
    changes_.kept.push_back(file);
    diagnostics_.warning({file, 0, 0}, "output_kept").hint("output_kept_force");
  }

  void sweep(output::Folder& folder) {
    const output::Folder::Swept swept = folder.sweep();
    for (const std::string& name : swept.kept) keep(path(name));
    for (const std::string& name : swept.removed) {
      if (!arguments_.dry_run) changes_.removed.push_back(path(name));
      say({arguments_.dry_run ? "would_remove" : "removed", {{"file", path(name)}}});
    }
  }

  void say_done(const Group& group, const Counts& counts) {
    if (group.files.empty()) {
      if (!arguments_.months) say_nothing_to_write(*group.attachment);
    } else if (group.folder.empty()) {
      say_file(path(group.files.front().name), counts);
    } else {
      say_folder(path(group.folder), counts);
    }
  }

  void say_file(const std::string& file, const Counts& counts) {
    const Placed placed = counts.files.begin()->first;
    if (placed == Placed::unchanged) {
      say({"unchanged", {{"file", file}}});
    } else if (placed == Placed::kept) {
      say({"kept", {{"file", file}}});
    } else {
      say({arguments_.dry_run ? "would_write" : "wrote",
           {{"file", file}, {"sheets", counts.sheets}}});
    }
  }

  void say_folder(const std::string& folder, const Counts& counts) {
    const auto count = [&](Placed placed) {
      const auto found = counts.files.find(placed);
      return found == counts.files.end() ? std::int64_t{0} : found->second;
    };
    if (counts.files.size() == 1 && count(Placed::written) > 0) {
      say({arguments_.dry_run ? "would_write_folder" : "wrote_folder",
           {{"folder", folder}, {"files", count(Placed::written)}, {"sheets", counts.sheets}}});
    } else {
      say({arguments_.dry_run ? "would_update_folder" : "updated_folder",
           {{"folder", folder},
            {"written", count(Placed::written)},
            {"unchanged", count(Placed::unchanged)},
            {"kept", count(Placed::kept)}}});
    }
  }

  void say_nothing_to_write(const model::Attachment& attachment) {
    say({"attachment_without_tables",
         {{"number", std::to_string(attachment.number.value)},
          {"title", form::attachment_title(prepared_.circular, attachment)}}});
  }

  std::string path(const std::string& name) const {
    return (std::filesystem::path(arguments_.out) / name).string();
  }

  void say(const Message& message) {
    if (!arguments_.json) console_.out << console_.catalogue.text(message) << "\n";
  }
  void say_aside(const Message& message) {
    console_.err << "chiwat: " << console_.catalogue.text(message) << std::endl;
  }

  const Prepared& prepared_;
  const Arguments& arguments_;
  const Console& console_;
  Changes& changes_;
  Diagnostics& diagnostics_;
  Progress progress_;
  std::size_t count_ = 0;    // of workbooks
  std::size_t reached_ = 0;  // of these
  std::string at_ = arguments_.out;
};

}  // namespace

std::string scope_of(const model::Circular& circular, const std::optional<Period>& months) {
  std::string scope = circular.province.value + " " + std::to_string(circular.fiscal_year.value) +
                      " " + circular.indicator.name.value;
  if (months) scope += " " + thai::format_period(*months, thai::Digits::arabic);
  std::ranges::replace_if(
      scope, [](char c) { return c >= 0 && c < ' '; }, ' ');
  return scope;
}

bool write_outputs(const Prepared& prepared, const form::Brought& brought,
                   const std::optional<Period>& months, const ComparedSide* since,
                   const Arguments& arguments, const Console& console, Changes& changes,
                   Diagnostics& diagnostics) {
  const form::LayOutOptions options{arguments.digits, arguments.values, &brought};
  const std::vector<Group> groups =
      revised(planned(prepared, options, arguments.explain, months, arguments.only), prepared,
              options, months, arguments, since);
  Writing writing(prepared, arguments, console, changes, diagnostics);
  const auto failure = failure_of_writing([&] {
    writing.all(groups, {scope_of(prepared.circular, months), arguments.force, arguments.dry_run},
                !arguments.only && !months);
  });
  if (!failure) return true;
  writing.stop_progress();
  say_failure(writing.at(), *failure, console);
  return false;
}

}  // namespace chiwat::cli
