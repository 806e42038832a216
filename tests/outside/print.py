"""What an office sees on paper: no text cut, split or lost, and pages as the conventions want them.

Each workbook is rendered to PDF with the stand-in fonts. For every cell that shows something, the
words drawn inside its rectangle (see paper.py) must make up its displayed text in full, every word
must lie within the rectangle, and no line may end inside a word, as ICU's dictionary knows words.
Charts are rectangles of their own, under which no cell may show anything.
So all of these are found: a row too low, a column too narrow for a number (###) or for a word, text
that runs under its neighbour or off the page. The displayed text is LibreOffice's CSV export.

Then the page: A4, the sheet's own orientation, one page wide, heading rows repeated, numbered when
there are several, and of a table never a last page without one of its rows. A sheet without frozen panes is a
text: it has no heading rows.
"""

from itertools import accumulate
import csv
import re
import shutil

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from office import CSV, PDF, OfficeError, convert
from paper import chart_boxes, layouts, make_probe, repeated_rows, words_by_page
from report import Report, main
from shown import allowed_breaks, letters, marks, printed_columns, shown_cells

TOLERANCE = 0.6  # points; LibreOffice rounds to hundredths of a millimetre, a few times over
TOP_TOLERANCE = 1.2  # of a text at the very top of its cell: LibreOffice draws rows up to a point off
SCALE_TOLERANCE = 0.006  # of a length; it also draws at a scale a little off the one in the file
A4 = (595.3, 841.9)
PIXEL = 0.75  # points


def lines(words):
    """The words of a cell as lines of text, from top to bottom."""
    result, base = [], None
    for word in sorted(words, key=lambda word: word.bottom):
        if base is None or word.bottom - base > (word.bottom - word.top) / 3:
            result.append([])
            base = word.bottom
        result[-1].append(word)
    return ["".join(word.text for word in sorted(line, key=lambda word: word.left))
            for line in result]


def overhang(word, box):
    """How far a word reaches out of a box, in points, and on which side."""
    return max((box.left - word.left, "left"), (word.right - box.right, "right"),
               (box.top - word.top, "top"), (word.bottom - box.bottom, "bottom"))


def check_cell(shown, box, words, where, report):
    drawn = lines(words)
    found, wanted = "".join(drawn), shown.text
    if letters(found) != letters(wanted) or marks(found) != marks(wanted):
        report.find(where, f"shows “{' / '.join(drawn)}” in its box instead of “{wanted}”")
        return
    if len(drawn) > 1 and not shown.is_text:
        report.find(where, f"“{wanted}” takes {len(drawn)} lines, where Excel shows ####")
    allowed = allowed_breaks(wanted)
    ends = accumulate(len(letters(line)) for line in drawn)
    for line, end in zip(drawn, ends):
        if end not in allowed:
            report.find(where, f"a word is split at the end of the line “{line}” of “{wanted}”")
    reach, side = max((overhang(word, box) for word in words), default=(0, ""))
    if reach > (TOP_TOLERANCE if side == "top" and shown.is_at_top else TOLERANCE):
        report.find(where, f"“{wanted}” is cut: {reach:.1f} pt beyond the {side} of its box, "
                           f"lines: {len(drawn)}")


def place(layout, word):
    """(row, column) in which the middle of a word lies, None where it is outside."""
    x, y = word.middle
    return (next((row for row, (top, bottom) in layout.rows.items() if top <= y <= bottom), None),
            next((column for column, (a, b) in layout.columns.items() if a <= x <= b), None))


def overlap(one, other):
    """Whether two boxes have more than their edges in common."""
    return (min(one.right, other.right) - max(one.left, other.left) > TOLERANCE
            and min(one.bottom, other.bottom) - max(one.top, other.top) > TOLERANCE)


def holds(box, word):
    x, y = word.middle
    return box.left <= x <= box.right and box.top <= y <= box.bottom


