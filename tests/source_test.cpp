// Files and their lines; and whatever bytes a file may hold.
#define BOOST_TEST_MODULE source
#include <sys/stat.h>

#include <fstream>
#include <map>
#include <random>

#include "source_shown.hpp"
#include "test_folder.hpp"

namespace chiwat::source {
namespace {

BOOST_AUTO_TEST_SUITE(files)

BOOST_AUTO_TEST_CASE(only_regular_files_are_read) {
  const Folder folder;
  const std::string file = folder / "ก.csv";
  std::ofstream(file, std::ios::binary) << "a\r\n\0b"s;
  const std::string pipe = folder / "pipe";
  BOOST_REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);

  const DiskFiles files;
  BOOST_TEST(files.read(file).value() == "a\r\n\0b"s);
  BOOST_TEST(!files.read(folder / "missing"));
  BOOST_TEST(!files.read(folder.path()));
  BOOST_TEST(!files.read(pipe));
  BOOST_TEST(!files.read("/dev/zero"));
}

BOOST_AUTO_TEST_CASE(at_most_256_mib) {
  const Folder folder;
  const std::string file = folder / "large";
  std::ofstream(file) << "";
  std::filesystem::resize_file(file, 256 << 20);
  BOOST_TEST(DiskFiles().read(file).has_value());
  std::filesystem::resize_file(file, (256 << 20) + 1);
  BOOST_TEST(!DiskFiles().read(file));
}

BOOST_AUTO_TEST_CASE(files_in_memory) {
  const MemoryFiles files(std::map<std::string, std::string>{{"a", "1"}});
  BOOST_TEST(files.read("a").value() == "1");
  BOOST_TEST(!files.read("b"));
}

BOOST_AUTO_TEST_CASE(lines_of_a_text) {
  Texts texts;
  texts.keep("f", "ก\r\n\rb\n\nlast");
  const auto line = [&](int number) { return std::string(texts.line("f", number).value_or("-")); };
  BOOST_TEST(line(0) == "-");
  BOOST_TEST(line(1) == "ก");
  BOOST_TEST(line(2) == "");
  BOOST_TEST(line(3) == "b");
  BOOST_TEST(line(4) == "");
  BOOST_TEST(line(5) == "last");
  BOOST_TEST(line(6) == "-");
  BOOST_TEST(!texts.line("g", 1));
  texts.keep("f", "new\n");
  BOOST_TEST(line(1) == "new");
  BOOST_TEST(line(2) == "-");
  texts.keep("f", std::string(Texts::kLongestKept, 'x'));
  BOOST_TEST(line(1).size() == Texts::kLongestKept);
  texts.keep("f", std::string(Texts::kLongestKept + 1, 'x'));
  BOOST_TEST(line(1) == "-");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(robustness)

// Pieces that mean something to the readers, in any order, and now and then any byte.
std::string nonsense(std::mt19937& random) {
  static constexpr std::string_view kPieces[] = {
      "a",     "ก",  "key", ": ",   ":",    "\n",      "\n  ",        "\n    ",     "- ",
      "? ",    "\t", "#",   " ",    "{",    "}",       "[",           "]",          ", ",
      ";",     "\"", "'",   "''",   "\"\"", "\\",      "|",           ">",          "&x",
      "*x",    "!",  "!!",  "!<",   "@",    "%",       "%YAML 1.2\n", "%TAG ! x\n", "---\n",
      "...\n", "~",  "\r",  "\r\n", "\\x",  "\\u0e01", "|2-\n",       ">+\n",       "\xEF\xBB\xBF",
      "<<: "};
  std::string text;
  for (auto pieces = random() % 40; pieces > 0; --pieces) {
    if (random() % 64 == 0) text += static_cast<char>(random());
    text += kPieces[random() % std::size(kPieces)];
  }
  return text;
}

void read_both(const std::string& bytes) {
  BOOST_TEST_CONTEXT("input " << in_quotes(bytes)) {
    yaml(bytes);
    csv(bytes);
  }
}

BOOST_AUTO_TEST_CASE(any_bytes_are_survived) {
  std::mt19937 random(2564);
  for (int i = 0; i < 4000; ++i) read_both(nonsense(random));
  for (int i = 0; i < 500; ++i) {
    std::string bytes(random() % 64, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    read_both(bytes);
  }
}

BOOST_AUTO_TEST_CASE(every_beginning_of_a_text_is_survived) {
  const std::string text =
      "%YAML 1.2\n--- # ก\na: {b: [c, 'd', \"e\\n\"]}\nf: |\n  g\n? h\n: - i\n  - j: k\n...\n";
  for (std::size_t size = 0; size <= text.size(); ++size) read_both(text.substr(0, size));
}

BOOST_AUTO_TEST_CASE(long_lines_are_read_in_one_walk) {
  std::string items = "[";
  std::string row = "a";
  for (int i = 0; i < 50'000; ++i) {
    items += "ก,";
    row += ",ก";
  }
  BOOST_TEST(yaml(items + "]").ends_with("- 'ก' @1:100000\n"));
  BOOST_TEST(csv(row).ends_with(" 'ก'@1:100001\n"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace chiwat::source
