"""A post was held before its holder was born or after the holder died."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import firm_date, first_outside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "person.tenure"


def check(node: Node, record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first date of the tenure that lies outside the person's life."""
    found = first_outside(node.value, firm_date(record.data, "birth_date"), firm_date(record.data, "death_date"))
    if found:
        when = "before the birth" if found.is_before else "after the death"
        message = f"the tenure has the date '{found.date.text}', {when} of its holder, '{found.bound.text}'"
        hint = "correct the tenure or the life, or look for a namesake"
        yield Fault(message, (*node.route, found.key, "edtf"), hint)
