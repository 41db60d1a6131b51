"""A sentence about the records: our words, and words of the records among them, which must never act as markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST = 80
"""Words of a record are cut after so many characters."""

_TERM = re.compile(r"[A-Za-z]+(?:[ -][A-Za-z]+)*", re.ASCII)
_TICKS = re.compile("`+")


class Said(NamedTuple):
    """Words of a record; in quotation marks where plain text would not show where they begin and end."""

    text: str
    is_quoted: bool = False


Phrase = tuple[str | Said, ...]


def term(text: str) -> str | Said:
    """Give a word of a schema or a key: as ours where it is made of letters, else as words of a record.

    The schemas of a stranger's commit are a stranger's too.
    """
    return text if len(text) <= LONGEST and _TERM.fullmatch(text) else Said(text)


def plain(phrase: Phrase) -> str:
    """Write a phrase as one line of text without power over a screen."""
    return "".join(part if isinstance(part, str) else _plain(part) for part in phrase)


def marked(phrase: Phrase) -> str:
    """Write a phrase as one line of Markdown in which words of records are code: no markup, mention or link acts."""
    return "".join(part if isinstance(part, str) else code(part.text) for part in phrase)


def listed(words: Sequence[str], most: int) -> Phrase:
    """Join words of records by commas; where there are more than `most`, say how many are left out."""
    return joined([(Said(word),) for word in words[:most]], len(words))


def joined(phrases: Iterable[Phrase], count: int) -> Phrase:
    """Join the first phrases of `count` by commas, and say how many are left out."""
    told = list(phrases)
    phrase = tuple(part for one in told for part in (", ", *one))[1:]
    return (*phrase, f" and {count - len(told)} more") if count > len(told) else phrase


def _plain(said: Said) -> str:
    words = " ".join(escape(said.text, limit=LONGEST).split())
    return f"'{words}'" if said.is_quoted else words


def code(text: str) -> str:
    """Write any text as a code span of one line, fenced by more ticks than it holds."""
    words = " ".join(escape(text, limit=LONGEST).split()) or " "
    longest = max(map(len, _TICKS.findall(words)), default=0)
    fence = "`" * (longest + 1)
    space = " " if words[0] in "` " or words[-1] in "` " else ""
    return f"{fence}{space}{words}{space}{fence}"
