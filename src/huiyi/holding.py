"""Tells which posts a person held on a day, as far as the tenures on record say."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from huiyi.values.firm_dates import certainly_after, certainly_before, firm_date, held_days, is_firm

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from huiyi.corpus import Corpus
    from huiyi.values.dates import Edtf

Verdict = Literal["certain", "possible"]

VOUCHED_FOR = frozenset({"held", "acting", "temporary", "nominal"})
"""The statuses of a tenure that the source says came about; of the others no day is certain, nor excluded."""


class Held(NamedTuple):
    """A tenure that a day may fall into: its address, `person#tenure-1`, and how sure that is."""

    tenure: str
    verdict: Verdict


@dataclass(frozen=True)
class Tenure:
    """One tenure: its address, and what the record says of it."""

    address: str
    data: Mapping[str, Any]

    @cached_property
    def is_vouched_for(self) -> bool:
        """Whether the source says that it came about, so that its dates can contradict something."""
        return self.data["status"] in VOUCHED_FOR and is_firm(self.data)

    @cached_property
    def start(self) -> Edtf | None:
        """The day on which it began, if that is asserted."""
        return firm_date(self.data, "start") if self.is_vouched_for else None

    @cached_property
    def end(self) -> Edtf | None:
        """The day on which it ended, if that is asserted."""
        return firm_date(self.data, "end") if self.is_vouched_for else None

    @cached_property
    def certain_days(self) -> tuple[date, date] | None:
        """The first and last day on which it was certainly held; None if no such day is known."""
        return held_days(self.data) if self.is_vouched_for else None

    def is_over(self, day: Edtf) -> bool:
        """Say whether it had certainly ended before the day."""
        return certainly_before(self.end, day)

    def is_to_come(self, day: Edtf) -> bool:
        """Say whether it certainly began only after the day."""
        return certainly_after(self.start, day)

    def verdict(self, day: Edtf) -> Verdict | None:
        """Say whether it was held on a day, all days of an interval meant; None if it certainly was not."""
        if self.is_over(day) or self.is_to_come(day):
            return None
        days = self.certain_days
        return "certain" if days and days[0] <= day.reach[0] and day.reach[3] <= days[1] else "possible"


@dataclass(frozen=True)
class PostsHeld:
    """The tenures of every person, in the order of the record."""

    by_person: Mapping[str, tuple[Tenure, ...]]

    def of(self, person: str) -> tuple[Tenure, ...]:
        """Give the tenures of a person; none for whoever has none or is not on record."""
        return self.by_person.get(person, ())

    def held_on(self, person: str, day: Edtf) -> tuple[Held, ...]:
        """Give the tenures of a person into which a day may fall, less those that had ended or were still to begin.

        An interval, such as the days of a meeting, falls into a tenure for certain if all its days do.
        """
        verdicts = ((tenure.address, tenure.verdict(day)) for tenure in self.of(person))
        return tuple(Held(address, verdict) for address, verdict in verdicts if verdict)


def posts_held(corpus: Corpus) -> PostsHeld:
    """Give the tenures of every person of a corpus, read once."""
    return corpus.remembered(__name__, lambda: PostsHeld(_tenures(corpus)))


def _tenures(corpus: Corpus) -> Mapping[str, tuple[Tenure, ...]]:
    found: dict[str, list[Tenure]] = defaultdict(list)
    for person in corpus.by_kind["person"]:
        for number, tenure in enumerate(person.data.get("tenures", ()), 1):
            found[person.id].append(Tenure(f"{person.id}#tenure-{number}", tenure))
    return {person: tuple(tenures) for person, tenures in found.items()}
