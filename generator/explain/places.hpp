// Where the numbers of the columns are written: workbook, sheet and cell.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "document/workbook.hpp"
#include "explain/derivation.hpp"
#include "form/template.hpp"
#include "model/circular.hpp"
#include "plan/plan.hpp"

namespace chiwat::explain {

struct Place {
  std::string file;  // of the workbook
  std::string sheet;
  document::Position cell;
};

// Every cell of the attachments' tables that holds the value of a column in a row, those of
// ข้อมูลฐาน among them, in the order of the attachments.
std::vector<Place> places(const model::Circular& circular, const plan::Plan& plan,
                          const form::Templates& templates, std::size_t column, Row row);

}  // namespace chiwat::explain
