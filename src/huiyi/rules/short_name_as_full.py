"""A part of the full name is recorded as a full name itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "record"

_WORD = re.compile(r"[^\W_]+")


def check(node: Node, record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for a full name that is one end of a person's name, or a part of the name preferred for a thing."""
    yield from _of_person(node) if record.kind.name == "person" else _of_thing(node)


def _of_thing(node: Node) -> Iterator[Fault]:
    """Give a fault for a full English name whose words stand side by side within the preferred one, also a full one."""
    names = [(place, name) for place, name in enumerate(node.value.get("names", ())) if name["form"] == "full"]
    shown = next((name["text"] for _, name in names if name.get("preferred") and name["system"] == "english"), "")
    for place, name in names:
        words = _plain(name["text"])
        if name["system"] == "english" and words != _plain(shown) and f" {words} " in f" {_plain(shown)} ":
            message = f"'{escape(name['text'], 60)}' is given as a full name, and is a part of '{escape(shown, 60)}'"
            yield Fault(message, ("names", place, "text"), "set the form to short or variant")


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold())).removeprefix("the ")


def _of_person(node: Node) -> Iterator[Fault]:
    longer: dict[tuple[str, str], str] = {}
    for name in node.value["names"]:
        words = name["text"].split()
        if name["form"] == "full" and len(words) > 1:
            for word in (words[0], words[-1]):
                longer.setdefault((name["system"], word), name["text"])
    for place, name in enumerate(node.value["names"]):
        whole = longer.get((name["system"], name["text"]))
        if name["form"] == "full" and whole is not None:
            message = f"'{escape(name['text'], 60)}' is given as a full name, and is a part of '{escape(whole, 60)}'"
            yield Fault(
                message, ("names", place, "text"), "set the form to surname, given-name or title, with its basis"
            )
