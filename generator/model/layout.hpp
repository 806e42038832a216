// What kinds of layouts there are, as far as a description must know.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace chiwat::model {

enum class LayoutKind {
  table,       // a row for each district, its columns from the description
  form,        // a sheet whose columns or paragraphs are its own
  unreadable,  // reported
};

// The kind of the layout of this name for a circular in this folder (see Circular::folder); nothing
// when there is none. Mistakes inside a layout are reported by whoever answers.
using FindLayout =
    std::function<std::optional<LayoutKind>(const std::string& folder, const std::string& name)>;

}  // namespace chiwat::model
