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

// Writes one attachment after the other, and says so.
class Writing {
 public:
  Writing(const Prepared& prepared, const Arguments& arguments, const Console& console)
      : prepared_(prepared), arguments_(arguments), console_(console) {}

  // The files written.
  std::vector<std::string> all(const Attachments& attachments) {
    for (std::size_t i = 0; i < attachments.size(); ++i) {
      one(*attachments[i], std::to_string(i + 1) + "/" + std::to_string(attachments.size()));
    }
    return std::move(written_);
  }

 private:
  void one(const model::Attachment& attachment, const std::string& step) {
    if (attachment.tables.empty()) {
      say({"attachment_without_tables",
           {{"number", std::to_string(attachment.number.value)},
            {"title", attachment.title.value}}});
      return;
    }
    const document::Workbook workbook =
        form::lay_out(prepared_.circular, prepared_.plan, attachment, prepared_.templates,
                      {arguments_.digits, arguments_.values});
    const std::string file = (std::filesystem::path(arguments_.out) / workbook.file_name).string();
    const MessageArguments said{{"file", file},
                                {"sheets", static_cast<std::int64_t>(workbook.sheets.size())}};
    if (arguments_.dry_run) {
      say({"would_write", said});
      return;
    }
    progress("[" + step + "] " + console_.catalogue.text({"writing", {{"file", file}}}));
    xlsx::write(workbook, arguments_.out);
    progress("");
    written_.push_back(file);
    say({"wrote", said});
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

}  // namespace

ExitCode generate(const Arguments& arguments, const Console& console) {
  source::Texts texts;
  Diagnostics diagnostics;
  const auto prepared = prepare(arguments.input, texts, diagnostics);
  if (!arguments.json) report(diagnostics, texts, console.catalogue, console.err);
  if (!prepared) {
    if (arguments.json) report_json(diagnostics, {}, console.catalogue, console.out);
    console.err << counted(diagnostics, console.catalogue) << "; "
                << console.catalogue.text({"nothing_written", {}}) << "\n";
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
  const auto written = Writing(*prepared, arguments, console).all(attachments);
  if (arguments.json) report_json(diagnostics, written, console.catalogue, console.out);
  return kDone;
}

}  // namespace chiwat::cli
