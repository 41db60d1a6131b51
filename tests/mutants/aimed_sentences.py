"""Faults of sense in a sentence of ours whose every part stands on the page: beside something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.mutants.aiming import aimed
from tests.mutants.operators import Around, Change, respelt
from tests.mutants.sorts import at, is_free_text, is_text

from huiyi.glosses import glosses, own_characters

if TYPE_CHECKING:
    from tests.mutants.spots import Spot

    from huiyi.corpus import Corpus

STATED = frozenset({"point", "claim", "policy", "statistic", "term", "meeting.decision"})
TOLD = ("text", "statement", "provision", "counted", "gloss")
REMARKS = ("note", "reason", "treatment")
MONTHS = ("January", "February", "March", "April", "June", "July", "August", "September", "October", "November")
FURTHER = 2
"""How many lines before and after a passage another year is taken from."""
_PROPER = re.compile(r"(?<=[a-z,;:)] )[A-Z][a-z]{2,}")
_YEAR = re.compile(r"\b19[0-9]{2}\b")
_TOLD_YEAR = re.compile(r"\b(?:[A-Z][a-z]{2,8}|in) (19[0-9]{2})\b")


def _is_statement(spot: Spot) -> bool:
    return is_free_text(spot) and spot.node.shape.name in STATED and spot.name in TOLD


def _is_remark(spot: Spot) -> bool:
    return is_free_text(spot) and spot.name in REMARKS and spot.record.kind.name not in {"source", "vocabulary"}


def _all_characters(corpus: Corpus) -> list[str]:
    """Give all that stands in brackets behind an English word."""
    texts = (text for record in corpus.all_records for node in record.nodes() for _, _, text in node.own_texts)
    return sorted({gloss.characters for text in texts for gloss in glosses(text)})


def _to_other_characters(spot: Spot, around: Around, *, are_in_passage: bool) -> Change | None:
    """Put other characters of the page behind an English word, of its own passage or of others."""
    found = [gloss.characters for gloss in glosses(spot.value)]
    own = own_characters(spot.node, spot.record, around.corpus) if found else ""
    if not own:
        return None
    old = around.random.choice(found)
    known = [
        one for one in _all_characters(around.corpus) if (one in own) is are_in_passage and not set(one) & set(old)
    ]
    return respelt(spot, spot.value.replace(old, around.random.choice(known), 1)) if known else None


def _to_other_year(spot: Spot, around: Around) -> Change | None:
    """Tell another year of the lines nearby."""
    found = _TOLD_YEAR.search(spot.value)
    if not found:
        return None
    years: set[str] = set()
    for item in spot.node.value.get("evidence", ()):
        text = around.corpus.texts[item["source"]]
        first, last = max(1, item["lines"][0] - FURTHER), min(item["lines"][1] + FURTHER, text.line_count)
        years.update(_YEAR.findall(text.text[slice(*text.span(first, last))]))
    others = sorted(years - {found[1]})
    if not others:
        return None
    return respelt(spot, spot.value[: found.start(1)] + around.random.choice(others) + spot.value[found.end(1) :])


def _other_proper_name(spot: Spot, around: Around) -> Change | None:
    """Put a word with a capital from another statement in place of one."""
    found = _PROPER.findall(spot.value)
    others = sorted(
        {word for other in around.spots if is_free_text(other) for word in _PROPER.findall(other.value)} - {*found}
    )
    if not found or not others:
        return None
    return respelt(spot, spot.value.replace(around.random.choice(found), around.random.choice(others), 1))


def _other_month(spot: Spot, around: Around) -> Change | None:
    """Tell another month of the year."""
    found = [month for month in MONTHS if f" {month}" in spot.value]
    if not found:
        return None
    other = around.random.choice([month for month in MONTHS if month not in found])
    return respelt(spot, spot.value.replace(found[0], other, 1))


def _with_sibling(spot: Spot, around: Around) -> Change | None:
    """Exchange the sentences of two points of one list; each keeps its passages."""
    others = [
        other
        for other in around.spots
        if other.record is spot.record
        and other.node.shape.name == "point"
        and other.name == "text"
        and other.node.route[:-1] == spot.node.route[:-1]
        and other.value != spot.value
        and other.node.value.get("evidence") != spot.node.value.get("evidence")
        and other.token is not None
    ]
    if not others or spot.token is None:
        return None
    other = around.random.choice(others)
    lines = list(spot.sheet.lines)
    for one, new in ((spot, other.token), (other, spot.token)):
        line = lines[one.line - 1]
        lines[one.line - 1] = line[: one.column - 1] + str(new)
    return Change("\n".join(lines), (spot.line, other.line), spot.token, str(other.token))


OPERATORS = (
    aimed(
        "other-proper-name",
        "a statement has another word with a capital",
        _is_statement,
        _other_proper_name,
        "proper-name-not-in-passage",
    ),
    aimed(
        "other-proper-name-in-a-remark",
        "a note, reason or treatment has another word with a capital",
        _is_remark,
        _other_proper_name,
        "proper-name-not-in-passage",
    ),
    aimed(
        "other-month-in-a-remark",
        "a note, reason or treatment tells another month",
        _is_remark,
        _other_month,
        "note-tells-another-date",
    ),
    aimed(
        "characters-of-another-passage",
        "characters in brackets are others of the page",
        is_free_text,
        lambda s, a: _to_other_characters(s, a, are_in_passage=False),
        "characters-not-in-source",
    ),
    aimed(
        "characters-of-another-word",
        "characters in brackets are others of the passage",
        is_free_text,
        lambda s, a: _to_other_characters(s, a, are_in_passage=True),
        "characters-of-another-word",
    ),
    aimed(
        "year-of-the-page",
        "a sentence tells another year of the page",
        _is_statement,
        _to_other_year,
        "year-of-another-date",
    ),
    aimed(
        "points-exchanged",
        "two points of a list have exchanged their sentences",
        lambda s: at("text", shape="point")(s) and is_text(s),
        _with_sibling,
        "words-of-other-passage",
    ),
)
