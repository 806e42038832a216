#include "xlsx/xml.hpp"

#include <expat.h>

#include <exception>
#include <memory>
#include <type_traits>

#include "xlsx/unreadable.hpp"

namespace chiwat::xlsx {
namespace {

constexpr int kDeepest = 64;
constexpr std::int64_t kLongestHead = 64 << 20;
constexpr std::int64_t kLongestTag = 1 << 20;  // expat begins a tag anew with each piece of it

// Names are a letter or a few: no length is looked for apart.
std::string_view without_prefix(const char* name) {
  const char* first = name;
  const char* end = name;
  for (; *end != '\0'; ++end) {
    if (*end == ':' && first == name) first = end + 1;
  }
  return {first, end};
}

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

// One part on its way through expat. Exceptions must not pass through its C: they stop the parser
// and are thrown again on the other side.
class Reading {
 public:
  Reading(std::string part, XmlHandler& handler, PartKind kind)
      : part_(std::move(part)), handler_(handler), kind_(kind), parser_(XML_ParserCreate(nullptr)) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
  }

  void take(std::string_view piece) {
    parse(piece, false);
    fed_ += static_cast<std::int64_t>(piece.size());
    if (kind_ == PartKind::head && fed_ > kLongestHead) throw Unreadable("xlsx_too_large");
    const std::int64_t done = XML_GetCurrentByteIndex(parser_.get());
    if (fed_ - done > kLongestTag) throw damaged(part_);
  }
  void finish() { parse({}, true); }

 private:
  void parse(std::string_view piece, bool last) {
    const int size = static_cast<int>(piece.size());
    const XML_Status status = XML_Parse(parser_.get(), piece.data(), size, last);
    if (thrown_) std::rethrow_exception(thrown_);
    if (status != XML_STATUS_OK) throw damaged(part_);
  }

  template <class Call>
  static void guarded(void* self, Call call) noexcept {
    Reading& reading = *static_cast<Reading*>(self);
    if (reading.thrown_) return;  // expat still reports the end of an empty element
    try {
      call(reading);
    } catch (...) {
      reading.thrown_ = std::current_exception();
      XML_StopParser(reading.parser_.get(), XML_FALSE);
    }
  }

  static void on_start(void* self, const char* name, const char** attributes) {
    guarded(self, [&](Reading& reading) {
      if (++reading.depth_ > kDeepest) throw damaged(reading.part_);
      reading.handler_.start(without_prefix(name), Attributes(attributes));
    });
  }
  static void on_end(void* self, const char* name) {
    guarded(self, [&](Reading& reading) {
      --reading.depth_;
      reading.handler_.end(without_prefix(name));
    });
  }
  static void on_text(void* self, const char* text, int size) {
    guarded(self, [&](Reading& reading) {
      reading.handler_.text({text, static_cast<std::size_t>(size)});
    });
  }
  static void on_doctype(void* self, const char*, const char*, const char*, int) {
    guarded(self, [](Reading& reading) { throw damaged(reading.part_); });
  }

  std::string part_;
  XmlHandler& handler_;
  PartKind kind_;
  Parser parser_;
  std::exception_ptr thrown_;
  std::int64_t fed_ = 0;
  int depth_ = 0;
};

}  // namespace

const char* Attributes::find(std::string_view name) const {
  for (const char** pair = pairs_; *pair; pair += 2) {
    const std::string_view own = without_prefix(*pair);
    const bool has_prefix = own.data() != *pair;
    const bool is_namespace = has_prefix && std::string_view(*pair).starts_with("xmlns");
    if (own == name && !is_namespace) return pair[1];
  }
  return nullptr;
}

std::string_view Attributes::operator[](std::string_view name) const {
  const char* const value = find(name);
  return value ? value : std::string_view();
}

bool Attributes::is_true(std::string_view name) const {
  const std::string_view value = (*this)[name];
  return value == "1" || value == "true";
}

void read_xml(Package& package, const std::string& part, XmlHandler& handler, PartKind kind) {
  Reading reading(part, handler, kind);
  package.unpack(part, [&](std::string_view piece) { reading.take(piece); });
  reading.finish();
}

}  // namespace chiwat::xlsx
