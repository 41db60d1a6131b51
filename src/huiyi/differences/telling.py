"""Puts all differences in words: people, meetings, other records, tables; what many records share is told once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from huiyi.differences.comparing import Turn
from huiyi.differences.form_sentences import form_sentences
from huiyi.differences.labels import Labels
from huiyi.differences.pairing import canonical
from huiyi.differences.phrases import Phrase, term
from huiyi.differences.sentences import now_and_before, told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from huiyi.differences.comparing import Change, Difference, RecordChange

MANY = 10
"""A change that more records than this have in common is told once for all of them."""

SECTIONS = {"person": "People", "meeting": "Meetings"}
OTHERS, FORMS = "Other records", "Tables"


@dataclass(frozen=True)
class Told:
    """The sentences of each section of records and, by record, those of one; and those on the tables."""

    sections: Mapping[str, Sequence[tuple[str, tuple[Phrase, ...]]]]
    forms: tuple[Phrase, ...]


def tell(difference: Difference) -> Told:
    """Put a difference in words: for each section the records in the order of their identifiers, each with sentences.

    What many records have in common stands first in its section, under no identifier.
    """
    labels = Labels(difference)
    shared = _shared(difference)
    sections: dict[str, list[tuple[str, tuple[Phrase, ...]]]] = {name: [] for name in (*SECTIONS.values(), OTHERS)}
    for (kind, *_), (count, change) in shared.items():
        sections[SECTIONS.get(kind, OTHERS)].append(("", (_common(kind, count, change, labels),)))
    for record in difference.records:
        changes = [change for change in record.changes if _likeness(record, change) not in shared]
        shape = difference.new.shapes.get(record.kind) or difference.old.shapes.get(record.kind)
        if phrases := tuple(told(record, changes, shape, labels)):
            sections[SECTIONS.get(record.kind, OTHERS)].append((record.id, phrases))
    return Told(sections, tuple(form_sentences(difference.forms)))


def counts(difference: Difference) -> Mapping[str, int]:
    """Count the records by what became of them, in the order of the turns, without those of which there are none."""
    turns = [record.turn for record in difference.records]
    return {turn: turns.count(turn) for turn in get_args(Turn) if turn in turns}


def _likeness(record: RecordChange, change: Change) -> tuple[Any, ...]:
    """Give what a change has in common with the same one in other records: kind, keys on the way, both values."""
    keys = tuple(part for part in change.route if isinstance(part, str))
    return record.kind, keys, change.what, canonical(change.old), canonical(change.new)


def _shared(difference: Difference) -> Mapping[tuple[Any, ...], tuple[int, Change]]:
    """Give the changes of single values that many records have in common, with the number of these."""
    holders = defaultdict[Any, dict[str, "Change"]](dict)
    for record in difference.records:
        for change in record.changes:
            if change.what != "moved" and change.field and not isinstance(change.old or change.new, list):
                holders[_likeness(record, change)].setdefault(record.id, change)
    return {key: (len(held), next(iter(held.values()))) for key, held in holders.items() if len(held) > MANY}


def _common(kind: str, count: int, change: Change, labels: Labels) -> Phrase:
    keys = ", ".join(part.replace("_", " ") for part in change.route if isinstance(part, str))
    return (f"{count} records of kind ", term(kind), ": ", term(keys), *now_and_before(change, None, labels))
