// Charts beside the tables of a scorecard.
#pragma once

#include "document/workbook.hpp"
#include "form/listing.hpp"

namespace chiwat::scorecard {

// Puts a chart to the right of the table, as high as it, and makes room for it on the page.
void put_chart(document::Chart chart, const form::Listing& table, document::Sheet& sheet);

}  // namespace chiwat::scorecard
