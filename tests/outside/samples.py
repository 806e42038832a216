"""Sound workbooks in chiwat's style, and ways to spoil them, for selftest.py.

PRINT_CASES and FORMULA_CASES say which words of a finding, naming the cell, answer each fault.
"""

import zipfile

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.pagebreak import Break

from fonts import SARABUN

# ---- Print: a table of 40 districts on two pages, with heading and signature.

DISTRICTS = ("เมืองอุบลราชธานี", "เขมราฐ", "ศรีเมืองใหม่", "น้ำยืน", "โขงเจียม",
             "กุดข้าวปุ้น", "บุณฑริก", "ตระการพืชผล")
TITLE = ("ตัวชี้วัดตามคำรับรองการปฏิบัติราชการของสำนักงานพัฒนาชุมชนอำเภอ "
         "ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ (เดือนตุลาคม ๒๕๖๓ - มีนาคม ๒๕๖๔)")
HEADINGS = ("ที่", "อำเภอ", "จำนวนผลิตภัณฑ์ชุมชน (รายการ)", "เป้าหมาย ร้อยละ ๗", "ผลการดำเนินงาน")
WIDTHS = (6, 30, 14, 14, 16)
LAST = 42  # row of the last district; the signature follows
THIN = Side(style="thin")
THAI_DIGITS = "[$-D00041E]#,##0"


def put(sheet, name, value, bold=False, border=True, horizontal="center", number_format="General"):
    cell = sheet[name]
    cell.value, cell.number_format = value, number_format
    cell.font = Font(name=SARABUN, size=16, bold=bold)
    cell.alignment = Alignment(horizontal=horizontal, vertical="center",
                               wrap_text=number_format == "General")
    if border:
        cell.border = Border(THIN, THIN, THIN, THIN)


def good_table():
    book = Workbook()
    sheet = book.active
    sheet.title = "แบบ ๑"
    for column, width, heading in zip("ABCDE", WIDTHS, HEADINGS):
        sheet.column_dimensions[column].width = width + 5 / 7
        put(sheet, f"{column}2", heading, bold=True)
    put(sheet, "A1", TITLE, bold=True, border=False)
    sheet.merge_cells("A1:E1")
    for row in range(3, LAST + 1):
        put(sheet, f"A{row}", row - 2, number_format="[$-D00041E]0")
        put(sheet, f"B{row}", DISTRICTS[row % len(DISTRICTS)], horizontal="left")
        put(sheet, f"C{row}", 1000 + 17 * row, number_format=THAI_DIGITS, horizontal="right")
        put(sheet, f"D{row}", f"=ROUND(C{row}*7/100,0)", number_format="#,##0", horizontal="right")
        put(sheet, f"E{row}", f"=C{row}/7", number_format="0.00")
    put(sheet, f"C{LAST + 1}", f"ลงชื่อ{'.' * 40}ผู้รายงาน", border=False)
    sheet.merge_cells(f"C{LAST + 1}:E{LAST + 1}")
    for row in range(1, LAST + 2):
        sheet.row_dimensions[row].height = {1: 48, 2: 48}.get(row, 24)
    set_page(sheet)
    return book


def set_page(sheet):
    sheet.print_area = f"A1:E{LAST + 1}"
    sheet.print_title_rows, sheet.freeze_panes = "$2:$2", "A3"
    sheet.page_setup.paperSize, sheet.page_setup.orientation = 9, "portrait"
    sheet.page_setup.scale = 90
    sheet.print_options.horizontalCentered = True
    sheet.oddHeader.right.text = '&"TH SarabunPSK,Regular"&16สิ่งที่ส่งมาด้วย ๓'
    sheet.oddFooter.center.text = "&P"
    sheet.row_breaks.append(Break(id=25))


def low_heading(sheet):
    sheet.row_dimensions[1].height = 24


def slightly_low_row(sheet):
    sheet.row_dimensions[7].height = 18


def narrow_number(sheet):
    sheet.column_dimensions["C"].width = 4


def wrapped_number(sheet):
    sheet.column_dimensions["C"].width = 4
    sheet["C9"].alignment = Alignment(wrap_text=True)
    sheet.row_dimensions[9].height = 60


def narrow_word(sheet):
    sheet.column_dimensions["B"].width = 11
    sheet.row_dimensions[15].height = 48


def hidden_under_its_neighbour(sheet):
    sheet["B9"].value = "สำนักงานพัฒนาชุมชนอำเภอเมืองอุบลราชธานี"
    sheet["B9"].alignment = Alignment(wrap_text=False)


def runs_over_an_empty_cell(sheet):
    sheet["C9"].value = None
    sheet["B9"].value = "สำนักงานพัฒนาชุมชนอำเภอเมืองอุบลราชธานี"
    sheet["B9"].alignment = Alignment(wrap_text=False)


