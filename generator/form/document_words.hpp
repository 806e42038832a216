// What the placeholders of one document stand for, and what is said of those that it does not have.
#pragma once

#include <string>
#include <vector>

#include "form/document_text.hpp"
#include "model/said_text.hpp"
#include "thai/message.hpp"

namespace chiwat::form {

class DocumentWords {
 public:
  // What the template's own texts say is added to `said`.
  DocumentWords(const DocumentContext& context, std::vector<model::SaidText>& said,
                Diagnostics& diagnostics);

  // The text, formatted; reported where it cannot be.
  std::string operator()(const Text& text) const { return formatted(text, arguments_); }
  // The same of a line of the title.
  std::string title(const Text& text) const { return formatted(text, arguments_, true); }
  // The same of a text about one round and its levels.
  std::string about(const model::Round& round, const Text& text) const;
  // A text that the description has checked.
  std::string known(const Text& text, const thai::Arguments& arguments) const;
  std::string in_digits(const std::string& text) const;

  // The levels of a round from the lowest points to the highest.
  static std::vector<const model::Level*> levels(const model::Round& round);
  // The rounds that the document is about: the form's, else all.
  std::vector<const model::Round*> rounds() const;

  // A mistake at a place in the template; the place of the form in the description is noted.
  Diagnostic& report(const Origin& where, const char* id, MessageArguments arguments) const;

 private:
  std::string formatted(const Text& text, const thai::Arguments& arguments,
                        bool is_title = false) const;
  void add_targets();

  const DocumentContext& context_;
  std::vector<model::SaidText>& said_;
  Diagnostics& diagnostics_;
  thai::Arguments arguments_;
};

}  // namespace chiwat::form
