"""All checks from outside over a folder of workbooks; exit code 1 on any finding.

    run.py out build/outside               recalculation, Open XML validation, print
    run.py --selftest build/outside        spoiled workbooks must be found out, good ones must pass

The second folder keeps the stand-in fonts, the LibreOffice profile and the validator from run to
run, and the PDFs of the last run to look at (print/). Needs node with npm, and of Debian
python3-openpyxl, python3-fonttools, python3-icu, poppler-utils, libreoffice-calc-nogui,
fonts-thai-tlwg and fonts-crosextra-carlito.
"""

from pathlib import Path
import sys

from report import main
import print as printing
import recalculate
import selftest
import validate

if __name__ == "__main__":
    if sys.argv[1:2] == ["--selftest"] and len(sys.argv) == 3:
        sys.exit(not selftest.run(Path(sys.argv[2])))
    main(__doc__, recalculate.check, validate.check, printing.check)
