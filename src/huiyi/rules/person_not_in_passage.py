"""Our own words name somebody whom neither the passages nor the references of the statement know."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.naming import people_named, perhaps_named
from huiyi.schemas import walked
from huiyi.surroundings import REMARKS, RETELLING, holder, makers, outward, passages, rests_on
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "fact"
NEEDS_TEXTS = True

REMARK = "meeting.remark"
"""What a remark is about its points tell, each from its own passage."""


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first person in each text who is neither in the passages nor referred to."""
    # Names are compared as they stand.
    if node.shape.name == "name":
        return
    texts = {key: people_named(node.value[key], corpus) for key in RETELLING if key in node.value}
    found = {key: people for key, people in texts.items() if people}
    around = outward(node) if found else []
    if any(one.value.get("basis") == "supplied" for one in around):
        return
    known = _known(around, record, corpus) if found else None
    if known is None:
        return
    for key, people in found.items():
        strange = next((one for one in people if known.isdisjoint(one.name.perhaps)), None)
        if strange:
            message = f"'{escape(strange.printed, 60)}' is named here, and neither passages nor references know them"
            yield Fault(message, (*node.route, key), "name the one meant, or cite and refer to the one named")


def _known(around: list[Node], record: Record, corpus: Corpus) -> frozenset[str] | None:
    """Give all who may be meant: whom references, passages, reasons or notes know, and authors; None if unsure."""
    if around[0].shape.name == REMARK:
        around = list(walked(around[0]))
        statements = [one for one in around if "evidence" in one.value]
    else:
        statement = holder(around)
        statements = rests_on(statement, record) if statement else []
    cited = [passages(one, corpus) for one in statements]
    if None in cited or not statements:
        return None
    remarks = (one.value[key] for one in around for key in REMARKS if key in one.value)
    texts = chain(remarks, *(some or () for some in cited))
    printed = chain.from_iterable(perhaps_named(text, corpus) for text in texts)
    referred = chain.from_iterable(one.referred for one in around)
    return frozenset({record.id, *referred, *printed}) | makers(corpus)
