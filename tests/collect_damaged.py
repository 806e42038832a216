"""chiwat collect on the forms of every circular: filled in by openpyxl for all districts, a third of
them saved by LibreOffice, it has nothing to say; and of each that is then spoiled in one way, it says
exactly that, at the cell.

    collect_damaged.py CHIWAT ROOT WORK CACHE

A table at the end says how many forms of each circular were spoiled in which way. The circulars are
given a small registry, the same for all.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
import json
import re
import shutil
import subprocess
import sys

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries
import yaml

CHIWAT, ROOT, WORK, CACHE = Path(sys.argv[1]), *(Path(argument) for argument in sys.argv[2:5])
sys.path.insert(0, str(ROOT / "tests"))
from form_description import load_templates, rows_of  # noqa: E402
import forms_filled  # noqa: E402
from forms_filled import cells, defined_names, fill_in, office  # noqa: E402

TEMPLATES = load_templates(ROOT / "templates")

# How the forms are made, and a day in what they are about.
EXAMPLES = {"ubon-2564": ([[]], date(2021, 1, 19)), "sakaeo-2564": ([[]], date(2021, 1, 19)),
            "nongkhai-2565": ([["--month", "2565-01"]], date(2022, 1, 19)),
            "phayao-2565": ([["--month", "2565-01"]], date(2022, 1, 19)),
            "ubon-2568": ([["--month", "2568-01"], ["--only", "4"]], date(2025, 1, 19))}

TEXT = "written_as_text", "note"
# What is typed into a cell of this type: the kind of damage, the value, and what is said of it.
TYPED = {
    "count": [("type", "ห้า", "not_number", "error"), ("type", -1, "negative", "error"),
              ("type", 1.5, "not_whole", "error"), ("formula", "=1+1", "formula_without_value", "error"),
              ("text", "๗", *TEXT), ("text", "1,234", *TEXT), ("unit", "7 บาท", "not_number", "error")],
    "amount": [("amount", "สิบบาท", "not_number", "error"), ("amount", -0.01, "negative", "error"),
               ("amount", 10.001, "satang", "error"),
               ("formula", "=1+1", "formula_without_value", "error"),
               ("text", "๑,๒๓๔.๕๐ บาท", *TEXT), ("text", "1,234 บาท", *TEXT), ("unit", "1,234.-", *TEXT),
               ("unit", "7 ราย", "not_number", "error")],
    "mark": [("mark", 2, "not_mark", "error"), ("mark", "ใช่ไหม", "not_mark", "error"),
             ("text", "๑", *TEXT)],
    "choice": [("list", "ไม่มีในรายการนี้", "choice", "error")],
    "date": [("date", "เมื่อวานซืน", "date_unreadable", "error"),
             ("date", date(1999, 1, 1), "date_outside", "error")],
    "telephone": [("type", "12345", "telephone", "warning")],
}

# Two operators with two products each, in every district; the first has sold online before.
REGISTRY = """
registry:
  file: registry.csv
  district: อำเภอ
  columns:
    operator_code: รหัส
    operator: ชื่อ
    product: ผลิตภัณฑ์
    subdistrict: ตำบล
    online_before: เดิม
