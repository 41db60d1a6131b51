"""Characters quoted in our own words stand in no source, or are said to be what the translation has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.evidence.flowing import HAN
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "node"
NEEDS_TEXTS = True

WITHOUT_SOURCE = frozenset({"vocabulary", "redirect"})
"""Kinds of record whose words are ours in both languages, or tell of what stands on record no more."""

# "Where X is usual" gives what a source should have, and not what it has.
_RUN = re.compile(rf"(?<!where )(?<![{HAN}])[{HAN}]{{2,}}")
_OF_TRANSLATION = re.compile(rf"\b[Tt]he translation\b(?:(?!Chinese)[^;.:])*\(([{HAN}]+)\)")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first characters of each own text that nobody prints, or that the wrong text has."""
    if record.kind.name in WITHOUT_SOURCE:
        return
    for field, route, text in node.values:
        if field.type != "string" or field.is_printed or field.refers_to or text.isascii():
            continue
        unknown = next((run for run in _RUN.findall(text) if not _is_printed(run, corpus)), None)
        if unknown is not None:
            message = f"'{escape(unknown, 60)}' stands in no source and in no name on record"
            yield Fault(message, route, "compare the characters with the passage")
        elif turned := _OF_TRANSLATION.search(text):
            message = f"'{escape(turned[1], 60)}' is told of the translation, and is Chinese"
            yield Fault(message, route, "say which of the two texts has what")


def _is_printed(run: str, corpus: Corpus) -> bool:
    known = corpus.remembered((__name__, "known"), lambda: _known(corpus))
    return corpus.remembered((__name__, run), lambda: any(run in text for text in known))


def _known(corpus: Corpus) -> list[str]:
    """Give the sources at hand without spaces, and all names on record, a name a line."""
    names = (name["text"] for record in corpus.all_records for name in record.data.get("names", ()))
    return ["".join(text.text.split()) for text in corpus.texts.values()] + ["\n".join(names)]
