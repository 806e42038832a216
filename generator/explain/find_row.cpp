#include <algorithm>
#include <string_view>

#include "explain/subject.hpp"
#include "thai/names.hpp"

namespace chiwat::explain {
namespace {

bool is_province(const model::Circular& circular, const std::string& name) {
  static constexpr std::string_view kWords[] = {"จังหวัด",  "รวม",   "รวมทั้งสิ้น", "ผลรวม",
                                                "แถวรวม", "total", "province"};
  return std::ranges::find(kWords, name) != std::end(kWords) ||
         thai::without_title(name, {"จังหวัด", "จ."}) == thai::normalise(circular.province.value);
}

}  // namespace

std::variant<Row, NotFound> find_row(const model::Circular& circular, const std::string& words) {
  const std::string wanted = thai::bare_district(words);
  std::vector<std::string> known;
  std::vector<std::size_t> beginning;
  for (std::size_t i = 0; i < circular.districts.size(); ++i) {
    const std::string name = thai::bare_district(circular.districts[i].value);
    if (name == wanted) return Row(i);
    if (!wanted.empty() && name.starts_with(wanted)) beginning.push_back(i);
    known.push_back(circular.districts[i].value);
  }
  if (is_province(circular, thai::normalise(words))) return Row();
  if (beginning.size() == 1) return Row(beginning.front());
  if (beginning.empty()) {
    known.push_back(circular.province.value);
    return NotFound{{"explain_district_unknown", {{"name", words}}}, thai::closest(wanted, known)};
  }
  std::string candidates;
  for (const std::size_t i : beginning) {
    candidates += (candidates.empty() ? "" : ", ") + circular.districts[i].value;
  }
  return NotFound{{"explain_ambiguous", {{"name", words}, {"candidates", candidates}}}, {}};
}

}  // namespace chiwat::explain
