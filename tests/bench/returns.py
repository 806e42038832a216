"""Forms that came back: what it costs to read them, and to collect and score them."""

import pathlib
import shutil
import subprocess
import sys

import costs

HERE = pathlib.Path(__file__).resolve().parent
PEERS = HERE / "peers"
REFERENCE = "openpyxl, read-only"


def measure(workload, options, work, with_peers):
    """Prints the lines of one workload: the report of each district of its descriptions."""
    chiwat = options.build / "generator" / "chiwat"
    returned = {description: filled_in(chiwat, description, work) for description in workload.descriptions}
    files = [file for folder in returned.values() for file in sorted(folder.iterdir())]
    programs = readers(files) if with_peers else {}
    reading = [options.build / "tests" / "bench" / "bench_read", *files]
    programs["chiwat, reading"] = lambda: costs.run(reading)
    programs["chiwat, whole"] = lambda: whole(chiwat, returned, work)
    programs["chiwat, whole"]()  # fills the caches
    found = {name: [] for name in programs}
    for _ in range(options.pairs or workload.pairs):
        for name, program in programs.items():
            found[name].append(program())
    reference = REFERENCE if with_peers else "chiwat, reading"
    print(f"{len(files)} forms; ratios to {reference}")
    for name, each in found.items():
        costs.print_line(workload.name, name, each, found[reference])


def filled_in(chiwat, description, work):
    """The folder with the reports of a province as they come back."""
    sent, folder = work / "sent" / description.name, work / "returned" / description.name
    subprocess.run([chiwat, "generate", description, "--only", "4", "--out", sent], check=True,
                   stdout=subprocess.DEVNULL)
    of_round = sorted(sent.glob("*รอบที่ 1/*.xlsx"))
    subprocess.run([sys.executable, HERE / "fill_in.py", folder, *of_round], check=True)
    return folder


def whole(chiwat, returned, work):
    """Collects and scores province by province."""
    total = costs.Cost()
    for description, folder in returned.items():
        out = work / "collected" / description.name
        shutil.rmtree(out, ignore_errors=True)
        total += costs.run([chiwat, "collect", description, folder, "--out", out])
        total += costs.run([chiwat, "score", description, "--collected", out, "--out", out])
    return total


def readers(files):
    """The other libraries; they measure themselves."""
    openpyxl = ["/usr/bin/python3", PEERS / "read_openpyxl.py", *files]
    exceljs = ["node", "--max-old-space-size=16384", PEERS / "exceljs.js", "read", *files]
    return {REFERENCE: lambda: costs.run_peer(openpyxl), "exceljs": lambda: costs.run_peer(exceljs)}
