// A second look at a finished file.
//
// libxlsxwriter makes each part in a temporary file and does not notice when a write to it fails:
// with a full TMPDIR it packs a part that is cut off and reports success, and Excel then calls the
// whole file corrupt.
#pragma once

#include <filesystem>

namespace chiwat::xlsx {

// Reads every part of the package, which must be XML and unbroken to its end; throws WriteError
// naming the first that is not: NoRoom when it is cut off. This also finds what XML cannot hold,
// such as a control character or broken UTF-8.
void check_parts(const std::filesystem::path& package);

}  // namespace chiwat::xlsx
