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

OF_PEOPLE = frozenset({"surname", "given-name", "title"})
SHORTENED = frozenset({"short", "abbreviation"})
WHOLE_WORDS = frozenset({"short", "variant", "description"})
DAMAGED = "damaged"
CHARACTERS = frozenset({"hanzi-simplified", "hanzi-traditional"})
MANY_WORDS = 3
MOST_FORMS = 20
"""How many names are compared, all with all: the thousands that a file can hold would take hours."""


def check(_node: Node, record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each name whose form its own text, the kind of record or a longer name rules out."""
    names = record.data.get("names", ())
    for position, name in enumerate(names):
        others = [other for other in names[:MOST_FORMS] if other is not name]
        alike = [other for other in others if other["system"] == name["system"]]
        full = [other["text"] for other in alike if other["form"] == "full"]
        why = (
            _against_kind(name, record.kind.name)
            or _against_others(name, full)
            or _against_letters(name, full)
            or (_against_ends(name, full) if record.kind.name == "person" else "")
            or ("" if _is_damaged(name, record) else "and no anomaly says what is damaged")
        )
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


def _is_damaged(name: Mapping[str, Any], record: Record) -> bool:
    return name["form"] != DAMAGED or "anomalies" in name or "anomalies" in record.data


def _against_letters(name: Mapping[str, Any], full: Sequence[str]) -> str:
    """Say why a name in letters is no abbreviation, or is one."""
    form, text = name["form"], name["text"]
    if name["system"] in CHARACTERS:
        return ""
    words = text.split()
    if form == "abbreviation" and not any(map(_is_abbreviated, words)):
        if any(f" {same_form(text)} " in f" {same_form(one)} " for one in full):
            return f"and is whole words of '{escape(full[0], 60)}'"
        clipped = [one for word in words for one in same_form(" ".join(full)).split() if one.startswith(word.lower())]
        if len(words) >= MANY_WORDS or (len(words) > 1 and full and not clipped):
            return "and has neither initials nor a clipped word"
    if form in {*WHOLE_WORDS, "full"} and (spelt := next((one for one in full if text == _initials(one)), None)):
        return f"and is the initials of '{escape(spelt, 60)}'"
    return "and is initials alone" if form == "short" and text.isalpha() and text == text.upper() != text[:1] else ""


def _is_abbreviated(word: str) -> bool:
    return word.endswith(".") or sum(map(str.isupper, word)) > 1


def _initials(text: str) -> str:
    return "".join(word[0] for word in same_form(text).split()).upper()


def _against_ends(name: Mapping[str, Any], full: Sequence[str]) -> str:
    """Say which end of the full name of a person a single word is, where its form is that of something else."""
    form, text = name["form"], name["text"]
    if name["system"] in CHARACTERS or len(text.split()) != 1:
        return ""
    whole = next((one for one in full if text != one and text in {one.split()[0], one.split()[-1]}), None)
    return f"and is one end of '{escape(whole, 60)}'" if whole and form in WHOLE_WORDS else ""


def _against_others(name: Mapping[str, Any], full: Sequence[str]) -> str:
    if name["form"] in SHORTENED and full and len(name["text"]) > max(map(len, full)):
        return f"and is longer than '{escape(max(full, key=len), 60)}'"
    if name["form"] == "full" and name["system"] not in CHARACTERS:
        own = f" {same_form(name['text'])} "
        longer = next((text for text in full if own in f" {same_form(text)} " and len(text) > len(name["text"])), None)
        if longer:
            return f"and is part of '{escape(longer, 60)}'"
    return ""
