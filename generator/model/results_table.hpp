// A table of results, cell by cell, before its rows are put together. Private to this folder.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/results.hpp"
#include "model/table.hpp"
#include "model/vocabulary.hpp"

namespace chiwat::model {

// Where the columns are, by their headings.
struct ResultColumns {
  std::optional<std::size_t> district, round, month;
  std::map<std::size_t, std::size_t> results;  // index into Circular::quantities to column
};

// Reports table_column_twice {column}, and results_column_missing {column, known} for the district.
ResultColumns find_result_columns(const Circular& circular, const source::Table& table,
                                  Diagnostics& diagnostics);

// One row; a cell that cannot be read was reported.
struct ResultRow {
  std::optional<std::size_t> district;
  std::optional<std::size_t> round;  // index into Circular::rounds
  std::optional<Month> month;
  std::map<std::size_t, Located<std::string>> cells;  // by index into Circular::quantities
  Origin origin;
};

// Reads districts, rounds and months; the results stay as typed.
std::vector<ResultRow> read_result_rows(const Circular& circular, const source::Table& table,
                                        const ResultColumns& columns, Diagnostics& diagnostics);

// Whether there is anything to score. Reports round_unknown {round}, score_without_levels.
bool can_be_scored(const Circular& circular, std::optional<int> only, const Origin& file,
                   Diagnostics& diagnostics);

// The rounds that a table is of, as indexes into Circular::rounds: with months those that have
// begun, with rounds those that it names, else the one whose results have columns. `only`: by
// number. Reports results_round_ambiguous {rounds}.
std::vector<std::size_t> rounds_of(const Circular& circular, const source::Table& table,
                                   const ResultColumns& columns, const std::vector<ResultRow>& rows,
                                   std::optional<int> only, Diagnostics& diagnostics);

// The results that a round needs and the table has no column for.
std::vector<std::size_t> missing_results(const Circular& circular, std::size_t round,
                                         const ResultColumns& columns);

bool is_in(const Period& period, Month month);

// What a cell says of a result; nothing when blank (evidence that is blank is not there), or
// reported.
std::optional<formula::Value> read_result(const Quantity& quantity,
                                          const Located<std::string>& cell,
                                          Diagnostics& diagnostics);

// What people call a quantity: its label, else its name.
const std::string& label_of(const Quantity& quantity);

// "1, 2".
std::string round_numbers(const Circular& circular, const std::vector<std::size_t>& rounds);

}  // namespace chiwat::model
