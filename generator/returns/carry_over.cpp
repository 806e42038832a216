#include "returns/carry_over.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <variant>

#include "form/form_numbers.hpp"
#include "form/quarterly.hpp"
#include "returns/choose_returned.hpp"
#include "returns/filled_rows.hpp"
#include "returns/returned_registry.hpp"
#include "returns/tell_results.hpp"
#include "thai/date.hpp"

namespace chiwat::returns {
namespace {

using document::Value;

const form::FormTemplate& form_of(const form::Template& page) {
  return std::get<form::FormTemplate>(page.kind);
}

// A workbook that came back, ready to be calculated with.
struct Book {
  const Returned* returned = nullptr;
  std::vector<FilledForm> forms;
  std::vector<form::FormDraft> drafts;  // of the same forms
};

// Those who are on the sheet of the products and not on this one still have their amounts.
void add_forgotten(const std::vector<std::string>& codes, FilledForm& form) {
  const form::FormTemplate& own = form_of(*form.page);
  if (own.rows.each != form::Each::operator_ || !form.goes_on) return;
  std::set<std::string> known;
  for (const FilledRow& row : form.rows) known.insert(form::row_key(own, row.row.known));
  for (const std::string& code : codes) {
    if (!known.insert(code).second) continue;
    FilledRow row{{std::vector<Value>(own.columns.size()), false}, nullptr, true, {}, false};
    for (std::size_t i = 0; i < own.columns.size(); ++i) {
      const auto* source = std::get_if<form::Known>(&own.columns[i].source);
      if (source && *source == form::Known::operator_code) row.row.known[i] = code;
      if (std::holds_alternative<form::Accumulates>(own.columns[i].source))
        row.row.known[i] = Number(0);
    }
    form.rows.push_back(std::move(row));
  }
}

Book book_of(const Returned& returned, Diagnostics& diagnostics) {
  Book book{&returned, {}, {}};
  std::vector<std::string> codes;
  for (const ReturnedForm& form : returned.forms) {
    book.forms.push_back(filled_form(returned, form, diagnostics));
    std::erase_if(book.forms.back().rows, [](const FilledRow& row) { return row.is_unnamed; });
    const auto own = operator_codes(book.forms.back());
    codes.insert(codes.end(), own.begin(), own.end());
  }
  for (FilledForm& form : book.forms) add_forgotten(codes, form);
  book.drafts = drafts_of(book.forms);
  return book;
}

// What the columns that go on have reached by the end of the book's month.
void add_reached(const Sender& sender, const Book& book, form::Brought& brought) {
  form::FormNumbers numbers(book.drafts);
  for (std::size_t i = 0; i < book.forms.size(); ++i) {
    const form::FormDraft& draft = book.drafts[i];
    for (std::size_t column = 0; column < draft.form->columns.size(); ++column) {
      if (!std::holds_alternative<form::Accumulates>(draft.form->columns[column].source)) continue;
      const form::BroughtKey any{sender.attachment, draft.page->name.value, sender.district, "",
                                 draft.form->columns[column].name.value};
      if (book.forms[i].goes_on) brought[any] = 0;
      for (std::size_t row = 0; row < draft.rows.size(); ++row) {
        form::BroughtKey key = any;
        key.row = form::row_key(*draft.form, draft.rows[row].known);
        const auto* typed = std::get_if<Number>(&draft.rows[row].known[column]);
        if (book.forms[i].rows[row].goes_on) {
          brought[key] = numbers.cell(draft, row, column);
        } else if (typed) {
          brought[key] = *typed;
        }
      }
    }
  }
}

class Carrying {
 public:
  Carrying(const model::Circular& circular, const form::Templates& templates, const Period& months,
           Diagnostics& diagnostics)
      : circular_(circular), templates_(templates), months_(months), diagnostics_(diagnostics) {}

  CarriedOver all(const std::vector<Returned>& returned, const std::string& given) {
    const Chosen chosen = choose_returned(returned, circular_, months_, given, diagnostics_);
    for (const auto& [sender, all] : chosen) add(sender, all);
    say_missing(chosen, given);
    return {merged_registry(circular_, rows_), std::move(brought_)};
  }

 private:
  bool is_quarter() const { return months_.first != months_.last; }

  void add(const Sender& sender, const std::vector<const Returned*>& returned) {
    std::vector<Book> books;
    for (const Returned* each : returned) books.push_back(book_of(*each, diagnostics_));
    if (sender.district) add_rows(*sender.district, books);
    form::Brought reached;
    add_reached(sender, books.back(), reached);
    if (sender.district) add_operators_with_amounts(sender, books.back(), reached);
    if (is_quarter()) {
      add_quarter(sender, books, reached);
    } else if (returned.front()->facts.months->last + std::chrono::months(1) == months_.first) {
      brought_.merge(reached);
    } else {
      diagnostics_.warning({returned.front()->path, 0, 0}, "returned_gap",
                           {{"month", thai::format_month(months_.first - std::chrono::months(1),
                                                         thai::Digits::arabic)}});
    }
  }

  // The latest month first: what it says of an operator counts.
  void add_rows(std::size_t district, const std::vector<Book>& books) {
    for (auto book = books.rbegin(); book != books.rend(); ++book) {
      for (const FilledForm& form : book->forms) {
        if (form_of(*form.page).rows.each != form::Each::product) continue;
        ReturnedRegistry& rows = rows_.try_emplace(district, circular_, district).first->second;
        rows.add(*book->returned, form, diagnostics_);
      }
    }
  }

