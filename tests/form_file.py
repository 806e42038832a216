"""A form with every rule that a sheet may have, as other people's programs read it.

    form_file.py FORM_FILE WORK CACHE

FORM_FILE is the program of form_file.cpp; WORK is emptied and used; CACHE is that of outside/.
openpyxl must find every rule in the file as written and in the one that LibreOffice saves, and
Microsoft's validator nothing to object to.
"""

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


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    PROGRAM, WORK, CACHE = (Path(word).resolve() for word in sys.argv[1:4])
    shutil.rmtree(WORK, ignore_errors=True)
    CACHE.mkdir(parents=True, exist_ok=True)
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]], verbosity=2)
