"""`chiwat diff`, and `chiwat generate --since`: exactly what differs, however the two sides are given.

    diff.py CHIWAT ROOT WORK [TEST…]

What differs is found out by openpyxl, cell by cell. The small description of generate.py and its
ways to run the program are used.
"""

import json
import shutil

import openpyxl

import generate as process


def shown(path):
    """Every value of the visible sheets of a workbook that have heading rows."""
    book = openpyxl.load_workbook(path, data_only=True)
    return {(sheet.title, cell.coordinate): cell.value
            for sheet in book if sheet.sheet_state == "visible" and sheet.print_title_rows
            for row in sheet.iter_rows() for cell in row if cell.value not in (None, "")}


def in_order(path):
    """The values of the sheets without heading rows, which are laid over a grid that follows their
    texts: row by row as they follow each other, each with its cell."""
    book = openpyxl.load_workbook(path, data_only=True)
    return {(sheet.title, row[0].row): [(cell.coordinate, cell.value) for cell in row
                                        if cell.value not in (None, "")]
            for sheet in book if sheet.sheet_state == "visible" and not sheet.print_title_rows
            for row in sheet.iter_rows()}


def number(text):
    """A value as the JSON and openpyxl both give it: a number may be a text of its digits."""
    try:
        return float(text)
    except (TypeError, ValueError):
        return text


class Case(process.Case):
    def diff(self, old, new, *words):
        outcome = process.run(["diff", old, new, "--json", *words])
        self.assertEqual((outcome.returncode, outcome.stderr), (0, ""))
        return json.loads(outcome.stdout)

    def generate(self, description, name, *words):
        out = self.work / name
        self.assert_done(process.generate(description, out, "--lang=en", *words))
        return out


