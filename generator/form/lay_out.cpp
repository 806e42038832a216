#include "form/lay_out.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>
#include <utility>
#include <variant>

#include "form/document_sheet.hpp"
#include "form/form_identity.hpp"
#include "form/form_rules.hpp"
#include "form/form_sheet.hpp"
#include "form/properties.hpp"
#include "form/table_sheets.hpp"
#include "model/placeholders.hpp"
#include "thai/message.hpp"
#include "thai/names.hpp"

namespace chiwat::form {
namespace {

constexpr std::size_t kLongestFileName = 200;  // bytes; file systems allow 255

std::string worded(const model::Circular& circular, const model::Attachment& attachment,
                   const Text& text, thai::Digits digits) {
  return std::get<std::string>(
      thai::format(text.value, model::placeholders(circular, nullptr, &attachment), digits));
}

// "07", and "007" where numbers have three digits.
std::string padded(std::size_t number, std::size_t width) {
  const std::string digits = std::to_string(number);
  return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

Audience audience_of(const Template& form) {
  if (const auto* own = std::get_if<FormTemplate>(&form.kind)) return own->audience;
  if (const auto* own = std::get_if<DocumentTemplate>(&form.kind)) return own->audience;
  return Audience::province;
}

bool is_monthly(const Template& page) {
  const auto* form = std::get_if<FormTemplate>(&page.kind);
  return form && form->span == Span::month;
}

// The outputs of one attachment.
class Outputs {
 public:
  Outputs(const model::Circular& circular, const model::Attachment& attachment,
          const Templates& templates, const std::optional<Period>& months)
      : circular_(circular),
        attachment_(attachment),
        templates_(templates),
        months_(months),
        name_(attachment_file_name(circular, attachment)) {}

  std::vector<Output> all() {
    add_province();
    for (const auto& round : rounds()) add_districts(round);
    return std::move(result_);
  }

 private:
  using Round = std::optional<std::size_t>;

  // The rounds of the districts' forms, in order; forms of different rounds are handed in at
  // different times, and are different files.
  std::set<Round> rounds() const {
    std::set<Round> result;
    for (const model::Form* form : forms(Audience::district)) result.insert(form->round);
    return result;
  }

  std::vector<const model::Form*> forms(Audience audience) const {
    std::vector<const model::Form*> result;
    for (const model::Form& form : attachment_.forms) {
      const Template& page = templates_.at(form.layout.value);
      if (months_ && !is_monthly(page)) continue;
      const Audience own = audience_of(page);
      if (own == audience || own == Audience::both) result.push_back(&form);
    }
    return result;
  }

  void add_province() {
    const bool has_tables = !months_ && !attachment_.tables.empty();
    const std::string suffix = months_ ? "-" + months_file_name(circular_, *months_) : "";
    Output output{&attachment_, std::nullopt, forms(Audience::province), has_tables,
                  months_,      "",           name_ + suffix + ".xlsx"};
    if (output.has_tables || !output.forms.empty()) result_.push_back(std::move(output));
  }

  void add_districts(const Round& round) {
    std::vector<const model::Form*> own;
    for (const model::Form* form : forms(Audience::district)) {
      if (form->round == round) own.push_back(form);
    }
    std::string folder =
        rounds().size() > 1 && round
            ? name_ + "-รอบที่ " + std::to_string(circular_.rounds[*round].number.value)
            : name_;
    if (months_) folder += "/" + months_file_name(circular_, *months_);
    for (std::size_t i = 0; i < circular_.districts.size(); ++i) {
      result_.push_back({&attachment_, i, own, false, months_, folder,
                         district_file_name(circular_, i) + ".xlsx"});
    }
  }

  const model::Circular& circular_;
  const model::Attachment& attachment_;
  const Templates& templates_;
  const std::optional<Period> months_;
  const std::string name_;
  std::vector<Output> result_;
};

// All forms of an output are of one round (see outputs()), except the province's.
std::optional<std::size_t> round_of(const Output& output) {
  return output.forms.empty() ? std::nullopt : output.forms.front()->round;
}

// The sheets of the texts.
void add_documents(const model::Circular& circular, thai::Digits digits, const Output& output,
                   const Templates& templates, document::Workbook& workbook) {
  for (const model::Form* use : output.forms) {
    const Template& own = templates.at(use->layout.value);
    if (!std::holds_alternative<DocumentTemplate>(own.kind)) continue;
    workbook.sheets.push_back(
        document_sheet({circular, *output.attachment, *use, output.district, digits}, own));
  }
}

// What the rows of forms are made of.
struct Forms {
  std::vector<FormDraft> drafts;
  FormNumbers numbers{drafts};
};

// The sheets of the forms, and the hidden ones that go with them.
void add_forms(const Occasion& occasion, const Output& output, const Templates& templates,
               document::Workbook& workbook) {
  const auto forms = std::make_shared<Forms>();
  std::vector<FormDraft>& drafts = forms->drafts;
  for (const model::Form* use : output.forms) {
    const Template& page = templates.at(use->layout.value);
    if (std::holds_alternative<FormTemplate>(page.kind)) {
      drafts.push_back(form_draft(page, *use, occasion));
    }
  }
  if (drafts.empty()) return;
  for (const FormDraft& draft : drafts) {
    workbook.sheets.push_back(form_sheet(draft, drafts, forms->numbers, occasion));
    workbook.sheets.back().cells.own(forms);
  }
  if (auto lists = list_sheet(drafts, occasion, workbook.defined_names)) {
    workbook.sheets.push_back(std::move(*lists));
  }
  add_identity(drafts, occasion, workbook);
}

}  // namespace

std::string attachment_title(const model::Circular& circular, const model::Attachment& attachment) {
  return worded(circular, attachment, attachment.title, attachment.digits);
}

std::string attachment_file_name(const model::Circular& circular,
                                 const model::Attachment& attachment) {
  const Text& title = attachment.short_title ? *attachment.short_title : attachment.title;
  return padded(static_cast<std::size_t>(attachment.number.value), 2) + "-" +
         thai::file_name(worded(circular, attachment, title, thai::Digits::arabic),
                         kLongestFileName);
}

std::string months_file_name(const model::Circular& circular, const Period& months) {
  if (months.first == months.last) return months_text(months);
  return std::to_string(circular.fiscal_year.value) + "-ไตรมาส-" +
         std::to_string(quarter_of(months.last));
}

std::string district_file_name(const model::Circular& circular, std::size_t district) {
  const std::size_t width =
      std::max<std::size_t>(2, std::to_string(circular.districts.size()).size());
  return padded(district + 1, width) + "-" +
         thai::file_name(circular.districts[district].value, kLongestFileName);
}

std::vector<Output> outputs(const model::Circular& circular, const model::Attachment& attachment,
                            const Templates& templates, const std::optional<Period>& months) {
  return Outputs(circular, attachment, templates, months).all();
}

document::Workbook lay_out(const model::Circular& circular, const plan::Plan& plan,
                           const Output& output, const Templates& templates,
                           const LayOutOptions& options) {
  const model::Attachment& attachment = *output.attachment;
  const thai::Digits digits = options.digits.value_or(attachment.digits);
  document::Workbook workbook;
  workbook.file_name = output.file_name;
  workbook.properties =
      properties(circular, worded(circular, attachment, attachment.title, digits), digits);
  add_documents(circular, digits, output, templates, workbook);
  add_forms({circular, plan, attachment, output.district, round_of(output), output.months, digits,
             options.values, options.brought},
            output, templates, workbook);
  if (output.has_tables) {
    auto sheets = table_sheets({circular, plan, attachment, digits, options.values}, templates);
    std::move(sheets.begin(), sheets.end(), std::back_inserter(workbook.sheets));
  }
  return workbook;
}

}  // namespace chiwat::form
