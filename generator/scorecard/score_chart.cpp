#include "scorecard/score_chart.hpp"

#include <algorithm>
#include <numeric>

#include "form/paper.hpp"

namespace chiwat::scorecard {
namespace {

using document::Sheet;

// The largest scale at which a sheet of this size fits the paper.
int one_page_scale(const form::Paper& paper, std::int64_t width, std::int64_t height) {
  constexpr std::int64_t kSafety = 98, kSmallest = 10, kLargest = 100;
  const std::int64_t fitting =
      std::min(paper.width * kSafety / width, paper.height * kSafety / height);
  return static_cast<int>(std::clamp(fitting, kSmallest, kLargest));
}

// A chart is not cut: everything on one page, upright or across.
void fit_one_page(Sheet& sheet) {
  const auto width =
      std::accumulate(sheet.column_pixels.begin(), sheet.column_pixels.end(), std::int64_t{0}) *
      form::kPixel;
  const auto height =
      std::accumulate(sheet.row_heights.begin(), sheet.row_heights.end(), std::int64_t{0});
  const auto scale_on = [&](bool landscape) {
    return one_page_scale(form::a4(landscape, form::numbered_pages().margins), width, height);
  };
  sheet.page.landscape = scale_on(true) >= scale_on(false);
  sheet.page.scale = scale_on(sheet.page.landscape);
  sheet.page.breaks.clear();
  sheet.page.repeat_rows.reset();
}

}  // namespace

void put_chart(document::Chart chart, const form::Listing& table, Sheet& sheet) {
  constexpr int kGap = 24, kWidth = 760, kLowest = 420, kRow = 32, kAround = 80;
  const int columns = static_cast<int>(table.columns.size());
  chart.at = {table.heading_row(), columns + 1};
  chart.width = kWidth;
  chart.height = std::max(kLowest, static_cast<int>(table.rows.size()) * kRow + kAround);
  sheet.column_pixels.resize(static_cast<std::size_t>(columns));
  sheet.column_pixels.push_back(kGap);
  sheet.column_pixels.push_back(kWidth + kGap);
  // Down to the end of the chart, at 4 pixels to 3 points.
  const auto heading = static_cast<std::size_t>(table.heading_row());
  int below = std::accumulate(sheet.row_heights.begin() + static_cast<std::ptrdiff_t>(heading),
                              sheet.row_heights.end(), 0);
  while (below < chart.height * form::kPixel) {
    sheet.row_heights.push_back(form::kRowHeight);
    below += form::kRowHeight;
  }
  fit_one_page(sheet);
  sheet.page.print_area = document::Range{{0, 0},
                                          {static_cast<int>(sheet.row_heights.size()) - 1,
                                           static_cast<int>(sheet.column_pixels.size()) - 1}};
  sheet.charts.push_back(std::move(chart));
}

}  // namespace chiwat::scorecard
