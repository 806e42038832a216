"""Python XlsxWriter writes workbooks: write_xlsxwriter.py OUT FILE.json… (see ../peers.py)"""

import xlsxwriter

import measured


def write(content, out):
    with xlsxwriter.Workbook(out / content["file"]) as book:
        styles = [book.add_format(format_of(style)) for style in content["styles"]]
        for sheet in content["sheets"]:
            write_sheet(book.add_worksheet(sheet["name"]), sheet, styles)


def format_of(style):
    result = {"font_name": "TH SarabunPSK", "font_size": style["size"], "bold": style["bold"],
              "text_wrap": style["wrap"], "border": int(style["border"]),
              "locked": style["locked"], "indent": style["indent"],
              "valign": {"center": "vcenter"}.get(style["vertical"], style["vertical"])}
    if style["horizontal"]:
        result["align"] = style["horizontal"]
    if style["format"]:
        result["num_format"] = style["format"]
    if style["fill"]:
        result["bg_color"] = "#" + style["fill"]
    return result


def write_sheet(target, sheet, styles):
    for column, width in enumerate(sheet["widths"]):
        target.set_column_pixels(column, column, width)
    for row, height in enumerate(sheet["heights"]):
        target.set_row(row, height or None)
    for row, column, last_row, last_column, style, kind, value, shown in sheet["cells"]:
        style = styles[style]
        if (row, column) != (last_row, last_column):
            target.merge_range(row, column, last_row, last_column, "", style)
        if kind == "blank":
            target.write_blank(row, column, None, style)
        elif kind == "number":
            target.write_number(row, column, value, style)
        elif kind == "text":
            target.write_string(row, column, value, style)
        else:
            target.write_formula(row, column, value, style, shown)


measured.each_workbook(write)