  // An operator without products this month keeps the amounts of the months before.
  void add_operators_with_amounts(const Sender& sender, const Book& book,
                                  const form::Brought& reached) {
    const auto rows = rows_.find(*sender.district);
    if (rows == rows_.end()) return;
    for (const FilledForm& form : book.forms) {
      if (form_of(*form.page).rows.each != form::Each::operator_) continue;
      for (const FilledRow& row : form.rows) {
        if (row.from && has_amount(sender, form, row, reached))
          rows->second.add_operator(form, row);
      }
    }
  }

  static bool has_amount(const Sender& sender, const FilledForm& form, const FilledRow& row,
                         const form::Brought& reached) {
    const form::FormTemplate& own = form_of(*form.page);
    return std::ranges::any_of(own.columns, [&](const form::FormColumn& column) {
      const auto found = reached.find({sender.attachment, form.page->name.value, sender.district,
                                       form::row_key(own, row.row.known), column.name.value});
      return found != reached.end() && !found->second.is_zero();
    });
  }

  // Of each operator of the three months, what they add up to.
  void add_quarter(const Sender& sender, const std::vector<Book>& books,
                   const form::Brought& reached) {
    std::vector<form::FormNumbers> numbers;
    for (const Book& book : books) numbers.emplace_back(book.drafts);
    for (const auto& [name, page] : form::quarterly(templates_)) {
      const auto* form = std::get_if<form::FormTemplate>(&page.kind);
      const bool is_sent =
          form && form->span == form::Span::month && is_in_attachment(sender, name);
      if (!is_sent || form->rows.each != form::Each::operator_ || !sender.district) continue;
      const auto rows = rows_.find(*sender.district);
      if (rows == rows_.end()) continue;
      for (const model::Operator& who : rows->second.operators()) {
        add_quarter(sender, books, numbers, page, who.code.value, reached);
      }
    }
  }

  bool is_in_attachment(const Sender& sender, const std::string& name) const {
    return std::ranges::any_of(circular_.attachments, [&](const model::Attachment& attachment) {
      return attachment.number.value == sender.attachment &&
             std::ranges::any_of(attachment.forms,
                                 [&](const model::Form& use) { return use.layout.value == name; });
    });
  }

  void add_quarter(const Sender& sender, const std::vector<Book>& books,
                   std::vector<form::FormNumbers>& of_books, const form::Template& page,
                   const std::string& code, const form::Brought& reached) {
    const form::FormTemplate& monthly = form_of(templates_.at(page.name.value));
    form::FormRow row{std::vector<Value>(monthly.columns.size()), false};
    for (std::size_t i = 0; i < monthly.columns.size(); ++i) {
      if (std::holds_alternative<form::Accumulates>(monthly.columns[i].source))
        row.known[i] = Number(0);
      const auto* from = std::get_if<form::Gathered>(&monthly.columns[i].source);
      if (!from) continue;
      const Number sum = from->counts ? counted(books, *from, code) : summed(of_books, *from, code);
      row.known[i] = sum;
      brought_[{sender.attachment, page.name.value, sender.district, code,
                monthly.columns[i].name.value}] = sum;
    }
    FilledForm form{&page, nullptr, {}, false};
    form.rows.push_back({row, nullptr, false, {}, false});
    const std::vector<form::FormDraft> drafts = drafts_of({form});
    form::FormNumbers numbers(drafts);
    for (std::size_t i = 0; i < monthly.columns.size(); ++i) {
      form::BroughtKey key{sender.attachment, page.name.value, sender.district, code,
                           monthly.columns[i].name.value};
      const auto found = reached.find(key);
      // With nothing brought yet the cell is the quarter's own amount.
      if (found != reached.end()) {
        brought_[key] = found->second - numbers.cell(drafts.front(), 0, i);
      }
    }
  }

  static Number summed(std::vector<form::FormNumbers>& books, const form::Gathered& from,
                       const std::string& code) {
    Number sum;
    for (form::FormNumbers& book : books) sum += book.gathered(code, from);
    return sum;
  }

  // How many different things the months name.
  static Number counted(const std::vector<Book>& books, const form::Gathered& from,
                        const std::string& code) {
    std::set<std::string> names;
    for (const Book& book : books) {
      const form::FormDraft* other = form::find_draft(book.drafts, from.form.value);
      if (!other) continue;
      const std::size_t by = *other->form->find(from.by.value);
      const std::size_t column = *other->form->find(from.column.value);
      for (const form::FormRow& row : other->rows) {
        const auto* name = std::get_if<std::string>(&row.known[column]);
        if (row.known[by] == Value(code) && name) names.insert(*name);
      }
    }
    return static_cast<std::int64_t>(names.size());
  }

  void say_missing(const Chosen& chosen, const std::string& given) {
    if (chosen.empty()) return;
    std::string districts;
    std::int64_t count = 0;
    for (std::size_t i = 0; i < circular_.districts.size(); ++i) {
      if (rows_.contains(i)) continue;
      districts += (districts.empty() ? "" : ", ") + circular_.districts[i].value;
      ++count;
    }
    if (count == 0) return;
    diagnostics_.warning({given, 0, 0}, "returned_missing",
                         {{"count", count}, {"districts", districts}});
  }

  const model::Circular& circular_;
  const form::Templates& templates_;
  const Period months_;
  Diagnostics& diagnostics_;
  std::map<std::size_t, ReturnedRegistry> rows_;  // by district
  form::Brought brought_;
};

}  // namespace

CarriedOver carry_over(const model::Circular& circular, const form::Templates& templates,
                       const std::vector<Returned>& returned, const Period& months,
                       const std::string& given, Diagnostics& diagnostics) {
  return Carrying(circular, templates, months, diagnostics).all(returned, given);
}

}  // namespace chiwat::returns
