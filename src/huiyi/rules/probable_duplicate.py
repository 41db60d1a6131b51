"""Two people, works or bodies have names that differ in nothing but spelling."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.names import are_told_apart, same_form
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "name"

KINDS = ("person", "organization", "work")

_WORDS = re.compile(r"[^\W_]+")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the full name folds to the same letters as one of another record."""
    if record.kind.name not in KINDS or node.value["form"] != "full":
        return
    alike = corpus.remembered((__name__, "alike"), lambda: _alike(corpus))
    text = node.value["text"]
    for key in _keys(record.kind.name, text):
        for other, name in alike[record.kind.name, key].values():
            # Names of the same form are told by name-form-shared.
            if (
                other.id != record.id
                and same_form(text) != same_form(name)
                and not are_told_apart(record.data, other.data)
            ):
                like = f"'{escape(name, 60)}' of '{escape(other.id, 60)}'"
                hint = "join the two records if they are one"
                if "differs_from" in record.kind.shape.lists:
                    hint += ", else name one in differs_from"
                yield Fault(f"'{escape(text, 60)}' is spelt much like {like}", (*node.route, "text"), hint)
                return


def _keys(kind: str, text: str) -> frozenset[str]:
    """Give the letters of a name in their order, and of a person's name also with its words sorted."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = [word for part in bare.split() if (word := "".join(_WORDS.findall(part)))]
    keys = {"".join(words), "".join(sorted(words)) if kind == "person" else "".join(words)}
    return frozenset(keys - {""})


def _alike(corpus: Corpus) -> Mapping[tuple[str, str], Mapping[str, tuple[Record, str]]]:
    """Give the records and their names by what their full names fold to, one name a record and key."""
    alike: dict[tuple[str, str], dict[str, tuple[Record, str]]] = defaultdict(dict)
    for kind in KINDS:
        for record in corpus.by_kind[kind]:
            for name in record.data["names"]:
                if name["form"] == "full":
                    for key in _keys(kind, name["text"]):
                        alike[kind, key].setdefault(record.id, (record, name["text"]))
    return alike
