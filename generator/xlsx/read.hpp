// A workbook that somebody sent back, by whatever program it was saved.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "document/workbook.hpp"

namespace chiwat::xlsx {

// How large a workbook may be. There is no limit to the ratio of packing: sheets of equal rows are
// honestly packed to a hundredth, and what these bounds let through takes ten seconds at the worst.
struct Limits {
  std::int64_t unpacked = std::int64_t{512} << 20;     // bytes of all parts that are read
  std::int64_t shared_text = std::int64_t{256} << 20;  // bytes, a text counted in each of its cells
  std::int64_t cells = 5'000'000;                      // of all sheets
  std::size_t sheets = 200;
};

// Reads what was filled in: sheets in order, their values, merges, the rows that are repeated on each
// page and whether they are hidden, defined names, properties. Cells without a value are left out, and so are comments, rules and how
// things look.
//
// Numbers are exact: the shortest decimal that means what the file holds, so that 0.1 is 0.1. A
// whole number of days in a cell that shows a date is a Date; with a time of day it stays a Number.
// A formula that the file shares among cells has its text in the first of them only; in the others
// it is empty.
//
// The file is taken for hostile: what is broken, overlarge, encrypted or no workbook at all is an
// error at `path`, and nothing is returned.
std::optional<document::Workbook> read(const std::filesystem::path& path, Diagnostics& diagnostics,
                                       const Limits& limits = {});
// The same of a file in memory; what is wrong is told at `shown`.
std::optional<document::Workbook> read(std::string_view bytes, const std::string& shown,
                                       Diagnostics& diagnostics, const Limits& limits = {});

}  // namespace chiwat::xlsx
