// chiwat generate: the workbooks of a circular.
#include <algorithm>
#include <filesystem>
#include <ostream>
#include <vector>

#include "cli/commands.hpp"
#include "cli/failure_of_writing.hpp"
#include "cli/prepare.hpp"
#include "cli/read_previous.hpp"
#include "cli/report.hpp"
#include "form/attachment_list.hpp"
#include "form/lay_out.hpp"
#include "form/quarterly.hpp"
#include "returns/carry_over.hpp"

namespace chiwat::cli {
namespace {

using Attachments = std::vector<const model::Attachment*>;

Attachments chosen(const model::Circular& circular, std::optional<int> only) {
  Attachments result;
  for (const model::Attachment& attachment : circular.attachments) {
    if (!only || attachment.number.value == *only) result.push_back(&attachment);
  }
  return result;
}

std::string known_numbers(const model::Circular& circular) {
  std::string known;
  for (const model::Attachment& attachment : circular.attachments) {
    known += (known.empty() ? "" : ", ") + std::to_string(attachment.number.value);
  }
  return known;
}

// What stops the command before anything is written: an attachment or months that are not there.
std::optional<Message> wrong_choice(const model::Circular& circular, const Arguments& arguments) {
  if (arguments.only && chosen(circular, arguments.only).empty()) {
    return Message{
        "usage_only_unknown",
        {{"number", std::to_string(*arguments.only)}, {"known", known_numbers(circular)}}};
  }
  if (!arguments.months) return std::nullopt;
  const auto months = months_of(*arguments.months, circular.fiscal_year.value);
  const auto* problem = std::get_if<Message>(&months);
  return problem ? std::optional(*problem) : std::nullopt;
}

// The months that the forms are for, when monthly forms alone are asked for.
std::optional<Period> months_asked(const model::Circular& circular, const Arguments& arguments) {
  if (!arguments.months) return std::nullopt;
  return std::get<Period>(months_of(*arguments.months, circular.fiscal_year.value));
}

// Turns to the month or quarter that is asked for; the amounts that the forms of earlier months
// bring. Their operators and products take the place of the registry's.
form::Brought turn_to_months(Prepared& prepared, const Arguments& arguments,
                             Diagnostics& diagnostics) {
  const auto months = months_asked(prepared.circular, arguments);
  if (!months) return {};
  returns::CarriedOver carried;
  if (!arguments.previous.empty()) {
    const auto returned =
        read_previous(arguments.previous, prepared.circular, prepared.templates, diagnostics);
    if (!returned) return {};
    carried = returns::carry_over(prepared.circular, prepared.templates, *returned, *months,
                                  arguments.previous, diagnostics);
    prepared.circular.registry = std::move(carried.registry);
  }
  if (months->first != months->last) prepared.templates = form::quarterly(prepared.templates);
  return std::move(carried.brought);
}

// The sheets that people see.
std::int64_t visible_sheets(const document::Workbook& workbook) {
  return std::ranges::count(workbook.sheets, false, &document::Sheet::hidden);
}

// Writes the list of attachments unless only a part is asked for, then one attachment after the
// other, and says so.
class Writing {
 public:
  Writing(const Prepared& prepared, const form::Brought& brought, const Arguments& arguments,
          const Console& console)
      : prepared_(prepared),
        brought_(brought),
        arguments_(arguments),
        console_(console),
        months_(months_asked(prepared.circular, arguments)) {}

  // Up to the first that cannot be written; whether there was none.
  bool all(const Attachments& attachments) {
    const bool writes_list = !arguments_.only && !months_;
    count_ = writes_list ? 1 : 0;
    std::vector<Outputs> outputs;
    for (const model::Attachment* attachment : attachments) {
      outputs.push_back(
          form::outputs(prepared_.circular, *attachment, prepared_.templates, months_));
      count_ += outputs.back().size();
    }
    if (months_ && count_ == 0) say({"month_without_forms", {}});
    if (writes_list && !list()) return false;
    for (std::size_t i = 0; i < attachments.size(); ++i) {
      if (outputs[i].empty() && !months_) say_nothing_to_write(*attachments[i]);
      if (!each(outputs[i])) return false;
    }
    return true;
  }

  // The files written.
  const std::vector<std::string>& written() const { return written_; }

 private:
  using Outputs = std::vector<form::Output>;

  // The workbooks of one attachment: a line for each of the province, and one for each folder of
  // the districts'.
  bool each(const Outputs& outputs) {
    std::int64_t in_folder = 0;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
      const auto sheets = one(outputs[i]);
      if (!sheets) return false;
      ++in_folder;
      if (i + 1 < outputs.size() && !outputs[i].folder.empty() &&
          outputs[i + 1].folder == outputs[i].folder) {
        continue;
      }
      say_done(outputs[i], in_folder, *sheets);
      in_folder = 0;
    }
    return true;
  }

