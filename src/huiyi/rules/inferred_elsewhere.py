"""A statement or a speaker is stated, and all others of the same owner from the same lines are inferred."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.findings import Route
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "content"

OWNERS = ("claimant", "attributed_to", "reported_by")
QUOTATION = "quotation"
INFERRED, STATED = "inferred", "stated"
FEWEST = 2
"""How many others of a sort must be inferred where nobody owns them: that must be for one and the same reason."""

Key = tuple[frozenset[tuple[str, int, int]], tuple[str, ...]]


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for what is stated where all others that stand and are owned alike are inferred."""
    basis = _basis(node)
    if basis is None or node.value[basis] != STATED:
        return
    alike = corpus.remembered((__name__, "alike"), lambda: _alike(corpus))[_key(node)]
    others = [other for other in alike if other.route != node.route or other.address != node.address]
    if not others or any(other.value[basis] != INFERRED for other in others):
        return
    is_owned = node.shape.name == QUOTATION or any(key in node.value for key in OWNERS)
    if is_owned or (len(others) >= FEWEST and len({other.value["reason"] for other in others}) == 1):
        whose = f" of {'the same owner' if node.shape.name != QUOTATION else 'the same speaker'}" if is_owned else ""
        which = f"'{escape(others[0].address, 60)}'"
        every = which if len(others) == 1 else f"each of {len(others)} others, as {which},"
        message = f"this is stated, and {every}{whose} from the same lines is inferred"
        yield Fault(message, _place(node), "set the basis to inferred and give the reason, or correct the others")


def _basis(node: Node) -> str | None:
    """Give the key that says whether a node is inferred; None for one that is not compared."""
    if node.shape.name == QUOTATION:
        return "speaker_basis" if "speaker" in node.value and node.parent and "evidence" in node.parent.value else None
    # What a date or a name leaves to be inferred is its own.
    is_compared = "basis" in node.value and "evidence" in node.value and node.shape.name not in {"date", "name"}
    return "basis" if is_compared else None


def _place(node: Node) -> Route:
    if node.shape.name == QUOTATION:
        return (*node.route, "speaker")
    owner = next((key for key in OWNERS if key in node.value), None)
    return (*node.route, owner) if owner else (*node.route, "evidence", 0)


def _key(node: Node) -> Key:
    """Give the lines on which a node rests, and whose it is, or of what sort where nobody owns it."""
    if node.shape.name == QUOTATION:
        return _lines(node.parent.value if node.parent else {}), (QUOTATION, node.value["speaker"])
    owners = tuple(f"{key} {node.value[key]}" for key in OWNERS if key in node.value)
    return _lines(node.value), owners or (node.shape.name,)


def _lines(value: Mapping[str, Any]) -> frozenset[tuple[str, int, int]]:
    return frozenset((item["source"], *item["lines"]) for item in value.get("evidence", ()))


def _alike(corpus: Corpus) -> Mapping[Key, list[Node]]:
    found: dict[Key, list[Node]] = defaultdict(list)
    for record in corpus.all_records:
        for node in record.nodes():
            if _basis(node) is not None:
                found[_key(node)].append(node)
    return found
