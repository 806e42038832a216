// chiwat generate: the workbooks of a circular.
#include <algorithm>
#include <filesystem>
#include <ostream>
#include <system_error>
#include <vector>

#include "cli/commands.hpp"
#include "cli/prepare.hpp"
#include "cli/report.hpp"
#include "form/lay_out.hpp"
#include "xlsx/write.hpp"

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

// Why the system refused, in the user's language as far as there are words for it.
Message reason(const std::system_error& error) {
  const std::error_code& code = error.code();
  for (const std::errc full : {std::errc::no_space_on_device, std::errc::file_too_large}) {
    if (code == full) return {"reason_no_room", {}};
  }
  for (const std::errc forbidden : {std::errc::permission_denied, std::errc::read_only_file_system,
                                    std::errc::operation_not_permitted}) {
    if (code == forbidden) return {"reason_not_permitted", {}};
  }
  if (code == std::errc::not_a_directory) return {"reason_not_a_folder", {}};
  if (code == std::errc::is_a_directory) return {"reason_is_a_folder", {}};
  return {"reason_other", {{"detail", code.message()}}};
}

// Writes one attachment after the other, and says so.
class Writing {
 public:
  Writing(const Prepared& prepared, const Arguments& arguments, const Console& console)
      : prepared_(prepared), arguments_(arguments), console_(console) {}

  // Up to the first that cannot be written; whether there was none.
  bool all(const Attachments& attachments) {
    for (std::size_t i = 0; i < attachments.size(); ++i) {
      const std::string step = std::to_string(i + 1) + "/" + std::to_string(attachments.size());
      if (!one(*attachments[i], step)) return false;
    }
    return true;
  }

  // The files written.
  const std::vector<std::string>& written() const { return written_; }

 private:
  bool one(const model::Attachment& attachment, const std::string& step) {
    if (attachment.tables.empty()) {
      say({"attachment_without_tables",
           {{"number", std::to_string(attachment.number.value)},
            {"title", form::attachment_title(prepared_.circular, attachment)}}});
      return true;
    }
    const document::Workbook workbook =
        form::lay_out(prepared_.circular, prepared_.plan, attachment, prepared_.templates,
                      {arguments_.digits, arguments_.values});
    const std::string file = (std::filesystem::path(arguments_.out) / workbook.file_name).string();
    const MessageArguments said{{"file", file},
                                {"sheets", static_cast<std::int64_t>(workbook.sheets.size())}};
    if (arguments_.dry_run) {
      say({"would_write", said});
      return true;
    }
    progress("[" + step + "] " + console_.catalogue.text({"writing", {{"file", file}}}));
    const auto failure = failure_of_writing(workbook);
    progress("");
    if (failure) {
      const std::string reason = console_.catalogue.text(*failure);
      console_.err << "chiwat: "
                   << console_.catalogue.text(
                          {"cannot_write", {{"file", file}, {"reason", reason}}})
                   << "\n";
      return false;
    }
    written_.push_back(file);
    say({"wrote", said});
    return true;
  }

  std::optional<Message> failure_of_writing(const document::Workbook& workbook) {
    try {
      xlsx::write(workbook, arguments_.out);
      return std::nullopt;
    } catch (const xlsx::NoRoom&) {
      return Message{"reason_no_room", {}};
    } catch (const std::system_error& error) {
      return reason(error);
    } catch (const xlsx::WriteError& error) {
      return Message{"reason_other", {{"detail", std::string(error.what())}}};
    }
  }

  void say(const Message& message) {
    if (!arguments_.json) console_.out << console_.catalogue.text(message) << "\n";
  }

  void progress(const std::string& text) {
    if (console_.show_progress) console_.err << "\r\033[K" << text << std::flush;
  }

  const Prepared& prepared_;
  const Arguments& arguments_;
  const Console& console_;
  std::vector<std::string> written_;
};

void say_nothing_written(const Diagnostics& diagnostics, const Arguments& arguments,
                         const Console& console) {
  if (arguments.json) {
    report_json(diagnostics, {}, console.catalogue, console.out);
  } else {
    console.err << counted(diagnostics, console.catalogue) << "; "
                << console.catalogue.text({"nothing_written", {}}) << "\n";
  }
}

}  // namespace

ExitCode generate(const Arguments& arguments, const Console& console) {
  source::Texts texts;
  Diagnostics diagnostics;
  const auto prepared = prepare(arguments.input, texts, diagnostics);
  if (!arguments.json) report(diagnostics, texts, console.catalogue, console.err);
  if (!prepared) {
    say_nothing_written(diagnostics, arguments, console);
    return kBadInput;
  }
  const Attachments attachments = chosen(prepared->circular, arguments.only);
  if (arguments.only && attachments.empty()) {
    console.err << "chiwat: "
                << console.catalogue.text({"usage_only_unknown",
                                           {{"number", std::to_string(*arguments.only)},
                                            {"known", known_numbers(prepared->circular)}}})
                << "\n";
    return kUsage;
  }
  Writing writing(*prepared, arguments, console);
  const bool is_done = writing.all(attachments);
  if (arguments.json) report_json(diagnostics, writing.written(), console.catalogue, console.out);
  return is_done ? kDone : kCannotWrite;
}

}  // namespace chiwat::cli
