// What is fuzzed: every reader of what somebody else wrote, under a name.
//
// A target takes one input of any bytes. It must come back in bounded time and memory, whatever
// they are; what else it promises stands in its file. A promise that is not kept ends the process.
#pragma once

#include <string_view>
#include <vector>

namespace chiwat::fuzz {

void description(std::string_view input);
void expression(std::string_view input);
void manifest(std::string_view input);
void messages(std::string_view input);
void parts(std::string_view input);
void received(std::string_view input);
void results(std::string_view input);
void returned(std::string_view input);
void table(std::string_view input);
void template_file(std::string_view input);
void typed_text(std::string_view input);
void workbook(std::string_view input);

struct Target {
  const char* name;
  void (*run)(std::string_view input);
};

const std::vector<Target>& all_targets();

}  // namespace chiwat::fuzz
