// What stands in a text of XML, as xlsx/xml_scanner hands it over and as expat does.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "xlsx/xml_expat.hpp"
#include "xlsx/xml_scanner.hpp"

namespace chiwat::xlsx {

// One line for each element that begins or ends, and for each text.
class XmlEvents : public XmlHandler {
 public:
  void start(std::string_view element, const Attributes& attributes) override {
    begin_line('<') += element;
    note(element);
    for (const Attribute& attribute : attributes) {
      (lines_ += ' ') += attribute.name;
      ((lines_ += "=\"") += attribute.value) += '"';
      note(attribute.name);
    }
  }
  void end(std::string_view element) override { begin_line('/') += element; }
  void text(std::string_view piece) override {
    if (last_ != '=') begin_line('=');
    lines_ += piece;
  }

  const std::string& lines() const { return lines_; }
  // A letter beyond ASCII in a name: there the scanner is not as strict.
  bool has_foreign_name() const { return has_foreign_name_; }

 private:
  std::string& begin_line(char kind) {
    if (!lines_.empty()) lines_ += '\n';
    return lines_ += last_ = kind;
  }
  void note(std::string_view name) {
    has_foreign_name_ |= std::ranges::any_of(name, [](unsigned char c) { return c >= 0x80; });
  }

  std::string lines_;
  char last_ = ' ';
  bool has_foreign_name_ = false;
};

struct XmlSeen {
  std::string lines;  // or "cut off", or "not XML"
  bool has_begun = true;
  bool has_foreign_name = false;
};

// In pieces of this size.
inline XmlSeen seen_by_scanner(std::string_view text, std::size_t piece) {
  XmlEvents events;
  XmlScanner scanner(events);
  for (std::size_t at = 0; at < text.size(); at += piece) {
    if (!scanner.take(text.substr(at, piece))) return {"not XML", scanner.has_begun()};
  }
  return {scanner.is_whole() ? events.lines() : "cut off", true, events.has_foreign_name()};
}

inline std::string seen_by_expat(std::string_view text) {
  XmlEvents events;
  XmlByExpat expat(events);
  return expat.take(text) && expat.finish() ? events.lines() : "not XML";
}

// What the two make of a text, where that is not the same; empty else. Of a beginning that the
// scanner leaves to expat it says nothing.
inline std::string disagreement(std::string_view text) {
  const XmlSeen scanned = seen_by_scanner(text, text.size() + 1);
  const std::string by_expat = seen_by_expat(text);
  const bool is_refused = scanned.lines == "cut off" || scanned.lines == "not XML";
  if (!scanned.has_begun || (is_refused ? "not XML" : scanned.lines) == by_expat) return "";
  if (scanned.has_foreign_name && by_expat == "not XML") return "";
  return "scanned:\n" + scanned.lines + "\nexpat:\n" + by_expat;
}

}  // namespace chiwat::xlsx
