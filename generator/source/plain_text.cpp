// Character sets and line ends are settled here once, so that the readers see neither.
#include "source/plain_text.hpp"

#include <algorithm>
#include <utility>

#include "thai/encoding.hpp"

namespace chiwat::source {
namespace {

void unify_line_ends(std::string& text) {
  std::size_t out = std::min(text.find('\r'), text.size());
  for (std::size_t i = out; i < text.size(); ++i) {
    const bool carriage_return = text[i] == '\r';
    if (carriage_return && i + 1 < text.size() && text[i + 1] == '\n') continue;
    text[out++] = carriage_return ? '\n' : text[i];
  }
  text.resize(out);
}

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

}  // namespace

std::optional<std::string> plain_text(std::string_view bytes) {
  std::optional<std::string> text = thai::decode(bytes);
  if (!text) return std::nullopt;
  // Programs that add a mark to a file which has one leave a second behind.
  std::size_t marks = 0;
  while (text->compare(marks, thai::kByteOrderMark.size(), thai::kByteOrderMark) == 0)
    marks += thai::kByteOrderMark.size();
  text->erase(0, marks);
  unify_line_ends(*text);
  return text;
}

Places::Places(std::shared_ptr<const std::string> file, std::string_view text)
    : file_(std::move(file)), text_(text) {}

Origin Places::at(std::size_t offset) {
  offset = std::min(offset, text_.size());
  if (offset < offset_) {  // back to the start of the line wanted
    const std::string_view between = text_.substr(offset, offset_ - offset);
    line_ -= static_cast<int>(std::count(between.begin(), between.end(), '\n'));
    offset_ = text_.substr(0, offset).rfind('\n') + 1;  // npos + 1 is the start of the text
    column_ = 1;
  }
  walk_to(offset);
  return {file_, line_, column_};
}

// A character ends where the next one begins, and a line begins after its end.
void Places::walk_to(std::size_t offset) {
  std::string_view way = text_.substr(offset_, offset - offset_);
  if (way.find('\n') != std::string_view::npos) {  // in a table one cell of many
    line_ += static_cast<int>(std::count(way.begin(), way.end(), '\n'));
    column_ = 1;
    way.remove_prefix(way.rfind('\n') + 1);
  }
  offset_ = offset;
  if (way.empty()) return;
  const bool is_end = offset == text_.size() || begins_character(text_[offset]);
  column_ += static_cast<int>(std::count_if(way.begin() + 1, way.end(), begins_character)) +
             (is_end ? 1 : 0);
}

}  // namespace chiwat::source
