"""chiwat print: a PDF for each workbook, a booklet, pictures of the pages, and the font on them.

    print.py CHIWAT ROOT WORK CACHE

LibreOffice prints; what comes out is read with poppler's programs. Where TH SarabunPSK is missing,
the stand-in is what is looked at. What chiwat prints of every example is held to the same measures as
tests/outside holds the workbooks to (outside/print.py): paper, orientation, one page wide, repeated
headings, page numbers, and nothing cut off.
"""

from pathlib import Path
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(Path(__file__).parent / "outside"))
import print as on_paper  # noqa: E402

A4 = {(595, 842), (842, 595)}


def run(*words):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True)


def output(*words):
    done = run(*words)
    assert done.returncode == 0, (words, done)
    return done.stdout


def pages(pdf):
    return int(re.search(r"^Pages: +(\d+)", output("pdfinfo", pdf), re.M).group(1))


def sizes(pdf):
    found = re.findall(r"size: +([\d.]+) x ([\d.]+)", output("pdfinfo", "-l", "999", pdf))
    return {(round(float(width)), round(float(height))) for width, height in found}


def relative(folder, ending):
    return sorted(str(path.relative_to(folder).with_suffix("")) for path in folder.rglob("*" + ending))


def chosen(out):
    """All workbooks for the province; of each folder of districts' workbooks the first and the largest."""
    yield from sorted(out.glob("*.xlsx"))
    for folder in sorted(path for path in out.iterdir() if path.is_dir()):
        books = sorted(folder.glob("*.xlsx"))
        yield from sorted({books[0], max(books, key=lambda book: book.stat().st_size)})


def check_examples(chiwat, root, work, cache):
    """Every kind of attachment of every example, as `chiwat print` prints it."""
    books = []
    for circular in sorted((root / "examples").glob("*/circular.yaml")):
        out = work / circular.parent.name
        output(chiwat, "generate", circular.parent, "--out", out)
        books += chosen(out)
    report = on_paper.check(books, cache, lambda files, folder: output(
        chiwat, "print", *files, "--pdf", folder))
    print(report)
    assert not report.failed


def main(chiwat, root, work, cache):
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    check_examples(chiwat, root, work / "examples", cache)
    out = work / "out"
    output(chiwat, "generate", root / "examples/ubon-2568", "--out", out, "--only", "1")
    books = work / "books"
    shutil.copytree(out, books / "หนึ่ง")
    shutil.copytree(out, books / "สอง")

    # A PDF for each, under the same name in the same folder.
    done = run(chiwat, "print", books, "--pdf", work / "pdf", "--lang", "en")
    assert done.returncode == 0, done
    assert relative(work / "pdf", ".pdf") == relative(books, ".xlsx"), done.stdout
    pdfs = sorted((work / "pdf").rglob("*.pdf"))
    assert done.stdout == "".join(f"wrote {pdf}\n" for pdf in pdfs), done.stdout
    fonts = set()
    for pdf in pdfs:
        assert sizes(pdf) <= A4, (pdf, sizes(pdf))
        fonts |= {line.split()[0].split("+")[-1] for line in output("pdffonts", pdf).splitlines()[2:]}
    assert fonts and all(font.startswith("THSarabun") for font in fonts), fonts
    # Each page of a table repeats its heading.
    for pdf in pdfs:
        for number in range(1, pages(pdf) + 1):
            page = output("pdftotext", "-f", number, "-l", number, pdf, "-")
            assert "อำเภอ" in page.replace("\u0e4d\u0e32", "\u0e33"), (pdf, number, page)

    # A booklet has the pages of all, and a picture of each.
    done = run(chiwat, "print", books, "--pdf", work / "booklet", "--merge", "--png", "--lang", "en")
    assert done.returncode == 0, done
    booklet = work / "booklet/เล่มรวม.pdf"
    assert pages(booklet) == sum(map(pages, pdfs))
    assert len(list((work / "booklet").glob("*.png"))) == pages(booklet)
    assert len(list((work / "booklet").iterdir())) == pages(booklet) + 1  # nothing else

    # What cannot be printed is said, and the others are printed.
    broken = work / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 no workbook")
    one = next(books.rglob("*.xlsx"))
    done = run(chiwat, "print", broken, one, "--pdf", work / "some", "--lang", "en")
    assert done.returncode == 4, done
    assert f"{broken}: error: this could not be printed" in done.stderr, done.stderr
    assert relative(work / "some", ".pdf") == [one.stem]
    done = run(chiwat, "print", work / "nowhere", "--pdf", work / "none", "--lang", "en")
    assert (done.returncode, done.stdout) == (3, "") and "no such folder or file" in done.stderr, done
    assert not (work / "none").exists()

    # Without LibreOffice it says how to get it.
    done = subprocess.run([chiwat, "print", one, "--pdf", work / "none", "--lang", "th"],
                          capture_output=True, text=True, env={"PATH": str(work)})
    if not Path("/usr/lib/libreoffice/program/soffice").exists():
        assert done.returncode == 4 and "apt install libreoffice-calc" in done.stderr, done

    done = run(chiwat, "doctor", "--lang", "en")
    assert "LibreOffice is there for chiwat print" in done.stdout, done
    print(f"print: {len(pdfs)} PDFs, {sum(map(pages, pdfs))} pages, fonts {sorted(fonts)}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]))
