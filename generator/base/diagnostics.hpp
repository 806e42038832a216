// What is wrong with the user's input: collected, never thrown, so that one run reports everything.
//
// A diagnostic carries the id of its message and typed arguments. The wording, Thai and English,
// is in locale/; a stage that finds a mistake does not write prose.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/origin.hpp"

namespace chiwat {

enum class Severity { warning, error };

// The arguments of a message, by name.
using MessageArguments = std::map<std::string, std::variant<std::string, std::int64_t>>;

struct Message {
  std::string id;  // a key of locale/*.txt
  MessageArguments arguments;
};

// A second place involved, or a hint (which has no place).
struct Note {
  Origin origin;
  Message message;
};

struct Diagnostic {
  Severity severity = Severity::error;
  Origin origin;
  Message message;
  std::vector<Note> notes;

  Diagnostic& note(Origin where, std::string id, MessageArguments arguments = {}) {
    notes.push_back({std::move(where), {std::move(id), std::move(arguments)}});
    return *this;
  }
  Diagnostic& hint(std::string id, MessageArguments arguments = {}) {
    return note({}, std::move(id), std::move(arguments));
  }
};

class Diagnostics {
 public:
  // The returned reference is for adding notes at once; the next report may move it.
  Diagnostic& error(Origin where, std::string id, MessageArguments arguments = {}) {
    ++errors_;
    return add(Severity::error, std::move(where), std::move(id), std::move(arguments));
  }
  Diagnostic& warning(Origin where, std::string id, MessageArguments arguments = {}) {
    return add(Severity::warning, std::move(where), std::move(id), std::move(arguments));
  }

  bool has_errors() const { return errors_ > 0; }
  int error_count() const { return errors_; }
  const std::vector<Diagnostic>& all() const { return all_; }

 private:
  Diagnostic& add(Severity severity, Origin where, std::string id, MessageArguments arguments) {
    all_.push_back({severity, std::move(where), {std::move(id), std::move(arguments)}, {}});
    return all_.back();
  }

  std::vector<Diagnostic> all_;
  int errors_ = 0;
};

}  // namespace chiwat
