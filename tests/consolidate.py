"""What districts return, added up: every total against the sum of what was typed in, to the satang.

    consolidate.py CHIWAT_BINARY ROOT WORK_DIR CACHE [--full]

The forms of every district are filled in and collected; then the totals that chiwat wrote, and those
that LibreOffice makes of the formulas, are held against sums of the amounts themselves. ubon-2564 at
full size (5,951 products), and a year of รต.1 of ubon-2568: of its registry, or with --full of one
as large. WORK_DIR is emptied and used; CACHE is that of outside/.
"""

from collections import defaultdict
import csv
from decimal import Decimal
from pathlib import Path
import re
import shutil
import subprocess
import sys
import time
import unittest
import zipfile

import openpyxl
from openpyxl.utils import column_index_from_string

sys.path.insert(0, str(Path(__file__).parent / "outside"))
import office  # noqa: E402

CHIWAT = ROOT = WORK = CACHE = Path()
IS_FULL = False

MONTHS = ["2567-10", "2567-11", "2567-12"] + [f"2568-{month:02}" for month in range(1, 10)]
CHANNELS = ("domestic_offline", "domestic_online", "export_offline", "export_online")
EMPTY_CELL = re.compile(rb'<c r="([A-Z]+)([0-9]+)"( s="[0-9]+")?/>')


def run(*words):
    begun = time.monotonic()
    done = subprocess.run([CHIWAT, *words, "--lang", "en"], capture_output=True, text=True)
    assert done.returncode == 0, f"{words}: {done.stderr}{done.stdout}"
    return time.monotonic() - begun


def example(name):
    """A copy of an example with a registry as large as the real one."""
    folder = WORK / name
    shutil.copytree(ROOT / "examples" / name, folder)
    if name == "ubon-2564" or IS_FULL:
        subprocess.run([sys.executable, ROOT / "tests/bench/make_registry.py",
                        ROOT / "examples" / "ubon-2564", folder / "registry.csv"], check=True)
    return folder


def columns_of(book, form):
    """The letters of the columns of a form, its first and last row, and its sheet."""
    columns = {}
    for defined in book.defined_names.definedName:
        if not defined.name.startswith(f"{form}.column."):
            continue
        sheet, area = next(iter(defined.destinations))
        first, last = area.replace("$", "").split(":")
        columns[defined.name.removeprefix(f"{form}.column.")] = re.sub("[0-9]", "", first)
        rows = int(re.sub("[A-Z]", "", first)), int(re.sub("[A-Z]", "", last))
    return columns, rows, sheet


