"""The narrative and the table of one division of cadres give a controller different categories."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "jurisdiction"

CODE = "jurisdiction-versions-differ"
VERSIONS = ("narrative", "table")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the division has both versions and this controller's categories differ between them.

    It stands at the first category that the one version alone has, and at the first that the other alone has; at the
    list, where an anomaly of the record accounts for all of it.
    """
    versions = corpus.remembered((__name__, "versions"), lambda: _versions(corpus))
    given = versions[node.value.get("division", f"#{record.id}")]
    controlled = node.value["controlled"]
    narrative, table = ({one["category"] for one in controlled if one["version"] == v} for v in VERSIONS)
    if not given.issuperset(VERSIONS) or narrative == table:
        return
    message = f"the narrative has {_listed(narrative - table)}, the table {_listed(table - narrative)}"
    hint = "correct a category; where the source differs, record an anomaly"
    if any(one.get("rule") == CODE for one in node.value.get("anomalies", ())):
        yield Fault(message, ("controlled",), hint)
        return
    for lone in (narrative - table, table - narrative):
        places = [place for place, one in enumerate(controlled) if one["category"] in lone]
        for place in places[:1]:
            yield Fault(message, ("controlled", place, "category"), hint)


def _listed(categories: set[str]) -> str:
    shown = [f"'{escape(category, 60)}'" for category in sorted(categories)[:3]]
    more = f" and {len(categories) - len(shown)} more" if len(categories) > len(shown) else ""
    return ", ".join(shown) + more + " alone" if shown else "nothing of its own"


def _versions(corpus: Corpus) -> Mapping[str, set[str]]:
    """Give the versions in which each division of cadres is told; a record without a division stands by itself."""
    versions: dict[str, set[str]] = defaultdict(set)
    for record in corpus.by_kind["jurisdiction"]:
        division = record.data.get("division", f"#{record.id}")
        versions[division].update(one["version"] for one in record.data["controlled"])
    return versions
