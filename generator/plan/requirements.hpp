// What a level's condition asks for, one by one, and how much of a result would do. Private to this
// folder.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "plan/score.hpp"

namespace chiwat::plan {

// The conditions joined by `and`. `round` knows its results.
std::vector<Requirement> requirements(const model::Circular& circular, const RoundScore& round,
                                      const model::Level& level);

// How far from it a row is whose names stand for these values.
Gap gap(const Requirement& requirement, const RoundScore& round, const model::Circular& circular,
        const std::function<formula::Value(const std::string&)>& value_of);

}  // namespace chiwat::plan
