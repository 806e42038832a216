#include "cli/planned_outputs.hpp"

#include <filesystem>

#include "cli/add_derivations.hpp"
#include "form/attachment_list.hpp"

namespace chiwat::cli {
namespace {

Group list_of_attachments(const Prepared& prepared, const form::LayOutOptions& options) {
  const auto make = [&prepared, digits = options.digits] {
    return form::attachment_list(prepared.circular, prepared.plan, prepared.templates,
                                 {digits, false});
  };
  return {nullptr, "", {{form::kAttachmentListFile, make}}};
}

Planned planned_file(const Prepared& prepared, const form::LayOutOptions& options, bool explain,
                     const form::Output& output) {
  const std::filesystem::path folder = output.folder;
  return {(folder / output.file_name).string(), [&prepared, options, explain, output] {
            document::Workbook workbook = form::lay_out(prepared.circular, prepared.plan, output,
                                                        prepared.templates, options);
            if (explain) add_derivations(prepared, options, output, workbook);
            return workbook;
          }};
}

}  // namespace

std::vector<const model::Attachment*> chosen(const model::Circular& circular,
                                             std::optional<int> only) {
  std::vector<const model::Attachment*> result;
  for (const model::Attachment& attachment : circular.attachments) {
    if (!only || attachment.number.value == *only) result.push_back(&attachment);
  }
  return result;
}

std::vector<Group> planned(const Prepared& prepared, const form::LayOutOptions& options,
                           bool explain, const std::optional<Period>& months,
                           std::optional<int> only) {
  std::vector<Group> groups;
  if (!only && !months) groups.push_back(list_of_attachments(prepared, options));
  for (const model::Attachment* attachment : chosen(prepared.circular, only)) {
    const auto outputs = form::outputs(prepared.circular, *attachment, prepared.templates, months);
    if (outputs.empty()) groups.push_back({attachment, "", {}});
    for (const form::Output& output : outputs) {
      const bool goes_on = !output.folder.empty() && !groups.empty() &&
                           groups.back().folder == output.folder &&
                           groups.back().attachment == attachment;
      if (!goes_on) groups.push_back({attachment, output.folder, {}});
      groups.back().files.push_back(planned_file(prepared, options, explain, output));
    }
  }
  return groups;
}

}  // namespace chiwat::cli
