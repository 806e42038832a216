// Where texts come from: a folder on disk, or for tests a map.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"

namespace chiwat::source {

// Reading files, so that tests need no disk. Paths are as the user wrote them.
class Files {
 public:
  virtual ~Files() = default;
  // The bytes of a regular file; nothing when it is missing, unreadable, not a regular file, or
  // larger than 256 MiB.
  virtual std::optional<std::string> read(const std::string& path) const = 0;
  // Why it gives nothing, where there is more to say than that.
  virtual std::optional<Message> trouble(const std::string&) const { return std::nullopt; }
};

class DiskFiles : public Files {
 public:
  std::optional<std::string> read(const std::string& path) const override;
};

class MemoryFiles : public Files {
 public:
  explicit MemoryFiles(std::map<std::string, std::string> files) : files_(std::move(files)) {}
  std::optional<std::string> read(const std::string& path) const override;

 private:
  std::map<std::string, std::string> files_;
};

// The decoded text of every file read in a run, kept so that a message can show its line.
class Texts {
 public:
  // Of a longer one only the place is told: it would take more memory than all that is made of it.
  static constexpr std::size_t kLongestKept = std::size_t{32} << 20;

  void keep(const std::string& path, std::string utf8);
  // Line `number` (from 1) without its end; nothing when there is none, or it was not kept.
  std::optional<std::string_view> line(const std::string& path, int number) const;

 private:
  struct Text {
    std::string utf8;
    mutable std::vector<std::size_t> starts;  // of its lines, once somebody has asked for one
  };
  static std::vector<std::size_t> starts_of_lines(std::string_view utf8);

  std::map<std::string, Text> texts_;
};

}  // namespace chiwat::source
