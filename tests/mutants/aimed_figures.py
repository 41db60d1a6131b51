"""Faults of sense that one rule alone can tell, of numbers and of passages; each names its rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.mutants.aiming import aimed
from tests.mutants.cross_field import out
from tests.mutants.exchanged import other_word
from tests.mutants.operators import Around, Change, replaced, respelt
from tests.mutants.slips import from_anywhere
from tests.mutants.sorts import at, is_text

from huiyi.covering import located
from huiyi.evidence import Located, selector
from huiyi.values.told_numbers import told_in_chinese

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.mutants.operators import Changes
    from tests.mutants.spots import Spot

    from huiyi.corpus import Corpus

PERCENT = "per cent"


def _more(factor: int, further: int) -> Changes:
    return lambda spot, _around: replaced(spot, str(spot.value * factor + further))


def _above_maximum(spot: Spot, _around: Around) -> Change | None:
    return replaced(spot, str(spot.node.value["maximum"] + 1))


def _to_part_beside(spot: Spot, around: Around) -> Change | None:
    """Name as the base another part of the same sum."""
    for whole in around.corpus.by_kind["statistic"]:
        parts = whole.data.get("parts", ())
        beside = [
            part for part in parts if part != spot.record.id and _unit(part, around.corpus) == spot.node.value["unit"]
        ]
        if spot.record.id in parts and beside:
            return respelt(spot, beside[0])
    return None


def _unit(statistic: str, corpus: Corpus) -> str:
    record = corpus.records.get(statistic)
    return str(record.data.get("unit", "")) if record else ""


def _is_value(spot: Spot, *needs: str) -> bool:
    has_all = all(key in spot.node.value for key in needs)
    return at("value", shape="statistic")(spot) and has_all and spot.token is not None


def _is_derived_count_of_people(spot: Spot) -> bool:
    value = spot.node.value
    return _is_value(spot, "about") and value["basis"] == "derived" and value["unit"] == "people"


def _is_original(spot: Spot) -> bool:
    """Say whether a spot is a Chinese passage beside one translation, on one line."""
    ends = [str(one.get("from", "")) for one in spot.node.value.get("evidence", ())]
    return (
        spot.is_item
        and spot.name == "evidence"
        and spot.token is not None
        and not str(spot.value.get("from", "a")).isascii()
        and len(ends) == sum(map(bool, ends)) == len(("original", "translation"))
        and any(end.isascii() for end in ends)
    )


def _other_original(spot: Spot, around: Around) -> Change | None:
    """Cite the original of a statement that tells other numbers."""
    own = _numbers(spot, around.corpus)
    others = [one for one in around.spots if own and one.name == "evidence" and one.is_item and _is_original(one)]
    around.random.shuffle(others)
    fitting = (one for one in others if (found := _numbers(one, around.corpus)) and own.isdisjoint(found))
    other = next(fitting, None)
    return replaced(spot, other.token) if other else None


def _other_line_of_original(spot: Spot, around: Around) -> Change | None:
    """Cite another line of the same original."""
    others = [one for one in around.spots if one.name == "evidence" and one.is_item and _is_original(one)]
    lines = [one for one in others if one.value["lines"] != spot.value["lines"]]
    beside = [one for one in lines if one.value["source"] == spot.value["source"]]
    return replaced(spot, around.random.choice(beside).token) if beside else None


def _numbers(spot: Spot, corpus: Corpus) -> frozenset[float]:
    place = located(selector(spot.value), corpus)
    if not isinstance(place, Located):
        return frozenset()
    return told_in_chinese(corpus.texts[spot.value["source"]].text[place.start : place.end]) or frozenset()


def _up_to(spot: Spot, lines: Iterable[int]) -> Change | None:
    """Let a range of lines end on the first of some lines that lies beyond it."""
    end = min((line for line in lines if line > spot.value[1]), default=None)
    return replaced(spot, f"[{spot.value[0]}, {end}]") if end else None


def _into_next_unit(spot: Spot, _around: Around) -> Change | None:
    return _up_to(spot, (unit["lines"][0] for unit in spot.record.data["units"]))


def _into_cited_line(spot: Spot, around: Around) -> Change | None:
    cited = (
        one.value["lines"][0]
        for one in around.spots
        if one.is_item and one.name == "evidence" and one.value["source"] == spot.record.id
    )
    return _up_to(spot, cited)


OPERATORS = (
    aimed(
        "unit-too-long",
        "a unit of a source reaches into the next one",
        at("lines", shape="source.unit"),
        _into_next_unit,
        "units-overlap",
    ),
    aimed(
        "empty-part-too-long",
        "a part that is declared empty holds data",
        at("lines", shape="source.empty"),
        _into_cited_line,
        "no-data-cited",
    ),
    aimed(
        "list-miscounted",
        "a number is not that of its list",
        lambda s: at("recomputed", shape="statistic")(s) and "parts" not in s.node.value,
        _more(1, 1),
        "list-count-mismatch",
    ),
    aimed(
        "share-too-large",
        "the shares of a whole are more than the whole",
        lambda s: _is_value(s) and s.node.value["unit"] == PERCENT,
        _more(1, 60),
        "shares-exceed-whole",
    ),
    aimed(
        "original-of-another",
        "the original of another passage stands beside a translation",
        _is_original,
        _other_original,
        "translation-differs",
    ),
    aimed(
        "other-line-of-original",
        "another line of the original stands beside a line of the translation",
        _is_original,
        _other_line_of_original,
        "parallel-passage-differs",
    ),
    aimed(
        "sum-changed",
        "a sum is not that of its parts",
        lambda s: at("value", "recomputed", shape="statistic")(s) and "parts" in s.node.value and s.token is not None,
        _more(1, 5),
        "parts-do-not-sum",
    ),
    aimed(
        "share-changed",
        "a share is not that of its counts",
        lambda s: _is_value(s, "numerator"),
        _more(1, -40),
        "percentage-mismatch",
    ),
    aimed(
        "part-above-base",
        "a part is more than its base",
        lambda s: _is_value(s, "base") and s.node.value["unit"] != PERCENT,
        _more(1000, 0),
        "subset-exceeds-base",
    ),
    aimed(
        "base-beside",
        "a part is a part of what it is summed with",
        at("base", shape="statistic"),
        _to_part_beside,
        "subset-in-total",
        "parts-of-other-base",
    ),
    aimed(
        "value-above-maximum",
        "a range runs backwards",
        lambda s: _is_value(s, "maximum"),
        _above_maximum,
        "reversed-range",
    ),
    aimed(
        "people-miscounted",
        "a number of people listed is another",
        _is_derived_count_of_people,
        _more(1, 1),
        "people-counted-differ",
    ),
    aimed(
        "comparator-swapped",
        "about for exactly, or the other way round",
        at("comparator", shape="statistic"),
        other_word,
        "comparator-differs",
    ),
    aimed(
        "unit-swapped",
        "another unit",
        lambda s: at("unit", shape="statistic")(s) and is_text(s),
        from_anywhere,
        "unit-differs",
    ),
    aimed(
        "empty-part-dropped",
        "an empty part of a source is not declared",
        lambda s: s.is_item and s.name == "no_data",
        out,
        "uncovered-passage",
    ),
    aimed(
        "pages-upside-down",
        "a range of pages of a work runs backwards",
        lambda s: at("pages")(s) and is_text(s) and s.value.isdigit(),
        lambda s, _: respelt(s, f"{s.value}-{int(s.value) - 1}"),
        "page-range-reversed",
    ),
)
