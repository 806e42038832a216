"""Forms come back: districts fill them in with openpyxl, and chiwat collect reads them.

    collect.py CHIWAT_BINARY ROOT WORK_DIR

Undamaged forms of all districts must give no error and no warning, and the results that scoring
reads; damaged ones must be told at the damaged cell. WORK_DIR is emptied and used.
"""

import csv
from datetime import datetime
import json
from pathlib import Path
import shutil
import subprocess
import sys
import unittest
import zipfile

import openpyxl

CHIWAT = ROOT = EXAMPLE = MONTHLY = WORK = Path()

SURVEY, REPORT = "03-แบบสำรวจความพร้อม", "04-แบบรายงานผล-รอบที่ 1"
CHANNELS = ("facebook", "line", "instagram", "otop_today", "youtube", "other_channel")


def run(*words, code=0):
    done = subprocess.run([CHIWAT, *map(str, words)], capture_output=True, text=True)
    if done.returncode != code:
        raise AssertionError(f"{words}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done


def collected(folder, *words):
    """What --json says, and the folder written to."""
    out = WORK / "collected" / folder.name
    done = run("collect", EXAMPLE, folder, "--out", out, "--json", *words)
    return json.loads(done.stdout), out


class Form:
    """A form of a workbook, by its defined names."""

    def __init__(self, path, name):
        self.path, self.book = path, openpyxl.load_workbook(path)
        self.areas = {defined.name.removeprefix(f"{name}."): next(iter(defined.destinations))
                      for defined in self.book.defined_names.definedName
                      if defined.name.startswith(f"{name}.")}
        self.sheet = self.book[self.areas["rows"][0]]

    def cells(self, column):
        area = self.areas[f"column.{column}"][1].replace("$", "")
        return [row[0] for row in self.sheet[area]]

    def cell(self, column, row=0):
        return self.cells(column)[row]

    def save(self, path=None, when=datetime(2021, 2, 20, 3, 0)):
        self.book.properties.modified = when
        (path or self.path).parent.mkdir(parents=True, exist_ok=True)
        self.book.save(path or self.path)


def fill_survey(path, target):
    form = Form(path, "readiness_survey")
    for row, product in enumerate(form.cells("product")):
        if product.value:
            form.cell("trained_online", row).value = 1
    form.save(target)


def fill_report(path, target, online):
    """The first products have a channel; every amount has satang."""
    form = Form(path, "online_report")
    count = 0
    for row, product in enumerate(form.cells("product")):
        if not product.value:
            continue
        if count < online:
            form.cell(CHANNELS[count % len(CHANNELS)], row).value = "หน้าร้านสมมุติ"
            form.cell("sales", row).value = 1234.07
        else:
            form.cell("line", row).value = "-"
        count += 1
    form.save(target, datetime(2021, 3, 30, 3, 0))
    return min(online, count)


ONLINE = {}  # products sold online, by district


def setUpModule():
    run("generate", EXAMPLE, "--out", WORK / "sent")
    for path in sorted((WORK / "sent" / SURVEY).glob("*.xlsx")):
        fill_survey(path, WORK / "good" / f"สำรวจ {path.stem[:2]}.xlsx")
    for number, path in enumerate(sorted((WORK / "sent" / REPORT).glob("*.xlsx"))):
        district = path.stem[3:]
        ONLINE[district] = fill_report(path, WORK / "good" / f"{number} (1).xlsx", number % 4)


class Undamaged(unittest.TestCase):
    def test_no_false_alarm(self):
        said, out = collected(WORK / "good")
        self.assertEqual([entry for entry in said["problems"] if entry["severity"] != "note"], [])
        self.assertEqual([(status["attachment"], status["round"]) for status in said["status"]], [(3, None), (4, 1)])
        for status in said["status"]:
            self.assertEqual(len([one for one in status["districts"] if one["file"]]), 25)
            self.assertFalse(any(one["late"] for one in status["districts"]))
        self.assertEqual(said["status"][0]["due"], "2021-02-22")
        self.assertEqual(said["status"][0]["districts"][0]["received"], "2021-02-20")
        self.assertEqual(len(list((out / "ข้อความถึงอำเภอ").glob("*.txt"))), 25)

    def test_the_results_are_those_that_scoring_reads(self):
        _, out = collected(WORK / "good")
        with open(out / "results.csv", encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        told = {row["อำเภอ"]: (row["รอบ"], int(row["จำนวนผลิตภัณฑ์ OTOP ที่จำหน่ายในตลาดออนไลน์"]),
                              row["รายงานการสำรวจความพร้อม"]) for row in rows}
        self.assertEqual(told, {name: ("1", count, "มี") for name, count in ONLINE.items()})
        run("score", EXAMPLE, "--results", out / "results.csv", "--out", WORK / "scores")


class Damaged(unittest.TestCase):
    """One form spoiled in one way, and what is said of it."""

    def spoiled(self, spoil, path=f"sent/{REPORT}/02-ศรีเมืองใหม่.xlsx", name="online_report"):
        form = Form(WORK / path, name)
        cell = spoil(form)
        folder = WORK / "bad" / self.id().rsplit(".", 1)[-1]
        form.save(folder / "x.xlsx")
        said, out = collected(folder)
        return cell, {(entry["id"], entry["cell"], entry["severity"]) for entry in said["problems"]
                      if entry["id"] != "returned_nothing_filled"}, said, out

    def check(self, spoil, *expected, **options):
        cell, found, _, _ = self.spoiled(spoil, **options)
        self.assertEqual(found, {(kind, cell.coordinate if cell else None, severity)
                                 for kind, severity in expected})

    def put(self, column, value, row=0):
        def spoil(form):
            form.cell(column, row).value = value
            return form.cell(column, row)
        return spoil

    def test_an_amount_that_is_none(self):
        self.check(self.put("sales", "มาก"), ("returned_not_number", "error"))

    def test_an_amount_written_as_text_is_taken(self):
        self.check(self.put("sales", "๑,๒๓๔ บาท"), ("returned_written_as_text", "note"))

    def test_a_formula_where_a_value_belongs(self):
        self.check(self.put("sales", "=1+1"), ("returned_formula_without_value", "error"))

    def test_a_mark_that_is_not_1(self):
        self.check(self.put("has_standard", 2), ("returned_not_mark", "error"))

    def test_a_word_that_is_in_no_list(self):
        self.check(self.put("category", "ของกิน"), ("returned_choice", "error"))

    def test_codes_and_other_labels_of_a_list_are_taken(self):
        def spoil(form):
            form.cell("category", 0).value = "drink"
            form.cell("category", 1).value = "สมุนไพรที่ไม่ใช่อาหาร"
        self.check(spoil)

    def test_a_product_twice(self):
        def spoil(form):
            for column in ("operator_code", "operator_name", "product", "category"):
                form.cell(column, 2).value = form.cell(column, 1).value
            return form.cell("product", 2)
        _, found, _, _ = self.spoiled(spoil)
        self.assertIn("returned_row_twice", {kind for kind, _, _ in found})

    def test_a_product_without_its_operator(self):
        cell, found, _, _ = self.spoiled(self.put("operator_code", None, 1))
        self.assertIn(("returned_row_unnamed", cell.coordinate, "error"), found)

    def test_a_heading_that_was_changed(self):
        def spoil(form):
            row = form.cell("sales").row - 1
            cell = next(form.sheet.cell(at, form.cell("sales").column) for at in range(row, 0, -1)
                        if form.sheet.cell(at, form.cell("sales").column).value)
            cell.value = "ยอดขายรวม"
            return None
        _, found, _, _ = self.spoiled(spoil)
        self.assertEqual({(kind, severity) for kind, _, severity in found},
                         {("returned_heading_altered", "warning")})

    def test_rows_inserted_and_names_lost(self):
        def spoil(form):
            form.cell("facebook").value = "ร้าน"
            form.sheet.insert_rows(form.cell("product").row + 1)
            form.book.defined_names.definedName = []
        _, found, _, out = self.spoiled(spoil)
        self.assertEqual(found, set())
        self.assertIn("ศรีเมืองใหม่,1,1", (out / "results.csv").read_text(encoding="utf-8-sig"))

    def test_an_identity_that_is_gone_is_read_from_the_titles(self):
        def spoil(form):
            form.book.defined_names.definedName = []
            del form.book["chiwat"]
            form.book.properties.keywords = None
        _, found, said, _ = self.spoiled(spoil)
        self.assertEqual(found, {("returned_by_looks", None, "note")})
        self.assertEqual([one["district"] for one in said["status"][0]["districts"] if one["file"]],
                         ["ศรีเมืองใหม่"])

    def fact(self, name, value):
        def spoil(form):
            for row in form.book["chiwat"].rows:
                if row[0].value == name:
                    row[1].value = value
        return spoil

    def test_forms_of_another_year_or_province_do_not_count(self):
        self.check(self.fact("fiscal_year", "2563"), ("returned_other_year", "error"))
        self.check(self.fact("province", "ยโสธร"), ("returned_other_province", "error"))


class Monthly(unittest.TestCase):
    """nongkhai-2565: what is new counts in the first month in which it does."""

    def report(self, month, operators, activities):
        sent = WORK / "monthly_sent"
        run("generate", MONTHLY, "--only", "3", "--month", month, "--out", sent)
        path = next((sent / "03-แบบรายงานสรุปผล" / month).glob("01-*.xlsx"))
        form = Form(path, "activity_report")
        for row in range(activities):
            for column, value in (("held_on", datetime(2021, 11, 5)), ("activity", "งานสมมุติ"),
                                  ("operators", 3), ("sales", 100.25)):
                form.cell(column, row).value = value
        form.save()
        form = Form(path, "channel_report")
        for row, (code, channel) in enumerate(operators):
            for column, value in (("operator_code", code), ("operator_name", f"นาย {code}"),
                                  (channel, 1)):
                form.cell(column, row).value = value
        form.save(WORK / "monthly" / f"{month}.xlsx", datetime(2021, 12, 1))

    def test_results_month_by_month(self):
        self.report("2564-11", [("1", "line"), ("2", "facebook")], 2)
        self.report("2564-12", [("1", "line"), ("3", "line")], 0)
        out = WORK / "collected" / "monthly"
        done = run("collect", MONTHLY, WORK / "monthly", "--out", out, "--json")
        self.assertEqual([entry for entry in json.loads(done.stdout)["problems"]
                          if entry["severity"] != "note"], [])
        lines = (out / "results.csv").read_text(encoding="utf-8-sig").splitlines()
        self.assertEqual(lines[1:3], ["เมืองหนองคาย,พฤศจิกายน 2564,2,2,2",
                                      "เมืองหนองคาย,ธันวาคม 2564,0,1,1"])


class Folders(unittest.TestCase):
    def test_bad_files_stop_nothing(self):
        folder = WORK / "mixed"
        folder.mkdir()
        form = next((WORK / "good").glob("สำรวจ 01.xlsx"))
        with zipfile.ZipFile(folder / "ส่งงาน.zip", "w") as packed:
            packed.write(form, "งาน/เมือง.xlsx")
            packed.writestr("../../climbs.xlsx", form.read_bytes())
        (folder / "empty.xlsx").write_bytes(b"")
        (folder / "cut.xlsx").write_bytes(form.read_bytes()[:4000])
        (folder / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0")
        openpyxl.Workbook().save(folder / "other.xlsx")
        said, _ = collected(folder)
        found = {(entry["file"].removeprefix(f"{folder}/"), entry["id"])
                 for entry in said["problems"]}
        self.assertEqual(found, {("ส่งงาน.zip/../../climbs.xlsx", "found_climbs_out"),
                                 ("empty.xlsx", "xlsx_not_a_workbook"),
                                 ("cut.xlsx", "xlsx_cut_off"), ("old.xls", "found_other_kind"),
                                 ("other.xlsx", "returned_not_a_form")})
        self.assertEqual(said["status"][0]["districts"][0]["file"],
                         f"{folder}/ส่งงาน.zip/งาน/เมือง.xlsx")
        self.assertFalse((WORK.parent / "climbs.xlsx").exists())

    def test_the_later_form_counts(self):
        folder = WORK / "twice"
        source = WORK / "good" / "สำรวจ 01.xlsx"
        folder.mkdir()
        shutil.copy(source, folder / "a.xlsx")
        later = Form(source, "readiness_survey")
        later.cell("sells_online").value = 1
        later.save(folder / "b.xlsx", datetime(2021, 2, 25))
        said, _ = collected(folder)
        self.assertEqual([(Path(entry["file"]).name, entry["id"]) for entry in said["problems"]],
                         [("a.xlsx", "returned_superseded")])
        one = said["status"][0]["districts"][0]
        self.assertEqual((Path(one["file"]).name, one["received"], one["late"]),
                         ("b.xlsx", "2021-02-25", True))

    def test_days_written_down_go_before_those_of_files(self):
        path = WORK / "received.csv"
        path.write_text("อำเภอ,สิ่งที่ส่งมาด้วย,วันที่ได้รับ\nเมืองอุบลราชธานี,3,22 ก.พ. 64\n", encoding="utf-8")
        folder = WORK / "written_down"
        late = Form(WORK / "good" / "สำรวจ 01.xlsx", "readiness_survey")
        late.save(folder / "x.xlsx", datetime(2021, 2, 25))
        for words, expected in (([], ("2021-02-25", True)),
                                (["--received", path], ("2021-02-22", False))):
            said, _ = collected(folder, *words)
            one = said["status"][0]["districts"][0]
            self.assertEqual((one["received"], one["late"]), expected)


def main(usage):
    """Runs the tests of the script that was started."""
    global CHIWAT, ROOT, EXAMPLE, MONTHLY, WORK
    if len(sys.argv) < 4:
        sys.exit(usage)
    CHIWAT, ROOT, WORK = (Path(word).resolve() for word in sys.argv[1:4])
    EXAMPLE, MONTHLY = ROOT / "examples" / "ubon-2564", ROOT / "examples" / "nongkhai-2565"
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]], verbosity=2)


if __name__ == "__main__":
    main(__doc__)
