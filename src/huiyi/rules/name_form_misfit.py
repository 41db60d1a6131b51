"""A name cannot be the form that it is put down as: a body's surname, a short form longer than the full one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.names import same_form
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "record"

OF_PEOPLE = frozenset({"surname", "given-name"})
SHORTENED = frozenset({"short", "abbreviation"})
CHARACTERS = frozenset({"hanzi-simplified", "hanzi-traditional"})
MOST_FORMS = 20
"""How many names are compared, all with all: the thousands that a file can hold would take hours."""


def check(_node: Node, record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each name whose form its own text, the kind of record or a longer name rules out."""
    names = record.data.get("names", ())
    for position, name in enumerate(names):
        why = _against_kind(name, record.kind.name) or _against_others(name, names[:MOST_FORMS])
        if why:
            message = f"'{escape(name['text'], 60)}' is given as the form '{escape(name['form'], 60)}', {why}"
            key = "text" if name["form"] == "full" else "form"  # full is the usual form, and then not written
            yield Fault(message, ("names", position, key), "correct the form or the name")


def _against_kind(name: Mapping[str, Any], kind: str) -> str:
    form, is_one_word = name["form"], _is_one_word(name)
    if form in OF_PEOPLE and kind != "person":
        return f"which a {kind} has not"
    if form == "surname" and not is_one_word:
        return "and is more than one word"
    if form == "full" and kind == "person" and is_one_word:
        return "and is one word"
    return ""


def _is_one_word(name: Mapping[str, Any]) -> bool:
    """Say whether a name is a single word; two characters may be a double surname, or a name and a surname."""
    if name["system"] in CHARACTERS:
        return len(name["text"]) == (1 if name["form"] == "full" else min(len(name["text"]), 2))
    return len(name["text"].split()) == 1


def _against_others(name: Mapping[str, Any], names: Sequence[Mapping[str, Any]]) -> str:
    alike = [other for other in names if other is not name and other["system"] == name["system"]]
    full = [other["text"] for other in alike if other["form"] == "full"]
    if name["form"] in SHORTENED and full and len(name["text"]) > max(map(len, full)):
        return f"and is longer than '{escape(max(full, key=len), 60)}'"
    if name["form"] == "full" and name["system"] not in CHARACTERS:
        own = f" {same_form(name['text'])} "
        longer = next((text for text in full if own in f" {same_form(text)} " and len(text) > len(name["text"])), None)
        if longer:
            return f"and is part of '{escape(longer, 60)}'"
    return ""
