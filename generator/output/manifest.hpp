// Which files of a folder the program has written, and what was in them: a file whose bytes are
// others by now has been changed by somebody, and is theirs.
//
// As text, in the hidden file .chiwat-manifest of the folder:
//
//   chiwat manifest 1
//   of อุบลราชธานี 2564 ระดับความสำเร็จ…
//   5f0c…  01-เป้าหมาย.xlsx
//   77e1…  03-แบบสำรวจ/01-เมืองอุบลราชธานี.xlsx
//
// A line is added before its file takes its place, so a run that was killed leaves two lines for a
// file: either may be true. The last line of a file cut short has no end and counts for nothing.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace chiwat::output {

class Manifest {
 public:
  // Everything that can be read in `text`; nothing of another version. Names that lead out of the
  // folder are left out.
  static Manifest parse(std::string_view text);

  // Sorted by what files are of, then by name.
  std::string text() const;

  // Whether the program has written these bytes under this name.
  bool has(const std::string& name, const std::string& digest) const;

  // That the file `name` is part of `scope`, one line of text, and holds exactly this.
  void settle(const std::string& name, const std::string& scope, const std::string& digest);
  void forget(const std::string& name) { files_.erase(name); }

  // The names of a scope, sorted.
  std::vector<std::string> of(const std::string& scope) const;

 private:
  struct File {
    std::string scope;
    std::set<std::string> digests;
  };
  std::map<std::string, File> files_;
};

// What is added to the text of a manifest for one file.
std::string manifest_lines(const std::string& name, const std::string& scope,
                           const std::string& digest);

}  // namespace chiwat::output
