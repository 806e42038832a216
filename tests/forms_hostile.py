#!/usr/bin/python3
"""A registry full of what breaks spreadsheets, through the whole program.

    forms_hostile.py CHIWAT ROOT WORK CACHE

Names that look like formulas, markup, numbers or dates, and districts that no file may be called:
each must stand in its cell as the text that it is, in workbooks in which neither Microsoft's validator
nor LibreOffice finds anything wrong. CACHE is that of outside/.
"""

from pathlib import Path
import csv
import re
import shutil
import subprocess
import sys
import unittest

from openpyxl import load_workbook
import yaml

sys.path.insert(0, str(Path(__file__).parent / "outside"))
import office  # noqa: E402
import recalculate  # noqa: E402
import validate  # noqa: E402

CHIWAT, ROOT, WORK, CACHE = Path(), Path(), Path(), Path()

DISTRICTS = ("เขา/วง:ใต้", "=1+1", "..", "'ก' <ข> & \"ค\"", "CON")
NAMES = ("=1+1", "=cmd|'/c calc'!A1", "+66 800 000 001", "-5%", "@SUM(A1)", '"คำพูด" \'เดี่ยว\'',
         "สองบรรทัด\nที่สอง", "จบ ]]> <b>&amp;</b>", "ร้าน 😀🧵 ยิ้ม", "ยาว" * 82, "{district}",
         "_x0041_", "1/2", "TRUE", "0001", "https://example.org/?a=1&b=2", "1e5", "๑๒๓", "#REF!")
CODES = ("0012", "12", "a1", "A1", "*", "?", "~", "0x1F", "1E5", "<>", "=A1", ">0", "9" * 19, "๐๐๑",
         "1.0", "-", "'1", "ก\"ข", "TRUE")
TELEPHONES = ("045000001", "0800000001", "045000001 ต่อ 12")
COLUMNS = ("อำเภอ", "รหัสผู้ประกอบการ", "ชื่อผู้ผลิต ผู้ประกอบการ OTOP", "ประเภทผู้ประกอบการ", "เลขที่",
           "หมู่ที่", "ตำบล", "เบอร์โทรศัพท์", "ชื่อผลิตภัณฑ์", "ประเภทผลิตภัณฑ์", "ยอดจำหน่ายออนไลน์",
           "จำหน่ายออนไลน์อยู่เดิม")


def registry_rows():
    """All names and codes in the first district, some in the others, two products of each."""
    for place, district in enumerate(DISTRICTS):
        for number, (name, code) in enumerate(zip(NAMES, CODES)):
            if place and number % len(DISTRICTS) != place:
                continue
            code = code if place == 0 else f"{code} {place}"
            for product in range(2):
                yield (district, code, name, "group", "1/2", "3", NAMES[-1 - number][:100],
                       TELEPHONES[number % len(TELEPHONES)],
                       NAMES[(number + product) % len(NAMES)] + (" ๒" if product else ""),
                       "food", "1.25" if product else "", "")


def write_circular(folder):
    """ubon-2564 with other districts and another registry, and with รต.1 and รต.2 as well."""
    folder.mkdir(parents=True)
    circular = yaml.safe_load((ROOT / "examples/ubon-2564/circular.yaml").read_text(encoding="utf-8"))
    circular["attachments"].append({
        "number": 5, "title": "ยอด", "file": "ยอด", "digits": "arabic",
        "forms": ["sales-products", {"layout": "sales-operators", "columns": {"target": "r1_score_5"}}]})
    circular["letter"]["date"] = "2564-02-23"
    for deadline in circular["deadlines"]:
        if "date" in deadline:
            deadline["date"] = "2564-03-31"
    (folder / "circular.yaml").write_text(yaml.safe_dump(circular, allow_unicode=True), encoding="utf-8")
    write_csv(folder / "baseline.csv", ("อำเภอ", "จำนวนผู้ประกอบการ", "จำนวนผลิตภัณฑ์"),
              ((district, 10, 345) for district in DISTRICTS))
    write_csv(folder / "registry.csv", COLUMNS, registry_rows())


