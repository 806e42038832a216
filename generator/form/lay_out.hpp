// An attachment as workbooks: which there are, and what stands in each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.hpp"
#include "document/workbook.hpp"
#include "form/brought.hpp"
#include "form/template.hpp"
#include "model/circular.hpp"
#include "plan/plan.hpp"
#include "thai/digits.hpp"

namespace chiwat::form {

struct LayOutOptions {
  std::optional<thai::Digits> digits;  // instead of the attachment's own
  bool values = false;                 // constants where there would be formulas
  const Brought* brought = nullptr;    // what earlier months bring into the forms of a month
};

// One workbook of an attachment: the province's, with the attachment's tables, or a district's.
struct Output {
  const model::Attachment* attachment = nullptr;
  std::optional<std::size_t> district;    // index into Circular::districts; none: the province's
  std::vector<const model::Form*> forms;  // those of one round, of the district or the province
  bool has_tables = false;
  std::optional<Period> months;  // what monthly forms report on; none: to be written in
  std::string folder;            // below the folder written to; empty: that folder itself
  std::string file_name;         // with .xlsx
};

// The title of an attachment, its placeholders filled in.
std::string attachment_title(const model::Circular& circular, const model::Attachment& attachment);

// "01-เป้าหมายตัวชี้วัด": the name of an attachment's file without .xlsx, and of its folder; sorts
// in the order of the attachments.
std::string attachment_file_name(const model::Circular& circular,
                                 const model::Attachment& attachment);
// "2568-01"; of a quarter "2568-ไตรมาส-2", which sorts after its months.
std::string months_file_name(const model::Circular& circular, const Period& months);
// "01-เขมราฐ": sorts in the order of the districts.
std::string district_file_name(const model::Circular& circular, std::size_t district);

// The workbooks of an attachment, the province's before those of the districts; none when it has
// neither tables nor forms. Names sort in the order of attachments and of districts.
//
// With `months`, a month or a fiscal quarter, only the monthly forms, in folders and files that say
// so: 05-แบบรายงาน/2568-01/01-เขมราฐ.xlsx (of a quarter 05-แบบรายงาน/2568-ไตรมาส-2/…), and the
// province's 05-แบบรายงาน-2568-01.xlsx.
std::vector<Output> outputs(const model::Circular& circular, const model::Attachment& attachment,
                            const Templates& templates,
                            const std::optional<Period>& months = std::nullopt);

// One workbook: one sheet for each form, each table. Every text is formatted, every length
// computed; but the cells of rows are made when somebody looks at them, and until then the circular
// and the plan must stay.
document::Workbook lay_out(const model::Circular& circular, const plan::Plan& plan,
                           const Output& output, const Templates& templates,
                           const LayOutOptions& options);

}  // namespace chiwat::form
