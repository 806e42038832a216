"""`chiwat new`: a description that checks clean but for what a person must supply, and generates.

    new.py CHIWAT ROOT WORK [TEST…]
"""

import datetime
import difflib
import json
import re
import shutil

import openpyxl

import generate as process

EXAMPLES = ("nongkhai-2565", "phayao-2565", "sakaeo-2564", "ubon-2564", "ubon-2568")
MARKER = "# โปรดระบุ: "
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
MONTHS = ("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม",
          "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม")
DATE = re.compile(r"(?:วัน(\S+?)ที่ )?(\d{1,2}) (%s) (25\d\d)" % "|".join(MONTHS))


# What the program itself points out in a year that has moved on.
FOR_THE_NEW_YEAR = {"due_on_weekend"}


class Case(process.Case):
    def new(self, *words, code=0):
        folder = self.work / "new"
        outcome = process.run(["new", folder, "--lang=en", *words])
        self.assertEqual(outcome.returncode, code, outcome.stderr)
        return folder

    def findings(self, folder):
        outcome = process.run(["check", folder, "--json"])
        return [(found["id"], found["line"]) for found in json.loads(outcome.stdout)["diagnostics"]]

    def assert_generates(self, folder):
        outcome = process.generate(folder, self.work / "out", "--json")
        self.assertEqual(outcome.returncode, 0, outcome.stdout)
        written = json.loads(outcome.stdout)["written"]
        self.assertTrue(written)
        for path in written:
            openpyxl.load_workbook(path)


