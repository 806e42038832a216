#include "makes.hpp"

#include <algorithm>

#include "cli/read_returned.hpp"
#include "document/dump.hpp"
#include "explain/derivation_sheet.hpp"
#include "explain/explanation.hpp"
#include "form/attachment_list.hpp"
#include "form/lay_out.hpp"
#include "model/read.hpp"
#include "office.hpp"
#include "promises.hpp"
#include "renew/next_year.hpp"
#include "returns/reply.hpp"
#include "source/yaml.hpp"
#include "thai/encoding.hpp"
#include "xlsx/read.hpp"
#include "xlsx/write.hpp"

namespace chiwat::fuzz {
namespace {

const thai::Catalogue& words() {
  static const thai::Catalogue catalogue(thai::Language::thai);
  return catalogue;
}

// The province's, and the first district's.
bool is_enough(const form::Output& output) {
  return output.district.value_or(0) == 0;
}

bool has_form_to_fill_in(const form::Output& output, const form::Templates& templates) {
  return std::ranges::any_of(output.forms, [&](const model::Form* use) {
    return std::holds_alternative<form::FormTemplate>(templates.at(use->layout.value).kind);
  });
}

template <class Take>
void each_output(const cli::Prepared& prepared, const Chosen& chosen, Take take) {
  for (const model::Attachment& attachment : prepared.circular.attachments) {
    if (!chosen(attachment)) continue;
    for (const form::Output& output :
         form::outputs(prepared.circular, attachment, prepared.templates)) {
      if (is_enough(output)) take(output);
    }
  }
}

void require_written(const document::Workbook& workbook) {
  const MemoryFile file;
  xlsx::write_to(workbook, file.path());
  Diagnostics diagnostics;
  const auto again = xlsx::read(std::filesystem::path(file.path()), diagnostics);
  require(again.has_value() && diagnostics.all().empty(), "what is written can be read");
  require(again->sheets.size() == workbook.sheets.size(), "every sheet is there");
}

void require_explained(const cli::Prepared& prepared) {
  const model::Circular& circular = prepared.circular;
  for (std::size_t column = 0; column < circular.columns.size(); ++column) {
    const auto lines = explain::explain_column(circular, prepared.plan, prepared.templates, column,
                                               explain::Row{});
    for (const explain::Line& line : lines) words().text(line.message);
  }
  for (const model::Attachment& attachment : circular.attachments) {
    if (attachment.tables.empty()) continue;
    document::Workbook workbook;
    workbook.sheets.push_back(
        explain::derivation_sheet({circular, prepared.plan, attachment, attachment.digits, false},
                                  prepared.templates, words()));
    document::dump(workbook);
  }
}

}  // namespace

std::optional<cli::Prepared> require_prepares(const source::Files& files) {
  source::Texts texts;
  thai::Wordings wordings;
  Diagnostics diagnostics;
  auto prepared = cli::prepare(model::kDescriptionFile, files, texts, wordings, diagnostics);
  require_tellable(diagnostics, texts);
  require_reason(prepared.has_value(), diagnostics);
  return prepared;
}

void require_makes(const cli::Prepared& prepared, const Chosen& chosen) {
  document::dump(form::attachment_list(prepared.circular, prepared.plan, prepared.templates, {}));
  each_output(prepared, chosen, [&](const form::Output& output) {
    form::LayOutOptions options;
    options.values = true;
    form::lay_out(prepared.circular, prepared.plan, output, prepared.templates, options);
    const auto workbook =
        form::lay_out(prepared.circular, prepared.plan, output, prepared.templates, {});
    document::dump(workbook);
    require_written(workbook);
  });
  require_explained(prepared);
}

void require_read_back(const cli::Prepared& prepared, const Chosen& chosen) {
  std::vector<returns::Returned> all;
  Diagnostics diagnostics;
  each_output(prepared, chosen, [&](const form::Output& output) {
    if (!has_form_to_fill_in(output, prepared.templates)) return;
    auto workbook = form::lay_out(prepared.circular, prepared.plan, output, prepared.templates, {});
    auto returned = cli::returned_in({output.file_name, std::move(workbook), std::nullopt},
                                     prepared.circular, prepared.templates, diagnostics);
    require(returned.has_value(), "a form is known");
    for (const returns::ReturnedForm& form : returned->forms) {
      require(form.flaws.empty(), "the headings of a form that nobody touched are sound");
    }
    all.push_back(std::move(*returned));
  });
  require(diagnostics.all().empty(), "nothing is wrong with a form that nobody touched");
}

void require_next_year(const cli::Prepared& prepared, const std::string& text) {
  source::Texts texts;
  Diagnostics diagnostics;
  const auto utf8 = thai::decode(text);
  const auto tree = source::read_yaml(model::kDescriptionFile, text, texts, diagnostics);
  require(utf8 && tree, "a clean description is YAML");
  const int year = prepared.circular.fiscal_year.value + 1;
  const std::string next = renew::next_year(*utf8, *tree, prepared.circular, {year, {}});
  const auto again = source::read_yaml("next.yaml", next, texts, diagnostics);
  if (!again) require_tellable(diagnostics, texts);
  require(again.has_value(), "next year's description is YAML");
}

}  // namespace chiwat::fuzz
