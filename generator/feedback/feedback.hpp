// What the province writes back: who has returned what, what is to be mended, and a few lines for
// each district that can be pasted into a chat. All of it is Thai.
#pragma once

#include <string>
#include <vector>

#include "document/workbook.hpp"
#include "feedback/problems.hpp"
#include "feedback/status.hpp"
#include "model/circular.hpp"
#include "thai/message.hpp"

namespace chiwat::feedback {

// A sheet for each attachment and month or round: the districts, when they returned it, and how
// many places they have to mend.
document::Workbook status_workbook(const std::vector<Status>& statuses,
                                   const model::Circular& circular);

// A summary that leads to a sheet of each district, and a sheet of everything.
document::Workbook problems_workbook(const std::vector<Problem>& problems,
                                     const model::Circular& circular, const thai::Catalogue& thai);

struct DistrictText {
  std::string file_name;
  std::string text;  // lines end as Windows wants it
};

// One for each district: what has arrived, what is to be mended, what is missing.
std::vector<DistrictText> district_texts(const std::vector<Status>& statuses,
                                         const std::vector<Problem>& problems,
                                         const model::Circular& circular,
                                         const thai::Catalogue& thai);

// "แบบรายงานผล (สิ่งที่ส่งมาด้วย 4) รอบที่ 1".
std::string title_of(const Asked& asked, const model::Circular& circular);

}  // namespace chiwat::feedback
