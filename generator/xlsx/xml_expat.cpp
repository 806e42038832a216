#include "xlsx/xml_expat.hpp"

#include <expat.h>

#include <new>

namespace chiwat::xlsx {
namespace {

constexpr std::size_t kPiece = 64 << 10;
constexpr std::int64_t kLongestTag = 1 << 20;  // expat begins a tag anew with each piece of it
constexpr int kDeepest = 64;

}  // namespace

void XmlByExpat::Free::operator()(XML_Parser parser) const {
  XML_ParserFree(parser);
}

XmlByExpat::XmlByExpat(XmlHandler& handler)
    : handler_(handler), parser_(XML_ParserCreate(nullptr)) {
  if (!parser_) throw std::bad_alloc();
  XML_SetUserData(parser_.get(), this);
  XML_SetElementHandler(parser_.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser_.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
}

bool XmlByExpat::take(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size(); at += kPiece) {
    const std::string_view piece = bytes.substr(at, kPiece);
    if (!parse(piece, false)) return false;
    taken_ += static_cast<std::int64_t>(piece.size());
    if (taken_ - XML_GetCurrentByteIndex(parser_.get()) > kLongestTag) return false;
  }
  return true;
}

bool XmlByExpat::finish() {
  return parse({}, true);
}

bool XmlByExpat::parse(std::string_view piece, bool is_last) {
  const int size = static_cast<int>(piece.size());
  const XML_Status status = XML_Parse(parser_.get(), piece.data(), size, is_last);
  if (thrown_) std::rethrow_exception(thrown_);
  return status == XML_STATUS_OK && !is_refused_;
}

void XmlByExpat::refuse() {
  is_refused_ = true;
  XML_StopParser(parser_.get(), XML_FALSE);
}

// Exceptions must not pass through expat's C: they stop it, and are thrown again behind it.
template <class Call>
void XmlByExpat::guarded(void* self, Call call) noexcept {
  XmlByExpat& by = *static_cast<XmlByExpat*>(self);
  if (by.thrown_ || by.is_refused_) return;  // it still reports the end of an empty element
  try {
    call(by);
  } catch (...) {
    by.thrown_ = std::current_exception();
    XML_StopParser(by.parser_.get(), XML_FALSE);
  }
}

void XmlByExpat::on_start(void* self, const char* name, const char** attributes) {
  guarded(self, [&](XmlByExpat& by) {
    if (++by.depth_ > kDeepest) return by.refuse();
    by.attributes_.clear();
    for (const char** pair = attributes; *pair; pair += 2) {
      by.attributes_.push_back({pair[0], pair[1]});
    }
    by.handler_.start(without_prefix(name), Attributes(by.attributes_));
  });
}

void XmlByExpat::on_end(void* self, const char* name) {
  guarded(self, [&](XmlByExpat& by) {
    --by.depth_;
    by.handler_.end(without_prefix(name));
  });
}

void XmlByExpat::on_text(void* self, const char* text, int size) {
  guarded(self, [&](XmlByExpat& by) { by.handler_.text({text, static_cast<std::size_t>(size)}); });
}

void XmlByExpat::on_doctype(void* self, const char*, const char*, const char*, int) {
  guarded(self, [](XmlByExpat& by) { by.refuse(); });
}

}  // namespace chiwat::xlsx
