#include "form/check_forms.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "form/form_identity.hpp"
#include "form/form_rules.hpp"
#include "form/lay_out.hpp"
#include "form/occasion.hpp"
#include "thai/names.hpp"

namespace chiwat::form {
namespace {

constexpr std::size_t kLongestSheetName = 31;  // UTF-16 units; Excel's limit

std::string lower_case(std::string name) {
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return name;
}

std::string joined(const std::set<std::string>& words) {
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : ", ") + word;
  return result;
}

// The names under which a form asks for columns of the circular.
std::set<std::string> asked_names(const FormTemplate& form) {
  std::set<std::string> result;
  for (const FormColumn& column : form.columns) {
    if (const auto* asked = std::get_if<Asked>(&column.source)) result.insert(asked->name.value);
    if (const auto* asked = std::get_if<Asked>(&column.total)) result.insert(asked->name.value);
  }
  return result;
}

template <class Visit>
void each_heading(const std::vector<FormHeading>& headings, Visit visit) {
  for (const FormHeading& heading : headings) {
    visit(heading.text);
    each_heading(heading.parts, visit);
  }
}

// Every text of a form that may have placeholders.
template <class Visit>
void each_text(const FormTemplate& form, Visit visit) {
  std::ranges::for_each(form.title, visit);
  std::ranges::for_each(form.quarter_title, visit);
  each_heading(form.headings, visit);
  if (form.total) visit(*form.total);
  for (const FormCheck& check : form.checks) visit(check.text);
  std::ranges::for_each(form.notes, visit);
  for (const auto& block : form.signatures) std::ranges::for_each(block, visit);
  for (const FormColumn& column : form.columns) {
    if (column.prompt) visit(*column.prompt);
    if (const auto* text = std::get_if<Text>(&column.total)) visit(*text);
  }
}

// The forms of one workbook.
class WorkbookCheck {
 public:
  WorkbookCheck(const Output& output, const model::Circular& circular, const Templates& templates,
                std::set<std::tuple<std::string, int, int>>& reported, SaidTexts& said,
                Diagnostics& diagnostics)
      : output_(output),
        circular_(circular),
        templates_(templates),
        reported_(reported),
        said_(said),
        diagnostics_(diagnostics) {}

  void all() {
    if (output_.has_tables) {
      for (const model::Table& table : output_.attachment->tables) {
        sheets_.insert(lower_case(table.sheet.value));
      }
    }
    for (const model::Form* use : output_.forms) {
      const auto* form = std::get_if<FormTemplate>(&templates_.at(use->layout.value).kind);
      if (!form) continue;
      check(*use, *form);
      before_.push_back(use);
    }
  }

 private:
  void check(const model::Form& use, const FormTemplate& form) {
    const auto twice = std::ranges::find_if(
        before_, [&](const model::Form* other) { return other->layout.value == use.layout.value; });
    if (twice != before_.end()) {
      diagnostics_.error(use.origin, "form_twice", {{"form", use.layout.value}})
          .note((*twice)->origin, "first_here");
      return;
    }
    check_texts(use, form);
    check_lists(use, form);
    check_asked(use, form);
    for (const FormColumn& column : form.columns) {
      if (const auto* from = std::get_if<Gathered>(&column.source))
        check_gathered(use, form, *from);
      if (column.collects) check_collected(*column.collects);
    }
    for (const FormCheck& sums : form.checks) {
      if (sums.form) check_sums(use, sums);
    }
  }

  void check_texts(const model::Form& use, const FormTemplate& form) {
    const plan::Plan no_values;  // texts have none
    const Occasion occasion{circular_, no_values,    *output_.attachment,       output_.district,
                            use.round, std::nullopt, output_.attachment->digits};
    const thai::Arguments arguments = placeholders(occasion);
    const auto formatted_well = [&](const Text& text) {
      const auto result = thai::format(text.value, arguments, occasion.digits);
      const auto* problem = std::get_if<Message>(&result);
      if (problem && is_new(text.origin)) {
        diagnostics_.error(text.origin, problem->id, problem->arguments)
            .note(use.origin, "form_used_here");
      }
      if (!problem) {
        const bool is_title = std::ranges::any_of(
            form.title, [&](const Text& line) { return line.origin == text.origin; });
        said_.add({{std::get<std::string>(result), text.origin}, is_title, use.round});
      }
      return !problem;
    };
    each_text(form, formatted_well);
    const Text name = use.sheet.value_or(form.sheet);
    if (formatted_well(name)) {
      check_sheet({formatted(name, arguments, occasion.digits), name.origin}, use);
    }
  }

  // Whether nothing was reported there for another form of this template.
  bool is_new(const Origin& origin) {
    return reported_.emplace(origin.path(), origin.line, origin.column).second;
  }

