#include "renew/to_supply.hpp"

#include <string>

namespace chiwat::renew {

void report_to_supply(const std::string& path, std::string_view utf8, Diagnostics& diagnostics) {
  for (int number = 1; !utf8.empty(); ++number) {
    const std::string_view line = utf8.substr(0, utf8.find('\n'));
    utf8.remove_prefix(std::min(utf8.size(), line.size() + 1));
    const std::size_t first = line.find_first_not_of(' ');
    if (first == std::string_view::npos || line[first] != '#') continue;
    const std::size_t words = line.find_first_not_of("# ", first);
    if (words == std::string_view::npos || !line.substr(words).starts_with(kToSupply)) continue;
    std::string what(line.substr(words + kToSupply.size()));
    while (!what.empty() && (what.back() == '\r' || what.back() == ' ')) what.pop_back();
    what.erase(0, what.find_first_not_of(' '));
    diagnostics.warning({path, number, static_cast<int>(first) + 1}, "to_supply", {{"what", what}})
        .hint("to_supply_done");
  }
}

}  // namespace chiwat::renew
