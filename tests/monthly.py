"""Forms month after month: what districts fill in goes on into the next month and the quarter.

    monthly.py CHIWAT_BINARY ROOT WORK_DIR CACHE

openpyxl fills the forms of examples/ubon-2568 in as a district does, under any file name; the forms of
the next month must name the same operators and products, with empty amounts, and what has added up since
October must agree to the satang when LibreOffice recalculates it. WORK_DIR is emptied and used; CACHE is
that of outside/.
"""

from datetime import datetime
from decimal import Decimal
import json
from pathlib import Path
import shutil
import subprocess
import sys
import unittest

import openpyxl

sys.path.insert(0, str(Path(__file__).parent / "outside"))
import office  # noqa: E402

CHIWAT = EXAMPLE = WORK = CACHE = Path()

FOLDER = "05-แบบรายงานข้อมูลรายได้"
DISTRICT = "02-วารินชำราบ.xlsx"
CHANNELS = ("domestic_offline", "domestic_online", "export_offline", "export_online")
NEW = {"operator_code": "9999900099", "operator_name": "กลุ่มสมมุติที่เพิ่งขึ้นทะเบียน",
       "product": "ผลิตภัณฑ์สมมุติชิ้นใหม่", "category": "อาหาร"}


def run(*words):
    return subprocess.run([CHIWAT, "generate", EXAMPLE, "--only", "5", "--lang", "en", *words],
                          capture_output=True, text=True)


def generated(out, *words):
    done = run("--out", WORK / out, *words)
    assert done.returncode == 0, done.stderr
    return done


class Form:
    """A form of a workbook, by the defined names that say where it stands."""

    def __init__(self, book, name):
        self.areas = {defined.name.removeprefix(f"{name}."): next(iter(defined.destinations))
                      for defined in book.defined_names.definedName
                      if defined.name.startswith(f"{name}.")}
        self.sheet = book[self.areas["rows"][0]]

    def cells(self, column):
        area = self.areas[f"column.{column}"][1].replace("$", "")
        return [row[0] for row in self.sheet[area]]

    def values(self, column):
        return [cell.value for cell in self.cells(column)]

    def total(self, column):
        row = int("".join(c for c in self.areas["total"][1].split(":")[0] if c.isdigit()))
        return self.sheet.cell(row, self.cells(column)[0].column).value


def opened(path, data_only=False):
    return openpyxl.load_workbook(path, data_only=data_only)


def satang(number):
    return Decimal(repr(number)).quantize(Decimal("0.01"))


def fill_in(source, target, amounts, change=None):
    """Amounts by row and channel into รต.1."""
    book = opened(source)
    form = Form(book, "sales_products")
    for (row, channel), amount in amounts.items():
        form.cells(channel)[row].value = amount
    if change:
        change(form)
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)


def recalculated(path):
    folder = WORK / "recalculated" / path.parent.name
    office.convert([path], office.XLSX, folder, CACHE)
    return opened(folder / path.name, data_only=True)


def october_changes(form):
    """A new operator in a spare row, and a product given up."""
    spare = form.values("product").index(None)
    for column, value in NEW.items():
        form.cells(column)[spare].value = value
    form.cells("domestic_offline")[spare].value = 0.1
    for column in ("operator_code", "operator_name", "operator_type", "subdistrict", "product",
                   "category"):
        form.cells(column)[1].value = None


def setUpModule():
    """October filled in, November made from it and filled in, December made from both, likewise."""
    generated("oct", "--month", "ต.ค. 67")
    returned = WORK / "returned"
    fill_in(WORK / "oct" / FOLDER / "2567-10" / DISTRICT, returned / "a" / "งานของสมชาย (1).xlsx",
            {(0, "domestic_offline"): 1234.56, (0, "export_online"): 0.07, (2, "domestic_online"): 99.99},
            october_changes)
    generated("nov", "--month", "2567-11", "--previous", returned)
    fill_in(WORK / "nov" / FOLDER / "2567-11" / DISTRICT, returned / "b" / "nov.xlsx",
            {(0, "domestic_offline"): 1000000.01, (1, "export_offline"): 1000.5})
    generated("dec", "--month", "ธันวาคม ๒๕๖๗", "--previous", returned)
    fill_in(WORK / "dec" / FOLDER / "2567-12" / DISTRICT, returned / "c" / "dec.xlsx",
            {(0, "domestic_online"): 0.01})