  // Whether the list of attachments could be written.
  bool list() {
    const document::Workbook workbook = form::attachment_list(
        prepared_.circular, prepared_.plan, prepared_.templates, {arguments_.digits, false});
    const auto sheets = write(workbook, arguments_.out);
    if (sheets) say_done(std::filesystem::path(arguments_.out) / workbook.file_name, *sheets);
    return sheets.has_value();
  }

  std::optional<std::int64_t> one(const form::Output& output) {
    return write(form::lay_out(prepared_.circular, prepared_.plan, output, prepared_.templates,
                               {arguments_.digits, arguments_.values, &brought_}),
                 folder_of(output));
  }

  // Writes a workbook and returns how many sheets people see in it; nothing when it cannot be
  // written.
  std::optional<std::int64_t> write(const document::Workbook& workbook,
                                    const std::filesystem::path& folder) {
    ++reached_;
    const auto sheets = visible_sheets(workbook);
    if (arguments_.dry_run) return sheets;
    const std::string file = (folder / workbook.file_name).string();
    progress("[" + std::to_string(reached_) + "/" + std::to_string(count_) + "] " +
             console_.catalogue.text({"writing", {{"file", file}}}));
    const auto failure = failure_of_writing(workbook, folder);
    progress("");
    if (failure) {
      say_failure(file, *failure);
      return std::nullopt;
    }
    written_.push_back(file);
    return sheets;
  }

  std::filesystem::path folder_of(const form::Output& output) const {
    const std::filesystem::path out = arguments_.out;
    return output.folder.empty() ? out : out / output.folder;
  }

  void say_done(const std::filesystem::path& file, std::int64_t sheets) {
    say({arguments_.dry_run ? "would_write" : "wrote",
         {{"file", file.string()}, {"sheets", sheets}}});
  }
  void say_done(const form::Output& output, std::int64_t files, std::int64_t sheets) {
    if (output.folder.empty()) {
      say_done(folder_of(output) / output.file_name, sheets);
    } else {
      say({arguments_.dry_run ? "would_write_folder" : "wrote_folder",
           {{"folder", folder_of(output).string()}, {"files", files}, {"sheets", sheets}}});
    }
  }

  void say_nothing_to_write(const model::Attachment& attachment) {
    say({"attachment_without_tables",
         {{"number", std::to_string(attachment.number.value)},
          {"title", form::attachment_title(prepared_.circular, attachment)}}});
  }

  void say_failure(const std::string& file, const Message& failure) {
    const std::string reason = console_.catalogue.text(failure);
    console_.err << "chiwat: "
                 << console_.catalogue.text({"cannot_write", {{"file", file}, {"reason", reason}}})
                 << "\n";
  }

  void say(const Message& message) {
    if (!arguments_.json) console_.out << console_.catalogue.text(message) << "\n";
  }

  void progress(const std::string& text) {
    if (console_.show_progress) console_.err << "\r\033[K" << text << std::flush;
  }

  const Prepared& prepared_;
  const form::Brought& brought_;
  const Arguments& arguments_;
  const Console& console_;
  const std::optional<Period> months_;
  std::size_t count_ = 0;    // of workbooks
  std::size_t reached_ = 0;  // of these
  std::vector<std::string> written_;
};

void say_nothing_written(const Diagnostics& diagnostics, const Arguments& arguments,
                         const Console& console) {
  if (arguments.json) {
    report_json(diagnostics, std::vector<std::string>(), console.catalogue, console.out);
  } else {
    console.err << counted(diagnostics, console.catalogue) << "; "
                << console.catalogue.text({"nothing_written", {}}) << "\n";
  }
}

}  // namespace

ExitCode generate(const Arguments& arguments, const Console& given) {
  source::Texts texts;
  thai::Wordings wordings;
  Diagnostics diagnostics;
  auto prepared = prepare(arguments.input, texts, wordings, diagnostics);
  const auto wrong = prepared ? wrong_choice(prepared->circular, arguments) : std::nullopt;
  form::Brought brought;
  if (prepared && !wrong) brought = turn_to_months(*prepared, arguments, diagnostics);
  const thai::Catalogue catalogue(given.catalogue.language(), wordings);
  const Console console{catalogue, given.out, given.err, given.show_progress};
  if (!arguments.json) report(diagnostics, texts, console.catalogue, console.err);
  if (!prepared || diagnostics.has_errors()) {
    say_nothing_written(diagnostics, arguments, console);
    return kBadInput;
  }
  if (wrong) {
    console.err << "chiwat: " << console.catalogue.text(*wrong) << "\n";
    return kUsage;
  }
  Writing writing(*prepared, brought, arguments, console);
  const bool is_done = writing.all(chosen(prepared->circular, arguments.only));
  if (arguments.json) report_json(diagnostics, writing.written(), console.catalogue, console.out);
  return is_done ? kDone : kCannotWrite;
}

}  // namespace chiwat::cli
