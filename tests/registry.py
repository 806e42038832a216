#!/usr/bin/python3
"""A registry as large as the real one agrees with the baseline, and one row less is noticed.

    registry.py CHIWAT ROOT WORK

The 5,951 products of 2,657 operators of ubon-2564 are made by tests/bench/make_registry.py.
"""
import pathlib
import shutil
import subprocess
import sys


def said_of(chiwat, folder):
    run = subprocess.run([chiwat, "check", "--lang", "en", folder], capture_output=True,
                         encoding="utf-8", check=False)
    return run.stdout + run.stderr


def expect(said, *wanted):
    for text in wanted:
        if text not in said:
            sys.exit(f"expected: {text}\nsaid: {said}")


def main():
    chiwat, root, work = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(root / "examples" / "ubon-2564", work)
    description, registry = work / "circular.yaml", work / "registry.csv"
    text = description.read_text(encoding="utf-8")
    counts = "registry:\n  counts: {operators: operators, products: products}\n"
    description.write_text(text.replace("registry:\n", counts), encoding="utf-8")

    expect(said_of(chiwat, work),
           "จำนวนผู้ประกอบการ; baseline → registry): เมืองอุบลราชธานี 220 → 1, ศรีเมืองใหม่ 117 → 2,",
           "จำนวนผลิตภัณฑ์; baseline → registry): เมืองอุบลราชธานี 536 → 1, ศรีเมืองใหม่ 231 → 3,",
           "0 errors, 2 warnings")

    make = root / "tests" / "bench" / "make_registry.py"
    subprocess.run([sys.executable, make, work, registry], check=True)
    lines = registry.read_text(encoding="utf-8").splitlines(keepends=True)
    if len(lines) != 2 + 5951:
        sys.exit(f"{len(lines)} lines in the registry")
    expect(said_of(chiwat, work), "nothing found")

    del lines[3]  # a further product of the first operator
    registry.write_text("".join(lines), encoding="utf-8")
    expect(said_of(chiwat, work), "จำนวนผลิตภัณฑ์; baseline → registry): เมืองอุบลราชธานี 536 → 535 [F3]\n",
           "0 errors, 1 warning")


main()
