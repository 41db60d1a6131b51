"""Our own words name somebody whom neither the passages nor the references of the statement know."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from huiyi.covering import located
from huiyi.evidence import Located, selector
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "fact"
NEEDS_TEXTS = True

RETELLING = ("text", "statement", "provision", "gloss", "began", "ended")
NOT_STATEMENTS = frozenset({"name", "meeting.remark"})
"""Names are compared as they stand; what a remark is about its points tell, each from its own passage."""
LIKE_ARTICLES = frozenset({("an",)})
PERSON = "person"

_WORD = re.compile(r"[^\W\d_]+")

Form = tuple[str, ...]


class Bearer(NamedTuple):
    """A form of a name in small letters, its kind of record, and those of that kind that bear it."""

    form: Form
    kind: str
    owners: frozenset[str]


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first person in each text who is neither in the passages nor referred to."""
    keys = [key for key in RETELLING if isinstance(node.value.get(key), str)]
    if not keys or node.shape.name in NOT_STATEMENTS:
        return
    around = list(_outward(node))
    holder = next((one for one in around if "evidence" in one.value), None)
    if holder is None or any(one.value.get("basis") == "supplied" for one in around):
        return
    known: frozenset[str] | None = None
    for key in keys:
        for word, owners in _named(node.value[key], corpus):
            known = _known(around, holder, record, corpus) if known is None else known
            if not owners & known:
                message = f"'{escape(word, 60)}' is named here, and neither the passages nor the references know them"
                yield Fault(message, (*node.route, key), "name the one meant, or cite and refer to the one named")
                break


def _outward(node: Node) -> Iterator[Node]:
    around: Node | None = node
    while around is not None:
        yield around
        around = around.parent


def _known(around: list[Node], holder: Node, record: Record, corpus: Corpus) -> frozenset[str]:
    """Give everybody who may be meant: those referred to, and those whom the passages may name."""
    referred = {target.partition("#")[0] for one in around for field, _, target in one.values if field.refers_to}
    return frozenset({record.id, *referred, *_printed(holder, record, corpus)})


def _printed(holder: Node, record: Record, corpus: Corpus) -> frozenset[str]:
    """Give those whom the passages of a statement may name; a record as a whole rests on all that it cites."""
    holders = [holder] if holder.parent is not None else [one for one in record.nodes() if "evidence" in one.value]
    key = (__name__, record.document.path, holder.route)
    return corpus.remembered(key, lambda: frozenset(one for some in holders for one in _in_passages(some, corpus)))


def _in_passages(holder: Node, corpus: Corpus) -> Iterator[str]:
    for item in holder.value["evidence"]:
        place = located(selector(item), corpus)
        if isinstance(place, Located):
            text = corpus.texts[item["source"]].text[place.start : place.end]
            words = [word.casefold() for word in _WORD.findall(text)]
            for at in range(len(words)):
                yield from (owner for one in _standing(words, at, corpus) if one.kind == PERSON for owner in one.owners)
            yield from (owner for name, owner in _in_characters(corpus) if name in text)


def _named(text: str, corpus: Corpus) -> Iterator[tuple[str, frozenset[str]]]:
    """Give each person named in a text, with those who bear the name; a name within a longer one is none."""
    raw = _WORD.findall(text)
    words = [word.casefold() for word in raw]
    at = 0
    while at < len(words):
        longest = max(_standing(words, at, corpus), key=lambda one: (len(one.form), one.kind == PERSON), default=None)
        if longest and longest.kind == PERSON and raw[at][0].isupper() and longest.form not in LIKE_ARTICLES:
            yield " ".join(raw[at : at + len(longest.form)]), longest.owners
        at += len(longest.form) if longest else 1


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
