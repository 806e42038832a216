"""The checks checked: workbooks with one known fault each must be found out, good ones must pass.

A check that finds nothing may be good, or blind. The workbooks and their faults are in samples.py.
"""

from pathlib import Path
import subprocess
import sys

from fontTools.ttLib import TTFont

import fonts
from paper import words_by_page
import print as printing
import recalculate
from samples import FORMULA_CASES, GOOD_CELLS, PRINT_CASES, good_table, write_by_hand
import validate

def expect(report, cases):
    """`cases`: file to the words that one finding about it must hold, or None for no finding."""
    failures = []
    for file, words in cases.items():
        findings = [finding for finding in report.findings if finding.startswith(str(file))]
        if words is None and findings:
            failures += [f"{file.name} is good, but: {finding}" for finding in findings]
        elif words is not None and not any(words in finding for finding in findings):
            failures.append(f"{file.name}: expected “{words}”, got: {findings or 'nothing'}")
    print(f"selftest of {report.title}: {len(cases)} cases, {len(failures)} wrong")
    return failures


def test_print(folder, cache):
    cases = {}
    for spoil, words in PRINT_CASES.items():
        book, file = good_table(), folder / f"{spoil.__name__ if spoil else 'good'}.xlsx"
        if spoil:
            spoil(book.active)
        book.save(file)
        cases[file] = words
    return expect(printing.check(list(cases), cache), cases)


def test_recalculate(folder, cache):
    cases = {}
    for name, (changes, words) in FORMULA_CASES.items():
        write_by_hand(folder / f"{name}.xlsx", {**GOOD_CELLS, **changes})
        cases[folder / f"{name}.xlsx"] = words
    return expect(recalculate.check(list(cases), cache), cases)


def test_validate(folder, cache):
    cases = {folder / "valid.xlsx": None, folder / "twice.xlsx": "unexpected child element",
             folder / "no_package.xlsx": "corrupt"}
    write_by_hand(folder / "valid.xlsx", GOOD_CELLS)
    write_by_hand(folder / "twice.xlsx", GOOD_CELLS, "<sheetData/>")
    (folder / "no_package.xlsx").write_text("not a zip file", encoding="ascii")
    return expect(validate.check(list(cases), cache), cases)


def test_fonts(cache):
    """On the good table's page: only the stand-ins, and widths of 0.665 times Laksaman's."""
    pdf = cache / "print" / "0000.pdf"
    used = subprocess.run(["pdffonts", pdf], check=True, capture_output=True, text=True).stdout
    names = {line.split()[0].partition("+")[2] for line in used.splitlines()[2:]}
    failures = []
    if names != {"THSarabunPSK", "THSarabunPSKBold", "Calibri"}:
        failures.append(f"fonts of {pdf}: {names}")
    laksaman = TTFont(fonts.LAKSAMAN / "Laksaman.ttf")
    word, size = "ตระการพืชผล", 16 * 0.9
    glyphs = [laksaman.getBestCmap()[ord(letter)] for letter in word]
    advance = sum(laksaman["hmtx"][glyph][0] for glyph in glyphs) / 1000
    widths = [drawn.right - drawn.left for page in words_by_page(pdf) for drawn in page.words
              if drawn.text == word]
    if not widths or any(abs(width / (0.665 * advance * size) - 1) > 0.01 for width in widths):
        failures.append(f"“{word}” is {widths} pt wide, not {0.665 * advance * size:.2f}")
    print(f"selftest of fonts: {len(widths)} words measured, {len(failures)} wrong")
    return failures


def run(cache):
    """Prints what is wrong with the checks. Returns True when nothing is."""
    folder = cache / "selftest"
    folder.mkdir(parents=True, exist_ok=True)
    failures = [*test_print(folder, cache), *test_fonts(cache), *test_recalculate(folder, cache),
                *test_validate(folder, cache)]
    print("\n".join(failures) or "selftest: good")
    return not failures


if __name__ == "__main__":
    sys.exit(not run(Path(sys.argv[1])))
