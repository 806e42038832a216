"""A form with every rule that a sheet may have, as other people's programs read it.

    form_file.py FORM_FILE WORK CACHE

FORM_FILE is the program of form_file.cpp; WORK is emptied and used; CACHE is that of outside/.
openpyxl must find every rule in the file as written and in the one that LibreOffice saves, and
Microsoft's validator nothing to object to. What openpyxl and LibreOffice make of a form must be read
back whole.
"""

from datetime import date, datetime, time
from pathlib import Path
import shutil
import subprocess
import sys
import unittest

import openpyxl

sys.path.insert(0, str(Path(__file__).parent / "outside"))
import office  # noqa: E402
import validate  # noqa: E402

PROGRAM = Path()
WORK = Path()
CACHE = Path()

ALLOWED = ("formatColumns", "formatRows", "insertRows", "sort")
FORBIDDEN = ("formatCells", "insertColumns", "deleteColumns", "deleteRows", "autoFilter")
RULES = {
    "A2:A31": ("list", "'รายการ ที่ซ่อนไว้'!$A$2:$A$6", None),
    "B2:B31": ("list", "อำเภอ", None),
    "C2:C31": ("custom", "LEN(C2)=10", None),
    "D2:D31": ("whole", "0", None),
    "E2:E31": ("decimal", "0.1", None),
    "F2:F31": ("date", "44105", "44469"),
}


def written(folder):
    subprocess.run([PROGRAM, "write", folder], check=True)
    return folder / "แบบสำรวจ.xlsx"


def compact(formula):
    """LibreOffice puts quotation marks around names that need none, and a dollar before sheets."""
    return (formula or "").replace("$'", "'").replace("'แบบสำรวจ'", "แบบสำรวจ").replace("$แบบ", "แบบ")


class Written(unittest.TestCase):
    """The file as chiwat writes it."""

    def setUp(self):
        self.file = written(WORK / "written")
        self.book = openpyxl.load_workbook(self.file)
        self.sheet = self.book["แบบสำรวจ"]

    def test_only_what_is_filled_in_is_unlocked(self):
        unlocked = {cell.coordinate for row in self.sheet.iter_rows() for cell in row
                    if not cell.protection.locked}
        self.assertEqual(unlocked, {f"{column}{row}" for column in "ABCDEF"
                                    for row in range(2, 32)})

    def test_protection_allows_what_it_says_and_has_no_password(self):
        protection = self.sheet.protection
        self.assertTrue(protection.sheet)
        self.assertIsNone(protection.password)
        self.assertEqual({flag: getattr(protection, flag) for flag in ALLOWED + FORBIDDEN},
                         {**dict.fromkeys(ALLOWED, False), **dict.fromkeys(FORBIDDEN, True)})

    def test_every_rule_stands_over_its_range(self):
        rules = {str(rule.sqref): (rule.type, compact(rule.formula1),
                                   rule.formula2 if rule.operator in (None, "between")
                                   and rule.type == "date" else None)
                 for rule in self.sheet.data_validations.dataValidation}
        self.assertEqual(rules, RULES)

    def test_boxes_say_what_is_wanted_and_what_is_wrong(self):
        rule = next(rule for rule in self.sheet.data_validations.dataValidation
                    if str(rule.sqref) == "A2:A31")
        self.assertEqual((rule.promptTitle, rule.prompt),
                         ("ประเภทผลิตภัณฑ์", "เลือกจากรายการ\nห้ามพิมพ์เอง"))
        self.assertEqual((rule.errorTitle, rule.error),
                         ("ไม่อยู่ในรายการ", "โปรดเลือกประเภทจากรายการ <1 & 2>"))
        self.assertTrue(rule.showInputMessage and rule.showErrorMessage)
        self.assertIn(rule.errorStyle, (None, "stop"))
        self.assertFalse(rule.showDropDown)  # which hides the arrow

    def test_a_warning_lets_pass(self):
        styles = {str(rule.sqref): rule.errorStyle
                  for rule in self.sheet.data_validations.dataValidation}
        self.assertEqual(styles["B2:B31"], "warning")

    def test_conditional_formats_have_formula_and_colour(self):
        formats = {str(found.sqref): found.rules for found in self.sheet.conditional_formatting}
        self.assertEqual(set(formats), {"A2:A31", "A2:F31"})
        (empty,), (large,) = formats["A2:A31"], formats["A2:F31"]
        self.assertEqual(empty.formula, ['AND($A2="",COUNTA($B2:$F2)>0)'])
        self.assertEqual(empty.dxf.fill.bgColor.rgb, "FFFFC7CE")
        self.assertEqual(large.formula, ["$D2>100"])
        self.assertTrue(large.dxf.font.b)
        self.assertLess(empty.priority, large.priority)

    def test_names_and_hidden_sheets_are_kept(self):
        names = {(name.name, name.localSheetId): compact(name.value)
                 for name in self.book.defined_names.definedName}
        self.assertEqual(names, {("อำเภอ", None): "'รายการ ที่ซ่อนไว้'!$B$2:$B$6",
                                 ("ช่องกรอก", 0): "แบบสำรวจ!$A$2:$F$31"})
        self.assertEqual(self.book["รายการ ที่ซ่อนไว้"].sheet_state, "hidden")


