"""Faults of sense of what we tell in our own words: of more than the passage, of others, or of another kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.mutants.aiming import aimed
from tests.mutants.exchanged import other_reference
from tests.mutants.operators import Around, Change, respelt, taken_out
from tests.mutants.sorts import at, is_free_text, is_text, is_word

from huiyi.naming import people_named

if TYPE_CHECKING:
    from tests.mutants.spots import Spot

STATED = frozenset({"point", "claim", "policy", "statistic", "meeting.decision"})
TOLD = ("text", "statement", "provision", "counted")
REMARKS = ("note", "reason", "treatment")
OF_TWO = frozenset({"tension", "rival-statement"})
SORTS = (
    ("party", "army", "government"),
    ("cadres", "workers", "peasants"),
    ("industry", "agriculture"),
    ("political", "economic", "cultural"),
    ("sent", "received"),
    ("approved", "rejected"),
    ("before", "after"),
    ("senior", "junior"),
    ("central", "local"),
    ("rural", "urban"),
)
FEWEST_WORDS = 3
"""How many words a passage must begin with, if it is to be cut to them."""
_PART = re.compile(r"\b(?:some|most|many|few)\b(?! (?:of )?(?:the )?(?:ways?|respects?)\b)", re.IGNORECASE)
_REMARK = re.compile(r"(?<=\bremark )[0-9]+\b", re.IGNORECASE)


def _is_statement(spot: Spot) -> bool:
    return is_free_text(spot) and spot.node.shape.name in STATED and spot.name in TOLD


def _of_all(spot: Spot, _around: Around) -> Change | None:
    """Say of all things what is said of a part."""
    part = _PART.search(spot.value)
    if not part:
        return None
    every = "All" if part[0][0].isupper() else "all"
    return respelt(spot, spot.value[: part.start()] + every + spot.value[part.end() :])


def _of_its_sort(spot: Spot, around: Around) -> Change | None:
    """Put another word of its sort in place of one."""
    found = [(word, sort) for sort in SORTS for word in sort if re.search(rf"\b{word}\b", spot.value)]
    if not found:
        return None
    word, sort = around.random.choice(found)
    other = around.random.choice([one for one in sort if one != word])
    return respelt(spot, re.sub(rf"\b{word}\b", other, spot.value))


def _exchanged(spot: Spot, around: Around) -> Change | None:
    """Let two people of a sentence change places."""
    people = people_named(spot.value, around.corpus)
    first, last = (people[0], people[-1]) if people else (None, None)
    if first is None or last is None or first.name.perhaps & last.name.perhaps:
        return None
    text = spot.value
    between = text[first.start + len(first.printed) : last.start]
    rest = text[last.start + len(last.printed) :]
    return respelt(spot, text[: first.start] + last.printed + between + first.printed + rest)


def _cut_short(spot: Spot, _around: Around) -> Change | None:
    """End a passage with the words with which it begins."""
    opening = str(spot.node.value.get("from", ""))
    return respelt(spot, opening) if len(opening.split()) >= FEWEST_WORDS and opening != spot.value else None


def _other_kind(spot: Spot, around: Around) -> Change | None:
    kinds = sorted(around.corpus.vocabulary("anomaly-kind") or {})
    return respelt(spot, around.random.choice([kind for kind in kinds if kind != spot.value]))


def _other_remark(spot: Spot, around: Around) -> Change | None:
    """Send whoever reads a note to the remark after or before the one meant."""
    found = _REMARK.search(spot.value)
    if not found:
        return None
    number = max(1, int(found[0]) + around.random.choice([-1, 1, 2]))
    return respelt(spot, spot.value[: found.start()] + str(number) + spot.value[found.end() :])


OPERATORS = (
    aimed(
        "all-for-some", "a statement tells of all what is told of a part", _is_statement, _of_all, "all-not-in-passage"
    ),
    aimed(
        "another-of-its-sort",
        "a word of a statement gives way to another of its sort, as the party to the army",
        _is_statement,
        _of_its_sort,
        "opposite-in-passage",
    ),
    aimed(
        "names-exchanged",
        "the first and the last of those whom a statement names have changed places",
        _is_statement,
        _exchanged,
        "names-turned-round",
    ),
    aimed(
        "passage-cut-short",
        "a passage ends with the words with which it begins",
        lambda s: at("to", shape="evidence")(s) and is_text(s),
        _cut_short,
        "words-of-other-passage",
    ),
    aimed(
        "anomaly-of-another-kind",
        "an anomaly is of another kind",
        lambda s: at("kind", shape="anomaly")(s) and is_word(s),
        _other_kind,
        "kind-against-note",
    ),
    aimed(
        "other-remark-in-a-note",
        "a note, reason or treatment names another remark",
        lambda s: is_free_text(s) and s.name in REMARKS,
        _other_remark,
        "note-names-another-remark",
    ),
    aimed(
        "source-of-another-work",
        "a source is the text of another work",
        lambda s: at("work", shape="source")(s) and is_text(s),
        other_reference,
        "work-of-other-sources",
    ),
    aimed(
        "rivals-dropped",
        "an anomaly of two statements names no rival",
        lambda s: s.name == "rivals" and not s.is_item and s.node.value.get("kind") in OF_TWO,
        lambda s, _: taken_out(s),
        "rival-missing",
    ),
)