def fill_in(source, target, numbers):
    """A copy in which the empty cells of the first sheet hold these numbers, as a person would leave them."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for part in old.namelist():
            data = old.read(part)
            if part == "xl/worksheets/sheet1.xml":
                def with_number(cell):
                    value = numbers.get((cell[1].decode(), int(cell[2])))
                    if value is None:
                        return cell[0]
                    return b'<c r="%s%s"%s><v>%s</v></c>' % (cell[1], cell[2], cell[3] or b"", str(value).encode())
                data = EMPTY_CELL.sub(with_number, data)
            new.writestr(part, data)


def amount(*what):
    """Some amount with satang, the same in every run; nothing in a third of the cells."""
    number = hash_of(*what)
    return None if number % 3 == 0 else Decimal(number % 100_000_000) / 100


def hash_of(*what):
    result = 0
    for each in what:
        result = (result * 1_000_003 + each + 12_345) % 2_147_483_647
    return result * 48_271 % 2_147_483_647


class Sheet:
    """A sheet of a result: its rows as lists, found by what stands in them."""

    def __init__(self, book, name):
        self.rows = [list(row) for row in book[name].iter_rows(values_only=True)]

    def total(self):
        return next(row for row in self.rows if row[0] in ("รวม", "รวมทั้งสิ้น"))

    def starting(self, column, text):
        return next(row for row in self.rows if row[column] == text)

    def checks(self):
        return [cell for row in self.rows for cell in row
                if isinstance(cell, str) and (cell == "ตรงกัน" or cell.startswith("ต่างกัน"))]


def satang(value):
    return Decimal(repr(value or 0)).quantize(Decimal("0.01"))


def opened(path):
    return openpyxl.load_workbook(path, data_only=True)


def recalculated(path):
    folder = WORK / "recalculated"
    office.convert([path], office.XLSX, folder, CACHE)
    return opened(folder / path.name)


class Report(unittest.TestCase):
    """The report of round 1 of ubon-2564: marks and amounts of 5,951 products."""

    @classmethod
    def setUpClass(cls):
        folder = example("ubon-2564")
        run("generate", folder, "--only", "4", "--out", WORK / "reports")
        cls.sales, cls.marks = {}, {}
        for i, path in enumerate(sorted((WORK / "reports").glob("*รอบที่ 1/*.xlsx"))):
            columns, (first, last), _ = columns_of(opened(path), "online_report")
            numbers = {}
            spare = 6
            for row in range(first, last + 1 - spare):
                value = amount(i, row)
                if value is not None:
                    numbers[columns["sales"], row] = value
                if hash_of(i, row, 7) % 4 == 0:
                    numbers[columns["sells_online"], row] = 1
            district = path.stem[3:]
            cls.sales[district] = sum((v for (c, _), v in numbers.items() if c == columns["sales"]), Decimal(0))
            cls.marks[district] = sum(1 for c, _ in numbers if c == columns["sells_online"])
            fill_in(path, WORK / "returned-reports" / f"ส่งคืน {i}.xlsx", numbers)
        cls.seconds = run("collect", folder, WORK / "returned-reports", "--out", WORK / "result-reports")
        cls.path = WORK / "result-reports" / "04-แบบรายงานผล-รวม-รอบที่ 1.xlsx"

    def test_there_is_a_row_for_every_product(self):
        with open(self.path.with_suffix(".csv"), encoding="utf-8-sig", newline="") as file:
            table = list(csv.reader(file))
        self.assertEqual(len(table) - 1, 5951)
        column = next(i for i, name in enumerate(table[0]) if name.startswith("ยอดจำหน่ายออนไลน์"))
        self.assertEqual(sum(Decimal(row[column] or 0) for row in table[1:]), sum(self.sales.values()))

    def test_totals_are_those_of_the_districts(self):
        for book in (opened(self.path), recalculated(self.path)):
            whole = Sheet(book, "รายงานผล")
            self.assertEqual(satang(whole.total()[-1]), sum(self.sales.values()))
            summary = Sheet(book, "สรุปรายอำเภอ")
            for district, expected in self.sales.items():
                self.assertEqual(satang(summary.starting(1, district)[-1]), expected, district)
                self.assertIn(self.marks[district], summary.starting(1, district))
            self.assertEqual(satang(summary.total()[-1]), sum(self.sales.values()))
            self.assertEqual(set(summary.checks()), {"ตรงกัน"})


class Year(unittest.TestCase):
    """A year of รต.1: every month, and since October."""

    @classmethod
    def setUpClass(cls):
        folder = example("ubon-2568")
        cls.typed = defaultdict(Decimal)  # by month, district, category and channel
        for m, month in enumerate(MONTHS):
            run("generate", folder, "--only", "5", "--month", month, "--out", WORK / "forms")
            for i, path in enumerate(sorted((WORK / "forms").glob(f"*/{month}/*.xlsx"))):
                cls.fill_in_month(m, month, i, path)
        cls.seconds = run("collect", folder, WORK / "returned-year", "--out", WORK / "result-year")

    @classmethod
    def fill_in_month(cls, m, month, i, path):
        book = opened(path)
        columns, (first, last), sheet = columns_of(book, "sales_products")
        numbers = {}
        for row in range(first, last + 1):
            category = book[sheet].cell(row, column_index_from_string(columns["category"])).value
            for k, channel in enumerate(CHANNELS):
                value = amount(m, i, row, k) if category else None
                if value is not None:
                    numbers[columns[channel], row] = value
                    cls.typed[month, path.stem[3:], category, channel] += value
        fill_in(path, WORK / "returned-year" / month / f"{i}.xlsx", numbers)

    def sum_of(self, months, district=None, category=None, channel=None):
        return sum((value for (m, d, c, ch), value in self.typed.items()
                    if m in months and district in (None, d) and category in (None, c)
                    and channel in (None, ch)), Decimal(0))

    def check(self, book, months, since):
        """A workbook with the sums of `months`; its column since October is of `since`."""
        for name, columns in (("รต.๑", slice(-6, -2)), ("รต.๒", slice(-8, -4))):
            total = Sheet(book, name).total()
            self.assertEqual([satang(cell) for cell in total[columns]],
                             [self.sum_of(months, channel=channel) for channel in CHANNELS], name)
        self.assertEqual(satang(Sheet(book, "รต.๒").total()[-3]), self.sum_of(since))
        by_category = Sheet(book, "รต.๓")
        for category in {key[2] for key in self.typed}:
            row = by_category.starting(1, category)
            self.assertEqual([satang(cell) for cell in row[2:7]],
                             [self.sum_of(months, category=category, channel=channel)
                              for channel in (*CHANNELS, None)], category)
        self.check_districts(Sheet(book, "รต.๔"), months, since)
        for name in ("รต.๒", "รต.๓", "รต.๔"):
            self.assertEqual(set(Sheet(book, name).checks()), {"ตรงกัน"}, name)

    def check_districts(self, by_district, months, since):
        categories = [row[1] for row in self.categories]
        for district in {key[1] for key in self.typed}:
            row = by_district.starting(1, district)
            expected = [self.sum_of(months, district, category=category) for category in categories]
            expected += [self.sum_of(months, district, channel=channel) for channel in (*CHANNELS, None)]
            expected.append(self.sum_of(since, district))
            self.assertEqual([satang(cell) for cell in row[2:13]], expected, district)

    @property
    def categories(self):
        rows = Sheet(self.book(MONTHS[0]), "รต.๓").rows
        first = next(i for i, row in enumerate(rows) if row[0] == 1)
        return rows[first:first + 5]

    def path(self, month, what="รวม"):
        return WORK / "result-year" / f"05-แบบรายงานข้อมูลรายได้-{what}-{month}.xlsx"

    def book(self, month):
        return opened(self.path(month))

    def test_each_month_adds_up(self):
        for i, month in enumerate(MONTHS):
            with self.subTest(month):
                self.check(self.book(month), [month], MONTHS[:i + 1])

    def test_the_year_adds_up(self):
        self.check(opened(self.path(MONTHS[-1], "สะสม")), MONTHS, MONTHS)

    def test_formulas_give_the_same(self):
        self.check(recalculated(self.path(MONTHS[-1])), [MONTHS[-1]], MONTHS)
        self.check(recalculated(self.path(MONTHS[-1], "สะสม")), MONTHS, MONTHS)

    def test_each_district_has_its_own(self):
        for what, months in (("รวม", MONTHS[-1:]), ("สะสม", MONTHS)):
            folder = WORK / "result-year" / f"05-แบบรายงานข้อมูลรายได้-{what}" / MONTHS[-1]
            paths = sorted(folder.glob("*.xlsx"))
            self.assertEqual(len(paths), 25)
            for path in paths:
                total = Sheet(opened(path), "รต.๒").total()
                self.assertEqual(satang(total[-4]), self.sum_of(months, path.stem[3:]), path.name)
                self.assertEqual(satang(total[-3]), self.sum_of(MONTHS, path.stem[3:]), path.name)


def tearDownModule():
    for case in (Report, Year):
        if hasattr(case, "seconds"):
            print(f"{case.__name__}: collected in {case.seconds:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != "--full"]
    IS_FULL = "--full" in sys.argv
    CHIWAT, ROOT, WORK, CACHE = (Path(word).resolve() for word in words[:4])
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    CACHE.mkdir(parents=True, exist_ok=True)
    unittest.main(argv=[sys.argv[0], *words[4:]])