"""


def example(name):
    """A copy of an example, with this registry."""
    folder = WORK / name / "description"
    shutil.copytree(ROOT / "examples" / name, folder)
    description = folder / "circular.yaml"
    text = re.sub(r"^registry:\n(?: .*\n)+", "", description.read_text(encoding="utf-8"), flags=re.MULTILINE)
    spec = yaml.safe_load(text)
    lists = "lists" in spec
    description.write_text(text + REGISTRY + ("    category: ประเภท\n" if lists else ""), encoding="utf-8")
    lines = ["อำเภอ,รหัส,ชื่อ,ตำบล,เดิม,ผลิตภัณฑ์,ประเภท"]
    for number, row in enumerate(rows_of(folder / spec["baseline"]["file"])):
        for who, before in ((1, 1), (2, "")):
            lines += [f"{row[spec['baseline']['district']]},99{number:02}{who},นายสมมุติ {number}.{who},"
                      f"นาตัวอย่าง,{before},{what}" for what in ("ผ้าสมมุติ,clothing", "ตะกร้าตัวอย่าง,household")]
    (folder / "registry.csv").write_text("\n".join(lines), encoding="utf-8")
    return folder


@dataclass(frozen=True)
class Told:
    sheet: str
    cell: str  # None: of the whole sheet or file
    id: str
    severity: str


class Form:
    """A form on a sheet of a workbook: its columns by name, its rows by their number from 0."""

    def __init__(self, book, template):
        self.book, self.template = book, template
        self.name = template.name.replace("-", "_")
        self.sheet = cells(book, f"{self.name}.rows")[0].parent
        names = defined_names(book)
        self.letters, self.first = {}, 0
        for column in template.columns:
            area = names.get(f"{self.name}.column.{column.name}")
            if area:
                left, self.first, _, self.last = range_boundaries(area.rpartition("!")[2])
                self.letters[column.name] = get_column_letter(left)
        total = names.get(f"{self.name}.total")
        self.total = range_boundaries(total.rpartition("!")[2])[1] if total else None

    def at(self, column, row=0):
        return f"{self.letters[column]}{self.first + row}"

    def put(self, column, value, row=0):
        self.sheet[self.at(column, row)].value = value

    def value(self, column, row=0):
        return self.sheet[self.at(column, row)].value

    def told(self, cell, what, severity):
        return Told(self.sheet.title, cell, what if what.startswith("date_un") else f"returned_{what}", severity)

    def heading(self, column):
        """The cell of the heading right above a column."""
        return next(cell.coordinate for row in range(self.first - 1, 0, -1)
                    if (cell := self.sheet[f"{self.letters[column]}{row}"]).value)

    def named(self, source):
        """The name of the column that comes from this; None when there is none."""
        return next((column.name for column in self.template.columns if column.source == source), None)

    @property
    def each(self):
        return self.template.spec["rows"]["each"]

    @property
    def key(self):
        """The column whose cell is told where a row is there twice."""
        return {"product": "product", "operator": "operator_code"}.get(self.each)

    @property
    def free(self):
        """The first row that is nobody's."""
        name = self.named(self.key) if self.key else None
        return next(row for row in range(self.last) if not self.value(name, row)) if name else None


def forms_of(book):
    return [Form(book, template) for name, template in TEMPLATES.items()
            if f"{name.replace('-', '_')}.rows" in defined_names(book)]


# Each kind of damage yields (kind, change, what is told); `change` and what is told are of a form that
# is the same for all districts.

def typed_values(form):
    for column in form.template.columns:
        if not column.in_rows or column.name not in form.letters or column.source == "serial":
            continue
        is_open = not form.sheet[form.at(column.name)].protection.locked
        if not is_open and column.type != "choice":
            continue
        if column.spec.get("choices") == "subdistricts":
            yield from subdistricts(form, column.name)
            continue
        for kind, value, what, severity in TYPED.get(column.type, []):
            # What goes on from earlier months may be a sum: what they brought, and this month's.
            if value == "=1+1" and "accumulates" in column.spec:
                continue
            yield kind, lambda form, name=column.name, value=value: form.put(name, value), \
                [form.told(form.at(column.name), what, severity)]
        for unit in column.spec.get("unit", []):
            yield "unit", lambda form, name=column.name, unit=unit: form.put(name, f"๑๒ {unit}"), \
                [form.told(form.at(column.name), *TEXT)]
        if column.spec.get("choices") == "categories":
            for word in ("household", "ของใช้ ของตกแต่ง และของที่ระลึก", "เครื่องใช้และเครื่องประดับตกแต่ง"):
                yield "code or label", lambda form, name=column.name, word=word: form.put(name, word), []


def subdistricts(form, name):
    cell = form.at(name)
    yield "sub-district", lambda form: form.put(name, f"ต.{form.value(name)}"), []
    yield "sub-district", lambda form: form.put(name, "บ้านที่ไม่มีใครรู้จักเลย"), \
        [form.told(cell, "subdistrict_new", "note")]
    yield "sub-district", lambda form: form.put(name, form.value(name) + "ก"), \
        [form.told(cell, "subdistrict_new", "warning")]


def disagreeing(form):
    """The checks between this form and another of its workbook."""
    return [other.told(f"{other.letters[check['columns'][0]]}{other.total}", "check_failed", "error")
            for other in forms_of(form.book) for check in other.template.spec.get("checks", [])
            if "form" in check and form.template.name in (check["form"], other.template.name)]


def required_cells(form):
    for column in form.template.columns:
        if not column.spec.get("required"):
            continue
        cell = form.at(column.name)
        is_key = column.source in ("operator_code", "product")
        told = [form.told(cell, "row_unnamed" if is_key else "required", "error")]
        if is_key and form.each == "product":
            told.append(form.told(None, "products_missing", "warning"))
        if column.source == "operator_code":
            told += disagreeing(form)
        yield "required", lambda form, name=column.name: form.put(name, None), told


def wrong_sums(form):
    for column in form.template.columns:
        if column.in_rows and any(key in column.spec for key in ("formula", "gathers", "counts")):
            yield "sum of a row", lambda form, name=column.name: form.put(name, 123_456), \
                [form.told(form.at(column.name), "sum_differs", "error")]
        # What has added up since October may be in rows that nobody has begun.
        if form.total and column.spec.get("total") == "sum" and "accumulates" not in column.spec:
            cell = f"{form.letters[column.name]}{form.total}"
            yield "total", lambda form, cell=cell: form.sheet.__setitem__(cell, 123_456), \
                [form.told(cell, "sum_differs", "error")]


