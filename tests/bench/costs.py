"""What a program costs, and how that stands to what another costs."""

import dataclasses
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time


@dataclasses.dataclass
class Cost:
    wall: float = 0  # seconds
    cpu: float = 0  # user and system, of all processes
    memory: float = 0  # peak of all processes together, in MB

    def __add__(self, other):
        return Cost(self.wall + other.wall, self.cpu + other.cpu, max(self.memory, other.memory))


def run(command, watch=False):
    """Runs a program to its end; what it says goes nowhere.

    Its memory is that of its largest process, unless all of them are watched, which takes time from
    them.
    """
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, start_new_session=True)
    memory = peak_of_session(process) if watch else 0
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command[:6]))}: ended with {process.returncode}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, memory or usage.ru_maxrss / 1024)


def peak_of_session(process):
    """The most that the processes of a session take together until it has ended."""
    memory = 0
    while os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        memory = max(memory, memory_of_session(process.pid))
        time.sleep(0.02)
    return memory


def memory_of_session(session):
    """What the processes of a session take together, what they share counted once, in MB."""
    total = 0
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(process.name)) != session:
                continue
            lines = (process / "smaps_rollup").read_text().splitlines()
            total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        except (OSError, StopIteration):
            continue  # it has just ended
    return total / 1024


def run_peer(command):
    """Peers measure themselves: how they get their content is not what is asked."""
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return Cost(**json.loads(said.splitlines()[-1]))


def print_line(workload, program, costs, bare):
    wall = statistics.median(cost.wall for cost in costs)
    cpu = statistics.median(cost.cpu for cost in costs)
    memory = max(cost.memory for cost in costs)
    ratios = "" if costs is bare else "   ".join(
        quartiles([getattr(ours, kind) / getattr(theirs, kind)
                   for ours, theirs in zip(costs, bare)]) for kind in ("wall", "cpu"))
    print(f"{workload:13} {program:22} {wall * 1000:6.0f} ms {cpu * 1000:6.0f} ms "
          f"{memory:5.0f} MB   {ratios}", flush=True)


def quartiles(ratios):
    """The median of the ratios of the pairs and the middle half of them: "1.23 (1.20-1.31)"."""
    if len(ratios) == 1:
        return f"{ratios[0]:5.2f}              "
    low, middle, high = statistics.quantiles(ratios, n=4, method="inclusive")
    return f"{middle:5.2f} ({low:.2f}-{high:.2f})"
