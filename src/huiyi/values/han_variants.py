"""The same Chinese text in simplified characters, and in the traditional ones of each place that prints them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

WAYS = ("t2s", "s2t", "s2tw", "s2hk")
"""Into simplified characters; into traditional ones as the standard, Taiwan and Hong Kong have them."""


def variants(text: str) -> tuple[str, ...]:
    """Give a text as it is and then, where they differ, in simplified and in traditional characters."""
    return tuple(dict.fromkeys([text, *(_converter(way).convert(text) for way in WAYS)]))


@cache
def _converter(way: str) -> OpenCC:
    from opencc import OpenCC  # noqa: PLC0415 - only those who build a release need it

    return OpenCC(way)
