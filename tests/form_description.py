"""What a form must be, read from its template and the circular's description alone.

These are the rules of templates/README.md, written down a second time and from the other end: given
the YAML files and the CSV, which sheet must stand in which workbook, which rows and columns it has,
and which of its cells are open. Nothing here looks at what the program made.
"""

from dataclasses import dataclass, field
import csv
import re

import yaml

# What `from` says about the type of a column.
TYPES = {"serial": "count", "operator_code": "code", "telephone": "telephone",
         "operator_type": "choice", "category": "choice", "product_count": "count",
         "online_before": "mark", "online_sales": "amount"}
ALWAYS_KNOWN = ("serial", "district", "province", "month", "item")
COMPUTED = ("formula", "asks", "gathers", "counts")
MONTHS = ("ตุลาคม พฤศจิกายน ธันวาคม มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม "
          "กันยายน").split()
THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def arabic(text):
    """Digits are another test's business."""
    return text.translate(THAI_DIGITS) if isinstance(text, str) else text


@dataclass
class Column:
    name: str
    type: str
    spec: dict
    headings: list  # from the outermost to its own

    @property
    def source(self):
        return self.spec.get("from")

    @property
    def in_rows(self):
        return self.spec.get("in_rows", True)

    def asks(self, in_rows, in_total):
        """Whether a cell is that of a column of the circular."""
        total = self.spec.get("total")
        return (in_rows and "asks" in self.spec
                or in_total and isinstance(total, dict) and "asks" in total)

    def is_open(self, is_spare):
        if not self.in_rows or any(key in self.spec for key in COMPUTED):
            return False
        if self.source is None:
            return True
        return self.source not in ALWAYS_KNOWN and (is_spare or self.spec.get("open", False))


@dataclass
class Template:
    name: str
    spec: dict
    columns: list = field(default_factory=list)

    @property
    def depth(self):
        return max(len(column.headings) for column in self.columns)

    @property
    def titles(self):
        title = self.spec["title"]
        return title if isinstance(title, list) else [title]

    @property
    def notes(self):
        notes = self.spec.get("notes", [])
        return notes if isinstance(notes, list) else [notes]


def load_templates(folder):
    found = {}
    for file in folder.glob("*.yaml"):
        spec = yaml.safe_load(file.read_text(encoding="utf-8"))
        if spec.get("kind") == "form":
            template = Template(spec["template"], spec)
            add_columns(spec["columns"], [], template.columns)
            found[template.name] = template
    return found


def add_columns(specs, above, columns):
    for spec in specs:
        headings = [*above, spec["heading"]]
        if "columns" in spec:
            add_columns(spec["columns"], headings, columns)
        else:
            known = "choice" if "choices" in spec else TYPES.get(spec.get("from"), "text")
            columns.append(Column(spec.get("name") or spec["from"], spec.get("type", known), spec,
                                  headings))


@dataclass
class Sheet:
    """One form that must stand in one workbook."""

    template: Template
    use: dict  # as the description has it: layout, round, columns
    rows: list  # of each known row: column name to value; None: not known beforehand
    spare: int

    @property
    def identifier(self):
        return self.template.name.replace("-", "_")


@dataclass
class Book:
    attachment: int
    round: str
    district: str  # empty: the province's
    sheets: list


