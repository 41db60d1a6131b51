"""Our own words name somebody whom neither the passages nor the references of the statement know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.covering import located
from huiyi.evidence import Located, selector
from huiyi.findings import Fault
from huiyi.persons import people_named, people_perhaps_named
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "fact"
NEEDS_TEXTS = True

RETELLING = ("text", "statement", "provision", "gloss", "began", "ended")
NOT_STATEMENTS = frozenset({"name", "meeting.remark"})
"""Names are compared as they stand; what a remark is about its points tell, each from its own passage."""


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first person in each text who is neither in the passages nor referred to."""
    keys = [key for key in RETELLING if isinstance(node.value.get(key), str)]
    if not keys or node.shape.name in NOT_STATEMENTS:
        return
    around = list(_outward(node))
    holder = next((one for one in around if "evidence" in one.value), None)
    if holder is None or any(one.value.get("basis") == "supplied" for one in around):
        return
    known: frozenset[str] | None = None
    for key in keys:
        for word, owners in people_named(node.value[key], corpus):
            known = _known(around, holder, record, corpus) if known is None else known
            if not owners & known:
                message = f"'{escape(word, 60)}' is named here, and neither the passages nor the references know them"
                yield Fault(message, (*node.route, key), "name the one meant, or cite and refer to the one named")
                break


def _outward(node: Node) -> Iterator[Node]:
    around: Node | None = node
    while around is not None:
        yield around
        around = around.parent


def _known(around: list[Node], holder: Node, record: Record, corpus: Corpus) -> frozenset[str]:
    """Give everybody who may be meant: those referred to, and those whom the passages may name."""
    referred = {target.partition("#")[0] for one in around for field, _, target in one.values if field.refers_to}
    return frozenset({record.id, *referred, *_printed(holder, record, corpus)})


def _printed(holder: Node, record: Record, corpus: Corpus) -> frozenset[str]:
    """Give those whom the passages of a statement may name; a record as a whole rests on all that it cites."""
    holders = [holder] if holder.parent is not None else [one for one in record.nodes() if "evidence" in one.value]
    key = (__name__, record.document.path, holder.route)
    return corpus.remembered(key, lambda: frozenset(one for some in holders for one in _in_passages(some, corpus)))


def _in_passages(holder: Node, corpus: Corpus) -> Iterator[str]:
    for item in holder.value["evidence"]:
        place = located(selector(item), corpus)
        if isinstance(place, Located):
            yield from people_perhaps_named(corpus.texts[item["source"]].text[place.start : place.end], corpus)
