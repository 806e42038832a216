#include "xlsx/read_relations.hpp"

#include <filesystem>

#include "xlsx/xml.hpp"

namespace chiwat::xlsx {
namespace {

using Relations = std::map<std::string, Relation>;

std::string after_last_slash(std::string_view text) {
  const std::size_t slash = text.rfind('/');
  return std::string(slash == std::string_view::npos ? text : text.substr(slash + 1));
}

std::string folder_of(const std::string& part) {
  return part.substr(0, part.size() - after_last_slash(part).size());
}

// A target is said from the root of the package or from the folder of the part that names it.
std::string resolved(const std::string& folder, std::string_view target) {
  const bool from_root = target.starts_with('/');
  const std::string whole =
      from_root ? std::string(target.substr(1)) : folder + std::string(target);
  return std::filesystem::path(whole).lexically_normal().generic_string();
}

class RelationsHandler : public XmlHandler {
 public:
  explicit RelationsHandler(std::string folder) : folder_(std::move(folder)) {}

  void start(std::string_view element, const Attributes& attributes) override {
    if (element != "Relationship" || attributes["TargetMode"] == "External") return;
    relations_[std::string(attributes["Id"])] = {after_last_slash(attributes["Type"]),
                                                 resolved(folder_, attributes["Target"])};
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  Relations take() { return std::move(relations_); }

 private:
  std::string folder_;
  Relations relations_;
};

}  // namespace

Relations read_relations(Package& package, const std::string& part) {
  const std::string folder = folder_of(part);
  const std::string list = folder + "_rels/" + after_last_slash(part) + ".rels";
  if (!package.has(list)) return {};
  RelationsHandler handler(folder);
  read_xml(package, list, handler);
  return handler.take();
}

std::string part_of_kind(const Relations& relations, std::string_view kind) {
  for (const auto& [id, relation] : relations) {
    if (relation.kind == kind) return relation.part;
  }
  return "";
}

}  // namespace chiwat::xlsx
