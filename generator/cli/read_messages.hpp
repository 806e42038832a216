// The wording of messages that a circular brings along.
#pragma once

#include <string>

#include "base/diagnostics.hpp"
#include "source/files.hpp"
#include "thai/message.hpp"

namespace chiwat::cli {

// The name of the file in a circular's folder.
inline constexpr const char* kMessagesFile = "messages.yaml";

// Reads the file at `path`: `th` and `en`, each a mapping from message id to text. Reports each
// mistake at its place, those of thai::problem_of_wording() and message_not_one_line among them;
// only texts without mistakes are returned.
thai::Wordings read_messages(const std::string& path, const source::Files& files,
                             source::Texts& texts, Diagnostics& diagnostics);

}  // namespace chiwat::cli
