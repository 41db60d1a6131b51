"""Tells on which days a meeting, document or event took place, as far as its dates are asserted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from huiyi.values.firm_dates import firm_date, is_firm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.values.dates import Edtf

BEGIN = frozenset({"whole", "start"})
END = frozenset({"whole", "end"})


@dataclass(frozen=True)
class Days:
    """The dates of a meeting or event that bound it: those of its first day and those of its last, rival ones too."""

    first: tuple[Edtf, ...]
    last: tuple[Edtf, ...]


def days_of(record: Record, corpus: Corpus) -> Days:
    """Give the days of a meeting, document or event, of an event without dates those of its meeting."""
    holder: Mapping[str, Any] = record.data
    if record.kind.name == "event" and not holder.get("dates"):
        meeting = corpus.records.get(holder.get("meeting", ""))
        holder = meeting.data if meeting is not None else {}
    if "dates" not in holder:
        day = firm_date(holder, "date")
        return Days((day,), (day,)) if day else Days((), ())
    dated = [(one["moment"], firm_date(one, "date")) for one in holder["dates"] if is_firm(one)]
    firsts, lasts = (tuple(day for moment, day in dated if moment in moments and day) for moments in (BEGIN, END))
    return Days(firsts, lasts)
