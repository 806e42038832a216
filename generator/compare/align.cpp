#include "compare/align.hpp"

#include <algorithm>
#include <cstdint>

namespace chiwat::compare {
namespace {

using Keys = std::vector<std::string>;

// Beyond so many comparisons the parts that differ are paired by their place.
constexpr std::size_t kMostCompared = 50'000'000;

class Alignment {
 public:
  Alignment(const Keys& old_keys, const Keys& new_keys) : old_(old_keys), new_(new_keys) {}

  std::vector<Pair> run() {
    std::size_t first = 0;
    while (first < std::min(old_.size(), new_.size()) && old_[first] == new_[first]) ++first;
    std::size_t equal_end = 0;
    while (equal_end < std::min(old_.size(), new_.size()) - first &&
           old_[old_.size() - 1 - equal_end] == new_[new_.size() - 1 - equal_end]) {
      ++equal_end;
    }
    for (std::size_t i = 0; i < first; ++i) keep();
    between(old_.size() - equal_end, new_.size() - equal_end);
    for (std::size_t i = 0; i < equal_end; ++i) keep();
    return std::move(pairs_);
  }

 private:
  void keep() { pairs_.emplace_back(next_old_++, next_new_++); }

  // The part up to these ends, by its longest common subsequence.
  void between(std::size_t old_end, std::size_t new_end) {
    const std::size_t rows = old_end - next_old_, columns = new_end - next_new_;
    if (columns > 0 && rows > kMostCompared / columns) return gap(old_end, new_end);
    const std::size_t old_start = next_old_, new_start = next_new_;
    const std::size_t width = columns + 1;
    std::vector<std::uint32_t> longest((rows + 1) * width);  // of what follows
    for (std::size_t i = rows; i-- > 0;) {
      for (std::size_t j = columns; j-- > 0;) {
        longest[i * width + j] =
            old_[old_start + i] == new_[new_start + j]
                ? longest[(i + 1) * width + j + 1] + 1
                : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
      }
    }
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
      if (old_[old_start + i] == new_[new_start + j]) {
        gap(old_start + i++, new_start + j++);
        keep();
      } else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
        ++i;
      } else {
        ++j;
      }
    }
    gap(old_end, new_end);
  }

  // Up to these ends nothing has an equal key.
  void gap(std::size_t old_end, std::size_t new_end) {
    if (old_end - next_old_ == new_end - next_new_) {
      while (next_old_ < old_end) keep();
    }
    while (next_old_ < old_end) pairs_.emplace_back(next_old_++, std::nullopt);
    while (next_new_ < new_end) pairs_.emplace_back(std::nullopt, next_new_++);
  }

  const Keys& old_;
  const Keys& new_;
  std::size_t next_old_ = 0;
  std::size_t next_new_ = 0;
  std::vector<Pair> pairs_;
};

}  // namespace

std::vector<Pair> align(const Keys& old_keys, const Keys& new_keys) {
  return Alignment(old_keys, new_keys).run();
}

}  // namespace chiwat::compare