class NextYear(Case):
    def renewed(self, example, year=2569, *words):
        return self.new("--from", process.ROOT / "examples" / example, f"--fiscal-year={year}",
                        *words)

    def changed_lines(self, folder, example):
        old = (process.ROOT / "examples" / example / "circular.yaml").read_text(encoding="utf-8")
        new = (folder / "circular.yaml").read_text(encoding="utf-8")
        return [line.rstrip("\n") for line in difflib.unified_diff(
            old.splitlines(), new.splitlines(), n=0, lineterm="")][2:]

    def test_each_example(self):
        """It checks clean but for the marked lines, and what the example's own check says."""
        for example in EXAMPLES:
            with self.subTest(example):
                shutil.rmtree(self.work)
                self.work.mkdir()
                folder = self.renewed(example)
                text = (folder / "circular.yaml").read_text(encoding="utf-8")
                marked = [number for number, line in enumerate(text.splitlines(), 1)
                          if line.strip().startswith(MARKER)]
                self.assertTrue(marked)
                own = {found for found, _ in self.findings(process.ROOT / "examples" / example)}
                found = [(name, line) for name, line in self.findings(folder)
                         if name not in own | FOR_THE_NEW_YEAR]
                self.assertEqual(found, [("to_supply", line) for line in marked])
                self.assert_generates(folder)

    def test_dates_keep_day_month_and_weekday(self):
        for example in EXAMPLES:
            with self.subTest(example):
                shutil.rmtree(self.work)
                self.work.mkdir()
                pairs = []
                old_year = int(example[-4:])
                folder = self.renewed(example, old_year + 1)
                for path in (process.ROOT / "examples" / example, folder):
                    text = re.sub("#.*", "", (path / "circular.yaml").read_text(encoding="utf-8"))
                    pairs.append(DATE.findall(text))
                self.assertEqual(len(pairs[0]), len(pairs[1]))
                for (name, *old), (new_name, *new) in zip(*pairs):
                    old, new = (datetime.date(int(y) - 543, MONTHS.index(m) + 1, int(d))
                                for d, m, y in (old, new))
                    later = old.replace(year=old.year + 1)
                    self.assertEqual(name, new_name)
                    if name:
                        self.assertEqual(WEEKDAYS[new.weekday()], name)
                        self.assertLessEqual(abs((new - later).days), 3)
                    else:
                        self.assertEqual(new, later)

    def test_ubon_line_by_line(self):
        """Years, months and dates move; what only a person knows is marked; nothing else changes."""
        self.maxDiff = None
        folder = self.renewed("ubon-2564", 2565)
        schema = (folder / "circular.yaml").read_text(encoding="utf-8").splitlines()[0]
        self.assertTrue((folder / schema.rpartition("=")[2]).resolve().exists(), schema)
        lines = [line for line in self.changed_lines(folder, "ubon-2564")
                 if not line.startswith("@@") and "$schema" not in line]
        self.assertEqual(lines, """\
-# จังหวัดอุบลราชธานี ปีงบประมาณ พ.ศ. 2564: การส่งเสริมผลิตภัณฑ์ OTOP ในตลาดออนไลน์
+# จังหวัดอุบลราชธานี ปีงบประมาณ พ.ศ. 2565: การส่งเสริมผลิตภัณฑ์ OTOP ในตลาดออนไลน์
-fiscal_year: 2564
+fiscal_year: 2565
-  number: อบ ๐๐๑๙/ว ๑๐๕๖
-  date: 23 กุมภาพันธ์ 2564
+  # โปรดระบุ: เลขที่หนังสือของปี 2565
+  # number: อบ ๐๐๑๙/ว ๑๐๕๖
+  date: 23 กุมภาพันธ์ 2565
-    months: ตุลาคม 2563 - มีนาคม 2564
+    months: ตุลาคม 2564 - มีนาคม 2565
-    months: เมษายน - กันยายน 2564
-    counts: ตุลาคม 2563 - กันยายน 2564   # ผลของรอบที่ 2 นับสะสมตั้งแต่ต้นปี
+    months: เมษายน - กันยายน 2565
+    counts: ตุลาคม 2564 - กันยายน 2565   # ผลของรอบที่ 2 นับสะสมตั้งแต่ต้นปี
-    date: วันจันทร์ที่ 22 กุมภาพันธ์ 2564   # แนวทางพิมพ์ 20 กุมภาพันธ์ ซึ่งไม่ตรงกับหนังสือ
+    date: วันจันทร์ที่ 21 กุมภาพันธ์ 2565   # แนวทางพิมพ์ 20 กุมภาพันธ์ ซึ่งไม่ตรงกับหนังสือ
-    date: 31 มีนาคม 2564
+    date: 31 มีนาคม 2565
+  # โปรดระบุ: ข้อมูลฐานของปี 2565 ในไฟล์ baseline.csv (จำนวนผู้ประกอบการ, จำนวนผลิตภัณฑ์) ตัวเลขที่มีอยู่เป็นของปีก่อน
+  # โปรดระบุ: ทะเบียนของปี 2565 ในไฟล์ registry.csv รายการที่มีอยู่เป็นของปีก่อน""".splitlines())

    def test_a_rule_that_has_nothing_to_say_any_more_is_not_switched_off(self):
        """In 2569 the nearest Monday is the letter's own day, so that D2 has no ground."""
        folder = self.renewed("ubon-2564")
        lines = (folder / "circular.yaml").read_text(encoding="utf-8").splitlines()
        at = next(i for i, line in enumerate(lines) if line.startswith("    # D2: "))
        self.assertEqual(lines[at - 2:at], ["  without:",
                                            "    # ปีนี้กฎนี้ไม่มีอะไรจะเตือน จึงไม่ต้องปิด"])
        self.assertTrue(lines[at + 1].startswith("    L7: "), lines[at + 1])
        self.assertEqual({name for name, _ in self.findings(folder)}, {"to_supply"})

    def test_results_become_baselines(self):
        """The results' column has the heading of next year's baseline."""
        results = self.work / "results.csv"
        source = process.ROOT / "examples/ubon-2568/baseline.csv"
        districts = [line.split(",")[0] for line in
                     source.read_text(encoding="utf-8-sig").splitlines()[1:]]
        results.write_text("อำเภอ,ยอดจำหน่าย OTOP ปี 2568 (บาท)\n" + "".join(
            f"{name},{1000 + i}\n" for i, name in enumerate(districts)), encoding="utf-8")
        folder = self.renewed("ubon-2568", 2569, "--results", results)
        table = (folder / "baseline.csv").read_text(encoding="utf-8").splitlines()
        self.assertEqual(table[0], "\ufeffอำเภอ,ยอดจำหน่าย OTOP ปี 2568 (บาท)")
        self.assertEqual(table[1:3], [f"{districts[0]},1000", f"{districts[1]},1001"])
        text = (folder / "circular.yaml").read_text(encoding="utf-8")
        self.assertIn("    sales: ยอดจำหน่าย OTOP ปี 2568 (บาท)\n", text)
        self.assertNotIn(MARKER + "ข้อมูลฐาน", text)
        self.assert_generates(folder)

    def test_weekends_are_pointed_out(self):
        """31 January 2569 is a Saturday."""
        folder = self.renewed("ubon-2568", 2569)
        lines = (folder / "circular.yaml").read_text(encoding="utf-8").splitlines()
        at = next(i for i, line in enumerate(lines) if "31 มกราคม 2569" in line)
        self.assertEqual(lines[at - 1].strip(), MARKER + "กำหนดส่ง ตรงกับวันเสาร์ ยืนยันหรือเลื่อน")

    def test_a_folder_with_something_in_it(self):
        (self.work / "new").mkdir()
        (self.work / "new" / "mine.txt").write_text("mine", encoding="utf-8")
        self.renewed_fails(4)
        self.assertEqual([path.name for path in (self.work / "new").iterdir()], ["mine.txt"])

    def renewed_fails(self, code):
        self.new("--from", process.ROOT / "examples/ubon-2564", "--fiscal-year=2569", code=code)

    def test_not_a_later_year(self):
        self.new("--from", process.ROOT / "examples/ubon-2564", "--fiscal-year=2564", code=3)
        self.assertFalse((self.work / "new").exists())


