"""Shows a difference as the sections of data and schemas in `CHANGELOG.md`, a line for each record and table."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.differences.labels import Labels
from huiyi.differences.phrases import listed, marked, term
from huiyi.differences.telling import tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.differences.comparing import Difference
    from huiyi.differences.phrases import Phrase

MOST = 5
"""So many sentences on one record; the delta of the release has all."""


def render(difference: Difference) -> Iterator[str]:
    """Give the lines; a section without anything to tell is left out."""
    told = tell(difference)
    added = {record.id for record in difference.records if record.turn == "added"}
    lines = list(_added(difference))
    for records in told.sections.values():
        lines += [_line(phrases) for identifier, phrases in records if identifier not in added]
    if lines:
        yield "### Data"
        yield ""
        yield from lines
    if told.forms:
        if lines:
            yield ""
        yield "### Schemas"
        yield ""
        yield from (f"- {marked(phrase)}." for phrase in told.forms)


def _added(difference: Difference) -> Iterator[str]:
    """Give a line for each kind with its new records."""
    labels = Labels(difference)
    kinds = defaultdict[str, list[str]](list)
    for record in difference.records:
        if record.turn == "added":
            kinds[record.kind].append(record.id)
    for kind, identifiers in sorted(kinds.items()):
        names = listed([labels.label(identifier) for identifier in identifiers], len(identifiers))
        yield f"- {marked(('New records of the kind ', term(kind), ': ', *names))}."


def _line(phrases: tuple[Phrase, ...]) -> str:
    told = "; ".join(map(marked, phrases[:MOST]))
    rest = len(phrases) - MOST
    return f"- {told}; and {rest} more." if rest > 0 else f"- {told}."
