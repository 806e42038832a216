// What a document or form that goes with a circular says, for those who judge the circular's texts.
#pragma once

#include <cstddef>
#include <optional>

#include "model/circular.hpp"

namespace chiwat::model {

struct SaidText {
  Text text;  // as people will read it; its place in the template
  bool is_title;
  std::optional<std::size_t> round;  // that it is about: index into Circular::rounds
};

}  // namespace chiwat::model
