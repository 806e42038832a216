#include "xlsx/charts.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "xlsx/checked.hpp"
#include "xlsx/formats.hpp"

namespace chiwat::xlsx {
namespace {

using document::Chart;
using document::Range;
using document::Sheet;
using document::SheetRange;
using document::Workbook;

// What the library takes for the size of a chart at scale 1.
constexpr int kLibraryWidth = 480;
constexpr int kLibraryHeight = 288;
constexpr int kLongestText = 255;

int cell_count(const Range& range) {
  return (range.last.row - range.first.row + 1) * (range.last.column - range.first.column + 1);
}

bool is_line_of_cells(const Range& range) {
  const int rows = range.last.row - range.first.row,
            columns = range.last.column - range.first.column;
  return rows >= 0 && columns >= 0 && (rows == 0 || columns == 0);
}

// "='รอบที่ 1'!$B$2:$B$26".
std::string reference(const SheetRange& cells) {
  return "=" + document::sheet_prefix(cells.sheet) + document::cell_name(cells.range.first, true) +
         ":" + document::cell_name(cells.range.last, true);
}

class ChartWriter {
 public:
  ChartWriter(const Workbook& workbook, const Sheet& sheet, const Chart& chart,
              lxw_workbook* target)
      : workbook_(workbook),
        chart_(chart),
        where_(sheet.name + "!" + document::cell_name(chart.at) + ": chart"),
        made_(workbook_add_chart(target,
                                 chart.kind == Chart::Kind::bar ? LXW_CHART_BAR : LXW_CHART_LINE)) {
    require(made_, where_, "out of memory");
  }

  void write(lxw_worksheet* on) {
    require(!chart_.series.empty(), where_, "nothing to be seen");
    require(chart_.width > 0 && chart_.height > 0, where_, "no size");
    for (const Chart::Series& series : chart_.series) add(series);
    set_title();
    set_axes();
    lxw_chart_options options{};
    options.x_scale = nearest_scale(chart_.width, kLibraryWidth);
    options.y_scale = nearest_scale(chart_.height, kLibraryHeight);
    std::string description = chart_.title;
    options.description = description.empty() ? nullptr : description.data();
    check(worksheet_insert_chart_opt(on, row(chart_.at.row), column(chart_.at.column), made_,
                                     &options),
          where_);
  }

 private:
  static double nearest_scale(int pixels, int whole) { return static_cast<double>(pixels) / whole; }

  lxw_chart_font font(bool bold) {
    lxw_chart_font result{};
    result.name = font_name_.data();
    result.size = bold ? 16 : 14;
    result.bold = bold;
    return result;
  }

  void require_cells(const SheetRange& cells) const {
    const bool is_there = std::ranges::any_of(
        workbook_.sheets, [&](const Sheet& sheet) { return sheet.name == cells.sheet; });
    require(is_there, where_, "over cells of a sheet that is not there");
    require(is_line_of_cells(cells.range), where_, "not over a row or a column of cells");
  }

  void require_text(const std::string& text) const {
    // The library takes '=' for the beginning of a reference.
    require(!text.starts_with('=') && utf16_length(text) <= kLongestText, where_,
            "a title or a name that Excel would not take");
  }

  void add(const Chart::Series& series) {
    require_cells(series.categories);
    require_cells(series.values);
    const int count = cell_count(series.values.range);
    require(cell_count(series.categories.range) == count, where_, "more names than values");
    require(series.bar_colors.empty() || std::cmp_equal(series.bar_colors.size(), count), where_,
            "not a color for each bar");
    require_text(series.name);
    lxw_chart_series* const added = chart_add_series(made_, reference(series.categories).c_str(),
                                                     reference(series.values).c_str());
    require(added, where_, "out of memory");
    if (!series.name.empty()) chart_series_set_name(added, series.name.c_str());
    if (chart_.kind == Chart::Kind::bar) {
      paint_bars(series, added);
    } else {
      draw_line(series, added);
    }
    label(added);
  }

  void paint_bars(const Chart::Series& series, lxw_chart_series* added) {
    lxw_chart_fill fill{};
    fill.color = library_colour(series.color);
    chart_series_set_fill(added, &fill);
    std::vector<lxw_chart_fill> fills(series.bar_colors.size());
    std::vector<lxw_chart_point> points(series.bar_colors.size());
    std::vector<lxw_chart_point*> pointers;
    for (std::size_t i = 0; i < points.size(); ++i) {
      fills[i].color = library_colour(series.bar_colors[i]);
      points[i].fill = &fills[i];
      pointers.push_back(&points[i]);
    }
    pointers.push_back(nullptr);
    if (!points.empty()) check(chart_series_set_points(added, pointers.data()), where_);
  }

  void draw_line(const Chart::Series& series, lxw_chart_series* added) {
    lxw_chart_line line{};
    line.color = library_colour(series.color);
    line.width = 2;
    chart_series_set_line(added, &line);
    lxw_chart_fill fill{};
    fill.color = line.color;
    chart_series_set_marker_type(added, LXW_CHART_MARKER_CIRCLE);
    chart_series_set_marker_fill(added, &fill);
    chart_series_set_marker_line(added, &line);
  }

  void label(lxw_chart_series* added) {
    chart_series_set_labels(added);
    lxw_chart_font small = font(false);
    chart_series_set_labels_font(added, &small);
    if (chart_.kind == Chart::Kind::line) {
      chart_series_set_labels_position(added, LXW_CHART_LABEL_POSITION_ABOVE);
    }
    if (!chart_.value_format.empty()) {
      chart_series_set_labels_num_format(added, chart_.value_format.c_str());
    }
  }

  void set_title() {
    require_text(chart_.title);
    lxw_chart_font bold = font(true);
    if (chart_.title.empty()) {
      chart_title_off(made_);
    } else {
      chart_title_set_name(made_, chart_.title.c_str());
      chart_title_set_name_font(made_, &bold);
    }
    lxw_chart_font plain = font(false);
    chart_legend_set_font(made_, &plain);
    chart_legend_set_position(
        made_, chart_.series.size() > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
  }

  void set_axes() {
    const bool lies = chart_.kind == Chart::Kind::bar;  // then the names stand at the side
    lxw_chart_axis* const across = chart_axis_get(made_, LXW_CHART_AXIS_TYPE_X);
    lxw_chart_axis* const upward = chart_axis_get(made_, LXW_CHART_AXIS_TYPE_Y);
    lxw_chart_axis* const names = lies ? upward : across;
    lxw_chart_axis* const values = lies ? across : upward;
    lxw_chart_font plain = font(false);
    chart_axis_set_num_font(names, &plain);
    chart_axis_set_num_font(values, &plain);
    if (chart_.from_zero) chart_axis_set_min(values, 0);
    if (lies) {
      chart_axis_set_reverse(names);
      chart_axis_off(values);  // the bars are labelled
      chart_axis_major_gridlines_set_visible(values, LXW_FALSE);
    }
    if (!chart_.value_format.empty()) {
      chart_axis_set_num_format(values, chart_.value_format.c_str());
    }
  }

  const Workbook& workbook_;
  const Chart& chart_;
  const std::string where_;
  lxw_chart* const made_;
  std::string font_name_ = "TH SarabunPSK";
};

}  // namespace

void write_charts(const Workbook& workbook, const Sheet& sheet, lxw_workbook* target,
                  lxw_worksheet* on) {
  for (const Chart& chart : sheet.charts) ChartWriter(workbook, sheet, chart, target).write(on);
}

}  // namespace chiwat::xlsx
