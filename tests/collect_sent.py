"""How and when forms come back: names in zips of every system, zips within zips, days that somebody
wrote down, and what is due every quarter.

    collect_sent.py CHIWAT_BINARY ROOT WORK_DIR

WORK_DIR is emptied and used. The forms are filled in as in collect.py.
"""

from datetime import datetime
import io
import json
from pathlib import Path
import shutil
import sys
import unittest
import zipfile

import collect
from collect import Form, collected, run

DISTRICT = "เขมราฐ"
FORM = Path()


def setUpModule():
    global FORM
    run("generate", collect.EXAMPLE, "--only", "3", "--out", collect.WORK / "made")
    FORM = next((collect.WORK / "made").rglob(f"*-{DISTRICT}.xlsx"))
    collect.fill_survey(FORM, FORM)


class RawName(zipfile.ZipInfo):
    """A name as another system's program packs it."""

    def __init__(self, raw, flags):
        super().__init__("x", (2021, 2, 20, 10, 0, 0))
        self.raw, self.flags = raw, flags

    def _encodeFilenameFlags(self):
        return self.raw, self.flags


def packed(*entries):
    """(bytes of the name, flags, content) of each."""
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as file:
        for raw, flags, content in entries:
            file.writestr(RawName(raw, flags), content)
    return result.getvalue()


class Zips(unittest.TestCase):
    def sent(self, content):
        """The file that counts for the district, and what is said of any, below the zip."""
        folder = collect.WORK / self.id().rsplit(".", 1)[-1]
        folder.mkdir(exist_ok=True)
        (folder / "a.zip").write_bytes(content)
        said, _ = collected(folder)
        one = next((one["file"] for status in said["status"] for one in status["districts"]
                    if one["district"] == DISTRICT), None)
        below = f"{folder}/a.zip/"
        return one and one.removeprefix(below), [(entry["file"].removeprefix(below), entry["id"])
                                                 for entry in said["problems"]]

    def test_names_of_every_system(self):
        name, form = "งาน/แบบ เขมราฐ.xlsx", FORM.read_bytes()
        for what, raw, flags in (("Windows in Thai", name.encode("cp874"), 0),
                                 ("the flag of UTF-8", name.encode(), 0x800),
                                 ("macOS", name.encode(), 0)):
            with self.subTest(what):
                self.assertEqual(self.sent(packed((raw, flags, form))), (name, []))
        self.assertEqual(self.sent(packed((b"caf\x82.xlsx", 0, form))), ("caf?.xlsx", []))

    def test_two_files_of_one_name_are_two_files(self):
        other = b"not a workbook"
        self.assertEqual(self.sent(packed((b"a.xlsx", 0, other), (b"a.xlsx", 0, FORM.read_bytes()))),
                         ("a.xlsx (2)", [("a.xlsx", "xlsx_not_a_workbook")]))

    def test_three_zips_deep_and_no_deeper(self):
        content = packed((b"a.xlsx", 0, FORM.read_bytes()))
        content = packed((b"b.zip", 0, packed((b"c.zip", 0, content))))
        self.assertEqual(self.sent(content), ("b.zip/c.zip/a.xlsx", []))
        self.assertEqual(self.sent(packed((b"d.zip", 0, content))),
                         (None, [("d.zip/b.zip/c.zip", "found_too_deep")]))


