// The text of a form with room for what its placeholders say, to be found again on a sheet that
// somebody else's program has saved, perhaps of another year or district.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "document/workbook.hpp"
#include "form/occasion.hpp"

namespace chiwat::returns {

// A cell as words to compare: spaces and digits in one form. Empty for what has none.
std::string words_of(const document::Value& value);

class TextPattern {
 public:
  // `arguments` are those of an occasion; what depends on whom and when is left open.
  TextPattern(const form::Text& text, thai::Arguments arguments);

  // What the open places say, by name: district, province, month, quarter, round, fiscal_year …;
  // nothing when these are not the words of the text.
  std::optional<std::map<std::string, std::string>> match(const std::string& words) const;

 private:
  std::vector<std::string> literals_;  // one more than there are open places
  std::vector<std::string> names_;
};

}  // namespace chiwat::returns
