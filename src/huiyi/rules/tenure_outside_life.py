"""A post was held before its holder was born or after the holder died."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.firm_dates import certainly_after, certainly_before, firm_date, is_firm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "person.tenure"


def check(node: Node, record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for the first date of the tenure that lies outside the person's life."""
    birth, death = firm_date(record.data, "birth_date"), firm_date(record.data, "death_date")
    for key in ("start", "as_of", "end"):
        date = firm_date(node.value, key) if is_firm(node.value) else None
        if date and birth and certainly_before(date, birth):
            message = f"the tenure has the date '{date.text}', before the birth of its holder, '{birth.text}'"
        elif date and death and certainly_after(date, death):
            message = f"the tenure has the date '{date.text}', after the death of its holder, '{death.text}'"
        else:
            continue
        yield Fault(message, (*node.route, key, "edtf"), "correct the tenure or the life, or look for a namesake")
        return
