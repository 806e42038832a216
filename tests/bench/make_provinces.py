#!/usr/bin/python3
"""Makes descriptions of invented provinces: make_provinces.py EXAMPLE OUT PROVINCES DISTRICTS PRODUCTS

OUT/01, OUT/02 …: examples/ubon-2564 for each of so many provinces, with so many districts in all, as
evenly as it goes. PRODUCTS is the number of each district, or 0 for numbers like those of Ubon
Ratchathani; with it comes a registry as large.
"""

import csv
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SYLLABLES = ["นา", "บ้าน", "หนอง", "โคก", "ดอน", "ห้วย", "ท่า", "โนน", "ศรี", "คำ"]
HEADINGS = ["ที่", "อำเภอ", "จำนวนผู้ประกอบการ", "จำนวนผลิตภัณฑ์"]


def name_of(number):
    """A name of its own for each number."""
    return "สมมุติ" + "".join(SYLLABLES[int(digit)] for digit in str(number))


def sizes(example):
    """Operators and products of the districts of the example."""
    with open(example / "baseline.csv", encoding="utf-8-sig", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    return [(int(row[HEADINGS[2]]), int(row[HEADINGS[3]])) for row in csv.DictReader(lines)]


def make_province(example, folder, number, districts):
    shutil.copytree(example, folder)
    description = folder / "circular.yaml"
    text = description.read_text(encoding="utf-8")
    changed = text.replace("province: อุบลราชธานี", f"province: {name_of(number)}")
    if changed == text:
        sys.exit(f"{description}: no province to put another in the place of")
    description.write_text(changed, encoding="utf-8")
    with open(folder / "baseline.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADINGS)
        for serial, (operators, products) in enumerate(districts, start=1):
            writer.writerow([serial, name_of(number * 100 + serial), operators, products])
    subprocess.run([sys.executable, HERE / "make_registry.py", folder, folder / "registry.csv"],
                   check=True)


def main(example, out, provinces, districts, products):
    known = sizes(example) if products == 0 else [(max(products // 4, 1), products)]
    made = 0
    for number in range(1, provinces + 1):
        until = districts * number // provinces
        own = [known[i % len(known)] for i in range(made, until)]
        make_province(example, out / f"{number:02}", number, own)
        made = until


if __name__ == "__main__":
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), *map(int, sys.argv[3:]))
