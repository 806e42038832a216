// The cells of a registry's CSV as what they mean, each with its own mistakes. Private to this
// folder.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/reader.hpp"
#include "model/table.hpp"

namespace chiwat::model {

class CellReader {
 public:
  // `table` must outlive this object.
  CellReader(Reader& reader, const source::Table& table)
      : reader_(reader), table_(table), last_texts_(table.header.size()) {}

  const std::string& heading(std::size_t column) const { return table_.header[column].value; }

  // In its one form (see thai::normalise); empty where there is no such column. Reports
  // plain_text_too_long, and cuts the text.
  Text text(const Row& row, std::optional<std::size_t> column);
  // The same in Arabic digits.
  Text digits(const Row& row, std::optional<std::size_t> column);
  // Reports registry_cell_missing {column} for an empty one.
  Text required_text(const Row& row, std::size_t column);
  // Reports also registry_code_rounded {found}, for 1.23E+11.
  Text code(const Row& row, std::size_t column);
  // In baht; nothing when blank. Reports registry_amount {found, column}, number_too_long,
  // registry_amount_negative {column}, registry_amount_decimals {column}.
  std::optional<Number> amount(const Row& row, std::optional<std::size_t> column);
  // Whether it is 1; reports registry_mark {found, column} when it is neither 1 nor blank.
  bool mark(const Row& row, std::optional<std::size_t> column);

 private:
  // The rows of one operator repeat most of their cells, and normalising takes most of the time.
  struct LastText {
    std::string typed;
    std::string normal;
  };

  Reader& reader_;
  const source::Table& table_;
  std::vector<LastText> last_texts_;  // by column
};

}  // namespace chiwat::model
