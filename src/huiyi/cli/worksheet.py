"""`huiyi worksheet`: gives a second reader what to code without seeing the codes, and compares what comes back."""

from __future__ import annotations

from pathlib import Path

import click

from huiyi.checking import read
from huiyi.cli.context import root
from huiyi.coding.sheets import FOLDER, OPEN, SUFFIX, read_coding, write_coding
from huiyi.coding.worksheets import WorksheetError, blank_worksheet, coded_anew
from huiyi.loading.plain_files import Damage, read_written
from huiyi.project import replace_file
from huiyi.schemas import read_contract
from huiyi.values.text import counted, escape


@click.command
@click.argument("source")
@click.option("--filled", type=click.Path(path_type=Path), help="A worksheet that a second reader has filled in.")
@click.pass_context
def command(context: click.Context, source: str, filled: Path | None) -> int:
    """Print a worksheet of SOURCE, or compare one that was filled in with the records.

    The worksheet is CSV, a row for each field of each part that no second reader has coded yet: the passage, what the
    part says, an empty code. With --filled the codes are compared with those of the records and both are written to
    curation/coding/SOURCE.csv; where they differ, somebody has to settle it there.
    """
    home = root(context)
    corpus, _ = read(home, read_contract(), None)
    if source not in {record.id for record in corpus.by_kind["source"]}:
        raise click.UsageError(f"no source is called '{escape(source, limit=80)}'", context)
    rows, flaws = read_coding(home)
    if flaws:
        raise click.UsageError(f"{flaws[0].path}:{flaws[0].line}: {flaws[0].message}; mend it first", context)
    if filled is None:
        click.echo(blank_worksheet(corpus, source, rows), nl=False)
        return 0
    sheet = read_written(filled, "worksheet")
    if not isinstance(sheet, str):
        raise click.UsageError(sheet.message if isinstance(sheet, Damage) else "there is no such worksheet", context)
    try:
        coded = coded_anew(corpus, source, rows, sheet)
    except WorksheetError as error:
        raise click.UsageError(str(error), context) from None
    path = f"{FOLDER}/{source}{SUFFIX}"
    replace_file(home / path, write_coding(coded))
    codes = [row for row in coded if row.field]
    differing = sum(row.first != row.second for row in codes)
    still = sum(row.settled == OPEN for row in codes)
    click.echo(f"{path}: {counted(len(codes), 'code')}, {differing} differing, {still} to be settled", err=True)
    return int(bool(still))
