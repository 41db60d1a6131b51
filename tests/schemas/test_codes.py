"""What a schema says is coded twice is there to be coded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from huiyi.coding.codes import field_of
from huiyi.schemas import read_contract

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.schemas import Shape


def shapes(shape: Shape) -> Iterator[Shape]:
    yield shape
    inner = (listing.shape for listing in shape.lists.values() if listing.shape)
    for part in (*shape.objects.values(), *inner):
        yield from shapes(part)


EVERY = {part.name: part for kind in read_contract().kinds.values() for part in shapes(kind.shape) if part.codes}


@pytest.mark.parametrize("name", sorted(EVERY))
def test_each_code_is_a_path_to_a_single_field_and_named_once(name: str) -> None:
    codes = EVERY[name].codes
    assert [field_of(EVERY[name], code).key for code in codes] == [code.rpartition(".")[2] for code in codes]
    assert len(set(codes)) == len(codes)


def test_statements_of_every_sort_are_coded() -> None:
    assert {"point", "claim", "event.participant", "meeting.attendant", "statistic"} <= EVERY.keys()
