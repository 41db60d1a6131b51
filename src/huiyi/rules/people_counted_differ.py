"""A number that the curator got by counting people is not that of the people listed with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "statistic"

FEWEST = 3
"""From how many people on they are taken for a list, and not for those whom the number is about."""


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where an exact, derived number of people without parts differs from the people it is about."""
    value = node.value
    if value["basis"] != "derived" or value["unit"] != "people" or value["comparator"] != "exactly" or "parts" in value:
        return
    people = {one for one in value.get("about", ()) if corpus.shape_at(one) == "person"}
    if len(people) >= FEWEST and len(people) != value["value"]:
        message = f"the number is {value['value']}, and {len(people)} people are listed under 'about'"
        yield Fault(message, ("value",), "count again, and correct the number or the list")
