"""Faults in what was done, by which body and on which day: each is made for the one rule that can tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.mutants.aiming import aimed
from tests.mutants.operators import Around, Change, respelt
from tests.mutants.sorts import at

if TYPE_CHECKING:
    from tests.mutants.spots import Spot

WISHED = frozenset({"called-for", "demanded", "intended", "planned", "requested"})
SPOKEN = frozenset({"report", "speech-text"})
GRAVER = (("Removed", "Resigned"), ("Replaced", "Arrested"), ("Appointed", "Elected"), ("On holiday", "Ill"))
"""Words for how somebody came, went or stayed away, each with one that says more."""


def _graver(spot: Spot, _around: Around) -> Change | None:
    found = [(one, other) for one, other in GRAVER if one in spot.value]
    return respelt(spot, spot.value.replace(*found[0], 1)) if found else None


def _other_body(spot: Spot, around: Around) -> Change | None:
    bodies = [one.id for one in around.corpus.by_kind["organization"] if one.id != spot.value]
    return respelt(spot, around.random.choice(bodies))


OPERATORS = (
    aimed(
        "under-way-as-ended",
        "the day on which an event was under way passes for its end",
        lambda s: at("moment")(s) and s.value == "as-of" and len(s.record.data["dates"]) > 1,
        lambda s, _: respelt(s, "end"),
        "moments-out-of-order",
    ),
    aimed(
        "unpublished-as-published",
        "a document that was not published passes for published",
        lambda s: at("published", shape="document")(s) and s.value == "no",
        lambda s, _: respelt(s, "yes"),
        "publication-against-steps",
    ),
    aimed(
        "speech-as-letter",
        "the text of a speech is put down as a letter",
        lambda s: at("type", shape="document")(s) and s.value in SPOKEN,
        lambda s, _: respelt(s, "letter"),
        "spoken-document-of-wrong-type",
    ),
    aimed(
        "wish-as-deed",
        "what was asked for or planned passes for done",
        lambda s: at("status")(s) and s.value in WISHED,
        lambda s, a: respelt(s, a.random.choice(("adopted", "completed", "implemented"))),
        "word-without-support",
    ),
    aimed(
        "graver-word",
        "how somebody came, went or stayed away is told with a graver word",
        at("began", "ended", "absence_reason"),
        _graver,
        "grave-word-without-passage",
    ),
    aimed(
        "sitting-of-another-body",
        "a meeting is one of another body",
        at("body", shape="meeting"),
        _other_body,
        "body-against-name",
    ),
)
