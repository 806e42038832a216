#!/usr/bin/python3
"""Forms filled in and saved by other people's programs: what is known stays known, sums are right.

    forms_filled.py CHIWAT ROOT WORK CACHE

openpyxl types the answers; LibreOffice calculates and saves. CACHE is that of outside/. A form must
then still say what it is, every defined name must point at the same cells, and locks and rules must
be where they were. Sums are held against integers of satang added up here.
"""

from datetime import date
from pathlib import Path
import itertools
import re
import shutil
import subprocess
import sys
import unittest

from openpyxl import Workbook, load_workbook

sys.path.insert(0, str(Path(__file__).parent / "outside"))
import office  # noqa: E402

CHIWAT, ROOT, WORK, CACHE = Path(), Path(), Path(), Path()

CHANNELS = ("domestic_offline", "domestic_online", "export_offline", "export_online")
CATEGORIES = ("food", "drink", "clothing", "household", "herb")


def generated(example):
    out = WORK / example
    if not out.exists():
        subprocess.run([CHIWAT, "generate", ROOT / "examples" / example, "--out", out], check=True,
                       stdout=subprocess.DEVNULL)
    return out


def one_file(example, pattern):
    """A name in the order of the examples' files: the first that fits."""
    return sorted(generated(example).glob(pattern))[0]


def defined_names(book):
    return {name.name: name.value.replace("'", "").replace("$", "")
            for name in book.defined_names.definedName if not name.localSheetId}


def cells(book, name):
    """The cells of a defined name, in reading order."""
    sheet, _, area = defined_names(book)[name].rpartition("!")
    found = book[sheet][area]
    if not isinstance(found, tuple):
        return [found]
    return [cell for row in found for cell in row]


def sheet_of(book, form):
    return cells(book, f"{form}.rows")[0].parent


def recalculated(file, folder):
    """The same after LibreOffice opened, calculated and saved it."""
    office.convert([file], office.XLSX, folder, CACHE)
    return folder / file.name


def satang(value):
    """Exact: a number of a cell is the nearest to so many satang, or the test is wrong."""
    found = round(value * 100)
    if abs(value * 100 - found) > 1e-4:
        raise AssertionError(f"{value} has more than two decimals")
    return found


ANSWERS = {"count": 7, "amount": 12_345_678.05, "mark": 1, "date": date(2021, 10, 19),
           "text": "  =ข้อความ, \"สองบรรทัด\"\nที่สอง <&>", "code": "0012", "telephone": "0800000009"}


def kind_of(cell, rules):
    for rule in rules:
        if cell.coordinate in rule.sqref:
            return {"whole": "count", "date": "date", "list": "list"}.get(
                rule.type, "amount" if "ROUND" in rule.formula1 else
                "telephone" if "LEN" in rule.formula1 else
                "mark" if rule.formula1.startswith("OR(") else "text")
    return "text"


def fill_in(book, sheet, rows):
    """Answers in every open cell of the rows (from 0), as their rules want them."""
    rules = sheet.data_validations.dataValidation
    form = next(name for name, value in defined_names(book).items()
                if name.endswith(".rows") and value.startswith(f"{sheet.title}!"))
    filled = {}
    first = cells(book, form)[0].row
    for row in rows:
        for cell in sheet[first + row]:
            if cell.protection.locked:
                continue
            kind = kind_of(cell, rules)
            if kind == "list":
                rule = next(rule for rule in rules if cell.coordinate in rule.sqref)
                cell.value = cells(book, rule.formula1)[-1].value
            else:
                cell.value = ANSWERS[kind]
                cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
            filled[cell.coordinate] = cell.value
    return filled


def likeness(file):
    """What must survive: facts, names, hidden sheets, locks, rules, colours."""
    book = load_workbook(file)
    names = defined_names(book)
    return {
        "names": {name: area for name, area in names.items() if not name.startswith("_")},
        "facts": {name: cells(book, name)[0].value or "" for name in names
                  if name.startswith("chiwat.")},
        "hidden": [sheet.title for sheet in book if sheet.sheet_state != "visible"],
        "protected": [sheet.title for sheet in book if sheet.protection.sheet],
        "rows may be inserted": [sheet.title for sheet in book if not sheet.protection.insertRows],
        "open": {(sheet.title, cell.coordinate) for sheet in book if sheet.protection.sheet
                 for row in sheet.iter_rows() for cell in row if not cell.protection.locked},
        "rules": {(sheet.title, str(rule.sqref), rule.type, rule.errorStyle or "stop", rule.prompt)
                  for sheet in book for rule in sheet.data_validations.dataValidation},
        "coloured": {(sheet.title, str(each.sqref)) for sheet in book
                     for each in sheet.conditional_formatting},
    }


