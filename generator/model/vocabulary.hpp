// The words that a column of a CSV may hold, and what each means. Private to this folder.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/circular.hpp"

namespace chiwat::model {

class Vocabulary {
 public:
  // The bare names of the circular's districts (see thai::bare_district), each with its index.
  static Vocabulary of_districts(const Circular& circular);
  // Codes and labels, each with the index of its item; none without a list.
  static Vocabulary of_list(const List* list);

  bool is_empty() const { return words_.empty(); }
  // What a word means; it is in its one form (see thai::normalise).
  std::optional<std::size_t> find(const std::string& word) const;
  // The word that was probably meant by an unknown one.
  std::optional<std::string> closest(const std::string& word) const;
  // Whether an unknown word is met for the first time.
  bool is_news(const std::string& word) { return unknown_.insert(word).second; }

 private:
  void add(const std::string& word, std::size_t meaning);

  std::unordered_map<std::string, std::size_t> meanings_;
  std::unordered_set<std::string> unknown_;
  std::vector<std::string> words_;  // in the order of the description
};

}  // namespace chiwat::model