def rows_twice(form):
    def again(form):
        for name in names:
            form.put(name, form.value(name), 1)
            form.put(name, form.value(name, 0), 1)

    if not form.key:
        return
    names = [name for source in ("operator_code", "operator_name", "product")
             if (name := form.named(source))]
    told = [form.told(form.at(form.named(form.key), 1), "row_twice", "error")]
    if form.each == "product":
        told.append(form.told(None, "products_missing", "warning"))
    else:
        told += disagreeing(form)
    yield "twice", again, told


def registered(form):
    def removed(form):
        for cell in form.sheet[form.first + 1]:
            if form.sheet.cell(form.first + 1, cell.column).value is not None:
                form.sheet.cell(form.first + 1, cell.column).value = None

    def added(form):
        fill_in(form.book, form.sheet, (form.free,))

    if form.each == "product":
        yield "product missing", removed, [form.told(None, "products_missing", "warning")]
        # The new operator is not in the form that is made from this one.
        told = [form.told(form.at("product", form.free), "product_new", "note"), *disagreeing(form)]
        yield "channel totals" if len(told) > 1 else "product new", added, told
        if len(told) > 1:
            yield "product new", lambda form: form.put("product", "ของที่ไม่มีใครเคยเห็น", 1), \
                [form.told(form.at("product", 1), "product_new", "note"),
                 form.told(None, "products_missing", "warning")]
    before = form.named("online_before")
    if before:
        yield "online before", lambda form: form.put(before, None), \
            [form.told(form.at(before), "online_before", "warning")]


def heads(form):
    name = next(column.name for column in reversed(form.template.columns)
                if column.type in ("amount", "mark") and column.name in form.letters)
    heading = form.heading(name)
    yield "heading", lambda form: form.sheet.__setitem__(heading, "ยอดขายของเรา"), \
        [form.told(heading, "heading_altered", "warning")]

    def without_column(form):
        for area in list(form.sheet.merged_cells.ranges):
            form.sheet.unmerge_cells(str(area))
        form.sheet.delete_cols(form.sheet[form.at(name)].column)
        form.book.defined_names.definedName = []

    left = get_column_letter(form.sheet[form.at(name)].column - 1)
    yield "column removed", without_column, [Told(form.sheet.title, left, "returned_column_missing", "error")]


def foreign(form):
    def fact(name, value):
        def change(form):
            next(row for row in form.book["chiwat"].rows if row[0].value == name)[1].value = value
        return change

    spec = form.template.spec
    if forms_of(form.book)[0].name != form.name:
        return
    yield "last year's", fact("fiscal_year", "2550"), [Told(None, None, "returned_other_year", "error")]
    yield "other province's", fact("province", "ยโสธร"), \
        [Told(None, None, "returned_other_province", "error")]


DAMAGES = (typed_values, required_cells, wrong_sums, rows_twice, registered, heads, foreign)


def said(folder, sent):
    """What is told of each file, by its name."""
    done = subprocess.run([CHIWAT, "collect", folder, sent, "--out", WORK / "out", "--json"],
                          capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{sent}: exit code {done.returncode}\n{done.stdout[:2000]}{done.stderr}")
    found = {}
    for problem in json.loads(done.stdout)["problems"]:
        found.setdefault(Path(problem["file"]).name, []).append(
            Told(problem["sheet"], problem["cell"], problem["id"], problem["severity"]))
    return found


def fill(source, target, day):
    """A form with two rows of answers."""
    book = load_workbook(source)
    forms_filled.ANSWERS.update(text=f"ข้อความของ{source.stem}", date=day)
    for form in forms_of(book):
        fill_in(book, form.sheet, (0, 1))
    book.properties.modified = datetime(day.year, day.month, 28)
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)


def undamaged(name, folder, ways, day):
    """The forms that were sent back, by their folders."""
    made, sent = WORK / name / "made", WORK / name / "sent"
    for words in ways:
        subprocess.run([CHIWAT, "generate", folder, "--out", made, "--lang", "en", *words], check=True,
                       stdout=subprocess.DEVNULL)
    folders = {}
    for form in sorted(made.rglob("*/*.xlsx")):
        target = sent / form.relative_to(made)
        fill(form, target, day)
        folders.setdefault(target.parent, []).append(target)
    for forms in folders.values():
        office.convert(forms[::3], office.XLSX, WORK / "saved", CACHE)
        for form in forms[::3]:
            shutil.move(WORK / "saved" / form.name, form)
    told = said(folder, sent)
    if told:
        sys.exit(f"{name}: false alarms\n{told}")
    return folders