def by_operator(form, column):
    """Sums of a column by operator, as written."""
    return {code: value for code, value in zip(form.values("operator_code"), form.values(column)) if code}


class NextMonth(unittest.TestCase):
    def setUp(self):
        self.october = Form(opened(WORK / "returned" / "a" / "งานของสมชาย (1).xlsx"), "sales_products")
        self.path = WORK / "nov" / FOLDER / "2567-11" / DISTRICT
        self.book = opened(self.path)

    def rows(self, form):
        return [row for row in zip(form.values("operator_code"), form.values("product"),
                                   form.values("category")) if row[1]]

    def test_the_operators_of_last_month_with_empty_amounts(self):
        form = Form(self.book, "sales_products")
        self.assertEqual(sorted(self.rows(form)), sorted(self.rows(self.october)))
        self.assertIn(NEW["operator_code"], form.values("operator_code"))
        for channel in CHANNELS:
            self.assertEqual(set(form.values(channel)), {None})

    def test_the_title_and_the_identity_say_the_month(self):
        self.assertIn("พฤศจิกายน ๒๕๖๗", self.book["รต.๑"]["A3"].value)
        facts = {row[0].value: row[1].value for row in self.book["chiwat"].rows}
        self.assertEqual(facts["month"], "2567-11")

    def test_in_october_what_has_added_up_is_the_month(self):
        form = Form(opened(WORK / "oct" / FOLDER / "2567-10" / DISTRICT), "sales_operators")
        total = form.cells("total")[0].coordinate
        self.assertEqual(form.values("cumulative")[0], f"={total}")

    def test_then_last_month_is_a_constant_in_the_formula(self):
        form = Form(self.book, "sales_operators")
        formulas = by_operator(form, "cumulative")
        total = form.cells("total")[0].column_letter
        self.assertRegex(formulas[self.october.values("operator_code")[0]],
                         rf"^=[0-9.]+\+{total}[0-9]+$")
        self.assertRegex(formulas[NEW["operator_code"]], rf"^=0\.1\+{total}[0-9]+$")

    def test_districts_without_a_form_keep_the_registry(self):
        done = run("--dry-run", "--month", "2567-11", "--previous", WORK / "returned" / "a")
        self.assertIn("24 districts have no form here; their rows come from the registry", done.stderr)
        self.assertEqual(done.returncode, 0)


class WithoutNames(unittest.TestCase):
    def test_a_form_is_also_found_by_its_headings(self):
        book = opened(WORK / "returned" / "a" / "งานของสมชาย (1).xlsx")
        book.defined_names.definedName = []
        book["รต.๑"].insert_rows(1)
        (WORK / "nameless").mkdir()
        book.save(WORK / "nameless" / "x.xlsx")
        generated("nov_nameless", "--month", "2567-11", "--previous", WORK / "nameless")
        rows = []
        for folder in ("nov", "nov_nameless"):
            form = Form(opened(WORK / folder / FOLDER / "2567-11" / DISTRICT), "sales_products")
            rows.append(list(zip(form.values("operator_code"), form.values("product"))))
        self.assertEqual(rows[0], rows[1])


class Sums(unittest.TestCase):
    """What LibreOffice calculates."""

    def test_what_has_added_up_by_november(self):
        form = Form(recalculated(WORK / "returned" / "b" / "nov.xlsx"), "sales_operators")
        # Of October 1,234.63, 99.99 and 0.10; of November 1,000,000.01 and 1,000.50.
        self.assertEqual(satang(form.total("cumulative")), Decimal("1002335.23"))

    def test_what_has_added_up_by_december(self):
        form = Form(recalculated(WORK / "returned" / "c" / "dec.xlsx"), "sales_operators")
        self.assertEqual(satang(form.total("cumulative")), Decimal("1002335.24"))

    def test_the_quarter_is_the_sum_of_its_months(self):
        generated("quarter", "--quarter", "ไตรมาส 1", "--previous", WORK / "returned")
        path = WORK / "quarter" / FOLDER / "2568-ไตรมาส-1" / DISTRICT
        book = opened(path)
        self.assertIn("ประจำไตรมาสที่ ๑ (เดือนตุลาคม - ธันวาคม ๒๕๖๗)", book["รต.๒"]["A3"].value)
        self.assertNotIn("รต.๑", book.sheetnames)
        form = Form(recalculated(path), "sales_operators")
        self.assertEqual(satang(form.total("total")), Decimal("1002335.24"))
        self.assertEqual(satang(form.total("cumulative")), Decimal("1002335.24"))

    def test_a_quarter_without_its_months_is_left_to_fill_in(self):
        generated("empty", "--quarter", "2568-2")
        form = Form(opened(WORK / "empty" / FOLDER / "2568-ไตรมาส-2" / DISTRICT), "sales_operators")
        for column in (*CHANNELS, "products", "cumulative"):
            self.assertEqual(set(form.values(column)), {None})
            self.assertFalse(any(cell.protection.locked for cell in form.cells(column)))


