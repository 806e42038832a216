#include "form/paper.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <numeric>

namespace chiwat::form {
namespace {

constexpr int kShortSide = 210;  // millimetres of A4
constexpr int kLongSide = 297;

// Programs and printers differ a little in how wide a column and how high a row comes out.
constexpr int kSafetyPercent = 97;

// Below this a table is cut into pages instead of drawn smaller.
constexpr int kSmallestForOnePage = 75;
constexpr int kSmallest = 10;  // of Excel

// Of Excel. Whatever is above the first break, programs cut where a page is full.
constexpr std::ptrdiff_t kMostBreaks = 1023;

// A text is drawn no smaller than this.
constexpr int kSmallestText = 88;

Millipoints millimetres(int length) {
  return static_cast<Millipoints>(static_cast<std::int64_t>(length) * 72'000 * 10 / 254);
}

// The percentage at which `needed` fits into `room`, with some to spare.
int fitting(Millipoints room, std::int64_t needed) {
  if (needed <= 0) return 100;
  const std::int64_t percent = static_cast<std::int64_t>(room) * kSafetyPercent / needed;
  return static_cast<int>(std::min<std::int64_t>(percent, 100));
}

// The pages of a text drawn at this scale.
Pages cut_text(const Paper& paper, const std::vector<TextRow>& rows, int scale) {
  Pages pages;
  pages.scale = scale;
  const auto room =
      static_cast<Millipoints>(static_cast<std::int64_t>(paper.height) * kSafetyPercent / scale);
  Millipoints used = 0;
  for (std::size_t first = 0; first < rows.size();) {
    std::size_t last = first;  // of the rows that stay together
    Millipoints together = rows[first].height;
    while (rows[last].keeps_next && last + 1 < rows.size() && !rows[last + 1].begins_page &&
           together + rows[last + 1].height <= room) {
      together += rows[++last].height;
    }
    if (first > 0 && (rows[first].begins_page || used + together > room)) {
      pages.breaks.push_back(static_cast<int>(first));
      used = 0;
    }
    used += together;
    first = last + 1;
  }
  return pages;
}

}  // namespace

PageSetup numbered_pages(Orientation orientation) {
  PageSetup page;
  page.orientation = orientation;
  page.footer = Text{"หน้า {page} จาก {pages}", {}};
  return page;
}

Paper a4(bool landscape, const Margins& margins) {
  const int across = landscape ? kLongSide : kShortSide;
  const int down = landscape ? kShortSide : kLongSide;
  return {landscape, millimetres(across - margins.left - margins.right),
          millimetres(down - margins.top - margins.bottom)};
}

Pages paginate_text(const Paper& paper, const std::vector<TextRow>& rows) {
  const Pages whole = cut_text(paper, rows, 100);
  for (int scale = 99; scale >= kSmallestText; --scale) {
    Pages fewer = cut_text(paper, rows, scale);
    if (fewer.breaks.size() < whole.breaks.size()) return fewer;
  }
  return whole;
}

Pages paginate(const Paper& paper, Millipoints width, const Rows& rows) {
  Pages pages;
  const auto height = std::accumulate(rows.heights.begin(), rows.heights.end(), std::int64_t{0});
  const int across = std::max(fitting(paper.width, width), kSmallest);
  const int whole = std::min(across, fitting(paper.height, height));
  if (whole >= kSmallestForOnePage || whole == across) {
    pages.scale = whole;
    return pages;
  }
  pages.scale = across;
  const auto room =
      static_cast<Millipoints>(static_cast<std::int64_t>(paper.height) * kSafetyPercent / across);
  const auto sum = [&](int first, int last) {
    return std::accumulate(rows.heights.begin() + first, rows.heights.begin() + last, 0);
  };
  const Millipoints repeated = sum(rows.first_heading, rows.last_heading + 1);
  const int count = static_cast<int>(rows.heights.size());
  const bool fits = repeated + sum(rows.kept_from, rows.kept_until) <= room;
  const int kept_from = fits ? rows.kept_from : std::min(rows.kept_at_least, rows.kept_until);
  Millipoints used = 0;
  for (int row = 0; row < count; ++row) {
    const Millipoints own = rows.heights[static_cast<std::size_t>(row)];
    const bool full = used + own > room;
    const Millipoints kept = row == kept_from ? sum(row, rows.kept_until) : 0;
    const bool tail_would_split = used + kept > room && repeated + kept <= room;
    if ((full || tail_would_split) && row > rows.last_heading + 1) {
      pages.breaks.push_back(row);
      used = repeated;
    }
    used += own;
  }
  if (std::ssize(pages.breaks) > kMostBreaks) {
    pages.breaks.erase(pages.breaks.begin(), pages.breaks.end() - kMostBreaks);
  }
  return pages;
}

}  // namespace chiwat::form
