"""Tells what a statement stands in and rests on: who and what is named in its words, its passages and their lines."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from huiyi.covering import located
from huiyi.evidence import Located, selector
from huiyi.evidence.printed import printed
from huiyi.naming import people_named, perhaps_named
from huiyi.schemas import walked
from huiyi.values.language import LEADS_BACK, PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.evidence import Passage
    from huiyi.evidence.printed import Printed
    from huiyi.findings import Route
    from huiyi.schemas import Node

RETELLING = (
    "text",
    "statement",
    "title",
    "provision",
    "purpose",
    "counted",
    "gloss",
    "group",
    "absence_reason",
    "began",
    "ended",
)
"""The keys under which a record retells in our own words what a source says."""
SUMMARY = "description"
"""The key under which a record sums up all that it tells, from whatever passages."""
NOT_PRINTED = frozenset({"derived", "supplied"})
"""The bases of what no source says in so many words."""
OWNERS = ("claimant", "attributed_to")
"""The keys for whose a statement is: a record, or words for who it is."""
NAMING = tuple(key for key in (*RETELLING, SUMMARY) if key != "gloss")
"""The keys under which a thing is called by its name, and what was is told: a gloss says what a word means."""
REMARKS = ("reason", "note")
BASES = ("basis", "speaker_basis")
STATED = "stated"
MOST_TIES = 40
"""To how many records one may be tied through which others are near."""


class Place(NamedTuple):
    """Where a passage stands: its source, and the offsets in the text at which it starts and ends."""

    source: str
    start: int
    end: int


def outward(node: Node) -> list[Node]:
    """Give a node and all that it stands in, from the inside out."""
    around = [node]
    while around[-1].parent is not None:
        around.append(around[-1].parent)
    return around


def _place(node: Node) -> tuple[str, Route]:
    """Give what is a node's own; an address may by mistake be that of two."""
    return node.address, node.route


def is_stated(around: Iterable[Node]) -> bool:
    """Say whether some statements claim no more than the source says, and nothing in them was inferred or supplied."""
    return all(one.value.get(key, STATED) == STATED for one in around for key in BASES)


def holder(around: Iterable[Node]) -> Node | None:
    """Give the nearest statement that cites anything."""
    return next((one for one in around if "evidence" in one.value), None)


def own_words(node: Node) -> Iterator[str]:
    """Give the texts and names of a node, as they are written."""
    yield from (node.value[key] for key in NAMING if isinstance(node.value.get(key), str))
    yield from (name["text"] for name in node.value.get("names", ()))


def passages(statement: Node, corpus: Corpus) -> tuple[str, ...] | None:
    """Give the passages that a statement cites itself; None where any is not found in a text at hand."""
    if "evidence" not in statement.value:
        return ()
    return corpus.remembered((__name__, "cited", *_place(statement)), lambda: _read(statement, corpus, whole=False))


def places(statement: Node, corpus: Corpus) -> frozenset[Place]:
    """Give where the passages that a statement cites itself stand; none for one that is not found."""
    if "evidence" not in statement.value:
        return frozenset()
    return corpus.remembered((__name__, "places", *_place(statement)), lambda: frozenset(_places(statement, corpus)))


def _places(statement: Node, corpus: Corpus) -> Iterator[Place]:
    for item in statement.value["evidence"]:
        found = located(selector(item), corpus)
        if isinstance(found, Located):
            yield Place(item["source"], found.start, found.end)


def places_of(record: Record, corpus: Corpus) -> frozenset[Place]:
    """Give where all passages stand that a record cites anywhere."""
    key = (__name__, "all places", record.document.path)
    return corpus.remembered(key, lambda: frozenset[Place]().union(*(places(one, corpus) for one in record.nodes())))


def touch(some: Iterable[Place], others: Iterable[Place]) -> bool:
    """Say whether any of some passages has a character in common with any of others."""
    others = tuple(others)
    return any(
        one.source == other.source and one.start < other.end and other.start < one.end
        for one in some
        for other in others
    )


def whole_lines(statement: Node, corpus: Corpus) -> tuple[str, ...] | None:
    """Give the lines on which the passages stand; None also where one leads back to what stands before it."""
    if "evidence" not in statement.value:
        return ()
    return corpus.remembered((__name__, "lines", *_place(statement)), lambda: _read(statement, corpus, whole=True))


def _read(statement: Node, corpus: Corpus, *, whole: bool) -> tuple[str, ...] | None:
    found = []
    for item in statement.value["evidence"]:
        place = located(selector(item), corpus)
        if not isinstance(place, Located):
            return None
        text = corpus.texts[item["source"]]
        start, end = text.span(*item["lines"]) if whole else (place.start, place.end)
        found.append(text.unbroken(start, end))
        if whole and (LEADS_BACK.match(text.text, place.start) or speaks_of_him(found[-1], corpus)):
            return None
    return tuple(found)


