"""Faults of sense that one rule alone can tell, of words of our own and of what they rest on; each names its rule."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.mutants.aiming import aimed
from tests.mutants.cross_field import decade_away, out
from tests.mutants.exchanged import other_reference, other_word, to_sibling
from tests.mutants.operators import Around, Change, misspelt, replaced, respelt
from tests.mutants.sorts import at, is_choice, is_free_text, is_text, is_word

from huiyi.naming import people_named
from huiyi.rules.number_word_not_in_passage import NUMBERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.mutants.spots import Spot

    from huiyi.schemas import Node

STATED = frozenset({"point", "claim", "policy", "meeting.decision"})
TOLD = ("text", "statement", "provision")
MEASURES = frozenset({"per cent", "yuan", "tons"})
REMARKS = ("note", "reason", "treatment", "description")
HAN = re.compile("[一-龥]{2,}")
LONG_ENOUGH = 5
OTHER_CHARACTERS = "湖泊船绳"


def _is_statement(spot: Spot) -> bool:
    return is_free_text(spot) and spot.node.shape.name in STATED and spot.name in TOLD


def _other_number(spot: Spot, around: Around) -> Change | None:
    words = [word for word in re.findall("[a-z]+", spot.value) if word in NUMBERS]
    if not words:
        return None
    word = around.random.choice(words)
    other = around.random.choice([number for number in NUMBERS if number != word])
    return respelt(spot, re.sub(rf"\b{word}\b", other, spot.value, count=1))


def _denied(spot: Spot, _around: Around) -> Change | None:
    text = re.sub(r"\b(was|were|is|are|had|should|must|will|would)\b", r"\1 not", spot.value, count=1)
    return respelt(spot, text) if text != spot.value else None


def _other_person(spot: Spot, around: Around) -> Change | None:
    """Name somebody else in a statement, by the full name."""
    found = [one.printed for one in people_named(spot.value, around.corpus)]
    names = [one.data["names"][0]["text"] for one in around.corpus.by_kind["person"]]
    others = [name for name in names if not any(word in name for word in found)]
    if not found or not others:
        return None
    return respelt(spot, spot.value.replace(around.random.choice(found), around.random.choice(others), 1))


def _name_misspelt(spot: Spot, around: Around) -> Change | None:
    found = [word for one in people_named(spot.value, around.corpus) for word in one.printed.split()]
    long = [word for word in found if len(word) > LONG_ENOUGH]
    if not long:
        return None
    word = around.random.choice(long)
    return respelt(spot, spot.value.replace(word, word[0] + str(misspelt(word[1:], around.random)), 1))


def _other_character(spot: Spot, around: Around) -> Change | None:
    found = list(HAN.finditer(spot.value))
    if not found:
        return None
    place = around.random.choice(found).start() + 1
    return respelt(spot, spot.value[:place] + around.random.choice(OTHER_CHARACTERS) + spot.value[place + 1 :])


def _other_year(spot: Spot, around: Around) -> Change | None:
    return decade_away(spot, around) if re.search(r"\b19[0-9]{2}\b", spot.value) else None


def _is_of_confession(spot: Spot) -> bool:
    return spot.record.kind.name == "claim" and spot.record.data["type"] == "confession"


def _to_other_claimant(spot: Spot, around: Around) -> Change | None:
    people = [one.id for one in around.corpus.by_kind["person"] if one.id not in spot.record.data.get("about", ())]
    return respelt(spot, around.random.choice(people))


def _told_beside(spot: Spot, around: Around) -> Iterator[Node]:
    """Give the other statements from the same passages that have an entry of this name."""
    passages = spot.node.value.get("evidence")
    likes = (one.node for one in around.spots if passages and one.name == spot.name and one.node is not spot.node)
    return (like for like in likes if like.value.get("evidence") == passages)


def _other_owner(spot: Spot, around: Around) -> Change | None:
    """Name another owner than another statement from the same passages has."""
    return other_reference(spot, around) if any(_told_beside(spot, around)) else None


def _word_that_must_show(spot: Spot, around: Around) -> Change | None:
    words = around.corpus.vocabulary(spot.field.vocabulary if spot.field else "") or {}
    others = [word for word, term in words.items() if term["always_said"] and word != spot.value]
    return respelt(spot, around.random.choice(others)) if others else None


def _lone_category(spot: Spot, around: Around) -> Change | None:
    """Take a category out of one of the two versions of a division."""
    if len(spot.record.data["controlled"]) == 1:
        return None
    return out(spot, around)


def _is_owner_of_statement(spot: Spot) -> bool:
    return at("claimant", "attributed_to")(spot) and is_text(spot) and spot.node.shape.name in {"point", "statistic"}


def _without_owner(spot: Spot, around: Around) -> Change | None:
    """Take the owner of a statement out, where another of its sort from the same passages has one."""
    shape = spot.node.shape.name
    return out(spot, around) if any(one.shape.name == shape for one in _told_beside(spot, around)) else None


def _disputed(spot: Spot, _around: Around) -> Change | None:
    """Turn what a claim supports into what it disputes."""
    line = spot.sheet.lines[spot.key_line - 1]
    if "disputes" in spot.node.value or not line.startswith("supports:"):
        return None
    return Change(
        spot.sheet.spliced(spot.key_line, spot.key_column, len("supports"), "disputes"),
        (spot.key_line,),
        "supports",
        "disputes",
    )


OPERATORS = (
    aimed(
        "owner-forgotten",
        "a statement has no owner, and another from the same passages has",
        _is_owner_of_statement,
        _without_owner,
        "told-as-fact",
    ),
    aimed(
        "quotation-in-another-state",
        "a quotation is in another state",
        lambda s: at("state", shape="quotation")(s) and is_word(s),
        other_word,
        "quotation-state-differs",
    ),
    aimed(
        "counted-in-another-unit",
        "a statistic counts in the unit of another",
        lambda s: at("unit", shape="statistic")(s) and s.value not in MEASURES,
        lambda s, a: respelt(s, a.random.choice(("rules", "opinions", "areas", "people"))),
        "unit-not-counted",
    ),
    aimed(
        "support-as-dispute",
        "a claim disputes what it supports",
        lambda s: s.name == "supports" and not s.is_item,
        _disputed,
        "disputes-own-claim",
    ),
    aimed("number-word-swapped", "another number in words", _is_statement, _other_number, "number-word-not-in-passage"),
    aimed(
        "told-of-another-passage",
        "a point tells what stands in the passage of another",
        lambda s: at("text", shape="point")(s) and is_text(s),
        to_sibling,
        "words-of-other-passage",
    ),
    aimed("statement-denied", "a statement denies what it told", _is_statement, _denied, "negation-differs"),
    aimed(
        "named-for-another", "a statement names somebody else", _is_statement, _other_person, "person-not-in-passage"
    ),
    aimed(
        "name-in-text-misspelt", "a name in a text has another letter", is_free_text, _name_misspelt, "name-misspelt"
    ),
    aimed(
        "quoted-character-changed",
        "characters in a text are others",
        is_free_text,
        _other_character,
        "characters-not-in-source",
    ),
    aimed(
        "year-in-note-changed",
        "a note or reason tells another year",
        lambda s: is_free_text(s) and s.name in REMARKS,
        _other_year,
        "note-tells-another-date",
    ),
    aimed(
        "word-that-must-show",
        "a word is chosen that would show in the passage",
        is_word,
        _word_that_must_show,
        "word-without-support",
    ),
    aimed(
        "confessed-by-another",
        "somebody confesses what another did",
        lambda s: at("claimant", shape="claim")(s) and _is_of_confession(s),
        _to_other_claimant,
        "confession-of-another",
    ),
    aimed(
        "owner-swapped",
        "a statement is owned or reported by another than one from the same passages",
        lambda s: at("claimant", "reported_by")(s) and is_text(s),
        _other_owner,
        "owners-of-passage",
    ),
    aimed(
        "cadres-sorted-elsewhere",
        "cadres are sorted under another category than is printed",
        lambda s: at("category", shape="jurisdiction.category")(s) and "printed" in s.node.value and is_word(s),
        other_word,
        "category-printed-differs",
    ),
    aimed(
        "version-swapped",
        "a category is in the table instead of the narrative, or the other way round",
        lambda s: at("version", shape="jurisdiction.category")(s) and is_choice(s),
        lambda s, _: respelt(s, {"table": "narrative", "narrative": "table"}[s.value]),
        "version-of-other-lines",
    ),
    aimed(
        "category-dropped",
        "one of two versions lacks a category",
        lambda s: s.is_item and s.name == "controlled",
        _lone_category,
        "jurisdiction-versions-differ",
    ),
    aimed(
        "rendering-untied", "two renderings of a passage are not linked", at("rendering_of"), out, "rendering-unlinked"
    ),
    aimed(
        "reviewed-too-early",
        "a record was reviewed before its source was there",
        at("reviewed"),
        lambda s, _: replaced(s, "1950-01-01"),
        "reviewed-before-its-source",
    ),
)
