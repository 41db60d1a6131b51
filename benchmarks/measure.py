"""Measures `huiyi validate` and `huiyi build` on the real records and on generated ones: time, memory, bytes, by stage.

    python benchmarks/measure.py [COUNT ...]

prints two tables in Markdown. COUNT are the numbers of generated records, by default 2,000 and 20,000. Each build runs
once, in a process of its own, without the source texts; what it does until all rules have run is a validation. Seconds
are of the processor, but where the clock is named, which counts the other work of the machine too. Needs Linux.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

from generate import HOME
from generate import main as generate

import huiyi
from huiyi.checking import check
from huiyi.package import read_metadata
from huiyi.release import build
from huiyi.schemas import read_contract

SIZES = (2_000, 20_000)
RULES, TABLES = "rules, lock and golden facts", "making tables"
PEAK_ANEW = "5"
"""What makes Linux begin the peak of a process's memory anew."""


class Stage(NamedTuple):
    """A stage: its name, seconds of processor and clock, peak of memory in MB, and how many MB of files it wrote."""

    name: str
    seconds: float
    clock: float
    peak: float
    files: float


class Watch:
    """Measures the stages of this process; `out` is where they write to."""

    def __init__(self, out: Path) -> None:
        self.out, self.stages = out, list[Stage]()
        self.name, self.begun = "starting", (0.0, perf_counter(), 0.0)

    def next(self, name: str) -> None:
        """End a stage and begin another."""
        now = (process_time(), perf_counter(), size_of(self.out))
        seconds, clock, files = (end - begin for begin, end in zip(self.begun, now, strict=True))
        self.stages.append(Stage(self.name, seconds, clock, peak(), files))
        Path("/proc/self/clear_refs").write_text(PEAK_ANEW, "ascii")
        self.name, self.begun = name, now


def size_of(folder: Path) -> float:
    """Give the MB of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def peak() -> float:
    """Give the most MB of memory that this process has held since the last stage."""
    status = dict(line.split(":") for line in Path("/proc/self/status").read_text("ascii").splitlines())
    return int(status["VmHWM"].split()[0]) / 1024


def measure(home: Path, out: Path) -> list[Stage]:
    """Build a project in this process, as the command does, but whatever the rules find in the copies."""
    gc.disable()
    watch = Watch(out)
    watch.next("reading")
    outcome = check(home, read_contract(), None, lambda done, whole: watch.next(RULES) if done == whole else None)
    build(outcome, read_metadata(huiyi.__version__), out, watch.next)
    watch.next("")
    return watch.stages


def main(sizes: list[int]) -> None:
    """Measure each project in a process of its own, and print the tables."""
    measured = {}
    with tempfile.TemporaryDirectory() as folder:
        homes = {len(list((HOME / "curation").glob("[rv]*/**/*.yaml"))): HOME}
        homes |= {generate(Path(folder) / str(size), size): Path(folder) / str(size) for size in sizes}
        for records, home in homes.items():
            command = [sys.executable, __file__, "--one", str(home), f"{folder}/out/{records}"]
            printed = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
            measured[records] = [Stage(*stage) for stage in json.loads(printed)]
    print_whole(measured)
    print_stages(measured)


def print_whole(measured: dict[int, list[Stage]]) -> None:
    """Print the table of the two commands."""
    print("| records | command | CPU seconds | µs a record | seconds by the clock | peak MB |")
    print("|---:|---|---:|---:|---:|---:|")
    for records, stages in measured.items():
        checked = [stage.name for stage in stages].index(TABLES)
        for command, part in (("validate", stages[:checked]), ("build", stages)):
            seconds, clock = sum(stage.seconds for stage in part), sum(stage.clock for stage in part)
            each = seconds / records * 1e6
            most = max(stage.peak for stage in part)
            print(f"| {records} | {command} | {seconds:.1f} | {each:.0f} | {clock:.0f} | {most:.0f} |")
    print()


def print_stages(measured: dict[int, list[Stage]]) -> None:
    """Print the table of the stages: what each takes of each project, and memory and files of the last."""
    last = list(measured)[-1]
    print(f"| stage | CPU seconds | µs a record | peak MB of {last} | MB of files |")
    print("|---|---:|---:|---:|---:|")
    for row in zip(*measured.values(), strict=True):
        seconds = " / ".join(f"{stage.seconds:.1f}" for stage in row)
        each = " / ".join(f"{stage.seconds / records * 1e6:.0f}" for records, stage in zip(measured, row, strict=True))
        print(f"| {row[-1].name} | {seconds} | {each} | {row[-1].peak:.0f} | {row[-1].files:.1f} |")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(Path(sys.argv[2]), Path(sys.argv[3]))))
    else:
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
