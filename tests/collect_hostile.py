"""chiwat collect as a process, given files of people who want to do harm and of broken disks: each is
refused within a time and a memory that do not depend on it, with a message, and what the other files
give stays as it is.

    collect_hostile.py CHIWAT_BINARY ROOT WORK_DIR

WORK_DIR is emptied and used. What a single broken part does is in xlsx_hostile_test.cpp.
"""

import io
import json
from mmap import ACCESS_READ, mmap
import os
from pathlib import Path
import shutil
import struct
import subprocess
import sys
import unittest
import zipfile
import zlib

CHIWAT = ROOT = WORK = Path()
EXAMPLE = Path()
SHEET = "xl/worksheets/sheet1.xml"

# What they may cost beside what the sound forms cost alone, in a build that is not optimised. The
# sanitizers of a development build slow it down and keep memory back.
SECONDS, MEGABYTES = 30, 1500  # most for five million cells, which a workbook may have
WITH_SANITIZERS = 4


class Run:
    """One call of chiwat collect: what it says, what it has written, what it took of the processor and of
    memory."""

    def __init__(self, folder, *words):
        self.out = WORK / "out" / folder.name
        shutil.rmtree(self.out, ignore_errors=True)
        said = self.out.with_suffix(".json")
        said.parent.mkdir(parents=True, exist_ok=True)
        with open(said, "wb") as stdout, open(self.out.with_suffix(".err"), "wb") as stderr:
            child = subprocess.Popen([CHIWAT, "collect", EXAMPLE, folder, "--out", self.out, "--json",
                                      "--lang", "th", *words], stdout=stdout, stderr=stderr)
            _, status, used = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        self.seconds = used.ru_utime + used.ru_stime
        self.megabytes = used.ru_maxrss / 1024
        self.code = child.returncode
        self.errors = self.out.with_suffix(".err").read_text(encoding="utf-8")
        if self.code == 0:
            self.problems = json.loads(said.read_text(encoding="utf-8"))["problems"]

    def results(self):
        """What came of the forms: tables as bytes, and what each district is told."""
        return {str(path.relative_to(self.out)): path.read_bytes()
                for path in sorted(self.out.rglob("*")) if path.suffix in (".csv", ".txt")}


def is_sanitized():
    with open(CHIWAT, "rb") as program, mmap(program.fileno(), 0, access=ACCESS_READ) as code:
        return code.find(b"__asan_init") >= 0


def parts_of(path):
    with zipfile.ZipFile(path) as book:
        return {name: book.read(name) for name in book.namelist()}


def packed(parts):
    """A zip of parts: bytes, or (bytes packed already, their checksum, their size)."""
    result = io.BytesIO()
    entries = []
    for name, content in parts.items():
        raw, flags = name if isinstance(name, tuple) else (name.encode(), 0x800)
        data, checksum, size = content if isinstance(content, tuple) else deflated(content)
        entries.append((raw, flags, data, checksum, size, result.tell()))
        result.write(struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, flags, 8, 0, 0x5A21, checksum,
                                 len(data), min(size, 0xFFFFFFFF), len(raw), 0) + raw)
        result.write(data)
    start = result.tell()
    for raw, flags, data, checksum, size, at in entries:
        result.write(struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, flags, 8, 0, 0x5A21,
                                 checksum, len(data), min(size, 0xFFFFFFFF), len(raw), 0, 0, 0, 0, 0,
                                 at) + raw)
    size = result.tell() - start
    result.write(struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(entries), len(entries), size, start, 0))
    return result.getvalue()


