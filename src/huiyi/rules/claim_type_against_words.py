"""A claim is a prediction or a counterfactual, and its statement has no word of what is to come or might have been."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = "claim"

_MODAL = r"\b(?:will|would|shall|should|can|could|may|might|must|cannot)\b|['’](?:ll|d)\b"
_NEEDED = {
    "prediction": re.compile(
        _MODAL + r"|\b(?:going|about|bound|sure|certain|likely|set|[ai][ms]|are|was|were|ha[sd]|have|yet|due) to\b"
        r"|\b(?:future|soon|tomorrow|inevitabl\w*|unavoidabl\w*|eventual\w*|never|always|next|until|forecast\w*"
        r"|impend\w*|expect\w*|predict\w*|foresee\w*|foresaw|await\w*|threat\w*|danger\w*|risk\w*|prospect\w*"
        r"|to come|ahead|later|lies? before|possibl\w*|probabl\w*|promis\w*|hope\w*|fear\w*|coming|in the end)\b",
        re.IGNORECASE,
    ),
    "counterfactual": re.compile(rf"{_MODAL}|\b(?:if|had|were|without|but for|otherwise)\b", re.IGNORECASE),
}
"""Of types whose claims cannot be said without one of some words, these words."""


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the statement, in English, has none of the words that the type needs."""
    statement, kind = node.value["statement"], node.value["type"]
    needed = _NEEDED.get(kind)
    if needed is not None and statement.isascii() and not needed.search(statement):
        message = f"the type is '{escape(kind, 60)}', and '{escape(statement, 60)}' has no word of one"
        yield Fault(message, ("type",), "correct the type, or say the statement as what it is")