class SavedByLibreOffice(Written):
    """The same after LibreOffice has opened and saved it. (It gives every rule a second limit.)"""

    def setUp(self):
        folder = WORK / "saved"
        if not folder.exists():
            office.convert([written(WORK / "written")], office.XLSX, folder, CACHE)
        self.file = folder / "แบบสำรวจ.xlsx"
        self.book = openpyxl.load_workbook(self.file)
        self.sheet = self.book["แบบสำรวจ"]


class Microsoft(unittest.TestCase):
    def test_the_validator_has_nothing_to_object_to(self):
        report = validate.check([written(WORK / "written")], CACHE)
        self.assertEqual(report.findings, [])
        self.assertEqual(report.looked_at["workbooks"], 1)


def cells_read(file):
    """What chiwat reads: the lines of its dump from the first cell or merge on."""
    dump = subprocess.run([PROGRAM, "read", file], check=True, capture_output=True, text=True)
    return [line for line in dump.stdout.splitlines()
            if "!" in line or line.startswith("merges")]


def fill_in(file, filled):
    """A district's answers, typed by means of openpyxl."""
    book = openpyxl.load_workbook(file)
    sheet = book["แบบสำรวจ"]
    for cell, value in ANSWERS.items():
        sheet[cell] = value
    sheet["F2"].number_format = "[$-D07041E]d mmmm yyyy"
    sheet["F4"].number_format = "h:mm"
    book.save(filled)


ANSWERS = {"A2": "  ผ้าไหม <1>\nสองบรรทัด ", "A3": "=D2*7/100", "A4": "'0812345678", "A5": "๑๒",
           "B2": True, "C2": "0812345678", "D2": 1234.56, "D3": 1467249697.2, "D4": 1e21,
           "D5": -1234567890123, "E2": 1 / 3, "F2": date(2021, 2, 23), "F3": datetime(2021, 2, 23, 12),
           "F4": time(6)}


class Returned(unittest.TestCase):
    """Filled in and saved by other programs."""

    maxDiff = None
    FIRST = ["merges G1:I1",
             *(f'แบบสำรวจ!{column}1 text "หัวข้อ {number}"' for number, column
               in enumerate("ABCDEF", start=1))]
    LISTS = ["รายการ ที่ซ่อนไว้!A1 text \"ประเภท\"",
             *(f'รายการ ที่ซ่อนไว้!{column}{row} text "{word}ที่ {row - 1}"' for row in range(2, 7)
               for column, word in (("A", "ประเภท"), ("B", "อำเภอ")))]

    def answers(self, by_office):
        """The lines of the answers. LibreOffice calculates formulas, keeps 15 digits of a third,
        and makes a formula of TRUE."""
        return [
            r'แบบสำรวจ!A2 text "  ผ้าไหม <1>\nสองบรรทัด "',
            "แบบสำรวจ!B2 " + ("formula TRUE() = TRUE" if by_office else "TRUE"),
            'แบบสำรวจ!C2 text "0812345678"', "แบบสำรวจ!D2 number 1234.56",
            "แบบสำรวจ!E2 number 0.333333333333333" + ("" if by_office else "3"),
            "แบบสำรวจ!F2 date 2021-02-23",
            'แบบสำรวจ!G2 formula IF(D2>1,"ครบ","") = ' + ('"ครบ"' if by_office else "?"),
            "แบบสำรวจ!A3 formula D2*7/100 = " + ("86.4192" if by_office else "?"),
            "แบบสำรวจ!D3 number 1467249697.2", "แบบสำรวจ!F3 number 44250.5",
            'แบบสำรวจ!A4 text "\'0812345678"', "แบบสำรวจ!D4 number 1000000000000000000000",
            "แบบสำรวจ!F4 number 0.25", 'แบบสำรวจ!A5 text "๑๒"',
            "แบบสำรวจ!D5 number -1234567890123"]

    def setUp(self):
        self.filled = WORK / "filled" / "เขมราฐ.xlsx"
        self.filled.parent.mkdir(parents=True, exist_ok=True)
        fill_in(written(WORK / "written"), self.filled)

    def test_openpyxl(self):
        names = ["name 'แบบสำรวจ'!ช่องกรอก = แบบสำรวจ!$A$2:$F$31",
                 "name อำเภอ = 'รายการ ที่ซ่อนไว้'!$B$2:$B$6"]
        self.assertEqual(cells_read(self.filled),
                         names + self.FIRST + self.answers(False) + self.LISTS)

    def test_libreoffice(self):
        office.convert([self.filled], office.XLSX, WORK / "saved_filled", CACHE)
        lines = cells_read(WORK / "saved_filled" / "เขมราฐ.xlsx")
        self.assertEqual([line for line in lines if not line.startswith("name ")],
                         self.FIRST + self.answers(True) + self.LISTS)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    PROGRAM, WORK, CACHE = (Path(word).resolve() for word in sys.argv[1:4])
    shutil.rmtree(WORK, ignore_errors=True)
    CACHE.mkdir(parents=True, exist_ok=True)
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]], verbosity=2)
