"""Decide what a word without quotes is: null, true, false, a number, text, or what must be quoted."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from huiyi.values.text import escape

if TYPE_CHECKING:
    from huiyi.loading.flaws import Code

Scalar = str | int | float | bool | None

LARGEST_INTEGER = 2**53
"""Beyond it a reader that knows only floating point numbers, such as a browser, changes the last digits."""

_LONGEST_NUMBER = 40
_WORDS: dict[str, Scalar] = {"null": None, "true": True, "false": False}
_AMBIGUOUS_WORDS = frozenset(
    ["", "~", "=", "y", "n", "yes", "no", "on", "off", "null", "true", "false"]
    + [f"{sign}.{word}" for sign in ("", "+", "-") for word in ("inf", "nan")]
)
_FIRST_OF_NUMBER = frozenset("0123456789+-.")
FIRST_OF_DOUBTFUL = _FIRST_OF_NUMBER | {word[:1] for word in _AMBIGUOUS_WORDS} | frozenset("NTFYO")
"""The characters (and '' for no character) that begin a word which may be something else than text."""


# JSON's grammar: whoever reads a plain number in a record, in any language, reads the same.
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")

# What some YAML reader takes for a number: octal, hexadecimal, binary, sexagesimal, underscores, bare points.
_AMBIGUOUS_NUMBER = re.compile(
    r"[-+]?(?:"
    r"0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+"
    r"|[0-9][0-9_]*(?::[0-9_]+)+(?:\.[0-9_]*)?"
    r"|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
    r"|\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?"
    r")"
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a word without quotes cannot stand, and what to write instead."""

    code: Code
    message: str
    hint: str


def read_plain(text: str) -> Scalar | Refusal:
    """Type one plain scalar: null, true, false and JSON's numbers are typed, the rest is text or refused."""
    if text[:1] not in FIRST_OF_DOUBTFUL:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if text.lower() in _AMBIGUOUS_WORDS:
        return _refuse_word(text)
    return _read_number(text) if text[0] in _FIRST_OF_NUMBER else text


def _read_number(text: str) -> Scalar | Refusal:
    number = _NUMBER.fullmatch(text)
    if number is not None:
        return _read_float(text) if number[1] or number[2] else _read_integer(text)
    if _AMBIGUOUS_NUMBER.fullmatch(text):
        message = f"{escape(text, 40)} is a number to some programs and text to others"
        return Refusal("ambiguous-scalar", message, "quote it, or write a plain decimal number")
    return text


def _refuse_word(text: str) -> Refusal:
    if not text:
        return Refusal("ambiguous-scalar", "the value is empty", "write null, quote it (''), or leave it out")
    message = f"{text} means different things to different programs"
    return Refusal("ambiguous-scalar", message, "quote it, or write null, true or false")


def _read_integer(text: str) -> int | Refusal:
    if len(text) > _LONGEST_NUMBER or abs(int(text)) > LARGEST_INTEGER:
        message = f"{escape(text, 40)} is beyond 2^53, where programs lose digits"
        return Refusal("number-too-large", message, "quote it")
    return int(text)


def _read_float(text: str) -> float | Refusal:
    value = float(text)
    if not math.isfinite(value):
        return Refusal("number-too-large", f"{escape(text, 40)} is beyond the largest number", "quote it")
    vanished = value == 0 and any(digit in "123456789" for digit in re.split("[eE]", text)[0])
    if len(text) > _LONGEST_NUMBER or vanished or Decimal(text) != Decimal(repr(value)):
        message = f"{escape(text, 40)} would be read as {value!r}"
        return Refusal("number-too-precise", message, "quote it, or write fewer digits")
    return value
