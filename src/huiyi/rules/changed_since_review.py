"""A record has been changed after a second reader compared it, or its review has not been sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.evidence.seals import digest, first_change
from huiyi.findings import Fault
from huiyi.sealing import REVIEWED, content_of, gone
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.evidence.seals import Content, Seal
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "record"

CHANGE_HINT = "take 'reviewed' out until a second reader has compared the record again"
SEAL_HINT = "if the record has been compared as it stands, seal the review with 'huiyi lock'"


def check(_node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault at the first value that is not as it was when the review was sealed, or at a review without seal."""
    lock = corpus.lock
    # Where there is no lock at all, or a damaged one, that is told elsewhere.
    if REVIEWED not in record.data or lock.problems or not (lock.sources or lock.seals):
        return
    reviewed, sealed = record.data[REVIEWED], lock.seals.get(record.id)
    if sealed is None:
        yield Fault(f"the lock holds no seal of the review of {reviewed}", (REVIEWED,), SEAL_HINT)
        return
    content = content_of(record)
    if digest(content) == sealed.sha256:
        if sealed.reviewed != reviewed:
            message = f"the lock holds the review of {escape(sealed.reviewed, 60)}, the record has that of {reviewed}"
            yield Fault(message, (REVIEWED,), SEAL_HINT)
    elif sealed.reviewed != reviewed:
        message = f"the record was reviewed anew on {reviewed}, and the lock still holds the review of"
        yield Fault(f"{message} {escape(sealed.reviewed, 60)}", (REVIEWED,), SEAL_HINT)
    else:
        yield _changed(record, sealed, content)


def _changed(record: Record, sealed: Seal, content: Content) -> Fault:
    """Say what the first change is: another value, a new one, or one that is gone."""
    change, day = first_change(sealed, content), f"when the record was reviewed on {sealed.reviewed}"
    if change.sort == "gone":
        lost = gone(record, content, change.at, change.keys_mark)
        return Fault(f"{lost.what} was here {day}, and is gone", lost.route, CHANGE_HINT, at_key=True)
    if change.at == len(content):
        return Fault(f"the record is not as it was {day}", (), CHANGE_HINT)
    route, value = content[change.at]
    key = next((part for part in reversed(route) if isinstance(part, str)), "")
    what = f"'{key}' is '{escape(str(value), 60)}'"
    told = "which was not here" if change.sort == "new" else "and was not so"
    return Fault(f"{what}, {told} {day}", route, CHANGE_HINT)
