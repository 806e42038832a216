"""LibreOffice without a window: many files converted by one start of the program.

A start costs seconds and a file a tenth of one, so every check hands over all its files together.
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


# Inserts a row above the one of this number (from 0) on the first sheet, as a person would who lifts
# the protection for that.
INSERT_ROW = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Rows"
               script:language="StarBasic">
Sub InsertRow(source, target, row)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = &quot;Hidden&quot; : hidden(0).Value = True
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = &quot;FilterName&quot; : filter(0).Value = &quot;Calc MS Excel 2007 XML&quot;
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), &quot;_blank&quot;, 0, hidden())
  sheet = document.Sheets.getByIndex(0)
  sheet.unprotect(&quot;&quot;)
  sheet.Rows.insertByIndex(row, 1)
  sheet.protect(&quot;&quot;)
  document.storeToURL(ConvertToURL(target), filter())
  document.close(True)
End Sub
</script:module>
"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
                 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Rows"/>
</library:library>
"""


# After some 240 files of one start LibreOffice leaves out the rest, and says that all was well.
AT_ONCE = 100


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
    codes, output = set(), ""
    with profile(cache) as home:
        for start in range(0, len(files), AT_ONCE):
            part = files[start:start + AT_ONCE]
            code, said = run(
                ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless", "--norestore",
                 "--convert-to", target, "--outdir", str(folder), *map(str, part)],
                fonts.environment(cache), timeout or 60 + 5 * len(part))
            codes.add(code)
            output += said
    suffix = target.partition(":")[0]
    pattern = "{}-*.csv" if suffix == "csv" else f"{{}}.{suffix}"
    missing = [file.name for file in files if not any(folder.glob(pattern.format(file.stem)))]
    if codes != {0} or missing:
        raise OfficeError(f"LibreOffice ended with {sorted(codes)}; not converted: "
                          f"{', '.join(missing) or 'none'}\n{output}")


def insert_row(file, copy, row, cache):
    """Saves `copy`: the workbook with one row more."""
    copy.unlink(missing_ok=True)
    home = cache.resolve() / "macros"
    library = home / "user" / "basic" / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    for _ in range(2):  # a new profile begins with an empty library
        (library / "script.xlb").write_text(LIBRARY, encoding="utf-8")
        (library / "Rows.xba").write_text(INSERT_ROW, encoding="utf-8")
        _, output = run(
            ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless", "--norestore",
             f'macro:///Standard.Rows.InsertRow("{file}","{copy}",{row})'],
            fonts.environment(cache), 60)
        if copy.exists():
            return
    raise OfficeError(f"LibreOffice inserted no row: {output}")
