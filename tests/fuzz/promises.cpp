#include "promises.hpp"

#include <cstdio>
#include <cstdlib>
#include <sstream>

#include "cli/place.hpp"
#include "cli/report.hpp"
#include "thai/names.hpp"

namespace chiwat::fuzz {
namespace {

bool is_there(const Origin& origin, const source::Texts& texts) {
  const bool is_shown = origin.file && origin.line > 0 && texts.line(origin.path(), 1);
  if (!is_shown) return true;
  const auto line = texts.line(origin.path(), origin.line);
  // What is missing at the end is missing behind the end of the last line.
  if (!line) return origin.column == 1 && texts.line(origin.path(), origin.line - 1);
  return origin.column >= 0 && static_cast<std::size_t>(origin.column) <= thai::length(*line) + 1;
}

}  // namespace

void require(bool kept, const char* promise) {
  if (kept) return;
  std::fprintf(stderr, "promise not kept: %s\n", promise);
  std::abort();
}

void require_tellable(const Diagnostics& diagnostics, const source::Texts& texts,
                      const thai::Wordings& wordings) {
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (!is_there(diagnostic.origin, texts)) {
      std::fprintf(stderr, "%s at %s\n", diagnostic.message.id.c_str(),
                   cli::place(diagnostic.origin, texts).c_str());
    }
    require(is_there(diagnostic.origin, texts), "a diagnostic stands at a place that there is");
    for (const Note& note : diagnostic.notes) {
      require(is_there(note.origin, texts), "a note stands at a place that there is");
    }
  }
  for (const auto language : {thai::Language::thai, thai::Language::english}) {
    std::ostringstream said;
    cli::report(diagnostics, texts, thai::Catalogue(language, wordings), said);
    require(thai::is_valid_utf8(said.str()), "what is told is UTF-8");
  }
}

void require_reason(bool came_back, const Diagnostics& diagnostics) {
  require(came_back != diagnostics.has_errors(),
          "a diagnostic whenever nothing is returned, and none when something is");
}

}  // namespace chiwat::fuzz
