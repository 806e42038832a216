// What libFuzzer calls: one program for all targets, since each of them needs most of chiwat.
//
//   fuzz_targets --target=NAME [libFuzzer's flags] [files and folders]
//   fuzz_targets --target=list
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "targets.hpp"

namespace {

using chiwat::fuzz::all_targets;
using chiwat::fuzz::Target;

constexpr std::string_view kFlag = "--target=";

const Target* target = nullptr;

void list_targets() {
  for (const Target& each : all_targets()) std::printf("%s\n", each.name);
}

const Target* find_target(std::string_view name) {
  for (const Target& each : all_targets()) {
    if (each.name == name) return &each;
  }
  return nullptr;
}

}  // namespace

// libFuzzer itself passes over flags with two dashes.
extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments) {
  for (int i = 1; i < *count; ++i) {
    const std::string_view argument = (*arguments)[i];
    if (argument == "--target=list") {
      list_targets();
      std::exit(0);
    }
    if (argument.starts_with(kFlag)) target = find_target(argument.substr(kFlag.size()));
  }
  if (target) return 0;
  std::fprintf(stderr, "fuzz_targets: --target=NAME, one of:\n");
  list_targets();
  std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  target->run({reinterpret_cast<const char*>(data), size});
  return 0;
}
