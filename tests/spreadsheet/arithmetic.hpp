// Models of how spreadsheet programs compute: IEEE doubles, and the repairs that each program makes
// so that people do not see them. Nobody outside knows Excel's code, and LibreOffice's has changed;
// a formula is safe when its value is right under every model and every mixture of them.
#pragma once

#include <string>
#include <vector>

namespace chiwat::spreadsheet {

struct Arithmetic {
  std::string name;
  double (*round)(double);        // ROUND(x, 0)
  double (*integer)(double);      // INT(x)
  bool (*equal)(double, double);  // =, and what < and > must not call different
  bool drops_tiny_sums = false;   // a + b is 0 when a and -b are `equal`
  bool has_80_bit_steps = false;  // each operation in 80 bits, its result stored in 64

  double sum(double a, double b) const;
  double product(double a, double b) const;
  double quotient(double a, double b) const;
};

// The programs as they are believed to be.
const std::vector<Arithmetic>& programs();

// Every combination of the parts of all programs.
const std::vector<Arithmetic>& mixtures();

}  // namespace chiwat::spreadsheet
