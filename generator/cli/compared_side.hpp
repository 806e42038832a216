// One of the two sides that are compared: a description, a folder of output, or one workbook.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/diagnostics.hpp"
#include "cli/prepare.hpp"
#include "document/workbook.hpp"
#include "source/yaml.hpp"

namespace chiwat::cli {

// A description with its lines.
struct ComparedDescription {
  Prepared prepared;
  source::Node tree;
};

struct ComparedSide {
  std::shared_ptr<const ComparedDescription> description;  // null: workbooks that are there
  bool is_one_workbook = false;
  // By their paths below the folder; read, or made, only when asked for. Nothing for what cannot be
  // read, which is then reported.
  std::map<std::string, std::function<std::optional<document::Workbook>()>> workbooks;
};

// Nothing, and reported, when there is a mistake in the description or nothing to compare:
// input_missing, compare_nothing. `texts` and `diagnostics` are used as long as the side.
std::optional<ComparedSide> open_side(const std::string& path, source::Texts& texts,
                                      Diagnostics& diagnostics);

// The workbook as a file of it is read: only then are its numbers those that files hold.
document::Workbook as_read(const document::Workbook& workbook);

}  // namespace chiwat::cli
