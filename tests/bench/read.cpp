// Reads workbooks as chiwat reads what comes back: every value, exactly.
//
//   bench_read FILE.xlsx…     says how many cells have a value
#include <iostream>

#include "xlsx/read.hpp"

int main(int argc, char** argv) {
  std::size_t cells = 0;
  chiwat::Diagnostics diagnostics;
  for (int i = 1; i < argc; ++i) {
    const auto workbook = chiwat::xlsx::read(argv[i], diagnostics);
    if (!workbook) {
      std::cerr << argv[i] << ": " << diagnostics.all().back().message.id << "\n";
      return 1;
    }
    for (const auto& sheet : workbook->sheets) cells += sheet.cells.size();
  }
  std::cout << cells << " cells\n";
}
