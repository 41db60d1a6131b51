"""A quotation is called the rendering of one part of a text, and its words are those of another part."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from huiyi.evidence.wording import wording
from huiyi.findings import Fault
from huiyi.surroundings import holder, outward, passages, places, touch
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "quotation"
NEEDS_TEXTS = True

SHORTEST = 4
"""How many letters a word must have to tell anything of its sentence."""
STEM = 6
"""By how many first letters two words are held to be one: exaggerate, exaggerated."""
FEWEST_TIMES = 2
"""How many times better another part must fit to be the one meant."""

Words = frozenset[str]


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where another part, from other passages than the quotation, fits its words twice as well."""
    target = node.value.get("rendering_of", "")
    rendered = corpus.node(target) if target else None
    statement = holder(outward(node))
    if rendered is None or rendered.parent is None or statement is None or not (own := _words(node, corpus)):
        return
    where = places(statement, corpus)
    siblings = (
        one for one in corpus.records[target.partition("#")[0]].nodes() if one.shape.name == rendered.shape.name
    )
    parts = [one for one in siblings if not touch(where, places(one, corpus))]
    times = Counter(word for one in parts for word in _words(one, corpus))
    best = max(parts, key=lambda one: _fit(own, one, times, corpus), default=rendered)
    if _fit(own, best, times, corpus) > FEWEST_TIMES * _fit(own, rendered, times, corpus):
        shown, other = escape(target, 90), escape(best.address, 90)
        message = f"the words of '{shown}' are less like these than those of '{other}'"
        yield Fault(message, (*node.route, "rendering_of"), "point to the part that it renders")


def _fit(own: Words, part: Node, times: Counter[str], corpus: Corpus) -> float:
    """Weigh the words that a quotation and a part have in common: the fewer parts have a word, the more it tells."""
    return sum(1 / times[word] for word in own & _words(part, corpus) if times[word])


def _words(node: Node, corpus: Corpus) -> Words:
    """Give the beginnings of the longer words of the passages on which a node rests."""
    statement = holder(outward(node))
    if statement is None:
        return frozenset()
    return corpus.remembered((__name__, statement.address), lambda: _printed(statement, corpus))


def _printed(statement: Node, corpus: Corpus) -> Words:
    cited = passages(statement, corpus) or ()
    return frozenset(word[:STEM] for text in cited for word in wording(text).words if len(word) >= SHORTEST)
