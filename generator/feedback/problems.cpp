#include "feedback/problems.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace chiwat::feedback {
namespace {

using returns::Returned;
using returns::Sender;

// Whose file it is; of the district though it is of another year or round.
std::optional<Sender> sender_of(const Returned& returned, const model::Circular& circular) {
  const auto district = returns::index_of_district(circular, returned.facts.district);
  if (!district && !returned.facts.district.empty()) return std::nullopt;
  return Sender{returned.facts.attachment, district};
}

class Places {
 public:
  Places(const std::vector<Returned>& returned, const model::Circular& circular) {
    for (const Returned& each : returned) senders_[each.path] = sender_of(each, circular);
  }

  // "a.zip/เขมราฐ.xlsx:รต.1!H14"; names of files and sheets may hold anything.
  Problem problem(const Diagnostic& diagnostic) const {
    const std::string& path = diagnostic.origin.path();
    for (std::size_t end = path.size(); end != std::string::npos && end > 0;
         end = path.rfind(':', end - 1)) {
      const auto found = senders_.find(path.substr(0, end));
      if (found == senders_.end()) continue;
      Problem problem{found->second, found->first, "", "", &diagnostic};
      if (end < path.size()) split(path.substr(end + 1), problem);
      return problem;
    }
    return {std::nullopt, path, "", "", &diagnostic};
  }

 private:
  static void split(const std::string& place, Problem& problem) {
    const std::size_t mark = place.rfind('!');
    problem.sheet = place.substr(0, mark);
    if (mark != std::string::npos) problem.cell = place.substr(mark + 1);
  }

  std::map<std::string, std::optional<Sender>> senders_;  // by path
};

// The province, the districts in order, then what is unknown.
std::pair<int, std::size_t> order(const std::optional<Sender>& sender) {
  if (!sender) return {2, 0};
  return sender->district ? std::pair<int, std::size_t>(1, *sender->district)
                          : std::pair<int, std::size_t>(0, 0);
}

}  // namespace

std::vector<Problem> problems_of(const Diagnostics& diagnostics,
                                 const std::vector<Returned>& returned,
                                 const model::Circular& circular) {
  const Places places(returned, circular);
  std::vector<Problem> result;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    result.push_back(places.problem(diagnostic));
  }
  std::ranges::stable_sort(result, {}, [](const Problem& problem) {
    return std::tuple(order(problem.sender), problem.file);
  });
  return result;
}

std::string text_of(const Problem& problem, const thai::Catalogue& catalogue) {
  std::string text = catalogue.text(problem.diagnostic->message);
  for (const Note& note : problem.diagnostic->notes) {
    const std::string& path = note.origin.path();
    text += " (" + catalogue.text(note.message);
    if (!path.empty()) text += ": " + path.substr(path.find_last_of("/:!") + 1);
    text += ")";
  }
  return text;
}

std::string place_of(const Problem& problem) {
  if (problem.sheet.empty()) return "";
  return "แผ่นงาน " + problem.sheet + (problem.cell.empty() ? "" : " เซลล์ " + problem.cell);
}

std::string file_name_of(const Problem& problem) {
  return problem.file.substr(problem.file.find_last_of('/') + 1);
}

std::string name_of(const std::optional<Sender>& sender, const model::Circular& circular) {
  return sender ? returns::sender_name(*sender, circular) : "ไม่ทราบอำเภอ";
}

bool is_same_sender(const std::optional<Sender>& a, const std::optional<Sender>& b) {
  return order(a) == order(b);
}

}  // namespace chiwat::feedback
