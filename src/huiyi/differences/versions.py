"""Versions of the dataset: three numbers, of which the first stands for what is gone and the last for corrections."""

from __future__ import annotations

import re
from typing import Literal, get_args

Level = Literal["none", "patch", "minor", "major"]
LEVELS: tuple[Level, ...] = get_args(Level)

_VERSION = re.compile(r"(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})", re.ASCII)


def is_version(text: object) -> bool:
    """Say whether a text is a version such as 1.2.3."""
    return isinstance(text, str) and _VERSION.fullmatch(text) is not None


def numbers(version: str) -> tuple[int, int, int]:
    """Give the three numbers of a version, for comparison; raise ValueError for a text that is none."""
    match = _VERSION.fullmatch(version)
    if match is None:
        raise ValueError(f"'{version}' is not a version such as 1.2.3")
    major, minor, patch = map(int, match.groups())
    return major, minor, patch


def bumped(version: str, level: Level) -> str:
    """Give the smallest version that follows one by a step of a level; the same for a step of `none`."""
    major, minor, patch = numbers(version)
    following = {
        "none": (major, minor, patch),
        "patch": (major, minor, patch + 1),
        "minor": (major, minor + 1, 0),
        "major": (major + 1, 0, 0),
    }
    return ".".join(map(str, following[level]))


def highest(levels: list[Level]) -> Level:
    """Give the highest of some levels; `none` where there are none."""
    return max(levels, key=LEVELS.index, default="none")
