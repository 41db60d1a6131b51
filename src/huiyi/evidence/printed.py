"""What the passages of a statement print: whether some words stand in any of them, however many they are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from huiyi.evidence.passages import Located, locate
from huiyi.evidence.wording import stretches, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from huiyi.evidence.passages import Passage
    from huiyi.evidence.texts import SourceText
    from huiyi.evidence.wording import Stretches


@dataclass(frozen=True)
class Printed:
    """Passages in the order in which they are cited, and the parts of the texts that they make up."""

    passages: tuple[Passage, ...]
    parts: tuple[tuple[SourceText, Stretches], ...]

    def holds(self, words: str) -> bool:
        """Say whether some words, as `words_of` gives them, stand one after the other in any of the passages."""
        return any(reading.holds(words, part) for text, part in self.parts for reading in text.readings)

    def holds_each(self, words: str) -> bool:
        """Say whether each of some words stands in some passage, or all their letters run together in one."""
        return all(map(self.holds, words.split())) or words.replace(" ", "") in self._letters

    @cached_property
    def _letters(self) -> str:
        """The words of each passage run together, a passage a line."""
        spans = [(text, *span) for text, part in self.parts for span in part.spans]
        return "\n".join(words_of(text.text[start:end]).replace(" ", "") for text, start, end in spans)

    def __str__(self) -> str:
        """Name the first of the passages, and say how many more there are."""
        more = f" or {len(self.passages) - 1} more" if len(self.passages) > 1 else ""
        return f"{self.passages[0]}{more}"


def printed(passages: Iterable[Passage], texts: Mapping[str, SourceText]) -> Printed | None:
    """Take some passages together; None where there are none, or where any of them is not found in a text at hand."""
    cited = tuple(passages)
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for passage in cited:
        place = locate(passage, texts[passage.source]) if passage.source in texts else None
        if not isinstance(place, Located):
            return None
        spans[passage.source].append((place.start, place.end))
    parts = tuple((texts[source], stretches(found)) for source, found in spans.items())
    return Printed(cited, parts) if cited else None
