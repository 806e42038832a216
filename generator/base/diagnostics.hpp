// What is wrong with the user's input: collected, never thrown, so that one run reports everything.
//
// A diagnostic carries the id of its message and typed arguments. The wording, Thai and English,
// is in locale/; a stage that finds a mistake does not write prose.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/origin.hpp"

namespace chiwat {

// A note tells of something that is all right, and may be good to know.
enum class Severity { note, warning, error };

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
  Diagnostic& add(Severity severity, Origin where, std::string id,
                  MessageArguments arguments = {}) {
    if (severity == Severity::error) ++errors_;
    all_.push_back({severity, std::move(where), {std::move(id), std::move(arguments)}, {}});
    return all_.back();
  }
  Diagnostic& error(Origin where, std::string id, MessageArguments arguments = {}) {
    return add(Severity::error, std::move(where), std::move(id), std::move(arguments));
  }
  Diagnostic& warning(Origin where, std::string id, MessageArguments arguments = {}) {
    return add(Severity::warning, std::move(where), std::move(id), std::move(arguments));
  }

  Diagnostic& remark(Origin where, std::string id, MessageArguments arguments = {}) {
    return add(Severity::note, std::move(where), std::move(id), std::move(arguments));
  }

  bool has_errors() const { return errors_ > 0; }
  int error_count() const { return errors_; }
  int count(Severity severity) const {
    return static_cast<int>(std::ranges::count(all_, severity, &Diagnostic::severity));
  }
  const std::vector<Diagnostic>& all() const { return all_; }

 private:
  std::vector<Diagnostic> all_;
  int errors_ = 0;
};

}  // namespace chiwat
