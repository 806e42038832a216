// XML of a package, read as a stream: a sheet of a million cells is never in memory as a tree.
//
// Names come without their prefixes: programs choose these as they like (<x:c>), and no name that
// is asked for means two things.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "xlsx/package.hpp"

namespace chiwat::xlsx {

struct Attribute {
  std::string_view name;  // with its prefix
  std::string_view value;
};

// The attributes of one element, while it is being handed over.
class Attributes {
 public:
  explicit Attributes(std::span<const Attribute> all) : all_(all) {}

  // The value; null when there is none of this name.
  const std::string_view* find(std::string_view name) const;
  // The same; empty when there is none.
  std::string_view operator[](std::string_view name) const;
  // "1" or "true".
  bool is_true(std::string_view name) const;
  // In the order of the file.
  auto begin() const { return all_.begin(); }
  auto end() const { return all_.end(); }

 private:
  std::span<const Attribute> all_;
};

// "c" of "x:c". Names are a letter or a few: a search by machine words would begin and be over.
inline std::string_view without_prefix(std::string_view name) {
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (name[at] == ':') return name.substr(at + 1);
  }
  return name;
}

// Of names, which are not empty. Most differ in their first letter.
inline bool is_same(std::string_view name, std::string_view other) {
  return name.size() == other.size() && name[0] == other[0] && name == other;
}

// Takes what stands in a part. It may throw. What is handed over lives as long as the call.
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
