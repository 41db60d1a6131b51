"""The passage of somebody who attended says that they presided, and the record gives them another role."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.covering import located
from huiyi.evidence import Located, selector
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "meeting.attendant"
NEEDS_TEXTS = True

_PRESIDED = r"\W{0,4}\s(?:presid(?:ed|es|ing)|chair(?:ed|s|ing)|took the chair)\b|%s主持"


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a name of the person is followed by the word, and no entry for them is that of a chair."""
    person = corpus.records.get(node.value["person"])
    if person is None or node.value.get("role") == "chair":
        return
    people = record.data["attendance"]["people"]
    chairs = corpus.remembered(
        (__name__, record.document.path), lambda: {one["person"] for one in people if one.get("role") == "chair"}
    )
    names = "|".join(re.escape(name["text"]) for name in person.data["names"])
    presided = re.compile(rf"\b(?:{names}){_PRESIDED % f'(?:{names})'}")
    for item in node.value.get("evidence", ()) if person.id not in chairs else ():
        place = located(selector(item), corpus)
        if isinstance(place, Located) and presided.search(corpus.texts[item["source"]].text, place.start, place.end):
            role = escape(node.value.get("role", "none"), 60)
            message = f"the role of '{escape(person.id, 60)}' is '{role}', and the passage says that they presided"
            yield Fault(message, (*node.route, "role"), "set the role to 'chair', or cite less of the passage")
            return
