// A text file with changes at places that are known: everything else stays as it is, byte for byte.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/origin.hpp"

namespace chiwat::renew {

class EditedText {
 public:
  explicit EditedText(std::string_view utf8);

  // Puts `replacement` in the place of `found`, which begins there; false when it does not.
  bool replace(const Origin& at, const std::string& found, std::string replacement);
  // A comment of a line of its own above a line (from 1), as far in as it.
  void comment_above(int line, const std::string& text);
  // Makes the whole line a comment.
  void comment_out(int line);

  // Puts `key`, a key with its value, in the place of the block that begins with the key on this
  // line, down to the last line that is farther in.
  void replace_block(int line, const std::string& key);

  int lines() const { return static_cast<int>(lines_.size()); }
  // The line without its end.
  std::string line(int number) const;

  // The whole text; what was not replaced goes through `rest`, comments through `comments`.
  using Rewrite = std::function<std::string(std::string_view)>;
  std::string text(const Rewrite& rest, const Rewrite& comments) const;

 private:
  struct Edit {
    std::size_t length = 0;
    std::string replacement;
  };
  struct Line {
    std::string text;
    std::string end;
    std::vector<std::string> above;
    bool is_comment = false;
    bool is_gone = false;
    std::map<std::size_t, Edit> edits;  // by the byte where they begin
  };

  std::vector<Line> lines_;
};

}  // namespace chiwat::renew
