"""openpyxl reads every cell of workbooks, in its read-only mode: read_openpyxl.py FILE.xlsx…"""

import openpyxl

import measured


def read(path):
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    for sheet in book:
        for row in sheet.iter_rows(values_only=True):
            for _ in row:
                pass
    book.close()


measured.each_file(read)
