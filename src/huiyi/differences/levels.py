"""Levels of a step from one version to the next: the highest stands for what is gone, the lowest for corrections."""

from __future__ import annotations

from typing import Literal, get_args

from huiyi.values.versions import numbers

Level = Literal["none", "patch", "minor", "major"]
LEVELS: tuple[Level, ...] = get_args(Level)


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
