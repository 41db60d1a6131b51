"""A name holds characters of the other set than the one that it is said to be written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.han_scripts import is_simplified_only, is_traditional_only
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "name"

_OTHER_SET = {
    "simplified": (is_traditional_only, "traditional"),
    "traditional": (is_simplified_only, "simplified"),
}
_SETS = {
    "hanzi-simplified": "simplified",
    "hanzi-traditional": "traditional",
    "Hans": "simplified",
    "Hant": "traditional",
}


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first character that the system's set, else the script's, certainly lacks."""
    name = node.value
    given = next((name[key] for key in ("system", "script") if name.get(key) in _SETS), None)
    if given is None or name["form"] == "damaged":
        return
    is_of_other, other = _OTHER_SET[_SETS[given]]
    foreign = next(filter(is_of_other, name["text"]), None)
    if foreign is not None:
        message = f"'{escape(name['text'], 60)}' is given as {given} and holds the {other} '{foreign}'"
        yield Fault(message, (*node.route, "text"), f"correct the character, or record the form as {other}")
    elif "script" in name and _SETS[given] != _SETS.get(name["script"], _SETS[given]):
        message = f"the script is '{name['script']}', and the system is '{name['system']}'"
        yield Fault(message, (*node.route, "script"), "correct the one that is wrong, or leave the script out")
