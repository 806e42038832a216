// A way through several hands: who does what, and when, as boxes with arrows between them.
#include <algorithm>
#include <cstdint>

#include "form/document_rows.hpp"

namespace chiwat::form {
namespace {

using document::Horizontal;
using document::Style;

// Pale colours, one for each hand in the order in which they come; on paper without colours light
// greys.
constexpr std::uint32_t kHands[] = {0xDDEBF7, 0xE2EFDA, 0xFFF2CC, 0xFCE4D6};
constexpr std::uint32_t kArrow = 0x7F7F7F;

// The letters of the standard font have no arrow, so it is drawn: a shaft, and a head of rows that
// grow narrower. Heights, and columns of the grid.
struct Stroke {
  Millipoints height;
  int columns;
};
constexpr Stroke kStrokes[] = {{6'000, 1}, {5'250, 5}, {5'250, 3}, {5'250, 1}};

class StepsWriter {
 public:
  StepsWriter(const PrintedSteps& steps, DocumentRows& rows)
      : steps_(steps),
        rows_(rows),
        has_when_(std::ranges::any_of(steps, [](const auto& step) { return !step.when.empty(); })),
        who_(rows.columns() * 22 / 100),
        when_(has_when_ ? rows.columns() * 24 / 100 : 0) {}

  void write() {
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      if (i > 0) write_arrow();
      write_step(steps_[i], i + 1 < steps_.size());
    }
  }

 private:
  void write_step(const PrintedStep& step, bool keeps_next) {
    const int end = rows_.columns();
    Style who = bordered(text_style(Horizontal::centre, true));
    who.fill = color_of(step.who);
    std::vector<PlacedText> texts{
        {0, who_ - 1, step.who, who, std::nullopt},
        {who_, end - when_ - 1, step.what, indented(bordered(text_style(Horizontal::left, false))),
         std::nullopt}};
    if (!step.when.empty()) {
      texts.push_back({end - when_, end - 1, step.when,
                       bordered(text_style(Horizontal::centre, true)), std::nullopt});
    }
    rows_.add(std::move(texts), keeps_next);
  }

  void write_arrow() {
    const int middle = (who_ + rows_.columns() - when_) / 2;
    Style style;
    style.fill = kArrow;
    for (const Stroke& stroke : kStrokes) {
      const int first = middle - stroke.columns / 2;
      rows_.add_bare(stroke.height, {{first, first + stroke.columns - 1, "", style, std::nullopt}},
                     true);
    }
  }

  std::uint32_t color_of(const std::string& who) {
    auto known = std::ranges::find(hands_, who);
    if (known == hands_.end()) known = hands_.insert(hands_.end(), who);
    return kHands[static_cast<std::size_t>(known - hands_.begin()) % std::size(kHands)];
  }

  const PrintedSteps& steps_;
  DocumentRows& rows_;
  const bool has_when_;
  const int who_, when_;  // columns of the grid
  std::vector<std::string> hands_;
};

}  // namespace

void add_steps(const PrintedSteps& steps, DocumentRows& rows) {
  StepsWriter(steps, rows).write();
}

}  // namespace chiwat::form
