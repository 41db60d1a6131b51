"""A source prints a pointer to a remark, a page or a note, and nothing that cites the line records it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from huiyi.covering import cited_lines
from huiyi.evidence.wording import words_of
from huiyi.findings import Fault
from huiyi.surroundings import outward, places
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.covering import Line
    from huiyi.findings import Route
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "record"
NEEDS_TEXTS = True

SEE, MARK = "see", "note_mark"
WORDS_OF = {"pointer": "printed", "citation": MARK}
"""The key under which the words of what is printed stand, by shape."""
# A link that leads nowhere has lost the page that it pointed to, and kept its words.
# A raised figure on a word or on its full stop is the mark of a note, but on a measure.
_POINTER = re.compile(
    r"\bsee (?:also )?remarks? [0-9]+|(?<=\[)[^\]\[\n]{1,200}(?=\]\(#\))"
    r"|(?<=[^\s\d])(?<!\bm)(?<!\b[ck]m)(?P<mark>[\u00b2\u00b3\u00b9\u2070\u2074-\u2079]+)",
    re.IGNORECASE,
)


class Pointer(NamedTuple):
    """A pointer as printed: its words, its line, where it starts in the text, and whether it is the mark of a note."""

    words: str
    line: Line
    start: int
    is_mark: bool


class Recorded(NamedTuple):
    """The words of a pointer or a title on record, or the mark of a citation."""

    words: str
    is_mark: bool


def check(_node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each pointer that is not recorded, where the part of a meeting before it ends."""
    lost = corpus.remembered((__name__, "lost"), lambda: _lost(corpus))
    for node, pointer in lost.get(record.document.path, ()):
        message = f"'{escape(pointer.words, 60)}' is printed on line {pointer.line[1]}, and no pointer records it"
        under = "citations" if pointer.is_mark else SEE
        yield Fault(message, _end(node), f"record it under '{under}'", at_key=True)


def _end(statement: Node) -> Route:
    """Give where a remark or decision ends, or whatever else may hold pointers, before the place of these."""
    owner = next((one for one in outward(statement) if SEE in one.shape.lists), statement)
    route, value = owner.route, owner.value
    for key in ("points", "anomalies", "evidence"):
        if key in value:
            route, value = (*route, key, len(value[key]) - 1), value[key][-1]
    return route


def _lost(corpus: Corpus) -> Mapping[str, list[tuple[Node, Pointer]]]:
    """Give the pointers that nothing records, by the record that cites what stands before them."""
    printed = [pointer for source in sorted(corpus.texts) for pointer in _printed(source, corpus)]
    recorded = _recorded({pointer.line for pointer in printed}, corpus)
    left = [one for one in printed if not _is_recorded(one, recorded[one.line])]
    found: dict[str, list[tuple[Node, Pointer]]] = defaultdict(list)
    cited = _cited(corpus) if left else {}
    for pointer in left:
        known = cited.get(pointer.line[0], [])
        if before := bisect_right(known, pointer.start, key=lambda one: one[0]):
            _, path, node = known[before - 1]
            found[path].append((node, pointer))
    return found


def _is_recorded(pointer: Pointer, recorded: Collection[Recorded]) -> bool:
    words = words_of(pointer.words)
    if pointer.is_mark:
        return Recorded(words, is_mark=True) in recorded
    return any(words in one.words for one in recorded if not one.is_mark)


def _cited(corpus: Corpus) -> Mapping[str, list[tuple[int, str, Node]]]:
    """Give where the passages begin that the meeting of a page cites, by source and in order, each with its statement.

    Of several meetings it is the one that cites most of the source: a page on one meeting names others.
    """
    found: dict[str, list[tuple[int, str, Node]]] = defaultdict(list)
    for record in corpus.by_kind["meeting"]:
        for node in record.nodes():
            for place in places(node, corpus):
                found[place.source].append((place.start, record.document.path, node))
    return {source: _of_most(cited) for source, cited in found.items()}


def _of_most(cited: list[tuple[int, str, Node]]) -> list[tuple[int, str, Node]]:
    counts = Counter(path for _, path, _ in cited)
    most = max(sorted(counts), key=counts.__getitem__)
    return sorted((one for one in cited if one[1] == most), key=lambda one: one[0])


def _printed(source: str, corpus: Corpus) -> Iterator[Pointer]:
    text = corpus.texts[source]
    for line in range(1, text.line_count + 1):
        start, end = text.span(line, line)
        for match in _POINTER.finditer(text.text[start:end]):
            yield Pointer(match[0], (source, line), start + match.start(), is_mark=match.lastgroup == "mark")


def _recorded(lines: set[Line], corpus: Corpus) -> Mapping[Line, list[Recorded]]:
    """Give the pointers and marks that are recorded, and the titles, that rest on some lines."""
    found: dict[Line, list[Recorded]] = defaultdict(list)
    for record in corpus.all_records if lines else ():
        for node in record.nodes():
            is_title = node.shape.name == "name" and record.kind.name == "document"
            key = "text" if is_title else WORDS_OF.get(node.shape.name, "")
            if key in node.value:
                one = Recorded(words_of(node.value[key]), key == MARK)
                for line in cited_lines([node.value]) & lines:
                    found[line].append(one)
    return found
