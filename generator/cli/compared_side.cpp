#include "cli/compared_side.hpp"

#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/planned_outputs.hpp"
#include "cli/tabled_levels.hpp"
#include "cli/workbook_files.hpp"
#include "model/read.hpp"
#include "output/draft.hpp"
#include "source/files.hpp"
#include "xlsx/read.hpp"
#include "xlsx/write.hpp"

namespace chiwat::cli {
namespace {

namespace fs = std::filesystem;

bool is_description(const std::string& path) {
  std::error_code ignored;
  if (!fs::is_directory(path, ignored)) return !is_workbook(path);
  return fs::exists(fs::path(path) / model::kDescriptionFile, ignored);
}

std::optional<ComparedSide> open_description(const std::string& path, source::Texts& texts,
                                             Diagnostics& diagnostics) {
  thai::Wordings wordings;
  auto prepared = prepare(path, texts, wordings, diagnostics);
  if (!prepared) return std::nullopt;
  const std::string file = description_path(path, diagnostics).value();
  auto tree =
      source::read_yaml(file, source::DiskFiles().read(file).value_or(""), texts, diagnostics);
  if (!tree) return std::nullopt;
  put_in_levels(*tree, prepared->circular.folder);
  ComparedSide side;
  const auto own = std::make_shared<const ComparedDescription>(
      ComparedDescription{std::move(*prepared), std::move(*tree)});
  side.description = own;
  for (const Group& group : planned(own->prepared, {}, false, std::nullopt, std::nullopt)) {
    for (const Planned& file_planned : group.files) {
      side.workbooks[file_planned.name] = [own, make = file_planned.make] {
        return std::optional(as_read(make()));
      };
    }
  }
  return side;
}

}  // namespace

std::optional<ComparedSide> open_side(const std::string& path, source::Texts& texts,
                                      Diagnostics& diagnostics) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) {
    diagnostics.error({path, 0, 0}, "input_missing");
    return std::nullopt;
  }
  if (is_description(path)) return open_description(path, texts, diagnostics);
  ComparedSide side;
  side.is_one_workbook = !fs::is_directory(path, ignored);
  for (const fs::path& file : workbooks(path)) {
    const std::string name =
        (side.is_one_workbook ? file.filename() : fs::relative(file, path)).string();
    side.workbooks[name] = [file, &diagnostics] { return xlsx::read(file, diagnostics); };
  }
  if (side.workbooks.empty()) {
    diagnostics.error({path, 0, 0}, "compare_nothing", {{"file", model::kDescriptionFile}});
    return std::nullopt;
  }
  return side;
}

document::Workbook as_read(const document::Workbook& workbook) {
  const output::Draft draft(fs::temp_directory_path());
  xlsx::write_to(workbook, draft.path());
  Diagnostics none;
  return xlsx::read(draft.path(), none).value();
}

}  // namespace chiwat::cli
