// What is wrong in the forms that came back, by whom it concerns.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/circular.hpp"
#include "returns/reply.hpp"
#include "thai/message.hpp"

namespace chiwat::feedback {

struct Problem {
  std::optional<returns::Sender> sender;  // none: nobody knows whose file it is
  std::string file;                       // as it was found
  std::string sheet, cell;                // each may be empty
  const Diagnostic* diagnostic = nullptr;
};

// What was reported, of the province and then of the districts in order, of unknown files last; of
// each in the order in which it was found.
std::vector<Problem> problems_of(const Diagnostics& diagnostics,
                                 const std::vector<returns::Returned>& returned,
                                 const model::Circular& circular);

// The message, with its hints.
std::string text_of(const Problem& problem, const thai::Catalogue& catalogue);
// "แผ่นงาน รต.1 เซลล์ H14"; empty for the whole file.
std::string place_of(const Problem& problem);
// Without the folders before it.
std::string file_name_of(const Problem& problem);
// "อำเภอเขมราฐ"; of an unknown file "ไม่ทราบอำเภอ".
std::string name_of(const std::optional<returns::Sender>& sender, const model::Circular& circular);
// Whether two are of the same district, whatever they reply to.
bool is_same_sender(const std::optional<returns::Sender>& a,
                    const std::optional<returns::Sender>& b);

}  // namespace chiwat::feedback