def check_charts(sheet, cells, charts, layout, where, report):
    """A chart is drawn over cells: none of them may show anything."""
    if charts:
        report.count("charts", len(charts))
    for shown in cells:
        box = shown.box(layout)
        if box and any(overlap(box, chart) for chart in charts):
            report.find(f"{where}!{shown.name}", f"a chart is drawn over “{shown.text}”")


def check_page(sheet, cells, layout, page, where, report):
    """All cells of one page, and its charts, whose words are nobody's here. Returns the words
    outside the table: header and footer."""
    owners, words, outside = {}, {}, []
    charts = list(chart_boxes(sheet, layout))
    check_charts(sheet, cells, charts, layout, where, report)
    for shown in cells:
        for row in shown.rows:
            for column in shown.columns:
                owners[row, column] = shown.name
    for word in page.words:
        if any(holds(chart, word) for chart in charts):
            continue
        row, column = place(layout, word)
        if row is None or column is None:
            outside.append(word)
        elif (row, column) in owners:
            words.setdefault(owners[row, column], []).append(word)
        else:
            name = sheet.cell(row, column).coordinate
            report.find(f"{where}!{name}", f"“{word.text}” is drawn over this empty cell")
    for shown in cells:
        if box := shown.box(layout):
            report.count("cells")
            check_cell(shown, box, words.get(shown.name, []), f"{where}!{shown.name}", report)
    return outside


def check_cells_are_printed(cells, pages, where, report):
    for shown in cells:
        if not any(shown.box(layout) for layout in pages):
            split = any(row in layout.rows for layout in pages for row in shown.rows)
            report.find(f"{where}!{shown.name}",
                        "its merge is split between two pages" if split else "is on no page")


def check_measures(sheet, layout, where, report):
    """The rectangles on paper against the heights and widths in the file."""
    if sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage:
        report.find(where, "is in fit-to-page mode, in which Excel ignores manual page breaks")
        return
    scale = (sheet.page_setup.scale or 100) / 100
    for row, (top, bottom) in layout.rows.items():
        height = sheet.row_dimensions[row].height
        if height is None:
            report.find(f"{where}!{row}", "this printed row has no height in the file")
        elif abs(bottom - top - height * scale) > max(TOLERANCE, SCALE_TOLERANCE * height * scale):
            report.find(f"{where}!{row}",
                        f"{bottom - top:.2f} pt high on paper, {height} × {scale} in the file")
    for dimension in sheet.column_dimensions.values():
        width = int((256 * dimension.width + 18) / 256 * 7) * PIXEL * scale  # Excel's own rounding
        for column in range(dimension.min, dimension.max + 1):
            left, right = layout.columns.get(column, (0, width))
            if not dimension.hidden and abs(right - left - width) > TOLERANCE:
                report.find(f"{where}!{get_column_letter(column)}",
                            f"{right - left:.2f} pt wide on paper, {width:.2f} in the file")


def check_paper(sheet, pages, where, report):
    """Size, orientation, one page wide, heading rows."""
    wanted = A4[::-1] if sheet.page_setup.orientation == "landscape" else A4
    for number, (layout, page) in enumerate(pages, 1):
        if any(abs(a - b) > 1 for a, b in zip((page.width, page.height), wanted)):
            report.find(where, f"page {number} is {page.width:.0f} × {page.height:.0f} pt, not "
                               f"{wanted[0]:.0f} × {wanted[1]:.0f} (A4)")
        if any(column not in layout.columns for column in printed_columns(sheet)):
            report.find(where, f"page {number} does not hold all columns: more than one page wide")
        lost = [row for row in repeated_rows(sheet)
                if row not in layout.rows and row < min(layout.rows, default=0)]
        if lost:
            report.find(where, f"page {number} does not repeat the heading rows {lost}")
    if len(pages) > 1 and sheet.freeze_panes and not repeated_rows(sheet):
        report.find(where, f"{len(pages)} pages, but no heading rows to repeat")


def check_page_numbers(pages, outside, first, where, report):
    for number, words in enumerate(outside, 1):
        numbers = {int(digits) for word in words for digits in re.findall(r"\d+", word.text)}
        if len(pages) > 1 and not numbers & {number, first + number}:
            report.find(where, f"page {number} of {len(pages)} bears no page number")


