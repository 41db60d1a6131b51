"""One version of a division gives a category of cadres to a body to manage, and to another to manage or share in it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import certainly_after, certainly_before, firm_date, is_firm
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "jurisdiction.category"

Key = tuple[str, str, str, str]

MANAGING = frozenset({"manages", "shares-management"})
HINT = "correct the category, the controller or the mode"


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where another controller manages it too, or shares in it, in the same version, level and time."""
    if "division" not in record.data or record.data["mode"] != "manages" or not is_firm(node.value):
        return
    controllers = corpus.remembered((__name__, "controllers"), lambda: _controllers(corpus))
    for other in controllers[_key(record, node.value["category"], node.value["version"])]:
        if other.data["controller"] != record.data["controller"] and not _are_apart(record, other):
            # A mode that was left out would stand below the controller.
            is_shared = other.data["mode"] != "manages"
            yield Fault(
                _message(node, record, other), ("controller",) if is_shared else (*node.route, "category"), HINT
            )
            return


def _message(node: Node, record: Record, other: Record) -> str:
    category, version = escape(node.value["category"], 60), node.value["version"]
    own, theirs = (escape(one.data["controller"], 60) for one in (record, other))
    if other.data["mode"] == "manages":
        first, second = sorted((own, theirs))
        return f"'{category}' is managed by '{first}' and by '{second}' in the {version}"
    return f"'{category}' is managed by '{own}', and '{theirs}' shares in managing it in the {version}"


def _are_apart(one: Record, other: Record) -> bool:
    periods = firm_date(one.data, "period"), firm_date(other.data, "period")
    return certainly_before(*periods) or certainly_after(*periods)


def _key(record: Record, category: str, version: str) -> Key:
    return (record.data["division"], record.data.get("level", ""), category, version)


def _controllers(corpus: Corpus) -> Mapping[Key, list[Record]]:
    controllers: dict[Key, list[Record]] = defaultdict(list)
    for record in corpus.by_kind["jurisdiction"]:
        if "division" in record.data and record.data["mode"] in MANAGING:
            for one in record.data["controlled"]:
                if is_firm(one):
                    controllers[_key(record, one["category"], one["version"])].append(record)
    return controllers
