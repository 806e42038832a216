"""Builds stand-ins for two fonts, so that a PDF of LibreOffice shows what an office would see.

TH SarabunPSK, the font of every Thai government document, is not in Debian, but Laksaman is: the
same letters drawn 1.5 times as large. With 1504 units to the em instead of 1000 every advance
becomes 1000/1504 = 0.665 of Laksaman's, which is TH SarabunPSK's.

Calibri counts too, though no cell shows it: a column is so many of its digits wide. In Excel that
digit is 7 pixels (5.25 pt at 11 pt). LibreOffice takes the true width of Carlito's, 5.57 pt, so
that columns come out 5.7 % wider than Excel's, which hides what Excel would cut. Therefore Calibri
is Carlito with digits of exactly 5.25 pt.

Both stand in a private fontconfig folder, and no other font is visible that could slip in unseen.
"""

from pathlib import Path
import logging
import os
import subprocess
import sys

from fontTools.ttLib import TTFont

logging.getLogger("fontTools").setLevel(logging.ERROR)  # Carlito's date of creation worries it

SARABUN = "TH SarabunPSK"
UNITS_PER_EM = 1504
ASCENT = 0.844  # in em; with the descent a line is 1.3 em high
DESCENT = 0.457
LINE_HEIGHT = ASCENT + DESCENT

LAKSAMAN = Path("/usr/share/fonts/truetype/tlwg")
CARLITO = Path("/usr/share/fonts/truetype/crosextra/Carlito-Regular.ttf")
STYLES = {  # subfamily to file name
    "Regular": "Laksaman.ttf",
    "Bold": "Laksaman-Bold.ttf",
    "Italic": "Laksaman-Italic.ttf",
    "Bold Italic": "Laksaman-BoldItalic.ttf",
}
DIGIT_WIDTH = 5.25 / 11  # of Excel's Calibri, in em

FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{folder}</dir>
  <cachedir>{folder}/cache</cachedir>
  <alias binding="same">
    <family>TH Sarabun New</family><prefer><family>{name}</family></prefer>
  </alias>
  <alias binding="same">
    <family>TH SarabunIT๙</family><prefer><family>{name}</family></prefer>
  </alias>
</fontconfig>
"""


def rename(font, family, subfamily):
    """Drops every name but the four that programs look a font up by."""
    full = family if subfamily == "Regular" else f"{family} {subfamily}"
    names = {1: family, 2: subfamily, 4: full, 6: full.replace(" ", "")}
    table = font["name"]
    table.names = []
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)
        table.setName(text, name_id, 1, 0, 0)


def set_line_height(font):
    """The same ascent and descent in all three places where programs look."""
    ascent, descent = round(ASCENT * UNITS_PER_EM), round(DESCENT * UNITS_PER_EM)
    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent, hhea.descent, hhea.lineGap = ascent, -descent, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, -descent, 0
    os2.usWinAscent, os2.usWinDescent = ascent, descent


def make_sarabun(subfamily, folder):
    font = TTFont(LAKSAMAN / STYLES[subfamily])
    font["head"].unitsPerEm = UNITS_PER_EM
    set_line_height(font)
    rename(font, SARABUN, subfamily)
    font.save(folder / f"{SARABUN} {subfamily}.ttf")


def make_calibri(folder):
    font = TTFont(CARLITO)
    glyphs, advances = font.getBestCmap(), font["hmtx"].metrics
    for digit in map(ord, "0123456789"):
        _, bearing = advances[glyphs[digit]]
        advances[glyphs[digit]] = round(DIGIT_WIDTH * font["head"].unitsPerEm), bearing
    rename(font, "Calibri", "Regular")
    font.save(folder / "Calibri.ttf")


def build(cache):
    """Makes the fonts and their fontconfig file under `cache`, unless they are there already.

    Returns the fontconfig file.
    """
    folder = cache.resolve() / "fonts"
    conf = folder / "fonts.conf"
    if conf.exists() and conf.stat().st_mtime >= Path(__file__).stat().st_mtime:
        return conf
    for source in (*(LAKSAMAN / name for name in STYLES.values()), CARLITO):
        if not source.exists():
            sys.exit(f"no {source}: apt-get install fonts-thai-tlwg fonts-crosextra-carlito")
    folder.mkdir(parents=True, exist_ok=True)
    for subfamily in STYLES:
        make_sarabun(subfamily, folder)
    make_calibri(folder)
    conf.write_text(FONTS_CONF.format(folder=folder, name=SARABUN), encoding="utf-8")
    return conf


def environment(cache):
    """The environment in which a program sees the stand-ins and no other font."""
    return {**os.environ, "FONTCONFIG_FILE": str(build(cache))}


if __name__ == "__main__":
    used = environment(Path(sys.argv[1]))
    for pattern in (SARABUN, f"{SARABUN}:bold", "Calibri", "TH SarabunIT๙"):
        subprocess.run(["fc-match", pattern], env=used, check=True)
