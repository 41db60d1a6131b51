"""A statement belongs to a person whom its lines do not name, though they name somebody else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.covering import located
from huiyi.evidence import Located, selector
from huiyi.findings import Fault
from huiyi.persons import people_named, people_perhaps_named
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.evidence import SourceText
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("fact", "quotation")
NEEDS_TEXTS = True

OWNERS = ("claimant", "speaker")
RETELLING = ("text", "statement", "provision", "reason", "note")

_PRONOUN = re.compile(r"\b(?:he|his|him|himself|she|her|they|their|them|i|my|we|our)\b|[他她我]", re.IGNORECASE)


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the owner or speaker is named on no cited line, and another person is, and no pronoun."""
    around = list(_outward(node))
    holder = next((one for one in around if "evidence" in one.value), None)
    if holder is None or any(one.value.get("basis", "stated") != "stated" for one in around):
        return
    for key in OWNERS:
        owner = node.value.get(key)
        is_own = key == "claimant" or node.value.get("speaker_basis") == "stated"
        if (
            not is_own
            or owner is None
            or corpus.shape_at(owner) != "person"
            or _is_known(owner, around, record, corpus)
        ):
            continue
        cited, lines = _read(holder, corpus)
        if not cited or _PRONOUN.search(cited) or owner in people_perhaps_named(lines, corpus):
            continue
        if other := next((word for word, owners in people_named(lines, corpus) if owner not in owners), ""):
            message = f"'{escape(owner, 60)}' is named on no line cited, and '{escape(other, 60)}' is"
            yield Fault(message, (*node.route, key), "name the one whose words they are, or cite where he is named")


def _outward(node: Node) -> Iterator[Node]:
    around: Node | None = node
    while around is not None:
        yield around
        around = around.parent


def _is_known(owner: str, around: list[Node], record: Record, corpus: Corpus) -> bool:
    """Say whether the record is his own, or what stands around the statement, our words included, names him."""
    if record.id == owner or any(owner == one.value.get("speaker") for one in around[1:]):
        return True
    if owner in _makers(corpus):  # what stands on a page without a name may be from any work that it credits
        return True
    told = (str(one.value.get(key, "")) for one in around[:2] for key in RETELLING)
    return any(owner in owners for text in told for _, owners in people_named(text, corpus))


def _makers(corpus: Corpus) -> frozenset[str]:
    """Give everybody who made a work on record."""
    works = corpus.by_kind["work"]
    return corpus.remembered(
        (__name__, "makers"),
        lambda: frozenset(maker.get("person", "") for work in works for maker in work.data.get("creators", ())),
    )


def _read(holder: Node, corpus: Corpus) -> tuple[str, str]:
    """Give the passages of a statement and the whole lines on which they stand; nothing where any is not found."""
    cited, lines = [], []
    for item in holder.value["evidence"]:
        place = located(selector(item), corpus)
        if not isinstance(place, Located):
            return "", ""
        text = corpus.texts[item["source"]]
        cited.append(text.text[place.start : place.end])
        lines.append(_whole(text, *item["lines"]))
    return "\n".join(cited), "\n".join(lines)


def _whole(text: SourceText, first: int, last: int) -> str:
    return text.text[slice(*text.span(first, last))]
