"""Measures `huiyi validate` on the real records and on generated ones, and where its time goes.

    python benchmarks/measure.py

prints a table in Markdown: the whole process (seconds, peak memory) and the share of each stage, all in one run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from generate import HOME
from generate import main as generate

from huiyi.checking import all_rules, findings_of_rules
from huiyi.corpus import Corpus, Record
from huiyi.evidence import read_lock
from huiyi.loading import discover, load
from huiyi.schemas import completed, read_contract

SIZES = (2_000, 20_000)
COMMAND = [sys.executable, "-c", "from huiyi.cli import main; main()"]


def main() -> None:
    """Print the table."""
    print("| records | seconds | µs a record | peak MB | parsing | schema | rules |")
    print("|---:|---:|---:|---:|---:|---:|---:|")
    row(HOME)
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            home = Path(folder) / str(size)
            generate(home, size)
            row(home)


def row(home: Path) -> None:
    """Print the figures of one project."""
    records, parsing, schema, rules = stages(home)
    seconds, peak = whole(home)
    shares = " | ".join(f"{part / (parsing + schema + rules):.0%}" for part in (parsing, schema, rules))
    print(f"| {records} | {seconds:.2f} | {seconds / records * 1e6:.0f} | {peak:.0f} | {shares} |", flush=True)


def whole(home: Path) -> tuple[float, float]:
    """Give the seconds and the peak memory in MB of the command as a user runs it."""
    environment = {key: value for key, value in os.environ.items() if key != "HUIYI_SOURCES"}
    start = perf_counter()
    process = subprocess.Popen([*COMMAND, "--root", str(home), "validate"], env=environment, stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return perf_counter() - start, usage.ru_maxrss / 1024


def stages(home: Path) -> tuple[int, float, float, float]:
    """Give the number of records and the seconds spent in parsing, schemas and rules."""
    contract = read_contract()
    paths = [path for folder in ("records", "vocabularies") for path in discover(home / "curation" / folder, home)[0]]
    begun = perf_counter()
    documents = [load(home, path) for path in paths]
    parsed = perf_counter()
    records = []
    for document in documents:
        kind = contract.by_folder[document.path.removeprefix("curation/").rpartition("/")[0]]
        assert document.data is not None
        assert not contract.faults(kind, document.data)
        records.append(Record(document.stem, kind, completed(kind.shape, document.data), document))
    checked = perf_counter()
    rules = tuple(rule for rule in all_rules() if not rule.needs_texts)
    lock = read_lock(home / "curation" / "evidence.lock")
    findings_of_rules(Corpus(contract, tuple(records), {}, lock, {}), rules)
    return len(records), parsed - begun, checked - parsed, perf_counter() - checked


if __name__ == "__main__":
    main()
