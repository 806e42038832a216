#include "xlsx/read_styles.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace chiwat::xlsx {
namespace {

int number_of(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// Formats that a file uses by number alone: everywhere, in East Asia, in Thailand.
bool built_in_date(int format) {
  const auto between = [&](int first, int last) { return format >= first && format <= last; };
  return between(14, 22) || between(27, 36) || between(45, 47) || between(50, 58) ||
         between(71, 81);
}

class StylesHandler : public XmlHandler {
 public:
  void start(std::string_view element, const Attributes& attributes) override {
    if (element == "cellXfs") in_cell_styles_ = true;
    if (element == "numFmt") {
      codes_[number_of(attributes["numFmtId"])] = shows_date(attributes["formatCode"]);
    } else if (element == "xf" && in_cell_styles_) {
      formats_.push_back(number_of(attributes["numFmtId"]));
    }
  }
  void end(std::string_view element) override {
    if (element == "cellXfs") in_cell_styles_ = false;
  }
  void text(std::string_view) override {}

  std::vector<bool> dates() const {
    std::vector<bool> result;
    for (const int format : formats_) {
      const auto own = codes_.find(format);
      result.push_back(own == codes_.end() ? built_in_date(format) : own->second);
    }
    return result;
  }

 private:
  std::map<int, bool> codes_;
  std::vector<int> formats_;
  bool in_cell_styles_ = false;
};

// Where the part of a code that stands for itself ends, when one begins at `at`: "text", [Red], \x.
std::size_t end_of_literal(std::string_view code, std::size_t at) {
  const auto after = [&](char closing) {
    const std::size_t found = code.find(closing, at + 1);
    return found == std::string_view::npos ? code.size() : found + 1;
  };
  switch (code[at]) {
    case '"':
      return after('"');
    case '[':
      return after(']');
    case '\\':
    case '_':
    case '*':
      return at + 2;
    default:
      return at;
  }
}

}  // namespace

bool shows_date(std::string_view format_code) {
  constexpr std::string_view kDayMonthYear = "dDmMyYbB";  // b: the Buddhist year
  if (format_code == "General" || format_code == "GENERAL") return false;
  for (std::size_t at = 0; at < format_code.size();) {
    const std::size_t end = end_of_literal(format_code, at);
    if (end == at && kDayMonthYear.find(format_code[at]) != std::string_view::npos) return true;
    at = std::max(end, at + 1);
  }
  return false;
}

std::vector<bool> read_date_styles(Package& package, const std::string& part) {
  StylesHandler handler;
  read_xml(package, part, handler);
  return handler.dates();
}

}  // namespace chiwat::xlsx
