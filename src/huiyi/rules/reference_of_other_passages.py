"""A statement refers to what it does not name, and what its own record has from other lines, or beside another."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from huiyi.covering import cited_lines
from huiyi.findings import Fault
from huiyi.naming import KINDS, perhaps_named
from huiyi.surroundings import all_found, holder, may_name, outward, places, tied, touch, whole_lines
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.covering import Line
    from huiyi.findings import Route
    from huiyi.schemas import Node
    from huiyi.surroundings import Place

SEVERITY = "warning"
EXAMINES = "record"
NEEDS_TEXTS = True

TOLD = frozenset({"meeting", "document", "event", "jurisdiction"})
"""What has a place of its own in a source: whoever speaks of it elsewhere names it."""
COMPARED = TOLD | {"policy", "term", "statistic", "claim"}
BODY = "organization"
"""What a statement may be about unnamed, and where it acts or owns something has to be named."""
OF_THE_CURATORS = frozenset({"base", "claims", "differs_from", "parts", "rendering_of", "rivals", "see"})
"""References that we draw between statements, wherever these stand."""
NOT_STATEMENTS = frozenset({"evidence", "anomaly"})


class Grounds(NamedTuple):
    """What something rests on: the lines, and where the passages stand."""

    lines: frozenset[Line]
    places: frozenset[Place]


def check(_node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each unnamed thing of other lines, or of other passages where these tell of one of its kind."""
    references = corpus.remembered((__name__, "references"), lambda: _references(corpus)).get(record.id, ())
    for node, route, target in references if references and all_found(record, corpus) else ():
        around = outward(node)
        statement = holder(around)
        is_supplied = any(one.value.get("basis") == "supplied" for one in around)
        kind = corpus.identifiers[target]
        if statement is None or is_supplied or (kind in KINDS and may_name(target, node, record, corpus)):
            continue
        own = _under(statement, record, corpus)
        theirs = _of(corpus.records[target], corpus)
        if not theirs.lines or _meet(own, theirs):
            continue
        if kind == BODY and _may_stand_beside(target, statement, corpus):
            continue
        instead = _instead(own, target, record, corpus)
        if instead or (kind in {*TOLD, BODY} and own.lines.isdisjoint(theirs.lines)):
            message = f"nothing here names '{escape(target, 60)}', whose own passages are others" + (
                f"; those here tell of '{escape(instead, 60)}'" if instead else ""
            )
            yield Fault(message, route, "correct the reference, or cite here the passage that shows it")


def _may_stand_beside(body: str, statement: Node, corpus: Corpus) -> bool:
    """Say whether the lines of a statement may name a body that its passages leave out."""
    lines = whole_lines(statement, corpus)
    return lines is None or any(body in perhaps_named(text, corpus) for text in lines)


def _references(corpus: Corpus) -> Mapping[str, list[tuple[Node, Route, str]]]:
    """Give by record the references to other records whose passages are compared."""
    found: dict[str, list[tuple[Node, Route, str]]] = defaultdict(list)
    compared = {record.id: kind for kind in (*COMPARED, BODY) for record in corpus.by_kind[kind]}
    for record, node, route, target, _ in corpus.references:
        identifier = target.partition("#")[0]
        is_told = node.shape.name not in NOT_STATEMENTS and not OF_THE_CURATORS & set(route)
        is_actor = compared.get(identifier) != BODY or "about" not in route
        if identifier in compared and identifier != record.id and is_told and is_actor:
            found[record.id].append((node, route, identifier))
    return found


def _under(statement: Node, record: Record, corpus: Corpus) -> Grounds:
    """Give what a statement rests on: its own passages, or, of a record as a whole, all of them."""
    if statement.parent is None:
        return _of(record, corpus)
    key = (__name__, "under", record.document.path, statement.route)
    return corpus.remembered(key, lambda: _make([statement], corpus))


def _instead(own: Grounds, target: str, record: Record, corpus: Corpus) -> str:
    """Give a record of the same kind that the same words tell of, and to which nothing leads from the two."""
    kind = corpus.identifiers[target]
    near = corpus.remembered((__name__, "near", kind), lambda: _by_line(corpus.by_kind[kind]))
    referred = corpus.remembered(
        (__name__, "referred", record.document.path),
        lambda: frozenset(chain.from_iterable(one.referred for one in record.nodes())) | {record.id},
    )
    for one in sorted(frozenset(chain.from_iterable(near.get(line, ()) for line in own.lines)) - referred):
        other = corpus.records[one]
        if _meet(own, _of_whole(other, corpus)) and target not in tied(other, corpus):
            return one
    return ""


def _by_line(records: Iterable[Record]) -> Mapping[Line, list[str]]:
    """Give the records by the lines that they cite as a whole."""
    found: dict[Line, list[str]] = defaultdict(list)
    for record in records:
        for line in cited_lines([record.data]):
            found[line].append(record.id)
    return found


def _of(record: Record, corpus: Corpus) -> Grounds:
    """Give all that a record cites, but for its anomalies."""
    return corpus.remembered(
        (__name__, "of", record.document.path),
        lambda: _make([one for one in record.nodes() if "evidence" in one.value and not _is_of_anomaly(one)], corpus),
    )


def _of_whole(record: Record, corpus: Corpus) -> Grounds:
    """Give what a record cites as a whole."""
    return corpus.remembered((__name__, "whole", record.document.path), lambda: _make([next(record.nodes())], corpus))


def _is_of_anomaly(node: Node) -> bool:
    return any(one.shape.name == "anomaly" for one in outward(node))


def _make(statements: list[Node], corpus: Corpus) -> Grounds:
    parts = frozenset(chain.from_iterable(places(one, corpus) for one in statements))
    return Grounds(cited_lines(one.value for one in statements), parts)


def _meet(one: Grounds, other: Grounds) -> bool:
    """Say whether two things rest on any words in common."""
    return not one.lines.isdisjoint(other.lines) and touch(one.places, other.places)