def damages(form):
    """(number of the form in its workbook, kind, change, what is told) of everything to be spoiled."""
    return [(number, *damage) for number, each in enumerate(forms_of(load_workbook(form)))
            for damaging in DAMAGES for damage in damaging(each)]


def is_as_wanted(found, wanted):
    """A column that is gone is told at the heading beside it, whichever row that stands in."""
    if len(wanted) == 1 and wanted[0].id == "returned_column_missing":
        return len(found) == 1 and found[0].id == wanted[0].id and found[0].sheet == wanted[0].sheet \
            and found[0].cell.rstrip("0123456789") == wanted[0].cell
    return sorted(found, key=repr) == sorted(wanted, key=repr)


def damaged(folder, forms, counts):
    """Each district's form has one damage at a time. Whether everything was told."""
    cases, is_whole = damages(forms[1]), True
    for start in range(0, len(cases), len(forms)):
        spoiled = WORK / "spoiled"
        shutil.rmtree(spoiled, ignore_errors=True)
        spoiled.mkdir()
        batch = list(zip(forms, cases[start:]))
        for path, (number, _, change, _) in batch:
            book = load_workbook(path)
            change(forms_of(book)[number])
            book.save(spoiled / path.name)
        told = said(folder, spoiled)
        for path, (_, kind, _, wanted) in batch:
            found = told.get(path.name, [])
            counts[kind] += 1
            if not is_as_wanted(found, wanted):
                is_whole = False
                print(f"{path}: {kind}\n  wanted {wanted}\n  found  {found}", file=sys.stderr)
    return is_whole


def calculated(folder, path, counts):
    """Formulas that LibreOffice has calculated, where amounts belong: their results are taken."""
    book, wanted = load_workbook(path), []
    for form in forms_of(book):
        for column in form.template.columns:
            cell = form.at(column.name) if column.in_rows else None
            is_open = cell and not form.sheet[cell].protection.locked and "accumulates" not in column.spec
            if is_open and column.type == "amount":
                form.put(column.name, "=100.25+0.5")
                wanted.append(form.told(cell, "formula", "warning"))
    spoiled = WORK / "calculated"
    shutil.rmtree(spoiled, ignore_errors=True)
    spoiled.mkdir()
    book.save(spoiled / path.name)
    office.convert([spoiled / path.name], office.XLSX, spoiled / "saved", CACHE)
    counts["formula"] += len(wanted)
    found = said(folder, spoiled / "saved").get(path.name, [])
    if sorted(found, key=repr) != sorted(wanted, key=repr):
        print(f"{path}: calculated\n  wanted {wanted}\n  found  {found}", file=sys.stderr)
        return False
    return True


def outdated(name, folder, folders, counts):
    """The same forms after their templates have a new version."""
    newer = WORK / name / "newer"
    shutil.copytree(folder, newer)
    (newer / "templates").mkdir()
    for template in TEMPLATES:
        text = (ROOT / "templates" / f"{template}.yaml").read_text(encoding="utf-8")
        (newer / "templates" / f"{template}.yaml").write_text(text.replace("\nversion: 1\n", "\nversion: 2\n"),
                                                              encoding="utf-8")
    is_whole = True
    for forms in folders.values():
        told = said(newer, forms[0].parent)
        wanted = [Told(form.sheet.title, None, "returned_old_version", "warning")
                  for form in forms_of(load_workbook(forms[0]))]
        for form in forms:
            counts["version"] += 1
            if sorted(told.get(form.name, []), key=repr) != sorted(wanted, key=repr):
                is_whole = False
                print(f"{form}: version\n  found {told.get(form.name)}", file=sys.stderr)
    return is_whole


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    counts, is_whole = {}, True
    for name, (ways, day) in EXAMPLES.items():
        folder = example(name)
        folders = undamaged(name, folder, ways, day)
        counts[name] = Counter(undamaged=sum(map(len, folders.values())))
        for forms in folders.values():
            is_whole = damaged(folder, forms, counts[name]) and is_whole
            is_whole = calculated(folder, forms[0], counts[name]) and is_whole
        is_whole = outdated(name, folder, folders, counts[name]) and is_whole
    kinds = dict.fromkeys(kind for counted in counts.values() for kind in counted)
    print(f"{'':18}" + "".join(f"{name:>15}" for name in counts))
    for kind in kinds:
        print(f"{kind:18}" + "".join(f"{counted[kind] or '-':>15}" for counted in counts.values()))
    print(f"{'damages':18}" + "".join(f"{sum(counted.values()) - counted['undamaged']:>15}"
                                      for counted in counts.values()))
    if not is_whole:
        sys.exit(1)


if __name__ == "__main__":
    main()
