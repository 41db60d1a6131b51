"""One version of a division gives the same category of cadres to two bodies to manage."""

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


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where another controller manages the same category in the same version, level and time."""
    if "division" not in record.data or record.data["mode"] != "manages" or not is_firm(node.value):
        return
    managers = corpus.remembered((__name__, "managers"), lambda: _managers(corpus))
    for other in managers[_key(record, node.value["category"], node.value["version"])]:
        if other.data["controller"] != record.data["controller"] and not _are_apart(record, other):
            names = sorted(escape(one.data["controller"], 60) for one in (record, other))
            message = (
                f"'{escape(node.value['category'], 60)}' is managed by '{names[0]}' and by '{names[1]}' "
                f"in the {node.value['version']}"
            )
            yield Fault(message, (*node.route, "category"), "correct the category, the controller or the mode")
            return


def _are_apart(one: Record, other: Record) -> bool:
    periods = firm_date(one.data, "period"), firm_date(other.data, "period")
    return certainly_before(*periods) or certainly_after(*periods)


def _key(record: Record, category: str, version: str) -> Key:
    return (record.data["division"], record.data.get("level", ""), category, version)


def _managers(corpus: Corpus) -> Mapping[Key, list[Record]]:
    managers: dict[Key, list[Record]] = defaultdict(list)
    for record in corpus.by_kind["jurisdiction"]:
        if "division" in record.data and record.data["mode"] == "manages":
            for one in record.data["controlled"]:
                if is_firm(one):
                    managers[_key(record, one["category"], one["version"])].append(record)
    return managers
