// How a CSV text is written: which lines are comments, and what stands between cells.
#pragma once

#include <cstddef>
#include <string_view>

namespace chiwat::source {

// The offset of the first line that is no comment.
std::size_t after_comments(std::string_view text);

// What separates the cells of a text without comments: a comma, a semicolon or a tab, whichever
// occurs most outside quotes in its first line; a comma when none does.
char separator_of(std::string_view text);

}  // namespace chiwat::source
