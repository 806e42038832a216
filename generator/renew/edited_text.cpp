#include "renew/edited_text.hpp"

#include <algorithm>
#include <utility>

namespace chiwat::renew {
namespace {

// The byte at which a column, counted in code points from 1, begins.
std::size_t byte_of(const std::string& line, int column) {
  std::size_t at = 0;
  for (int i = 1; i < column && at < line.size(); ++i) {
    do ++at;
    while (at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0) == 0x80);
  }
  return at;
}

std::size_t indentation(const std::string& line) {
  const std::size_t first = line.find_first_not_of(' ');
  return first == std::string::npos ? 0 : first;
}

// Whether the quote at `at`, inside a text between such quotes, is of the text itself: \" and ''.
bool is_escaped(const std::string& line, std::size_t at) {
  if (line[at] == '\'') return at + 1 < line.size() && line[at + 1] == '\'';
  return line[at] == '\\';
}

// Where the comment of a line begins: at a # after a space, outside quotes.
std::size_t comment_start(const std::string& line) {
  constexpr std::string_view kBeforeText = " [{,";  // an apostrophe elsewhere is a letter
  char quote = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quote != 0) {
      const bool has_escapes = c == quote ? c == '\'' : quote == '"';
      if (has_escapes && is_escaped(line, i)) {
        ++i;
      } else if (c == quote) {
        quote = 0;
      }
    } else if (c == '#' && (i == 0 || line[i - 1] == ' ')) {
      return i;
    } else if ((c == '"' || c == '\'') &&
               (i == 0 || kBeforeText.find(line[i - 1]) != std::string_view::npos)) {
      quote = c;
    }
  }
  return line.size();
}

}  // namespace

EditedText::EditedText(std::string_view utf8) {
  while (!utf8.empty()) {
    const std::size_t end = utf8.find_first_of("\r\n");
    Line line;
    line.text = utf8.substr(0, end);
    utf8.remove_prefix(line.text.size());
    const std::size_t length = utf8.starts_with("\r\n") ? 2 : utf8.empty() ? 0 : 1;
    line.end = utf8.substr(0, length);
    utf8.remove_prefix(length);
    lines_.push_back(std::move(line));
  }
}

bool EditedText::replace(const Origin& at, const std::string& found, std::string replacement) {
  if (at.line < 1 || static_cast<std::size_t>(at.line) > lines_.size()) return false;
  Line& line = lines_[static_cast<std::size_t>(at.line) - 1];
  const std::size_t begin = byte_of(line.text, at.column);
  if (line.text.compare(begin, found.size(), found) != 0) return false;
  line.edits[begin] = {found.size(), std::move(replacement)};
  return true;
}

void EditedText::comment_above(int number, const std::string& text) {
  Line& line = lines_.at(static_cast<std::size_t>(number) - 1);
  line.above.push_back(std::string(indentation(line.text), ' ') + "# " + text);
}

void EditedText::comment_out(int number) {
  lines_.at(static_cast<std::size_t>(number) - 1).is_comment = true;
}

void EditedText::replace_block(int number, const std::string& key) {
  const auto first = static_cast<std::size_t>(number) - 1;
  const std::size_t depth = indentation(lines_.at(first).text);
  std::size_t end = first + 1;
  for (std::size_t i = end; i < lines_.size(); ++i) {
    const std::string& text = lines_[i].text;
    if (text.find_first_not_of(' ') == std::string::npos) continue;
    if (indentation(text) <= depth) break;
    end = i + 1;
  }
  lines_[first].text = std::string(depth, ' ') + key;
  for (std::size_t i = first + 1; i < end; ++i) lines_[i].is_gone = true;
}

std::string EditedText::line(int number) const {
  return lines_.at(static_cast<std::size_t>(number) - 1).text;
}

std::string EditedText::text(const Rewrite& rest, const Rewrite& comments) const {
  std::string result;
  for (const Line& line : lines_) {
    if (line.is_gone) continue;
    for (const std::string& above : line.above) {
      result += above + (line.end.empty() ? "\n" : line.end);
    }
    if (line.is_comment) {
      const std::size_t first = indentation(line.text);
      result += line.text.substr(0, first) + "# " + line.text.substr(first) + line.end;
      continue;
    }
    const std::size_t comment = comment_start(line.text);
    std::size_t done = 0;
    for (const auto& [begin, edit] : line.edits) {
      result += rest(std::string_view(line.text).substr(done, begin - done)) + edit.replacement;
      done = begin + edit.length;
    }
    if (done < comment) result += rest(std::string_view(line.text).substr(done, comment - done));
    result += comments(std::string_view(line.text).substr(std::max(done, comment))) + line.end;
  }
  return result;
}

}  // namespace chiwat::renew
