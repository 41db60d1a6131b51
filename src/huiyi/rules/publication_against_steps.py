"""A document is said to be published or not, and a step of its history says the contrary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import is_firm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "document"


def check(node: Node, _record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where the text was published although a step denies it, or was not although a step tells it."""
    published = node.value.get("published", "")
    steps = (step for step in node.value.get("history", ()) if is_firm(step) and "claimant" not in step)
    words = {step["status"] for step in steps}
    # What lay unpublished may have come out later.
    is_denied = "unpublished" in words and "published" not in words
    against = {"yes": "unpublished" if is_denied else "", "no": "published"}.get(published, "")
    if against in words:
        message = f"'published' is '{published}', and a step of the history is '{against}'"
        yield Fault(message, ("published",), "correct the answer or the step")
