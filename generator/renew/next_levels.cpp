#include "renew/next_levels.hpp"

#include <algorithm>
#include <set>

#include "model/level_table.hpp"
#include "renew/edited_text.hpp"
#include "renew/next_year.hpp"
#include "thai/names.hpp"

namespace chiwat::renew {
namespace {

bool is_text(const std::string& heading) {
  static const std::set<std::string> keys{"text", "name"};
  return std::ranges::any_of(model::kLevelColumns, [&](const model::LevelColumn& column) {
    return keys.contains(column.key) && thai::normalise(heading) == column.heading;
  });
}

}  // namespace

std::string next_levels(const std::string& utf8, const source::Table& table, int old_year,
                        int new_year) {
  EditedText edited(utf8);
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!is_text(table.header[i].value)) continue;
      const std::string next = next_heading(row[i].value, old_year, new_year);
      Origin at = row[i].origin;
      if (edited.replace(at, row[i].value, next)) continue;
      ++at.column;  // behind the quotation mark
      edited.replace(at, row[i].value, next);
    }
  }
  const auto as_it_is = [](std::string_view text) { return std::string(text); };
  return edited.text(as_it_is, as_it_is);
}

}  // namespace chiwat::renew
