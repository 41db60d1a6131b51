"""A name is given in a writing or romanisation system that its language does not use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "name"

LANGUAGES = {
    "english": "en",
    "hanzi-simplified": "zh",
    "hanzi-traditional": "zh",
    "pinyin": "zh",
    "postal": "zh",
    "wade-giles": "zh",
}

ONE_SYSTEM = {"en": "english"}
"""Languages that are written in one system alone."""


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the system belongs to another language than the one that the name states."""
    system, language = node.value["system"], node.value["language"]
    wanted = LANGUAGES.get(system, language)
    if language != wanted:
        message = f"the language is '{language}', but {system} is a system of '{wanted}'"
        yield Fault(message, (*node.route, "language"), "correct the language or the system")
    elif system != ONE_SYSTEM.get(language, system):
        message = f"the system is '{escape(system, 60)}', but '{language}' is written in {ONE_SYSTEM[language]} alone"
        yield Fault(message, (*node.route, "system"), "correct the system or the language")
