// The province, the year, the letter, the indicator and the description's own placeholders.
#include <string>
#include <variant>

#include "model/placeholders.hpp"
#include "model/reader.hpp"
#include "thai/message.hpp"
#include "thai/names.hpp"

namespace chiwat::model {
namespace {

// Years outside these are typed by mistake (the Christian year, a missing digit).
constexpr int kFirstYear = 2500;
constexpr int kLastYear = 2699;

void read_fiscal_year(Reader& reader, const source::Fields& top) {
  reader.circular.fiscal_year = {kFirstYear, top.origin()};  // until it is read
  const source::Node* node = top.require("fiscal_year");
  if (!node) return;
  const auto year = source::as_integer(*node, 1, 9999, reader.diagnostics);
  if (!year) return;
  if (year->value >= kFirstYear && year->value <= kLastYear) {
    reader.circular.fiscal_year = *year;
    reader.knows_year = true;
    return;
  }
  Diagnostic& diagnostic = reader.diagnostics.error(year->origin, "fiscal_year_unlikely",
                                                    {{"year", std::to_string(year->value)}});
  const int meant = year->value + kBuddhistOffset;
  if (meant >= kFirstYear && meant <= kLastYear) {
    diagnostic.hint("hint_did_you_mean", {{"name", std::to_string(meant)}});
    reader.circular.fiscal_year = {meant, year->origin};
    reader.knows_year = true;
  }
}

void read_letter(Reader& reader, const source::Fields& top) {
  reader.circular.letter.date.value.month = fiscal_year(reader.circular.fiscal_year.value).first;
  const source::Node* node = top.require("letter");
  if (!node) return;
  const source::Fields fields(
      *node, {"number", "date", "subject", "to", "office", "signer", "digits", "figures"},
      reader.diagnostics);
  Letter& letter = reader.circular.letter;
  letter.number = fields.text("number");
  letter.addressee = fields.text("to");
  letter.office = fields.text("office");
  letter.signer = fields.text("signer");
  const auto digits = fields.choice<thai::Digits>(
      "digits", {{"thai", thai::Digits::thai}, {"arabic", thai::Digits::arabic}});
  if (digits) letter.digits = digits->value;
  if (auto subject = fields.required_text("subject")) letter.subject = std::move(*subject);
  const auto text = fields.required_text("date");
  if (!text) return;
  if (const auto date = reader.date(*text)) letter.date = {*date, text->origin};
}

void read_indicator(Reader& reader, const source::Fields& top) {
  const source::Node* node = top.require("indicator");
  if (!node) return;
  const source::Fields fields(*node, {"number", "name", "unit", "weight", "reason"},
                              reader.diagnostics);
  Indicator& indicator = reader.circular.indicator;
  indicator.number = fields.integer("number", 1, 99);
  if (auto name = fields.required_text("name")) indicator.name = std::move(*name);
  indicator.unit = fields.text("unit");
  indicator.reason = fields.text("reason");
  indicator.weight = fields.number("weight");
  if (indicator.weight &&
      (indicator.weight->value < Number(0) || indicator.weight->value > Number(1))) {
    Diagnostic& diagnostic =
        reader.diagnostics.error(indicator.weight->origin, "bad_percentage",
                                 {{"found", (indicator.weight->value * 100).to_string() + "%"}});
    if (indicator.weight->value.is_integer() && indicator.weight->value <= Number(100) &&
        indicator.weight->value > Number(1)) {
      diagnostic.hint("hint_did_you_mean", {{"name", indicator.weight->value.to_string() + "%"}});
    }
  }
}

// A value may use the built-in placeholders and the values before it.
std::string written_out(Reader& reader, const Text& text) {
  reader.check_text(text);
  const auto result = thai::format(text.value, placeholders(reader.circular), thai::Digits::arabic);
  const auto* formatted = std::get_if<std::string>(&result);
  return formatted ? *formatted : text.value;
}

void read_values(Reader& reader, const source::Fields& top) {
  const source::Node* node = top.find("values");
  if (!node) return;
  if (node->kind != source::Node::Kind::mapping) {
    source::Fields(*node, {}, reader.diagnostics);  // reports not_a_mapping
    return;
  }
  const thai::Arguments built_in = placeholders(reader.circular);
  for (const source::Member& member : node->members) {
    if (built_in.contains(member.key.value)) {
      reader.diagnostics.error(member.key.origin, "value_name_taken", {{"name", member.key.value}});
    }
    auto text = source::as_text(member.value, reader.diagnostics);
    if (!text) continue;
    text->value = written_out(reader, *text);
    reader.add_constant(member.key, *text);
    reader.circular.values.emplace(member.key.value, std::move(*text));
  }
}

// Other texts may quote the indicator, so what it says itself is settled first.
void write_out_indicator(Reader& reader) {
  Indicator& indicator = reader.circular.indicator;
  indicator.name.value = written_out(reader, indicator.name);
  if (indicator.unit) indicator.unit->value = written_out(reader, *indicator.unit);
  if (indicator.reason) indicator.reason->value = written_out(reader, *indicator.reason);
}

}  // namespace

void read_head(Reader& reader, const source::Fields& top) {
  Circular& circular = reader.circular;
  if (auto province = top.required_text("province")) {
    circular.province = {thai::normalise(province->value), province->origin};
  }
  read_fiscal_year(reader, top);
  read_letter(reader, top);
  read_indicator(reader, top);
  read_values(reader, top);
  write_out_indicator(reader);
  for (const auto& text : {circular.letter.number, circular.letter.addressee,
                           circular.letter.office, circular.letter.signer}) {
    reader.check_text(text);
  }
  reader.check_text(circular.letter.subject);
}

}  // namespace chiwat::model
