// The workbook that stands before the attachments: the letter's list of them, with the files that
// each became, and every total in digits and in words, for whoever writes the letter.
#pragma once

#include "document/workbook.hpp"
#include "form/lay_out.hpp"

namespace chiwat::form {

inline constexpr const char* kAttachmentListFile = "00-รายการสิ่งที่ส่งมาด้วย.xlsx";

// The letter's own digits, unless the options say others; of the options only these matter.
document::Workbook attachment_list(const model::Circular& circular, const plan::Plan& plan,
                                   const Templates& templates, const LayOutOptions& options);

}  // namespace chiwat::form
