// Rows of texts as a table on the terminal.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace chiwat::cli {

using Row = std::vector<std::string>;

// Columns aligned by what the terminal shows, where Thai marks have no width; those of `right` at
// their right side. Rows have as many texts as the first.
void print_rows(const std::vector<Row>& rows, std::ostream& out,
                const std::set<std::size_t>& right = {});

// The beginning of a text, with "…", when it is wider than `widest` on the terminal; one line.
std::string shortened(const std::string& text, std::size_t widest);

// Two texts in the same way, so that what differs in them is seen: where their beginnings are the
// same for longer than that, both begin with "…" shortly before they differ.
std::pair<std::string, std::string> shortened(const std::string& one, const std::string& other,
                                              std::size_t widest);

}  // namespace chiwat::cli
