"""The content files of bench_record for programs that are not C++: what content.hpp declares, read
as JSON values.

    content.py FILE.content…     writes FILE.json beside each
"""

import ctypes
import json
import pathlib
import sys

U8, U16, U32, DOUBLE = ctypes.c_uint8, ctypes.c_uint16, ctypes.c_uint32, ctypes.c_double
KINDS = ["blank", "number", "text", "formula", "text_formula"]
HORIZONTAL = [None, "left", "center", "right"]  # as libxlsxwriter counts them
VERTICAL = {8: "top", 9: "bottom", 10: "center"}


def structure(kind, /, **fields):
    return type(kind, (ctypes.Structure,), {"_fields_": list(fields.items())})


List = structure("List", offset=U32, count=U32)
Style = structure(
    "Style", font_size=ctypes.c_int32, bold=U8, italic=U8, wrap=U8, border=U8, locked=U8,
    horizontal=U8, vertical=U8, indent=U8, is_filled=U8, has_font_color=U8, fill=U32,
    font_color=U32, number_format=List)
Cell = structure("Cell", row=U32, last_row=U32, column=U16, last_column=U16, style=U16, kind=U8,
                 text=List, shown=List, value=DOUBLE)
# The beginning of a sheet; the rest is not for the peers.
SheetHead = structure("SheetHead", name=List, cells=List, comments=List, column_pixels=List,
                      row_points=List, validations=List, conditional_formats=List)
Content = structure("Content", folder=List, file_name=List, title=List, subject=List, author=List,
                    company=List, keywords=List, created=ctypes.c_int64, styles=List, sheets=List,
                    defined_names=List)


class File:
    def __init__(self, path):
        self.bytes = path.read_bytes()

    def all(self, kind, where, size=None):
        size = size or ctypes.sizeof(kind)
        return [kind.from_buffer_copy(self.bytes, where.offset + i * size)
                for i in range(where.count)]

    def text(self, where):
        return self.bytes[where.offset:where.offset + where.count].decode()

    def style(self, style):
        return {"size": style.font_size, "bold": bool(style.bold), "wrap": bool(style.wrap),
                "border": bool(style.border), "locked": bool(style.locked),
                "horizontal": HORIZONTAL[style.horizontal], "vertical": VERTICAL[style.vertical],
                "indent": style.indent, "format": self.text(style.number_format),
                "fill": f"{style.fill:06X}" if style.is_filled else None}

    def cell(self, cell):
        kind = KINDS[cell.kind]
        value = {"blank": None, "number": cell.value}.get(kind, self.text(cell.text))
        shown = {"formula": cell.value, "text_formula": self.text(cell.shown)}.get(kind)
        return [cell.row, cell.column, cell.last_row, cell.last_column, cell.style, kind, value,
                shown]

    def sheet(self, head):
        return {"name": self.text(head.name),
                "widths": [size.value for size in self.all(U32, head.column_pixels)],
                "heights": [size.value for size in self.all(DOUBLE, head.row_points)],
                "cells": [self.cell(cell) for cell in self.all(Cell, head.cells)]}

    def workbook(self):
        content = Content.from_buffer_copy(self.bytes)
        size = (self.size_of_sheets(content)) // max(content.sheets.count, 1)
        return {"folder": self.text(content.folder), "file": self.text(content.file_name),
                "styles": [self.style(style) for style in self.all(Style, content.styles)],
                "sheets": [self.sheet(head)
                           for head in self.all(SheetHead, content.sheets, size)]}

    @staticmethod
    def size_of_sheets(content):
        """The list of styles follows that of the sheets at once (record.cpp)."""
        return content.styles.offset - content.sheets.offset


def main(paths):
    for path in map(pathlib.Path, paths):
        text = json.dumps(File(path).workbook(), ensure_ascii=False)
        path.with_suffix(".json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