class Received(unittest.TestCase):
    """--received CSV."""

    def sent(self, text, encoding="utf-8", code=0):
        path = collect.WORK / "received.csv"
        path.write_bytes(text.encode(encoding))
        folder = collect.WORK / "one"
        folder.mkdir(exist_ok=True)
        shutil.copy(FORM, folder)
        out = collect.WORK / "out" / self.id()
        done = run("collect", collect.EXAMPLE, folder, "--received", path, "--out", out, "--json", code=code)
        self.assertEqual(out.exists(), code == 0)
        return json.loads(done.stdout)

    def mistakes(self, text):
        return [(entry["line"], entry["id"]) for entry in self.sent(text, code=3)["diagnostics"]
                if entry["severity"] == "error"]

    def day(self, said):
        return next(one["received"] for one in said["status"][0]["districts"] if one["district"] == DISTRICT)

    def test_every_mistake_at_its_line(self):
        self.assertEqual(self.mistakes("""อำเภอ,สิ่งที่ส่งมาด้วย,เดือน,รอบ,วันที่ได้รับ
เขมราด,3,,,22 ก.พ. 64
เขมราฐ,9,,,22 ก.พ. 64
เขมราฐ,3,,,31 ก.พ. 64
เขมราฐ,3,,,กุมภาพันธ์ 2564
,3,,,22 ก.พ. 64
เขมราฐ,4,,3,22 ก.พ. 64
เขมราฐ,4,ต.ค. 65,,22 ก.พ. 64
เขมราฐ,4,,1,22 ก.พ. 64
เขมราฐ,4,,1,22 ก.พ. 64
อ.เขมราฐ,๔,,๑,23 ก.พ. 64
เขมราฐ,3,,,
"""), [(2, "results_district_unknown"), (3, "received_not_number"), (4, "date_impossible"),
            (5, "received_not_day"), (6, "district_missing"), (7, "received_not_number"),
            (8, "returned_date_outside"), (11, "received_twice"), (12, "date_unreadable")])

    def test_columns_that_are_missing(self):
        self.assertEqual(self.mistakes("อำเภอ,วัน\nเขมราฐ,22 ก.พ. 64\n"), [(1, "received_column_missing")])

    def test_files_as_excel_saves_them(self):
        text = "อำเภอ;หมายเหตุ;วันที่ได้รับ\nอำเภอเขมราฐ;ส่งที่ประชุม;๒๒/๒/๒๕๖๔\n"
        for encoding in ("utf-8-sig", "cp874", "utf-16"):
            self.assertEqual(self.day(self.sent(text, encoding)), "2021-02-22", encoding)

    def test_what_says_more_goes_before_what_says_less(self):
        said = self.sent("อำเภอ,สิ่งที่ส่งมาด้วย,วันที่ได้รับ\nเขมราฐ,3,21/2/2564\nเขมราฐ,,22/2/2564\n")
        self.assertEqual(self.day(said), "2021-02-21")

    def test_a_day_of_what_is_not_there(self):
        said = self.sent("อำเภอ,วันที่ได้รับ\nเขมราฐ,21/2/2564\nตระการพืชผล,21/2/2564\n")
        self.assertEqual([(entry["line"], entry["id"]) for entry in said["diagnostics"]
                          if entry["id"].startswith("received")], [(3, "received_without_form")])


class Quarterly(unittest.TestCase):
    """รต.2 is due on a day of the quarter's last month; the letter itself does not say on which."""

    def test_who_is_late(self):
        folder = collect.WORK / "ubon-2568"
        shutil.copytree(collect.ROOT / "examples" / "ubon-2568", folder)
        description = folder / "circular.yaml"
        text = description.read_text(encoding="utf-8")
        self.assertEqual(text.count("every: quarter "), 1)
        description.write_text(text.replace("every: quarter ", "every: quarter\n    day: 25 "), encoding="utf-8")
        run("generate", folder, "--only", "5", "--quarter", "2568-1", "--out", collect.WORK / "quarter")
        forms = sorted((collect.WORK / "quarter").rglob("*/*.xlsx"))
        sent = collect.WORK / "quarter_sent"
        for path, moment in zip(forms, (datetime(2024, 12, 25, 16, 59), datetime(2024, 12, 25, 17, 0))):
            form = Form(path, "sales_operators")
            form.cell("domestic_offline").value = 100.25
            form.save(sent / path.name, moment)
        done = run("collect", folder, sent, "--out", collect.WORK / "quarter_out", "--json")
        status, = json.loads(done.stdout)["status"]
        self.assertEqual((status["quarter"], status["due"]), (1, "2024-12-25"))
        self.assertEqual([(one["received"], one["late"]) for one in status["districts"][:3]],
                         [("2024-12-25", False), ("2024-12-26", True), (None, False)])


if __name__ == "__main__":
    collect.main(__doc__)
