#include "office.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include "cli/read_returned.hpp"
#include "consolidation/consolidate.hpp"
#include "feedback/feedback.hpp"
#include "form/lay_out.hpp"
#include "promises.hpp"
#include "returns/carry_over.hpp"
#include "returns/checks.hpp"
#include "returns/results_csv.hpp"

namespace chiwat::fuzz {
namespace {

cli::Prepared prepared_office() {
  source::Texts texts;
  thai::Wordings wordings;
  Diagnostics diagnostics;
  auto prepared = cli::prepare(CHIWAT_FUZZ_OFFICE, texts, wordings, diagnostics);
  require_tellable(diagnostics, texts);
  require(prepared.has_value() && diagnostics.all().empty(), "the small office is in order");
  return std::move(*prepared);
}

Period one_month(int index) {
  const Month first = fiscal_year(office().circular.fiscal_year.value).first;
  return {first + std::chrono::months(index), first + std::chrono::months(index)};
}

void add_forms(const std::optional<Period>& months, std::vector<document::Workbook>& all) {
  const model::Circular& circular = office().circular;
  for (const model::Attachment& attachment : circular.attachments) {
    for (const form::Output& output :
         form::outputs(circular, attachment, office().templates, months)) {
      if (output.forms.empty()) continue;
      all.push_back(form::lay_out(circular, office().plan, output, office().templates, {}));
    }
  }
}

std::vector<document::Workbook> all_forms() {
  std::vector<document::Workbook> all;
  add_forms(std::nullopt, all);
  for (const int month : {0, 1}) add_forms(one_month(month), all);
  return all;
}

void write_back(const std::vector<returns::Returned>& returned, std::vector<returns::Reply> replies,
                Diagnostics& diagnostics) {
  const model::Circular& circular = office().circular;
  static const thai::Catalogue words(thai::Language::thai);
  returns::check_replies(replies, circular, diagnostics);
  returns::results_csv(replies, circular, office().templates, diagnostics);
  const auto problems = feedback::problems_of(diagnostics, returned, circular);
  const auto statuses = feedback::status_of(replies, problems, {}, circular);
  feedback::status_workbook(statuses, circular);
  feedback::problems_workbook(problems, circular, words);
  feedback::district_texts(statuses, problems, circular, words);
  const consolidation::FoundProblems found(diagnostics, words);
  consolidation::consolidate(
      {circular, office().plan, office().templates, found, std::nullopt, false}, replies,
      [](consolidation::ResultFile&&) {});
}

}  // namespace

const cli::Prepared& office() {
  static const cli::Prepared prepared = prepared_office();
  return prepared;
}

const std::vector<document::Workbook>& sent_out() {
  static const std::vector<document::Workbook> all = all_forms();
  return all;
}

void take_back(const std::vector<cli::FoundWorkbook>& found, Diagnostics& diagnostics) {
  const cli::Prepared& own = office();
  std::vector<returns::Returned> returned;
  for (const cli::FoundWorkbook& each : found) {
    auto form = cli::returned_in(each, own.circular, own.templates, diagnostics);
    if (form) returned.push_back(std::move(*form));
  }
  write_back(returned, returns::choose_replies(returned, own.circular, diagnostics), diagnostics);
  returns::carry_over(own.circular, own.templates, returned, one_month(2), "folder", diagnostics);
  require_tellable(diagnostics, {});
}

MemoryFile::MemoryFile()
    : file_(::memfd_create("chiwat_fuzz", 0)), path_("/proc/self/fd/" + std::to_string(file_)) {
  require(file_ >= 0, "there is room for a file in memory");
}

MemoryFile::~MemoryFile() {
  ::close(file_);
}

}  // namespace chiwat::fuzz
