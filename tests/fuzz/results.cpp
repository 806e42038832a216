// The table of results that is scored. What can be read is scored, explained and written as a
// scorecard.
#include "model/results.hpp"
#include "document/dump.hpp"
#include "explain/explanation.hpp"
#include "office.hpp"
#include "plan/score.hpp"
#include "promises.hpp"
#include "scorecard/scorecard.hpp"
#include "targets.hpp"

namespace chiwat::fuzz {
namespace {

void require_scored(const model::Results& results, Diagnostics& diagnostics) {
  const auto& [circular, plan, templates, wordings] = office();
  static const thai::Catalogue words(thai::Language::thai);
  const auto scores = plan::score(circular, plan, results, diagnostics);
  document::dump(scorecard::scorecard(circular, plan, scores, {}, words));
  for (const plan::RoundScore& round : scores.rounds) {
    for (const explain::Row row : {explain::Row{}, explain::Row{0}}) {
      for (const auto& line :
           explain::explain_score(circular, plan, results, round, row, std::nullopt)) {
        words.text(line.message);
      }
    }
  }
}

}  // namespace

void results(std::string_view input) {
  source::Texts texts;
  Diagnostics diagnostics;
  const source::MemoryFiles files({{"results.csv", std::string(input)}});
  const auto results = model::read_results("results.csv", files, texts, office().circular,
                                           std::nullopt, diagnostics);
  require_reason(results.has_value(), diagnostics);
  if (results) require_scored(*results, diagnostics);
  require_tellable(diagnostics, texts);
}

}  // namespace chiwat::fuzz