def deflated(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush(), zlib.crc32(data), len(data)


def repeated(head, piece, times, tail, size=None):
    """head, so many pieces, tail: packed without ever being whole. Of what is larger than anybody
    should read the checksum is wrong."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    data += (packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)) * times
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    data += packer.compress(tail) + packer.flush()
    whole = len(head) + len(piece) * times + len(tail)
    checksum = zlib.crc32(head)
    for _ in range(times if whole < 512 * MEGABYTE else 0):
        checksum = zlib.crc32(piece, checksum)
    return data, zlib.crc32(tail, checksum), whole if size is None else size


MEGABYTE = 1 << 20
HEAD = (b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet '
        b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">')


class Hostile(unittest.TestCase):
    """Each beside two sound forms, whose results must be those that they give alone."""

    @classmethod
    def setUpClass(cls):
        subprocess.run([CHIWAT, "generate", EXAMPLE, "--only", "3", "--out", WORK / "sent"], check=True,
                       stdout=subprocess.DEVNULL)
        forms = sorted((WORK / "sent").rglob("*/*.xlsx"))
        cls.sound, cls.form = forms[:2], forms[2]
        cls.parts = parts_of(cls.form)
        cls.alone = Run(cls.folder("alone"))
        cls.factor = WITH_SANITIZERS if is_sanitized() else 1

    @classmethod
    def folder(cls, name):
        folder = WORK / "came" / name
        folder.mkdir(parents=True)
        for path in cls.sound:
            shutil.copy(path, folder)
        return folder

    def check(self, files, *expected):
        """`files`: their contents by name, all of them sent at once. `expected`: file and id of
        everything that is said of others than the sound forms."""
        folder = self.folder(self.id().rsplit(".", 1)[-1])
        for name, content in files.items():
            (folder / name).write_bytes(content)
        run = Run(folder)
        self.assertEqual(run.code, 0, run.errors)
        sound = {str(folder / path.name) for path in self.sound}
        found = [(entry["file"].removeprefix(f"{folder}/"), entry["id"]) for entry in run.problems
                 if entry["file"] not in sound]
        self.assertEqual(sorted(found), sorted(expected))
        for entry in run.problems:
            self.assertRegex(entry["message"], "[\u0e01-\u0e5b]", entry["id"])
        seconds, megabytes = run.seconds - self.alone.seconds, run.megabytes - self.alone.megabytes
        print(f"{len(files)} files: {seconds:.1f} s, {megabytes:.0f} MB", file=sys.stderr)
        self.assertLess(seconds, SECONDS * self.factor)
        self.assertLess(megabytes, MEGABYTES * self.factor)
        self.assertEqual(run.results(), self.alone.results())

    def workbook(self, **changes):
        """The third form with other parts: sheet=…, strings=…"""
        names = {"sheet": SHEET, "strings": "xl/sharedStrings.xml", "styles": "xl/styles.xml"}
        return packed({**self.parts, **{names[name]: content for name, content in changes.items()}})

    def test_what_is_no_workbook(self):
        whole = self.form.read_bytes()
        cut = {f"{length}.xlsx": whole[:length] for length in (10, 1000, len(whole) // 2, len(whole) - 30)}
        self.check({"รายงาน.xlsx": "อำเภอ,จำนวน\n".encode(), "งาน.zip": b"not a zip", "ว่าง.zip": b"",
                    "รหัส.xlsx": b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(9000),
                    "ขาด.zip": packed({"ก.xlsx": whole})[:-30], **cut},
                   ("รายงาน.xlsx", "xlsx_not_a_workbook"), ("งาน.zip", "xlsx_not_a_workbook"),
                   ("ว่าง.zip", "xlsx_not_a_workbook"), ("รหัส.xlsx", "xlsx_encrypted_or_old"),
                   ("ขาด.zip", "xlsx_cut_off"), *((name, "xlsx_cut_off") for name in cut))

    def test_names_that_climb_out_of_the_folder(self):
        names = ["../../climbs.xlsx", "/tmp/climbs.xlsx", "C:climbs.xlsx", "..\\climbs.xlsx",
                 "ก/../../climbs.xlsx"]
        self.check({"ปีน.zip": packed(dict.fromkeys(names, self.form.read_bytes()))},
                   *((f"ปีน.zip/{name}", "found_climbs_out") for name in names))
        self.assertEqual(list(WORK.rglob("climbs*")), [])

    def test_an_entry_with_a_password(self):
        self.check({"ลับ.zip": packed({("ก.xlsx".encode(), 0x801): self.form.read_bytes()})},
                   ("ลับ.zip/ก.xlsx", "xlsx_zip_entry"))

    def test_zips_within_zips(self):
        content = b"nothing"
        for depth in range(40):
            content = packed({f"{depth}.zip": content})
        self.check({"ลึก.zip": content}, ("ลึก.zip/39.zip/38.zip/37.zip", "found_too_deep"))

    def test_zip_bombs(self):
        ten_gigabytes = b"", bytes(16 * MEGABYTE), 640, b""
        many = {f"{number:05}.txt": b"" for number in range(10_001)}
        self.check({"ระเบิด.zip": packed({"ก.xlsx": repeated(*ten_gigabytes)}),
                    "ซ่อน.zip": packed({"ก.xlsx": repeated(*ten_gigabytes, size=1000)}),
                    "มาก.zip": packed(many)},
                   ("ระเบิด.zip/ก.xlsx", "xlsx_zip_too_large"), ("ซ่อน.zip/ก.xlsx", "xlsx_zip_entry"),
                   ("มาก.zip", "xlsx_zip_too_large"))

    def test_a_bomb_in_a_workbook(self):
        spaces = repeated(HEAD, b" " * 16 * MEGABYTE, 640, b"<sheetData/></worksheet>")
        self.check({"ก.xlsx": self.workbook(sheet=spaces)}, ("ก.xlsx", "xlsx_too_large"))

    def test_seventeen_million_rows_and_cells(self):
        rows = repeated(HEAD + b'<dimension ref="A1:XFD17000000"/><sheetData>', b"<row/>" * 100_000,
                        170, b"</sheetData></worksheet>")
        cells = repeated(HEAD + b"<sheetData>", b"<row>" + b"<c><v>1</v></c>" * 17 + b"</row>", 1_000_000,
                         b"</sheetData></worksheet>")
        self.check({"แถว.xlsx": self.workbook(sheet=rows), "เซลล์.xlsx": self.workbook(sheet=cells)},
                   ("แถว.xlsx", "xlsx_bad_cell"), ("เซลล์.xlsx", "xlsx_too_many_cells"))

    def test_entities(self):
        laughs = b"".join(b'<!ENTITY l%d "%s">' % (level, b"&l%d;" % (level - 1) * 10)
                          for level in range(1, 30))
        head = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">' + laughs + b"]>"
        text = b"<sheetData><row><c t=\"inlineStr\"><is><t>&l29;</t></is></c></row></sheetData></worksheet>"
        file = b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><sst><si><t>&f;</t></si></sst>'
        self.check({"แผ่น.xlsx": self.workbook(sheet=head + HEAD.partition(b"?>")[2] + text),
                    "คำ.xlsx": self.workbook(strings=head + b"<sst><si><t>&l29;</t></si></sst>"),
                    "ไฟล์.xlsx": self.workbook(strings=file)},
                   *((name, "xlsx_damaged") for name in ("แผ่น.xlsx", "คำ.xlsx", "ไฟล์.xlsx")))

    def test_cells_that_cannot_be(self):
        values = {"s": b' t="s"><v>99999999', "nan": b"><v>NaN", "inf": b"><v>INF", "e": b"><v>1e999999999"}
        sheet = HEAD + b'<sheetData><row><c r="A1"%s</v></c></row></sheetData></worksheet>'
        self.check({f"{name}.xlsx": self.workbook(sheet=sheet % value) for name, value in values.items()},
                   *((f"{name}.xlsx", "xlsx_bad_cell") for name in values))

    def test_a_cell_of_a_hundred_megabytes(self):
        huge = repeated(HEAD + b'<sheetData><row><c t="inlineStr"><is><t>', b"x" * MEGABYTE, 100,
                        b"</t></is></c></row></sheetData></worksheet>")
        self.check({"ก.xlsx": self.workbook(sheet=huge)}, ("ก.xlsx", "xlsx_bad_cell"))


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    CHIWAT, ROOT, WORK = (Path(word).resolve() for word in sys.argv[1:4])
    EXAMPLE = ROOT / "examples" / "ubon-2564"
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    unittest.main(argv=[sys.argv[0], "-v", *sys.argv[4:]])
