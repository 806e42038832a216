// The functions behind the rules, family by family. Private to this folder; each says what it
// reports, and rules.cpp says which rule that is.
#pragma once

#include "review/rules.hpp"

namespace chiwat::review {

// --- dates ---
// weekday_differs {date, weekday}.
void check_weekdays(const Subject& subject, Diagnostics& diagnostics);
// due_before_letter {due, letter}.
void check_due_after_letter(const Subject& subject, Diagnostics& diagnostics);
// due_outside_round {due, round, months}.
void check_due_in_round(const Subject& subject, Diagnostics& diagnostics);
// due_on_weekend {due, next}.
void check_weekends(const Subject& subject, Diagnostics& diagnostics);
// due_on_holiday {due, holiday, next}.
void check_holidays(const Subject& subject, Diagnostics& diagnostics);
// due_twice {name, dates}.
void check_due_once(const Subject& subject, Diagnostics& diagnostics);
// year_unlikely {year, fiscal_year}, year_of_title {years, fiscal_year},
// data_of_future {month, letter}.
void check_years(const Subject& subject, Diagnostics& diagnostics);
// period_backwards_in_text {period}.
void check_periods(const Subject& subject, Diagnostics& diagnostics);
// heading_years_differ {column, years}.
void check_heading_years(const Subject& subject, Diagnostics& diagnostics);
// other_round_named {found, round}.
void check_round_names(const Subject& subject, Diagnostics& diagnostics);

// --- levels ---
// level_order {name, lower, higher, lower_bound, higher_bound, round}.
void check_level_order(const Subject& subject, Diagnostics& diagnostics);
// levels_alike {first, second, round}.
void check_levels_alike(const Subject& subject, Diagnostics& diagnostics);
// levels_hole {round, cases}; levels_overlap {lower, higher, example, round}; level_unreachable
// {level, round}.
void check_level_cover(const Subject& subject, Diagnostics& diagnostics);
// wording_differs {text, words, meant}.
void check_wording(const Subject& subject, Diagnostics& diagnostics);
// percentage_differs {text, said, meant}, level_percentage_differs {text, said, meant}.
void check_percentages(const Subject& subject, Diagnostics& diagnostics);
// rounds_nearly_alike {name, level, round, bound, other_round, other_bound}.
void check_rounds_alike(const Subject& subject, Diagnostics& diagnostics);

// --- targets ---
// target_below_bound {column, count, districts}.
void check_targets_reach(const Subject& subject, Diagnostics& diagnostics);
// total_not_sum {column, total, sum, difference}.
void check_totals(const Subject& subject, Diagnostics& diagnostics);
// target_fractional {column, count, districts}.
void check_whole_targets(const Subject& subject, Diagnostics& diagnostics);
// parts_differ {whole, parts, count, districts}.
void check_parts(const Subject& subject, Diagnostics& diagnostics);
// base_differs {column, share, base, criterion}, base_not_named {text, named, base}.
void check_bases(const Subject& subject, Diagnostics& diagnostics);
// target_reaches_no_level {column, target, result, least, round}.
void check_targets_count(const Subject& subject, Diagnostics& diagnostics);

// --- figures ---
// figure_differs: see plan/check_figures.hpp; figure_in_text_differs {column, quoted, total}.
void check_letter_figures(const Subject& subject, Diagnostics& diagnostics);
// attachment_not_produced {number}, attachment_not_listed {number}.
void check_attachments(const Subject& subject, Diagnostics& diagnostics);
// totals_disagree {condition, count, districts}; and what check_heading_sums reports.
void check_agreements(const Subject& subject, Diagnostics& diagnostics);
// heading_not_sum {group, count, districts}.
void check_heading_sums(const Subject& subject, Diagnostics& diagnostics);
// outlier {column, before, factor, count, districts}.
void check_outliers(const Subject& subject, Diagnostics& diagnostics);

// --- names ---
// districts_missing {province, count, districts}, district_misspelt {name, meant},
// district_of_other_province {name, province, other}, districts_out_of_order {name, expected}.
void check_districts(const Subject& subject, Diagnostics& diagnostics);
// text_names_other_district {name, province, other}.
void check_named_districts(const Subject& subject, Diagnostics& diagnostics);
// province_unknown {name}, province_differs {text, found, province}.
void check_province(const Subject& subject, Diagnostics& diagnostics);
// form_codes_mixed {code, other}.
void check_form_codes(const Subject& subject, Diagnostics& diagnostics);

}  // namespace chiwat::review
