"""Faults by which a record claims more than its source says: what kept a statement back is gone, and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.mutants.aiming import aimed
from tests.mutants.cross_field import out
from tests.mutants.operators import Around, Change, respelt
from tests.mutants.sorts import at, is_date
from tests.mutants.surgery import Sheet, token_at

if TYPE_CHECKING:
    from tests.mutants.spots import Spot


def _without_basis(spot: Spot, _around: Around) -> Change | None:
    """Take basis and reason out together, as somebody does who takes the statement for stated."""
    sheet, document = spot.sheet, spot.record.document
    places = {key: document.locate((*spot.node.route, key), at_key=True) for key in ("basis", "reason")}
    for key, place in sorted(places.items(), key=lambda one: one[1], reverse=True):
        start = document.locate((*spot.node.route, key)).column - 1
        token = token_at(sheet.lines[place.line - 1], start)
        text = sheet.without_entry(place.line, place.column, None if token is None else start + len(token) + 1)
        if text is None:
            return None
        sheet = Sheet(text)
    line = min(place.line for place in places.values())
    return Change(sheet.text, (line, spot.holder_line), f"basis: {spot.value}, and its reason", "(taken out)")


def _is_inferred(spot: Spot) -> bool:
    return at("basis")(spot) and spot.value == "inferred" and "reason" in spot.node.value


def _closed(spot: Spot, _around: Around) -> Change | None:
    """Close an interval at the only end that it has."""
    start, _, end = spot.value.partition("/")
    return respelt(spot, (end if start in {"", ".."} else start))


OPERATORS = (
    aimed(
        "inference-forgotten",
        "what a point or the like only lets us infer is stated",
        lambda s: _is_inferred(s) and s.node.shape.name != "date",
        _without_basis,
        "inferred-elsewhere",
    ),
    aimed(
        "speaker-not-inferred",
        "the speaker of a quotation is stated, whom the source does not name",
        lambda s: at("speaker_basis", shape="quotation")(s) and s.value == "inferred",
        out,
        "inferred-elsewhere",
    ),
    aimed(
        "status-forgotten",
        "what was planned, demanded or the like is told as done",
        lambda s: at("status")(s) and s.node.shape.name in {"point", "policy", "event"},
        out,
        "status-forgotten",
    ),
    aimed(
        "relation-forgotten",
        "a date loses how it lies to the meeting",
        at("relation", shape="date"),
        out,
        "relation-forgotten",
    ),
    aimed(
        "mode-forgotten",
        "somebody who only shares in the management manages",
        at("mode", shape="jurisdiction"),
        out,
        "controlled-twice",
    ),
    aimed(
        "open-end-closed",
        "an open interval is a day",
        lambda s: is_date(s) and bool(re.search(r"^(?:\.\.)?/|/(?:\.\.)?$", s.value)),
        _closed,
        "open-end-closed",
    ),
)
