#!/usr/bin/env python3
"""Makes a registry of invented operators and products: make_registry.py FOLDER OUT.csv [--sample]

For the circular in FOLDER, whose description says which columns the CSV has and which lists they
use. Each district gets as many operators and products as the baseline columns `operators` and
`products` say; with --sample one or two operators with a few products. Nothing in it is chance: the
same folder gives the same bytes.
"""

import csv
import pathlib
import sys

import yaml

NOTICE = ("# ทะเบียนสมมุติ: ไม่มีผู้ประกอบการ ผลิตภัณฑ์ หรือหมายเลขโทรศัพท์เหล่านี้อยู่จริง"
          " / Invented: no such operators, products or telephone numbers exist\n")

# Real kinds of products, by the codes of the categories; the names around them are invented.
KINDS = {
    "food": ["ปลาส้มสมุนไพร", "น้ำพริกปลาย่าง", "กล้วยฉาบรสเนย", "ข้าวกล้องหอมมะลิอินทรีย์",
             "ไข่เค็มใบเตย", "หมูยอ", "ข้าวแต๋นน้ำแตงโม", "ปลาร้าบองสุก"],
    "drink": ["น้ำลูกยอ", "กาแฟคั่วบด", "น้ำข้าวกล้องงอกพร้อมดื่ม", "ชาใบหม่อน"],
    "clothing": ["ผ้ากาบบัว", "ผ้าไหมมัดหมี่ย้อมสีธรรมชาติ", "ผ้าฝ้ายทอมือย้อมคราม", "ผ้าขาวม้า",
                 "เสื้อเย็บมือผ้าฝ้าย", "กระเป๋าผ้าทอมือ"],
    "household": ["กระติบข้าวสานไม้ไผ่", "ตะกร้าหวาย", "เสื่อกกทอลายขิด", "โคมไฟกะลามะพร้าว",
                  "เครื่องปั้นดินเผา", "ฆ้องจำลอง"],
    "herb": ["สบู่ขมิ้นผสมน้ำผึ้ง", "ยาหม่องไพล", "ลูกประคบสมุนไพร", "แชมพูมะกรูดอัญชัน"],
}
VARIANTS = ["", " สูตรสมมุติ", " ตราตัวอย่าง", " ลายสมมุติ", " ชุดของขวัญ", " ขนาดใหญ่"]
VILLAGES = ["สมมุติ", "โนนสมมุติ", "ตัวอย่าง", "ตัวอย่างพัฒนา", "ดอนสมมุติใต้"]
SUBDISTRICTS = ["หนองสมมุติ", "นาตัวอย่าง", "โคกสมมุติ", "ห้วยตัวอย่าง"]
OPERATORS = {
    "group": ["กลุ่มแม่บ้านเกษตรกรบ้าน{village} หมู่ {number}", "กลุ่มทอผ้าบ้าน{village} {number}",
              "วิสาหกิจชุมชนแปรรูปผลผลิตการเกษตรบ้าน{village} {number}"],
    "single": ["นางสมมุติ ตัวอย่าง {number}", "นายสมมุติ ตัวอย่าง {number}",
               "ร้านบ้าน{village} {number}"],
    "sme": ["บริษัท {village} {number} จำกัด", "ห้างหุ้นส่วนจำกัด {village}การค้า {number}"],
}


def label(lists, name, code):
    """The last label of an item, which is how the registry words it."""
    item = lists[name][code]
    return item if isinstance(item, str) else item[-1]


def products_of_each(operators, products):
    """How many products each operator of a district has: one, and the rest unevenly."""
    counts = [1] * operators
    for extra in range(products - operators):
        counts[extra * extra % operators] += 1
    return counts


def product_rows(lists, serial, count):
    codes = list(KINDS)
    for number in range(count):
        code = codes[(serial * 3 + number // 2) % len(codes)]
        kinds = KINDS[code]
        name = kinds[(serial + number) % len(kinds)] + VARIANTS[(serial // 2 + number) % len(VARIANTS)]
        if number:
            name += f" แบบที่ {number + 1}"
        seen = (serial + number) % 3
        yield {"product": name, "category": label(lists, "categories", code),
               "online_sales": ["", f"{serial * 170 % 9000 + 500}", f"{serial * 37 % 900}.50"][seen],
               "online_before": "1" if seen == 1 else ""}


def operator_cells(lists, district_number, serial):
    kind = ["group", "single", "group", "sme"][serial % 4]
    names = OPERATORS[kind]
    village = VILLAGES[serial % len(VILLAGES)]
    return {"operator_code": f"99{district_number:03}{serial:05}",
            "operator": names[serial % len(names)].format(village=village, number=serial),
            "operator_type": label(lists, "operator_types", kind),
            "house": f"{serial % 199 + 1}" + (f"/{serial % 7}" if serial % 7 else ""),
            "village": str(serial % 14 + 1), "telephone": f"080000{serial % 10000:04}",
            "subdistrict": SUBDISTRICTS[serial % len(SUBDISTRICTS)]}


def rows(lists, districts):
    """Of (district, operators, products) the cells by their names in the description."""
    serial = 0
    for district_number, (district, operators, products) in enumerate(districts, start=1):
        for count in products_of_each(operators, products):
            serial += 1
            cells = operator_cells(lists, district_number, serial)
            for product in product_rows(lists, serial, count):
                yield {"district": district, **cells, **product}


def districts_of(folder, description, is_sample):
    baseline = description["baseline"]
    columns = baseline["columns"]
    with open(folder / baseline["file"], encoding="utf-8-sig", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    for number, row in enumerate(csv.DictReader(lines)):
        name = row[baseline["district"]]
        if is_sample:
            operators = 1 + number % 2
            yield name, operators, operators + (number % 4 + 1) // 2
        else:
            yield name, *(int(row[columns[key]].replace(",", "")) for key in ("operators", "products"))


def main(folder, out, *options):
    description = yaml.safe_load((folder / "circular.yaml").read_text(encoding="utf-8"))
    registry = description["registry"]
    headings = {"district": registry["district"], **registry["columns"]}
    districts = list(districts_of(folder, description, "--sample" in options))
    with open(out, "w", encoding="utf-8", newline="") as file:
        file.write(NOTICE)
        writer = csv.DictWriter(file, headings, extrasaction="ignore", lineterminator="\n")
        writer.writerow(headings)
        writer.writerows(rows(description["lists"], districts))


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]), *sys.argv[2:])
