"""Our own words have a proper name that stands in no passage, and in no name of what the statement refers to."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from huiyi.evidence.telling import telling
from huiyi.findings import Fault
from huiyi.surroundings import (
    NOT_PRINTED,
    REMARKS,
    RETELLING,
    SUMMARY,
    holder,
    makers,
    outward,
    passages,
    referred_in,
    rests_on,
    tied,
)
from huiyi.values.printed_dates import read_printed
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "fact"
NEEDS_TEXTS = True

# The first word of a sentence has a capital in any case.
_PROPER = re.compile(r"(?<=[a-z,;:)] )[A-Z][a-z]{2,}")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first proper name in each text that nothing bears out; Chinese passages alone bear none."""
    if node.shape.name == "name":
        return
    texts = {key: _names(node.value[key]) for key in (*RETELLING, SUMMARY) if isinstance(node.value.get(key), str)}
    if not any(texts.values()):
        return
    around = outward(node)
    statement = holder(around)
    if statement is None or any(one.value.get("basis") in NOT_PRINTED for one in around):
        return
    cited = [passages(one, corpus) for one in rests_on(statement, record)]
    printed = _stems(chain.from_iterable(some for some in cited if some))
    if None in cited or not printed:
        return
    for key, names in texts.items():
        known = printed | _stems(_told(around, record, corpus, is_summary=key == SUMMARY)) if names else printed
        strange = next((name for name in names if known.isdisjoint(_stems([name]))), "")
        if strange:
            message = f"'{escape(strange, 60)}' is named here, and neither passages nor references have such a name"
            yield Fault(message, (*node.route, key), "name what the passage names, or cite and refer to what is meant")


def _names(text: str) -> list[str]:
    return [name for name in _PROPER.findall(text) if telling(name.lower()) and not read_printed(name).months]


def _stems(texts: Iterable[str]) -> frozenset[str]:
    """Give the beginnings of all words, of those with a hyphen one by one."""
    return telling(" ".join(texts).lower().replace("-", " "))


def _told(around: Sequence[Node], record: Record, corpus: Corpus, *, is_summary: bool) -> Iterator[str]:
    """Give the names of what is referred to, of all makers of works, and the reasons and notes.

    What sums up a record may name what its neighbours refer to.
    """
    referred = frozenset({record.id}).union(*(referred_in(one, corpus) for one in around))
    if is_summary:
        near = tied(record, corpus)
        referred |= near.union(*(tied(corpus.records[one], corpus) for one in near))
    for identifier in (referred | makers(corpus)) & corpus.records.keys():
        yield identifier
        yield from (name["text"] for name in corpus.records[identifier].data.get("names", ()))
    yield from (one.value[key] for one in around for key in REMARKS if key in one.value)
