// Packing in a sixth of zlib's time.
#pragma once

namespace chiwat::xlsx {

// Sees to it that this program's deflate() is the one that libxlsxwriter's packing calls: it is as
// soon as it is part of the program, and a call makes it a part.
void use_fast_deflate();

}  // namespace chiwat::xlsx
