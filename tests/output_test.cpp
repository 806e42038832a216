// A folder of output and its manifest: what is known of files as text, and what becomes of a file
// that somebody has changed, or of a manifest that somebody has spoiled.
#define BOOST_TEST_MODULE output
#include <boost/test/unit_test.hpp>

#include "output/digest.hpp"
#include "output/folder.hpp"
#include "output/manifest.hpp"
#include "test_folder.hpp"

namespace chiwat::output {
namespace {

using Work = chiwat::Folder;

// Digests that tell themselves apart.
std::string digest_of(char c) {
  return std::string(64, c);
}

std::string line(char c, const std::string& name) {
  return digest_of(c) + "  " + name + "\n";
}

// --- The manifest ---

std::string again(const std::string& text) {
  return Manifest::parse(text).text();
}

const std::string kFirst = "chiwat manifest 1\n";

BOOST_AUTO_TEST_CASE(a_manifest_is_sorted_text) {
  Manifest manifest;
  BOOST_TEST(manifest.text() == kFirst);
  manifest.settle("ข/2.xlsx", "เวียน ก", digest_of('b'));
  manifest.settle("1.xlsx", "เวียน ก", digest_of('a'));
  manifest.settle("0.xlsx", "เวียน ข", digest_of('c'));
  const std::string text = kFirst + "of เวียน ก\n" + line('a', "1.xlsx") + line('b', "ข/2.xlsx") +
                           "of เวียน ข\n" + line('c', "0.xlsx");
  BOOST_TEST(manifest.text() == text);
  BOOST_TEST(again(text) == text);
}

BOOST_AUTO_TEST_CASE(after_a_killed_run_either_of_two_lines_may_be_true) {
  auto manifest =
      Manifest::parse(kFirst + "of ก\n" + line('a', "1.xlsx") + "of ก\n" + line('b', "1.xlsx"));
  BOOST_TEST(manifest.has("1.xlsx", digest_of('a')));
  BOOST_TEST(manifest.has("1.xlsx", digest_of('b')));
  BOOST_TEST(!manifest.has("1.xlsx", digest_of('c')));
  BOOST_TEST(!manifest.has("2.xlsx", digest_of('a')));
  manifest.settle("1.xlsx", "ก", digest_of('b'));
  BOOST_TEST(!manifest.has("1.xlsx", digest_of('a')));
}

// A file of two circulars belongs to the one that wrote it last.
BOOST_AUTO_TEST_CASE(the_last_scope_counts) {
  const auto manifest =
      Manifest::parse(kFirst + "of ก\n" + line('a', "1.xlsx") + "of ข\n" + line('b', "1.xlsx"));
  BOOST_TEST(manifest.of("ก").empty());
  BOOST_TEST(manifest.of("ข") == std::vector<std::string>{"1.xlsx"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_counts_for_nothing) {
  const std::string good = kFirst + "of ก\n" + line('a', "1.xlsx");
  BOOST_TEST(again("") == kFirst);
  BOOST_TEST(again("chiwat manifest 2\nof ก\n" + line('a', "1.xlsx")) == kFirst);
  BOOST_TEST(again("of ก\n" + line('a', "1.xlsx")) == kFirst);
  BOOST_TEST(again(std::string("PK\x03\x04\0\0\n", 8) + good) == kFirst);
  // Cut short: within a line, and just before its end.
  BOOST_TEST(again(good + digest_of('b').substr(0, 20)) == good);
  BOOST_TEST(again(good + digest_of('b') + "  2.xlsx") == good);
  // No digest, or one that nobody writes.
  BOOST_TEST(again(good + "\n\nหมายเหตุ\n" + std::string(64, 'g') + "  2.xlsx\n") == good);
  BOOST_TEST(again(good + digest_of('b') + " 2.xlsx\n" + digest_of('b') + "2.xlsx\n") == good);
  BOOST_TEST(again(good + digest_of('b') + "  \n") == good);
}

BOOST_AUTO_TEST_CASE(names_stay_inside_the_folder) {
  for (const char* name : {"../x.xlsx", "ก/../../x.xlsx", "/etc/passwd", "..", "ก/..", "ก/"}) {
    BOOST_TEST(again(kFirst + "of ก\n" + line('a', name)) == kFirst, name);
  }
  for (const char* name : {"ก/ข/x.xlsx", "..x.xlsx", "ก/...xlsx", "ชื่อ  เว้นวรรค.xlsx"}) {
    BOOST_TEST(Manifest::parse(kFirst + "of ก\n" + line('a', name)).has(name, digest_of('a')),
               name);
  }
}

BOOST_AUTO_TEST_CASE(lines_that_are_added_can_be_read_back) {
  const std::string text = kFirst + manifest_lines("ก/1.xlsx", "เวียน", digest_of('a'));
  BOOST_TEST(again(text) == kFirst + "of เวียน\n" + line('a', "ก/1.xlsx"));
}

BOOST_AUTO_TEST_CASE(a_digest_is_of_a_file) {
  const Work work;
  write_file(work / "1", "abc");
  BOOST_TEST(digest(work / "1").value() ==
             "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  BOOST_TEST(!digest(work / "2"));
  BOOST_TEST(!digest(work));
}

// --- A folder ---

// A run that places files of these contents, then sweeps: "+1 =2 ?3 -4" for written, unchanged,
// kept, removed; "!4" for what was to be removed and is kept.
std::string run(const Work& work, const std::vector<std::pair<std::string, std::string>>& files,
                FolderOptions options = {.scope = "ก"}, bool sweeps = true) {
  Folder folder(work / "out", options, [] { BOOST_ERROR("nobody else is at work"); });
  std::string result;
  const auto say = [&](const char* mark, const std::string& name) {
    result += (result.empty() ? "" : " ") + std::string(mark) + name;
  };
  for (const auto& [name, text] : files) {
    Draft draft = folder.draft();
    write_file(draft.path(), text);
    const Placed placed = folder.place(name, std::move(draft));
    say(placed == Placed::written ? "+" : placed == Placed::unchanged ? "=" : "?", name);
  }
  if (sweeps) {
    const auto swept = folder.sweep();
    for (const std::string& name : swept.removed) say("-", name);
    for (const std::string& name : swept.kept) say("!", name);
  }
  folder.finish();
  return result;
}

BOOST_AUTO_TEST_CASE(only_what_differs_is_written) {
  const Work work;
  BOOST_TEST(run(work, {{"1", "ก"}, {"ง/2", "ข"}}) == "+1 +ง/2");
  BOOST_TEST(run(work, {{"1", "ก"}, {"ง/2", "ค"}}) == "=1 +ง/2");
  BOOST_TEST(bytes(work / "out/ง/2") == "ค");
  BOOST_TEST(run(work, {{"1", "ก"}}) == "=1 -ง/2");
  BOOST_TEST(!std::filesystem::exists(work / "out/ง"));  // empty, so gone as well
}

BOOST_AUTO_TEST_CASE(what_somebody_has_changed_is_kept) {
  const Work work;
  run(work, {{"1", "ก"}, {"2", "ข"}});
  write_file(work / "out/1", "กรอกแล้ว");
  write_file(work / "out/2", "กรอกแล้ว");
  BOOST_TEST(run(work, {{"1", "ใหม่"}}) == "?1 !2");
  BOOST_TEST(bytes(work / "out/1") == "กรอกแล้ว");
  // It is still nobody's but theirs the next time, and when it is what would be written, the
  // program's.
  BOOST_TEST(run(work, {{"1", "ใหม่"}}) == "?1 !2");
  BOOST_TEST(run(work, {{"1", "กรอกแล้ว"}}) == "=1 !2");
  BOOST_TEST(run(work, {{"1", "ใหม่"}}) == "+1 !2");
  BOOST_TEST(run(work, {}, {.scope = "ก", .force = true}) == "-1 -2");
}

BOOST_AUTO_TEST_CASE(what_was_there_before_is_not_the_programs) {
  const Work work;
  write_file(work / "out/1", "ของเดิม");
  write_file(work / "out/2", "ข");
  BOOST_TEST(run(work, {{"1", "ก"}, {"2", "ข"}}) == "?1 =2");
  BOOST_TEST(run(work, {{"1", "ก"}, {"2", "ค"}}) == "?1 +2");
  BOOST_TEST(run(work, {{"1", "ก"}}, {.scope = "ก", .force = true}) == "+1 -2");
}

BOOST_AUTO_TEST_CASE(another_circular_is_left_alone) {
  const Work work;
  run(work, {{"1", "ก"}});
  BOOST_TEST(run(work, {{"2", "ข"}}, {.scope = "ข"}) == "+2");
  BOOST_TEST(run(work, {}) == "-1");
  BOOST_TEST(bytes(work / "out/2") == "ข");
}

BOOST_AUTO_TEST_CASE(a_file_that_somebody_has_removed_is_written_again) {
  const Work work;
  run(work, {{"1", "ก"}, {"2", "ข"}});
  std::filesystem::remove(work / "out/1");
  std::filesystem::remove(work / "out/2");
  BOOST_TEST(run(work, {{"1", "ก"}}) ==
             "+1");  // the other is gone already, which is nothing to say
}

BOOST_AUTO_TEST_CASE(a_dry_run_says_the_same_and_touches_nothing) {
  const Work work;
  const FolderOptions dry{.scope = "ก", .dry_run = true};
  BOOST_TEST(run(work, {{"1", "ก"}}, dry) == "+1");
  BOOST_TEST(!std::filesystem::exists(work / "out"));
  run(work, {{"1", "ก"}, {"2", "ข"}});
  const std::string manifest = bytes(work / "out/.chiwat-manifest");
  BOOST_TEST(run(work, {{"1", "ค"}}, dry) == "+1 -2");
  BOOST_TEST(bytes(work / "out/1") == "ก");
  BOOST_TEST(bytes(work / "out/2") == "ข");
  BOOST_TEST(bytes(work / "out/.chiwat-manifest") == manifest);
}

// Whatever is made of the manifest: nothing that somebody else wrote is touched, and what the
// program would write anyway is taken over.
BOOST_AUTO_TEST_CASE(a_spoiled_manifest_makes_files_somebody_elses) {
  for (const std::string& spoiled :
       {std::string(), std::string("chiwat mani"), std::string("อะไรก็ไม่รู้\n"),
        std::string(100'000, '\0'), kFirst + "of ก\n" + line('a', "1") + line('b', "../ข้างนอก")}) {
    const Work work;
    run(work, {{"1", "ก"}, {"2", "ข"}});
    write_file(work / "ข้างนอก", "นอกโฟลเดอร์");
    write_file(work / "out/.chiwat-manifest", spoiled);
    BOOST_TEST(run(work, {{"1", "ใหม่"}, {"2", "ข"}}) == "?1 =2");
    BOOST_TEST(bytes(work / "ข้างนอก") == "นอกโฟลเดอร์");
    BOOST_TEST(run(work, {{"1", "ก"}, {"2", "ค"}}) == "=1 +2");
    BOOST_TEST(run(work, {{"1", "ใหม่"}, {"2", "ค"}}) == "+1 =2");
  }
}

// Killed between placing a file and the end: the lines that were added know it.
BOOST_AUTO_TEST_CASE(a_run_that_ends_in_between_leaves_a_manifest_that_is_good) {
  const Work work;
  run(work, {{"1", "ก"}});
  {
    Folder folder(work / "out", {.scope = "ก"}, [] {});
    Draft draft = folder.draft();
    write_file(draft.path(), "ข");
    BOOST_TEST((folder.place("1", std::move(draft)) == Placed::written));
    Draft unplaced = folder.draft();
    write_file(unplaced.path(), "ค");
  }
  BOOST_TEST(work.names().size() == 1u);
  BOOST_TEST(run(work, {{"1", "ค"}}) == "+1");
}

BOOST_AUTO_TEST_CASE(drafts_of_killed_runs_are_removed) {
  const Work work;
  write_file(work / "out/.chiwat-run-1-1.tmp", "ครึ่งเดียว");
  write_file(work / "out/.chiwat-77-1.tmp",
             "of somebody on another machine, who may still be writing");
  write_file(work / "out/บันทึก.tmp", "ของคนอื่น");
  run(work, {});
  BOOST_TEST(!std::filesystem::exists(work / "out/.chiwat-run-1-1.tmp"));
  BOOST_TEST(std::filesystem::exists(work / "out/.chiwat-77-1.tmp"));
  BOOST_TEST(std::filesystem::exists(work / "out/บันทึก.tmp"));
}

BOOST_AUTO_TEST_CASE(a_folder_in_the_way_of_a_file_is_said) {
  const Work work;
  std::filesystem::create_directories(work / "out/1/2");
  BOOST_CHECK_THROW(run(work, {{"1", "ก"}}), std::system_error);
  BOOST_TEST(std::filesystem::exists(work / "out/1/2"));
}

}  // namespace
}  // namespace chiwat::output