class Start(Case):
    def test_a_small_example(self):
        folder = self.new()
        self.assertEqual(self.findings(folder), [])
        self.assert_generates(folder)

    def test_tables_in_a_workbook(self):
        """The same workbooks come of it; a number that is changed in Excel counts."""
        folder = self.new("--input-workbook")
        self.assertEqual(sorted(path.name for path in folder.iterdir()),
                         ["circular.yaml", "input.xlsx"])
        self.assertEqual(self.findings(folder), [])
        self.assert_generates(folder)
        plain = self.work / "plain"
        self.assert_done_new(plain)
        self.assertEqual(self.shown(self.work / "out"), self.shown(self.work / "plain-out"))
        book = openpyxl.load_workbook(folder / "input.xlsx")
        self.assertEqual(book.sheetnames, ["ข้อมูลฐาน", "ระดับคะแนน"])
        book["ข้อมูลฐาน"]["B2"] = 240
        book.save(folder / "input.xlsx")
        process.generate(folder, self.work / "out")
        values = self.shown(self.work / "out")["01-เป้าหมายตัวชี้วัด.xlsx"]
        self.assertIn(240, values)
        self.assertIn(24, values)

    def test_a_mistake_in_the_workbook_is_told_with_its_cell(self):
        folder = self.new("--input-workbook")
        book = openpyxl.load_workbook(folder / "input.xlsx")
        book["ข้อมูลฐาน"]["B3"] = "หลายอย่าง"
        book["ระดับคะแนน"]["C2"] = "online_shar >= 10%"
        book.save(folder / "input.xlsx")
        outcome = process.run(["check", folder, "--lang=en"], cwd=self.work)
        lines = outcome.stdout.replace(str(folder), "new").splitlines()
        self.assertTrue(any(line.startswith("new/input.xlsx#ข้อมูลฐาน!B3: ") for line in lines), lines)
        self.assertTrue(any(line.startswith("new/input.xlsx#ระดับคะแนน!C2: ") for line in lines), lines)

    def test_what_officers_do_to_the_workbook(self):
        """Thai digits, a unit, a column of their own in front, a note, empty rows: the same comes of it."""
        folder = self.new("--input-workbook")
        self.assert_generates(folder)
        before = self.shown(self.work / "out")
        book = openpyxl.load_workbook(folder / "input.xlsx")
        table = book["ข้อมูลฐาน"]
        table["B2"], table["B4"] = "๑๒๐", "64 บาท"
        table.insert_cols(1)
        table["A1"], table["D1"], table["D3"] = "ลำดับ", "หมายเหตุ", "รอยืนยัน"
        table.insert_rows(3)
        table["B9"] = "  "
        levels = book["ระดับคะแนน"]
        levels["A2"], levels["B2"], levels["A3"] = "๑", "๕", "รอบที่ 1"
        book.save(folder / "input.xlsx")
        self.assertEqual(self.findings(folder), [])
        self.assert_done(process.generate(folder, self.work / "out", "--lang=en"))
        self.assertEqual(self.shown(self.work / "out"), before)

    def test_a_sheet_that_is_called_otherwise_and_a_workbook_that_is_damaged(self):
        folder = self.new("--input-workbook")
        path = folder / "input.xlsx"
        whole = path.read_bytes()
        book = openpyxl.load_workbook(path)
        book["ข้อมูลฐาน"].title = "Sheet1"
        book.save(path)
        self.assert_says(folder, "has no sheet “ข้อมูลฐาน”; its sheets: Sheet1, ระดับคะแนน")
        path.write_bytes(whole[:len(whole) // 2])
        self.assert_says(folder, "the file is cut off or damaged; fetch or send it again")
        path.unlink()
        self.assert_says(folder, "input.xlsx#ข้อมูลฐาน cannot be read")

    def test_next_year_of_tables_in_a_workbook(self):
        """The sheet goes on to the next year as a CSV would: its headings, and what was reported."""
        folder = self.new("--input-workbook")
        path = folder / "circular.yaml"
        text = path.read_text(encoding="utf-8")
        heading = "products: จำนวนผลิตภัณฑ์"
        self.assertEqual(text.count(heading), 1)
        path.write_text(text.replace(heading, f"{heading} ปี 2568"), encoding="utf-8")
        book = openpyxl.load_workbook(folder / "input.xlsx")
        book["ข้อมูลฐาน"]["B1"] = "จำนวนผลิตภัณฑ์ ปี 2568"
        book["ระดับคะแนน"]["D2"] = "เพิ่มขึ้นจากปี 2568"
        book.save(folder / "input.xlsx")
        book["ระดับคะแนน"]["D2"] = "เพิ่มขึ้นจากปี 2569"
        levels = [[cell.value for cell in row] for row in book["ระดับคะแนน"]]
        results = self.work / "results.csv"
        results.write_text("อำเภอ,จำนวนผลิตภัณฑ์ ปี 2569\nเมืองตัวอย่าง,130\nบ้านสมมุติ,90\n"
                           "ดอนสมมุติ,70\n", encoding="utf-8")
        for name, words, numbers, supplied in (("next", [], [120, 85, 64], 1),
                                               ("known", ["--results", results], [130, 90, 70], 0)):
            made = self.work / name
            self.assert_done(process.run(["new", made, "--from", folder, "--fiscal-year=2570",
                                          *words, "--lang=en"]))
            book = openpyxl.load_workbook(made / "input.xlsx")
            table = [[cell.value for cell in row] for row in book["ข้อมูลฐาน"]]
            self.assertEqual([row[1] for row in table], ["จำนวนผลิตภัณฑ์ ปี 2569", *numbers])
            self.assertEqual([[cell.value for cell in row] for row in book["ระดับคะแนน"]], levels)
            self.assertEqual([name for name, _ in self.findings(made)], ["to_supply"] * supplied)

    def test_next_year_of_levels_in_a_table(self):
        """Years move in what people read, not in conditions or where else they stand."""
        folder = self.work / "old"
        shutil.copytree(process.ROOT / "tests/cases/documents/levels_in_a_table", folder)
        levels = folder / "levels.csv"
        old = levels.read_text(encoding="utf-8")
        for before, after in (("ตามหนังสือกรม", "หนังสือกรมปี 2564"), ("น้อยกว่าร้อยละ 8", "น้อยกว่าปี ๒๕๖๔"),
                              ("พอใช้,เหลือง,share >= 8%", "ดีกว่าปี 2557,เหลือง,share >= 8% and sold >= 2564"),
                              ('"ไม่น้อยกว่าร้อยละ {share}"', '"กว่าปี 2564, {share}"')):
            self.assertEqual(old.count(before), 1, before)
            old = old.replace(before, after)
        levels.write_text(old, encoding="utf-8")
        made = self.work / "made"
        self.assert_done(process.run(["new", made, "--fiscal-year=2566", "--lang=en", "--from", folder]))
        self.assertEqual((made / "levels.csv").read_text(encoding="utf-8"), "\ufeff" + old.replace(
            "กว่าปี 2564,", "กว่าปี 2565,").replace("๒๕๖๔", "๒๕๖๕"))
        self.assertEqual([name for name, _ in self.findings(made)], ["to_supply"])

    def assert_says(self, folder, words):
        outcome = process.run(["check", folder, "--lang=en"])
        self.assertEqual(outcome.returncode, 1)
        self.assertIn(words, outcome.stdout)
        self.assertRegex(outcome.stdout, r"circular\.yaml:[0-9]+:[0-9]+: error: ")

    def assert_done_new(self, folder):
        self.assert_done(process.run(["new", folder, "--lang=en"]))
        self.assert_done(process.generate(folder, folder.with_name("plain-out"), "--lang=en"))

    def shown(self, folder):
        return {path.name: [cell.value for sheet in openpyxl.load_workbook(path, data_only=True)
                            for row in sheet.iter_rows() for cell in row
                            if cell.value is not None] for path in folder.glob("*.xlsx")}

    def test_of_another_year(self):
        folder = self.new("--fiscal-year=2571")
        self.assertIn("fiscal_year: 2571", (folder / "circular.yaml").read_text(encoding="utf-8"))
        self.assertEqual([name for name, _ in self.findings(folder)], [])


if __name__ == "__main__":
    process.main(__doc__)
