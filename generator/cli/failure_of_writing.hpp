// Writing a workbook, and why it could not be done.
#pragma once

#include <filesystem>
#include <optional>

#include "base/diagnostics.hpp"
#include "document/workbook.hpp"

namespace chiwat::cli {

// Writes `workbook` into `folder`, whole or not at all; nothing, or the reason why not.
std::optional<Message> failure_of_writing(const document::Workbook& workbook,
                                          const std::filesystem::path& folder);

}  // namespace chiwat::cli
