"""Lets an anomaly silence the one finding that it accounts for, and reports anomalies that silence nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from huiyi.findings import Fault
from huiyi.values.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.findings import Route


class Excuse(NamedTuple):
    """An anomaly that names a rule: the field that it speaks of ("" for any), its own route, its rivals' addresses."""

    field: str
    route: Route
    rivals: tuple[str, ...]


Excuses = dict[tuple[str, "Route", str], list[Excuse]]
"""Anomalies not used so far, by record path, route of the node that they stand on, and rule."""


def gather(records: Iterable[Record]) -> Excuses:
    """Gather every anomaly of some records that names a rule."""
    excuses: Excuses = {}
    for record in records:
        for node in record.nodes():
            if node.shape.name == "anomaly" and "rule" in node.value:
                key = (record.document.path, node.route[:-2], node.value["rule"])
                excuse = Excuse(node.value.get("field", ""), node.route, tuple(node.value.get("rivals", ())))
                excuses.setdefault(key, []).append(excuse)
    return excuses


def is_silenced(excuses: Excuses, record: Record, code: str, fault: Fault) -> bool:
    """Say whether an anomaly on the very node of a fault accounts for it; that anomaly is then used up."""
    owner = _owner(record, fault.route)
    waiting = excuses.get((record.document.path, owner, code), [])
    field = ".".join(part for part in fault.route[len(owner) :] if isinstance(part, str))
    for excuse in waiting:
        if excuse.field in {"", field}:
            waiting.remove(excuse)
            return True
    return False


def _owner(record: Record, route: Route) -> Route:
    """Give the route of the nearest mapping around a route that may carry anomalies."""
    owner: Route = ()
    shape = record.kind.shape
    for depth, part in enumerate(route):
        if part in shape.objects:
            shape = shape.objects[str(part)]
        elif depth and isinstance(part, int) and (listing := shape.lists.get(str(route[depth - 1]))) and listing.shape:
            shape = listing.shape
        else:
            continue
        if "anomalies" in shape.lists:
            owner = route[: depth + 1]
    return owner


def unused(
    excuses: Excuses, codes: Mapping[str, bool], paths: Mapping[str, Record], corpus: Corpus
) -> Iterator[tuple[Record, Fault]]:
    """Give a fault for each anomaly that silenced nothing, unless what its rule would have read is not at hand.

    That is a rival in a record that is unread, or the text of a source, where those of others are. `codes` says of
    each rule whether it was run.
    """
    for (path, _, code), waiting in excuses.items():
        for excuse in waiting:
            route = (*excuse.route, "rule")
            if code not in codes:
                yield paths[path], Fault(f"no rule is called '{code}'", route, nearest(code, codes))
            elif codes[code] and not any(map(corpus.is_unread, excuse.rivals)) and not _lacks_text(paths[path], corpus):
                message = f"'{code}' finds nothing here for this anomaly to silence"
                yield paths[path], Fault(message, route, "take the rule out; the anomaly itself may stay")


def _lacks_text(record: Record, corpus: Corpus) -> bool:
    """Say whether texts are at hand, and that of a source which the record cites is not."""
    if not corpus.texts:
        return False
    cited = (item["source"] for node in record.nodes() for item in node.value.get("evidence", ()))
    return any(source not in corpus.texts for source in cited)
