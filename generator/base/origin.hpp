// Where a value was written: the place a message about it points to.
#pragma once

#include <compare>
#include <memory>
#include <string>
#include <utility>

namespace chiwat {

// A place in a text file. Lines and columns count from 1, columns in code points; 0 means the whole
// file or line.
struct Origin {
  std::shared_ptr<const std::string> file;  // as the user would write it; null: no place
  int line = 0;
  int column = 0;

  Origin() = default;
  Origin(std::string path, int at_line, int at_column)
      : Origin(std::make_shared<const std::string>(std::move(path)), at_line, at_column) {}
  Origin(std::shared_ptr<const std::string> path, int at_line, int at_column)
      : file(std::move(path)), line(at_line), column(at_column) {}

  const std::string& path() const {
    static const std::string none;
    return file ? *file : none;
  }
  friend bool operator==(const Origin& a, const Origin& b) {
    return a.path() == b.path() && a.line == b.line && a.column == b.column;
  }
};

// A value and where it was written.
template <class T>
struct Located {
  T value{};
  Origin origin;

  const T& operator*() const { return value; }
  const T* operator->() const { return &value; }
};

}  // namespace chiwat
