#include "feedback/listed_cells.hpp"

#include <cstdint>
#include <utility>

#include "form/listing.hpp"
#include "form/properties.hpp"

namespace chiwat::feedback {

using document::Cell;
using document::Horizontal;

Cell words(const std::string& text, Horizontal side) {
  return {text.empty() ? document::Value(document::Blank{}) : document::Value(text),
          form::listed_text(side), ""};
}

Cell serial(std::size_t index) {
  return {Number(static_cast<std::int64_t>(index + 1)), form::listed_text(Horizontal::centre), ""};
}

Cell counted(int count) {
  return {Number(count), form::listed_number("0"), ""};
}

document::Workbook workbook_called(const std::string& title, const model::Circular& circular,
                                   std::vector<document::Sheet> sheets) {
  document::Workbook workbook;
  workbook.file_name = title + ".xlsx";
  workbook.properties = form::properties(circular, title, thai::Digits::arabic);
  workbook.sheets = std::move(sheets);
  return workbook;
}

}  // namespace chiwat::feedback
