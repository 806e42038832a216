"""What the Python peers share: only the writing or reading is measured, not how they get content."""

import json
import pathlib
import resource
import sys
import time


def report(wall, cpu):
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"wall": wall, "cpu": cpu, "memory": peak}))


def each_workbook(write):
    """Calls write(content, folder) for each content file of the command line."""
    out = pathlib.Path(sys.argv[1])
    wall = cpu = 0
    for path in sys.argv[2:]:
        content = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        folder = out / content["folder"]
        folder.mkdir(parents=True, exist_ok=True)
        wall_before, cpu_before = time.monotonic(), time.process_time()
        write(content, folder)
        wall += time.monotonic() - wall_before
        cpu += time.process_time() - cpu_before
    report(wall, cpu)


def each_file(read):
    """Calls read(path) for each workbook of the command line."""
    wall, cpu = time.monotonic(), time.process_time()
    for path in sys.argv[1:]:
        read(path)
    report(time.monotonic() - wall, time.process_time() - cpu)
