"""What a check found, and the one way in which all of them are called and answer."""

from dataclasses import dataclass, field
from pathlib import Path
import argparse
import sys
import time
import zipfile

from office import OfficeError


@dataclass
class Report:
    """A check that looked at nothing has failed: `looked_at` says how much of what it saw."""

    title: str
    looked_at: dict[str, int] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def count(self, what, number=1):
        self.looked_at[what] = self.looked_at.get(what, 0) + number

    def find(self, where, what):
        finding = f"{where}: {what}"
        if finding not in self.findings:  # a heading repeated on each page is found on each
            self.findings.append(finding)

    @property
    def failed(self):
        return bool(self.findings) or not all(self.looked_at.values())

    def __str__(self):
        counts = ", ".join(f"{number} {what}" for what, number in self.looked_at.items())
        verdict = f"{len(self.findings)} FINDINGS" if self.findings else (
            "LOOKED AT NOTHING" if self.failed else "good")
        return "\n".join([*self.findings,
                          f"{self.title}: {verdict} ({counts}; {self.seconds:.1f} s)"])


def timed(check, books, cache):
    start = time.monotonic()
    report = check(books, cache)
    report.seconds = time.monotonic() - start
    return report


def workbooks(folder):
    """Every workbook below `folder`, without the lock files that Excel and LibreOffice leave."""
    return sorted(book for book in folder.rglob("*.xlsx")
                  if not book.name.startswith(("~$", ".~lock")))


def main(description, *checks):
    """Runs `checks` over a folder of workbooks; exits with 1 when one of them found something."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="workbooks are looked for at any depth")
    parser.add_argument("cache", type=Path, help="for fonts, profile, validator and renderings")
    arguments = parser.parse_args()
    books = workbooks(arguments.folder)
    if not books:
        sys.exit(f"no workbook below {arguments.folder}")
    if broken := [str(book) for book in books if not zipfile.is_zipfile(book)]:
        sys.exit(f"no workbook at all (not a zip file): {', '.join(broken)}")
    arguments.cache.mkdir(parents=True, exist_ok=True)
    failed = False
    try:
        for check in checks:
            report = timed(check, books, arguments.cache)
            print(report, flush=True)
            failed = failed or report.failed
    except OfficeError as error:
        sys.exit(f"error: {error}")
    sys.exit(failed)
