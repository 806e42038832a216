// The program from its words to its exit code, in process: a folder to run it in, and what came of
// a run as text.
#pragma once

#include <unistd.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/run.hpp"
#include "test_folder.hpp"

namespace chiwat::cli {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

inline constexpr const char* kDescription = R"(province: ตัวอย่าง
fiscal_year: 2566
letter:
  date: มกราคม 2566
  subject: เรื่อง
indicator:
  name: ตัวชี้วัด
rounds:
  - number: 1
    months: ตุลาคม 2565 - มีนาคม 2566
baseline:
  file: baseline.csv
  district: district
  columns:
    shops: shops
columns:
  half: ceil(shops / 2)
attachments:
  - number: 1
    title: เป้าหมาย
    digits: arabic
    tables:
      - sheet: เป้าหมาย
        round: 1
        title: เป้าหมายปี {fiscal_year}
        columns:
          - heading: อำเภอ
            show: district
          - heading: ร้าน
            show: shops
          - heading: ครึ่งหนึ่ง
            show: half
  - number: 2
    title: แนวทาง
  - number: 3
    title: เป้าหมายอีกครั้ง
    tables:
      - sheet: เป้าหมาย
        columns:
          - heading: อำเภอ
            show: district
          - heading: ครึ่งหนึ่ง
            show: half
checks:
  without:
    F2: แนวทางไม่มีตาราง
    N5: จังหวัดสมมุติ
)";

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  BOOST_REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

inline void write_file(const fs::path& path, const std::string& text) {
  if (path.has_parent_path()) fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

// The description of `good` with results, and levels of two conditions with a hole below.
inline void describe_scoring() {
  const std::string own =
      replaced(kDescription, "  without:\n", "  without:\n    L3: บางผลไม่เข้าระดับใด ตั้งใจไว้เช่นนั้น\n");
  write_file("good/circular.yaml",
             replaced(own, "    months: ตุลาคม 2565 - มีนาคม 2566\n",
                      "    months: ตุลาคม 2565 - มีนาคม 2566\n"
                      "    levels:\n"
                      "      - {points: 2, when: open_share >= 50% and list}\n"
                      "      - {points: 1, when: open_share >= 25%}\n") +
                 "results:\n"
                 "  opened: {label: ร้านที่เปิด, unit: ร้าน}\n"
                 "  list: {label: บัญชี, type: yes_no}\n"
                 "measures:\n  open_share: opened / shops\n");
}

// Every test starts in an empty folder of its own, in which `good` and `bad` are described, and in
// the plain locale.
struct Office {
  Office() {
    std::string name = (fs::temp_directory_path() / "cli_test.XXXXXX").string();
    folder = ::mkdtemp(name.data());
    fs::current_path(folder);
    write_file("good/circular.yaml", kDescription);
    write_file("good/baseline.csv", "district,shops\nเมือง,7\nดอนกลาง,4\n");
    write_file("bad/circular.yaml", replaced(kDescription, "shops / 2", "shop / 2"));
    write_file("bad/baseline.csv", "district,shops\nเมือง,7\nดอนกลาง,4\n");
    set_locale({});
  }
  ~Office() {
    fs::current_path(fs::temp_directory_path());
    fs::remove_all(folder);
  }

  static void set_locale(const std::map<std::string, std::string>& variables) {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      const auto value = variables.find(name);
      if (value == variables.end()) {
        ::unsetenv(name);
      } else {
        ::setenv(name, value->second.c_str(), 1);
      }
    }
  }

  fs::path folder;
};

// One run; as text, when it is compared: each stream that got something, then the exit code.
struct Outcome {
  int code;
  std::string out;
  std::string err;

  std::string text() const {
    return (out.empty() ? "" : "out:\n" + out) + (err.empty() ? "" : "err:\n" + err) +
           "exit: " + std::to_string(code) + "\n";
  }
};

inline Outcome outcome(const std::vector<std::string>& words, bool show_progress = false) {
  std::ostringstream out, err;
  const int code = run(words, out, err, show_progress);
  return {code, out.str(), err.str()};
}

inline std::string said(const std::vector<std::string>& words) {
  return outcome(words).text();
}

// What is said of a wrong command line, which ends with 2, writes nothing to stdout and points to
// the help.
inline std::string complaint(const std::vector<std::string>& words) {
  const Outcome result = outcome(words);
  BOOST_TEST(result.code == kUsage);
  BOOST_TEST(result.out == "");
  BOOST_TEST(result.err.starts_with("chiwat: "));
  BOOST_TEST(result.err.ends_with("see: chiwat help\n"));
  return result.err.substr(8, result.err.size() - 8 - 17);
}

// The files below a folder, sorted; without the manifest of the folder.
inline Names files_in(const fs::path& folder) {
  Names names;
  if (!fs::exists(folder)) return names;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_directory() || entry.path().filename() == ".chiwat-manifest") continue;
    names.push_back(fs::relative(entry.path(), folder).string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

// One part of a workbook's package.
inline std::string part(const std::string& file, const std::string& name) {
  FILE* const pipe = ::popen(("unzip -p '" + file + "' '" + name + "'").c_str(), "r");
  BOOST_REQUIRE(pipe);
  std::string text;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) text += static_cast<char>(c);
  BOOST_REQUIRE_EQUAL(::pclose(pipe), 0);
  return text;
}

inline bool holds(const std::string& text, const std::string& piece) {
  return text.find(piece) != std::string::npos;
}

}  // namespace chiwat::cli
