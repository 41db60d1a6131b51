"""Our own words have a proper name that stands in no passage, and in no name of what the statement refers to."""

from __future__ import annotations

import re
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from huiyi.covering import cited_lines
from huiyi.evidence.telling import telling
from huiyi.findings import Fault
from huiyi.surroundings import (
    NAMING,
    NOT_PRINTED,
    REMARKS,
    SUMMARY,
    all_found,
    holder,
    makers,
    near,
    outward,
    passages,
    rests_on,
)
from huiyi.values.printed_dates import read_printed
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "content"
NEEDS_TEXTS = True

APART = frozenset({"source", "vocabulary", "redirect"})
"""Kinds of record that speak of a text as a whole, or of no passage."""
REMARKING = (*REMARKS, "treatment")
"""The keys of what is remarked on a statement: it may name whatever the record as a whole has to do with."""
SYSTEMS = "name-system"
"""The vocabulary of the ways to write a name, which may be told of any."""

# The first word of a sentence has a capital in any case.
_PROPER = re.compile(r"(?<=[a-z,;:)] )[A-Z][a-z]{2,}")


Stems = frozenset[str]
"""The beginnings of words in small letters."""


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first proper name in each text that nothing bears out; Chinese passages alone bear none."""
    if record.kind.name in APART:
        return
    for key in (*NAMING, *REMARKING):
        text = node.value.get(key)
        names = _names(text) if isinstance(text, str) else []
        if not names:
            continue
        if key in REMARKING:
            known = corpus.remembered((__name__, record.document.path), partial(_around_record, record, corpus))
        else:
            known = _around(node, record, corpus, is_summary=key == SUMMARY)
        strange = next((name for name in names if known and all(map(_stems(name).isdisjoint, known))), "")
        if strange:
            message = f"'{escape(strange, 60)}' is named here, and neither passages nor references have such a name"
            yield Fault(message, (*node.route, key), "name what the passage names, or cite and refer to what is meant")


def _names(text: str) -> list[str]:
    return [name for name in _PROPER.findall(text) if telling(name.lower()) and not read_printed(name).months]


def _stems(text: str) -> Stems:
    """Give the beginnings of all words, of those with a hyphen one by one."""
    return telling(text.lower().replace("-", " "))


def _around(node: Node, record: Record, corpus: Corpus, *, is_summary: bool) -> list[Stems]:
    """Give what may be named where a statement is told; nothing where that cannot be said.

    That is what its passages have, the names of what is referred to and of all makers of works, the reasons and notes.
    What sums up a record may name what its neighbours refer to.
    """
    around = outward(node)
    statement = holder(around)
    if not node.shape.is_fact or node.shape.name == "name" or statement is None:
        return []
    cited = [passages(one, corpus) for one in rests_on(statement, record)]
    printed = _stems(" ".join(chain.from_iterable(some for some in cited if some)))
    if None in cited or not printed or any(one.value.get("basis") in NOT_PRINTED for one in around):
        return []
    referred = frozenset({record.id}).union(*(one.referred for one in around))
    remarks = (one.value[key] for one in around for key in REMARKS if key in one.value)
    called = _called(referred | (near(record, corpus) if is_summary else frozenset()), corpus)
    return [printed, *called, *map(_stems, remarks)]


def _around_record(record: Record, corpus: Corpus) -> list[Stems]:
    """Give what may be named in a remark: what stands on the lines of the record, and the names of all nearby."""
    if not all_found(record, corpus):
        return []
    lines = cited_lines(one.value for one in record.nodes())
    printed = [corpus.remembered((__name__, *line), partial(_on_line, *line, corpus)) for line in sorted(lines)]
    if not any(printed):
        return []
    sources = {source for source, _ in lines} & corpus.records.keys()
    units = (unit.get("title", "") for one in sources for unit in corpus.records[one].data.get("units", ()))
    systems = (word["label"] for word in (corpus.vocabulary(SYSTEMS) or {}).values())
    return [*printed, *_called(near(record, corpus), corpus), _stems(" ".join((*units, *systems)))]


def _on_line(source: str, line: int, corpus: Corpus) -> Stems:
    text = corpus.texts[source]
    return _stems(text.text[slice(*text.span(line, line))]) if text.has_lines(line, line) else frozenset()


def _called(referred: Iterable[str], corpus: Corpus) -> list[Stems]:
    """Give the identifiers and names of records, and of all who made a work."""
    of_makers = corpus.remembered(
        (__name__, "makers"), lambda: frozenset[str]().union(*_names_of(makers(corpus), corpus))
    )
    return [of_makers, *_names_of(referred, corpus)]


def _names_of(records: Iterable[str], corpus: Corpus) -> list[Stems]:
    known = frozenset(records) & corpus.records.keys()
    return [corpus.remembered((__name__, "name", one), partial(_name, corpus.records[one])) for one in known]


def _name(record: Record) -> Stems:
    return _stems(" ".join((record.id, *(name["text"] for name in record.data.get("names", ())))))
