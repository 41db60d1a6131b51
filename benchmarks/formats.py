"""Measures each format of a release on the real records and on generated ones: time, memory, bytes.

    python benchmarks/formats.py [COUNT]

prints a table in Markdown. Each format is written by a process of its own that begins with records and tables in
memory, and its peak has them in it. COUNT is the number of generated records, by default 20,000.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from generate import HOME
from generate import main as generate

import huiyi
from huiyi.checking import read
from huiyi.exports import Format, formats
from huiyi.package import Edition, read_codes, read_metadata
from huiyi.schemas import read_contract
from huiyi.tables import make_tables, read_layout


def main(count: int) -> None:
    """Print the table."""
    print("| records | rows | format | CPU seconds | µs a row | peak MB | MB of files |")
    print("|---:|---:|---|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "generated"
        generate(home, count)
        for root in (HOME, home):
            edition = edition_of(root)
            for one in formats():
                measure(edition, one, Path(folder) / f"{root.name}-{one.name}")


def edition_of(root: Path) -> Edition:
    """Read a project and make its tables."""
    corpus, _ = read(root, read_contract(), None)
    tables = make_tables(corpus, read_layout(corpus.contract))
    return Edition(corpus, tables, read_codes(corpus), read_metadata(huiyi.__version__))


def measure(edition: Edition, one: Format, out: Path) -> None:
    """Print the figures of one format."""
    out.mkdir()
    child = os.fork()
    if child == 0:
        one.write(edition, out)
        os._exit(0)
    _, status, usage = os.wait4(child, 0)
    seconds = usage.ru_utime + usage.ru_stime
    assert status == 0, one.title
    rows = sum(map(len, edition.tables.rows.values()))
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    counts = f"{len(edition.corpus.all_records)} | {rows} | {one.title}"
    times = f"{seconds:.1f} | {seconds / rows * 1e6:.0f}"
    print(f"| {counts} | {times} | {usage.ru_maxrss / 1024:.0f} | {size / 1e6:.1f} |", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
