"""Faults of sense that one rule alone can tell, of names, citations, claims and documents; each names its rule."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.mutants.aiming import aimed
from tests.mutants.cross_field import other_digit, out
from tests.mutants.exchanged import other_reference, other_word, taken_name, to_other_person
from tests.mutants.operators import Around, Change, respelt
from tests.mutants.slips import added, from_anywhere, to
from tests.mutants.sorts import at, is_block_entry, is_free_text, is_text, is_word

if TYPE_CHECKING:
    from tests.mutants.spots import Spot

OPPOSITES = {
    "first": "last", "before": "after", "more": "less", "strengthen": "weaken", "support": "oppose",
    "supported": "opposed", "senior": "junior", "formally": "informally", "high": "low", "public": "private",
    "military": "civilian", "central": "local", "positive": "negative", "possible": "impossible", "full": "alternate",
}  # fmt: skip

STATED = frozenset({"point", "claim", "policy", "meeting.decision", "meeting.item"})


def _to_its_author(spot: Spot, _around: Around) -> Change | None:
    authors = [one["person"] for one in spot.record.data.get("authors", ())]
    return respelt(spot, authors[0]) if len(authors) == 1 else None


def _words_of_another(spot: Spot, around: Around) -> Change | None:
    kind = around.corpus.by_kind[spot.record.kind.name]
    others = [one.data[spot.name] for one in kind if one is not spot.record and spot.name in one.data]
    return respelt(spot, around.random.choice(others)) if others else None


def _opposite(spot: Spot, around: Around) -> Change | None:
    words = [word for word in re.findall("[a-z]+", spot.value) if word in OPPOSITES]
    if not words:
        return None
    word = around.random.choice(words)
    return respelt(spot, re.sub(rf"\b{word}\b", OPPOSITES[word], spot.value, count=1))


def _two_spaces(spot: Spot, _around: Around) -> Change | None:
    return respelt(spot, spot.value.replace(" ", "  ", 1)) if " " in spot.value else None


def _without_apostrophe(spot: Spot, _around: Around) -> Change | None:
    return respelt(spot, spot.value.replace("'", "")) if "'" in spot.value else None


def _also_disputed(spot: Spot, _around: Around) -> Change | None:
    return added(spot, "disputes", f"[{spot.value[0]}]") if spot.value else None


def _is_second_of_language(spot: Spot) -> bool:
    names = spot.record.data.get("names", ())
    own = spot.node.value
    is_name = spot.node.shape.name == "name" and spot.name == "system" and spot.node.parent is not None
    return (
        is_name
        and spot.node.route[0] == "names"
        and is_block_entry(spot)
        and not own.get("preferred")
        and any(one.get("preferred") and one["language"] == own["language"] for one in names)
    )


def _is_romanised(spot: Spot) -> bool:
    return at("text", shape="name")(spot) and is_text(spot) and spot.node.value["system"] in {"pinyin", "wade-giles"}


OPERATORS = (
    aimed(
        "led-to-another-of-the-kind",
        "a statement leads to another meeting, document, policy or the like",
        lambda s: at("occasion", "meeting", "instrument", "division", "part_of", "subject")(s) and is_text(s),
        other_reference,
        "reference-of-other-passages",
    ),
    aimed(
        "copied-from-another",
        "a record says of itself what another of the kind says",
        lambda s: at("gloss", "statement", "provision", "counted")(s) and s.node.parent is None and is_text(s),
        _words_of_another,
        "words-of-another-record",
    ),
    aimed(
        "policy-adopted",
        "a policy is adopted whose instrument was only drafted",
        lambda s: at("status", shape="policy")(s) and "instrument" in s.node.value and s.value == "drafted",
        to("adopted"),
        "status-beyond-instrument",
    ),
    aimed(
        "citation-elsewhere",
        "a citation is of another work",
        at("work", shape="citation"),
        other_reference,
        "citation-of-another-work",
        "citation-read-twice",
    ),
    aimed(
        "cited-page-changed",
        "another page or volume is cited",
        lambda s: at("pages", "volume", shape="citation")(s) and is_text(s),
        other_digit,
        "citation-printed-differs",
    ),
    aimed(
        "cited-work-dropped",
        "a note mark leads to no work",
        lambda s: at("work", shape="citation")(s) and "note_mark" in s.node.value,
        out,
        "marker-without-note",
    ),
    aimed(
        "note-number-changed",
        "a note has a number that no citation has",
        lambda s: at("printed_number")(s) and s.node.value.get("type") == "note" and is_text(s),
        other_digit,
        "note-without-marker",
    ),
    aimed(
        "author-swapped",
        "a document has another author",
        lambda s: at("person", shape="document.author")(s) and is_text(s),
        to_other_person,
        "speaker-not-author",
    ),
    aimed(
        "sent-home",
        "a document is sent to its author",
        lambda s: at("recipient")(s) and is_text(s),
        _to_its_author,
        "sent-to-its-author",
    ),
    aimed(
        "creator-role-swapped",
        "a creator of a work has another role",
        at("role", shape="work.creator"),
        other_word,
        "creator-role-differs",
    ),
    aimed(
        "claim-against-itself",
        "a claim disputes what it supports",
        lambda s: s.name == "supports" and not s.is_item and is_block_entry(s),
        _also_disputed,
        "supports-and-disputes",
    ),
    aimed(
        "evidence-called-supplied",
        "what a passage tells is from outside the sources",
        lambda s: at("basis")(s) and "evidence" in s.node.value and is_text(s),
        to("supplied"),
        "supplied-with-evidence",
    ),
    aimed(
        "preferred-added",
        "a second name of a language is preferred",
        _is_second_of_language,
        lambda s, _: added(s, "preferred", "true"),
        "preferred-twice",
    ),
    aimed(
        "surname-made-full",
        "a surname passes for a full name",
        lambda s: at("form", shape="name")(s) and s.value in {"surname", "given-name"},
        out,
        "name-form-misfit",
        "short-name-as-full",
    ),
    aimed(
        "romanisation-of-another",
        "a romanised name is that of somebody else",
        lambda s: _is_romanised(s) and len(s.record.data["names"]) > 1,
        taken_name,
        "reading-mismatch",
        "wade-giles-mismatch",
    ),
    aimed(
        "opposite-word",
        "a word of a statement gives way to its opposite",
        lambda s: is_free_text(s) and s.node.shape.name in STATED and s.name in {"text", "statement", "provision"},
        _opposite,
        "opposite-in-passage",
    ),
    aimed("two-spaces", "two spaces stand between two words", is_free_text, _two_spaces, "unnormalised-text"),
    aimed(
        "apostrophe-dropped",
        "a romanised name has no apostrophe",
        _is_romanised,
        _without_apostrophe,
        "apostrophe-differs",
    ),
    aimed(
        "step-status-swapped",
        "document and meeting tell another outcome",
        lambda s: at("status")(s) and s.node.shape.name in {"meeting.document", "document.step"} and is_word(s),
        other_word,
        "status-differs",
    ),
    aimed(
        "step-elsewhere",
        "a step of a document was at another meeting",
        at("meeting", shape="document.step"),
        from_anywhere,
        "step-not-listed",
    ),
)
