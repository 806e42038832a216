// What the templates of a circular say, a text that is said twice once.
#pragma once

#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "model/said_text.hpp"

namespace chiwat::form {

class SaidTexts {
 public:
  void add(const model::SaidText& said) {
    const Origin& at = said.text.origin;
    if (seen_.emplace(at.path(), at.line, at.column, said.text.value).second) all_.push_back(said);
  }

  // In the order in which they were added.
  const std::vector<model::SaidText>& all() const { return all_; }

 private:
  std::vector<model::SaidText> all_;
  std::set<std::tuple<std::string, int, int, std::string>> seen_;  // places and texts
};

}  // namespace chiwat::form
