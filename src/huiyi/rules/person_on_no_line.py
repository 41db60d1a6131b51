"""A statement names or refers to a person whom none of its lines names, though they name somebody else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.covering import located
from huiyi.evidence import Located, selector
from huiyi.findings import Fault
from huiyi.persons import people_named, people_perhaps_named
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.findings import Route
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("fact", "quotation")
NEEDS_TEXTS = True

PERSON = "person"
STATED = "stated"
RETELLING = ("text", "statement", "provision", "began", "ended")
NOT_STATEMENTS = frozenset({"name", "meeting.remark", "citation", "source"})
CURATORS_OWN = frozenset({"differs_from", "predecessor", "successor"})
"""What we add ourselves, or may read from the passages of another record."""

# "This reflects" leads back to a paragraph before.
_LEADS_BACK = re.compile(r"\W*(?:this|these|that|those|such|thus|so|therefore|hence)\b", re.IGNORECASE)


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each person of a stated statement who is on no cited line, if another person is on one."""
    if node.shape.name in NOT_STATEMENTS or not (meant := list(_meant(node, record, corpus))):
        return
    around = list(_outward(node))
    bases = (one.value.get(key, STATED) for one in around for key in ("basis", "speaker_basis"))
    holder = next((one for one in around if "evidence" in one.value), None)
    if holder is None or any(basis != STATED for basis in bases):
        return
    lines = _lines(holder, record, corpus)
    if lines is None or not (named := list(people_named(lines, corpus))):
        return
    known = people_perhaps_named(lines, corpus) | _makers(corpus)
    # What is said in a speech is its speaker's, and so in each part of a part that names somebody.
    known |= {value for one in around[1:] if one.parent is not None for _, _, value in one.values}
    for route, owners in meant:
        if not owners & known:
            other = next(word for word, _ in named)
            message = f"'{escape(min(owners), 60)}' is named on no line cited, and '{escape(other, 60)}' is"
            yield Fault(message, route, "name the one whom the lines name, or cite where the other is named")


def _meant(node: Node, record: Record, corpus: Corpus) -> Iterator[tuple[Route, frozenset[str]]]:
    """Give each person to whom the node refers, then those whom its own words name, with the route to the place."""
    referred = {
        route: target
        for field, route, target in node.values
        if PERSON in _kinds([target] if field.refers_to else [], corpus) and not CURATORS_OWN & set(route)
    }
    yield from ((route, frozenset({target})) for route, target in referred.items() if target != record.id)
    for key in RETELLING:
        if isinstance(node.value.get(key), str):
            for _, owners in people_named(node.value[key], corpus):
                if record.id not in owners and not owners & set(referred.values()):
                    yield (*node.route, key), owners


def _kinds(targets: Iterable[str], corpus: Corpus) -> set[str | None]:
    return {corpus.shape_at(target) for target in targets if "#" not in target}


def _outward(node: Node) -> Iterator[Node]:
    around: Node | None = node
    while around is not None:
        yield around
        around = around.parent


def _makers(corpus: Corpus) -> frozenset[str]:
    """Give everybody who made a work on record: what stands on a page may be from any work that it credits."""
    works = corpus.by_kind["work"]
    return corpus.remembered(
        (__name__, "makers"),
        lambda: frozenset(maker.get("person", "") for work in works for maker in work.data.get("creators", ())),
    )


def _lines(holder: Node, record: Record, corpus: Corpus) -> str | None:
    """Give the lines that a statement cites, a record all its own; None where any is not found or leads back."""
    holders = [holder] if holder.parent is not None else [one for one in record.nodes() if "evidence" in one.value]
    key = (__name__, record.document.path, holder.route)
    return corpus.remembered(key, lambda: _read(holder, holders, corpus))


def _read(holder: Node, holders: list[Node], corpus: Corpus) -> str | None:
    found = set()
    for one in holders:
        for item in one.value["evidence"]:
            place = located(selector(item), corpus)
            if not isinstance(place, Located):
                return None
            text = corpus.texts[item["source"]]
            if one.route == holder.route and _LEADS_BACK.match(text.text, place.start):
                return None
            found.add(text.text[slice(*text.span(*item["lines"]))])
    return "\n".join(sorted(found))
