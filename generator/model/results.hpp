// What the districts have reported: the results of each round that is to be scored.
//
// A table of results is a CSV with a row for each district (and round, or month) and a column for
// each of the description's `results:`, under its label or its name.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.hpp"
#include "base/diagnostics.hpp"
#include "base/origin.hpp"
#include "formula/evaluate.hpp"
#include "model/circular.hpp"
#include "source/files.hpp"

namespace chiwat::model {

// Of one district in one round.
struct DistrictResults {
  std::vector<formula::Value> values;  // one for each of RoundResults::reported
  Origin origin;                       // its row, the first of several
};

// What all districts together have reported for one month.
struct MonthResults {
  Month month;
  std::vector<formula::Value> values;  // one for each of RoundResults::reported
};

struct RoundResults {
  std::size_t round = 0;              // index into Circular::rounds
  std::vector<std::size_t> reported;  // the results that the round's levels need, as indexes into
                                      // Circular::quantities
  std::vector<int> decimals;          // of each: what the table has at most, 2 for baht
  std::vector<std::optional<DistrictResults>> districts;  // none: nothing was handed in
  std::vector<MonthResults> months;  // those that count, up to the last reported; none where the
                                     // table has no months
};

struct Results {
  Origin origin;  // the file
  std::vector<RoundResults> rounds;
};

// The results that the levels of a round need, in the order of Circular::quantities.
std::vector<std::size_t> needed_results(const Circular& circular, const Round& round);

// Several reported values of one result as one: their sum, or the largest where the description
// says so; of evidence, whether any was handed in.
formula::Value together(const Quantity& quantity, const formula::Value& a, const formula::Value& b);

// Reads the table at `path`. With months, the month of a row decides: a round is the sum of those
// that it counts, and is scored when it has a row of its own months. Without, a column of rounds
// says of which each row is, else all are of the one round whose results the columns fit. `only` is
// the number of the one round that is wanted.
//
// Reported, at the cell where there is one: file_unreadable {file}, what source::read_csv and
// thai::parse_date have to say, score_without_levels, round_unknown {round}, table_no_rows,
// table_column_twice {column}, results_column_missing {column, known}, results_round_ambiguous
// {rounds}, results_round_unknown {found, known}, results_month_outside {month, whole},
// results_twice {district}, district_missing, results_district_unknown {name}, results_not_number
// {found, column}, results_missing_value {column}, results_negative {column}, number_too_long,
// results_not_yes_no {found, column}, results_too_many_rows {most}, results_without_rows; and the
// warnings results_fraction {found, column, unit} and results_months_missing {district, round,
// months}. Nothing is returned when there was an
// error.
std::optional<Results> read_results(const std::string& path, const source::Files& files,
                                    source::Texts& texts, const Circular& circular,
                                    std::optional<int> only, Diagnostics& diagnostics);

}  // namespace chiwat::model
