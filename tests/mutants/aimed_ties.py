"""Faults between two tellings of one thing: a tie, a passage or a word that slips on one side alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.mutants.aiming import aimed
from tests.mutants.cross_field import other_digit, out
from tests.mutants.exchanged import other_reference, other_word, to_other_person
from tests.mutants.operators import Around, Change, replaced, respelt
from tests.mutants.sorts import at

from huiyi.covering import language_parts

if TYPE_CHECKING:
    from tests.mutants.spots import Spot

MANY = 4
"""How many people must have one post at a meeting, so that three are left when one falls out."""
IN_ORDER = frozenset({"agenda", "speeches", "documents"})

_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_NAMED_MONTH = re.compile(r"\b((?:March|April|November|December) 19[0-9])([0-9])\b")


def _is_passage(spot: Spot) -> bool:
    return spot.is_item and spot.name == "evidence" and spot.token is not None


def _to_passage_beside(spot: Spot, around: Around) -> Change | None:
    """Take another passage of the same line that the record cites."""
    others = [
        other.token
        for other in around.spots
        if _is_passage(other)
        and other.record is spot.record
        and other.value["lines"] == spot.value["lines"]
        and other.value != spot.value
        and "from" in other.value
    ]
    return replaced(spot, around.random.choice(others)) if others else None


def _is_of_later_item(spot: Spot) -> bool:
    return _is_passage(spot) and len(spot.route) == len(("agenda", 1, "evidence", 0)) and spot.route[0] in IN_ORDER


def _to_passage_of_first(spot: Spot, around: Around) -> Change | None:
    """Take the passage of the first item of the list, for one that is not next to it."""
    first = (spot.route[0], 0, "evidence", 0)
    others = (one for one in around.spots if one.record is spot.record and one.route == first)
    other = next(others, None)
    is_far = isinstance(spot.route[1], int) and spot.route[1] > 1
    return replaced(spot, other.token) if other and other.token and is_far and spot.route[3] == 0 else None


def _is_one_of_many(spot: Spot) -> bool:
    if not spot.is_item or spot.name != "people" or "post" not in spot.value:
        return False
    posts = [one.get("post") for one in spot.node.value["people"]]
    return posts.count(spot.value["post"]) >= MANY


def _to_other_part(spot: Spot, around: Around) -> Change | None:
    """Lead to another point of the text that is rendered."""
    record, _, _ = spot.value.partition("#")
    points = around.corpus.records[record].data["points"]
    return respelt(spot, f"{record}#point-{around.random.randint(1, len(points))}")


def _year_earlier(spot: Spot, _around: Around) -> Change | None:
    """Take the year before for a month that the text names."""
    found = _NAMED_MONTH.search(spot.value)
    return (
        respelt(spot, _NAMED_MONTH.sub(lambda month: f"{month[1]}{int(month[2]) - 1}", spot.value)) if found else None
    )


def _is_of_remark(spot: Spot) -> bool:
    return _is_passage(spot) and spot.route[0] == "remarks" and "points" in spot.route


def _to_passage_of_other_remark(spot: Spot, around: Around) -> Change | None:
    """Take the passage of a point under another remark, for the only one of a point."""
    others = [
        one.token
        for one in around.spots
        if one.record is spot.record and _is_of_remark(one) and one.route[:2] != spot.route[:2]
    ]
    is_only = len(spot.node.value["evidence"]) == 1
    return replaced(spot, around.random.choice(others)) if others and is_only else None


def _one_language_out(spot: Spot, around: Around) -> Change | None:
    """Take out the one passage of the translation, or of the original."""
    parts = language_parts(spot.value["source"], around.corpus)
    is_pair = len(spot.node.value["evidence"]) == len(parts)
    return out(spot, around) if is_pair and spot.node.shape.is_fact else None


OPERATORS = (
    aimed(
        "pointer-dropped",
        "a pointer to a remark or a page is gone",
        at("see"),
        out,
        "pointer-not-recorded",
    ),
    aimed(
        "one-language-left-out",
        "a statement cites only one of two languages",
        _is_passage,
        _one_language_out,
        "one-language-cited",
    ),
    aimed(
        "passage-of-another-remark",
        "a point of a remark cites what stands under another",
        _is_of_remark,
        _to_passage_of_other_remark,
        "point-of-another-remark",
    ),
    aimed(
        "subject-of-another-person",
        "a statement is about another person than its words name",
        lambda s: s.is_item and s.name == "about" and "text" in s.node.value and s.token is not None,
        to_other_person,
        "reference-against-words",
    ),
    aimed(
        "passage-beside",
        "a statement cites another passage of the same line",
        _is_passage,
        _to_passage_beside,
        "no-passage-in-common",
        "words-of-other-passage",
    ),
    aimed(
        "status-of-one-telling",
        "one of two that tell the same has another status",
        lambda s: at("status")(s) and s.node.shape.name in {"point", "meeting.decision", "meeting.document"},
        other_word,
        "passage-told-otherwise",
    ),
    aimed(
        "day-made-up",
        "a month passes for a day of it",
        lambda s: at("edtf")(s) and "printed" in s.node.value and _MONTH.fullmatch(s.value) is not None,
        lambda s, _: respelt(s, f"{s.value}-15"),
        "day-not-told",
    ),
    aimed(
        "item-from-elsewhere",
        "an item of a list that keeps the order of the source stands elsewhere there",
        _is_of_later_item,
        _to_passage_of_first,
        "listed-out-of-order",
    ),
    aimed(
        "member-left-out", "one of several with the same seat is left out", _is_one_of_many, out, "member-not-listed"
    ),
    aimed(
        "group-in-another-role",
        "a group that is described by a role is put down with another",
        at("role", shape="meeting.group"),
        other_word,
        "role-against-group",
    ),
    aimed(
        "rendering-of-other-part",
        "a quotation renders another part of the text",
        at("rendering_of"),
        _to_other_part,
        "rendering-of-another",
    ),
    aimed(
        "sum-misreckoned",
        "a figure that was worked out is another",
        lambda s: (
            at("text", shape="point")(s) and s.node.value["basis"] == "derived" and bool(re.search("[0-9]", s.value))
        ),
        other_digit,
        "derived-figure-differs",
    ),
    aimed(
        "event-at-another-meeting",
        "an event was at another meeting than its name says",
        at("meeting", shape="event"),
        other_reference,
        "title-names-another",
    ),
    aimed(
        "description-a-year-off",
        "a description gives a month of the year before",
        lambda s: at("description")(s) and isinstance(s.value, str) and _NAMED_MONTH.search(s.value) is not None,
        _year_earlier,
        "stranger-in-description",
    ),
    aimed(
        "doubt-dropped",
        "a date is not uncertain any more",
        lambda s: at("edtf")(s) and isinstance(s.value, str) and bool(re.search("[?~%]", s.value)),
        lambda s, _: respelt(s, re.sub("[?~%]", "", s.value)),
        "date-doubt-differs",
    ),
)
