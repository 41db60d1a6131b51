"""Packs a folder into a zip archive that is the same, byte for byte, wherever and whenever it is made."""

from __future__ import annotations

import hashlib
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

EPOCH = (1980, 1, 1, 0, 0, 0)
PLAIN_FILE = 0o100644 << 16


def archive(folder: Path, target: Path) -> None:
    """Pack every file of a folder, below the folder's own name, into a zip archive at `target`."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", EPOCH)
            entry.external_attr = PLAIN_FILE
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            packed.writestr(entry, path.read_bytes())


def digest(path: Path) -> str:
    """Give the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def checksums(folder: Path, paths: Iterable[Path]) -> str:
    """Give the text of a SHA256SUMS file, as `sha256sum --check` reads it, with paths relative to a folder."""
    lines = sorted((path.relative_to(folder).as_posix(), digest(path)) for path in paths)
    return "".join(f"{checksum}  {name}\n" for name, checksum in lines)
