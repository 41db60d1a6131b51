"""What a statement tells stands in words beside the passages that it cites, and hardly in these."""

from __future__ import annotations

import re
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from huiyi.covering import cited_passages, located
from huiyi.evidence import Located
from huiyi.evidence.telling import STEM, telling
from huiyi.findings import Fault
from huiyi.surroundings import NOT_PRINTED, Place, is_stated, outward, passages, places, rests_on, touch
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "fact"
NEEDS_TEXTS = True

TOLD = ("text", "statement", "provision", "counted")
NOT_TOLD = frozenset({"meeting", "meeting.remark", "name"})
_END = re.compile(r"[.;:!?]\W*\s")

MORE = 4
"""How many more of the telling words a sentence nearby must have than the passages."""
NEAR = 3
"""How many lines away it may be."""
IN_LISTS = frozenset({"point", "meeting.decision"})
"""What is told item by item, often several from one line."""
MOST = 1
"""Up to how many longer words of a statement are chance, in its own passages and more of them in another."""
MARGIN = 3
"""How many more of the words another passage must have, be they short or long, or the statement an inference."""


class Words(NamedTuple):
    """The telling words of a statement: those that its passages have, and those that they lack."""

    held: frozenset[str]
    missing: frozenset[str]


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a sentence nearby, or another passage of the line, has far more of the telling words."""
    told = " ".join(node.value[key] for key in TOLD if isinstance(node.value.get(key), str))
    is_told = node.shape.name not in NOT_TOLD and node.value.get("basis") not in NOT_PRINTED
    stems = telling(told) if told and is_told and "evidence" in node.value else frozenset()
    cited = [passages(one, corpus) for one in rests_on(node, record)] if stems else [None]
    if None in cited:
        return
    own = " ".join(chain.from_iterable(some for some in cited if some)).casefold()
    held = frozenset(stem for stem in stems if stem in own)
    words = Words(held, stems - held)
    why = _in_sentence(node, words, corpus) or _in_rest(node, words, corpus) or _in_passage_beside(node, words, corpus)
    if why:
        yield Fault(why, (*node.route, "evidence", 0), "cite the passage that tells it, or correct the text")


def _in_sentence(node: Node, words: Words, corpus: Corpus) -> str:
    """Say how many of the missing words a sentence of a line nearby has, if these are many."""
    has = len(words.held)
    if len(words.missing) < has + MORE:
        return ""
    for line, sentence in _near(node, corpus):
        found = sum(stem in sentence for stem in words.missing)
        if found >= has + MORE:
            return f"the passages have {has} of its telling words, and a sentence of line {line} has {found} others"
    return ""


def _near(node: Node, corpus: Corpus) -> Iterator[tuple[int, str]]:
    """Give the sentences, in small letters, of the lines near those that a statement cites, with their lines."""
    lines = {
        (item["source"], line)
        for item in node.value["evidence"]
        for line in range(item["lines"][0] - NEAR, item["lines"][0] + NEAR + 1)
    }
    for source, line in sorted(lines):
        text = corpus.texts[source]
        if text.has_lines(line, line):
            start, end = text.span(line, line)
            yield from ((line, sentence) for sentence in _END.split(text.text[start:end].casefold()))


def _in_rest(node: Node, words: Words, corpus: Corpus) -> str:
    """Say how many of the missing words follow upon a passage in its sentence, if these are more than it has."""
    if not words.missing or "gloss" in node.value:
        return ""
    where = sorted(places(node, corpus))
    for place, following in zip(where, [*where[1:], None], strict=True):
        text = corpus.texts[place.source]
        _, last = text.span(*[text.line_of(place.end - 1)] * 2)
        # Between two passages of one line the words were left out on purpose.
        is_followed = following is not None and following.source == place.source and following.start < last
        if is_followed or _END.match(text.text, place.end - 1):
            continue
        rest = _END.split(text.text[place.end : last].casefold(), maxsplit=1)[0]
        found = sum(stem in rest for stem in words.missing)
        if found > max(len(words.held), MOST) or (found and not words.held):
            return f"the passages have {len(words.held)} of its telling words, and {found} follow in the same sentence"
    return ""


def _in_passage_beside(node: Node, words: Words, corpus: Corpus) -> str:
    """Say which other passage of the line has the words that are missing, if hardly any is not."""
    if node.shape.name not in IN_LISTS or not words.missing:
        return ""
    held, missing = (frozenset(stem for stem in some if len(stem) == STEM) for some in words)
    is_hardly_held = len(held) <= MOST < len(missing) and is_stated(outward(node))
    if not is_hardly_held and len(words.missing) < len(words.held) + MARGIN:
        return ""
    where = places(node, corpus)
    for other, told in _beside(where, corpus):
        is_told = is_hardly_held and len(missing & told) > len(held) + MOST
        if (is_told or len(words.missing & told) >= len(words.held) + MARGIN) and not touch(where, [other]):
            start = " ".join(corpus.texts[other.source].text[other.start : other.end].split()[:3])
            return f"its words are more like the passage that begins '{escape(start, 60)}' than like the one cited"
    return ""


def _beside(where: frozenset[Place], corpus: Corpus) -> Iterator[tuple[Place, frozenset[str]]]:
    """Give the passages on the lines of some that are cited anywhere, what nobody cites between them, and its words."""
    for line in sorted({(one.source, corpus.texts[one.source].line_of(one.start)) for one in where}):
        yield from corpus.remembered((__name__, "on line", line), partial(_on_line, *line, corpus))


def _on_line(source: str, line: int, corpus: Corpus) -> tuple[tuple[Place, frozenset[str]], ...]:
    by_line = corpus.remembered((__name__, "by line"), lambda: _by_line(corpus))
    cited = sorted(by_line.get((source, line), ()))
    found = [Place(source, *span) for span in cited]
    start, last = corpus.texts[source].span(line, line)
    for begin, end in (*cited, (last, last)):
        if begin > start:
            found.append(Place(source, start, begin))
        start = max(start, end)
    return tuple((one, telling(corpus.texts[source].text[one.start : one.end])) for one in sorted(found))


def _by_line(corpus: Corpus) -> Mapping[tuple[str, int], set[tuple[int, int]]]:
    """Give the passages that are a part of one line, by that line."""
    found: dict[tuple[str, int], set[tuple[int, int]]] = {}
    for source, cited in cited_passages(corpus).items():
        for passage in cited:
            place = located(passage, corpus) if passage.first == passage.last else None
            if isinstance(place, Located) and (passage.opening or passage.closing):
                found.setdefault((source, passage.first), set()).add((place.start, place.end))
    return found
