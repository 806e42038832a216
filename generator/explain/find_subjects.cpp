#include <algorithm>
#include <set>
#include <string_view>

#include "explain/subject.hpp"
#include "form/shown_headings.hpp"
#include "model/placeholders.hpp"
#include "thai/digits.hpp"
#include "thai/message.hpp"
#include "thai/names.hpp"

namespace chiwat::explain {
namespace {

// Names as they are compared: digits of either script, spaces as they come.
std::string comparable(const std::string& text) {
  return thai::to_arabic(thai::normalise(text));
}

// One thing that may be meant, and what it is called.
struct Candidate {
  Subject subject;
  std::vector<std::string> names;  // comparable
  std::set<std::size_t> rounds;    // indexes into Circular::rounds; none: of no round
  std::string description;         // for a list of several
};

class Search {
 public:
  Search(const model::Circular& circular, const plan::Plan& plan, const plan::Scores* scores,
         std::optional<int> round)
      : circular_(circular), plan_(plan), scores_(scores), round_(round) {
    for (std::size_t i = 0; i < circular.columns.size(); ++i) add_column(i);
    add_headings();
    for (Candidate& candidate : columns_) describe(candidate);
    if (!scores) return;
    for (std::size_t i = 0; i < scores->rounds.size(); ++i) add_score(i);
  }

  std::variant<std::vector<Subject>, NotFound> find(const std::string& words) const {
    const std::string wanted = comparable(words);
    if (wanted.empty() || is_score(wanted)) return all_rounds(words);
    for (const auto matches : {same, contains}) {
      auto found = matching(wanted, matches);
      if (found.size() > 1) found = of_round(found);
      if (found.size() == 1) return std::vector<Subject>{found.front()->subject};
      if (found.size() > 1) return ambiguous(words, found);
    }
    return unknown(words, wanted);
  }

 private:
  using Found = std::vector<const Candidate*>;
  using Matches = bool (*)(const std::string& name, const std::string& wanted);

  static bool same(const std::string& name, const std::string& wanted) { return name == wanted; }
  static bool contains(const std::string& name, const std::string& wanted) {
    return name.find(wanted) != std::string::npos;
  }
  static bool is_score(const std::string& wanted) { return wanted == "คะแนน" || wanted == "score"; }

  // --- What there is ---

  void add_column(std::size_t index) {
    const model::Column& column = circular_.columns[index];
    columns_.push_back({ColumnSubject{index}, {comparable(column.name.value)}, {}, ""});
    if (!column.label.empty()) columns_.back().names.push_back(comparable(column.label));
  }

  void add_headings() {
    for (const model::Attachment& attachment : circular_.attachments) {
      for (const model::Table& table : attachment.tables) {
        for (const form::ShownHeading& heading : form::shown_headings(
                 {circular_, plan_, attachment, thai::Digits::arabic, false}, table)) {
          Candidate& candidate = columns_[heading.shown->column];
          candidate.names.push_back(comparable(heading.heading));
          candidate.names.push_back(comparable(heading.path));
          if (table.round) candidate.rounds.insert(*table.round);
        }
      }
    }
  }

  void describe(Candidate& candidate) const {
    const std::size_t column = std::get<ColumnSubject>(candidate.subject).column;
    const std::string label = form::label_of(circular_, plan_, thai::Digits::arabic, column);
    candidate.description = circular_.columns[column].name.value;
    if (label != candidate.description) candidate.description += " (" + label + ")";
  }

