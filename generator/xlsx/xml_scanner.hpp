// XML in UTF-8, as nearly every part of a workbook is: checked, and handed on without a copy.
//
// It finds what a whole XML parser finds, but for document types, which it refuses, and for letters
// beyond ASCII in names, which it all lets pass. Parsers that look up every name in a table of
// their own, as expat does, need four times as long.
#pragma once

#include <list>
#include <string>
#include <string_view>
#include <vector>

#include "xlsx/xml.hpp"

namespace chiwat::xlsx {

class XmlScanner {
 public:
  explicit XmlScanner(XmlHandler& handler) : handler_(handler) {}

  // The next bytes of the part, in pieces of any size. False when this is no XML, whatever follows,
  // or has elements more than 64 deep, or a single tag of more than a megabyte.
  bool take(std::string_view piece);

  // False while nothing has been understood. When take() is false then, the part may still be XML
  // in another encoding.
  bool has_begun() const { return has_begun_; }

  // Whether the part may end here: its root has been closed.
  bool is_whole() const { return has_root_ && open_.empty() && rest_.empty(); }

 private:
  enum class Found { whole, unfinished, wrong };

  // Each takes something from the front; what is not `whole` stays there.
  Found take_one(std::string_view& from);
  Found take_markup(std::string_view& from);
  Found take_space(std::string_view& from);
  Found take_text(std::string_view& from);
  Found take_sign(std::string_view& from);
  static Found take_reference(std::string_view& from, std::string& text);
  Found take_bracket(std::string_view& from);
  Found take_start(std::string_view& from);
  Found take_attributes(std::string_view& from);
  Found take_attribute(std::string_view& from);
  Found take_value(std::string_view& from, std::string_view& value);
  static Found take_sign_of_value(std::string_view& from, std::string& text);
  Found take_end(std::string_view& from);
  Found take_instruction(std::string_view& from);
  bool is_declaration(std::string_view content);
  Found take_comment(std::string_view& from);
  Found take_section(std::string_view& from);
  bool has_twins() const;

  XmlHandler& handler_;
  std::string rest_;  // what has come of something whose end has not
  std::vector<std::string> open_;
  std::vector<Attribute> attributes_;  // of the tag that is looked at
  std::list<std::string> decoded_;     // those of its values that are not as they stand there
  bool has_begun_ = false;
  bool has_root_ = false;
  bool in_section_ = false;
};

}  // namespace chiwat::xlsx
