"""Packs a release into a zip archive that is the same, byte for byte, wherever it is made, and lists its checksums."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from typing import TYPE_CHECKING

from huiyi.exports import EPOCH

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

SUMS = "SHA256SUMS"
PLAIN_FILE = 0o100644 << 16
PART = 1 << 20
"""Bytes that are packed at a time: a file may be larger than the memory."""


def archive(folder: Path, target: Path) -> None:
    """Pack every file that a folder holds now, below the folder's own name, into a zip archive at `target`."""
    paths = list(files(folder))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in paths:
            entry = zipfile.ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", EPOCH.timetuple()[:6])
            entry.external_attr = PLAIN_FILE
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.file_size = path.stat().st_size
            with path.open("rb") as file, packed.open(entry, "w") as member:
                shutil.copyfileobj(file, member, PART)


def files(folder: Path) -> Iterator[Path]:
    """Give every file below a folder, in the order of their paths."""
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def digest(path: Path) -> str:
    """Give the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def checksums(folder: Path) -> str:
    """Give the text of a SHA256SUMS file, as `sha256sum --check` reads it, for every file below a folder but itself."""
    sums = {path.relative_to(folder).as_posix(): digest(path) for path in files(folder)}
    sums.pop(SUMS, None)
    return written(sums)


def written(sums: Mapping[str, str]) -> str:
    """Give the text of a SHA256SUMS file with the digest of each name."""
    return "".join(f"{checksum}  {name}\n" for name, checksum in sorted(sums.items()))