def check_last_page(sheet, pages, where, report):
    """The signature never stands alone: some row of the table (a row with borders) is with it."""
    def in_table(row):
        return any(sheet.cell(row, column).border.bottom.style for column in printed_columns(sheet))
    if len(pages) > 1 and sheet.freeze_panes and not any(in_table(row) for row in pages[-1][0].rows
                                  if row not in repeated_rows(sheet)):
        report.find(where, "the last page holds no row of the table")


def check_fonts(sheet, cells, where, report):
    for shown in cells:
        font = sheet[shown.name].font.name
        if not font.startswith("TH Sarabun"):
            report.find(f"{where}!{shown.name}", f"font {font}, which has no stand-in here")


def check_charts_are_printed(sheet, printed, where, report):
    drawn = sum(len(list(chart_boxes(sheet, layout))) for layout in printed)
    if drawn != len(sheet._charts):
        report.find(where, f"{len(sheet._charts)} charts, of which {drawn} stand whole on a page")


def check_sheet(sheet, displayed, pages, first, where, report):
    """`pages`: (Layout, Page) of the sheet's pages, of which `first` others came before."""
    report.count("sheets")
    report.count("pages", len(pages))
    cells = list(shown_cells(sheet, displayed))
    outside = [check_page(sheet, cells, layout, page, where, report) for layout, page in pages]
    printed = [layout for layout, _ in pages]
    check_cells_are_printed(cells, printed, where, report)
    check_charts_are_printed(sheet, printed, where, report)
    for layout in printed:
        check_measures(sheet, layout, where, report)
    check_fonts(sheet, cells, where, report)
    check_paper(sheet, pages, where, report)
    check_page_numbers(pages, outside, first, where, report)
    check_last_page(sheet, pages, where, report)


def displayed_text(folder, stem, sheet):
    file = folder / f"{stem}-{sheet}.csv"
    if not file.exists():
        raise OfficeError(f"LibreOffice wrote no {file.name}")
    with open(file, encoding="utf-8", newline="") as text:
        return list(csv.reader(text))


def check_book(book, stem, folder, legend, report):
    report.count("workbooks")
    pages = words_by_page(folder / f"{stem}.pdf")
    printed = layouts(folder / f"{stem}-probe.pdf", legend)
    if len(pages) != len(printed):
        report.find(book, f"{len(pages)} pages, but the rows and columns of its print areas take "
                          f"{len(printed)}: more than one page wide, or something stands outside")
        return
    for sheet in load_workbook(book, data_only=True).worksheets:
        if sheet.sheet_state == "visible":
            numbers = [n for n, layout in enumerate(printed) if layout.sheet == sheet.title]
            check_sheet(sheet, displayed_text(folder, stem, sheet.title),
                        [(printed[n], pages[n]) for n in numbers], min(numbers, default=0),
                        f"{book}!{sheet.title}", report)


def check(books, cache, to_pdf=None):
    """`to_pdf(files, folder)` makes the PDFs: LibreOffice with the stand-in fonts, unless another
    program is to be judged."""
    to_pdf = to_pdf or (lambda files, folder: convert(files, PDF, folder, cache))
    report = Report("print", {"workbooks": 0, "sheets": 0, "pages": 0, "cells": 0})
    folder = cache / "print"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    stems = [f"{number:04}" for number, _ in enumerate(books)]
    legends = [make_probe(book, folder / f"{stem}-probe.xlsx") for book, stem in zip(books, stems)]
    copies = [folder / f"{stem}.xlsx" for stem in stems]
    for book, copy in zip(books, copies):
        shutil.copy(book, copy)
    to_pdf([*copies, *(folder / f"{stem}-probe.xlsx" for stem in stems)], folder)
    convert(copies, CSV, folder, cache)
    for book, stem, legend in zip(books, stems, legends):
        check_book(book, stem, folder, legend, report)
    return report


if __name__ == "__main__":
    main(__doc__, check)
