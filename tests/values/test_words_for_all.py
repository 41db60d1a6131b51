"""A word for all is found as a whole word and no more, so that a message can show it."""

from __future__ import annotations

import pytest

from huiyi.values.language import SAYS_ALL


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("All cadres went.", "All"),
        ("It was read out in all provinces.", "in all"),
        ("Heads of every county came.", "of every"),
        ("Not of all these, and not at all.", None),
        ("Help came from, of all sides, the south.", None),
    ],
)
def test_what_says_all_is_found_without_what_follows(text: str, words: str | None) -> None:
    found = SAYS_ALL.search(text)
    assert (found and found[0]) == words
