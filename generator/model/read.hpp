// A description to a Circular.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/diagnostics.hpp"
#include "model/circular.hpp"
#include "source/files.hpp"

namespace chiwat::model {

// The name of the description in a circular's folder.
inline constexpr const char* kDescriptionFile = "circular.yaml";

// Whether there is a layout of this name for a circular in this folder (see Circular::folder).
using IsLayout = std::function<bool(const std::string& folder, const std::string& name)>;

// Reads the description at `path` (the YAML file) and the CSV that it names, beside it. Reports
// every mistake in one run; returns nothing when there was an error. The format:
// templates/circular.schema.json and the README.
std::optional<Circular> read_circular(const std::string& path, const source::Files& files,
                                      source::Texts& texts, const IsLayout& is_layout,
                                      Diagnostics& diagnostics);

}  // namespace chiwat::model
