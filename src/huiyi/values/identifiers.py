"""The form of an identifier, which is a file's name too: small letters and figures, single hyphens between words."""

from __future__ import annotations

import re

IDENTIFIER = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""The form as a part of a regular expression."""

_WHOLE = re.compile(IDENTIFIER)
_DEVICE = re.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]")


def is_identifier(text: str) -> bool:
    """Say whether a text has the form of an identifier, such as liu-shaoqi."""
    return _WHOLE.fullmatch(text) is not None


def is_device(text: str) -> bool:
    """Say whether Windows takes a text for the name of a device, whatever ending a file of that name would have."""
    return _DEVICE.fullmatch(text) is not None
