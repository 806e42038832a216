// One table as the cells of one sheet.
#pragma once

#include "document/workbook.hpp"
#include "form/column_widths.hpp"
#include "form/references.hpp"
#include "form/table_geometry.hpp"
#include "form/table_text.hpp"

namespace chiwat::form {

// Where the districts, the total row and the columns of a table will stand.
Placement placement_of(const Context& context, const model::Table& table, const TableText& text,
                       const TableRows& rows);

// `sheets`: where all tables of the workbook stand, this one among them.
document::Sheet table_sheet(const Context& context, const model::Table& table, const Template& form,
                            const TableText& text, const TableRows& rows,
                            const Placement& placement, const std::vector<Placement>& sheets);

}  // namespace chiwat::form
