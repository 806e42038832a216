#include "review/gazetteer.hpp"

#include <algorithm>
#include <sstream>

#include "thai/names.hpp"

namespace chiwat::review {
namespace {

// A line for each province: its name, a colon, its districts.
constexpr std::string_view kGazetteer =
#include "review/gazetteer.inc"
    ;

std::vector<Province> read() {
  std::vector<Province> provinces;
  std::istringstream lines{std::string(kGazetteer)};
  for (std::string line; std::getline(lines, line);) {
    const std::size_t colon = line.find(':');
    if (colon == std::string::npos) continue;
    Province& province = provinces.emplace_back();
    province.name = thai::normalise(line.substr(0, colon));
    std::istringstream words(line.substr(colon + 1));
    for (std::string word; words >> word;) province.districts.push_back(thai::normalise(word));
  }
  return provinces;
}

}  // namespace

const std::vector<Province>& all_provinces() {
  static const std::vector<Province> provinces = read();
  return provinces;
}

const Province* find_province(std::string_view name) {
  const auto found = std::ranges::find(all_provinces(), name, &Province::name);
  return found == all_provinces().end() ? nullptr : &*found;
}

const Province* only_province_of(const std::string& district) {
  const Province* only = nullptr;
  for (const Province& province : all_provinces()) {
    if (std::ranges::find(province.districts, district) == province.districts.end()) continue;
    if (only) return nullptr;
    only = &province;
  }
  return only;
}

}  // namespace chiwat::review
