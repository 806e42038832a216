// Which part of a package goes with which: every part may have a list beside it.
#pragma once

#include <map>
#include <string>

#include "xlsx/package.hpp"

namespace chiwat::xlsx {

struct Relation {
  std::string kind;  // the last word of its type: "worksheet", "styles"
  std::string part;  // the whole name in the package
};

// The relations of a part by their ids; of the package itself for "". None when there is no list.
// Throws Unreadable.
std::map<std::string, Relation> read_relations(Package& package, const std::string& part);

// The part of a kind, empty when there is none.
std::string part_of_kind(const std::map<std::string, Relation>& relations, std::string_view kind);

}  // namespace chiwat::xlsx
