"""Who is named in a text: the people on record, by whole names, by either end of a name in letters, by characters."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus

LIKE_ARTICLES = frozenset({("an",)})
"""Names that are words of the language as well, so that they name nobody for certain."""
PERSON = "person"

_WORD = re.compile(r"[^\W\d_]+")

Form = tuple[str, ...]


class Bearer(NamedTuple):
    """A form of a name in small letters, its kind of record, and those of that kind that bear it."""

    form: Form
    kind: str
    owners: frozenset[str]


def people_named(text: str, corpus: Corpus) -> Iterator[tuple[str, frozenset[str]]]:
    """Give each name of a person in a text, with those who bear it; a name within a longer one names nobody."""
    raw = _WORD.findall(text)
    words = [word.casefold() for word in raw]
    at = 0
    while at < len(words):
        longest = max(_standing(words, at, corpus), key=lambda one: (len(one.form), one.kind == PERSON), default=None)
        if longest and longest.kind == PERSON and raw[at][0].isupper() and longest.form not in LIKE_ARTICLES:
            yield " ".join(raw[at : at + len(longest.form)]), longest.owners
        at += len(longest.form) if longest else 1


def people_perhaps_named(text: str, corpus: Corpus) -> frozenset[str]:
    """Give everybody whom a text may name: a short name stands for all who bear it."""
    words = [word.casefold() for word in _WORD.findall(text)]
    standing = (one for at in range(len(words)) for one in _standing(words, at, corpus) if one.kind == PERSON)
    found = {owner for one in standing for owner in one.owners}
    return frozenset(found | {owner for name, owner in _in_characters(corpus) if name in text})


def _standing(words: list[str], at: int, corpus: Corpus) -> list[Bearer]:
    forms = corpus.remembered((__name__, "forms"), lambda: _forms(corpus))
    return [one for one in forms.get(words[at], ()) if tuple(words[at : at + len(one.form)]) == one.form]


def _forms(corpus: Corpus) -> Mapping[str, list[Bearer]]:
    """Give all names on record by their first word; of a person's name in letters either end may stand alone."""
    owners: dict[tuple[Form, str], set[str]] = defaultdict(set)
    for record in corpus.all_records:
        for name in record.data.get("names", ()):
            form = tuple(word.casefold() for word in _WORD.findall(name["text"]))
            is_person = record.kind.name == PERSON and name["text"].isascii()
            for part in {form, form[:1], form[-1:]} if is_person else {form}:
                if part:
                    owners[part, record.kind.name].add(record.id)
    found: dict[str, list[Bearer]] = defaultdict(list)
    for (form, kind), bearers in owners.items():
        found[form[0]].append(Bearer(form, kind, frozenset(bearers)))
    return found


def _in_characters(corpus: Corpus) -> list[tuple[str, str]]:
    """Give the names of people that are not in Latin letters, each with its bearer."""
    people = corpus.by_kind[PERSON]
    return corpus.remembered(
        (__name__, "characters"),
        lambda: [(name["text"], one.id) for one in people for name in one.data["names"] if not name["text"].isascii()],
    )
