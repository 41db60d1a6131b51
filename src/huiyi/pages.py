"""The pages that explain the codes of findings: where they are, the text for curators, the examples that tests run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Verdict = Literal["wrong", "right"]

Expected = tuple[str, int, int, str]
"""A finding that an example must raise: file, line and column (from 1), code."""

USUAL_FILE = "records/example.yaml"
"""The file that an example holds when it does not name one."""

_FENCE = re.compile(r"```yaml (\S+)")
_FILE = re.compile(r"# file: (\S+)")
_MARK = re.compile(r" *#> .*")
_EXPECTED = re.compile(r"#> ([1-9][0-9]*) ([a-z0-9]+(?:-[a-z0-9]+)*)(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Example:
    """The text of each file by its path, and the findings expected in them (none in a right example)."""

    verdict: Verdict
    files: Mapping[str, str]
    expected: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its code, the sentence that says what it means, the text under each heading, the examples."""

    code: str
    title_sentence: str
    sections: Mapping[str, str]
    examples: tuple[Example, ...]


HOME = Path(__file__).resolve().parent
FOLDERS = ("loading/pages", "schemas/pages", "checking/pages", "release/pages", "rules")


def page_paths() -> dict[str, Path]:
    """Give the path of every page by its code."""
    found = (path for folder in FOLDERS for path in (HOME / folder).glob("*.md"))
    return {path.stem.replace("_", "-"): path for path in sorted(found, key=lambda path: path.name)}


class MalformedPageError(ValueError):
    """A page does not follow the form: `# code`, a sentence, sections that begin with `## `, examples."""


def read_page(path: Path) -> Page:
    """Read the page of a code, named after it (a rule's with underscores); raises MalformedPageError, or OSError."""
    code = path.stem.replace("_", "-")
    heading, _, rest = path.read_text("utf-8").partition("\n")
    if heading != f"# {code}":
        raise MalformedPageError(f"{path.name}: the first line must be '# {code}'")
    introduction, *parts = re.split(r"^## ", rest, flags=re.MULTILINE)
    sections: dict[str, str] = {}
    for part in parts:
        title, _, body = part.partition("\n")
        sections[title.strip()] = body.strip()
    if not introduction.strip() or not all(sections.values()):
        raise MalformedPageError(f"{path.name}: a sentence must follow each heading")
    return Page(code, introduction.strip(), sections, tuple(_read_examples(path.name, rest)))


def _read_examples(name: str, text: str) -> Iterator[Example]:
    verdict = ""
    block: list[str] | None = None
    for line in text.split("\n"):
        opening = _FENCE.fullmatch(line)
        if block is None and opening is not None:
            verdict, block = opening[1], []
        elif block is not None and line == "```":
            yield _read_block(name, verdict, block)
            block = None
        elif block is not None:
            block.append(line)
    if block is not None:
        raise MalformedPageError(f"{name}: an example is not closed")


def _read_block(name: str, verdict: str, block: list[str]) -> Example:
    if verdict not in get_args(Verdict):
        raise MalformedPageError(f"{name}: an example is wrong or right, not '{verdict}'")
    files: dict[str, list[str]] = {}
    file = USUAL_FILE
    for line in block:
        named = _FILE.fullmatch(line)
        if named is not None:
            file = named[1]
        files.setdefault(file, [])
        if named is None:
            files[file].append(line)
    expected = tuple(_read_expected(files))
    if (verdict == "wrong") is not bool(expected):
        raise MalformedPageError(f"{name}: a wrong example, and only a wrong one, says what it raises")
    texts = {file: "".join(f"{_as_written(file, line)}\n" for line in lines) for file, lines in files.items()}
    return Example("wrong" if verdict == "wrong" else "right", texts, expected)


def _as_written(file: str, line: str) -> str:
    """Give a line without its mark where the file is no YAML, in which the mark would be no comment."""
    return line if file.endswith(".yaml") else _MARK.sub("", line)


def _read_expected(files: Mapping[str, list[str]]) -> Iterator[Expected]:
    for file, lines in files.items():
        for number, line in enumerate(lines, 1):
            for column, code in _EXPECTED.findall(line):
                yield file, number, int(column), code
