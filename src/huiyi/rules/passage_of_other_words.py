"""A statement has hardly a word in common with the passage that it cites, and several with another on the same line."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.covering import cited_passages, located
from huiyi.evidence import Located
from huiyi.findings import Fault
from huiyi.surroundings import Place, holder, is_stated, outward, places, referred_in, touch
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.evidence import Passage
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = ("point", "meeting.decision")
NEEDS_TEXTS = True

STEM = 6
"""By how many first letters two words are held to be one: refuse, refused."""
MOST = 1
"""Up to how many words in common with its own passage a statement may have been tied to a wrong one."""
MOST_WITH_NAMES = 2
"""Up to how many it may have with the words of the names in it, which are then taken out."""

Words = frozenset[str]

# A shorter word tells nothing of its sentence.
_WORD = re.compile(r"[a-z]{5,}")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a cited passage of the line that is not cited here has more of the words, and two or more."""
    around = outward(node)
    if not is_stated(around) or holder(around) is not node:
        return
    where = places(node, corpus)
    mine = frozenset[str]().union(*(_printed(place, corpus) for place in where))
    own = _words(node.value["text"])
    if not where or len(own - mine) <= MOST or len(own & mine) > MOST_WITH_NAMES:
        return
    own = own.difference(*(_name(one, corpus) for one in _referred(around, record, corpus)))
    if len(own & mine) > MOST or len(own - mine) <= MOST:
        return
    for other in sorted(_beside(node, corpus)):
        more = (own & _printed(other, corpus)) - mine
        if len(more) > MOST and not touch(where, [other]):
            start = " ".join(corpus.texts[other.source].text[other.start : other.end].split()[:3])
            message = f"these words are more like the passage that begins '{escape(start, 60)}' than like the one cited"
            yield Fault(message, (*node.route, "evidence"), "cite the passage that tells it", at_key=True)
            return


def _beside(node: Node, corpus: Corpus) -> Iterator[Place]:
    """Give the passages on the lines of a statement that are cited anywhere, and what nobody cites between them."""
    by_line = corpus.remembered((__name__, "by line"), lambda: _by_line(corpus))
    for source, line in {(item["source"], item["lines"][0]) for item in node.value["evidence"]}:
        found = (located(passage, corpus) for passage in by_line.get((source, line), ()))
        cited = sorted((one.start, one.end) for one in found if isinstance(one, Located))
        yield from (Place(source, *span) for span in cited)
        start, last = corpus.texts[source].span(line, line)
        for begin, end in (*cited, (last, last)):
            if begin > start:
                yield Place(source, start, begin)
            start = max(start, end)


def _by_line(corpus: Corpus) -> Mapping[tuple[str, int], list[Passage]]:
    """Give the passages that are a part of one line, by that line."""
    found: dict[tuple[str, int], list[Passage]] = defaultdict(list)
    for source, cited in cited_passages(corpus).items():
        for passage in cited:
            if passage.first == passage.last and (passage.opening or passage.closing):
                found[source, passage.first].append(passage)
    return found


def _words(text: str) -> Words:
    """Give the beginnings of the longer words of a text in letters."""
    return frozenset(word[:STEM] for word in _WORD.findall(text.casefold()))


def _printed(place: Place, corpus: Corpus) -> Words:
    text = corpus.texts[place.source].text
    return corpus.remembered((__name__, place), lambda: _words(text[place.start : place.end]))


def _referred(around: list[Node], record: Record, corpus: Corpus) -> frozenset[str]:
    """Give all that a statement is about, whose names need not stand in its passage."""
    return frozenset({record.id}).union(*(referred_in(one, corpus) for one in around)) & corpus.records.keys()


def _name(identifier: str, corpus: Corpus) -> Words:
    return corpus.remembered((__name__, identifier), lambda: _words(" ".join(_names(corpus.records[identifier]))))


def _names(record: Record) -> Iterator[str]:
    yield record.id.replace("-", " ")
    yield from (name["text"] for name in record.data.get("names", ()))
