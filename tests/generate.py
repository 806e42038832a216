"""`chiwat generate` as a process: equal bytes everywhere, whole files whatever happens, and alone.

    generate.py CHIWAT ROOT WORK [TEST…]

CHIWAT is the program in its build folder, ROOT the source tree; WORK is emptied and used. Where the
machine cannot make a situation (a disk of our own, another clock), the test is skipped and says so.
"""

import io
import os
from pathlib import Path
import random
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile

import openpyxl

CHIWAT = Path()
ROOT = Path()
WORK = Path()

DISTRICTS = 150
HEAD = """
province: ตัวอย่าง
fiscal_year: 2566
letter: {date: 1 มกราคม 2566, subject: เรื่อง}
indicator: {name: ตัวชี้วัด}
rounds: [{number: 1, months: ตุลาคม 2565 - มีนาคม 2566}]
baseline: {file: baseline.csv, district: district, columns: {shops: shops}}
columns: {half: ceil(shops / 2), tenth: round(shops * 10%)}
checks: {without: {N5: จังหวัดสมมุติ}}
attachments:
"""
ATTACHMENT = """
  - number: %d
    title: เป้าหมายชุดที่ %d
    tables:
      - sheet: เป้าหมาย
        title: เป้าหมายปี {fiscal_year}
        columns:
          - {heading: อำเภอ, show: district}
          - {heading: ร้าน, show: shops}
          - {heading: ครึ่งหนึ่ง, show: half}
          - {heading: หนึ่งในสิบ, show: tenth}
"""


def describe(folder, shops, head=HEAD, attachment=ATTACHMENT, districts=DISTRICTS):
    """A description with three attachments; every district has so many shops and a few more."""
    folder.mkdir(parents=True)
    attachments = "".join(attachment % (n, n) for n in (1, 2, 3))
    (folder / "circular.yaml").write_text(head + attachments, encoding="utf-8")
    rows = "".join(f"อำเภอ{i},{shops + i}\n" for i in range(districts))
    (folder / "baseline.csv").write_text("district,shops\n" + rows, encoding="utf-8")
    return folder


def files(folder):
    """The bytes of every file below the folder, hidden ones too, by name."""
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in Path(folder).rglob("*") if path.is_file()}


def environment(**variables):
    """A plain environment: no locale, time zone or temporary folder of whoever runs the tests."""
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith("LC_") and name not in ("LANG", "LANGUAGE", "TZ", "TMPDIR")}
    return kept | variables


def run(words, program=None, **options):
    options.setdefault("env", environment())
    return subprocess.run([program or CHIWAT, *words], capture_output=True, text=True, timeout=120,
                          check=False, **options)


def generate(description, out, *words, **options):
    return run(["generate", description, "--out", out, *words], **options)


def without_privileges(words):
    """Runs the program as somebody to whom root's files are closed."""
    if os.geteuid() != 0:
        return run(words)
    nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"]
    if run([*nobody, "test", "-x", CHIWAT], program="setpriv").returncode != 0:
        raise unittest.SkipTest("the build is in a folder that is closed to others")
    return run([*nobody, CHIWAT, *words], program="setpriv")


def in_own_mounts(script, *words):
    """Runs a shell script that may mount what it likes; nobody else sees it."""
    mapped = [] if os.geteuid() == 0 else ["--map-root-user"]
    return subprocess.run(["unshare", "--mount", *mapped, "sh", "-euc", script, "sh", *words],
                          capture_output=True, text=True, timeout=120, check=False,
                          env=environment())


def need_mounts():
    probe = WORK / "probe"
    probe.mkdir(exist_ok=True)
    if in_own_mounts('mount -t tmpfs none "$1"', probe).returncode != 0:
        raise unittest.SkipTest("no mounts of our own on this machine")


class Case(unittest.TestCase):
    """A folder of its own for each test."""

    def setUp(self):
        self.work = WORK / self.id().rpartition(".")[2]
        self.work.mkdir()

    def assert_done(self, outcome):
        self.assertEqual((outcome.returncode, outcome.stderr), (0, ""))


