// A CSV file as people save it from Excel, as located cells.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/origin.hpp"
#include "source/files.hpp"

namespace chiwat::source {

// Every cell is text, outer white space removed; rows may have different lengths; rows whose cells
// are all empty are dropped. A first line that begins with '#' is a comment, and so are the lines
// that follow it and begin so.
struct Table {
  Origin origin;                            // the file
  std::vector<Located<std::string>> header;  // the first row
  std::vector<std::vector<Located<std::string>>> rows;
};

// Reads a table: character set by thai::decode, separator (comma, semicolon or tab) found from the
// header line, quoted fields, CR, LF or CRLF line ends. Reported: csv_encoding, csv_empty,
// csv_quote (a quote never closed, or text after a closing quote) with line and column,
// csv_too_long (a row with more cells than the header, unless the extra ones are empty),
// csv_line_too_large (a field of over 64 KiB). Nothing is returned when there was an error.
std::optional<Table> read_csv(const std::string& path, std::string_view bytes, Texts&,
                              Diagnostics&);

}  // namespace chiwat::source
