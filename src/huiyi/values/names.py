"""When two names are the same form, and when two records are told apart although their names are alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def same_form(text: str) -> str:
    """Fold a name to what makes it one printed form: case and white space do not count."""
    return " ".join(text.casefold().split())


def are_told_apart(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Say whether either of two records names the other among those that it differs from."""
    return other["id"] in one.get("differs_from", ()) or one["id"] in other.get("differs_from", ())
