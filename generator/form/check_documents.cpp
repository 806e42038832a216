#include "form/check_documents.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "form/document_text.hpp"
#include "form/template_reader.hpp"

namespace chiwat::form {
namespace {

class Check {
 public:
  Check(const model::Circular& circular, const Templates& templates, SaidTexts& said,
        Diagnostics& diagnostics)
      : circular_(circular), templates_(templates), said_(said), diagnostics_(diagnostics) {}

  void attachment(const model::Attachment& attachment) {
    std::map<std::string, Origin> sheets;
    for (const model::Table& table : attachment.tables) {
      sheets.emplace(table.sheet.value, table.sheet.origin);
    }
    for (const model::Form& form : attachment.forms) {
      const Template& own = templates_.at(form.layout.value);
      const auto* document = std::get_if<DocumentTemplate>(&own.kind);
      if (!document) continue;
      // A text that the province's copy can say, a district's can say too.
      std::optional<std::size_t> district;
      if (document->audience == Audience::district) district = 0;
      name_sheet({circular_, attachment, form, district, attachment.digits}, own, sheets);
    }
  }

 private:
  void name_sheet(const DocumentContext& context, const Template& own,
                  std::map<std::string, Origin>& sheets) {
    const model::Form& form = context.form;
    Diagnostics found;
    const DocumentText text = document_text(context, own, found);
    for (const Diagnostic& each : found.all()) forward(each);
    for (const model::SaidText& each : text.said) said_.add(each);
    check_sheet_name({text.sheet, form.origin}, diagnostics_);
    const auto [first, is_free] = sheets.emplace(text.sheet, form.origin);
    if (is_free) return;
    diagnostics_.error(form.origin, "sheet_name_twice", {{"name", text.sheet}})
        .note(first->second, "first_here");
  }

  // A mistake in a template that is used twice is one mistake.
  void forward(const Diagnostic& found) {
    const Origin& at = found.origin;
    if (!seen_.emplace(at.path(), at.line, at.column, found.message.id).second) return;
    diagnostics_.error(at, found.message.id, found.message.arguments).notes = found.notes;
  }

  const model::Circular& circular_;
  const Templates& templates_;
  SaidTexts& said_;
  Diagnostics& diagnostics_;
  std::set<std::tuple<std::string, int, int, std::string>> seen_;  // places and message ids
};

}  // namespace

void check_documents(const model::Circular& circular, const Templates& templates, SaidTexts& said,
                     Diagnostics& diagnostics) {
  Check check(circular, templates, said, diagnostics);
  for (const model::Attachment& attachment : circular.attachments) check.attachment(attachment);
}

}  // namespace chiwat::form