def row_without_height(sheet):
    sheet.row_dimensions[12].height = None


def letter_paper(sheet):
    sheet.page_setup.paperSize = 1


def wider_than_a_page(sheet):
    sheet.page_setup.scale = 130


def heading_not_repeated(sheet):
    sheet.print_title_rows = None


def no_page_number(sheet):
    sheet.oddFooter.center.text = None


def signature_alone(sheet):
    sheet.row_breaks.append(Break(id=LAST))


def merge_over_a_break(sheet):
    sheet.merge_cells("B25:B26")


def other_font(sheet):
    sheet["B4"].font = Font(name="Tahoma", size=10)


def put_chart(sheet, first, last):
    """Between two cells, (column, row) from 0."""
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=3, max_row=8))
    chart.anchor = TwoCellAnchor(_from=AnchorMarker(col=first[0], row=first[1]),
                                 to=AnchorMarker(col=last[0], row=last[1]))
    sheet.add_chart(chart)


def chart_over_cells(sheet):
    put_chart(sheet, (2, 9), (4, 14))


def chart_over_a_break(sheet):
    put_chart(sheet, (2, 20), (4, 30))


PRINT_CASES = {
    chart_over_cells: "แบบ ๑!C10: a chart is drawn over",
    chart_over_a_break: "1 charts, of which 0 stand whole on a page",
    None: None,  # as it is
    runs_over_an_empty_cell: None,
    low_heading: "แบบ ๑!A1:",
    slightly_low_row: "แบบ ๑!B7: “",
    narrow_number: "แบบ ๑!C3: shows “##",
    wrapped_number: "แบบ ๑!C9: “๑,๑๕๓” takes 2 lines, where Excel shows ####",
    narrow_word: "แบบ ๑!B15: a word is split",
    hidden_under_its_neighbour: "แบบ ๑!B9: shows “สำนักงาน",
    row_without_height: "แบบ ๑!12: this printed row has no height",
    letter_paper: "page 1 is 612 × 792 pt",
    wider_than_a_page: "more than one page wide",
    heading_not_repeated: "no heading rows to repeat",
    no_page_number: "page 2 of 2 bears no page number",
    signature_alone: "the last page holds no row of the table",
    merge_over_a_break: "แบบ ๑!B25: its merge is split between two pages",
    other_font: "แบบ ๑!B4: font Tahoma",
}

# ---- Formulas and validation: a workbook by hand, of which Microsoft's validator has no complaint.

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
RELATIONSHIP = (f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
                f'Type="{OFFICE}/{{}}" Target="{{}}"/></Relationships>')
PARTS = {
    "[Content_Types].xml":
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/>'
        '</Types>',
    "_rels/.rels": RELATIONSHIP.format("officeDocument", "xl/workbook.xml"),
    "xl/_rels/workbook.xml.rels": RELATIONSHIP.format("worksheet", "worksheets/sheet1.xml"),
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
                       '<sheet name="เป้า" sheetId="1" r:id="r1"/></sheets></workbook>',
}
GOOD_CELLS = {"A1": "<v>350</v>", "B1": "<f>ROUND(A1*7/100,0)</f><v>25</v>",
              "C1": "<f>A1/3</f><v>116.66666666666667</v>", "D1": "<f>SUM(A1:B1)</f><v>375</v>",
              "E1": "<f>ROUND(A1*6/1000,1)/10</f><v>0.21</v>", "F1": "<f>0.1+0.2</f><v>0.3</v>"}
FORMULA_CASES = {  # replaced cells to finding
    "good": ({}, None),
    "tie_rounded_down": ({"B1": "<f>ROUND(A1*7/100,0)</f><v>24</v>"},
                         "เป้า!B1: cached 24, LibreOffice 25"),
    "fourteenth_digit": ({"C1": "<f>A1/3</f><v>116.66666666668</v>"},
                         "เป้า!C1: cached 116.66666666668"),
    "rounded_decimal": ({"E1": "<f>ROUND(A1*6/1000,1)/10</f><v>0.22</v>"},
                        "เป้า!E1: cached 0.22"),
    "no_cached_value": ({"D1": "<f>SUM(A1:B1)</f>"}, "เป้า!D1: no cached value"),
    "error_value": ({"D1": "<f>A1/0</f><v>0</v>"}, "เป้า!D1: error: cached 0"),
}


def write_by_hand(file, cells, after_cells=""):
    row = "".join(f'<c r="{name}">{content}</c>' for name, content in cells.items())
    sheet = (f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{row}</row></sheetData>{after_cells}'
             "</worksheet>")
    with zipfile.ZipFile(file, "w") as package:
        for name, part in {**PARTS, "xl/worksheets/sheet1.xml": sheet}.items():
            package.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>\n{part}')
