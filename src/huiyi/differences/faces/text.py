"""Shows a difference to people on a screen: what came to how much, then one line a change under its heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.differences.phrases import plain
from huiyi.differences.summing import summary
from huiyi.differences.telling import FORMS, tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.differences.comparing import Difference


def render(difference: Difference) -> Iterator[str]:
    """Give the lines: all sentences, none cut."""
    yield from map(plain, summary(difference))
    told = tell(difference)
    for title, records in told.sections.items():
        if records:
            yield ""
            yield f"{title}:"
        for _, phrases in records:
            yield from (f"  {plain(phrase)}" for phrase in phrases)
    if told.forms:
        yield ""
        yield f"{FORMS}:"
        yield from (f"  {plain(phrase)}" for phrase in told.forms)
