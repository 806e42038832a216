#include "xlsx/xml.hpp"

#include <cstdint>
#include <optional>
#include <utility>

#include "xlsx/unreadable.hpp"
#include "xlsx/xml_expat.hpp"
#include "xlsx/xml_scanner.hpp"

namespace chiwat::xlsx {
namespace {

// One part: by the scanner, or by expat when the scanner cannot make anything of its beginning.
class Reading {
 public:
  explicit Reading(XmlHandler& handler) : handler_(handler), scanner_(handler) {}

  // The next piece. False when this is no XML.
  bool take(std::string_view piece) {
    const bool is_first = std::exchange(is_first_, false);
    if (expat_) return expat_->take(piece);
    if (scanner_.take(piece)) return true;
    return is_first && !scanner_.has_begun() && expat_.emplace(handler_).take(piece);
  }

  bool is_whole() { return expat_ ? expat_->finish() : scanner_.is_whole(); }

 private:
  XmlHandler& handler_;
  XmlScanner scanner_;
  std::optional<XmlByExpat> expat_;
  bool is_first_ = true;
};

bool is_namespace(std::string_view attribute) {
  return attribute.starts_with("xmlns") && attribute.find(':') != attribute.npos;
}

}  // namespace

const std::string_view* Attributes::find(std::string_view name) const {
  for (const Attribute& attribute : all_) {
    const std::string_view own = attribute.name;
    const bool is_it = is_same(own, name) ||
                       (own.ends_with(name) && without_prefix(own) == name && !is_namespace(own));
    if (is_it) return &attribute.value;
  }
  return nullptr;
}

std::string_view Attributes::operator[](std::string_view name) const {
  const std::string_view* const value = find(name);
  return value ? *value : std::string_view();
}

bool Attributes::is_true(std::string_view name) const {
  const std::string_view value = (*this)[name];
  return value == "1" || value == "true";
}

void read_xml(Package& package, const std::string& part, XmlHandler& handler, PartKind kind) {
  constexpr std::int64_t kLongestHead = 64 << 20;
  std::int64_t taken = 0;
  Reading reading(handler);
  package.unpack(part, [&](std::string_view piece) {
    if (!reading.take(piece)) throw damaged(part);
    taken += static_cast<std::int64_t>(piece.size());
    if (kind == PartKind::head && taken > kLongestHead) throw Unreadable("xlsx_too_large");
  });
  if (!reading.is_whole()) throw damaged(part);
}

}  // namespace chiwat::xlsx
