// The manifest of an output folder, which lies where anybody may write and says what is removed. No
// name in it leads out of the folder, and what is understood is written so that it is understood
// as the same.
#include <filesystem>
#include <sstream>

#include "output/manifest.hpp"
#include "promises.hpp"
#include "targets.hpp"

namespace chiwat::fuzz {
namespace {

constexpr const char* kScope = "of ";

void require_inside(const std::string& name) {
  const std::filesystem::path path = (std::filesystem::path("/out") / name).lexically_normal();
  require(path.string().starts_with("/out/"), "no name leads out of the folder");
}

}  // namespace

void manifest(std::string_view input) {
  const auto manifest = output::Manifest::parse(input);
  const std::string text = manifest.text();
  require(output::Manifest::parse(text).text() == text, "what is written is understood");
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(kScope)) continue;
    for (const std::string& name : manifest.of(line.substr(std::string_view(kScope).size()))) {
      require_inside(name);
    }
  }
}

}  // namespace chiwat::fuzz
