"""The identifier or a name of a record names a person or body that nothing in the record refers to."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from huiyi.evidence.wording import words_of
from huiyi.findings import Fault
from huiyi.naming import named
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.findings import Route
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = ("claim", "document", "event", "jurisdiction", "meeting", "organization", "policy", "statistic")


BODY = "organization"


def check(_node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first person, or body of a name of several words, that is named and not referred to."""
    if corpus.unread:
        return
    titles: list[tuple[str, Route]] = [(record.id.replace("-", " "), ("id",))]
    # A body is called after others for many reasons, but its identifier begins with that of which it is a part.
    if record.kind.name != BODY:
        titles += [(name["text"], ("names", at, "text")) for at, name in enumerate(record.data.get("names", ()))]
    referred = frozenset(chain.from_iterable(one.referred for one in record.nodes())) - {record.id}
    for title, route in titles:
        for form, owners in _people_and_bodies(title, record, corpus):
            # An identifier that ends in a number is that of a namesake.
            opening = f"{' '.join(form)} "
            if record.kind.name == BODY and (not title.startswith(opening) or title[len(opening) :].isdecimal()):
                continue
            who = min(owners)
            if _owns_body(who, form, title, referred, corpus):
                continue
            if owners.isdisjoint(referred) and not any(_stands_for(one, form, who, corpus) for one in referred):
                shown, told = escape(who, 60), escape(" ".join(form), 60)
                message = f"'{told}' stands in '{escape(title, 60)}', and nothing refers to '{shown}'"
                yield Fault(message, _place(record, route, who, corpus), f"refer to '{shown}', or correct the title")
                return


def _stands_for(referred: str, form: tuple[str, ...], who: str, corpus: Corpus) -> bool:
    """Say whether a record whose identifier has the words is referred to in place of a body, and is no part of it."""
    other = corpus.records.get(referred)
    if other is not None and other.data.get("parent") == who:
        return False
    words = f" {referred.replace('-', ' ')} "
    return f" {' '.join(form)} " in words or f" {' '.join(form)}s " in words


def _owns_body(who: str, form: tuple[str, ...], title: str, referred: Iterable[str], corpus: Corpus) -> bool:
    """Say whether a title names a body only to say whose a part of it is that is referred to: the committee of it."""
    if f" of the {' '.join(form)} " not in f" {words_of(title)} ":
        return False
    return any(one in corpus.records and corpus.records[one].data.get("parent") == who for one in referred)


def _people_and_bodies(title: str, record: Record, corpus: Corpus) -> Iterator[tuple[tuple[str, ...], frozenset[str]]]:
    """Give the names that stand in a title and are no part of a longer one there, with those who bear them."""
    found = [one for one in named(title, corpus) if one.owners != {record.id}]
    for one in found:
        is_part = any(len(other.form) > len(one.form) and _holds(other.form, one.form) for other in found)
        is_telling = one.kind == "person" or (one.kind == BODY and len(one.form) > 1 and one.form[0].isascii())
        if is_telling and not is_part:
            yield one.form, one.owners


def _holds(longer: tuple[str, ...], form: tuple[str, ...]) -> bool:
    return any(longer[at : at + len(form)] == form for at in range(len(longer) - len(form) + 1))


def _place(record: Record, route: Route, who: str, corpus: Corpus) -> Route:
    """Give the place of the one who is referred to in a title's place: the first of the kind that no title names."""
    if record.kind.name == BODY:
        return ("parent",) if "parent" in record.data else route
    kind = corpus.identifiers[who]
    titles = [record.id.replace("-", " "), *(name["text"] for name in record.data.get("names", ()))]
    known = {owner for title in titles for _, owners in _people_and_bodies(title, record, corpus) for owner in owners}
    for node in record.nodes():
        for _, at, target in node.references:
            if at[-1] in {"claimant", "parent"}:
                continue
            if corpus.identifiers.get(target) == kind and target not in known:
                return at
    return route
