"""A retelling says that somebody was elected, resigned, was arrested or fell ill, and its passages do not."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from huiyi.expressing import Expressions, expressions
from huiyi.findings import Fault
from huiyi.surroundings import RETELLING, passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = (
    "claim",
    "meeting.attendant",
    "meeting.decision",
    "meeting.group",
    "person.relation",
    "person.tenure",
    "point",
)
NEEDS_TEXTS = True


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first such word of a retelling for which the statement's own passages have none."""
    if "evidence" not in node.value or node.value.get("basis") == "supplied":
        return
    any_word, words = corpus.remembered((__name__, "words"), lambda: _words(corpus))
    told = [
        (key, said, printed)
        for key in RETELLING
        if key in node.value and any_word.find([node.value[key]])
        for own, printed in words
        if (said := own.find([node.value[key]]))
    ]
    texts = passages(node, corpus) if told else None
    for key, said, printed in told:
        if texts is not None and not printed.find(texts):
            message = f"'{said}' stands here, and no such word in the passages"
            yield Fault(message, (*node.route, key), "say it in the words of the passage, or cite where it is said")
            return


def _words(corpus: Corpus) -> tuple[Expressions, list[tuple[Expressions, Expressions]]]:
    """Give the expressions that labels hold, all together; and by word, each with all that a source may say for it."""
    terms = corpus.vocabulary("grave-word") or {}
    words = [(one.within(terms[key]["label"]), one) for key, one in expressions("grave-word", corpus).items()]
    return Expressions("", tuple(chain.from_iterable(own.all for own, _ in words)), is_always_said=False), words
