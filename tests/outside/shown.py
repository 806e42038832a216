"""What each cell of a sheet shows, in which rectangle it has to, and where its lines may end."""

from collections import Counter
from dataclasses import dataclass
import re
import unicodedata

from icu import BreakIterator, Locale
from openpyxl.utils import range_boundaries

from paper import Box, printed_range


def letters(text):
    """Text without spaces and marks; in a PDF marks stand in another order than typed."""
    return "".join(c for c in unicodedata.normalize("NFKD", text)
                   if not c.isspace() and unicodedata.category(c) not in ("Mn", "Cf"))


def marks(text):
    return Counter(c for c in unicodedata.normalize("NFKD", text)
                   if unicodedata.category(c) == "Mn")


def allowed_breaks(text):
    """How many letters may stand before a line's end: after each word of ICU's dictionary, and,
    where LibreOffice is freer than ICU, at every space and after every hyphen."""
    iterator = BreakIterator.createLineInstance(Locale("th"))
    iterator.setText(text)
    ends = {*iterator, *(match.end() for match in re.finditer(r"\s|-", text))}
    return {len(letters(text[:end])) for end in ends}


@dataclass
class Shown:
    """A cell that shows text, and the rows and columns it has for it."""

    name: str
    text: str
    is_text: bool  # not a number or a date, which Excel never wraps
    rows: range
    columns: range
    is_at_top: bool  # of its cell, instead of the middle

    def box(self, layout):
        """Its rectangle on a page; None when no row of it, or not every row, is there."""
        columns = [layout.columns[column] for column in self.columns if column in layout.columns]
        if not columns or any(row not in layout.rows for row in self.rows):
            return None
        return Box(columns[0][0], layout.rows[self.rows[0]][0],
                   columns[-1][1], layout.rows[self.rows[-1]][1])


def merged_ranges(sheet):
    """From (row, column) of the first cell to (rows, columns) of the merge."""
    result = {}
    for merged in sheet.merged_cells.ranges:
        left, top, right, bottom = range_boundaries(str(merged))
        result[top, left] = range(top, bottom + 1), range(left, right + 1)
    return result


def printed_columns(sheet):
    left, _, right, _ = printed_range(sheet)
    hidden = {number for dimension in sheet.column_dimensions.values() if dimension.hidden
              for number in range(dimension.min, dimension.max + 1)}
    return [column for column in range(left, right + 1) if column not in hidden]


def room(cell, merged, taken, columns):
    """The columns in which a cell may write: its own, and, for text that does not wrap, the free
    ones beside it on the side to which it flows."""
    if cell.data_type != "s" or cell.alignment.wrap_text or len(merged) > 1:
        return merged
    first = last = cell.column
    if cell.alignment.horizontal in (None, "general", "left", "center"):
        while last + 1 in columns and (cell.row, last + 1) not in taken:
            last += 1
    if cell.alignment.horizontal in ("right", "center"):
        while first - 1 in columns and (cell.row, first - 1) not in taken:
            first -= 1
    return range(first, last + 1)


def shown_cells(sheet, displayed):
    """Every visible cell of the print area that displays something."""
    _, top, _, bottom = printed_range(sheet)
    visible = printed_columns(sheet)
    merges = merged_ranges(sheet)
    texts = {(row, column): text for row, line in enumerate(displayed, 1)
             for column, text in enumerate(line, 1)
             if letters(text) and top <= row <= bottom and column in visible
             and not sheet.row_dimensions[row].hidden}
    taken = {(row, column) for rows, columns in merges.values()
             for row in rows for column in columns} | set(texts)
    for (row, column), text in texts.items():
        cell = sheet.cell(row, column)
        rows, columns = merges.get((row, column), (range(row, row + 1), range(column, column + 1)))
        yield Shown(cell.coordinate, text, cell.data_type == "s", rows,
                    room(cell, columns, taken, visible), cell.alignment.vertical == "top")
