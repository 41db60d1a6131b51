"""What an operator is: one way of going wrong, with the places where it can happen and the change that it makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from tests.mutants.spots import Spot

    from huiyi.corpus import Corpus

Family = Literal["structural", "cross-field"]


@dataclass(frozen=True)
class Change:
    """The whole text of a file after one fault was put in, and the lines (from 1) where a reader would look for it.

    The first of `lines` is the changed one. `before` and `after` show what was changed. `path` is a new file, where the
    fault is one; `is_moved` says that it takes the place of the record's own.
    """

    text: str
    lines: tuple[int, ...]
    before: str
    after: str
    path: str = ""
    is_moved: bool = False


@dataclass(frozen=True)
class Around:
    """What a change may draw on: the corpus, its spots, and chance."""

    corpus: Corpus
    spots: Sequence[Spot]
    random: Random


if TYPE_CHECKING:
    Applies = Callable[[Spot], bool]
    Changes = Callable[[Spot, Around], Change | None]


@dataclass(frozen=True)
class Operator:
    """One way of going wrong. `change` gives None where it cannot be done at a spot after all.

    `needs_texts` says that only the source texts can betray the fault; `aims` are the rules that it was made for.
    """

    name: str
    family: Family
    does: str
    applies: Applies
    change: Changes
    needs_texts: bool = False
    aims: tuple[str, ...] = ()


def replaced(spot: Spot, new: str | None) -> Change | None:
    """Replace the value of a spot by another, written as YAML; None where there is no other."""
    if new is None or spot.token is None or new == spot.token:
        return None
    text = spot.sheet.spliced(spot.line, spot.column, len(spot.token), new)
    return Change(text, (spot.line,), spot.token, new)


def respelt(spot: Spot, value: str | None) -> Change | None:
    """Replace the text of a spot by another, in the same quotation marks."""
    if value is None or spot.token is None:
        return None
    if spot.token[0] == "'":
        return replaced(spot, "'" + value.replace("'", "''") + "'")
    if spot.token[0] == '"':
        return replaced(spot, '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"')
    return replaced(spot, value)


def taken_out(spot: Spot) -> Change | None:
    """Take an entry or an item out; a reader would look at the mapping that lacks it, too."""
    end = None if spot.token is None else spot.column + len(spot.token)
    if spot.is_item:
        text = spot.sheet.without_item(spot.line, spot.column, end)
        line = spot.line
    else:
        text = spot.sheet.without_entry(spot.key_line, spot.key_column, end)
        line = spot.key_line
    shown = spot.sheet.lines[line - 1].strip() if spot.token is None or spot.is_item else f"{spot.name}: {spot.token}"
    return None if text is None else Change(text, (line, spot.holder_line), shown, "(taken out)")


def doubled(spot: Spot) -> Change | None:
    """Double an item of a list."""
    twice = spot.sheet.with_item_twice(
        spot.line, spot.column, None if spot.token is None else spot.column + len(spot.token)
    )
    shown = spot.sheet.lines[spot.line - 1].strip()
    return None if twice is None else Change(twice[0], (twice[1], spot.line), shown, "(doubled)")


def misspelt(text: str, random: Random) -> str | None:
    """Change one letter of a text, or one Chinese character; None where it has none."""
    places = [place for place, letter in enumerate(text) if letter.isalpha()]
    if not places:
        return None
    place = random.choice(places)
    letters = "bcdfghjklmnpqrstvwxz" if text[place].isascii() else "湖泊船绳测量员石"
    other = random.choice([letter for letter in letters if letter != text[place].lower()])
    return text[:place] + (other.upper() if text[place].isupper() else other) + text[place + 1 :]


def with_other_digit(text: str, random: Random) -> str | None:
    """Change one digit of a text; None where it has none."""
    places = [place for place, letter in enumerate(text) if letter.isascii() and letter.isdigit()]
    if not places:
        return None
    place = random.choice(places)
    other = random.choice([digit for digit in "123456789" if digit != text[place]])
    return text[:place] + other + text[place + 1 :]
