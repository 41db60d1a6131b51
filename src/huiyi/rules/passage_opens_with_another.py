"""The cited passage opens with somebody's name, and the statement belongs to another, whom it does not name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.covering import located
from huiyi.evidence import Located, selector
from huiyi.findings import Fault
from huiyi.persons import people_named, people_perhaps_named
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = ("fact", "quotation")
NEEDS_TEXTS = True

OWNERS = ("claimant", "speaker", "person", "participant")
STATED = "stated"

_OPENING = re.compile(r"\W*")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a stated owner, speaker or participant is in no passage, and one opens with somebody else."""
    around: list[Node] = [node]
    while around[-1].parent is not None:
        around.append(around[-1].parent)
    holder = next((one for one in around if "evidence" in one.value), None)
    bases = (one.value.get(key, STATED) for one in around for key in ("basis", "speaker_basis"))
    keys = [key for key in OWNERS if node.value.get(key) not in {None, record.id}]
    if not keys or holder is None or any(basis != STATED for basis in bases):
        return
    passages = list(_passages(holder, corpus))
    opening = next((name for text in passages if (name := _opening(text, corpus))), "")
    for key in keys if opening else ():
        owner = node.value[key]
        if corpus.shape_at(owner) == "person" and owner not in people_perhaps_named("\n".join(passages), corpus):
            message = f"the passage opens with '{escape(opening, 60)}', and does not name '{escape(owner, 60)}'"
            yield Fault(message, (*node.route, key), "name the one whom the passage names, or cite where the other is")


def _opening(passage: str, corpus: Corpus) -> str:
    """Give the name with which a passage opens; empty where it opens otherwise."""
    text = _OPENING.sub("", passage, count=1)
    name = next((word for word, _ in people_named(text, corpus)), "")
    return name if name and text.startswith(name.split()[0]) else ""


def _passages(holder: Node, corpus: Corpus) -> Iterator[str]:
    for item in holder.value["evidence"]:
        place = located(selector(item), corpus)
        if isinstance(place, Located):
            yield corpus.texts[item["source"]].text[place.start : place.end]