class EqualBytes(Case):
    """The same description gives the same bytes, wherever and whenever."""

    def setUp(self):
        super().setUp()
        self.description = describe(self.work / "คำอธิบาย", 100)
        self.assert_done(generate(self.description, self.work / "first"))
        self.expected = files(self.work / "first")
        self.assertEqual(len(self.expected), 5)  # the list of attachments is one, and the manifest

    def assert_equal(self, *words, program=None, cwd=None, **variables):
        out = self.work / "again"
        shutil.rmtree(out, ignore_errors=True)
        outcome = generate(self.description, out, *words, program=program, cwd=cwd,
                           env=environment(**variables))
        self.assert_done(outcome)
        self.assertEqual(files(out), self.expected)

    def test_again(self):
        time.sleep(2.1)  # the time in a zip entry has steps of two seconds
        self.assert_equal()

    def test_over_existing_files(self):
        for _ in range(2):
            self.assert_done(generate(self.description, self.work / "first"))
            self.assertEqual(files(self.work / "first"), self.expected)

    def test_time_zones(self):
        for zone in ("Asia/Bangkok", "America/New_York", "Pacific/Kiritimati"):
            with self.subTest(zone):
                self.assert_equal(TZ=zone)

    def test_locales(self):
        known = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout
        thai = [name for name in known.split() if name.startswith("th_TH.")]
        for locale in ("C", "C.UTF-8", "th_TH.UTF-8", "no_SUCH", *thai):
            with self.subTest(locale):
                self.assert_equal(LC_ALL=locale, LANG=locale)
        if not thai:
            print("(no th_TH locale on this machine: tried by name only)", file=sys.stderr)

    def test_languages_of_messages(self):
        for language in ("th", "en"):
            with self.subTest(language):
                self.assert_equal("--lang", language)

    def test_current_folders(self):
        for folder in (self.work, self.description, Path("/")):
            with self.subTest(folder):
                self.assert_equal(cwd=folder)
        outcome = run(["generate", "คำอธิบาย", "--out", "relative"], cwd=self.work)
        self.assert_done(outcome)
        self.assertEqual(files(self.work / "relative"), self.expected)

    def test_moved_description(self):
        moved = shutil.copytree(self.description, self.work / "elsewhere" / "with spaces")
        os.utime(moved / "circular.yaml", (0, 0))
        self.description = moved
        self.assert_equal()

    def test_another_clock(self):
        if not shutil.which("faketime"):
            self.skipTest("no faketime on this machine")
        # The sanitizers want to be loaded first, and may come second here.
        options = os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"
        for moment in ("1999-12-31 23:59:58", "2037-07-01 12:00:00"):
            with self.subTest(moment):
                out = self.work / moment[:4]
                outcome = run(["-f", moment, CHIWAT, "generate", self.description, "--out", out],
                              program="faketime", env=environment(ASAN_OPTIONS=options, TZ="UTC"))
                self.assert_done(outcome)
                self.assertEqual(files(out), self.expected)


