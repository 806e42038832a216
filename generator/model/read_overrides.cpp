// Single cells set by hand, of a baseline or of a computed column.
#include <utility>
#include <vector>

#include "model/reader.hpp"
#include "thai/names.hpp"

namespace chiwat::model {
namespace {

std::optional<std::size_t> find_district(Reader& reader, const Text& name) {
  const auto& districts = reader.circular.districts;
  const std::string wanted = thai::bare_district(name.value);
  std::vector<std::string> known;
  for (std::size_t i = 0; i < districts.size(); ++i) {
    if (thai::bare_district(districts[i].value) == wanted) return i;
    known.push_back(districts[i].value);
  }
  if (districts.empty()) return std::nullopt;  // the baseline was already reported
  Diagnostic& diagnostic =
      reader.diagnostics.error(name.origin, "override_unknown_district", {{"name", name.value}});
  if (const auto near = thai::closest(wanted, known)) {
    diagnostic.hint("hint_did_you_mean", {{"name", *near}});
  }
  return std::nullopt;
}

void report_twice(Reader& reader, const Origin& again, const std::string& name,
                  const Override& first) {
  reader.diagnostics.error(again, "override_twice", {{"name", name}})
      .note(first.origin, "first_here");
}

void set_total(Reader& reader, const source::Fields& fields, Column& column, Override entry) {
  if (const source::Node* district = fields.find("district")) {
    reader.diagnostics.error(district->origin, "override_district_or_total");
  }
  if (column.total_override) report_twice(reader, entry.origin, "total", *column.total_override);
  column.total_override = std::move(entry);
}

}  // namespace

void read_override(Reader& reader, const source::Fields& fields, Column& column) {
  if (!fields.is_mapping()) return;
  Override entry;
  entry.origin = fields.origin();
  if (fields.require("value")) {
    if (const auto value = fields.number("value")) entry.value = value->value;
  }
  if (auto reason = fields.required_text("reason")) entry.reason = std::move(*reason);
  reader.check_text(entry.reason);
  const auto total = fields.truth("total");
  if (total && total->value) {
    set_total(reader, fields, column, std::move(entry));
    return;
  }
  const auto name = fields.required_text("district");
  const auto district = name ? find_district(reader, *name) : std::nullopt;
  if (!district) return;
  const auto [place, is_new] = column.overrides.emplace(*district, std::move(entry));
  if (!is_new) report_twice(reader, fields.origin(), name->value, place->second);
}

}  // namespace chiwat::model
