#include "cli/prepare.hpp"

#include <filesystem>
#include <utility>

#include "cli/read_messages.hpp"
#include "cli/workbook_tables.hpp"
#include "form/check_documents.hpp"
#include "form/check_forms.hpp"
#include "model/read.hpp"
#include "renew/to_supply.hpp"
#include "review/review.hpp"
#include "thai/encoding.hpp"

namespace chiwat::cli {
namespace {

namespace fs = std::filesystem;

// What the file of messages beside the description says, when there is one.
thai::Wordings own_messages(const std::string& description, const source::Files& files,
                            source::Texts& texts, Diagnostics& diagnostics) {
  const fs::path path = fs::path(description).parent_path() / kMessagesFile;
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return {};
  return read_messages(path.string(), files, texts, diagnostics);
}

}  // namespace

std::optional<std::string> description_path(const std::string& input, Diagnostics& diagnostics) {
  std::error_code ignored;
  if (!fs::exists(input, ignored)) {
    diagnostics.error({input, 0, 0}, "input_missing");
    return std::nullopt;
  }
  if (!fs::is_directory(input, ignored)) return input;
  const fs::path description = (fs::path(input) / model::kDescriptionFile).lexically_normal();
  if (!fs::exists(description, ignored)) {
    diagnostics.error({input, 0, 0}, "input_without_description",
                      {{"file", model::kDescriptionFile}});
    return std::nullopt;
  }
  return description.string();
}

std::optional<Prepared> prepare(const std::string& input, source::Texts& texts,
                                thai::Wordings& wordings, Diagnostics& diagnostics) {
  const auto path = description_path(input, diagnostics);
  if (!path) return std::nullopt;
  return prepare(*path, WorkbookTables(), texts, wordings, diagnostics);
}

std::optional<Prepared> prepare(const std::string& path, const source::Files& files,
                                source::Texts& texts, thai::Wordings& wordings,
                                Diagnostics& diagnostics) {
  renew::report_to_supply(path, thai::decode(files.read(path).value_or("")).value_or(""),
                          diagnostics);
  form::TemplateShelf shelf(files, texts, diagnostics);
  auto read = model::read_description(
      path, files, texts,
      [&](const std::string& folder, const std::string& name) { return shelf.find(folder, name); },
      diagnostics);
  wordings = own_messages(path, files, texts, diagnostics);
  if (const auto* intact = std::get_if<model::IntactColumns>(&read)) {
    plan::report_divisions(*intact, diagnostics);
    return std::nullopt;
  }
  auto* circular = std::get_if<model::Circular>(&read);
  form::SaidTexts said;
  form::check_documents(*circular, shelf.templates(), said, diagnostics);
  form::check_forms(*circular, shelf.templates(), said, diagnostics);
  auto plan = plan::evaluate(*circular, diagnostics);
  if (plan) review::review(*circular, *plan, said.all(), diagnostics);
  if (!plan || diagnostics.has_errors()) return std::nullopt;
  return Prepared{std::move(*circular), std::move(*plan), shelf.take(), wordings};
}

}  // namespace chiwat::cli
