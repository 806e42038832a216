// Several files in one input, as text that a person can write:
//
//   province: ก
//   === baseline.csv
//   อำเภอ,จำนวน
//
// What stands before the first such line is the file that the target is about.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "source/files.hpp"

namespace chiwat::fuzz {

using InputFiles = std::map<std::string, std::string>;

InputFiles input_files(std::string_view input, const std::string& first);

// The files of an input, and of whatever it lacks those of the small office.
class OfficeFiles : public source::Files {
 public:
  explicit OfficeFiles(InputFiles files) : files_(std::move(files)) {}
  std::optional<std::string> read(const std::string& path) const override;

 private:
  InputFiles files_;
};

// The bytes of a file of tests/fuzz/office/; nothing when there is none.
std::optional<std::string> office_file(const std::string& name);

}  // namespace chiwat::fuzz
