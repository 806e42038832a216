// From a description on disk to everything that a command needs of it.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostics.hpp"
#include "form/template.hpp"
#include "model/circular.hpp"
#include "plan/plan.hpp"
#include "source/files.hpp"
#include "thai/message.hpp"

namespace chiwat::cli {

// A description without mistakes, evaluated.
struct Prepared {
  model::Circular circular;
  plan::Plan plan;
  form::Templates templates;
  thai::Wordings wordings;  // of the circular's own, to say things in
};

// The YAML file that `input` (a folder, or the file itself) stands for. Reports input_missing,
// input_without_description {file}.
std::optional<std::string> description_path(const std::string& input, Diagnostics& diagnostics);

// `wordings` becomes what the circular's folder has of its own, to report in.
// What a person must still supply (renew/to_supply.hpp) is a warning.
// `input`: a folder with circular.yaml, or the YAML file itself. Nothing when there was an error;
// every stage that can still run reports its own.
std::optional<Prepared> prepare(const std::string& input, source::Texts& texts,
                                thai::Wordings& wordings, Diagnostics& diagnostics);

// The same of the YAML file `path` among `files`. Wordings are looked for on the disk beside it.
std::optional<Prepared> prepare(const std::string& path, const source::Files& files,
                                source::Texts& texts, thai::Wordings& wordings,
                                Diagnostics& diagnostics);

}  // namespace chiwat::cli
