#!/usr/bin/python3
"""Every form of every example against its template, as openpyxl reads the workbooks.

    forms.py CHIWAT ROOT WORK

What must be there follows from templates/, the descriptions and their CSV files (form_description.py).
"""

from pathlib import Path
import re
import shutil
import subprocess
import sys
import unittest

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries

from form_description import Circular, arabic, load_templates

CHIWAT, ROOT, WORK = Path(), Path(), Path()

A4_SHORT, A4_LONG = 210 / 25.4 * 72, 297 / 25.4 * 72  # points
PIXEL = 0.75
TEXT_TYPES = ("text", "code", "telephone", "choice")
CHECKED_TYPES = {"mark": "custom", "date": "date", "amount": "custom", "count": "whole",
                 "telephone": "custom", "choice": "list", "percent": "decimal"}


def identity(book):
    """What the hidden sheet says, found by the defined names."""
    result = {}
    for name in book.defined_names.definedName:
        if name.name.startswith("chiwat."):
            sheet, _, cell = name.value.rpartition("!")
            result[name.name.removeprefix("chiwat.")] = (
                book[sheet.strip("'")][cell.replace("$", "")].value or "")
    return result


def is_tinted(cell):
    return cell.fill.fill_type == "solid"


class Place:
    """Where everything of a form stands, rows from 1: label, titles, headings, rows, total, checks,
    notes, an empty row, signatures."""

    def __init__(self, form):
        template = form.template
        self.titles = 2
        self.headings = self.titles + len(template.titles)
        self.first = self.headings + template.depth
        self.last = self.first + len(form.rows) - 1
        self.total = self.last + 1
        self.checks = self.total + ("total" in template.spec)
        self.notes = self.checks + len(template.spec.get("checks", []))
        self.signatures = self.notes + len(template.notes) + 1
        blocks = template.spec.get("signature", [])
        longest = max(map(len, blocks)) if blocks and isinstance(blocks[0], list) else len(blocks)
        self.end = self.signatures + longest - 1 if blocks else self.signatures - 2


def of_each_form(check):
    """A test of every form that must be there: the workbook wanted, the form wanted, the sheet
    found, and where everything should stand in it."""
    def test(self):
        number = 0
        for wanted in self.circular.books():
            file, book = self.files[str(wanted.attachment), wanted.round, wanted.district]
            visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            for form, sheet in zip(wanted.sheets, visible, strict=True):
                number += 1
                with self.subTest(file=str(file.relative_to(WORK)), form=form.template.name):
                    check(self, wanted, form, sheet, Place(form))
        self.assertGreater(number, 0)
    return test


