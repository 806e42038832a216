// PDFs joined into one, and their pages drawn, by the programs of poppler-utils.
#pragma once

#include <filesystem>
#include <vector>

namespace chiwat::print {

bool can_join();
bool can_draw_pages();

// Whether the PDFs, one after the other, could be written to `to`.
bool join(const std::vector<std::filesystem::path>& pdfs, const std::filesystem::path& to);

// A picture (PNG, 150 dots an inch) of each page, beside the PDF: เป้าหมาย-1.png, …; in order.
std::vector<std::filesystem::path> draw_pages(const std::filesystem::path& pdf);

}  // namespace chiwat::print
