// The circulars as they were printed, held against the lists of tests/as_printed/.
#define BOOST_TEST_NO_MAIN
#define BOOST_TEST_ALTERNATIVE_INIT_API
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/prepare.hpp"
#include "review/rules.hpp"
#include "thai/message.hpp"

namespace chiwat {
namespace {

namespace fs = std::filesystem;

struct Expected {
  std::string line;  // of the list
  std::string rule;
  std::string place;
  int nth = 1;  // of the lines that have it
  std::vector<std::string> gist;
};

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> split(const std::string& text, char by) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, by);) parts.push_back(trimmed(part));
  return parts;
}

std::vector<Expected> expected_findings(const fs::path& list) {
  std::vector<Expected> all;
  std::ifstream in(list);
  for (std::string line; std::getline(in, line);) {
    if (trimmed(line).empty() || line.starts_with("//")) continue;
    const auto fields = split(line, '|');
    BOOST_REQUIRE(fields.size() == 3);
    Expected one{line, fields[0], fields[1], 1, split(fields[2], ';')};
    if (const auto mark = one.place.rfind(" #"); mark != std::string::npos) {
      one.nth = std::stoi(one.place.substr(mark + 2));
      one.place.resize(mark);
    }
    all.push_back(one);
  }
  return all;
}

// Whether a line is the nth of its file that has this text.
bool is_place(const source::Texts& texts, const Origin& origin, const Expected& expected) {
  int seen = 0;
  for (int line = 1; line <= origin.line; ++line) {
    const auto text = texts.line(origin.path(), line);
    if (!text || text->find(expected.place) == std::string_view::npos) continue;
    if (++seen == expected.nth) return line == origin.line;
  }
  return false;
}

bool names_all(const Message& message, const std::vector<std::string>& gist) {
  return std::ranges::all_of(gist, [&](const std::string& word) {
    return std::ranges::all_of(
        std::vector{thai::Language::english, thai::Language::thai}, [&](thai::Language language) {
          return thai::Catalogue(language).text(message).find(word) != std::string::npos;
        });
  });
}

void as_printed(const fs::path& examples, const fs::path& list) {
  const fs::path description = examples / list.stem() / "as-printed.yaml";
  source::Texts texts;
  thai::Wordings wordings;
  Diagnostics diagnostics;
  BOOST_REQUIRE(cli::prepare(description.string(), texts, wordings, diagnostics));

  std::vector<const Diagnostic*> unexpected;
  for (const Diagnostic& diagnostic : diagnostics.all()) unexpected.push_back(&diagnostic);
  for (const Expected& expected : expected_findings(list)) {
    const auto found = std::ranges::find_if(unexpected, [&](const Diagnostic* diagnostic) {
      const review::Rule* rule = review::rule_of(diagnostic->message.id);
      return rule && rule->id == expected.rule && is_place(texts, diagnostic->origin, expected) &&
             names_all(diagnostic->message, expected.gist);
    });
    BOOST_TEST((found != unexpected.end()), "not found: " << expected.line);
    if (found != unexpected.end()) unexpected.erase(found);
  }
  for (const Diagnostic* diagnostic : unexpected) {
    const review::Rule* rule = review::rule_of(diagnostic->message.id);
    BOOST_ERROR("not in the list: "
                << (rule ? rule->id : "-") << " line " << diagnostic->origin.line << ": "
                << thai::Catalogue(thai::Language::english).text(diagnostic->message));
  }
}

bool register_tests() {
  auto& suite = boost::unit_test::framework::master_test_suite();
  const fs::path root = fs::absolute(suite.argc > 1 ? suite.argv[1] : ".");
  int lists = 0;
  for (const auto& entry : fs::directory_iterator(root / "tests" / "as_printed")) {
    if (entry.path().extension() != ".txt") continue;
    ++lists;
    suite.add(boost::unit_test::make_test_case([=] { as_printed(root / "examples", entry.path()); },
                                               entry.path().stem().string(), __FILE__, __LINE__));
  }
  return lists == 5;
}

}  // namespace
}  // namespace chiwat

int main(int argc, char** argv) {
  return boost::unit_test::unit_test_main(&chiwat::register_tests, argc, argv);
}
