"""Chinese characters quoted in our own words stand in no text that the record cites, or not in their own passage."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from huiyi.evidence.flowing import HAN
from huiyi.findings import Fault
from huiyi.glosses import glosses, own_characters
from huiyi.surroundings import RETELLING
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "own-text"
NEEDS_TEXTS = True

WITHOUT_SOURCE = frozenset({"vocabulary", "redirect"})
"""Kinds of record whose words are ours in both languages, or tell of what stands on record no more."""

RESTS_ON_PASSAGE = frozenset((*RETELLING, "note"))
"""The keys of texts that tell what their own passages say; a reason or a treatment may lean on others."""
ELISION = "…"

# "Where X is usual" and "for X" give what a source should have, and not what it has.
_RUN = re.compile(rf"(?<!where )(?<!for )(?<![{HAN}])[{HAN}]{{2,}}")
_HAN = re.compile(rf"[{HAN}]")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first characters of each own text that no source of the record prints."""
    if record.kind.name in WITHOUT_SOURCE:
        return
    for field, route, text in node.own_texts:
        if text.isascii():
            continue
        if field.key in RESTS_ON_PASSAGE and (stray := _stray(text, node, record, corpus)):
            message = f"'{escape(stray, 60)}' is given in brackets, and stands in no passage that is cited for it"
            yield Fault(message, route, "compare the characters with the passage, or cite the one that has them")
            continue
        known = corpus.remembered((__name__, record.document.path), lambda: _known(record, corpus))
        unknown = next((run for run in _RUN.findall(text) if known and not any(run in one for one in known)), None)
        if unknown is not None:
            message = f"'{escape(unknown, 60)}' stands in no source that is cited here, and in no name on record"
            yield Fault(message, route, "compare the characters with the passage, or cite the source that has them")


def _stray(text: str, node: Node, record: Record, corpus: Corpus) -> str:
    """Give the first characters in brackets behind a word that the passages of the statement lack."""
    found = [gloss.characters for gloss in glosses(text)]
    own = own_characters(node, record, corpus) if found else ""
    return next((one for one in found if own and not all(part in own for part in one.split(ELISION))), "")


def _known(record: Record, corpus: Corpus) -> list[str]:
    """Give the sources that a record cites and all names on record, without spaces.

    Nothing unless all are at hand and one has characters: what an English source says, a curator may give in Chinese.
    """
    cited = {item["source"] for node in record.nodes() for item in node.value.get("evidence", ())}
    cited |= {record.id} if record.kind.name == "source" else set()
    if not cited or not cited <= corpus.texts.keys():
        return []
    sources = [corpus.remembered((__name__, one), partial(_run_together, one, corpus)) for one in sorted(cited)]
    if not any(map(_HAN.search, sources)):
        return []
    return [*sources, corpus.remembered((__name__, "names"), lambda: _names(corpus))]


def _run_together(source: str, corpus: Corpus) -> str:
    return "".join(corpus.texts[source].text.split())


def _names(corpus: Corpus) -> str:
    """Give all names on record, a name a line."""
    return "\n".join(name["text"] for record in corpus.all_records for name in record.data.get("names", ()))
