"""Characters in brackets behind an English word are elsewhere those of other words, and those of this word differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from huiyi.evidence.telling import telling
from huiyi.findings import Fault
from huiyi.glosses import glosses, own_characters
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.glosses import Gloss
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "own-text"
NEEDS_TEXTS = True

OFTEN = 4
"""How often characters stand behind one other word, so that they are taken to be that word's."""


class Pairs(NamedTuple):
    """How often characters stand with the beginning of an English word, and the characters by that."""

    words: dict[str, Counter[str]]
    characters: dict[str, set[str]]


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first characters of each own text that the records know with other words alone."""
    for _, route, text in node.own_texts:
        found = list(glosses(text))
        own = own_characters(node, record, corpus) if found else ""
        for gloss in found if own else ():
            other = _other(gloss, text, own, corpus.remembered((__name__, "pairs"), lambda: _pairs(corpus)))
            if other:
                message = f"'{escape(gloss.characters, 60)}' stands behind '{escape(gloss.words, 60)}', and {other}"
                yield Fault(message, route, "compare the characters with the passage")
                break


def _other(gloss: Gloss, text: str, own: str, pairs: Pairs) -> str:
    """Say what the characters, or the word before them, go with elsewhere; empty where they go together."""
    stems = telling(gloss.words.lower())
    home = Counter(pairs.words[gloss.characters])
    home.subtract(dict.fromkeys(stems, 1))
    known = {stem for stem, count in home.items() if count > 0}
    if not known or not stems or known & stems:
        return ""
    beside = [
        one
        for stem in telling(gloss.words.split()[-1].lower())
        for one in pairs.characters[stem] - {gloss.characters}
        if one in own and one not in text and not set(one) & set(gloss.characters)
    ]
    if beside:
        return f"'{escape(min(beside), 60)}' does elsewhere, and is in the passage"
    often = [stem for stem in sorted(known) if home[stem] >= OFTEN]
    return f"elsewhere behind '{escape(often[0], 60)}…'" if often else ""


def _pairs(corpus: Corpus) -> Pairs:
    """Take what stands in brackets anywhere with the words before it, and the names of one record with each other."""
    pairs = Pairs(defaultdict(Counter), defaultdict(set))
    for record in corpus.all_records:
        names = [name["text"] for name in record.data.get("names", ())]
        english = [name for name in names if name.isascii()]
        told = [(name, own) for own in names if not own.isascii() for name in english]
        texts = (text for node in record.nodes() for _, _, text in node.own_texts if not text.isascii())
        told += [(gloss.words, gloss.characters) for text in texts for gloss in glosses(text)]
        for words, characters in told:
            for stem in telling(words.lower()):
                pairs.words[characters][stem] += 1
                pairs.characters[stem].add(characters)
    return pairs
