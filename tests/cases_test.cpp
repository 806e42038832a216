// Golden cases: a folder with a description and the whole text that the program must make of it.
//
// tests/cases/<topic>/<name>/ holds circular.yaml with its CSV files, and expected.txt; a name
// without a circular.yaml stands for tests/cases/tables/<name> or examples/<name>. A case whose
// name begins with bad_ must fail: expected.txt is what `chiwat check` says, in English and in
// Thai. Any other must be clean: expected.txt is the dump of its workbooks; under topic
// `scorecards`, of the scorecard of its results.csv; under `derivations`, of the sheets that say
// how the numbers of its tables came about; with a returned.csv, what comes of the forms that
// districts have sent back (see returned_case.hpp). With CHIWAT_UPDATE=1 in the environment
// expected.txt is written instead, and the difference is for review.
#define BOOST_TEST_NO_MAIN
#define BOOST_TEST_ALTERNATIVE_INIT_API
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "cli/prepare.hpp"
#include "cli/report.hpp"
#include "document/dump.hpp"
#include "explain/derivation_sheet.hpp"
#include "form/attachment_list.hpp"
#include "form/lay_out.hpp"
#include "model/read.hpp"
#include "model/results.hpp"
#include "plan/score.hpp"
#include "returned_case.hpp"
#include "scorecard/scorecard.hpp"

namespace chiwat {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The list of attachments, the province's workbooks, and of each folder of the districts' the
// first.
std::string dumped(const cli::Prepared& prepared) {
  std::string text = document::dump(
      form::attachment_list(prepared.circular, prepared.plan, prepared.templates, {}));
  for (const auto& attachment : prepared.circular.attachments) {
    for (const form::Output& output :
         form::outputs(prepared.circular, attachment, prepared.templates)) {
      if (output.district.value_or(0) != 0) continue;
      text += document::dump(
          form::lay_out(prepared.circular, prepared.plan, output, prepared.templates, {}));
    }
  }
  return text;
}

std::string scorecard_of(const cli::Prepared& prepared, source::Texts& texts,
                         Diagnostics& diagnostics) {
  const auto results = model::read_results("results.csv", source::DiskFiles(), texts,
                                           prepared.circular, {}, diagnostics);
  BOOST_REQUIRE(results);
  const auto scores = plan::score(prepared.circular, prepared.plan, *results, diagnostics);
  return document::dump(scorecard::scorecard(prepared.circular, prepared.plan, scores, {},
                                             thai::Catalogue(thai::Language::thai)));
}

std::string derivations_of(const cli::Prepared& prepared) {
  document::Workbook workbook;
  for (const auto& attachment : prepared.circular.attachments) {
    if (attachment.tables.empty()) continue;
    workbook.sheets.push_back(explain::derivation_sheet(
        {prepared.circular, prepared.plan, attachment, attachment.digits, false},
        prepared.templates, thai::Catalogue(thai::Language::thai)));
  }
  return document::dump(workbook);
}

std::string reported(const Diagnostics& diagnostics, const source::Texts& texts,
                     const thai::Wordings& wordings) {
  std::ostringstream out;
  cli::report(diagnostics, texts, thai::Catalogue(thai::Language::english, wordings), out);
  out << "\n";
  cli::report(diagnostics, texts, thai::Catalogue(thai::Language::thai, wordings), out);
  return out.str();
}

// What the program makes of a case; paths in it are relative to the case.
std::string outcome(const std::string& topic, const std::string& name, const fs::path& input) {
  source::Texts texts;
  thai::Wordings wordings;
  Diagnostics diagnostics;
  fs::current_path(input);
  const auto prepared = cli::prepare(model::kDescriptionFile, texts, wordings, diagnostics);
  const bool is_bad = name.starts_with("bad_");
  BOOST_TEST(prepared.has_value() == !is_bad, reported(diagnostics, texts, wordings));
  std::string dump;
  if (prepared && topic == "scorecards") dump = scorecard_of(*prepared, texts, diagnostics);
  if (prepared && topic == "derivations") dump = derivations_of(*prepared);
  const std::string said = reported(diagnostics, texts, wordings);
  if (!prepared) return said;
  if (fs::exists(kReturnedFile)) {
    const std::string result = consolidated(*prepared, diagnostics);
    return reported(diagnostics, texts, wordings) + result;
  }
  return (diagnostics.all().empty() ? "" : said) + (dump.empty() ? dumped(*prepared) : dump);
}

void run_case(const fs::path& folder, const fs::path& examples) {
  const std::string name = folder.filename().string();
  const fs::path of_tables = folder.parent_path().parent_path() / "tables" / name;
  fs::path input = examples / name;
  for (const fs::path& own : {of_tables, folder}) {
    if (fs::exists(own / model::kDescriptionFile)) input = own;
  }
  const std::string actual = outcome(folder.parent_path().filename().string(), name, input);
  const fs::path expected = folder / "expected.txt";
  if (std::getenv("CHIWAT_UPDATE")) {
    std::ofstream(expected, std::ios::binary) << actual;
    return;
  }
  const std::string wanted = read(expected);
  if (actual == wanted) return;
  std::istringstream actual_lines(actual), wanted_lines(wanted);
  std::string a, w;
  for (int line = 1;; ++line) {
    const bool more_a = static_cast<bool>(std::getline(actual_lines, a));
    const bool more_w = static_cast<bool>(std::getline(wanted_lines, w));
    if (more_a && more_w && a == w) continue;
    BOOST_ERROR(expected.string() << ":" << line << "\n  expected: " << (more_w ? w : "(end)")
                                  << "\n  actual:   " << (more_a ? a : "(end)"));
    return;
  }
}

bool register_cases() {
  auto& arguments = boost::unit_test::framework::master_test_suite();
  const fs::path root = fs::absolute(arguments.argc > 1 ? arguments.argv[1] : ".");
  const fs::path cases = root / "tests" / "cases";
  std::vector<fs::path> folders;
  for (const auto& topic : fs::directory_iterator(cases)) {
    for (const auto& entry : fs::directory_iterator(topic)) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  for (const fs::path& folder : folders) {
    const std::string name =
        folder.parent_path().filename().string() + "/" + folder.filename().string();
    arguments.add(boost::unit_test::make_test_case([=] { run_case(folder, root / "examples"); },
                                                   name, __FILE__, __LINE__));
  }
  return !folders.empty();
}

}  // namespace
}  // namespace chiwat

int main(int argc, char** argv) {
  return boost::unit_test::unit_test_main(&chiwat::register_cases, argc, argv);
}
