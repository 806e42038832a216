#include "output/manifest.hpp"

#include <algorithm>
#include <filesystem>

namespace chiwat::output {
namespace {

constexpr std::string_view kFirstLine = "chiwat manifest 1";
constexpr std::string_view kScope = "of ";
constexpr std::string_view kGap = "  ";
constexpr std::size_t kDigestLength = 64;

// A file below the folder. The manifest lies where anybody may write, and says what is removed.
bool stays_inside(const std::string& name) {
  const std::filesystem::path path(name);
  return path.is_relative() && path.has_filename() && std::ranges::find(path, "..") == path.end();
}

bool is_digest(std::string_view text) {
  return text.size() == kDigestLength &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string file_line(const std::string& name, const std::string& digest) {
  return digest + std::string(kGap) + name + "\n";
}

std::string scope_line(const std::string& scope) {
  return std::string(kScope) + scope + "\n";
}

}  // namespace

Manifest Manifest::parse(std::string_view text) {
  Manifest result;
  std::string scope;
  bool is_first = true;
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    if (is_first && line != kFirstLine) return {};
    is_first = false;
    if (line.starts_with(kScope)) scope = line.substr(kScope.size());
    const std::string_view digest = line.substr(0, kDigestLength);
    if (!is_digest(digest) || !line.substr(kDigestLength).starts_with(kGap)) continue;
    const std::string name(line.substr(kDigestLength + kGap.size()));
    if (!stays_inside(name)) continue;
    result.files_[name].scope = scope;
    result.files_[name].digests.emplace(digest);
  }
  return result;
}

std::string Manifest::text() const {
  std::map<std::string, std::string> lines;  // by scope
  for (const auto& [name, file] : files_) {
    for (const std::string& digest : file.digests) lines[file.scope] += file_line(name, digest);
  }
  std::string result = std::string(kFirstLine) + "\n";
  for (const auto& [scope, of_scope] : lines) result += scope_line(scope) + of_scope;
  return result;
}

bool Manifest::has(const std::string& name, const std::string& digest) const {
  const auto found = files_.find(name);
  return found != files_.end() && found->second.digests.contains(digest);
}

void Manifest::settle(const std::string& name, const std::string& scope,
                      const std::string& digest) {
  files_[name] = {scope, {digest}};
}

std::vector<std::string> Manifest::of(const std::string& scope) const {
  std::vector<std::string> names;
  for (const auto& [name, file] : files_) {
    if (file.scope == scope) names.push_back(name);
  }
  return names;
}

std::string manifest_lines(const std::string& name, const std::string& scope,
                           const std::string& digest) {
  return scope_line(scope) + file_line(name, digest);
}

}  // namespace chiwat::output
