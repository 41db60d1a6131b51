"""A point says in its own words that something was to be done, or was called for or the like, and gives no status."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.expressing import expressions
from huiyi.findings import Fault
from huiyi.surroundings import passages
from huiyi.values.language import TO_BE_DONE, begins_main_clause
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "point"

STATUS = "status"


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the main clause of a point has such words; the words of a quotation are not ours."""
    text = node.value["text"]
    if STATUS in node.value or "quotation" in node.value:
        return
    told = TO_BE_DONE.search(text) or _own_word(node, corpus)
    if told is not None and begins_main_clause(text[: told.start()]):
        message = f"the text says '{escape(told[0], 60)}', and there is no status"
        yield Fault(message, (*node.route, "text"), "give the status for which the passage has the words")


def _own_word(node: Node, corpus: Corpus) -> re.Match[str] | None:
    """Find the name of a status that tells of what is to come, where the passages have words for that status, too."""
    texts = passages(node, corpus) or ()
    names = corpus.remembered((__name__, "names"), lambda: _names(corpus))
    known = expressions(STATUS, corpus)
    found = ((name.search(node.value["text"]), word) for word, name in names.items())
    return next((told for told, word in found if told is not None and known[word].find(texts)), None)


def _names(corpus: Corpus) -> Mapping[str, re.Pattern[str]]:
    terms = corpus.vocabulary(STATUS) or {}
    return {
        word: re.compile(rf"\b{re.escape(terms[word]['label'])}\b", re.IGNORECASE)
        for word in expressions(STATUS, corpus)
        if not terms[word]["always_said"]
    }
