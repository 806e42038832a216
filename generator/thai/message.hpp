// Texts with placeholders, through ICU MessageFormat.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/calendar.hpp"
#include "base/diagnostics.hpp"
#include "thai/digits.hpp"

namespace chiwat::thai {

// What a placeholder stands for. A year or a number that must show as it is is a string; an integer
// gets the separators of its format; a date takes a pattern of MessageFormat's date format, in the
// Buddhist calendar ({letter_date, date, d MMMM y}), or a style: full with the weekday, long or
// none for 23 กุมภาพันธ์ 2564, medium or short for 23 ก.พ. 64.
using Argument = std::variant<std::string, std::int64_t, Date>;
using Arguments = std::map<std::string, Argument>;

// The text of `pattern`, digits in one script (codes and links untouched, see with_digits).
// Problems: message_syntax {text, detail} (detail: the rest of the text from the mistake on),
// message_unknown_placeholder {name, suggestion} (suggestion empty when nothing is near),
// message_wrong_type {name}.
// An apostrophe quotes only before { or }, as MessageFormat has it.
std::variant<std::string, Message> format(std::string_view pattern, const Arguments& arguments,
                                          Digits digits);

enum class Language { english, thai };

// Other wording than the program's: for a language, text by message id.
using Wordings = std::map<Language, std::map<std::string, std::string>>;

// What is wrong with `text` as another wording of a message: message_unknown {id, suggestion}
// (suggestion empty when nothing is near), or a problem of format() with the placeholders of the
// program's own wording.
std::optional<Message> problem_of_wording(Language language, const std::string& id,
                                          std::string_view text);

// The wording of locale/*.txt for one language, embedded in the program.
class Catalogue {
 public:
  // What `own` words goes before the program's; problem_of_wording() has found nothing in it.
  explicit Catalogue(Language language, const Wordings& own = {});
  // The text of a message. An id that locale/ does not have, or a placeholder without its argument,
  // is a broken promise (assertion). Of a very long argument the beginning is shown.
  std::string text(const Message& message) const;
  bool has(std::string_view id) const;
  Language language() const { return language_; }

 private:
  Language language_;
  std::map<std::string, std::string> own_;
};

// The language of a POSIX locale name such as "th_TH.UTF-8": Thai for th*, else English.
Language language_of_locale(std::string_view name);

}  // namespace chiwat::thai
