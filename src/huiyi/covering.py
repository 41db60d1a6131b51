"""What the records cite of the sources: the passages, where they stand, and how much of a source they account for."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.evidence import locate, selector, source_entry
from huiyi.evidence.coverage import Coverage, coverage, with_characters
from huiyi.evidence.passages import Located

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from huiyi.corpus import Corpus
    from huiyi.evidence import NotFound, Passage
    from huiyi.evidence.lock import PageMap
    from huiyi.findings import Route
    from huiyi.schemas import Node


TRANSLATION, ORIGINAL = "translation", "original"
"""The types of the two units of a source that is printed in two languages."""

BESIDE = 40
"""How many characters beside a number are read: the words for it, and its measure, stand next to it."""

Line = tuple[str, int]
"""A line of a source: its identifier, and the number of the line, from 1."""


def cited_lines(statements: Iterable[Mapping[str, Any]]) -> frozenset[Line]:
    """Give the lines that some statements, as records write them, cite."""
    cited = (item for one in statements for item in one.get("evidence", ()))
    return frozenset((item["source"], line) for item in cited for line in range(item["lines"][0], item["lines"][1] + 1))


def cited_passages(corpus: Corpus) -> Mapping[str, Mapping[Passage, str]]:
    """Give the passages that records cite, by source on record, each with the address of the first that cites it."""
    return corpus.remembered((__name__, "cited"), lambda: _cited_passages(corpus))


def _cited_passages(corpus: Corpus) -> Mapping[str, Mapping[Passage, str]]:
    found: dict[str, dict[Passage, str]] = {record.id: {} for record in corpus.by_kind["source"]}
    for reference in corpus.references:
        if reference.node.shape.name == "evidence" and reference.target in found:
            statement = reference.node.parent or reference.node
            found[reference.target].setdefault(selector(reference.node.value), statement.address)
    return found


def place_of_doubt(statement: Node, value: Route, corpus: Corpus) -> Route:
    """Give the route to what is most likely wrong where a value is not in the passages of a statement.

    That is the value, or the evidence where the lock knows a passage that the statement does not cite any more.
    """
    locked = corpus.remembered((__name__, "locked"), lambda: _locked(corpus)).get(statement.address, frozenset())
    cited = {selector(item) for item in statement.value.get("evidence", ())}
    return value if locked <= cited else (*statement.route, "evidence", 0)


def _locked(corpus: Corpus) -> Mapping[str, frozenset[Passage]]:
    """Give the passages of the lock by the statement that was the first to cite them."""
    found: dict[str, set[Passage]] = defaultdict(set)
    for passage, entry in corpus.lock.entries.items():
        found[entry.cited_by].add(passage)
    return {address: frozenset(passages) for address, passages in found.items()}


def page_maps(corpus: Corpus) -> Mapping[str, PageMap]:
    """Give the printed pages of every source on record, in the order of their lines; an empty map where it has none."""
    return {
        source.id: sorted(
            ((page["line"], page["page"]) for page in source.data.get("pages", ())), key=lambda one: one[0]
        )
        for source in corpus.by_kind["source"]
    }


def language_parts(source: str, corpus: Corpus) -> Mapping[str, tuple[int, int]]:
    """Give the lines of the translation and of the original, if a source has one of each; else nothing."""
    return corpus.remembered((__name__, "languages", source), lambda: _language_parts(source, corpus))


def _language_parts(source: str, corpus: Corpus) -> Mapping[str, tuple[int, int]]:
    record = corpus.records.get(source)
    units = record.data.get("units", ()) if record else ()
    found = [(unit["type"], tuple(unit["lines"])) for unit in units if unit["type"] in {TRANSLATION, ORIGINAL}]
    is_pair = sorted(kind for kind, _ in found) == sorted((TRANSLATION, ORIGINAL))
    return dict(found) if is_pair else {}


def located(passage: Passage, corpus: Corpus) -> Located | NotFound | None:
    """Find a passage in the text of its source; None where that is not at hand."""
    text = corpus.texts.get(passage.source)
    return locate(passage, text) if text else None


def beside(printed: str, passage: Passage, corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Give for each place where a passage prints a number what stands before it and after it, BESIDE characters each.

    Nothing where the text is not at hand.
    """
    place = located(passage, corpus)
    if isinstance(place, Located):
        text = corpus.texts[passage.source].text
        for match in re.finditer(
            rf"(?<![0-9.,]){re.escape(printed)}(?![0-9]|[.,][0-9])", text[place.start : place.end]
        ):
            start, end = place.start + match.start(), place.start + match.end()
            yield text[max(0, start - BESIDE) : start], text[end : end + BESIDE]


def accounted(corpus: Corpus, source: str) -> Coverage | None:
    """Account for the lines of a source; None where neither its text nor the lock tells which lines are blank."""
    text = corpus.texts.get(source)
    known = source_entry(text) if text else corpus.lock.sources.get(source)
    if known is None:
        return None
    cited = {(passage.first, passage.last) for passage in cited_passages(corpus)[source]}
    empty = [tuple(part["lines"]) for part in corpus.records[source].data.get("no_data", ())]
    return coverage(known.lines, cited, empty, known.blank)


def cover(corpus: Corpus, source: str) -> Coverage | None:
    """Account for the lines of a source, and for the characters of each where its text is at hand.

    None where neither its text nor the lock tells which lines are blank.
    """
    measured = accounted(corpus, source)
    text = corpus.texts.get(source)
    if measured is None or text is None:
        return measured
    places = (locate(passage, text) for passage in cited_passages(corpus)[source])
    spans = [(place.start, place.end) for place in places if isinstance(place, Located)]
    return with_characters(measured, text, spans)
