"""Every cached formula value against LibreOffice's own result.

chiwat writes beside each formula the exact value it computed in rationals. Here each workbook is
copied without those values, LibreOffice opens the copy, has to compute them, and saves. Then, cell
by cell, the original's value must be LibreOffice's:

* an integer, and the result of a rounding (the formula begins with ROUND, INT, ...), exactly;
* any other number when both, rounded to the 15 significant digits that spreadsheets keep, differ by
  no more than one unit of the last of them (two binary numbers a hair apart may round apart);
* text, truth values and dates exactly; an error value never.

LibreOffice saves 15 digits, so "exactly" too means all 15 of them.
"""

from decimal import Context, Decimal
import re
import shutil
import zipfile

from openpyxl import load_workbook

from office import XLSX, convert
from report import Report, main

FIFTEEN_DIGITS = Context(prec=15)
ROUNDINGS = re.compile(r"=-?(ROUND|ROUNDUP|ROUNDDOWN|INT|TRUNC|CEILING|FLOOR)\(", re.IGNORECASE)
CACHED_VALUE = re.compile(  # group 1: the cell up to its formula's end
    rb"(<c\b[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>))\s*(?:<v>[^<]*</v>|<v\s*/>)")


def strip_cached_values(book, copy):
    """Writes `copy`: the workbook without the cached values of formulas. Returns how many went."""
    stripped = 0
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(copy, "w") as target:
        for item in source.infolist():
            data = source.read(item)
            if item.filename.startswith("xl/worksheets/"):
                data, count = CACHED_VALUE.subn(rb"\1", data)
                stripped += count
            target.writestr(item.filename, data)
    return stripped


def formula_cells(formulas, values):
    """Yields (sheet, cell, formula, cached value) of a workbook loaded both ways."""
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    text = getattr(cell.value, "text", cell.value)  # an array formula: an object
                    cached = values[sheet.title][cell.coordinate].value
                    yield sheet.title, cell.coordinate, text, cached


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def agree(formula, cached, computed):
    """The rule at the head of this file."""
    if not (is_number(cached) and is_number(computed)):
        return type(cached) is type(computed) and cached == computed
    left, right = (FIFTEEN_DIGITS.create_decimal(repr(value)) for value in (cached, computed))
    if left == left.to_integral_value() or ROUNDINGS.match(formula):
        return left == right
    last_digit = Decimal(1).scaleb(left.adjusted() - 14)
    return abs(left - right) <= last_digit


def is_error(value):
    return isinstance(value, str) and re.fullmatch(r"#(N/A|[A-Z0-9/]+[!?])|Err:\d+", value)


def compare(book, copy, report):
    computed = load_workbook(copy, data_only=True)
    for sheet, name, formula, cached in formula_cells(load_workbook(book),
                                                      load_workbook(book, data_only=True)):
        report.count("formula cells")
        where, found = f"{book}!{sheet}!{name}", computed[sheet][name].value
        if cached is None:
            report.find(where, f"no cached value beside {formula}")
        elif is_error(cached) or is_error(found):
            report.find(where, f"error: cached {cached!r}, LibreOffice {found!r} for {formula}")
        elif not agree(formula, cached, found):
            report.find(where, f"cached {cached!r}, LibreOffice {found!r} for {formula}")


def check(books, cache):
    report = Report("recalculation", {"workbooks": 0, "formula cells": 0})
    stripped, recalculated = cache / "recalculate" / "stripped", cache / "recalculate" / "computed"
    shutil.rmtree(cache / "recalculate", ignore_errors=True)
    stripped.mkdir(parents=True)
    copies = [stripped / f"{number:04}.xlsx" for number, _ in enumerate(books)]
    counts = [strip_cached_values(book, copy) for book, copy in zip(books, copies)]
    convert(copies, XLSX, recalculated, cache)
    for book, copy, count in zip(books, copies, counts):
        report.count("workbooks")
        report.count("cached values removed", count)
        compare(book, recalculated / copy.name, report)
    if report.looked_at["cached values removed"] < report.looked_at["formula cells"] and (
            not report.findings):
        report.find("recalculation", "some cached values could not be removed")
    return report


if __name__ == "__main__":
    main(__doc__, check)