class Kept(unittest.TestCase):
    """One form of each kind, filled in with openpyxl and saved by it, then by LibreOffice."""

    maxDiff = None
    FORMS = {"ubon-2564": ["03-*/02-*.xlsx", "04-*/02-*.xlsx"],
             "ubon-2568": ["04-*/02-*.xlsx", "05-*/02-*.xlsx", "05-*.xlsx"],
             "sakaeo-2564": ["03-*/02-*.xlsx"], "nongkhai-2565": ["03-*/02-*.xlsx"]}

    def test_every_form(self):
        files = [one_file(example, pattern) for example, patterns in self.FORMS.items()
                 for pattern in patterns]
        (WORK / "filled").mkdir()
        filled = []
        for number, file in enumerate(files):
            book = load_workbook(file)
            answers = {sheet.title: fill_in(book, sheet, (0, 3)) for sheet in book
                       if sheet.sheet_state == "visible"}
            self.assertTrue(all(answers.values()))
            copy = WORK / "filled" / f"{number}.xlsx"
            book.save(copy)
            filled.append((file, copy, answers))
        office.convert([copy for _, copy, _ in filled], office.XLSX, WORK / "saved", CACHE)
        for file, copy, answers in filled:
            before = likeness(file)
            with self.subTest(file=str(file.relative_to(WORK)), saved_by="openpyxl"):
                self.assert_alike(before, likeness(copy))
                self.assert_answers(copy, answers)
            with self.subTest(file=str(file.relative_to(WORK)), saved_by="LibreOffice"):
                self.assert_alike(before, likeness(WORK / "saved" / copy.name))
                self.assert_answers(WORK / "saved" / copy.name, answers)

    def assert_alike(self, before, after):
        for what, wanted in before.items():
            self.assertEqual(after[what], wanted, what)

    def assert_answers(self, file, answers):
        book = load_workbook(file)
        for sheet, filled in answers.items():
            for cell, value in filled.items():
                found = book[sheet][cell].value
                found = found.date() if isinstance(value, date) and found else found
                self.assertEqual(found, value, f"{sheet}!{cell}")