  void check_sheet(const Text& name, const model::Form& use) {
    const std::size_t length = thai::utf16_length(name.value);
    const bool wrong = name.value.empty() || name.value.starts_with('\'') ||
                       name.value.ends_with('\'') ||
                       name.value.find_first_of("[]:*?/\\\n\t") != std::string::npos ||
                       name.value == kListSheet || name.value == kIdentitySheet;
    if (wrong && is_new(name.origin)) {
      diagnostics_.error(name.origin, "sheet_name_characters", {{"name", name.value}});
    } else if (length > kLongestSheetName && is_new(name.origin)) {
      diagnostics_.error(name.origin, "sheet_name_long",
                         {{"name", name.value},
                          {"length", std::to_string(length)},
                          {"most", std::to_string(kLongestSheetName)}});
    }
    if (!sheets_.insert(lower_case(name.value)).second) {
      diagnostics_.error(use.origin, "sheet_name_twice", {{"name", name.value}});
    }
  }

  void check_lists(const model::Form& use, const FormTemplate& form) {
    std::set<std::string> lists;
    if (form.rows.list) lists.insert(form.rows.list->value);
    for (const FormColumn& column : form.columns) {
      if (column.choices && column.choices->value != kSubdistricts) {
        lists.insert(column.choices->value);
      }
    }
    for (const std::string& list : lists) {
      if (model::find_list(circular_.lists, list)) continue;
      diagnostics_
          .error(use.origin, "form_needs_list", {{"form", use.layout.value}, {"list", list}})
          .hint("form_needs_list_hint", {{"list", list}});
    }
  }

  void check_asked(const model::Form& use, const FormTemplate& form) {
    const std::set<std::string> asked = asked_names(form);
    for (const auto& [name, column] : use.columns) {
      if (asked.contains(name)) continue;
      diagnostics_.error(column.origin, asked.empty() ? "form_asks_nothing" : "form_asks_not",
                         {{"form", use.layout.value}, {"name", name}, {"known", joined(asked)}});
    }
  }

  // Another form that stands before this one in the workbook.
  const FormTemplate* other(const model::Form& use, const Text& name) {
    for (const model::Form* form : before_) {
      if (form->layout.value == name.value) {
        return &std::get<FormTemplate>(templates_.at(name.value).kind);
      }
    }
    diagnostics_.error(use.origin, "form_needs_form",
                       {{"form", use.layout.value}, {"other", name.value}});
    return nullptr;
  }

  void check_column(const FormTemplate& form, const Text& name, const Text& of) {
    if (form.find(name.value) || !is_new(name.origin)) return;
    diagnostics_.error(name.origin, "form_other_column",
                       {{"other", of.value}, {"name", name.value}});
  }

  void check_gathered(const model::Form& use, const FormTemplate& form, const Gathered& from) {
    const FormTemplate* source = other(use, from.form);
    if (!source) return;
    check_column(*source, from.column, from.form);
    check_column(*source, from.by, from.form);
    check_column(form, from.by, use.layout);
  }

  // A form that is not of the attachment does not come back: its sums stay to be filled in.
  void check_collected(const Collected& from) {
    for (const model::Form& use : output_.attachment->forms) {
      if (use.layout.value != from.form.value) continue;
      const auto* source = std::get_if<FormTemplate>(&templates_.at(use.layout.value).kind);
      if (!source) continue;
      check_column(*source, from.column, from.form);
      if (from.by.value != kDistrictColumn) check_column(*source, from.by, from.form);
      for (const Collected::Where& where : from.where) {
        const auto column = source->find(where.column.value);
        const bool has_list = column && source->columns[*column].choices &&
                              source->columns[*column].choices->value != kSubdistricts;
        if (has_list) {
          check_item(source->columns[*column].choices->value, where.item);
        } else if (is_new(where.column.origin)) {
          diagnostics_.error(where.column.origin, "form_other_column",
                             {{"other", from.form.value}, {"name", where.column.value}});
        }
      }
    }
  }

  void check_sums(const model::Form& use, const FormCheck& sums) {
    const FormTemplate* source = other(use, *sums.form);
    if (!source) return;
    for (const Text& column : sums.equal) check_column(*source, column, *sums.form);
    if (sums.item && source->rows.list) check_item(source->rows.list->value, *sums.item);
  }

  void check_item(const std::string& name, const Text& code) {
    const model::List* list = model::find_list(circular_.lists, name);
    const bool known = !list || std::ranges::any_of(list->items, [&](const model::ListItem& item) {
      return item.code.value == code.value;
    });
    if (known || !is_new(code.origin)) return;
    diagnostics_.error(code.origin, "form_other_item",
                       {{"list", list->name.value}, {"name", code.value}});
  }

  const Output& output_;
  const model::Circular& circular_;
  const Templates& templates_;
  std::set<std::tuple<std::string, int, int>>& reported_;
  SaidTexts& said_;
  Diagnostics& diagnostics_;
  std::vector<const model::Form*> before_;
  std::set<std::string> sheets_;
};

}  // namespace

void check_forms(const model::Circular& circular, const Templates& templates, SaidTexts& said,
                 Diagnostics& diagnostics) {
  std::set<std::tuple<std::string, int, int>> reported;
  for (const model::Attachment& attachment : circular.attachments) {
    for (const Output& output : outputs(circular, attachment, templates)) {
      // The districts' workbooks are alike.
      if (output.district.value_or(0) != 0) continue;
      WorkbookCheck(output, circular, templates, reported, said, diagnostics).all();
    }
  }
}

}  // namespace chiwat::form
