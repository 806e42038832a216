#include "targets.hpp"

namespace chiwat::fuzz {

const std::vector<Target>& all_targets() {
  static const std::vector<Target> targets{
      {"description", description}, {"expression", expression}, {"manifest", manifest},
      {"messages", messages},       {"parts", parts},           {"received", received},
      {"results", results},         {"returned", returned},     {"table", table},
      {"template", template_file},  {"text", typed_text},       {"workbook", workbook},
  };
  return targets;
}

}  // namespace chiwat::fuzz