def speaks_of_him(text: str, corpus: Corpus) -> bool:
    """Say whether a text has a "he" before it names anybody."""
    first = next((one.start for one in people_named(text, corpus)), len(text))
    return PRONOUNS.search(text, 0, first) is not None


def printed_under(statement: Node, record: Record, corpus: Corpus) -> Printed | None:
    """Take together the passages on which a statement rests; None where they cannot be compared."""
    cited = chain.from_iterable(one.value["evidence"] for one in rests_on(statement, record))
    key = (__name__, "printed", *_place(statement))
    return corpus.remembered(key, lambda: printed(map(selector, cited), corpus.texts))


def rests_on(statement: Node, record: Record) -> list[Node]:
    """Give the statements on whose passages one rests: itself, or, of a record as a whole, all that cite anything."""
    return [statement] if statement.parent is not None else [one for one in record.nodes() if "evidence" in one.value]


def all_found(record: Record, corpus: Corpus) -> bool:
    """Say whether a record cites anything, and all its passages are found in texts at hand."""
    return corpus.remembered((__name__, "found", record.document.path), lambda: _all_found(record, corpus))


def _all_found(record: Record, corpus: Corpus) -> bool:
    cited = [passages(one, corpus) for one in record.nodes() if "evidence" in one.value]
    return bool(cited) and None not in cited


def around_and_within(node: Node) -> list[Node]:
    """Give all that a node stands in, from the inside out, and then all that stands in it."""
    return [*outward(node), *walked(node)]


def may_name(target: str, node: Node, record: Record, corpus: Corpus) -> bool:
    """Say whether the words, passages, reasons or notes of a node, or of what it stands in or holds, may name a record.

    A record other than a meeting is short, and taken as a whole.
    """
    return corpus.remembered((__name__, "may", *_place(node), target), lambda: _may_name(target, node, record, corpus))


def _may_name(target: str, node: Node, record: Record, corpus: Corpus) -> bool:
    if record.kind.name != "meeting":
        path = record.document.path
        found = corpus.remembered(
            (__name__, "in", path), lambda: frozenset(chain(*(_named_at(one, corpus) for one in record.nodes())))
        )
        if target in found:
            return True
    around = corpus.remembered((__name__, "whole", *_place(node)), lambda: around_and_within(node))
    # A long meeting has many nodes around which there is much: what each names is looked up once.
    if record.kind.name == "meeting" and any(
        target in corpus.remembered((__name__, "at", *_place(one)), partial(_named_at, one, corpus)) for one in around
    ):
        return True
    remarks = (one.value[key] for one in around for key in REMARKS if key in one.value)
    return any(target in perhaps_named(text, corpus) for text in remarks)


def _named_at(node: Node, corpus: Corpus) -> frozenset[str]:
    texts = chain(own_words(node), passages(node, corpus) or ())
    return frozenset(chain.from_iterable(perhaps_named(text, corpus) for text in texts))


def tied(record: Record, corpus: Corpus) -> frozenset[str]:
    """Give the records to which one refers, and those that refer to it."""
    return corpus.remembered((__name__, "tied", record.document.path), lambda: _tied(record, corpus))


def _tied(record: Record, corpus: Corpus) -> frozenset[str]:
    referred = chain.from_iterable(one.referred for one in record.nodes())
    referring = (reference.record.id for reference in corpus.references_to.get(record.id, ()))
    return frozenset((*referred, *referring)) & corpus.records.keys()


def near(record: Record, corpus: Corpus) -> frozenset[str]:
    """Give a record, those that it is tied to, and those that these are tied to.

    Through one that is tied to more than MOST_TIES nothing is near: everything would be.
    """
    around = tied(record, corpus)
    ties = (tied(corpus.records[one], corpus) for one in around)
    return around.union({record.id}, *(one for one in ties if len(one) <= MOST_TIES))


def wholes(part: Record, corpus: Corpus) -> list[Record]:
    """Give the numbers that list a number among their parts."""
    referring = (one for one in corpus.references_to.get(part.id, ()) if one.route[0] == "parts")
    return [one.record for one in referring if one.record.kind.name == "statistic"]


def cited_in(statement: Node) -> frozenset[Passage]:
    """Give the passages that a statement cites itself, as it writes them."""
    return frozenset(selector(item) for item in statement.value.get("evidence", ()))


def makers(corpus: Corpus) -> frozenset[str]:
    """Give everybody who made a work on record: what stands on a page may be from any work that it credits."""
    return corpus.remembered(
        (__name__, "makers"),
        lambda: frozenset(
            maker.get("person", "") for work in corpus.by_kind["work"] for maker in work.data.get("creators", ())
        ),
    )
