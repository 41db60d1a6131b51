"""`huiyi worksheet`: gives a second reader what to code without seeing the codes, and compares what comes back."""

from __future__ import annotations

from pathlib import Path

import click

from huiyi.checking import read
from huiyi.cli.context import root
from huiyi.coding.comparing import difference
from huiyi.coding.sheets import FOLDER, OPEN, Row, coding_path, in_order, read_coding, write_coding
from huiyi.coding.worksheets import WorksheetError, blank_worksheet, coded_anew
from huiyi.loading.plain_files import Damage, read_written
from huiyi.project import make_folder, replace_file
from huiyi.schemas import read_contract
from huiyi.values.text import counted, escape


@click.command
@click.argument("source")
@click.option("--filled", type=click.Path(path_type=Path), help="A worksheet that a second reader has filled in.")
@click.pass_context
def command(context: click.Context, source: str, filled: Path | None) -> int:
    """Print a worksheet of SOURCE, or compare one that was filled in with the records.

    The worksheet is CSV, a row for each field of each part that no second reader has coded yet: the passages, what the
    part says, what may be answered, and an empty code. Blank or none says that there is no code, or the usual one.
    With --filled the codes are compared with those of the records and both are written to curation/coding/SOURCE.csv;
    where they differ, somebody has to settle it there, and the exit code is 1.
    """
    home = root(context)
    corpus, _ = read(home, read_contract(), None)
    if source not in {record.id for record in corpus.by_kind["source"]}:
        raise click.UsageError(f"no source is called '{escape(source, limit=80)}'", context)
    rows, flaws = read_coding(home)
    if flaws:
        raise click.UsageError(f"{flaws[0].path}:{flaws[0].line}: {flaws[0].message}; mend it first", context)
    if filled is None:
        sheet = blank_worksheet(corpus, source, rows)
        click.echo(sheet, nl=False)
        if sheet.count("\n") == 1:
            click.echo(f"every part of {source} has been coded a second time", err=True)
        return 0
    content = read_written(filled, "worksheet")
    if not isinstance(content, str):
        reason = content.message if isinstance(content, Damage) else "there is no such worksheet"
        raise click.UsageError(reason, context)
    try:
        fresh = coded_anew(corpus, source, rows, content)
    except WorksheetError as error:
        raise click.UsageError(str(error), context) from None
    every = in_order(corpus, [row for row in rows if row.source == source], fresh)
    path = coding_path(source)
    make_folder(home / FOLDER)
    replace_file(home / path, write_coding(every))
    return _tell(path, every, fresh)


def _tell(path: str, every: tuple[Row, ...], fresh: tuple[Row, ...]) -> int:
    """Name what is to be settled of the new rows, sum them up, and give the exit code."""
    opened = {row for row in fresh if row.settled == OPEN}
    is_open = [(line, row) for line, row in enumerate(every, 2) if row in opened]
    for line, row in is_open:
        click.echo(f"{path}:{line}: {row.place.record}: {difference(row)}")
    parts = counted(len({(row.place, row.number) for row in fresh}), "part")
    codes = counted(sum(bool(row.field) for row in fresh), "code")
    click.echo(f"{path}: {parts} with {codes} added, {len(is_open)} to be settled", err=True)
    return int(bool(is_open))
