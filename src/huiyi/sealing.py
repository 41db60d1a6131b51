"""What a reviewed record says, apart from how it is written, so that a review can be sealed and a change be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from huiyi.evidence.seals import seal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.evidence.seals import Content, Seal
    from huiyi.findings import Route
    from huiyi.schemas import Shape

REVIEWED = "reviewed"


def content_of(record: Record) -> Content:
    """Give each value of a record but the day of its review; usual values count as not written, keys go by name."""
    data = {key: value for key, value in record.data.items() if key != REVIEWED}
    return tuple(_values(record.kind.shape, (), data))


def _values(shape: Shape, route: Route, data: Mapping[str, Any]) -> Iterator[tuple[Route, Any]]:
    for key in sorted(data):
        part = data[key]
        if key in shape.objects:
            yield from _values(shape.objects[key], (*route, key), part)
        elif key in shape.lists:
            inner = shape.lists[key].shape
            for position, item in enumerate(part):
                place = (*route, key, position)
                yield from _values(inner, place, item) if inner else ((place, item),)
        elif part != shape.defaults.get(key):
            yield (*route, key), part


def seals_of(corpus: Corpus, anew: Collection[str], *, all_anew: bool = False) -> list[Seal]:
    """Give a seal for every reviewed record: the former one as long as the review has the same day.

    Records named in `anew`, or all of them, are sealed as they stand.
    """
    seals = []
    for record in corpus.records.values():
        if REVIEWED in record.data:
            former = corpus.lock.seals.get(record.id)
            is_kept = former is not None and former.reviewed == record.data[REVIEWED]
            if former is not None and is_kept and not all_anew and record.id not in anew:
                seals.append(former)
            else:
                seals.append(seal(record.id, record.data[REVIEWED], content_of(record)))
    return seals
