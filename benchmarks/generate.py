"""Makes a large project out of the real records: copies of each, renamed together with everything that refers to it.

    python benchmarks/generate.py FOLDER COUNT

writes about COUNT records below FOLDER, with a lock that holds their passages and seals their reviews. Sources are
copied like the others; vocabularies and golden facts stay as they are. Names get the number of their copy, so that no
two copies share one. What the words of a copy name are still the originals, and a name with a number is not read: rules
on what words name find errors in copies, and anomalies that silence a rule on how a name is read have nothing to
silence there. Otherwise the result is as sound as the real records, which must be clean.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from huiyi.checking import LOCK, read
from huiyi.evidence.seals import seal, write_seals
from huiyi.schemas import read_contract
from huiyi.sealing import REVIEWED, content_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from huiyi.corpus import Record
    from huiyi.evidence.seals import Content, Seal
    from huiyi.findings import Route

HOME = Path(__file__).resolve().parents[1]
SHARED_KIND = "vocabulary"
AFTER_IDENTIFIER, AFTER_NAME, AFTER_WORDS = "\ue000", "\ue001", "\ue002"
"""Characters that no record holds: they mark in a template where a copy puts its number, of a name in words apart."""
MARK = re.compile(f"([{AFTER_IDENTIFIER}{AFTER_NAME}{AFTER_WORDS}])")
QUOTED = re.compile(r""""(?:[^"\\]|\\.)*(?=")|'(?:[^']|'')*(?=')""")


class Original(NamedTuple):
    """A record to be copied: templates of its path and text and of all that it says, and the day of its review."""

    path: str
    text: str
    content: Content
    reviewed: str


def main(folder: Path, wanted: int, home: Path = HOME) -> int:
    """Write the records of a project and copies of them, and say how many."""
    corpus, findings = read(home, read_contract(), None)
    if findings:
        sys.exit("the real records must be clean first: huiyi validate")
    shutil.copytree(home / "curation", folder / "curation", ignore=shutil.ignore_patterns("guide"))
    records = [record for record in corpus.all_records if record.kind.name != SHARED_KIND]
    identifiers = {record.id for record in records}
    originals = [original(record, identifiers) for record in records]
    copies = range(1, 1 + -((len(corpus.all_records) - wanted) // len(records)))
    for number in copies:
        for one in originals:
            (folder / copied(one.path, number)).write_text(copied(one.text, number), "utf-8", newline="\n")
    header, *rows = (home / LOCK).read_text("utf-8").splitlines(keepends=True)
    places = [row for row in rows if '"marks":' not in row]
    template = "".join(place(json.loads(row), identifiers) for row in places)
    seals = [*corpus.lock.seals.values(), *(one for number in copies for one in sealed(originals, number))]
    lock = "".join([header, *places, *(copied(template, number) for number in copies), write_seals(seals)])
    (folder / LOCK).write_text(lock, "utf-8", newline="\n")
    return len(corpus.all_records) + len(copies) * len(records)


def original(record: Record, identifiers: Collection[str]) -> Original:
    """Mark where the copies of a record put their numbers: in its path, its file and the values that this changes."""
    text = record.document.raw.decode()
    starts = [0, *accumulate(map(len, text.splitlines(keepends=True)))]
    values = dict(changes(record, identifiers))
    edits = []
    for route, value in values.items():
        position = record.document.locate(route)
        begin = starts[position.line - 1] + position.column - 1
        before, mark, _ = MARK.split(value)
        # A name in quotation marks may be written otherwise than it reads; an identifier never is.
        quoted = QUOTED.match(text, begin) if mark != AFTER_IDENTIFIER else None
        edits.append((quoted.end() if quoted else text.index(before, begin) + len(before), mark))
    for place, mark in sorted(edits, reverse=True):
        text = text[:place] + mark + text[place:]
    content = tuple((route, values.get(route, value)) for route, value in content_of(record))
    path = record.document.path.replace(".yaml", f"{AFTER_IDENTIFIER}.yaml")
    return Original(path, text, content, record.data.get(REVIEWED, ""))


def changes(record: Record, identifiers: Collection[str]) -> Iterator[tuple[Route, str]]:
    """Give each value that is another in a copy, with its route and with a mark where the number stands."""
    yield ("id",), record.id + AFTER_IDENTIFIER
    for node in record.nodes():
        for field, route, target in node.values:
            if field.refers_to and isinstance(target, str) and address(target, identifiers) != target:
                yield route, address(target, identifiers)
        if node.shape.name == "name":
            # A surname is one word, and so are its copies; the words of a title stay what they are.
            mark = AFTER_NAME if record.kind.name == "person" else AFTER_WORDS
            yield (*node.route, "text"), node.value["text"] + mark


def address(target: str, identifiers: Collection[str]) -> str:
    """Mark an identifier or an address that begins with one; leave all else as it is."""
    head, sign, tail = target.partition("#")
    return f"{head}{AFTER_IDENTIFIER}{sign}{tail}" if head in identifiers else target


def place(row: dict[str, Any], identifiers: Collection[str]) -> str:
    """Mark the row of a source or a passage of the lock."""
    marked = {key: address(row[key], identifiers) for key in ("source", "cited_by") if key in row}
    return json.dumps(row | marked, ensure_ascii=False) + "\n"


def copied(template: str, number: int) -> str:
    """Put the number of a copy where a template has its marks."""
    for mark, numbered in ((AFTER_IDENTIFIER, f"-{number}"), (AFTER_NAME, str(number)), (AFTER_WORDS, f" {number}")):
        template = template.replace(mark, numbered)
    return template


def sealed(originals: Iterable[Original], number: int) -> Iterator[Seal]:
    """Seal the reviews of one copy of all records."""
    for one in originals:
        if one.reviewed:
            content = tuple(
                (route, copied(value, number) if isinstance(value, str) else value) for route, value in one.content
            )
            yield seal(copied(Path(one.path).stem, number), one.reviewed, content)


if __name__ == "__main__":
    print(main(Path(sys.argv[1]), int(sys.argv[2])), "records")
