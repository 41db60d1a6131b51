"""A part of a record that is walked by itself gives the same nodes as the record does, each with its place in it."""

from __future__ import annotations

from pathlib import Path

from huiyi.checking import read
from huiyi.schemas import read_contract, walked

TOY = Path(__file__).resolve().parents[1] / "toy"


def test_a_part_that_is_walked_knows_its_place_in_the_record() -> None:
    corpus, unfit = read(TOY, read_contract(), None)
    assert unfit == []
    for record in corpus.all_records:
        there = list(record.nodes())
        for node in there:
            inner = [one for one in there if one.route[: len(node.route)] == node.route]
            assert [(one.address, one.route) for one in walked(node)] == [(one.address, one.route) for one in inner]
