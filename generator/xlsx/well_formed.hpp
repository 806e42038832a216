// Whether a part is XML, of the kind that libxlsxwriter writes: a declaration, elements, attributes
// and texts; no comments, no sections.
//
// It is asked of every part that is written. A parser that takes everything apart for somebody
// would need as long for that as the making of the part took.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chiwat::xlsx {

class WellFormed {
 public:
  // The next bytes of the part, in pieces of any size. False when this is no XML, whatever follows.
  bool take(std::string_view piece);

  // Whether the part may end here: its root has been closed.
  bool is_whole() const;

 private:
  std::string rest_;  // what has come of a text or tag whose end has not
  std::vector<std::string> open_;
  std::vector<std::string_view> attributes_;  // of the tag that is looked at
  bool has_begun_ = false;
  bool has_root_ = false;

  enum class Found { whole, unfinished, wrong };
  Found take_one(std::string_view& from);
  Found take_text(std::string_view& from);
  Found take_declaration(std::string_view& from);
  Found take_start(std::string_view& from);
  Found take_attribute(std::string_view& from);
  Found take_end(std::string_view& from);
};

}  // namespace chiwat::xlsx
