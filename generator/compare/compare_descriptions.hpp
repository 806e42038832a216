// What has changed from one description to another.
#pragma once

#include "compare/comparison.hpp"
#include "model/circular.hpp"
#include "source/yaml.hpp"

namespace chiwat::compare {

// Districts are known by their names, baseline columns by theirs; the lines of a list by the number
// or name of each item, else by their place.
DescriptionChange compare_descriptions(const model::Circular& old_circular,
                                       const source::Node& old_tree,
                                       const model::Circular& new_circular,
                                       const source::Node& new_tree);

}  // namespace chiwat::compare
