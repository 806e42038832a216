// XML that is not in UTF-8, or begins in a way of its own: the few parts that expat looks at.
#pragma once

#include <cstdint>
#include <exception>
#include <memory>
#include <string_view>
#include <vector>

#include "xlsx/xml.hpp"

struct XML_ParserStruct;

namespace chiwat::xlsx {

class XmlByExpat {
 public:
  explicit XmlByExpat(XmlHandler& handler);

  // The next bytes of the part. False for the same reasons as XmlScanner::take().
  bool take(std::string_view bytes);

  // Whether the part may end here. Nothing can be taken after that.
  bool finish();

 private:
  struct Free {
    void operator()(XML_ParserStruct* parser) const;
  };

  bool parse(std::string_view piece, bool is_last);
  void refuse();
  template <class Call>
  static void guarded(void* self, Call call) noexcept;
  static void on_start(void* self, const char* name, const char** attributes);
  static void on_end(void* self, const char* name);
  static void on_text(void* self, const char* text, int size);
  static void on_doctype(void* self, const char*, const char*, const char*, int);

  XmlHandler& handler_;
  std::unique_ptr<XML_ParserStruct, Free> parser_;
  std::exception_ptr thrown_;
  std::vector<Attribute> attributes_;  // of the element that is handed over
  std::int64_t taken_ = 0;
  int depth_ = 0;
  bool is_refused_ = false;
};

}  // namespace chiwat::xlsx
