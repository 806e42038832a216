// A CSV file as people save it from Excel, as located cells.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/origin.hpp"
#include "source/files.hpp"

namespace chiwat::source {

// Every cell is text, outer white space removed. Rows may be shorter than the header, and are never
// longer; empty cells at the end of the header and beyond it are dropped, and so are rows whose
// cells are all empty. A first line that begins with '#' is a comment, and so are the lines that
// follow it and begin so.
struct Table {
  Origin origin;                             // the file
  std::vector<Located<std::string>> header;  // the first row; an empty cell is at its separator
  std::vector<std::vector<Located<std::string>>> rows;
};

// Reads a table: character set by thai::decode, separator (comma, semicolon or tab) found from the
// header line, quoted fields, CR, LF or CRLF line ends (LF inside a cell). Reported: csv_encoding,
// csv_is_workbook, csv_title_row (a heading of one cell over rows of several), csv_empty,
// csv_control_character, csv_too_long {text, cells, columns} at the first cell that is too many,
// csv_quote (a quote inside an unquoted cell, or text after a closing quote), csv_quote_open (at
// the quote never closed), csv_line_too_large (a cell of over 64 KiB, at its beginning); after the
// last three nothing more is read. Nothing is returned when there was an error, except
// csv_too_long: then the row is cut, so that the rest can still be checked.
std::optional<Table> read_csv(const std::string& path, std::string_view bytes, Texts&,
                              Diagnostics&);

// The same of a table that is too large to be kept: as long as nothing is wrong with the file, each
// row goes to `take` and none into the table. `head` has the header.
using TakeRow = std::function<void(const Table& head, std::vector<Located<std::string>> row)>;
std::optional<Table> read_csv(const std::string& path, std::string bytes, Texts&, Diagnostics&,
                              const TakeRow& take);

}  // namespace chiwat::source
