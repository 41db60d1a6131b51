"""A record refers to an identifier that is retired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.corpus import REDIRECT
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "reference"


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for each reference of the node to a redirect, or to a part of the record that it once was."""
    # A redirect that leads to another one is told by redirect-loop.
    if not corpus.retired or record.kind.name == REDIRECT:
        return
    for _, route, target in node.references:
        identifier = target.partition("#")[0]
        if identifier not in corpus.retired:
            continue
        redirect = corpus.retired[identifier].data
        message = f"'{escape(identifier, 60)}' is retired since version {redirect['since']}"
        if "merged_into" in redirect:
            into = escape(redirect["merged_into"], 60)
            yield Fault(message, route, f"refer to '{into}', into which it was merged")
        else:
            yield Fault(f"{message}: it was withdrawn", route, "take the reference out, or name another record")
