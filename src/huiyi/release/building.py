"""Builds a release beside the former one and puts it in its place only when it is whole and sound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from huiyi.checking.quality import published_quality
from huiyi.exports import BrokenRowError, MissingLibraryError, formats, is_at_hand
from huiyi.package import Edition, croissant, csv_path, describe, parquet_path, read_codes
from huiyi.release.archiving import SUMS, archive, checksums, digest, files
from huiyi.release.codebook import write_codebook
from huiyi.release.manifest import MANIFEST, manifest
from huiyi.release.papers import copy_own, write_citations, write_json, write_readme
from huiyi.release.placing import prepared, publish
from huiyi.tables import make_tables, read_layout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from huiyi.checking import Outcome
    from huiyi.package import Metadata

OWN_NEEDS = (
    ("the codebook", ("jinja2",)),
    ("the check of the package", ("frictionless",)),
    ("the lock", ("filelock",)),
)


class BrokenPackageError(Exception):
    """What was built does not pass its own checks; nothing of it is published."""


@dataclass(frozen=True)
class Built:
    """What a build published: the folder of the release, and the number of files, tables and rows."""

    folder: Path
    files: int
    tables: int
    rows: int


def build(
    outcome: Outcome,
    metadata: Metadata,
    out: Path,
    say: Callable[[str], None] = lambda _stage: None,
    papers: Iterable[tuple[str, str]] = (),
) -> Built:
    """Build the release of a check that nothing stands in the way of into `out`, replacing the one of the same version.

    `say` is told each stage; `papers` are the names and texts of further files to go along. Raises MissingLibraryError,
    ForeignFolderError where `out` holds what no build has put there or another build is at work in it,
    BrokenPackageError where the result does not pass, and OSError where it cannot be written; `out` is then as it was.
    """
    _require_libraries()
    say("making tables")
    corpus = outcome.corpus
    edition = Edition(corpus, make_tables(corpus, read_layout(corpus.contract)), read_codes(corpus), metadata)
    with prepared(out, metadata.name, edition.metadata.release) as folder:
        for name, text in papers:
            (folder / name).write_text(text, "utf-8", newline="\n")
        _fill(folder, edition, outcome, say)
        count = sum(1 for _ in files(folder))
        say("publishing")
        publish(folder, out / edition.metadata.release)
    rows = edition.tables.rows
    return Built(out / edition.metadata.release, count, len(rows), sum(map(len, rows.values())))


def _require_libraries() -> None:
    for title, libraries in (*((one.title, one.needs) for one in formats()), *OWN_NEEDS):
        for library in libraries:
            if not is_at_hand(library):
                message = (
                    f"{title}: the library {library} is not installed; install the package with its extra 'release'"
                )
                raise MissingLibraryError(message)


def _fill(folder: Path, edition: Edition, outcome: Outcome, say: Callable[[str], None]) -> None:
    """Write everything that a release holds into its folder."""
    for one in formats():
        say(f"writing {one.title}")
        try:
            one.write(edition, folder)
        except BrokenRowError as error:
            raise BrokenPackageError(f"{one.title}: {error}") from error
    say("writing papers")
    figures = published_quality(edition.corpus, outcome.tallies, outcome.golden, outcome.coding)
    write_json(figures, folder / "quality.json")
    _describe(folder, edition)
    write_codebook(edition, folder)
    write_readme(edition.tables, edition.metadata, figures, folder)
    write_citations(edition.metadata, folder)
    copy_own(folder)
    say("validating the package")
    from huiyi.package.refereeing import refereed  # noqa: PLC0415 - its library may be missing, which is told before

    if faults := list(refereed(folder)):
        raise BrokenPackageError("; ".join(faults[:3]))
    say("packing the archive")
    write_json(manifest(edition, folder), folder / MANIFEST)
    archive(folder, folder / f"{edition.metadata.release}.zip")
    (folder / SUMS).write_text(checksums(folder), "utf-8", newline="\n")


def _describe(folder: Path, edition: Edition) -> None:
    layout = edition.tables.layout
    sources = [{"title": record.data["title"]} for record in edition.corpus.by_kind["source"]]
    weighed = {name: _weighed(folder / csv_path(name)) for name in layout.tables}
    write_json(describe(edition.metadata, layout, edition.codes, sources, weighed), folder / "datapackage.json")
    weighed = {name: _weighed(folder / parquet_path(name)) for name in layout.tables}
    write_json(croissant(edition.metadata, layout, weighed), folder / "croissant.json")


def _weighed(path: Path) -> tuple[int, str]:
    return path.stat().st_size, digest(path)