class District(unittest.TestCase):
    """รต.2 follows รต.1."""

    def setUp(self):
        self.file = one_file("ubon-2568", "05-*/02-*.xlsx")
        self.book = load_workbook(self.file)
        self.codes = [cell.value for cell in cells(self.book, "sales_products.column.operator_code")]

    def fill(self, amounts):
        """`amounts`: (row of รต.1, channel) to satang."""
        for (row, channel), amount in amounts.items():
            cells(self.book, f"sales_products.column.{channel}")[row].value = amount / 100

    def saved(self, name):
        """As LibreOffice calculates it."""
        folder = WORK / "district"
        folder.mkdir(exist_ok=True)
        self.book.save(folder / f"{name}.xlsx")
        return load_workbook(recalculated(folder / f"{name}.xlsx", folder / "saved"), data_only=True)

    def checks(self, book):
        return [cell.value for row in sheet_of(book, "sales_operators").iter_rows() for cell in row
                if isinstance(cell.value, str) and re.match("ตรงกัน|ต่างกัน", cell.value)]

    def test_amounts_of_an_operator_come_together(self):
        products = [row for row, code in enumerate(self.codes) if code]
        amounts = {(row, channel): 100_000_000_00 // (row + 3) + 7 * number
                   for row in products for number, channel in enumerate(CHANNELS)
                   if (row + number) % 3}
        self.fill(amounts)
        book = self.saved("agrees")
        operators = [cell.value for cell in cells(book, "sales_operators.column.operator_code")]
        self.assertEqual([code for code in operators if code],
                         list(dict.fromkeys(code for code in self.codes if code)))
        for channel in CHANNELS:
            found = cells(book, f"sales_operators.column.{channel}")
            for code, cell in zip(operators, found):
                wanted = sum(amount for (row, of), amount in amounts.items()
                             if of == channel and code and self.codes[row] == code)
                self.assertEqual(satang(cell.value), wanted, f"{code} {channel}")
        for form in ("sales_products", "sales_operators"):
            row = cells(book, f"{form}.total")
            column = cells(book, f"{form}.column.total")[0].column
            self.assertEqual(satang(row[column - 1].value), sum(amounts.values()), form)
        self.assertEqual(self.checks(book), ["ตรงกัน", "ตรงกัน"])

    def test_a_product_counts_once_its_name_stands_there(self):
        book = self.saved("counts")
        operators = cells(book, "sales_operators.column.operator_code")
        counts = cells(book, "sales_operators.column.products")
        for code, count in zip(operators, counts):
            self.assertEqual(count.value, self.codes.count(code.value) if code.value else 0)

    def test_a_row_inserted_counts(self):
        """Everything points at one row more, and what stands in the new row is in every sum."""
        free = self.codes.index(None)
        self.fill({(0, "domestic_online"): 150})
        folder = WORK / "district"
        folder.mkdir(exist_ok=True)
        self.saved("one_row_less")
        first = cells(self.book, "sales_products.rows")[0].row
        office.insert_row(folder / "saved" / "one_row_less.xlsx", folder / "one_row_more.xlsx",
                          first + free, CACHE)
        before, self.book = defined_names(self.book), load_workbook(folder / "one_row_more.xlsx")
        after = defined_names(self.book)
        self.assertEqual(set(after), set(before))
        for name, area in after.items():
            last = re.sub(r"\d+$", lambda row: str(int(row[0]) + 1), before[name])
            grows = name == "sales_products.rows" or name.startswith("sales_products.column.")
            if name == "sales_products.total":
                sheet, _, cells_ = before[name].rpartition("!")
                last = f"{sheet}!" + re.sub(r"\d+", lambda row: str(int(row[0]) + 1), cells_)
                grows = True
            self.assertEqual(area, last if grows else before[name], name)
        new = free + 1
        for name, value in (("operator_code", self.codes[0]), ("operator_name", "ก"), ("product", "ข")):
            cell = cells(self.book, f"sales_products.column.{name}")[new]
            self.assertFalse(cell.protection.locked, name)
            cell.value = value
        self.fill({(new, "export_online"): 101})
        book = self.saved("one_row_more_filled")
        for form in ("sales_products", "sales_operators"):
            column = cells(book, f"{form}.column.total")[0].column
            self.assertEqual(satang(cells(book, f"{form}.total")[column - 1].value), 251, form)
        self.assertEqual(self.checks(book), ["ตรงกัน", "ตรงกัน"])

    def test_an_operator_missing_on_the_second_sheet_is_noticed(self):
        spare = self.codes.index(None)
        for name, value in (("operator_code", "0012"), ("operator_name", "ใหม่"), ("product", "ใหม่")):
            cells(self.book, f"sales_products.column.{name}")[spare].value = value
        self.fill({(spare, "domestic_offline"): 1234567})
        self.assertEqual(self.checks(self.saved("missing")),
                         ["ต่างกัน -12,345.67", "ต่างกัน -12,345.67"])
        # Code 12 is another operator than 0012.
        operators = cells(self.book, "sales_operators.column.operator_code")
        free = next(cell for cell in operators if cell.value is None)
        free.value = "12"
        self.assertEqual(self.checks(self.saved("other_code")),
                         ["ต่างกัน -12,345.67", "ต่างกัน -12,345.67"])
        free.value = "0012"
        self.assertEqual(self.checks(self.saved("added")), ["ตรงกัน", "ตรงกัน"])


