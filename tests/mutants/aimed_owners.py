"""Faults about whose words something is, where they are printed and what stands beside them; each names its rule."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.mutants.aiming import aimed
from tests.mutants.cross_field import out
from tests.mutants.operators import Around, Change, replaced, respelt
from tests.mutants.sorts import at, is_text

from huiyi.naming import people_named
from huiyi.surroundings import outward, own_words, passages

if TYPE_CHECKING:
    from tests.mutants.spots import Spot

PERSON = "person"
FEWEST_WORDS = 3
_NUMBERED = re.compile(r"(?P<start>.*-)(?P<number>[0-9]+)")


def _to_person_of_passage(spot: Spot, around: Around) -> Change | None:
    """Give a statement to somebody whom it is about, or whom its words or its passages name."""
    found = {one for node in outward(spot.node) for one in node.value.get("about", ())}
    for node in outward(spot.node):
        texts = (*own_words(node), *(passages(node, around.corpus) or ()))
        found |= {owner for text in texts for one in people_named(text, around.corpus) for owner in one.name.owners}
    others = sorted(one for one in found - {spot.value} if around.corpus.identifiers.get(one) == PERSON)
    return respelt(spot, around.random.choice(others)) if others else None


def _to_neighbour(spot: Spot, around: Around) -> Change | None:
    """Lead to the item before the one that is meant, or after it."""
    match = _NUMBERED.fullmatch(spot.value)
    if match is None or "#" not in spot.value:
        return None
    number = int(match["number"])
    others = [f"{match['start']}{one}" for one in (number - 1, number + 1)]
    there = [one for one in others if around.corpus.node(one) is not None and one not in spot.node.value["rivals"]]
    return respelt(spot, around.random.choice(there)) if there else None


def _cut_short(spot: Spot, around: Around) -> Change | None:
    """Leave out the last two words of a printed form, or the first two."""
    words = spot.value.split()
    if len(words) < FEWEST_WORDS:
        return None
    return respelt(spot, " ".join(around.random.choice([words[:-2], words[2:]])))


def _to_other_form(spot: Spot, around: Around) -> Change | None:
    """Take another form of a name, other than the parts of a person's name."""
    words = set(around.corpus.vocabulary("name-form") or ()) - {spot.value, "surname", "given-name"}
    return respelt(spot, around.random.choice(sorted(words)))


def _to_other_count(spot: Spot, around: Around) -> Change | None:
    """Take the count that another group has by the same passages."""
    groups = spot.record.data["attendance"]["groups"]
    own = groups[int(spot.node.route[2])]
    counts = {one["count"]["value"] for one in groups if "count" in one and one["evidence"] == own["evidence"]}
    others = sorted(counts - {spot.value})
    return replaced(spot, str(around.random.choice(others))) if others else None


OPERATORS = (
    aimed(
        "owner-from-the-passage",
        "a statement is owned by somebody whom it is about or whom its passage names",
        lambda s: at("claimant")(s) and is_text(s),
        _to_person_of_passage,
        "owners-of-passage",
        "words-of-another-speaker",
        "reference-not-in-passage",
    ),
    aimed("quotation-untold", "what is quoted is told plainly", at("quotation"), out, "quotation-missing"),
    aimed(
        "rival-beside",
        "an anomaly that cites passages leads to the item beside its rival",
        lambda s: s.name == "rivals" and s.is_item and "evidence" in s.node.value,
        _to_neighbour,
        "rival-of-other-passages",
    ),
    aimed(
        "printed-citation-cut",
        "the printed form of a citation lacks its end or its beginning",
        lambda s: at("printed", shape="citation")(s) and is_text(s),
        _cut_short,
        "citation-printed-differs",
    ),
    aimed(
        "name-in-another-form",
        "a name has another form",
        lambda s: at("form", shape="name")(s) and s.token is not None,
        _to_other_form,
        "name-form-misfit",
    ),
    aimed(
        "count-of-other-group",
        "a group counts as many as another one from the same passage",
        lambda s: at("value", shape="count")(s) and s.route[:2] == ("attendance", "groups"),
        _to_other_count,
        "attendance-count-mismatch",
    ),
)
