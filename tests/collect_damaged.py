"""chiwat collect on the forms of every circular: filled in by openpyxl for all districts, a third of
them saved by LibreOffice, it has nothing to say; and of each cell that is then spoiled, in each way in
which a cell of its kind can be, it says so at that cell.

    collect_damaged.py CHIWAT ROOT WORK CACHE
"""

from datetime import date, datetime
from pathlib import Path
import json
import shutil
import subprocess
import sys

from openpyxl import load_workbook

CHIWAT, ROOT, WORK, CACHE = Path(sys.argv[1]), *(Path(argument) for argument in sys.argv[2:5])
sys.path.insert(0, str(ROOT / "tests"))
import forms_filled  # noqa: E402
from forms_filled import fill_in, kind_of, office  # noqa: E402

# The month of the monthly forms, and a day in it.
EXAMPLES = {"ubon-2564": (None, date(2021, 1, 19)), "sakaeo-2564": (None, date(2021, 1, 19)),
            "nongkhai-2565": ("2565-01", date(2022, 1, 19)),
            "phayao-2565": ("2565-01", date(2022, 1, 19)),
            "ubon-2568": ("2568-01", date(2025, 1, 19))}

# What is typed into a cell of this kind, and how severe that is.
DAMAGES = {
    "count": [("ห้า", "error"), (-1, "error"), (1.5, "error"), ("=1+1", "error"), ("๗", "note"),
              ("1,234", "note")],
    "amount": [("สิบบาท", "error"), (-0.01, "error"), (10.001, "error"), ("=1+1", "error"),
               ("๑,๒๓๔.๕๐ บาท", "note")],
    "mark": [(2, "error"), ("ใช่ไหม", "error")],
    "list": [("ไม่มีในรายการนี้", "error")],
    "date": [("เมื่อวานซืน", "error"), (date(1999, 1, 1), None)],
}

# The column that goes on from earlier months may hold a sum: what they brought, and this month's.
GOES_ON = ("รต.๒", "J")


def said(example, sent):
    done = subprocess.run([CHIWAT, "collect", ROOT / "examples" / example, sent, "--out",
                           WORK / "out", "--json"], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{example}: exit code {done.returncode}\n{done.stdout[:2000]}{done.stderr}")
    return json.loads(done.stdout)["problems"]


def visible(book):
    return [sheet for sheet in book if sheet.sheet_state == "visible" and sheet.protection.sheet]


def kind(cell, rules):
    """As the rules of the form have it; a list that only suggests takes anything."""
    suggests = any(cell.coordinate in rule.sqref and rule.errorStyle in ("warning", "information")
                   for rule in rules)
    return "suggestion" if suggests else kind_of(cell, rules)


def fill(form, target, day):
    """A form with one row of answers of its own; (sheet, cell, kind) of each."""
    book = load_workbook(form)
    forms_filled.ANSWERS.update(text=f"ข้อความของ{form.stem}", date=day)
    answers = []
    for sheet in visible(book):
        rules = sheet.data_validations.dataValidation
        answers += [(sheet.title, cell, kind(sheet[cell], rules))
                    for cell in fill_in(book, sheet, (0,))]
    book.properties.modified = datetime(day.year, day.month, 28)
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)
    return answers


def spoil(form, target, sheet, cell, value):
    book = load_workbook(form)
    book[sheet][cell].value = value
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)


def place(problem):
    return Path(problem["file"]).name, problem["sheet"], problem["cell"]


def undamaged(example, month, day):
    """The folders of forms sent, each with what its forms answer."""
    made, sent = WORK / example / "made", WORK / example / "sent"
    words = ["--month", month] if month else []
    subprocess.run([CHIWAT, "generate", ROOT / "examples" / example, "--out", made, "--lang", "en",
                    *words], check=True, stdout=subprocess.DEVNULL)
    folders = {}
    forms = sorted(made.rglob("*/*.xlsx"))
    for form in forms:
        folder = sent / form.parent.relative_to(made)
        folders.setdefault(folder, []).append((form.name, fill(form, folder / form.name, day)))
    for folder, answers in folders.items():
        office.convert([folder / name for name, _ in answers[::3]], office.XLSX,
                       WORK / "saved", CACHE)
        for name, _ in answers[::3]:
            shutil.move(WORK / "saved" / name, folder / name)
    problems = said(example, sent)
    if problems:
        sys.exit(f"{example}: false alarms\n{json.dumps(problems[:5], ensure_ascii=False, indent=1)}")
    return folders, len(forms)


def damaged(example, folders):
    """How many cells were spoiled; each district's form has one of them at a time."""
    count = 0
    for folder, forms in folders.items():
        cases = [(at, value, severity) for at, answer in enumerate(forms[0][1])
                 for value, severity in DAMAGES.get(answer[2], [])
                 if value != "=1+1" or (answer[0], answer[1].rstrip("0123456789")) != GOES_ON]
        for start in range(0, len(cases), len(forms)):
            spoiled = WORK / "spoiled"
            shutil.rmtree(spoiled, ignore_errors=True)
            wanted = {}
            for (name, answers), (at, value, severity) in zip(forms, cases[start:]):
                sheet, cell, _ = answers[at]
                spoil(folder / name, spoiled / name, sheet, cell, value)
                wanted[name, sheet, cell] = value, severity
            found = {}
            for problem in said(example, spoiled):
                found.setdefault(place(problem), []).append(problem["severity"])
            for cell, (value, severity) in wanted.items():
                told = {other: how for other, how in found.items() if other[0] == cell[0]}
                if cell not in told or (severity and severity not in told[cell]):
                    sys.exit(f"{example} {cell}: “{value}” should be told as {severity}; "
                             f"told is {told}")
            count += len(wanted)
    return count


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    for example, (month, day) in EXAMPLES.items():
        folders, forms = undamaged(example, month, day)
        print(f"{example}: {forms} forms, no false alarm; "
              f"{damaged(example, folders)} damages, each told at its cell", flush=True)


if __name__ == "__main__":
    main()
