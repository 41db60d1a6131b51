"""`huiyi resolve`: tells what an identifier stands for now, or what became of it."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from huiyi.cli.context import formatted, release_folder, release_inside, root
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from huiyi.tables.resolving import Standing

    Rows = Mapping[str, list[dict[str, Any]]]

LONGEST_SHOWN = 120
LONGEST_LINE = 3000


@click.command
@click.argument("identifiers", metavar="ID...", nargs=-1, required=True)
@formatted("json", "text", shows="it")
@click.option(
    "--release",
    type=click.Path(path_type=Path),
    help="Folder of a published release to ask, in place of the project's records.",
)
@click.pass_context
def command(context: click.Context, identifiers: tuple[str, ...], form: str, release: Path | None) -> int:
    """Tell of each ID what it stands for: a record, one that it was merged into, or nothing any more, and why.

    An ID is the identifier of a record (liu-shaoqi) or the address of a part of one (liu-shaoqi#tenure-2). Exit code 0
    where a record or part stands for every ID now, 1 where one was withdrawn or never existed.
    """
    from huiyi.tables.resolving import Resolver, is_address  # noqa: PLC0415 - for this command only

    known: Mapping[str, Standing] = {}
    if release is None:
        rows, known = _of_project(context, {one.partition("#")[0] for one in identifiers})
    else:
        rows = _published(context, release, has_parts=any("#" in one for one in identifiers))
    resolver = Resolver(rows)
    for one in identifiers:
        if not is_address(one):
            near = resolver.nearest(one)
            hint = (
                f"did you mean '{escape(near, limit=LONGEST_SHOWN)}'?" if near else "identifiers look like liu-shaoqi"
            )
            raise click.UsageError(f"'{escape(one, limit=LONGEST_SHOWN)}' is no identifier; {hint}", context)
    standings = []
    for one in identifiers:
        faulty = known.get(one.partition("#")[0])
        standings.append(replace(faulty, address=one) if faulty else resolver.standing(one))
    if form == "json":
        click.echo(json.dumps([asdict(standing) for standing in standings], indent=2))
    else:
        for standing in standings:
            click.echo(escape(f"{standing.address}: {_told(standing)}", limit=LONGEST_LINE))
    return int(not all(standing.leads_to_a_record for standing in standings))


def _of_project(context: click.Context, asked: Iterable[str]) -> tuple[Rows, Mapping[str, Standing]]:
    """Give the rows of the project's tables, and what to say of those asked for whose record is at fault."""
    from huiyi.checking import is_vanished, read  # noqa: PLC0415 - what a release tells needs no records
    from huiyi.schemas import read_contract  # noqa: PLC0415 - likewise
    from huiyi.tables import make_tables, read_layout  # noqa: PLC0415 - likewise
    from huiyi.tables.resolving import UNREAD, VANISHED, Standing  # noqa: PLC0415 - likewise

    corpus, _ = read(root(context), read_contract(), None)
    known: dict[str, Standing] = {}
    for one in asked:
        if corpus.is_unread(one) and one not in corpus.records:
            reason = "its file" if one in corpus.unread else "a folder of records, in which it may stand,"
            kind = corpus.unread.get(one) or None
            known[one] = Standing(one, UNREAD, kind=kind, reason=f"{reason} cannot be read")
        elif (released := corpus.register.entries.get(one)) and is_vanished(one, corpus):
            known[one] = Standing(one, VANISHED, kind=released.kind, since=released.since)
    return make_tables(corpus, read_layout(corpus.contract)).rows, known


def _published(context: click.Context, folder: Path, *, has_parts: bool) -> Rows:
    """Read the tables of a release that the question needs; misuse where there is no release."""
    from huiyi.exports.csv_tables import UnreadableTableError, read_csv  # noqa: PLC0415 - for a release only
    from huiyi.package import csv_path  # noqa: PLC0415 - likewise
    from huiyi.tables.resolving import NEEDED, PARTS  # noqa: PLC0415 - likewise

    shown = release_folder(context, folder)
    needed = dict(NEEDED)
    if has_parts:
        needed = {path.stem: ("id",) for path in sorted((folder / "data").glob("*.csv"))} | needed | PARTS
    try:
        return {name: read_csv(folder / csv_path(name), columns) for name, columns in needed.items()}
    except FileNotFoundError as error:
        hint = release_inside(folder, csv_path("identifiers"))
        missing = f"data/{Path(error.filename).name}"
        raise click.UsageError(f"'{shown}' is no release: it holds no {missing}{hint}", context) from None
    except UnreadableTableError as error:
        raise click.UsageError(f"'{shown}': {escape(str(error), limit=300)}", context) from None


def _told(standing: Standing) -> str:
    """Say in a line what an address stands for."""
    from huiyi.tables.resolving import NO_SUCH_PART, UNKNOWN, UNREAD, VANISHED  # noqa: PLC0415 - for this command only

    near = f" (did you mean '{standing.nearest}'?)" if standing.nearest else ""
    record = f"{standing.kind} '{standing.label}'"
    part = f"part of the {record}"
    current = part if "#" in standing.address else record
    retired = f"since version {standing.retired_since}, formerly {standing.kind}: {standing.reason}"
    released = f"released since version {standing.since}" if standing.since else "in no earlier release"
    return {
        "current": f"current {current}, table {standing.table}, {standing.file}, {released}",
        "merged": f"merged into {standing.merged_into} '{standing.label}' {retired}",
        "withdrawn": f"withdrawn {retired}",
        NO_SUCH_PART: f"no such {part}{near}",
        VANISHED: f"{released} as {standing.kind}, the name of nothing now: see 'huiyi validate'",
        UNREAD: f"{standing.reason}: see 'huiyi validate'",
        UNKNOWN: f"never existed{near}",
    }.get(standing.status, standing.status)