class Province(unittest.TestCase):
    """รต.4 agrees with itself and with รต.3, or says by how much it does not."""

    def setUp(self):
        self.book = load_workbook(one_file("ubon-2568", "05-*.xlsx"))
        self.districts = len(cells(self.book, "sales_by_district.column.district"))
        self.sales = {place: 98_765_432_10 // (number + 1) + 3 * number for number, place in enumerate(
            itertools.product(range(self.districts), CATEGORIES, CHANNELS))}
        for channel in CHANNELS:
            for row, category in enumerate(CATEGORIES):
                self.put(f"sales_by_category.column.{channel}", row,
                         self.sum(category=category, channel=channel))
            for row in range(self.districts):
                self.put(f"sales_by_district.column.{channel}", row,
                         self.sum(district=row, channel=channel))
        for category in CATEGORIES:
            for row in range(self.districts):
                self.put(f"sales_by_district.column.{category}", row,
                         self.sum(district=row, category=category))

    def put(self, name, row, amount):
        cells(self.book, name)[row].value = amount / 100

    def sum(self, district=None, category=None, channel=None):
        return sum(amount for (d, c, h), amount in self.sales.items()
                   if district in (None, d) and category in (None, c) and channel in (None, h))

    def saved(self, name):
        folder = WORK / "province"
        folder.mkdir(exist_ok=True)
        self.book.save(folder / f"{name}.xlsx")
        return load_workbook(recalculated(folder / f"{name}.xlsx", folder / "saved"), data_only=True)

    def checks(self, book):
        """Text of a check to what its cell says."""
        result = {}
        total = cells(book, "sales_by_district.total")[0].row
        for row in sheet_of(book, "sales_by_district").iter_rows(min_row=total + 1):
            said = [cell.value for cell in row if cell.value]
            if len(said) == 2 and re.match("ตรงกัน|ต่างกัน", said[1]):
                result[said[0]] = said[1]
        return result

    def test_equal_sums(self):
        book = self.saved("agrees")
        for form in ("sales_by_category", "sales_by_district"):
            column = cells(book, f"{form}.column.total")[0].column
            self.assertEqual(satang(cells(book, f"{form}.total")[column - 1].value), self.sum())
        for row, cell in enumerate(cells(book, "sales_by_category.column.total")):
            self.assertEqual(satang(cell.value), self.sum(category=CATEGORIES[row]))
        self.assertEqual(set(self.checks(book).values()), {"ตรงกัน"})
        self.assertEqual(len(self.checks(book)), 10)

    def test_one_number_changed_is_told_with_the_difference(self):
        self.put("sales_by_district.column.food", 3, self.sum(district=3, category="food") + 1)
        book = self.saved("one_satang")
        wrong = {text: said for text, said in self.checks(book).items() if said != "ตรงกัน"}
        self.assertEqual(wrong, {"ยอดรวมตามประเภทผลิตภัณฑ์เท่ากับยอดรวมตามช่องทาง": "ต่างกัน 0.01",
                                 "ยอดอาหารตรงกับ รต.๓": "ต่างกัน 0.01"})
        self.put("sales_by_district.column.food", 3, 0)
        missing = self.sum(district=3, category="food")
        wrong = self.checks(self.saved("missing"))
        self.assertEqual(wrong["ยอดอาหารตรงกับ รต.๓"], f"ต่างกัน -{missing / 100:,.2f}")


class Typed(unittest.TestCase):
    """What the rules of cells let pass, as LibreOffice evaluates their formulas."""

    CASES = {
        "mark": ((1, "1", "๑"), (2, 0, 1.5, "x", -1)),
        "amount": ((0, 0.01, 1234.5, 1467249697.2, 0.29, 98765432.17), (-1, 1.005, 0.001, "พันบาท")),
        "telephone": (("0800000001", "0800000001, 045000001"), ("12345", "")),
    }

    def test_rules_of_formulas(self):
        book = load_workbook(one_file("ubon-2564", "03-*/02-*.xlsx"))
        sheet = book.worksheets[0]
        scratch, wanted = Workbook(), {}
        for rule in sheet.data_validations.dataValidation:
            first = str(rule.sqref).partition(":")[0]
            kind = kind_of(sheet[first], [rule])
            for value, passes in [(value, passes) for values, passes in zip(
                    self.CASES.get(kind, ((), ())), (True, False)) for value in values]:
                row = len(wanted) + 1
                scratch.active.cell(row, 1).value = value
                formula = re.sub(rf"\b{first}\b", f"A{row}", rule.formula1)
                scratch.active.cell(row, 2).value = f"={formula}"
                wanted[row] = kind, value, passes
        self.assertEqual({kind for kind, _, _ in wanted.values()}, set(self.CASES))
        scratch.save(WORK / "rules.xlsx")
        found = load_workbook(recalculated(WORK / "rules.xlsx", WORK / "rules"), data_only=True).active
        for row, (kind, value, passes) in wanted.items():
            self.assertEqual(found.cell(row, 2).value is True, passes, f"{kind}: {value!r}")


if __name__ == "__main__":
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    CHIWAT, ROOT, WORK, CACHE = (Path(word).resolve() for word in sys.argv[1:5])
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    CACHE.mkdir(parents=True, exist_ok=True)
    unittest.main(argv=[sys.argv[0], *sys.argv[5:]], verbosity=2)
