"""Faults of sense: each value is well formed, and one contradicts another field, another record or the source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tests.mutants.operators import (
    Around,
    Change,
    Operator,
    doubled,
    misspelt,
    replaced,
    respelt,
    taken_out,
    with_other_digit,
)
from tests.mutants.sorts import at, is_date, is_evidence, is_integer, is_mapping_item, is_pair, is_text, items

if TYPE_CHECKING:
    from tests.mutants.operators import Applies, Changes
    from tests.mutants.spots import Spot

COUNTED = {"statistic", "count"}
HIGHEST_DAY = 28


def out(spot: Spot, _around: Around) -> Change | None:
    """Take an entry or item out, but for the only item of a list."""
    siblings: Any = spot.node.value[spot.name]
    if spot.is_item and len(siblings) == 1:
        return None
    return taken_out(spot)


def _out_if_missed(spot: Spot, around: Around) -> Change | None:
    """Take an item out to which something refers: the last of its list, or one that is known by its key."""
    listing, siblings = spot.node.shape.lists[spot.name], spot.node.value[spot.name]
    position = int(spot.route[-1])
    if not listing.key and position + 1 < len(siblings):
        return None
    end = spot.value[listing.key] if listing.key else position + 1
    address = f"{spot.node.address}{'.' if '#' in spot.node.address else '#'}{listing.item}-{end}"
    references = around.corpus.references_to.get(spot.record.id, ())
    return out(spot, around) if any(one.target == address for one in references) else None


def misspelt_letter(spot: Spot, around: Around) -> Change | None:
    """Change one letter of a text."""
    return respelt(spot, misspelt(spot.value, around.random))


def other_digit(spot: Spot, around: Around) -> Change | None:
    """Change one digit of a text."""
    return respelt(spot, with_other_digit(str(spot.value), around.random))


def _date_digit(spot: Spot, around: Around) -> Change | None:
    """Give another day or month that the calendar has, or another year of the decade."""
    parts = list(re.finditer(r"(?<![0-9])[0-9]{2}(?![0-9])|(?<=[0-9]{3})[0-9](?![0-9])", spot.value))
    if not parts:
        return None
    part = around.random.choice(parts)
    if len(part[0]) == 1:
        new = str((int(part[0]) + around.random.randint(1, 9)) % 10)
    else:
        highest = 12 if part.start() == 5 else HIGHEST_DAY  # the month comes after the year and a hyphen
        new = f"{around.random.choice([n for n in range(1, highest + 1) if n != int(part[0])]):02}"
    return respelt(spot, spot.value[: part.start()] + new + spot.value[part.end() :])


def decade_away(spot: Spot, around: Around) -> Change | None:
    """Give a year ten or twenty years away."""
    year = re.search(r"[0-9]{4}", spot.value)
    if year is None:
        return None
    new = int(year[0]) + around.random.choice([-20, -10, 10, 20])
    return respelt(spot, spot.value[: year.start()] + str(new) + spot.value[year.end() :])


def _ends_swapped(spot: Spot, _around: Around) -> Change | None:
    start, mark, end = spot.value.partition("/")
    return respelt(spot, f"{end}/{start}") if mark and start.strip(".") and end.strip(".") else None


def _number(spot: Spot, around: Around) -> Change | None:
    return replaced(spot, str(spot.value + around.random.choice([-1, 1, 2, 10])))


def _pair(first: int, last: int) -> Changes:
    return lambda spot, _around: replaced(spot, f"[{spot.value[0] + first}, {spot.value[1] + last}]")


def _pair_reversed(spot: Spot, _around: Around) -> Change | None:
    return replaced(spot, f"[{spot.value[1] + 1}, {spot.value[0]}]")


def _pages_reversed(spot: Spot, _around: Around) -> Change | None:
    start, _, end = spot.value.partition("-")
    return respelt(spot, f"{end}-{start}") if start.isdigit() and end.isdigit() else None


def cross_field(
    name: str, does: str, applies: Applies, change: Changes, *aims: str, needs_texts: bool = False
) -> Operator:
    """Declare an operator of this family, and the rules that tell of just such faults."""
    return Operator(name, "cross-field", does, applies, change, needs_texts, aims)


OPERATORS = (
    cross_field(
        "date-part-changed", "another day, month or year of the decade", is_date, _date_digit, "printed-date-mismatch"
    ),
    cross_field("date-decade-changed", "a date ten or twenty years away", is_date, decade_away),
    cross_field(
        "interval-reversed",
        "the ends of an interval change places",
        lambda s: is_date(s) and "/" in s.value,
        _ends_swapped,
    ),
    cross_field(
        "printed-date-changed",
        "another digit in a printed date",
        lambda s: at("printed", shape="date")(s) and is_text(s),
        other_digit,
        "printed-date-mismatch",
    ),
    cross_field(
        "number-changed",
        "another value of a number counted",
        lambda s: s.node.shape.name in COUNTED and s.name in {"value", "maximum", "recomputed"} and s.token is not None,
        _number,
        "number-printed-differs",
    ),
    cross_field(
        "meeting-number-changed",
        "another ordinal or congress",
        lambda s: at("ordinal", "congress")(s) and is_integer(s),
        _number,
        "number-in-name-differs",
    ),
    cross_field(
        "sequence-changed",
        "another number of a remark",
        lambda s: at("sequence", "continues")(s) and is_integer(s),
        _number,
        "remark-sequence",
    ),
    cross_field(
        "printed-number-changed",
        "another printed number of a remark or unit",
        lambda s: at("printed_number")(s) and is_text(s),
        other_digit,
        "remark-numbering",
    ),
    cross_field("seats-changed", "another number of seats", lambda s: at("seats")(s) and is_integer(s), _number),
    cross_field(
        "evidence-dropped",
        "a statement loses its evidence",
        lambda s: at("evidence")(s) and s.node.shape.is_fact,
        out,
        "unsupported-fact",
    ),
    cross_field(
        "lines-moved",
        "evidence points to later lines",
        lambda s: is_evidence(s) and is_pair(s),
        _pair(2, 2),
    ),
    cross_field(
        "lines-widened",
        "evidence reaches into the next line",
        lambda s: is_evidence(s) and is_pair(s),
        _pair(0, 1),
        "unlocated-passage",
    ),
    cross_field("lines-reversed", "a range of lines runs backwards", is_pair, _pair_reversed, "reversed-lines"),
    cross_field("lines-beyond-end", "a range of lines ends beyond the text", is_pair, _pair(0, 5000)),
    cross_field(
        "quoted-end-misspelt",
        "an end of a passage has another letter",
        lambda s: is_evidence(s) and s.name in {"from", "to"} and is_text(s),
        misspelt_letter,
        "passage-not-found",
    ),
    cross_field(
        "source-lines-changed",
        "a unit or an empty part has other lines",
        lambda s: is_pair(s) and s.record.kind.name == "source",
        _pair(1, 1),
    ),
    cross_field(
        "source-figure-changed",
        "another digest or number of lines",
        at("sha256", "line_count", shape="source"),
        other_digit,
        "stale-location",
        "line-count-differs",
    ),
    cross_field("reason-dropped", "an inference loses its reason", at("reason"), out, "reason-missing"),
    cross_field("basis-dropped", "what is inferred reads as stated", at("basis"), out, "reason-without-basis"),
    cross_field(
        "certainty-dropped", "what is hedged reads as asserted", at("certainty"), out, "hedge-without-certainty"
    ),
    cross_field(
        "owner-dropped",
        "a claim loses its only owner",
        lambda s: (
            at("claimant", "attributed_to", shape="claim")(s)
            and not {"claimant", "attributed_to"} <= s.node.value.keys()
        ),
        out,
        "claimant-missing",
    ),
    cross_field("point-dropped", "a point that something refers to is gone", items("points"), _out_if_missed),
    cross_field("remark-dropped", "a remark is gone", items("remarks"), out, "unused-passage"),
    cross_field(
        "part-dropped",
        "an item of another list that something refers to is gone",
        lambda s: is_mapping_item(s) and s.name not in {"points", "remarks", "evidence", "anomalies"},
        _out_if_missed,
    ),
    cross_field(
        "part-doubled",
        "an item of a list stands twice",
        lambda s: is_mapping_item(s) and s.name != "anomalies",
        lambda s, _: doubled(s),
        "item-twice",
    ),
    cross_field(
        "excuse-dropped",
        "an anomaly that silences a finding is gone",
        lambda s: items("anomalies")(s) and "rule" in s.value,
        out,
    ),
    cross_field(
        "excuse-misspelt", "an anomaly names another rule", lambda s: at("rule")(s) and is_text(s), misspelt_letter
    ),
    cross_field(
        "pages-reversed", "a range of pages runs backwards", lambda s: at("pages")(s) and is_text(s), _pages_reversed
    ),
)
