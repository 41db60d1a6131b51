"""Two quotations give one passage in two translations, and nothing links them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from huiyi.covering import located
from huiyi.evidence import Located, selector
from huiyi.evidence.telling import telling
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "quotation"
NEEDS_TEXTS = True

SHARED = 5
SHARE = 0.6
"""So many telling words in common, and such a share of the shorter passage, are no chance."""


class Quoted(NamedTuple):
    """A quotation: its number, the address of what is quoted, what holds that, and where it stands.

    `stems` are the beginnings of the words of its passage, without names, titles and common words.
    """

    number: int
    address: str
    holder: str
    source: str
    line: int
    start: int
    end: int
    stems: frozenset[str]


class Quotations(NamedTuple):
    """The quotations of all records with their links: by address, by stem, and what each address is linked with."""

    by_address: Mapping[str, Quoted]
    by_stem: Mapping[str, tuple[Quoted, ...]]
    linked: Mapping[str, frozenset[str]]


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where another quotation has most of the words of this one, in another line, and no link leads there.

    Of two the one without any link is reported, or else the later. Points of one speech are passed over.
    """
    quotations = corpus.remembered(__name__, lambda: _quotations(corpus))
    own = quotations.by_address.get(node.parent.address) if node.parent else None
    if own is None:
        return
    for other in _alike(own, quotations):
        weights = [(one.address in quotations.linked, -one.number) for one in (own, other)]
        if weights[0] < weights[1] and not _are_linked(own, other, quotations):
            where = f"line {other.line} of '{escape(other.source, 60)}'"
            message = f"the passage has most words of {where}, quoted at '{escape(other.address, 80)}', and no link"
            hint = f"if both render one passage, add 'rendering_of: {escape(other.address, 200)}'"
            yield Fault(message, node.route, hint)
            return


def _alike(own: Quoted, quotations: Quotations) -> Iterator[Quoted]:
    """Give the quotations of other lines, in other hands, that have enough words of one."""
    shared = Counter(other for stem in own.stems for other in quotations.by_stem[stem])
    for other, count in sorted(shared.items()):
        is_other = other.holder != own.holder or "#" not in own.holder
        is_elsewhere = (other.source, other.line) != (own.source, own.line)
        if is_other and is_elsewhere and count >= max(SHARED, SHARE * min(len(own.stems), len(other.stems))):
            yield other


def _are_linked(one: Quoted, other: Quoted, quotations: Quotations) -> bool:
    """Say whether a link leads from either to the other, or to a quotation that shares words of its passage."""
    by_address = quotations.by_address
    for start, end in ((one, other), (other, one)):
        for address in quotations.linked.get(start.address, frozenset()):
            found = by_address.get(address)
            if address == end.address or (found and found.source == end.source and _overlap(found, end)):
                return True
    return False


def _overlap(one: Quoted, other: Quoted) -> bool:
    return one.start < other.end and other.start < one.end


def _quotations(corpus: Corpus) -> Quotations:
    by_address: dict[str, Quoted] = {}
    by_stem: dict[str, list[Quoted]] = defaultdict(list)
    links: list[tuple[str, str]] = []
    for record in corpus.all_records:
        for node in record.nodes():
            if node.shape.name != "quotation" or node.parent is None:
                continue
            if "rendering_of" in node.value:
                links.append((node.parent.address, node.value["rendering_of"]))
            quoted = _quoted(len(by_address), node.parent, corpus)
            if quoted is not None:
                by_address[quoted.address] = quoted
                for stem in quoted.stems:
                    by_stem[stem].append(quoted)
    return Quotations(by_address, {stem: tuple(found) for stem, found in by_stem.items()}, _joined(links))


def _quoted(number: int, statement: Node, corpus: Corpus) -> Quoted | None:
    """Give the first passage with both ends that a statement cites, of a source in which several works are quoted."""
    holder = "" if statement.parent is None else statement.parent.address
    for item in statement.value.get("evidence", ()):
        source = corpus.records.get(item["source"])
        place = located(selector(item), corpus) if "from" in item else None
        # A Chinese source has at most one translation, which stands beside it.
        if isinstance(place, Located) and source is not None and source.data.get("language") != "zh":
            text = corpus.texts[item["source"]]
            stems = telling(text.text[place.start : place.end])
            line = text.line_of(place.start)
            return Quoted(number, statement.address, holder, item["source"], line, place.start, place.end, stems)
    return None


def _joined(links: list[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    """Give, for each address, all those to which links lead from it or to it, over however many others."""
    groups: dict[str, set[str]] = {}
    for one, other in links:
        group = groups.get(one, {one}) | groups.get(other, {other})
        groups.update(dict.fromkeys(group, group))
    return {address: frozenset(group) for address, group in groups.items()}