  void add_score(std::size_t index) {
    const plan::RoundScore& round = scores_->rounds[index];
    const model::Round& described = circular_.rounds[round.round];
    const std::string number = std::to_string(described.number.value);
    scored_.push_back({ScoreSubject{index, std::nullopt},
                       {"รอบที่ " + number, "รอบ " + number, "round " + number},
                       {round.round},
                       "รอบที่ " + number});
    for (std::size_t i = 0; i < round.levels.size(); ++i) {
      const std::string points = described.levels[round.levels[i].level].points->to_string();
      const std::string label = comparable(std::get<std::string>(
          thai::format(round.levels[i].label, model::placeholders(circular_, &described),
                       thai::Digits::arabic)));
      scored_.push_back({ScoreSubject{index, i},
                         {label, "ระดับ" + label, "ระดับ " + label, points, "ระดับ " + points,
                          "คะแนน " + points, points + " คะแนน"},
                         {round.round},
                         label + " (รอบที่ " + number + ")"});
    }
  }

  // --- What is meant ---

  Found matching(const std::string& wanted, Matches matches) const {
    Found found;
    const auto add = [&](const std::vector<Candidate>& all) {
      for (const Candidate& candidate : all) {
        if (std::ranges::any_of(candidate.names,
                                [&](const auto& name) { return matches(name, wanted); })) {
          found.push_back(&candidate);
        }
      }
    };
    add(columns_);
    if (matches == same) add(scored_);  // a part of a level's name means nothing
    return found;
  }

  // Those of the round that was asked for, if there are any.
  Found of_round(const Found& found) const {
    if (!round_) return found;
    Found own;
    for (const Candidate* candidate : found) {
      if (std::ranges::any_of(candidate->rounds, [&](std::size_t round) {
            return circular_.rounds[round].number.value == *round_;
          })) {
        own.push_back(candidate);
      }
    }
    return own.empty() ? found : own;
  }

  std::variant<std::vector<Subject>, NotFound> all_rounds(const std::string& words) const {
    if (!scores_) return NotFound{{"explain_needs_results", {{"name", words}}}, {}};
    std::vector<Subject> all;
    for (std::size_t i = 0; i < scores_->rounds.size(); ++i) {
      all.push_back(ScoreSubject{i, std::nullopt});
    }
    return all;
  }

  static NotFound ambiguous(const std::string& words, const Found& found) {
    std::string candidates;
    for (const Candidate* candidate : found) {
      candidates += (candidates.empty() ? "" : ", ") + candidate->description;
    }
    return {{"explain_ambiguous", {{"name", words}, {"candidates", candidates}}}, {}};
  }

  NotFound unknown(const std::string& words, const std::string& wanted) const {
    if (!scores_ && names_level(wanted)) {
      return {{"explain_needs_results", {{"name", words}}}, {}};
    }
    std::vector<std::string> known;
    for (const auto* all : {&columns_, &scored_}) {
      for (const Candidate& candidate : *all) {
        known.insert(known.end(), candidate.names.begin(), candidate.names.end());
      }
    }
    return {{"explain_unknown", {{"name", words}}}, thai::closest(wanted, known)};
  }

  // Whether with results a level or a round would be meant.
  bool names_level(const std::string& wanted) const {
    for (const model::Round& round : circular_.rounds) {
      const std::string number = std::to_string(round.number.value);
      if (wanted == "รอบที่ " + number || wanted == "รอบ " + number) return true;
      for (const model::Level& level : round.levels) {
        const std::string points = level.points->to_string();
        if (level.name && wanted == comparable(level.name->value)) return true;
        if (wanted == points || wanted == "ระดับ " + points || wanted == "คะแนน " + points) {
          return true;
        }
      }
    }
    return false;
  }

  const model::Circular& circular_;
  const plan::Plan& plan_;
  const plan::Scores* scores_;
  const std::optional<int> round_;
  std::vector<Candidate> columns_;  // as Circular::columns
  std::vector<Candidate> scored_;
};

}  // namespace

std::variant<std::vector<Subject>, NotFound> find_subjects(const model::Circular& circular,
                                                           const plan::Plan& plan,
                                                           const plan::Scores* scores,
                                                           const std::string& words,
                                                           std::optional<int> round) {
  return Search(circular, plan, scores, round).find(words);
}

}  // namespace chiwat::explain
