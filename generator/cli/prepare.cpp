#include "cli/prepare.hpp"

#include <filesystem>
#include <utility>

#include "model/read.hpp"

namespace chiwat::cli {
namespace {

std::string description_path(const std::string& input) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(input, ignored)) return input;
  return (std::filesystem::path(input) / model::kDescriptionFile).lexically_normal().string();
}

}  // namespace

std::optional<Prepared> prepare(const std::string& input, source::Texts& texts,
                                Diagnostics& diagnostics) {
  const source::DiskFiles files;
  auto circular = model::read_circular(
      description_path(input), files, texts,
      [&](const std::string& folder, const std::string& name) {
        return form::is_template(folder, name, files);
      },
      diagnostics);
  if (!circular) return std::nullopt;
  auto plan = plan::evaluate(*circular, diagnostics);
  auto templates = form::read_templates(*circular, files, texts, diagnostics);
  if (!plan || !templates) return std::nullopt;
  return Prepared{std::move(*circular), std::move(*plan), std::move(*templates)};
}

}  // namespace chiwat::cli