class NothingIsLost(Case):
    """When a file cannot be written the old ones stay as they are, and nothing else is left."""

    def setUp(self):
        super().setUp()
        self.out = self.work / "out"
        self.assert_done(generate(describe(self.work / "old", 100), self.out))
        self.old = files(self.out)
        self.description = describe(self.work / "new", 200)
        self.first = self.out / min(name for name in self.old if name.endswith(".xlsx"))

    def assert_refused(self, outcome, file, reasons):
        """`outcome` runs the program, given more words, once for each language."""
        for words, said in (("--lang=en",), "chiwat: cannot write {}: {}\n"), \
                           (("--lang=th",), "chiwat: บันทึก {} ไม่ได้: {}\n"):
            result = outcome(*words)
            reason = reasons[words == ("--lang=th",)]
            self.assertEqual((result.returncode, result.stdout, result.stderr),
                             (4, "", said.format(file, reason)))
            self.assertEqual(files(self.out), self.old)

    FULL = ("the disk, or the one for temporary files, is full or failing",
            "ดิสก์หรือที่เก็บไฟล์ชั่วคราวเต็มหรือขัดข้อง")
    NOT_PERMITTED = ("you are not permitted to write there", "ไม่มีสิทธิ์บันทึกไฟล์ในที่นั้น")
    NOT_A_FOLDER = ("something in its path is a file and not a folder",
                    "ในเส้นทางที่ระบุ มีชื่อหนึ่งเป็นไฟล์ ไม่ใช่โฟลเดอร์")

    def test_files_may_not_grow(self):
        whole = len(self.old[self.first.name])
        for limit in (0, 512, whole // 2, whole - 1):
            with self.subTest(limit=limit):
                self.assert_refused(
                    lambda *words, most=limit: generate(
                        self.description, self.out, *words,
                        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))),
                    self.first, self.FULL)

    def test_full_disk(self):
        need_mounts()
        disk = self.work / "disk"
        result = self.work / "result"
        disk.mkdir()
        page = 4096
        room = page + sum(-len(data) // page * -page for data in self.old.values())
        script = f"""
            mount -t tmpfs -o size={room} none "$1"; cp "$2"/* "$2"/.chiwat-manifest "$1"
            code=0; {shlex.quote(str(CHIWAT))} generate "$3" --out "$1" "$5" || code=$?
            rm -rf "$4"; cp -a "$1" "$4"; exit $code"""
        def outcome(*words):
            run_there = in_own_mounts(script, disk, self.out, self.description, result, *words)
            self.assertEqual(files(result), self.old)
            return run_there
        self.assert_refused(outcome, disk / self.first.name, self.FULL)

    def on_full_disk_for_temporary_files(self, description, *words):
        need_mounts()
        disk = self.work / "disk"
        disk.mkdir(exist_ok=True)
        script = f"""
            mount -t tmpfs -o size=4k none "$1"
            TMPDIR=$1 {shlex.quote(str(CHIWAT))} generate "$2" --out "$3" "$4" """
        return in_own_mounts(script, disk, description, self.out, *words)

    def test_full_disk_for_temporary_files(self):
        # A sheet of more than 8 MB, which is not kept in memory.
        column = "          - {heading: หนึ่งในสิบ, show: tenth}\n"
        long = describe(self.work / "long", 100, attachment=ATTACHMENT + 15 * column, districts=9000)
        done = self.on_full_disk_for_temporary_files(long, "--lang=en")
        first_long = self.out / sorted(name for name in self.old if name.endswith(".xlsx"))[1]
        self.assertEqual((done.returncode, done.stderr),
                         (4, f"chiwat: cannot write {first_long}: {self.FULL[0]}\n"))
        self.assertEqual(done.stdout, f"wrote {self.first} (2 sheets)\n")
        left = files(self.out)
        for kept in (left, self.old):
            del kept[self.first.name], kept[".chiwat-manifest"]
        self.assertEqual(left, self.old)

    def test_short_sheets_need_no_disk_for_temporary_files(self):
        self.assert_done(self.on_full_disk_for_temporary_files(self.description, "--lang=en"))
        self.assertNotEqual(files(self.out), self.old)

    def test_no_folder_for_temporary_files(self):
        """libxlsxwriter then takes /tmp."""
        self.assert_done(generate(self.description, self.out,
                                  env=environment(TMPDIR=str(self.work / "nowhere"))))
        self.assertEqual(set(files(self.out)), set(self.old))

    def test_file_in_the_way_of_the_folder(self):
        (self.work / "file").write_text("in the way", encoding="utf-8")
        for out in (self.work / "file", self.work / "file" / "under"):
            with self.subTest(out.name):
                self.assert_refused(lambda *words, to=out: generate(self.description, to, *words),
                                    out, self.NOT_A_FOLDER)
        self.assertEqual((self.work / "file").read_text(encoding="utf-8"), "in the way")

    def test_read_only_disk(self):
        need_mounts()
        script = f"""
            mount --bind "$1" "$1"; mount -o remount,bind,ro "$1"
            {shlex.quote(str(CHIWAT))} generate "$2" --out "$1" "$3" """
        self.assert_refused(lambda *words: in_own_mounts(script, self.out, self.description, *words),
                            self.out, self.NOT_PERMITTED)

    def test_read_only_folder(self):
        self.out.chmod(0o555)
        (self.out / ".chiwat-manifest").chmod(0o666)  # it can be locked, and nothing be added
        self.addCleanup(self.out.chmod, 0o755)
        self.assert_refused(
            lambda *words: without_privileges(["generate", self.description, "--out", self.out,
                                               *words]),
            self.first, self.NOT_PERMITTED)

    def test_mistake_in_the_description(self):
        broken = describe(self.work / "broken", 300, HEAD.replace("shops / 2", "shop / 2"))
        outcome = generate(broken, self.out, "--lang=en")
        self.assertEqual((outcome.returncode, outcome.stdout), (3, ""))
        self.assertTrue(outcome.stderr.endswith("1 error; nothing was written\n"), outcome.stderr)
        self.assertEqual(files(self.out), self.old)
        self.assertEqual(generate(broken, self.work / "none").returncode, 3)
        self.assertFalse((self.work / "none").exists())


class Killed(Case):
    """Killed at any moment, the program leaves each file whole: the old one or the new one."""

    MOMENTS = 200

    def setUp(self):
        super().setUp()
        self.out = self.work / "out"
        self.descriptions = [describe(self.work / "old", 100), describe(self.work / "new", 200)]
        self.sets = []
        for description in self.descriptions:
            started = time.monotonic()
            self.assert_done(generate(description, self.out))
            self.duration = time.monotonic() - started
            self.sets.append(files(self.out))

    def drafts(self):
        return sorted(self.out.glob(".chiwat-*.tmp"))

    def kill(self, description, moment):
        with subprocess.Popen([CHIWAT, "generate", description, "--out", self.out],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              env=environment()) as process:
            time.sleep(moment)
            process.send_signal(signal.SIGKILL)

    def test_every_file_is_whole(self):
        for data in (data for books in self.sets for name, data in books.items()
                     if name.endswith(".xlsx")):
            self.assertIsNone(zipfile.ZipFile(io.BytesIO(data)).testzip())
            openpyxl.load_workbook(io.BytesIO(data))
        moments = random.Random(2564)
        for i in range(self.MOMENTS):
            self.kill(self.descriptions[i % 2], moments.uniform(0, self.duration * 1.1))
            for name, data in files(self.out).items():
                if name.endswith(".xlsx"):
                    self.assertIn(data, [books[name] for books in self.sets])
        print(f"({self.MOMENTS} runs killed in the first {self.duration:.2f} s; "
              f"{len(self.drafts())} left a draft)", file=sys.stderr)

        for description, expected in zip(self.descriptions, self.sets):
            self.assert_done(generate(description, self.out))
            self.assertEqual(files(self.out), expected)

    def test_old_drafts_are_removed(self):
        old, young, other = (self.out / name for name in
                             (".chiwat-7-1.tmp", ".chiwat-8-1.tmp", "งานของฉัน.tmp"))
        for path in (old, young, other):
            path.write_bytes(b"half a file")
        two_hours_ago = time.time() - 2 * 60 * 60
        os.utime(old, (two_hours_ago, two_hours_ago))
        os.utime(other, (two_hours_ago, two_hours_ago))
        self.assert_done(generate(self.descriptions[0], self.out))
        self.assertFalse(old.exists())
        self.assertTrue(young.exists())  # its writer may be at work
        self.assertTrue(other.exists())


class Installed(Case):
    """What `cmake --install` puts where, and that the program needs nothing beside it."""

    def test_installed_tree(self):
        build = next(folder for folder in CHIWAT.parents if (folder / "CMakeCache.txt").exists())
        prefix = self.work / "prefix"
        subprocess.run(["cmake", "--install", build, "--prefix", prefix], check=True,
                       stdout=subprocess.DEVNULL)
        expected = {"bin/chiwat"}
        expected |= {f"share/doc/chiwat/{path.name}" for path in ROOT.glob("README*.md")}
        expected |= {f"share/doc/chiwat/{name}"
                     for name in ("CHANGELOG.md", "copyright", "changelog.Debian.gz")}
        expected |= {"share/man/man1/chiwat.1.gz", "share/man/th/man1/chiwat.1.gz",
                     "share/bash-completion/completions/chiwat",
                     "share/zsh/vendor-completions/_chiwat",
                     "share/fish/vendor_completions.d/chiwat.fish"}
        for source, target in (("templates", "share/chiwat"), ("examples", "share/doc/chiwat")):
            expected |= {f"{target}/{path.relative_to(ROOT)}"
                         for path in (ROOT / source).rglob("*") if path.is_file()}
        actual = {str(path.relative_to(prefix)) for path in prefix.rglob("*") if path.is_file()}
        self.assertEqual(actual, expected)

        example = prefix / "share/doc/chiwat/examples/ubon-2564"
        program = prefix / "bin/chiwat"
        self.assert_done(generate(example, self.work / "installed", program=program))
        self.assert_done(generate(ROOT / "examples/ubon-2564", self.work / "built"))
        self.assertEqual(files(self.work / "installed"), files(self.work / "built"))

    def test_alone(self):
        need_mounts()
        description = describe(self.work / "description", 100)
        self.assert_done(generate(description, self.work / "expected"))
        empty = self.work / "empty"
        empty.mkdir()
        program = shutil.copy(CHIWAT, empty)
        # ROOT, which may hold WORK, is hidden only once the program's folder is seen elsewhere.
        script = """
            mount --bind "$1" "$3"; mount -t tmpfs none "$2"; [ -z "$(ls -A "$2")" ]
            cd "$3"; ./empty/chiwat generate description --out out"""
        with tempfile.TemporaryDirectory() as elsewhere:
            outcome = in_own_mounts(script, self.work, ROOT, elsewhere)
        self.assert_done(outcome)
        self.assertEqual(files(self.work / "out"), files(self.work / "expected"))
        self.assertEqual(list(empty.iterdir()), [Path(program)])


def main(usage):
    """Runs the tests of the script that was started: its command line is that of this one."""
    global CHIWAT, ROOT, WORK
    if len(sys.argv) < 4:
        sys.exit(usage)
    CHIWAT, ROOT, WORK = (Path(word).resolve() for word in sys.argv[1:4])
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    unittest.main(argv=[sys.argv[0], "-v", *sys.argv[4:]])


if __name__ == "__main__":
    main(__doc__)
