"""LibreOffice without a window: many files converted by one start of the program.

A start costs seconds and a file a tenth of one, so every check hands over all its files at once.
The profile is private and set to recalculate every formula whenever a file is opened: what
LibreOffice shows is then its own result and never the number that stood in the file.
"""

from contextlib import contextmanager
import fcntl
import os
import shutil
import signal
import subprocess

import fonts

# The filter options of Calc's CSV export: comma, quote, UTF-8, from the first line, cells as shown,
# and (the last) every sheet into a file of its own, named <book>-<sheet>.csv.
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
PDF = "pdf:calc_pdf_Export"
XLSX = "xlsx:Calc MS Excel 2007 XML"

ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
  </item>
</oor:items>
"""


class OfficeError(Exception):
    """LibreOffice could not be run, or left a file out."""


@contextmanager
def profile(cache):
    """A private profile, for one process at a time: a second start on it would join the first."""
    folder = cache.resolve() / "profile"
    user = folder / "user"
    user.mkdir(parents=True, exist_ok=True)
    with open(cache / "profile.lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        (user / "registrymodifications.xcu").write_text(ALWAYS_RECALCULATE, encoding="utf-8")
        yield folder


def run(command, environment, timeout):
    """Runs `command` in a process group of its own, so that a timeout ends soffice.bin too."""
    process = subprocess.Popen(command, env=environment, start_new_session=True, text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        output, _ = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise OfficeError(f"LibreOffice did not finish within {timeout} s") from None
    return process.returncode, output


def convert(files, target, folder, cache, timeout=None):
    """Converts all `files`, whose stems must differ, to `target` (CSV, PDF or XLSX) in `folder`.

    Every file must come out, or OfficeError says which did not and what LibreOffice said.
    """
    if not files:
        raise OfficeError("no file to convert")
    if not shutil.which("soffice"):
        raise OfficeError("no soffice: apt-get install libreoffice-calc-nogui")
    folder.mkdir(parents=True, exist_ok=True)
    with profile(cache) as home:
        code, output = run(
            ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless", "--norestore",
             "--convert-to", target, "--outdir", str(folder), *map(str, files)],
            fonts.environment(cache), timeout or 60 + 5 * len(files))
    suffix = target.partition(":")[0]
    pattern = "{}-*.csv" if suffix == "csv" else f"{{}}.{suffix}"
    missing = [file.name for file in files if not any(folder.glob(pattern.format(file.stem)))]
    if code != 0 or missing:
        raise OfficeError(f"LibreOffice ended with {code}; not converted: "
                          f"{', '.join(missing) or 'none'}\n{output}")
