"""Versions of the dataset: three numbers with stops between, none with a needless zero."""

from __future__ import annotations

import re

VERSION = r"(?:0|[1-9][0-9]{0,5})(?:\.(?:0|[1-9][0-9]{0,5})){2}"
"""The form as a part of a regular expression."""

_WHOLE = re.compile(VERSION)


def is_version(text: object) -> bool:
    """Say whether a text is a version such as 1.2.3."""
    return isinstance(text, str) and _WHOLE.fullmatch(text) is not None


def numbers(version: str) -> tuple[int, int, int]:
    """Give the three numbers of a version, for comparison; raise ValueError for a text that is none."""
    if not is_version(version):
        raise ValueError(f"'{version}' is not a version such as 1.2.3")
    major, minor, patch = map(int, version.split("."))
    return major, minor, patch
