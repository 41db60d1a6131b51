"""Writes words of records into Markdown so that they are read as they stand: none acts as markup, mention or link."""

from __future__ import annotations

import re

_ACTING = re.compile(r"([\\`*_{}\[\]<>|&#~@])")


def inert(text: str) -> str:
    """Write a text on one line with a backslash before every character that could act; fit for a cell of a table."""
    return _ACTING.sub(r"\\\1", " ".join(text.split()))
