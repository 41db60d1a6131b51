"""What the versions of two states must be: how large a step the differences ask for, and what no step excuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from huiyi.differences.form_sentences import form_sentences
from huiyi.differences.levels import LEVELS, Level, bumped, highest
from huiyi.differences.phrases import Phrase, Said, listed, term
from huiyi.values.versions import numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.differences.comparing import Difference, RecordChange, Turn

LEVEL_OF_TURN: dict[Turn, Level] = {
    "added": "minor",
    "changed": "patch",
    "retired": "minor",
    "restored": "minor",
    "removed": "major",
    "reused": "major",
}

WORDS: dict[Turn, str] = {
    "added": "new",
    "changed": "changed",
    "retired": "retired",
    "restored": "restored",
    "removed": "vanished",
    "reused": "used again for another kind",
}
MOST_NAMED = 10
UNTOLD = "The tables were not compared: this version makes none of the schemas of one of the commits."


class Need(NamedTuple):
    """The smallest step from the old version, and the smallest version that takes it."""

    level: Level
    version: str


def needed(difference: Difference) -> Need:
    """Give the smallest step that the differences ask for; `none` where there are none."""
    levels = [LEVEL_OF_TURN[record.turn] for record in difference.records]
    levels += [form.level for form in difference.forms]
    level = highest(levels)
    return Need(level, bumped(difference.old.version, level))


def _is_too_small(difference: Difference) -> bool:
    """Say whether the new state's version is below the smallest one that its differences ask for."""
    return numbers(difference.new.version) < numbers(needed(difference).version)


def broken_identifiers(difference: Difference) -> Iterator[tuple[RecordChange, Phrase]]:
    """Give each identifier that vanished or now means something else, and why no version may do so."""
    for record in difference.records:
        if record.turn == "removed":
            start = ("identifier ", Said(record.id), " of kind ", term(record.kind))
            yield record, (*start, " vanished; keep it as a redirect")
        elif record.turn == "reused" and record.old is not None:
            start = ("identifier ", Said(record.id), " of kind ", term(record.old.kind))
            yield record, (*start, " is used again for kind ", term(record.kind), "; choose another")


def reasons(difference: Difference) -> Iterator[Phrase]:
    """Say why the step is as large as it is: what became of records and tables, the largest step first."""
    for level in reversed(LEVELS):
        for turn, own in LEVEL_OF_TURN.items():
            identifiers = [record.id for record in difference.records if record.turn == turn and own == level]
            if identifiers:
                yield (f"{level}: {len(identifiers)} {WORDS[turn]}: ", *listed(identifiers, MOST_NAMED))
        for phrase in form_sentences([form for form in difference.forms if form.level == level]):
            yield (f"{level}: ", *phrase)


def faults(difference: Difference) -> Iterator[Phrase]:
    """Say what forbids to publish the new state after the old one: identifiers broken, a version too small."""
    broken = list(broken_identifiers(difference))
    yield from (phrase for _, phrase in broken[:MOST_NAMED])
    if len(broken) > MOST_NAMED:
        yield (f"{len(broken) - MOST_NAMED} more identifiers vanished or are used again",)
    if difference.told_forms is None:
        yield (UNTOLD,)
    need = needed(difference)
    if _is_too_small(difference):
        first: Phrase = next(reasons(difference), ("no version may be below a former one",))
        asked = f"after {difference.old.version} at least {need.version} is needed"
        yield (f"version {difference.new.version} is too small: {asked} (", *first, ")")
