// chiwat generate: the workbooks of a circular.
#include <ostream>

#include "cli/commands.hpp"
#include "cli/planned_outputs.hpp"
#include "cli/prepare.hpp"
#include "cli/read_previous.hpp"
#include "cli/report.hpp"
#include "cli/revise.hpp"
#include "cli/write_outputs.hpp"
#include "form/quarterly.hpp"
#include "returns/carry_over.hpp"

namespace chiwat::cli {
namespace {

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

void say_nothing_written(const Diagnostics& diagnostics, const source::Texts& texts,
                         const Arguments& arguments, const Console& console) {
  if (arguments.json) {
    report_json(diagnostics, texts, Changes(), console.catalogue, console.out);
  } else {
    report_nothing_written(diagnostics, console.catalogue, console.err);
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
    say_nothing_written(diagnostics, texts, arguments, console);
    return kBadInput;
  }
  if (wrong) {
    console.err << "chiwat: " << console.catalogue.text(*wrong) << "\n";
    return kUsage;
  }
  Diagnostics later;  // what is found from now on
  Diagnostics& found = arguments.json ? diagnostics : later;
  std::optional<ComparedSide> since;
  const auto months = months_asked(prepared->circular, arguments);
  if (!arguments.since.empty()) since = open_side(arguments.since, texts, found);
  if (since) read_older(planned(*prepared, {}, arguments.explain, months, arguments.only), *since);
  if (found.has_errors()) {
    report(later, texts, console.catalogue, console.err);
    say_nothing_written(found, texts, arguments, console);
    return kBadInput;
  }
  Changes changes;
  const bool is_done = write_outputs(*prepared, brought, months, since ? &*since : nullptr,
                                     arguments, console, changes, found);
  if (arguments.json) report_json(diagnostics, texts, changes, console.catalogue, console.out);
  report(later, texts, console.catalogue, console.err);
  if (!is_done) return kCannotWrite;
  return changes.kept.empty() ? kDone : kFindings;
}

}  // namespace chiwat::cli