class Ubon(Case):
    """An example with a baseline, a rule and a title that change."""

    def setUp(self):
        super().setUp()
        self.old, self.new = (shutil.copytree(process.ROOT / "examples/ubon-2564", self.work / name)
                              for name in ("old", "new"))
        self.edit("baseline.csv", "วารินชำราบ,214,546", "วารินชำราบ,214,646")
        self.edit("circular.yaml", "  r1_score_1:\n    formula: round(products * 6%)",
                  "  r1_score_1:\n    formula: round(products * 5%)")
        self.edit("circular.yaml", "count: 2 ฉบับ", "count: 3 ฉบับ")
        self.out = [self.work / "out-old", self.work / "out-new"]
        for description, out in zip((self.old, self.new), self.out):
            process.generate(description, out, "--json")

    def edit(self, file, old, new):
        path = self.new / file
        text = path.read_text(encoding="utf-8")
        self.assertEqual(text.count(old), 1, old)
        path.write_text(text.replace(old, new), encoding="utf-8")

    def expected(self):
        """The cells that differ: file, sheet, cell, old and new."""
        cells = set()
        for path in self.out[0].rglob("*.xlsx"):
            name = str(path.relative_to(self.out[0]))
            old, new = shown(path), shown(self.out[1] / name)
            cells |= {(name, *place, number(old.get(place)), number(new.get(place)))
                      for place in old.keys() | new.keys() if old.get(place) != new.get(place)}
            old, new = in_order(path), in_order(self.out[1] / name)
            for place in old.keys() | new.keys():
                pairs = list(zip(old[place], new[place]))
                self.assertEqual((len(old[place]), len(new[place])), (len(pairs),) * 2)
                cells |= {(name, place[0], cell, number(before), number(after))
                          for (_, before), (cell, after) in pairs if before != after}
        self.assertGreater(len(cells), 40)
        return cells

    def cells(self, result):
        return {(cell["file"], cell["sheet"], cell["cell"], number(cell["old"]),
                 number(cell["new"])) for cell in result["cells"]}

    def test_the_cells_that_differ(self):
        expected = self.expected()
        for sides in (self.out, (self.old, self.new), (self.out[0], self.new),
                      (self.old, self.out[1])):
            with self.subTest(sides=sides):
                result = self.diff(*sides)
                self.assertEqual(self.cells(result), expected)
                self.assertEqual((result["appeared"], result["vanished"]), ([], []))

    def test_rows_and_headings_are_named(self):
        result = self.diff(*self.out)
        found = [cell for cell in result["cells"]
                 if cell["row"] == "วารินชำราบ" and "คะแนน 5" in cell["column"]]
        self.assertEqual([(cell["sheet"], cell["column"], cell["old"], cell["new"],
                           cell["difference"]) for cell in found],
                         [("รอบที่ 1", "จำนวนผลิตภัณฑ์ OTOP / คะแนน 5 ไม่น้อยกว่าร้อยละ 10",
                           "55", "65", "10"),
                          ("รอบที่ 2", "จำนวนผลิตภัณฑ์ OTOP / คะแนน 5 ไม่น้อยกว่าร้อยละ 11",
                           "60", "71", "11")])

    def test_descriptions(self):
        result = self.diff(self.old, self.new)
        self.assertEqual(result["baselines"], [
            {"column": "จำนวนผลิตภัณฑ์", "district": "วารินชำราบ", "old": "546", "new": "646",
             "difference": "100"}])
        self.assertEqual(result["rules"], [
            {"path": "columns.r1_score_1.formula", "old": "round(products * 6%)",
             "new": "round(products * 5%)"}])
        self.assertEqual(result["texts"], [
            {"path": "attachments[1].count", "old": "2 ฉบับ", "new": "3 ฉบับ"}])

    def test_one_workbook(self):
        name = "01-เป้าหมายตัวชี้วัด.xlsx"
        expected = {cell for cell in self.expected() if cell[0] == name}
        for old, new in ((self.out[0] / name, self.out[1] / name), (self.out[0] / name, self.new),
                         (self.old, self.out[1] / name)):
            with self.subTest(old=old, new=new):
                self.assertEqual(self.cells(self.diff(old, new)), expected)

    def test_nothing_differs(self):
        outcome = process.run(["diff", self.old, self.out[0], "--lang=en"])
        self.assertEqual((outcome.returncode, outcome.stdout, outcome.stderr),
                         (0, "no differences\n", ""))

    def test_the_workbook_of_changes(self):
        path = self.work / "changes.xlsx"
        self.diff(*self.out, "--out", path)
        book = openpyxl.load_workbook(path)
        listed = set()
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.comment:
                        self.assertEqual(cell.fill.fgColor.rgb, "FFFFEB9C")
                        listed.add((sheet.title, cell.coordinate))
        self.assertEqual(len(listed), len(self.expected()))
        numbers = book["ค่าเป้าหมายที่แก้ไข"]
        row = next(row for row in numbers.iter_rows() if row[2].value == "วารินชำราบ")
        self.assertEqual(row[6].value, f"F{row[0].row}-E{row[0].row}".join(["=", ""]))

    def test_marks_in_the_new_attachments(self):
        marked = self.work / "marked"
        outcome = process.generate(self.new, marked, "--since", self.out[0], "--json")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        comments = set()
        for path in marked.rglob("*.xlsx"):
            for sheet in openpyxl.load_workbook(path):
                comments |= {(str(path.relative_to(marked)), sheet.title, cell.coordinate)
                             for row in sheet.iter_rows() for cell in row
                             if cell.comment and cell.comment.text.startswith("เดิม")}
        self.assertEqual(comments, {cell[:3] for cell in self.expected()})

    def test_an_older_workbook_that_is_damaged(self):
        """Told before anything is written, however many processes make the workbooks."""
        path = self.out[0] / "01-เป้าหมายตัวชี้วัด.xlsx"
        path.write_bytes(path.read_bytes()[:3000])
        for jobs in "1", "4":
            marked = self.work / f"marked-{jobs}"
            outcome = process.generate(self.new, marked, "--since", self.out[0], "--jobs", jobs,
                                       "--lang=en")
            self.assertEqual((outcome.returncode, outcome.stdout), (3, ""))
            self.assertEqual(outcome.stderr.replace(str(path), "old.xlsx"),
                             "old.xlsx: error: the file is cut off or damaged; fetch or send it "
                             "again\n1 error; nothing was written\n")
            self.assertFalse(marked.exists())
        other = process.generate(self.new, self.work / "marked", "--since", self.out[0], "--only=2",
                                 "--lang=en")
        self.assertEqual((other.returncode, other.stderr), (0, ""))  # what it does not need
        outcome = process.run(["diff", self.out[0], self.out[1], "--lang=en"])
        self.assertEqual((outcome.returncode, outcome.stdout), (3, ""))

    def test_every_kind_of_side_against_every_other(self):
        """The same cells of attachment 1, whichever way the two sides are given."""
        name = "01-เป้าหมายตัวชี้วัด.xlsx"
        expected = {cell for cell in self.expected() if cell[0] == name}
        old_sides = [self.old, self.out[0], self.out[0] / name]
        new_sides = [self.new, self.out[1], self.out[1] / name]
        for old in old_sides:
            for new in new_sides:
                result = self.diff(old, new)
                self.assertEqual({cell for cell in self.cells(result) if cell[0] == name}, expected)
                self.assertEqual(bool(result["baselines"]), (old, new) == (self.old, self.new))
                self.assertEqual((result["appeared"], result["vanished"]), ([], []))

    def test_the_workbook_of_changes_takes_the_place_of_neither_side(self):
        path = self.out[1] / "01-เป้าหมายตัวชี้วัด.xlsx"
        before = path.read_bytes()
        outcome = process.run(["diff", self.out[0] / path.name, path, "--out", path, "--lang=en"])
        self.assertEqual((outcome.returncode, outcome.stdout), (2, ""))
        self.assertIn("is what is to be compared", outcome.stderr)
        self.assertEqual(path.read_bytes(), before)
        outcome = process.run(["diff", *self.out, "--out", self.work / "changes", "--lang=en"])
        self.assertEqual((outcome.returncode, outcome.stdout), (2, ""))
        self.assertIn("is no name of a workbook", outcome.stderr)

    def test_a_difference_far_inside_a_text_is_seen(self):
        self.edit("circular.yaml", "มาตรการปรับปรุงประสิทธิภาพในการปฏิบัติราชการ",
                  "มาตรการปรับปรุงประสิทธิภาพการปฏิบัติราชการ")
        outcome = process.run(["diff", self.old, self.new, "--lang=en"])
        line = next(line for line in outcome.stdout.splitlines() if line.startswith("letter.subject"))
        _, old, new = [part for part in line.split("  ") if part.strip()]
        self.assertIn("ภาพใน", old)
        self.assertIn("ภาพการ", new)

    def test_the_note_of_a_revision(self):
        revised = self.work / "revised"
        outcome = process.generate(self.new, revised, "--since", self.out[0], "--revision=1",
                                   "--dated", "5 มีนาคม 2564", "--json")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        changed = {cell[0] for cell in self.expected()}
        for path in revised.rglob("*.xlsx"):
            name = str(path.relative_to(revised))
            if name not in changed:
                self.assertEqual(path.read_bytes(), (self.out[1] / name).read_bytes(), name)
                continue
            for sheet in openpyxl.load_workbook(path):
                texts = [cell.value for row in sheet.iter_rows() for cell in row]
                said = [*texts, sheet.oddHeader.right.text]
                self.assertIn("แก้ไขครั้งที่ 1 ณ วันที่ 5 มีนาคม 2564", said, sheet.title)


