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
    """Give a fault where an exact, derived number of people without parts differs from the people it is about.

    It stands at what is no person though people are listed before and after it, or else at the number.
    """
    value = node.value
    if value["basis"] != "derived" or value["unit"] != "people" or value["comparator"] != "exactly" or "parts" in value:
        return
    listed = list(value.get("about", ()))
    places = [place for place, one in enumerate(listed) if corpus.shape_at(one) == "person"]
    people = {listed[place] for place in places}
    if len(people) >= FEWEST and len(people) != value["value"]:
        message = f"the number is {value['value']}, and {len(people)} people are listed under 'about'"
        strangers = [place for place in range(places[0], places[-1]) if place not in places]
        route = ("about", strangers[0]) if strangers and len(people) < value["value"] else ("value",)
        yield Fault(message, route, "count again, and correct the number or the list")
