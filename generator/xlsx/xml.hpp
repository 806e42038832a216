// XML of a package, read as a stream: a sheet of a million cells is never in memory as a tree.
//
// Names come without their prefixes: programs choose these as they like (<x:c>), and no name that
// is asked for means two things.
#pragma once

#include <string>
#include <string_view>

#include "xlsx/package.hpp"

namespace chiwat::xlsx {

// The attributes of one element, while it is being handed over.
class Attributes {
 public:
  explicit Attributes(const char** pairs) : pairs_(pairs) {}

  // The value; null when there is none of this name.
  const char* find(std::string_view name) const;
  // The same; empty when there is none.
  std::string_view operator[](std::string_view name) const;
  // "1" or "true".
  bool is_true(std::string_view name) const;

 private:
  const char** pairs_;
};

// Takes what stands in a part. It may throw.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(std::string_view element, const Attributes& attributes) = 0;
  virtual void end(std::string_view element) = 0;
  // A piece of text; one text may come in several.
  virtual void text(std::string_view piece) = 0;
};

// How long a part may be: but for sheets and texts, whose content is counted, one of 64 MB would be
// an attack, and a short entry of it may take much more room in memory.
enum class PartKind { head, content };

// Hands the XML of a part over to `handler`. Throws Unreadable when it is missing, too long or not
// well-formed, or has what no workbook has and an attack needs: a document type, which could define
// entities; elements more than 64 deep; a single tag of more than a megabyte.
void read_xml(Package& package, const std::string& part, XmlHandler& handler,
              PartKind kind = PartKind::head);

}  // namespace chiwat::xlsx
