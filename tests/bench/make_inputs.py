#!/usr/bin/env python3
"""Makes the description that shows the cost of each cell: make_inputs.py FOLDER

One attachment of the same kind as that of examples/ubon-2564, only much larger: 40 tables of 1,000
invented districts, each table with five targets of its own, 360,000 cells in all.
"""

import itertools
import pathlib
import sys

TABLES = 40
DISTRICTS = 1000
TARGETS = 5

SYLLABLES = ["นา", "บ้าน", "หนอง", "โคก", "ดอน", "ห้วย", "ท่า", "โนน", "ศรี", "คำ"]

HEAD = """\
province: ทดสอบ
fiscal_year: 2564
letter:
  number: ทส ๐๐๑๙/ว ๑
  date: 23 กุมภาพันธ์ 2564
  subject: การดำเนินงานตัวชี้วัด ประจำปีงบประมาณ พ.ศ. {fiscal_year}
  to: นายอำเภอทุกอำเภอ
  office: สำนักงานพัฒนาชุมชนจังหวัด{province}
  signer: ผู้ว่าราชการจังหวัด{province}
indicator:
  name: ระดับความสำเร็จของการส่งเสริมผลิตภัณฑ์ OTOP ในตลาดออนไลน์
rounds:
  - number: 1
    months: ตุลาคม 2563 - มีนาคม 2564
  - number: 2
    months: เมษายน - กันยายน 2564
baseline:
  file: baseline.csv
  district: อำเภอ
  columns:
    operators: จำนวนผู้ประกอบการ
    products: จำนวนผลิตภัณฑ์
"""

TABLE = """\
      - sheet: รอบที่ {{round}} ตารางที่ {table}
        round: {round}
        title:
          - เป้าหมายตัวชี้วัดการส่งเสริมผลิตภัณฑ์ OTOP ในตลาดออนไลน์ รอบการประเมินที่ {{round}}
          - ประจำปีงบประมาณ พ.ศ. {{fiscal_year}} (เดือน{{round_months}})
          - จังหวัด{{province}}
        columns:
          - {{heading: ที่, show: serial}}
          - {{heading: อำเภอ, show: district}}
          - heading: ฐานข้อมูลจำนวนผลิตภัณฑ์ ปี 2557 - {{previous_year}}
            columns:
              - {{heading: จำนวนผู้ประกอบการ, show: operators}}
              - {{heading: จำนวนผลิตภัณฑ์, show: products}}
          - heading: จำนวนผลิตภัณฑ์ OTOP
            columns:
"""


def target(table, score):
    return f"t{table}_score_{score}"


def description():
    lines = [HEAD, "columns:\n"]
    for table, score in itertools.product(range(1, TABLES + 1), range(1, TARGETS + 1)):
        lines.append(f"  {target(table, score)}: {{formula: round(products * {table + score}%), "
                     "total: rule}\n")
    lines.append("attachments:\n"
                 "  - number: 1\n    title: เป้าหมายตัวชี้วัด\n    digits: arabic\n    tables:\n")
    for table in range(1, TABLES + 1):
        lines.append(TABLE.format(table=table, round=1 + table % 2))
        for score in range(1, TARGETS + 1):
            lines.append(f"              - {{heading: คะแนน {score} ไม่น้อยกว่าร้อยละ {table + score}, "
                         f"show: {target(table, score)}}}\n")
    return "".join(lines)


def baseline():
    lines = ["อำเภอ,จำนวนผู้ประกอบการ,จำนวนผลิตภัณฑ์\n"]
    names = itertools.product(SYLLABLES, repeat=3)
    for number, name in enumerate(itertools.islice(names, DISTRICTS)):
        lines.append(f"{''.join(name)},{40 + number * 37 % 700},{90 + number * 91 % 3000}\n")
    return "".join(lines)


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "circular.yaml").write_text(description(), encoding="utf-8")
    (folder / "baseline.csv").write_text(baseline(), encoding="utf-8")


if __name__ == "__main__":
    main()
