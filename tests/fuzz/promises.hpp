// What holds for every reader, and how a target says that something else did not.
#pragma once

#include "base/diagnostics.hpp"
#include "source/files.hpp"
#include "thai/message.hpp"

namespace chiwat::fuzz {

// Ends the process, so that the fuzzer keeps the input, unless the promise was kept.
void require(bool kept, const char* promise);

// Everything that was reported stands at a place that there is, has a wording in both languages
// with all that the wording names, and can be shown to a person beside its line.
void require_tellable(const Diagnostics& diagnostics, const source::Texts& texts,
                      const thai::Wordings& wordings = {});

// Nothing came back exactly when an error was reported.
void require_reason(bool came_back, const Diagnostics& diagnostics);

}  // namespace chiwat::fuzz
