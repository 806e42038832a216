"""`chiwat generate` into a folder that holds output: what is written again, what is left alone.

    regenerate.py CHIWAT ROOT WORK [TEST…]

Like generate.py, whose small description and ways to run the program it uses.
"""

import json
import resource
import shutil
import subprocess
import time

import openpyxl

import generate as process

MANIFEST = ".chiwat-manifest"


def moments(folder):
    """When and as what each workbook below the folder was written."""
    return {str(path.relative_to(folder)): (path.stat().st_mtime_ns, path.stat().st_ino)
            for path in folder.rglob("*.xlsx")}


def shown(path):
    """Every value that a workbook shows, sheet by sheet."""
    book = openpyxl.load_workbook(path, data_only=True)
    return {(sheet.title, cell.coordinate): cell.value
            for sheet in book for row in sheet.iter_rows() for cell in row
            if cell.value is not None}


def change(path, cell="A1"):
    """As somebody who opens a workbook, types something and saves it."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet.protection.sheet = False
    sheet[cell] = "แก้ไขแล้ว"
    book.save(path)
    return path.read_bytes()


class Case(process.Case):
    def run_json(self, description, out, *words, code=0):
        outcome = process.generate(description, out, "--json", *words)
        self.assertEqual((outcome.returncode, outcome.stderr), (code, ""))
        said = json.loads(outcome.stdout)
        prefix = str(out) + "/"
        return {key: [name.removeprefix(prefix) for name in said[key]]
                for key in ("written", "unchanged", "removed", "kept")}


class Ubon(Case):
    """An example with target tables, guidelines and a folder of forms for each of 25 districts."""

    def setUp(self):
        super().setUp()
        self.description = shutil.copytree(process.ROOT / "examples/ubon-2564",
                                           self.work / "description")
        self.out = self.work / "out"
        self.all = sorted(self.run_json(self.description, self.out)["written"])
        self.assertGreater(len(self.all), 50)

    def edit(self, old, new, file="baseline.csv"):
        path = self.description / file
        text = path.read_text(encoding="utf-8")
        self.assertEqual(text.count(old), 1, old)
        path.write_text(text.replace(old, new), encoding="utf-8")

    def test_a_second_run_writes_nothing(self):
        before = moments(self.out)
        self.assertEqual(sorted(before), self.all)
        result = self.run_json(self.description, self.out)
        self.assertEqual(sorted(result.pop("unchanged")), self.all)
        self.assertEqual(result, {"written": [], "removed": [], "kept": []})
        self.assertEqual(moments(self.out), before)

    def test_one_baseline(self):
        before = moments(self.out)
        old = {name: shown(self.out / name) for name in self.all}
        self.edit("วารินชำราบ,214,546", "วารินชำราบ,214,646")
        written = self.run_json(self.description, self.out)["written"]
        changed = {name for name, moment in moments(self.out).items() if moment != before[name]}
        self.assertEqual(changed, set(written))
        # The list of attachments says the totals in words, attachment 1 is the table of targets.
        self.assertEqual(written, ["00-รายการสิ่งที่ส่งมาด้วย.xlsx", "01-เป้าหมายตัวชี้วัด.xlsx"])
        for name in self.all:
            self.assertEqual(shown(self.out / name) != old[name], name in written, name)
        self.assertEqual(self.run_json(self.description, self.out)["written"], [])

    def test_an_operator_is_in_the_forms_of_one_district(self):
        path = self.description / "registry.csv"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        row = next(i for i, line in enumerate(lines) if line.startswith("เขมราฐ,"))
        cells = lines[row].split(",")
        cells[8] += "ใหม่"
        lines[row] = ",".join(cells)
        path.write_text("".join(lines), encoding="utf-8")
        written = self.run_json(self.description, self.out)["written"]
        self.assertTrue(written)
        for name in written:
            self.assertRegex(name, r"/\d+-เขมราฐ\.xlsx$")

    def test_what_is_said(self):
        form = next(name for name in self.all if "/03-" in name)
        change(self.out / form)
        (self.out / "01-เป้าหมายตัวชี้วัด.xlsx").unlink()
        outcome = process.generate(self.description, self.out, "--lang=en", cwd=self.work)
        self.assertEqual(outcome.returncode, 1)
        out = str(self.out)
        lines = outcome.stdout.replace(out, "out").splitlines()
        folder = form.split("/")[0]
        self.assertEqual(lines[:2], ["unchanged out/00-รายการสิ่งที่ส่งมาด้วย.xlsx",
                                     "wrote out/01-เป้าหมายตัวชี้วัด.xlsx (2 sheets)"])
        self.assertIn(f"out/{folder}: 0 written, 24 unchanged, 1 kept", lines)
        self.assertEqual(outcome.stderr.replace(out, "out"),
                         f"out/{form}: warning: chiwat did not write this file, or somebody has "
                         "changed it since; it is kept as it is\n"
                         "      hint: --force replaces it\n")


class Others(Case):
    """Files of other people, and what is no longer part of the circular."""

    def setUp(self):
        super().setUp()
        self.description = process.describe(self.work / "description", 100)
        self.out = self.work / "out"
        self.process = lambda *words, code=0: self.run_json(self.description, self.out, *words,
                                                            code=code)
        self.names = self.process()["written"]
        self.assertEqual(len(self.names), 4)
        self.last = self.names[-1]

    def describe(self, text, replacement):
        path = self.description / "circular.yaml"
        described = path.read_text(encoding="utf-8")
        self.assertIn(text, described)
        path.write_text(described.replace(text, replacement), encoding="utf-8")

    def drop_last_attachment(self):
        self.describe(process.ATTACHMENT % (3, 3), "")

    def test_a_changed_workbook_is_kept_until_forced(self):
        theirs = change(self.out / self.last)
        self.describe("half: ceil", "half: floor")
        result = self.process(code=1)
        self.assertEqual((result["kept"], result["written"]), ([self.last], self.names[:-1]))
        self.assertEqual((self.out / self.last).read_bytes(), theirs)
        self.assertEqual(self.process(code=1)["kept"], [self.last])
        self.assertEqual(self.process("--force")["written"], [self.last])
        self.assertEqual(self.process()["unchanged"], self.names)

    def test_a_file_that_was_there_before(self):
        out = self.work / "other"
        out.mkdir()
        (out / self.last).write_bytes(b"of somebody else")
        (out / "notes.docx").write_bytes(b"of somebody else")
        self.assertEqual(self.run_json(self.description, out, code=1)["kept"], [self.last])
        self.assertEqual((out / self.last).read_bytes(), b"of somebody else")
        self.assertEqual(self.run_json(self.description, out, "--force")["written"], [self.last])
        self.assertEqual((out / "notes.docx").read_bytes(), b"of somebody else")

    def test_equal_files_without_a_manifest_are_taken_over(self):
        (self.out / MANIFEST).unlink()
        self.assertEqual(self.process()["unchanged"], self.names)
        self.describe("half: ceil", "half: floor")
        self.assertEqual(self.process()["kept"], [])

    def test_what_is_no_longer_part_is_removed(self):
        self.drop_last_attachment()
        result = self.process()
        self.assertEqual(result["removed"], [self.last])
        self.assertFalse((self.out / self.last).exists())
        self.assertEqual(self.process()["removed"], [])

    def test_unless_somebody_has_changed_it(self):
        theirs = change(self.out / self.last)
        self.drop_last_attachment()
        for _ in range(2):
            result = self.process(code=1)
            self.assertEqual((result["removed"], result["kept"]), ([], [self.last]))
        self.assertEqual((self.out / self.last).read_bytes(), theirs)
        self.assertEqual(self.process("--force")["removed"], [self.last])

    def test_a_part_removes_nothing(self):
        self.drop_last_attachment()
        self.assertEqual(self.process("--only=1")["removed"], [])
        self.assertTrue((self.out / self.last).exists())

    def test_another_circular_removes_nothing(self):
        self.describe("province: ตัวอย่าง", "province: อื่น")
        self.drop_last_attachment()
        self.assertEqual(self.process()["removed"], [])
        self.assertTrue((self.out / self.last).exists())

    def test_monthly_forms_stay(self):
        out = self.work / "monthly"
        example = process.ROOT / "examples/ubon-2568"
        monthly = self.run_json(example, out, "--month=2568-01")["written"]
        self.assertTrue(monthly)
        self.assertEqual(self.run_json(example, out)["removed"], [])
        self.assertTrue(all((out / name).exists() for name in monthly))

    def test_a_manifest_that_points_elsewhere(self):
        outside = self.work / "outside.xlsx"
        shutil.copy(self.out / self.last, outside)
        lines = (self.out / MANIFEST).read_text(encoding="utf-8")
        line = next(line for line in lines.splitlines() if line.endswith(self.last))
        for name in ("../outside.xlsx", str(outside), "x/../../outside.xlsx"):
            lines += line.replace(self.last, name) + "\n"
        (self.out / MANIFEST).write_text(lines, encoding="utf-8")
        self.assertEqual(self.process()["removed"], [])
        self.assertTrue(outside.exists())

    def test_a_dry_run_says_the_same_and_touches_nothing(self):
        change(self.out / self.names[0])
        self.drop_last_attachment()
        self.describe("title: เป้าหมายปี {fiscal_year}", "title: เป้าหมาย")
        before = process.files(self.out)
        outcome = process.generate(self.description, self.out, "--dry-run", "--lang=en")
        self.assertEqual(outcome.stdout.replace(str(self.out), "out").splitlines(),
                         [f"kept out/{self.names[0]}", f"would write out/{self.names[1]} (1 sheet)",
                          f"would write out/{self.names[2]} (1 sheet)",
                          f"would remove out/{self.last}"])
        self.assertEqual(outcome.returncode, 1)
        self.assertEqual(process.files(self.out), before)


class Interrupted(Case):
    """Runs that end early, and two at a time."""

    def setUp(self):
        super().setUp()
        self.out = self.work / "out"
        self.old, self.new = (process.describe(self.work / name, shops)
                              for name, shops in (("old", 100), ("new", 200)))
        self.run_json(self.old, self.out)

    def assert_completes(self):
        outcome = process.generate(self.new, self.out)
        self.assertEqual((outcome.returncode, outcome.stderr), (0, ""))
        self.run_json(self.new, self.work / "fresh")
        self.assertEqual(process.files(self.out), process.files(self.work / "fresh"))

    def test_a_disk_that_becomes_full(self):
        """The last workbook has many more columns than the others, and does not fit any more."""
        with (self.new / "circular.yaml").open("a", encoding="utf-8") as description:
            description.write("          - {heading: ร้าน, show: shops}\n" * 40)
        self.run_json(self.new, self.work / "whole")
        most = max(map(len, process.files(self.work / "whole").values())) - 1
        outcome = process.generate(
            self.new, self.out, "--json",
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
        self.assertEqual(outcome.returncode, 4)
        self.assertEqual(len(json.loads(outcome.stdout)["written"]), 3)
        self.assert_completes()

    def test_a_manifest_cut_off(self):
        whole = (self.out / MANIFEST).read_bytes()
        for length in (0, 5, 17, 18, len(whole) - 1):
            with self.subTest(length):
                shutil.rmtree(self.out)
                self.run_json(self.old, self.out)
                (self.out / MANIFEST).write_bytes(whole[:length])
                self.run_json(self.old, self.out)
                self.assertEqual((self.out / MANIFEST).read_bytes(), whole)

    def test_drafts_of_a_killed_run_are_removed_at_once(self):
        draft = self.out / ".chiwat-run-77-1.tmp"
        draft.write_bytes(b"half a file")
        self.run_json(self.old, self.out)
        self.assertFalse(draft.exists())

    def test_two_at_once(self):
        """One waits for the other; the folder holds what the last to begin has written."""
        for i in range(10):
            both = [subprocess.Popen([process.CHIWAT, "generate", description, "--out", self.out,
                                      "--lang=en"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                     text=True, env=process.environment())
                    for description in (self.old, self.new)]
            said = [one.communicate(timeout=60) for one in both]
            self.assertEqual([one.returncode for one in both], [0, 0], said)
            waited = [err for _, err in said if err]
            self.assertIn(waited, [[], [f"chiwat: another run is at work in {self.out}; "
                                        "waiting for it to end\n"]])
            books = [process.files(self.out)]
            self.assertEqual({name for name in books[0] if name.endswith(".tmp")}, set())
            self.run_json((self.old, self.new)[i % 2], self.out)
        self.run_json(self.old, self.out)
        self.assert_completes()

    def test_the_second_says_that_it_waits(self):
        lock = subprocess.Popen(["flock", self.out / MANIFEST, "sleep", "1"])
        time.sleep(0.3)
        started = time.monotonic()
        outcome = process.generate(self.new, self.out, "--lang=en")
        self.assertGreater(time.monotonic() - started, 0.3)
        lock.wait()
        self.assertEqual((outcome.returncode, outcome.stderr),
                         (0, f"chiwat: another run is at work in {self.out}; waiting for it to "
                             "end\n"))


if __name__ == "__main__":
    process.main(__doc__)
