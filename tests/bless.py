"""Accepts what the toy repositories give now as what they should give, and says what changed.

Run it after a change that is meant to change the output, and read the difference before you commit it.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

import huiyi
from huiyi.cli import run
from huiyi.project import contract_folder
from huiyi.schemas import read_contract
from huiyi.tables import read_layout

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).resolve().parent
COPIED = {"LICENSE", "LICENSE-DATA", "CHANGELOG.md"}
"""Files of a release that are the project's own, word for word."""
BINARY = {".sqlite", ".zip", ".parquet", ".xlsx", ".dta"}
DIGESTS = {"SHA256SUMS", "croissant.json", "manifest.json"}
"""Files that change with the version of a library: those that hold its bytes, and those that hold digests of them."""


def release(root: Path) -> dict[str, bytes]:
    """Build a repository and give the files of its release that are text and our own, by path."""
    with tempfile.TemporaryDirectory() as spare:
        with contextlib.redirect_stdout(io.StringIO()) as said:
            code = run(["--root", str(root), "build", "--out", f"{spare}/dist"])
        if code != 0:
            raise SystemExit(said.getvalue() + f"{root.name} does not build; nothing was accepted")
        folder = Path(spare) / "dist" / f"huiyi-{huiyi.__version__}"
        paths = (path for path in folder.rglob("*") if path.is_file() and path.name not in COPIED | DIGESTS)
        texts = (path for path in paths if path.suffix not in BINARY and not path.name.endswith(".schema.json"))
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in texts}


def findings(root: Path) -> dict[str, bytes]:
    """Validate a repository and give what is printed, as the one file `validate.txt`."""
    with contextlib.redirect_stdout(io.StringIO()) as said:
        run(["--root", str(root), "validate"])
    return {"validate.txt": said.getvalue().encode()}


def table_contract() -> bytes:
    """Give the table contract: for each table the name and type of its columns, one column a line."""
    tables = read_layout(read_contract()).tables
    contract = {name: [[column.name, column.type] for column in table.columns] for name, table in tables.items()}
    parts = []
    for name, columns in contract.items():
        lines = ",\n".join(f"    {json.dumps(column)}" for column in columns)
        parts.append(f"  {json.dumps(name)}: [\n{lines}\n  ]")
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def accept(files: Mapping[str, bytes], folder: Path, *, is_whole: bool = True) -> None:
    """Make a folder hold these files, and no others where they are the whole of it; say what changed."""
    present = (
        {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} if is_whole else set()
    )
    for name in sorted(present - set(files)):
        (folder / name).unlink()
        click.echo(f"removed  {folder.name}/{name}")
    for name, content in sorted(files.items()):
        path = folder / name
        word = "changed" if path.is_file() else "added"
        if word == "added" or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            click.echo(f"{word:<8} {folder.name}/{name}")


def main() -> None:
    """Accept the release of the toy, the findings of the broken toy, and the table contract."""
    os.environ.pop("HUIYI_SOURCES", None)
    accept({"tables.json": table_contract()}, contract_folder("datapackage"), is_whole=False)
    accept(findings(HERE / "toy-broken"), HERE / "toy-broken" / "expected")
    accept(release(HERE / "toy"), HERE / "toy" / "expected")


if __name__ == "__main__":
    main()
