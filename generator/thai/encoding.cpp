// ICU's converters, told to stop at the first byte that means nothing.
#include "thai/encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/unistr.h>

#include "thai/names.hpp"

namespace chiwat::thai {
namespace {

// Debian's and Microsoft's tables give the undefined bytes of windows-874 a C1 control or a
// private-use character; the defined ones never do.
bool is_undefined(UChar32 c) {
  return (c >= 0x80 && c <= 0x9F) || (c >= 0xE000 && c <= 0xF8FF);
}

bool has_undefined(const icu::UnicodeString& text) {
  for (int32_t i = 0; i < text.length(); ++i) {
    if (is_undefined(text[i])) return true;
  }
  return false;
}

std::optional<icu::UnicodeString> convert(std::string_view bytes, const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUConverterPointer converter(ucnv_open(charset, &status));
  ucnv_setToUCallBack(converter.getAlias(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                      &status);
  const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()),
                                converter.getAlias(), status);
  if (U_FAILURE(status) || text.indexOf(u'\0') >= 0) return std::nullopt;
  return text;
}

std::optional<std::string> to_utf8(const std::optional<icu::UnicodeString>& text) {
  if (!text) return std::nullopt;
  std::string utf8;
  return text->toUTF8String(utf8);
}

std::optional<std::string> from_utf8(std::string_view bytes) {
  if (!is_valid_utf8(bytes)) return std::nullopt;
  return std::string(bytes);
}

std::optional<std::string> from_windows_874(std::string_view bytes) {
  const auto text = convert(bytes, "windows-874");
  if (!text || has_undefined(*text)) return std::nullopt;
  return to_utf8(text);
}

}  // namespace

std::optional<std::string> decode(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with(kByteOrderMark)) return from_utf8(bytes.substr(kByteOrderMark.size()));
  if (bytes.starts_with("\xFF\xFE"sv)) return to_utf8(convert(bytes.substr(2), "UTF-16LE"));
  if (bytes.starts_with("\xFE\xFF"sv)) return to_utf8(convert(bytes.substr(2), "UTF-16BE"));
  if (auto text = from_utf8(bytes)) return text;
  return from_windows_874(bytes);
}

}  // namespace chiwat::thai
