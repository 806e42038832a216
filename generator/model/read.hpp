// A description to a Circular.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "base/diagnostics.hpp"
#include "model/circular.hpp"
#include "model/layout.hpp"
#include "source/files.hpp"

namespace chiwat::model {

// The name of the description in a circular's folder.
inline constexpr const char* kDescriptionFile = "circular.yaml";

// Reads the description at `path` (the YAML file) and the CSV that it names, beside it. Reports
// every mistake in one run; when there was an error, what is left is not a circular. The format:
// templates/circular.schema.json and the README.
std::variant<Circular, IntactColumns> read_description(const std::string& path,
                                                       const source::Files& files,
                                                       source::Texts& texts,
                                                       const FindLayout& find_layout,
                                                       Diagnostics& diagnostics);

// The same for those who need no more than the circular.
std::optional<Circular> read_circular(const std::string& path, const source::Files& files,
                                      source::Texts& texts, const FindLayout& find_layout,
                                      Diagnostics& diagnostics);

}  // namespace chiwat::model
