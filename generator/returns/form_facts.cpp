#include "returns/form_facts.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <variant>

#include "document/area.hpp"
#include "form/form_identity.hpp"
#include "returns/find_form.hpp"
#include "returns/text_pattern.hpp"
#include "thai/date.hpp"
#include "thai/digits.hpp"
#include "thai/names.hpp"

namespace chiwat::returns {
namespace {

using document::Sheet;
using document::Workbook;
using Words = std::map<std::string, std::string>;

// "…, chiwat format=1 province=อุบลราชธานี letter=อบ 0019/ว 1056 …": values may have spaces.
void add_properties(const std::string& keywords, Words& found) {
  static const std::vector<std::string> kNames{
      "format", "province",  "fiscal_year", "letter",    "attachment", "district",
      "round",  "month",     "form_1",      "version_1", "form_2",     "version_2",
      "form_3", "version_3", "form_4",      "version_4"};
  std::map<std::size_t, const std::string*> places;
  for (const std::string& name : kNames) {
    const std::size_t at = keywords.find(" " + name + "=");
    if (at != std::string::npos) places.emplace(at, &name);
  }
  for (auto place = places.begin(); place != places.end(); ++place) {
    const auto next = std::next(place);
    const std::size_t first = place->first + place->second->size() + 2;
    const std::size_t last = next == places.end() ? keywords.size() : next->first;
    found[*place->second] = words_of(keywords.substr(first, last - first));
  }
}

// What stands there under each name; the surest place last.
Words identity(const Workbook& workbook) {
  Words result;
  if (workbook.properties.keywords.find("chiwat format=") != std::string::npos) {
    add_properties(workbook.properties.keywords, result);
  }
  if (const Sheet* sheet = find_sheet(workbook, form::kIdentitySheet)) {
    for (const auto& [at, cell] : sheet->cells) {
      if (at.column == 0) result[words_of(cell.value)] = words_of(value_at(*sheet, {at.row, 1}));
    }
  }
  const std::string prefix = std::string(form::kIdentitySheet) + ".";
  for (const auto& [name, formula] : workbook.defined_names) {
    const auto area = name.starts_with(prefix) ? document::read_area(formula) : std::nullopt;
    const Sheet* sheet = area ? find_sheet(workbook, area->sheet) : nullptr;
    if (sheet) result[name.substr(prefix.size())] = words_of(value_at(*sheet, area->range.first));
  }
  return result;
}

int number_in(const Words& facts, const std::string& name) {
  const auto found = facts.find(name);
  const auto number = found == facts.end() ? std::nullopt : Number::parse(found->second);
  const auto integer = number ? number->to_int64() : std::nullopt;
  return integer && *integer > 0 && *integer < 10'000 ? static_cast<int>(*integer) : 0;
}

std::optional<Period> period_in(const Words& facts, const std::string& name) {
  const auto found = facts.find(name);
  if (found == facts.end()) return std::nullopt;
  const auto read = thai::parse_period(found->second);
  const auto* months = std::get_if<Period>(&read);
  return months ? std::optional(*months) : std::nullopt;
}

std::string text_in(const Words& facts, const std::string& name) {
  const auto found = facts.find(name);
  return found == facts.end() ? "" : found->second;
}

const form::FormTemplate* form_of(const form::Templates& templates, const std::string& name) {
  const auto page = templates.find(name);
  return page == templates.end() ? nullptr : std::get_if<form::FormTemplate>(&page->second.kind);
}

// What the titles above a form say, by the names of their placeholders.
Words said_in_titles(const FoundForm& found, const form::FormTemplate& form,
                     const form::Occasion& occasion) {
  const thai::Arguments arguments = form::placeholders(occasion);
  std::vector<form::Text> titles = form.title;
  titles.insert(titles.end(), form.quarter_title.begin(), form.quarter_title.end());
  Words result;
  for (const form::Text& title : titles) {
    const TextPattern pattern(title, arguments);
    for (const auto& [at, cell] : found.sheet->cells) {
      if (at.row >= found.headings) break;
      if (const auto words = pattern.match(words_of(cell.value))) {
        result.insert(words->begin(), words->end());
      }
    }
  }
  return result;
}

// A workbook without an identity, held against the forms of one attachment and round.
struct Likeness {
  FormFacts facts;
  int score = 0;  // the higher, the more alike
};

class Looks {
 public:
  Looks(const Workbook& workbook, const model::Circular& circular, const form::Templates& templates)
      : workbook_(workbook), circular_(circular), templates_(templates) {}

  std::optional<FormFacts> best() const {
    std::optional<Likeness> best;
    for (const model::Attachment& attachment : circular_.attachments) {
      for (const bool is_district : {true, false}) {
        const auto found = like(attachment, is_district);
        if (found && (!best || found->score > best->score)) best = found;
      }
    }
    return best ? std::optional(best->facts) : std::nullopt;
  }

