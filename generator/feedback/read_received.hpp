// When the forms arrived, as somebody wrote it down.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "feedback/status.hpp"
#include "model/circular.hpp"
#include "source/files.hpp"

namespace chiwat::feedback {

// A CSV with the columns อำเภอ and วันที่ได้รับ (or วันที่รับ), and where a district sends several
// things สิ่งที่ส่งมาด้วย, เดือน or รอบ. Reported at the cell: what source::read_csv and
// thai::parse_date say, received_column_missing {column}, district_missing,
// results_district_unknown {name}, received_not_day {found}, received_not_number {found, known},
// returned_date_outside {found, expected}, and received_twice {district} of rows that name
// different days for the same.
std::vector<ReceivedDay> read_received(const std::string& path, std::string_view bytes,
                                       source::Texts& texts, const model::Circular& circular,
                                       Diagnostics& diagnostics);

}  // namespace chiwat::feedback
