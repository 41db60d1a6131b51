"""Lets two folders change places in one step, where the system can: nobody ever sees neither or half of one."""

from __future__ import annotations

import ctypes
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HERE = -100
EXCHANGE = 2
"""AT_FDCWD and RENAME_EXCHANGE of renameat2(2)."""


def exchange(one: Path, other: Path) -> bool:
    """Let two paths of one file system change places; give False, with nothing changed, where that cannot be done."""
    if sys.platform != "linux":
        return False
    try:
        rename = ctypes.CDLL(None).renameat2
    except (OSError, AttributeError):
        return False
    return bool(rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0)