class Rows(Case):
    """What has come and gone."""

    def test_levels_in_a_table_are_rules(self):
        """Moved into a table they are the same; changed there they have changed."""
        root = process.ROOT / "tests/cases/documents/levels_in_a_table"
        old, new = (shutil.copytree(root, self.work / name) for name in ("old", "new"))
        table = new / "levels.csv"
        text = table.read_text(encoding="utf-8")
        self.assertEqual(text.count("share >= 12.5%"), 1)
        table.write_text(text.replace("share >= 12.5%", "share >= 15%"), encoding="utf-8")
        self.assertEqual(self.diff(old, new)["rules"],
                         [{"path": "rounds[2].levels[5].when", "old": "share >= 12.5%",
                           "new": "share >= 15%"}])
        small, moved = self.work / "small", self.work / "moved"
        for folder, words in ((small, []), (moved, ["--input-workbook"])):
            self.assert_done(process.run(["new", folder, *words, "--lang=en"]))
        rules = self.diff(small, moved)["rules"]
        self.assertEqual([rule["path"] for rule in rules], ["baseline.file"])

    def test_a_district_in_between(self):
        old = process.describe(self.work / "old", 100)
        new = process.describe(self.work / "new", 100)
        table = new / "baseline.csv"
        lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
        lines.insert(5, "อำเภอใหม่,50\n")
        table.write_text("".join(lines), encoding="utf-8")
        result = self.diff(old, new)
        rows = [cell for cell in result["cells"] if cell["file"].startswith("01-")]
        self.assertEqual([(cell["old_cell"], cell["cell"], cell["row"], cell["new"])
                          for cell in rows if cell["old_cell"] is None],
                         [(None, f"{column}8", name, value) for column, name, value in
                          (("A", "", "อำเภอใหม่"), ("B", "อำเภอใหม่", "50"),
                           ("C", "อำเภอใหม่", "25"), ("D", "อำเภอใหม่", "5"))])
        totals = [cell for cell in rows if cell["old_cell"]]
        self.assertEqual([cell["difference"] for cell in totals], ["50", "25", "5"])
        self.assertEqual(result["baselines"], [
            {"column": "shops", "district": "อำเภอใหม่", "old": None, "new": "50",
             "difference": None}])

    def test_an_attachment_that_has_gone(self):
        old = process.describe(self.work / "old", 100)
        new = process.describe(self.work / "new", 100)
        path = new / "circular.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace(process.ATTACHMENT % (3, 3), ""),
                        encoding="utf-8")
        result = self.diff(old, new)
        self.assertEqual(result["vanished"],
                         [{"file": "03-เป้าหมายชุดที่ 3.xlsx", "sheet": None}])
        self.assertEqual(result["appeared"], [])


if __name__ == "__main__":
    process.main(__doc__)