class Forms(unittest.TestCase):
    """One example. Subclasses, made in main(), say which."""

    example = ""

    @classmethod
    def setUpClass(cls):
        folder = ROOT / "examples" / cls.example
        cls.circular = Circular(folder, load_templates(ROOT / "templates"))
        out = WORK / cls.example
        subprocess.run([CHIWAT, "generate", folder, "--out", out, "--lang", "en"], check=True,
                       stdout=subprocess.DEVNULL)
        cls.files = {}
        for file in sorted(out.rglob("*.xlsx")):
            book = load_workbook(file)
            facts = identity(book)
            if "form_1" in facts:
                cls.files[facts["attachment"], facts["round"], facts["district"]] = file, book

    def assert_says(self, text, sheet, row, column, wanted):
        found = arabic(sheet.cell(row, column).value or "")
        self.assertRegex(found, f"^{arabic(self.circular.pattern(text, wanted))}$",
                         f"{sheet.title}!{sheet.cell(row, column).coordinate}")

    def test_every_workbook_is_there_and_no_other(self):
        wanted = {(str(book.attachment), book.round, book.district)
                  for book in self.circular.books()}
        self.assertEqual(set(self.files), wanted)
        for (_, _, district), (file, _) in self.files.items():
            if district:
                number = self.circular.districts.index(district) + 1
                self.assertEqual(file.name, f"{number:02}-{district}.xlsx")

    @of_each_form
    def test_titles_headings_and_notes_are_the_template_s(self, wanted, form, sheet, place):
        template = form.template
        self.assert_says(template.spec["label"], sheet, 1, 1, wanted)
        self.assertEqual(sheet["A1"].alignment.horizontal, "right")
        for row, text in enumerate(template.titles, start=place.titles):
            self.assert_says(text, sheet, row, 1, wanted)
        for number, column in enumerate(template.columns, start=1):
            above = None
            for level, text in enumerate(column.headings):
                cell = self.heading(sheet, place.headings + level, number)
                self.assertNotEqual(cell.coordinate, above)
                above = cell.coordinate
                self.assert_says(text, sheet, cell.row, cell.column, wanted)
            self.assertEqual(self.heading(sheet, place.first - 1, number).coordinate, above,
                             "the last heading reaches down to the rows")
        for row, text in enumerate(template.notes, start=place.notes):
            self.assert_says(text, sheet, row, 1, wanted)

    @staticmethod
    def heading(sheet, row, column):
        """The cell whose text stands at a place of the heading."""
        for merged in sheet.merged_cells.ranges:
            left, top, right, bottom = range_boundaries(str(merged))
            if top <= row <= bottom and left <= column <= right:
                return sheet.cell(top, left)
        return sheet.cell(row, column)

    @of_each_form
    def test_signatures_stand_below_and_may_be_filled_in(self, wanted, form, sheet, place):
        blocks = form.template.spec.get("signature", [])
        for block in blocks if blocks and isinstance(blocks[0], list) else [blocks]:
            for row, text in enumerate(block, start=place.signatures):
                pattern = re.compile(arabic(self.circular.pattern(text, wanted)))
                cells = [cell for cell in sheet[row] if pattern.fullmatch(arabic(cell.value or ""))]
                self.assertEqual(len(cells), 1, f"row {row}: {text}")
                self.assertFalse(cells[0].protection.locked)
        self.assertEqual(sheet.max_row, place.end)

    @of_each_form
    def test_known_values_are_filled_in_as_they_are(self, _wanted, form, sheet, place):
        for row, known in enumerate(form.rows, start=place.first):
            for number, column in enumerate(form.template.columns, start=1):
                cell = sheet.cell(row, number)
                if column.source:
                    value = known.get(column.source)
                    found = arabic(cell.value) if column.source == "month" else cell.value
                    self.assertEqual(found, value, cell.coordinate)
                if column.type in TEXT_TYPES and column.in_rows:
                    self.assertEqual(cell.number_format, "@", cell.coordinate)
                    self.assertIn(type(cell.value), (str, type(None)), cell.coordinate)

    @of_each_form
    def test_cells_to_fill_in_are_open_and_tinted_and_no_others(self, _wanted, form, sheet, place):
        known = len(form.rows) - form.spare
        for cells in sheet.iter_rows(max_row=place.signatures - 1,
                                     max_col=len(form.template.columns)):
            for cell in cells:
                in_rows = place.first <= cell.row <= place.last
                column = form.template.columns[cell.column - 1]
                is_open = in_rows and column.is_open(cell.row - place.first >= known)
                # A target that differs by round is not known without a month.
                if column.asks(in_rows, cell.row == place.last + 1) and cell.value is None:
                    is_open = True
                self.assertEqual((not cell.protection.locked, is_tinted(cell)),
                                 (is_open, is_open), cell.coordinate)

    @of_each_form
    def test_protection_has_no_password_and_allows_more_rows(self, _wanted, _form, sheet, _place):
        protection = sheet.protection
        self.assertTrue(protection.sheet)
        self.assertIsNone(protection.password)
        self.assertFalse(protection.insertRows)  # what is False is allowed
        self.assertTrue(protection.formatCells)
        self.assertTrue(protection.insertColumns and protection.deleteColumns)

    @of_each_form
    def test_what_is_typed_is_checked_in_every_row(self, wanted, form, sheet, place):
        rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
        for number, column in enumerate(form.template.columns, start=1):
            letter = get_column_letter(number)
            rule = rules.pop(f"{letter}{place.first}:{letter}{place.last}", None)
            can_be_open = column.is_open(True) if form.spare else column.is_open(False)
            if column.asks(True, False) and sheet.cell(place.first, number).value is None:
                can_be_open = True
            subdistricts = column.spec.get("choices") == "subdistricts"
            if not can_be_open or subdistricts and not self.circular.subdistricts(wanted.district):
                self.assertIsNone(rule, letter)
            elif column.type in CHECKED_TYPES:
                self.assertIsNotNone(rule, f"{letter}: {column.name}")
                self.assertEqual(rule.type, CHECKED_TYPES[column.type], letter)
                self.assertTrue(rule.showInputMessage and rule.showErrorMessage)
                self.assertTrue(rule.prompt and rule.error, letter)
                if rule.type == "list":
                    self.assertEqual(self.list_of(sheet.parent, rule),
                                     self.choices(column, wanted), letter)
            elif rule is not None:  # of a text: a prompt and nothing that holds it up
                self.assertEqual(rule.formula1, "TRUE", letter)
                self.assertIn("prompt", column.spec)
        self.assertEqual(list(rules), [])

    def list_of(self, book, rule):
        """The cells that a drop-down offers. A blank one among them would allow anything."""
        sheet, _, cells = self.target(book, rule.formula1).rpartition("!")
        self.assertEqual(book[sheet].sheet_state, "hidden")
        return [cell.value for (cell,) in book[sheet][cells]]

    def choices(self, column, wanted):
        if column.spec["choices"] != "subdistricts":
            return self.circular.choices(column.spec["choices"])
        return sorted(self.circular.subdistricts(wanted.district))

    @staticmethod
    def target(book, name):
        found = next(each for each in book.defined_names.definedName if each.name == name)
        return found.value.replace("'", "").replace("$", "")

    @of_each_form
    def test_totals_are_live_over_all_rows(self, _wanted, form, sheet, place):
        if "total" not in form.template.spec:
            return
        self.assertEqual(sheet.cell(place.total, 1).value, form.template.spec["total"])
        for number, column in enumerate(form.template.columns, start=1):
            letter, cell = get_column_letter(number), sheet.cell(place.total, number)
            if column.spec.get("total") == "sum":
                function = "COUNTA" if column.type == "mark" else "SUM"  # a mark may be typed as ๑
                ranges = [f"{each}{place.first}:{each}{place.last}"
                          for each in self.added_up(form.template, column, letter)]
                self.assertEqual(cell.value, f"={function}({','.join(ranges)})")
            elif isinstance(column.spec.get("total"), dict) and "formula" in column.spec["total"]:
                self.assertEqual(cell.data_type, "f", cell.coordinate)
            for row in range(place.first, place.last + 1):
                is_live = any(key in column.spec for key in ("formula", "gathers", "counts"))
                self.assertEqual(sheet.cell(row, number).data_type == "f", is_live,
                                 sheet.cell(row, number).coordinate)

    @staticmethod
    def added_up(template, column, letter):
        """The columns that a total is over: of a sum of columns to fill in those, since a row that is
        inserted has no formula."""
        names = [name.strip() for name in column.spec.get("formula", "").split("+")]
        columns = {each.name: number for number, each in enumerate(template.columns, start=1)
                   if each.is_open(False) and each.type != "mark"}
        if all(name in columns for name in names):
            return [get_column_letter(columns[name]) for name in names]
        return [letter]

    @of_each_form
    def test_checks_say_what_they_find(self, wanted, form, sheet, place):
        for row, check in enumerate(form.template.spec.get("checks", []), start=place.checks):
            self.assert_says(check["text"], sheet, row, 1, wanted)
            formulas = [cell for cell in sheet[row] if cell.data_type == "f"]
            self.assertEqual(len(formulas), 1)
            self.assertIn("ตรงกัน", formulas[0].value)
            self.assertIn("ต่างกัน", formulas[0].value)
            coloured = {str(each.sqref) for each in sheet.conditional_formatting}
            last = get_column_letter(len(form.template.columns))
            self.assertIn(f"A{row}:{last}{row}", coloured)

    @of_each_form
    def test_names_say_where_everything_stands(self, _wanted, form, sheet, place):
        last = get_column_letter(len(form.template.columns))
        areas = {"rows": f"A{place.first}:{last}{place.last}",
                 "headings": f"A{place.headings}:{last}{place.first - 1}"}
        if "total" in form.template.spec:
            areas["total"] = f"A{place.total}:{last}{place.total}"
        for number, column in enumerate(form.template.columns, start=1):
            letter = get_column_letter(number)
            if column.in_rows:
                areas[f"column.{column.name}"] = f"{letter}{place.first}:{letter}{place.last}"
        names = {name.name: name.value.replace("'", "").replace("$", "")
                 for name in sheet.parent.defined_names.definedName
                 if name.name.startswith(f"{form.identifier}.")}
        self.assertEqual(names, {f"{form.identifier}.{name}": f"{sheet.title}!{area}"
                                 for name, area in areas.items()})

    @of_each_form
    def test_a_hidden_sheet_says_what_the_form_is(self, wanted, form, sheet, _place):
        book, spec = sheet.parent, self.circular.spec
        self.assertEqual(book["chiwat"].sheet_state, "hidden")
        self.assertTrue(book["chiwat"].protection.sheet)
        facts = {"format": "1", "province": spec["province"],
                 "fiscal_year": str(spec["fiscal_year"]),
                 "letter": str(spec["letter"].get("number", "")),
                 "attachment": str(wanted.attachment), "district": wanted.district,
                 "round": wanted.round, "month": ""}
        for number, each in enumerate(wanted.sheets, start=1):
            facts[f"form_{number}"] = each.template.name
            facts[f"version_{number}"] = str(each.template.spec["version"])
        self.assertEqual(identity(book), facts)

    @of_each_form
    def test_they_print_on_a4_with_their_headings_one_page_wide(self, _wanted, form, sheet, place):
        setup, last = sheet.page_setup, get_column_letter(len(form.template.columns))
        self.assertEqual(setup.paperSize, 9)
        self.assertEqual(sheet.print_title_rows, f"${place.headings}:${place.first - 1}")
        self.assertEqual(sheet.print_area, [f"$A$1:${last}${place.end}"])
        wanted = form.template.spec["page"].get("orientation", "auto")
        if wanted != "auto":
            self.assertEqual(setup.orientation, wanted)
        fit = sheet.sheet_properties.pageSetUpPr
        self.assertFalse(fit and fit.fitToPage, "Excel would ignore the page breaks")
        paper = A4_LONG if setup.orientation == "landscape" else A4_SHORT
        room = paper - 72 * (sheet.page_margins.left + sheet.page_margins.right)
        width = sum(self.points(sheet, number)
                    for number in range(1, len(form.template.columns) + 1))
        self.assertLessEqual(width * setup.scale / 100, room)

    @staticmethod
    def points(sheet, number):
        for dimension in sheet.column_dimensions.values():
            if dimension.min <= number <= dimension.max:
                return int((256 * dimension.width + 18) / 256 * 7) * PIXEL
        raise AssertionError(f"column {number} has no width")


def add_examples():
    for folder in sorted((ROOT / "examples").iterdir()):
        if (folder / "circular.yaml").exists():
            name = "".join(part.title() for part in folder.name.split("-"))
            globals()[name] = type(name, (Forms,), {"example": folder.name})


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    CHIWAT, ROOT, WORK = (Path(word).resolve() for word in sys.argv[1:4])
    shutil.rmtree(WORK, ignore_errors=True)
    add_examples()
    del Forms  # only its examples are tests
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]], verbosity=1)
