"""Finds in texts the usual expressions for the words of the vocabularies, as the vocabularies themselves list them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from huiyi.values.language import without_lookalikes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from huiyi.corpus import Corpus

GAP = "…"
"""Stands in an expression for the number that it is said of."""
QUOTES = r"\"“”'‘’"
# Three dots are printed with spaces, without, and as one character, so that no text has them for certain.
_DOTS, _PRINTED_DOTS = r"\.\.\.", r"(?:\.\s?\.\s?\.|…)"


@dataclass(frozen=True)
class Expression:
    """One usual expression, as a vocabulary lists it: an asterisk leaves the end of a word open."""

    text: str

    @cached_property
    def stem(self) -> str:
        """What stands in lower case in every text that has the expression: a text without it needs no second look."""
        word = self.text.strip(GAP).split()[0].lower()
        return re.split(rf"\*|{_DOTS}", word)[0]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression itself, without the number."""
        return re.compile(_pattern(self.text.strip(GAP).strip()), re.IGNORECASE)

    def search(self, text: str, lower: str) -> re.Match[str] | None:
        """Find the first place in a text, which comes in lower case as well."""
        if self.stem not in lower:
            return None
        return self.pattern.search(text if self.stem.isascii() else without_lookalikes(text))

    def beside(self, before: str, after: str) -> re.Match[str] | None:
        """Find the expression right before or right after a number, on the side on which it is said of one."""
        words, found = self.pattern.pattern, None
        if self.text.endswith(GAP) and self.stem in before.lower():
            found = re.search(rf"{words}[\s{QUOTES}]*$", before, re.IGNORECASE)
        elif self.text.startswith(GAP) and self.stem in after.lower():
            found = re.match(rf"[\s{QUOTES}]*{words}", after, re.IGNORECASE)
        is_own = found and without_lookalikes(found.string)[slice(*found.span())] == found[0]
        return found if is_own else None


@dataclass(frozen=True)
class Expressions:
    """The usual expressions for one word of a vocabulary; `is_always_said` where nothing else can mean it."""

    word: str
    all: tuple[Expression, ...]
    is_always_said: bool

    # Most texts hold no stem at all, and there are many: this is the way that is walked most.
    @cached_property
    def _stems(self) -> tuple[tuple[str, Expression], ...]:
        return tuple((one.stem, one) for one in self.all)

    @property
    def is_beside_number(self) -> bool:
        """Whether any expression is said of a number, right before it or right after it."""
        return any(GAP in one.text for one in self.all)

    def without(self, other: Expressions) -> Expressions:
        """Give the same word with those expressions alone that another has not."""
        return replace(self, all=tuple(one for one in self.all if one not in other.all))

    def within(self, text: str) -> Expressions:
        """Give the same word with those expressions alone that stand in a text."""
        return replace(self, all=tuple(one for one in self.all if one.search(text, text.lower())))

    def find(self, texts: Iterable[str]) -> str:
        """Give an expression that stands in one of some texts, as it stands there; empty where none does."""
        for text in texts:
            lower = text.lower()
            for stem, one in self._stems:
                if stem in lower and (match := one.search(text, lower)):
                    return match[0]
        return ""

    def search(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Give from where to where the first expression stands in a part of a text; None where there is none."""
        part = text[start:end]
        lower = part.lower()
        found = [match.span() for stem, one in self._stems if stem in lower and (match := one.search(part, lower))]
        return (start + min(found)[0], start + min(found)[1]) if found else None

    def beside(self, before: str, after: str) -> re.Match[str] | None:
        """Give the expression that a number has right before it or right after it."""
        return next((match for one in self.all if (match := one.beside(before, after))), None)


def expressions(vocabulary: str, corpus: Corpus) -> Mapping[str, Expressions]:
    """Give the expressions for each word of a vocabulary that has any; nothing where the vocabulary is missing."""
    return corpus.remembered((__name__, vocabulary), lambda: _expressions(vocabulary, corpus))


def _expressions(vocabulary: str, corpus: Corpus) -> Mapping[str, Expressions]:
    terms = corpus.vocabulary(vocabulary) or {}
    listed = {
        key: tuple(map(Expression, (*term.get("expressions", ()), *term.get("expressions_zh", ()))))
        for key, term in terms.items()
    }
    return {key: Expressions(key, found, terms[key]["always_said"]) for key, found in listed.items() if found}


def unit_word(unit: str, corpus: Corpus) -> str:
    """Give the word of the vocabulary of units for one that is given by its label or as it is printed; "" if none."""
    terms = corpus.vocabulary("unit") or {}
    known = expressions("unit", corpus)
    return next((key for key in known if terms[key]["label"] == unit.casefold() or known[key].find([unit])), "")


def _pattern(text: str) -> str:
    """Write an expression as a pattern: at its ends a word is whole, unless an asterisk leaves it open."""
    words = r"\s+".join(re.escape(word).replace(_DOTS, _PRINTED_DOTS).replace(r"\*", r"\w*") for word in text.split())
    # Characters are written without spaces, so that an expression in them stands inside a longer run.
    opens = r"(?<!\w)" if text[:1].isascii() and text[:1].isalnum() else ""
    closes = r"(?!\w)" if text[-1:].isascii() and text[-1:].isalnum() else ""
    return f"{opens}{words}{closes}"
