// A circular's own wording of messages. What nothing is wrong with can say every message it words,
// whatever the arguments.
#include "cli/read_messages.hpp"
#include "promises.hpp"
#include "source/files.hpp"
#include "targets.hpp"
#include "thai/names.hpp"

namespace chiwat::fuzz {

void messages(std::string_view input) {
  source::Texts texts;
  Diagnostics diagnostics;
  const source::MemoryFiles files({{cli::kMessagesFile, std::string(input)}});
  const auto wordings = cli::read_messages(cli::kMessagesFile, files, texts, diagnostics);
  require_tellable(diagnostics, texts, wordings);
  for (const auto& [language, texts_by_id] : wordings) {
    const thai::Catalogue own(language, wordings);
    for (const auto& [id, text] : texts_by_id) {
      require(own.has(id), "only messages of the program are worded");
      require(thai::is_valid_utf8(text), "a wording is UTF-8");
    }
  }
}

}  // namespace chiwat::fuzz
