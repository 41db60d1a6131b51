"""The lock: where each cited passage stood in the texts, so that those who have no texts can check it too.

`evidence.lock` is JSON, one object a line: a header, then for each source its line count, blank lines and
digest, followed by its passages, each keyed by what the records point to, not by the record that points; at the end
the seals of the reviews.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from huiyi.evidence.coverage import ranges
from huiyi.evidence.lock_rows import is_passage_row, is_seal_row, is_source_row, read_object
from huiyi.evidence.passages import Located, Passage, locate
from huiyi.evidence.seals import Seal
from huiyi.loading.plain_files import MOST_DAMAGES, Damage, read_written

if TYPE_CHECKING:
    from pathlib import Path

    from huiyi.evidence.texts import SourceText

FORMAT = 1

PageMap = Sequence[tuple[int, str]]
"""The printed pages of a source: the first line of each and the number on it, in the order of the lines."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The place of a passage: offsets into the whole text, SHA-256 of its UTF-8, and the printed page.

    A passage that runs over pages has them as `12-13`; `row` is the line of the lock, 0 for a fresh entry. `cited_by`
    is the address of the first statement that cited it.
    """

    start: int
    end: int
    sha256: str
    page: str | None = None
    cited_by: str = field(default="", compare=False)
    row: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """What the lock knows of a source: the number of lines, ranges of blank ones, SHA-256 of the bytes."""

    lines: int
    blank: tuple[tuple[int, int], ...]
    sha256: str
    row: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Lock:
    """The lock as values; what a damaged line held is missing here and named among the problems."""

    entries: Mapping[Passage, Entry] = field(default_factory=dict)
    sources: Mapping[str, SourceEntry] = field(default_factory=dict)
    seals: Mapping[str, Seal] = field(default_factory=dict)
    problems: tuple[Damage, ...] = ()


def source_entry(text: SourceText) -> SourceEntry:
    """Return what the lock holds of a source whose text is at hand."""
    return SourceEntry(text.line_count, tuple(ranges(text.blank_lines)), text.sha256)


def passage_entry(passage: Passage, text: SourceText, pages: PageMap = ()) -> Entry | None:
    """Return what the lock holds of a passage whose text is at hand, or None where it is not found."""
    place = locate(passage, text)
    if not isinstance(place, Located):
        return None
    first = _page(text.line_of(place.start), pages)
    last = _page(text.line_of(place.end - 1), pages)
    page = first if first == last or first is None else f"{first}-{last}"
    return Entry(place.start, place.end, place.sha256, page)


def write_lock(
    passages: Iterable[Passage],
    texts: Mapping[str, SourceText],
    pages: Mapping[str, PageMap],
    kept: Lock | None = None,
    citing: Mapping[Passage, str] | None = None,
) -> str:
    """Return the content of a fresh lock over all passages that the records cite.

    Of a source whose text is not at hand it holds what `kept`, the lock so far, says. `pages` names every
    source on record, with an empty map where it has no pages. A passage that is not found is left out. `citing` gives
    the address of the first statement that cites a passage. The seals at a lock's end are written by `write_seals`.
    """
    kept = kept or Lock()
    cited: dict[str, list[Passage]] = defaultdict(list)
    for passage in sorted(set(passages), key=lambda passage: passage.order):
        cited[passage.source].append(passage)
    rows: list[Mapping[str, Any]] = [{"format": FORMAT}]
    for source_id in sorted(texts.keys() | pages.keys() | cited.keys()):
        source = source_entry(texts[source_id]) if source_id in texts else kept.sources.get(source_id)
        if source:
            rows.append(_source_row(source_id, source))
        for passage in cited[source_id]:
            known = kept.entries.get(passage)
            if source_id in texts:
                known = passage_entry(passage, texts[source_id], pages.get(source_id, ()))
            if known:
                rows.append(_passage_row(passage, known, (citing or {}).get(passage)))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def read_lock(path: Path) -> Lock:
    """Read a lock; one that does not exist yet is empty. Raises nothing: damage is among its problems."""
    content = read_written(path, "lock")
    if content is None:
        return Lock()
    return Lock(problems=(content,)) if isinstance(content, Damage) else _parse(content)


def _parse(content: str) -> Lock:
    """Understand the lines of a lock one by one, so that a damaged one costs no more than itself."""
    entries: dict[Passage, Entry] = {}
    sources: dict[str, SourceEntry] = {}
    seals: dict[str, Seal] = {}
    problems: list[Damage] = []
    lines = content.split("\n")
    if lines[-1] == "":
        lines.pop()
    else:
        problems.append(Damage(len(lines), "the lock breaks off: its last line has no end"))
    header = read_object(lines[0]) if lines else None
    if header != {"format": FORMAT}:
        problems.append(Damage(1, f'the lock does not open with {{"format": {FORMAT}}}'))
        return Lock(problems=tuple(problems))
    for number, line in enumerate(lines[1:], start=2):
        row = read_object(line) or {}
        if is_source_row(row) and row["source"] not in sources:
            blank = tuple((first, last) for first, last in row["blank"])
            sources[row["source"]] = SourceEntry(row["lines"], blank, row["sha256"], number)
        elif is_passage_row(row) and (passage := _passage(row)) not in entries:
            place = (row["start"], row["end"], row["sha256"], row.get("page"))
            entries[passage] = Entry(*place, row.get("cited_by", ""), number)
        elif is_seal_row(row) and row["record"] not in seals:
            seals[row["record"]] = Seal(row["record"], row["reviewed"], row["sha256"], row["marks"], number)
        else:
            message = "a damaged line: neither a source, a passage nor a seal, or one that was there before"
            problems.append(Damage(number, message))
            if len(problems) >= MOST_DAMAGES:
                break
    return Lock(entries, sources, seals, tuple(problems))


def _passage(row: Mapping[str, Any]) -> Passage:
    first, last = row["lines"]
    return Passage(row["source"], first, last, row.get("from"), row.get("to"))


def _source_row(source_id: str, entry: SourceEntry) -> Mapping[str, Any]:
    return {"source": source_id, "blank": entry.blank, "lines": entry.lines, "sha256": entry.sha256}


def _passage_row(passage: Passage, entry: Entry, cited_by: str | None) -> Mapping[str, Any]:
    """Return the row of a passage; what it has not is left out."""
    row = {
        "source": passage.source,
        "lines": [passage.first, passage.last],
        "from": passage.opening,
        "to": passage.closing,
        "start": entry.start,
        "end": entry.end,
        "sha256": entry.sha256,
        "page": entry.page,
        "cited_by": cited_by,
    }
    return {key: value for key, value in row.items() if value is not None}


def _page(line: int, pages: PageMap) -> str | None:
    """Return the printed page on which a line stands, or None before the first page of the map."""
    begun = bisect_right(pages, line, key=lambda page: page[0])
    return pages[begun - 1][1] if begun else None
