"""A record with its defaults filled in says no more than before, and fits its schema still."""

from __future__ import annotations

from typing import Any

import pytest

from huiyi.schemas import completed, read_contract

CLAIM = read_contract().kinds["claim"]


@pytest.mark.parametrize(
    ("quotation", "whole"),
    [
        ({"state": "phrase"}, {"state": "phrase"}),
        (
            {"state": "phrase", "speaker": "lin-hai"},
            {"state": "phrase", "speaker": "lin-hai", "speaker_basis": "stated"},
        ),
    ],
    ids=["no speaker", "a speaker"],
)
def test_a_default_stands_only_beside_what_it_presumes(quotation: dict[str, str], whole: dict[str, str]) -> None:
    data: dict[str, Any] = {"statement": "The lake rises.", "quotation": quotation}
    assert completed(CLAIM.shape, data)["quotation"] == whole
