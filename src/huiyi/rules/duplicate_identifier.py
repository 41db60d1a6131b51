"""Two files in different folders have the same name, so that a reference could mean either."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.corpus import REDIRECT
from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "record"


def check(_node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where another file has the name of this one."""
    paths = corpus.remembered((__name__, "paths"), lambda: _paths(corpus))[record.id]
    for path in paths[:2]:
        if path != record.document.path:
            message = f"'{escape(record.id, 60)}' is also the name of {escape(path, 200)}"
            yield Fault(message, ("id",), _hint(record, path, corpus))
            return


def _hint(record: Record, path: str, corpus: Corpus) -> str:
    folder = corpus.contract.kinds[REDIRECT].folder
    if any(one.startswith(f"curation/{folder}/") for one in (path, record.document.path)):
        return "this identifier is retired: give the record another one"
    return "rename one of the two files, and what refers to it"


def _paths(corpus: Corpus) -> Mapping[str, list[str]]:
    paths: dict[str, list[str]] = defaultdict(list)
    for record in corpus.all_records:
        paths[record.id].append(record.document.path)
    for identifier, kind in corpus.unread.items():
        if not kind:
            continue
        paths[identifier].append(f"curation/{corpus.contract.kinds[kind].folder}/{identifier}.yaml")
    return paths
