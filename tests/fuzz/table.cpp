// A CSV in any character set, as officers save it. Nothing comes back without a reason; cells and
// rows are as the reader promises them, each at its place.
#include "promises.hpp"
#include "source/csv.hpp"
#include "targets.hpp"
#include "thai/encoding.hpp"
#include "thai/names.hpp"

namespace chiwat::fuzz {
namespace {

void require_cell(const Located<std::string>& cell, const source::Texts& texts) {
  require(thai::is_valid_utf8(cell.value), "a cell is UTF-8");
  const auto line = texts.line("d.csv", cell.origin.line);
  require(line && static_cast<std::size_t>(cell.origin.column) <= thai::length(*line) + 1,
          "a cell stands at a place that there is");
}

}  // namespace

void table(std::string_view input) {
  source::Texts texts;
  Diagnostics diagnostics;
  const auto table = source::read_csv("d.csv", input, texts, diagnostics);
  require_tellable(diagnostics, texts);
  require(table || diagnostics.has_errors(), "a diagnostic whenever nothing is returned");
  require(thai::decode(input).has_value() || !table, "bytes of no character set are no table");
  if (!table) return;
  for (const auto& cell : table->header) require_cell(cell, texts);
  require(!table->header.empty() && !table->header.back().value.empty(),
          "the header ends with a heading");
  for (const auto& row : table->rows) {
    require(row.size() <= table->header.size(), "no row is longer than the header");
    bool is_blank = true;
    for (const auto& cell : row) {
      require_cell(cell, texts);
      is_blank = is_blank && cell.value.empty();
    }
    require(!is_blank || diagnostics.has_errors(), "no row is blank, unless it was cut");
  }
}

}  // namespace chiwat::fuzz
