#!/usr/bin/python3
"""Measures the standard font and writes font_advances.inc, which text_width.cpp includes.

Run by hand, when a character is to be added to the table:

    apt-get install fonts-thai-tlwg libharfbuzz-bin
    python3 generator/thai/font_advances.py

TH SarabunPSK, the government's standard font, is not free software. Laksaman has the same letters
drawn larger: TH SarabunPSK's advance widths are 0.665 of Laksaman's, in regular and in bold. So
HarfBuzz shapes each character in Laksaman and the result is scaled. The table holds integers in
thousandths of an em, rounded half up; the same fonts give the same bytes.
"""

import pathlib
import re
import subprocess
import unicodedata

FONTS = pathlib.Path("/usr/share/fonts/truetype/tlwg")
FACES = {"regular": FONTS / "Laksaman.ttf", "bold": FONTS / "Laksaman-Bold.ttf"}
# Basic Latin and Latin-1, Thai, general punctuation: what offices type.
BLOCKS = {"Latin": (0x20, 0xFF), "Thai": (0xE01, 0xE5B), "Punctuation": (0x2010, 0x2044)}

EM = 1000  # lengths are in thousandths of an em
SCALE = 665  # thousandths of Laksaman's advance
MISSING = 500  # what text_width.cpp takes for a narrow character that is not in the table
BASE = "ก"  # carries a mark, which HarfBuzz would else put on a dotted circle

HEAD = """\
// Advance widths of TH SarabunPSK in thousandths of an em: {regular, bold}.
// Written by font_advances.py; do not edit.
"""


def is_mark(character):
    return unicodedata.category(character) == "Mn"


def shape(face, lines):
    """The advance of each line, or None when the font lacks a glyph."""
    command = ["hb-shape", f"--font-file={face}", f"--font-size={EM}", "--text-file=-"]
    command += ["--no-glyph-names", "--no-clusters"]
    output = subprocess.run(
        command, input="\n".join(lines) + "\n", text=True, check=True, capture_output=True
    ).stdout.splitlines()
    assert len(output) == len(lines)
    return [advance(line) for line in output]


def advance(shaped):
    """The width of a line such as "[243+580|48@21,0+0]": glyph, offset, advance."""
    glyphs = re.findall(r"(\d+)(?:@-?\d+,-?\d+)?\+(-?\d+)", shaped)
    if any(glyph == "0" for glyph, _ in glyphs):
        return None
    return sum(int(width) for _, width in glyphs)


def scaled(width):
    return (width * SCALE + EM // 2) // EM


def measured(character, base, total):
    if unicodedata.category(character) in ("Cc", "Zl", "Zp"):  # controls and line ends
        return 0
    if total is None:
        return MISSING
    assert total == base or not is_mark(character)
    return scaled(total - base)


def measure(face, characters):
    base, *totals = shape(face, [BASE] + [BASE + c for c in characters])
    return [measured(c, base, total) for c, total in zip(characters, totals)]


def rows(first, last):
    characters = [chr(c) for c in range(first, last + 1)]
    regular, bold = (measure(face, characters) for face in FACES.values())
    for character, *widths in zip(characters, regular, bold):
        name = unicodedata.name(character, "")
        yield "    {{{:>3}, {:>3}}},  // {:04X} {}".format(*widths, ord(character), name).rstrip()


def main():
    text = HEAD
    for name, (first, last) in BLOCKS.items():
        text += f"\nconstexpr char32_t k{name}First = 0x{first:X};\n"
        text += f"constexpr Advance k{name}[] = {{\n" + "\n".join(rows(first, last)) + "\n};\n"
    pathlib.Path(__file__).with_suffix(".inc").write_text(text, encoding="utf-8")


main()