def write_csv(file, headings, rows):
    with open(file, "w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text)
        writer.writerow(headings)
        writer.writerows(rows)


def code(text):
    """As the program reads a code: its digits are Arabic."""
    return text.replace("๐๐๑", "001")


def shown(text):
    """As the program reads a name: one line, single spaces."""
    return re.sub(r"\s+", " ", text)


class Hostile(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        write_circular(WORK / "in")
        done = subprocess.run([CHIWAT, "generate", WORK / "in", "--out", WORK / "out", "--lang", "en"],
                              capture_output=True, text=True, check=False)
        if done.returncode:
            raise AssertionError(done.stdout + done.stderr)
        cls.books = sorted((WORK / "out").rglob("*.xlsx"))

    def test_every_district_has_its_file_inside_the_folder(self):
        for folder in (path for path in (WORK / "out").iterdir() if path.is_dir()):
            found = sorted(folder.rglob("*"))
            self.assertEqual(len(found), len(DISTRICTS), found)
            for number, (file, district) in enumerate(zip(found, DISTRICTS), start=1):
                self.assertRegex(file.name, rf"^{number:02}-[^/\\:*?\"<>|]+\.xlsx$")
                self.assertEqual(file.parent, folder)
                facts = load_workbook(file)["chiwat"]
                self.assertIn(["district", district],
                              [[cell.value for cell in row] for row in facts.iter_rows(max_col=2)])

    def test_names_are_texts_as_they_were_given(self):
        wanted = [(code(number), shown(name), shown(product), telephone)
                  for district, number, name, _, _, _, _, telephone, product, *_ in registry_rows()
                  if district == DISTRICTS[0]]
        for folder, form in (("03-", "readiness_survey"), ("05-", "sales_products")):
            book = next(book for book in self.books if folder in book.parent.name)
            self.assertEqual(self.known(load_workbook(book), form, len(wanted)),
                             [row if form == "readiness_survey" else row[:3] for row in wanted])

    def known(self, book, form, count):
        names = {name.name: name.value for name in book.defined_names.definedName}
        columns = []
        for column in ("operator_code", "operator_name", "product", "telephone"):
            if target := names.get(f"{form}.column.{column}"):
                sheet, _, area = target.rpartition("!")
                cells = [cell for (cell,) in book[sheet.strip("'")][area.replace("$", "")]][:count]
                self.assertEqual({(cell.data_type, cell.number_format) for cell in cells}, {("s", "@")})
                columns.append([cell.value for cell in cells])
        return list(zip(*columns))

    def test_no_formula_comes_from_a_name(self):
        for book in self.books:
            for sheet in load_workbook(book):
                for row in sheet.iter_rows():
                    for cell in row:
                        if cell.data_type == "f":
                            self.assert_is_a_form_s(cell.value, f"{book.name}!{cell.coordinate}")

    def assert_is_a_form_s(self, formula, where):
        texts = set(re.findall(r'"[^"]*"', formula))
        self.assertLessEqual(texts, {'""', '"ตรงกัน"', '"ต่างกัน "', '"#,##0.00"'}, where)
        words = set(re.findall(r"[A-Z]+(?=\()", formula))
        self.assertLessEqual(words, {"ROUND", "SUM", "SUMPRODUCT", "EXACT", "IF", "TEXT"}, where)
        self.assertNotRegex(formula, r"[|\[\]!](?!\$?[A-Z]+\$?\d)", where)

    def test_codes_are_told_apart_as_they_are(self):
        """LibreOffice finds for every operator the two products that it has."""
        report = recalculate.check(self.books, CACHE)
        self.assertEqual(report.findings, [])
        book = next(book for book in self.books if "05-" in book.parent.name)
        folder = WORK / "calculated"
        office.convert([book], office.XLSX, folder, CACHE)
        calculated = load_workbook(folder / book.name, data_only=True)
        names = {name.name: name.value for name in calculated.defined_names.definedName}
        sheet, _, area = names["sales_operators.column.products"].replace("$", "").rpartition("!")
        counts = [cell.value for (cell,) in calculated[sheet.strip("'")][area]]
        self.assertEqual(counts[:len(CODES)], [2] * len(CODES))

    def test_the_validator_has_nothing_to_object_to(self):
        self.assertEqual(validate.check(self.books, CACHE).findings, [])


if __name__ == "__main__":
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    CHIWAT, ROOT, WORK, CACHE = (Path(word).resolve() for word in sys.argv[1:5])
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    CACHE.mkdir(parents=True, exist_ok=True)
    unittest.main(argv=[sys.argv[0], *sys.argv[5:]], verbosity=2)
