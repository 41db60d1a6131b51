"""Lists what a release holds: its version, those of the schemas, how many records and rows, and every file's digest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from huiyi.release.archiving import digest, files

if TYPE_CHECKING:
    from pathlib import Path

    from huiyi.package import Edition

MANIFEST = "manifest.json"


def manifest(edition: Edition, folder: Path) -> dict[str, Any]:
    """Give the manifest of the files that a folder holds now, as one JSON value.

    `schemas` gives for each kind of record the version of its schema, `records` how many there are; `tables` gives the
    rows of each table; `files` gives path, size in bytes and SHA-256 in the order of the paths.
    """
    kinds = edition.corpus.contract.kinds
    return {
        "name": edition.metadata.name,
        "title": edition.metadata.title,
        "version": edition.metadata.version,
        "license": edition.metadata.licenses[0]["name"],
        "schemas": {name: kind.version for name, kind in kinds.items()},
        "records": {name: len(records) for name, records in edition.corpus.by_kind.items()},
        "tables": {name: len(rows) for name, rows in edition.tables.rows.items()},
        "archive": f"{edition.metadata.release}.zip",
        "files": [
            {"path": path.relative_to(folder).as_posix(), "bytes": path.stat().st_size, "sha256": digest(path)}
            for path in files(folder)
        ],
    }
