// The bytes of a description as the text that both readers work on.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/origin.hpp"

namespace chiwat::source {

// UTF-8 without byte-order marks, its lines ended by LF alone; nothing when the character set
// cannot be told (see thai::decode).
std::optional<std::string> plain_text(std::string_view bytes);

// The places of byte offsets in such a text. It remembers the last place and goes on from there, so
// that asking in ascending order costs one walk through the text, however long its lines.
class Places {
 public:
  // `text` must outlive this object.
  Places(std::shared_ptr<const std::string> file, std::string_view text);
  // An offset past the end is the end.
  Origin at(std::size_t offset);
  // The file itself.
  Origin whole() const { return {file_, 0, 0}; }

 private:
  void walk_to(std::size_t offset);

  std::shared_ptr<const std::string> file_;
  std::string_view text_;
  std::size_t offset_ = 0;
  int line_ = 1;
  int column_ = 1;
};

}  // namespace chiwat::source
