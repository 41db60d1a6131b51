"""Shows a difference below a pull request and in a release: Markdown in which no word of a record can act.

It stays below the length that code hosts allow for a comment: long sections are cut, and say so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.differences.phrases import marked
from huiyi.differences.summing import summary
from huiyi.differences.telling import FORMS, tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from huiyi.differences.comparing import Difference
    from huiyi.differences.phrases import Phrase

LONGEST_SECTION = 12_000
"""Characters, of 65,536 for a comment: four sections and the summary."""


def render(difference: Difference) -> Iterator[str]:
    """Give the lines."""
    yield "## Differences"
    yield ""
    for phrase in summary(difference):
        yield f"- {marked(phrase)}"
    told = tell(difference)
    for title, records in told.sections.items():
        yield from _section(title, [phrase for _, phrases in records for phrase in phrases])
    yield from _section(FORMS, told.forms)


def _section(title: str, phrases: Sequence[Phrase]) -> Iterator[str]:
    if not phrases:
        return
    yield ""
    yield f"### {title}"
    yield ""
    length = 0
    for number, phrase in enumerate(phrases):
        line = f"- {marked(phrase)}"
        length += len(line)
        if length > LONGEST_SECTION:
            yield f"- … and {len(phrases) - number} more"
            return
        yield line
