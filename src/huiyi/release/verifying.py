"""Proves that a release is as it was published: nothing changed, added, taken away or cut short.

Two lists are compared with the files: `manifest.json`, which travels in the archive, and `SHA256SUMS`, which lists the
archive too and is missing where one was unpacked. Whatever is in a release may have been put there by a stranger.
"""

from __future__ import annotations

import hashlib
import json
import re
import stat
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from huiyi.release.archiving import SUMS, digest, written
from huiyi.release.manifest import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

LARGEST_LIST = 50_000_000
SHA256 = re.compile(r"[0-9a-f]{64}")


class NoReleaseError(Exception):
    """A folder that is no release, or whose manifest cannot be read."""


@dataclass(frozen=True)
class Verified:
    """The version a release gives itself, the number of files it lists, its faults, and whether it has SHA256SUMS."""

    version: str
    files: int
    faults: tuple[str, ...]
    has_sums: bool


def verify(folder: Path) -> Verified:
    """Compare the files of a release with its manifest and its checksums.

    Raises NoReleaseError where there is no manifest to compare with, and OSError where a file cannot be read.
    """
    said = _manifest(folder / MANIFEST)
    listed = _listed(said["files"])
    archive = str(said["archive"])
    present, faults = _present(folder, listed)
    has_sums = SUMS in present
    faults += _differences(folder, present, listed, MANIFEST, {MANIFEST, SUMS, archive})
    if has_sums:
        sums, ill = _sums(folder / SUMS)
        faults += ill
        faults += _differences(folder, present, {name: (None, sums[name]) for name in sums}, SUMS, {SUMS})
    elif archive in present:
        faults.append(f"{SUMS}: missing, though the archive is here")
    if archive in present:
        faults += _archive_faults(folder, archive, listed, digest(folder / MANIFEST))
    return Verified(str(said["version"]), len(listed), tuple(dict.fromkeys(faults)), has_sums)


def _manifest(path: Path) -> dict[str, Any]:
    try:
        known = path.lstat()
    except FileNotFoundError:
        raise NoReleaseError(f"holds no {MANIFEST}") from None
    if not stat.S_ISREG(known.st_mode) or known.st_size > LARGEST_LIST:
        raise NoReleaseError(f"{MANIFEST} is no file that can be read")
    try:
        said = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        raise NoReleaseError(f"{MANIFEST} is not JSON") from None
    if not isinstance(said, dict) or not {"version", "archive", "files"} <= said.keys() or not _is_list(said["files"]):
        raise NoReleaseError(f"{MANIFEST} is not the manifest of a release")
    return said


def _is_list(files: Any) -> bool:
    form = {"path": str, "bytes": int, "sha256": str}
    return isinstance(files, list) and all(
        isinstance(file, dict) and all(isinstance(file.get(key), kind) for key, kind in form.items()) for file in files
    )


def _listed(files: list[dict[str, Any]]) -> dict[str, tuple[int, str]]:
    return {file["path"]: (file["bytes"], file["sha256"]) for file in files}


def _present(folder: Path, listed: Iterable[str]) -> tuple[set[str], list[str]]:
    """Give the names of the regular files of a folder, and a fault for all else but the folders of listed files."""
    known = {parent.as_posix() for name in listed for parent in PurePosixPath(name).parents}
    names, faults = set[str](), []
    for path in sorted(folder.rglob("*")):
        name, mode = path.relative_to(folder).as_posix(), path.lstat().st_mode
        if stat.S_ISREG(mode):
            names.add(name)
        elif not stat.S_ISDIR(mode):
            faults.append(f"{name}: not a regular file")
        elif name not in known:
            faults.append(f"{name}: a folder that no file listed in {MANIFEST} stands in")
    return names, faults


def _differences(
    folder: Path, present: set[str], listed: Mapping[str, tuple[int | None, str]], where: str, exempt: set[str]
) -> Iterator[str]:
    """Give the faults: listed and not there, there and not listed, of another size or digest."""
    yield from (f"{name}: listed in {where}, but missing" for name in sorted(listed.keys() - present))
    yield from (f"{name}: not listed in {where}" for name in sorted(present - listed.keys() - exempt))
    for name in sorted(present & listed.keys()):
        size, checksum = listed[name]
        found = (folder / name).stat().st_size
        if size not in {None, found}:
            yield f"{name}: has {found} bytes, {where} says {size}"
        elif digest(folder / name) != checksum:
            yield f"{name}: not the file that {where} lists"


def _sums(path: Path) -> tuple[dict[str, str], list[str]]:
    """Read a list of checksums: digest by name, and a fault for each line that is none."""
    sums: dict[str, str] = {}
    faults = []
    if path.stat().st_size > LARGEST_LIST:
        return {}, [f"{SUMS}: too long to be read"]
    text = path.read_bytes().decode("utf-8", "replace")
    for number, line in enumerate(text.splitlines(), 1):
        checksum, mark, name = line.partition("  ")
        if not mark or not SHA256.fullmatch(checksum) or not name or name in sums:
            faults.append(f"{SUMS}: line {number} is no checksum of a file, or a second one")
        else:
            sums[name] = checksum
    if not faults and text != written(sums):
        faults.append(f"{SUMS}: not as it was written, with a line for each file in the order of their names")
    return sums, faults


def _archive_faults(folder: Path, archive: str, listed: Mapping[str, tuple[int, str]], own: str) -> Iterator[str]:
    """Give the faults of an archive that does not hold the files of the manifest and the manifest itself."""
    title = archive.removesuffix(".zip")
    sizes = {**listed, MANIFEST: ((folder / MANIFEST).stat().st_size, own)}
    try:
        with zipfile.ZipFile(folder / archive) as packed:
            members = {info.filename: info for info in packed.infolist()}
            if len(members) < len(packed.infolist()):
                yield f"{archive}: holds a file twice"
            if packed.comment or min((info.header_offset for info in packed.infolist()), default=0):
                yield f"{archive}: holds more than its files"
            for name in sorted(members.keys() - {f"{title}/{name}" for name in sizes}):
                yield f"{archive}: holds '{name}', which {MANIFEST} does not list"
            for name, (size, checksum) in sizes.items():
                info = members.get(f"{title}/{name}")
                if info is None or info.file_size != size or _packed_digest(packed, info) != checksum:
                    yield f"{archive}: does not hold {name} as {MANIFEST} lists it"
    except (zipfile.BadZipFile, RuntimeError, EOFError, ValueError, zlib.error) as error:
        yield f"{archive}: cannot be unpacked ({error})"


def _packed_digest(packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> str:
    """Give the SHA-256 of a member, of which no more is unpacked than its size as it was compared before."""
    found = hashlib.sha256()
    with packed.open(info) as member:
        while part := member.read(1 << 20):
            found.update(part)
    return found.hexdigest()
