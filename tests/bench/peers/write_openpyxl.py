"""openpyxl writes workbooks: write_openpyxl.py OUT FILE.json… (see ../peers.py)"""

import openpyxl
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter

import measured

THIN = Side(style="thin")


def write(content, out):
    book = openpyxl.Workbook()
    styles = [style_in(book.active, style) for style in content["styles"]]
    book.remove(book.active)
    for sheet in content["sheets"]:
        write_sheet(book.create_sheet(sheet["name"]), sheet, styles)
    book.save(out / content["file"])


def style_in(sheet, style):
    """A style as the cells of a workbook hold it: set once, not in every cell, which is much faster."""
    cell = Cell(sheet, 1, 1)
    cell.font = Font(name="TH SarabunPSK", size=style["size"], bold=style["bold"])
    cell.alignment = Alignment(horizontal=style["horizontal"], vertical=style["vertical"],
                               wrap_text=style["wrap"], indent=style["indent"])
    if style["border"]:
        cell.border = Border(THIN, THIN, THIN, THIN)
    if style["fill"]:
        cell.fill = PatternFill("solid", style["fill"])
    cell.number_format = style["format"] or "General"
    cell.protection = Protection(locked=style["locked"])
    return cell._style


def write_sheet(target, sheet, styles):
    for column, width in enumerate(sheet["widths"]):
        target.column_dimensions[get_column_letter(column + 1)].width = width / 7
    for row, height in enumerate(sheet["heights"]):
        if height:
            target.row_dimensions[row + 1].height = height
    for row, column, last_row, last_column, style, kind, value, _ in sheet["cells"]:
        cell = target.cell(row + 1, column + 1)
        if kind in ("formula", "text_formula"):
            value = "=" + value
        if value is not None:
            cell.value = value
        cell._style = styles[style]
        if (row, column) != (last_row, last_column):
            target.merge_cells(start_row=row + 1, start_column=column + 1, end_row=last_row + 1,
                               end_column=last_column + 1)


measured.each_workbook(write)
