"""Where the rows, columns and words of a workbook stand on paper, in points from the top left.

Words come from the workbook's PDF. Rows and columns come from the PDF of a *probe*: the same
workbook, same heights, widths, scale, breaks and repeated rows, but without its text, where each
cell of the first column (for the rows) and of the first row (for the columns) is filled with a
colour of its own. The filled rectangles are the cells as LibreOffice lays them out; print.py holds
them against the heights and widths in the file.
"""

from dataclasses import dataclass, field
import html
import re
import subprocess

from openpyxl import load_workbook
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.styles import PatternFill
from openpyxl.utils import range_boundaries

EMU = 12700  # of a drawing, in a point
FIRST_COLOUR = 0x100000  # far from black and white
WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">'
                  r"(.*?)</word>")
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
FILLED = re.compile(r'fill:rgb\(([\d.]+)%,([\d.]+)%,([\d.]+)%\);fill-opacity:1;" d="(M [^"]*)"')
POINT = re.compile(r"[ML] ([-\d.]+) ([-\d.]+)")


@dataclass
class Box:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self):
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass
class Word(Box):
    """Top and bottom are the font's ascent and descent around the base line: the line's height."""

    text: str


@dataclass
class Page:
    width: float
    height: float
    words: list


@dataclass
class Layout:
    """One page of the probe: its sheet, and the extent of each row and column that is on it."""

    sheet: str = ""
    rows: dict = field(default_factory=dict)  # number from 1 to (top, bottom)
    columns: dict = field(default_factory=dict)  # number from 1 to (left, right)


def words_by_page(pdf):
    text = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True, capture_output=True,
                          encoding="utf-8").stdout
    return [Page(float(width), float(height),
                 [Word(*map(float, match[:4]), html.unescape(match[4]))
                  for match in WORD.findall(body)])
            for width, height, body in PAGE.findall(text)]


def printed_range(sheet):
    """First column, first row, last column, last row of the print area, else of what is used."""
    areas = sheet.print_area or [sheet.dimensions]
    if len(areas) != 1:
        raise ValueError(f"sheet {sheet.title} has several print areas; one is expected")
    return range_boundaries(areas[0].rpartition("!")[2].replace("$", ""))


def repeated_rows(sheet):
    if not sheet.print_title_rows:
        return range(0)
    first, last = sheet.print_title_rows.replace("$", "").split(":")
    return range(int(first), int(last) + 1)


def chart_boxes(sheet, layout):
    """Where the sheet's charts are drawn on a page that holds the cells at their corners."""
    scale = (sheet.page_setup.scale or 100) / 100

    def at(extents, index, offset):
        return extents[index + 1][0] + offset / EMU * scale if index + 1 in extents else None

    for chart in sheet._charts:  # openpyxl has no public name for them
        first, last = chart.anchor._from, chart.anchor.to
        corners = (at(layout.columns, first.col, first.colOff), at(layout.rows, first.row, first.rowOff),
                   at(layout.columns, last.col, last.colOff), at(layout.rows, last.row, last.rowOff))
        if None not in corners:
            yield Box(*corners)


def empty(sheet):
    """Takes everything from a sheet but its measures."""
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.conditional_formatting = ConditionalFormattingList()
    sheet._charts = []
    for row in sheet.iter_rows():
        for cell in row:
            cell.value, cell.comment, cell.style = None, None, "Normal"


def make_probe(book, probe):
    """Writes the workbook `probe`. Returns what each colour stands for: (sheet, row, column), where
    either is None; the corner, which is both the first row and the first column, has both."""
    workbook, legend = load_workbook(book), {}
    for sheet in workbook.worksheets:
        if sheet.sheet_state != "visible":
            continue
        left, top, right, bottom = printed_range(sheet)
        repeated = repeated_rows(sheet)
        empty(sheet)
        first, last = sheet.cell(top, left), sheet.cell(bottom, right)
        sheet.print_area = f"{first.coordinate}:{last.coordinate}"
        rows = {(row, left): (row, None) for row in (*repeated, *range(top, bottom + 1))}
        columns = {(top, column): (None, column) for column in range(left, right + 1)}
        for place, meaning in {**rows, **columns, (top, left): (top, left)}.items():
            colour = FIRST_COLOUR + len(legend)
            legend[colour] = (sheet.title, *meaning)
            cell = sheet.cell(*place)
            cell.fill = PatternFill("solid", fgColor=f"{colour:06X}")
            cell.value = "."  # LibreOffice leaves out a page that has no text
        for row, _ in rows:
            sheet.cell(row, right).value = "."  # also one that holds only the last columns
    workbook.save(probe)
    return legend


def filled_boxes(pdf, page):
    """Yields (colour, Box) of every filled shape of a page."""
    drawing = subprocess.run(["pdftocairo", "-svg", "-f", str(page), "-l", str(page), pdf, "-"],
                             check=True, capture_output=True, encoding="utf-8").stdout
    for *percents, path in FILLED.findall(drawing):
        red, green, blue = (round(float(percent) * 2.55) for percent in percents)
        x, y = zip(*((float(x), float(y)) for x, y in POINT.findall(path)))
        yield red << 16 | green << 8 | blue, Box(min(x), min(y), max(x), max(y))


def layouts(pdf, legend):
    """One Layout for each page of the probe's PDF."""
    result = []
    for page in range(1, len(words_by_page(pdf)) + 1):
        layout = Layout()
        for colour, box in filled_boxes(pdf, page):
            if colour in legend:
                layout.sheet, row, column = legend[colour]
                if row:
                    layout.rows[row] = box.top, box.bottom
                if column:
                    layout.columns[column] = box.left, box.right
        result.append(layout)
    share_columns(result)
    return result


def share_columns(pages):
    """The first row shows the columns on its own page; the sheet's other pages have the same."""
    for page in pages:
        for other in pages:
            if other.sheet == page.sheet and not page.columns:
                page.columns = dict(other.columns)