  // The attachment's forms as they stand in the workbook.
  std::optional<Likeness> like(const model::Attachment& attachment, bool is_district) const {
    Likeness result;
    result.facts.attachment = attachment.number.value;
    for (const model::Form& use : attachment.forms) {
      const form::FormTemplate* own = form_of(templates_, use.layout.value);
      const bool wanted = own && (own->audience == form::Audience::both ||
                                  (own->audience == form::Audience::district) == is_district);
      const bool is_there = std::ranges::count(result.facts.forms, use.layout.value) > 0;
      if (wanted && !is_there) add(attachment, use, *own, is_district, result);
    }
    if (result.facts.forms.empty()) return std::nullopt;
    return result;
  }

 private:
  void add(const model::Attachment& attachment, const model::Form& use,
           const form::FormTemplate& own, bool is_district, Likeness& result) const {
    const plan::Plan no_values;
    const form::Occasion occasion{
        circular_,           no_values,
        attachment,          is_district ? std::optional<std::size_t>(0) : std::nullopt,
        use.round,           std::nullopt,
        thai::Digits::arabic};
    const auto found = find_form(templates_.at(use.layout.value), workbook_, occasion);
    if (!found) return;
    const Words words = said_in_titles(*found, own, occasion);
    FormFacts& facts = result.facts;
    facts.forms.push_back(use.layout.value);
    facts.versions.push_back(0);
    result.score += 100 + found->likeness + 10 * static_cast<int>(words.size());
    facts.province = text_in(words, "province");
    if (facts.province.empty()) facts.province = thai::normalise(circular_.province.value);
    facts.fiscal_year = number_in(words, "fiscal_year");
    if (facts.fiscal_year == 0) facts.fiscal_year = circular_.fiscal_year.value;
    if (facts.district.empty()) facts.district = text_in(words, "district");
    if (facts.district.empty() && is_district) facts.district = district_in_rows(*found, own);
    if (!facts.months) facts.months = period_in(words, "month");
    if (use.round) facts.round = number_in(words, "round");
  }

  // Every row of a district's form names it.
  static std::string district_in_rows(const FoundForm& found, const form::FormTemplate& form) {
    for (std::size_t i = 0; i < form.columns.size(); ++i) {
      const auto* known = std::get_if<form::Known>(&form.columns[i].source);
      if (!known || *known != form::Known::district || !found.columns[i]) continue;
      for (int row = found.first; row <= found.last; ++row) {
        const std::string words = words_of(value_at(*found.sheet, {row, *found.columns[i]}));
        if (!words.empty()) return words;
      }
    }
    return "";
  }

  const Workbook& workbook_;
  const model::Circular& circular_;
  const form::Templates& templates_;
};

}  // namespace

std::optional<std::size_t> index_of_round(const model::Circular& circular, int number) {
  const auto found = std::ranges::find_if(
      circular.rounds, [&](const model::Round& round) { return round.number.value == number; });
  if (found == circular.rounds.end()) return std::nullopt;
  return static_cast<std::size_t>(found - circular.rounds.begin());
}

std::optional<std::size_t> index_of_district(const model::Circular& circular,
                                             const std::string& name) {
  const std::string wanted = thai::bare_district(name);
  const auto found = std::ranges::find_if(circular.districts, [&](const model::Text& district) {
    return thai::bare_district(district.value) == wanted;
  });
  if (found == circular.districts.end()) return std::nullopt;
  return static_cast<std::size_t>(found - circular.districts.begin());
}

std::optional<FormFacts> facts_of(const Workbook& workbook) {
  const Words facts = identity(workbook);
  if (facts.empty()) return std::nullopt;
  FormFacts result;
  result.province = text_in(facts, "province");
  result.district = text_in(facts, "district");
  result.fiscal_year = number_in(facts, "fiscal_year");
  result.attachment = number_in(facts, "attachment");
  result.round = number_in(facts, "round");
  result.months = period_in(facts, "month");
  for (int i = 1; facts.contains("form_" + std::to_string(i)); ++i) {
    result.forms.push_back(text_in(facts, "form_" + std::to_string(i)));
    result.versions.push_back(number_in(facts, "version_" + std::to_string(i)));
  }
  if (result.province.empty() || result.forms.empty()) return std::nullopt;
  return result;
}

std::optional<FormFacts> facts_by_looks(const Workbook& workbook, const model::Circular& circular,
                                        const form::Templates& templates) {
  return Looks(workbook, circular, templates).best();
}

std::optional<Period> months_in_titles(const Workbook& workbook, const FormFacts& facts,
                                       const model::Circular& circular,
                                       const form::Templates& templates) {
  const bool is_monthly = std::ranges::any_of(facts.forms, [&](const std::string& name) {
    const form::FormTemplate* own = form_of(templates, name);
    return own && own->span == form::Span::month;
  });
  if (!is_monthly) return std::nullopt;
  for (const model::Attachment& attachment : circular.attachments) {
    if (attachment.number.value != facts.attachment) continue;
    const auto found =
        Looks(workbook, circular, templates).like(attachment, !facts.district.empty());
    if (found && found->facts.months) return found->facts.months;
  }
  return std::nullopt;
}

}  // namespace chiwat::returns