class Mistakes(unittest.TestCase):
    def found(self, *words):
        done = run("--dry-run", "--json", *words)
        return done.returncode, [(entry["file"].replace(f"{WORK}/", ""), entry["id"])
                                 for entry in json.loads(done.stdout)["diagnostics"]]

    def test_of_two_forms_of_one_month_the_later_counts(self):
        folder = WORK / "twice"
        shutil.copytree(WORK / "returned" / "a", folder / "a")
        shutil.copytree(WORK / "returned" / "a", folder / "b")
        code, found = self.found("--month", "2567-11", "--previous", folder)
        self.assertEqual(code, 0)
        self.assertIn(("twice/b/งานของสมชาย (1).xlsx", "returned_again"), found)
        path = folder / "c.xlsx"
        fill_in(folder / "a" / "งานของสมชาย (1).xlsx", path, {(0, "domestic_offline"): 1})
        code, found = self.found("--month", "2567-11", "--previous", folder)
        self.assertEqual(code, 3)  # nothing says which is newer
        self.assertIn(("twice/c.xlsx", "returned_twice"), found)
        book = opened(path)
        book.properties.modified = datetime(2025, 2, 1, 8, 30)
        book.save(path)
        code, found = self.found("--month", "2567-11", "--previous", folder)
        self.assertEqual(code, 0)
        self.assertEqual([name for name, kind in found if kind == "returned_superseded"],
                         ["twice/a/งานของสมชาย (1).xlsx", "twice/b/งานของสมชาย (1).xlsx"])

    def test_all_wrong_cells_at_once(self):
        def spoil(form):
            form.cells("domestic_offline")[0].value = "มาก"
            form.cells("domestic_online")[0].value = -1
            form.cells("export_offline")[0].value = 0.125
            form.cells("operator_code")[2].value = None

        path = WORK / "spoiled.xlsx"
        fill_in(WORK / "oct" / FOLDER / "2567-10" / DISTRICT, path, {}, spoil)
        form = Form(opened(path), "sales_products")
        code, found = self.found("--month", "2567-11", "--previous", path)
        self.assertEqual(code, 3)
        cells = {column: form.cells(column)[0].coordinate for column in CHANNELS}
        unnamed = form.cells("operator_code")[2].coordinate
        wanted = [(f"spoiled.xlsx:รต.๑!{cells['domestic_offline']}", "returned_not_number"),
                  (f"spoiled.xlsx:รต.๑!{cells['domestic_online']}", "returned_negative"),
                  (f"spoiled.xlsx:รต.๑!{cells['export_offline']}", "returned_satang"),
                  (f"spoiled.xlsx:รต.๑!{unnamed}", "returned_row_unnamed")]
        self.assertEqual([entry for entry in found if entry[1] != "returned_missing"], wanted)

    def test_forms_of_later_months_and_other_workbooks_are_left_out(self):
        folder = WORK / "mixed"
        shutil.copytree(WORK / "returned", folder)
        openpyxl.Workbook().save(folder / "x.xlsx")
        code, found = self.found("--month", "2567-11", "--previous", folder)
        self.assertEqual(code, 0)
        self.assertEqual(sorted(found), [("mixed", "returned_missing"),
                                         ("mixed/c/dec.xlsx", "returned_too_late"),
                                         ("mixed/x.xlsx", "returned_not_a_form")])

    def test_nothing_of_use(self):
        self.assertEqual(self.found("--month", "2567-10", "--previous", WORK / "returned")[0], 3)
        self.assertEqual(self.found("--month", "2567-10", "--previous", WORK / "nowhere"),
                         (3, [("nowhere", "input_missing")]))


if __name__ == "__main__":
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    CHIWAT, root, WORK, CACHE = (Path(word).resolve() for word in sys.argv[1:5])
    EXAMPLE = root / "examples" / "ubon-2568"
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    CACHE.mkdir(parents=True, exist_ok=True)
    unittest.main(argv=[sys.argv[0], *sys.argv[5:]], verbosity=2)
