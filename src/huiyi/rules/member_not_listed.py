"""A meeting lists those who had a seat in a body, and leaves out one who had the same seat by the same words."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from huiyi.covering import cited_lines, located
from huiyi.evidence import Located, selector
from huiyi.findings import Fault
from huiyi.naming import people_named
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.covering import Line
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "meeting.attendance"

FEWEST = 3
"""From how many people with one post on they are taken for a list of all who had it."""


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each person who had the post of three or more others here, on the line cited for these."""
    people = node.value.get("people", ())
    if corpus.unread or not people:
        return
    counts = Counter(one["post"] for one in people if "post" in one)
    listed = {one["person"] for one in people}
    holders = corpus.remembered((__name__, "holders"), lambda: _holders(corpus))
    for post in sorted(post for post, times in counts.items() if times >= FEWEST):
        lines = cited_lines(one for one in people if one.get("post") == post)
        for person, cited in sorted(holders.get(post, {}).items()):
            if person not in listed and not lines.isdisjoint(cited):
                message = f"'{escape(person, 60)}' had '{escape(post, 90)}' like others here, and is not listed"
                place = _next(person, people, corpus)
                yield Fault(
                    message, (*node.route, "people", *place), "list them, as absent if they were", at_key=not place
                )


def _next(person: str, people: Sequence[Mapping[str, Any]], corpus: Corpus) -> tuple[int, ...]:
    """Give the place of the first whose own passage, as it runs on, names somebody left out; none without the texts."""
    for place, one in enumerate(people):
        for item in one.get("evidence", ()):
            found = located(selector(item), corpus)
            text = corpus.texts[item["source"]].text[found.start : found.end] if isinstance(found, Located) else ""
            if any(person in standing.name.perhaps for standing in people_named(text, corpus)):
                return (place,)
    return ()


def _holders(corpus: Corpus) -> Mapping[str, Mapping[str, set[Line]]]:
    """Give who had each post, with the lines cited for it."""
    found: dict[str, dict[str, set[Line]]] = defaultdict(lambda: defaultdict(set))
    for person in corpus.by_kind["person"]:
        for tenure in person.data.get("tenures", ()):
            if "post" in tenure and tenure["status"] == "held":
                found[tenure["post"]][person.id] |= cited_lines([tenure])
    return found