class Circular:
    def __init__(self, folder, templates):
        self.folder, self.templates = folder, templates
        self.text = (folder / "circular.yaml").read_text(encoding="utf-8")
        self.spec = yaml.safe_load(self.text)
        baseline = self.spec["baseline"]
        self.districts = [row[baseline["district"]] for row in rows_of(folder / baseline["file"])]
        self.operators = self.read_registry()

    def label(self, list_name, value):
        """The first label of the item that a cell of the registry names."""
        for code, labels in self.spec["lists"][list_name].items():
            labels = labels if isinstance(labels, list) else [labels]
            if value == code or value in labels:
                return labels[0]
        return None

    def choices(self, list_name):
        return [labels[0] if isinstance(labels, list) else labels
                for labels in self.spec["lists"][list_name].values()]

    def read_registry(self):
        """District to operators in their order, each a list of its products' rows."""
        registry, result = self.spec.get("registry"), {}
        for row in rows_of(self.folder / registry["file"]) if registry else []:
            known = {"operator_name" if name == "operator" else name: row[heading] or None
                     for name, heading in registry["columns"].items()}
            for name, items in (("operator_type", "operator_types"), ("category", "categories")):
                known[name] = self.label(items, known[name]) if known.get(name) else None
            sales = known.get("online_sales")
            known["online_sales"] = float(sales.replace(",", "")) if sales else None
            known["online_before"] = 1 if known.get("online_before") else None
            operators = result.setdefault(row[registry["district"]], {})
            operators.setdefault(known["operator_code"], []).append(known)
        return result

    def subdistricts(self, district):
        return {products[0]["subdistrict"] for products in self.operators.get(district, {}).values()
                if products[0]["subdistrict"]}

    def known_rows(self, template, district):
        rows, operators = template.spec["rows"], self.operators.get(district, {})
        each = rows["each"]
        if each == "month":
            year = self.spec["fiscal_year"]
            return [{"month": f"{month} {year - 1 if number < 3 else year}"}
                    for number, month in enumerate(MONTHS)]
        if each == "item":
            return [{"item": label} for label in self.choices(rows["list"])]
        if each == "district":
            return [{"district": name} for name in self.districts]
        if each == "product":
            return [product for products in operators.values() for product in products]
        if each == "operator":
            return [{**products[0], "product_count": len(products)}
                    for products in operators.values()]
        return []

    def sheet(self, use, district):
        template = self.templates[use["layout"]]
        known = self.known_rows(template, district)
        spare = template.spec["rows"].get("spare" if known else "blank", 0)
        fixed = {"district": district, "province": self.spec["province"]}
        rows = [{**{name: value for name, value in fixed.items() if value}, **row, "serial": number}
                for number, row in enumerate([*known, *({} for _ in range(spare))], start=1)]
        return Sheet(template, use, rows, spare)

    def books(self):
        """Every workbook with forms, in no order."""
        for attachment in self.spec["attachments"]:
            uses = attachment.get("forms", [])
            uses = [use if isinstance(use, dict) else {"layout": use}
                    for use in (uses if isinstance(uses, list) else [uses])]
            uses = [use for use in uses if use["layout"] in self.templates]
            for round_ in dict.fromkeys(str(use.get("round", "")) for use in uses):
                of_round = [use for use in uses if str(use.get("round", "")) == round_]
                for district in ("", *self.districts):
                    wanted = ("district", "both") if district else ("province", "both")
                    sheets = [self.sheet(use, district) for use in of_round
                              if self.templates[use["layout"]].spec["for"] in wanted]
                    if sheets:
                        yield Book(attachment["number"], round_, district, sheets)

    def pattern(self, text, book):
        """A text of a template as a regular expression; what is not known here may be anything."""
        year, province = self.spec["fiscal_year"], f"จังหวัด{self.spec['province']}"
        months = [str(each["months"]) for each in self.spec["rounds"]
                  if str(each["number"]) == book.round]
        known = {"fiscal_year": year, "previous_year": year - 1, "attachment": book.attachment,
                 "province": self.spec["province"], "round": book.round or None,
                 "round_months": months[0] if months else None, "district": book.district or None,
                 "place": f"อำเภอ{book.district} {province}" if book.district else province,
                 "head": f"พัฒนาการอำเภอ{book.district}" if book.district
                         else f"พัฒนาการ{province}"}
        parts = re.split(r"\{([^{}]*)\}", text)
        return "".join(re.escape(part) if number % 2 == 0
                       else re.escape(str(known[part])) if known.get(part) is not None
                       else "[^{}]+"
                       for number, part in enumerate(parts))


def rows_of(file):
    with open(file, encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(line for line in text if not line.startswith("#")))
