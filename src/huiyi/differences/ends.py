"""Finds what a word on the command line means: a release, a version of one, a tree, or a commit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import huiyi
from huiyi.checking import read
from huiyi.differences.commits import read_commit
from huiyi.differences.releases import is_release, read_release
from huiyi.differences.states import BrokenRecordsError, State, UnknownEndError, state_of
from huiyi.package import read_metadata
from huiyi.schemas import read_contract
from huiyi.values.text import counted, escape
from huiyi.values.versions import is_version

if TYPE_CHECKING:
    from collections.abc import Callable

WORKING_TREE = "working tree"


def read_end(word: str | None, find_root: Callable[[], Path]) -> State:
    """Read what a word names, the working tree where there is none.

    `find_root` gives the project's root, and is asked only where one is needed. A word names, in this order: a release
    (a folder with a descriptor, or its zip archive), a project (a folder with `curation/`), a version (the release of
    it in `dist/`, else the tag of `v` and the version), a commit, tag or branch. Raises UnknownEndError and
    BrokenRecordsError.
    """
    if word is None:
        return _read_tree(find_root())
    if not word or "\0" in word:
        raise UnknownEndError("an empty name, or one with a null character in it, names nothing to compare with")
    path = Path(word)
    try:
        if is_release(path):
            return read_release(path)
        if (path / "curation").is_dir():
            return _read_tree(path)
        if path.is_absolute() or path.suffix == ".zip":
            raise UnknownEndError(f"there is no release or project at '{escape(word, limit=200)}'")
    except OSError as error:
        raise UnknownEndError(f"'{escape(word, limit=200)}': {error.strerror}") from None
    root = find_root()
    if is_version(word):
        built = root / "dist" / read_metadata(word).release
        return read_release(built) if is_release(built) else read_commit(root, f"v{word}", huiyi.__version__)
    return read_commit(root, word, huiyi.__version__)


def _read_tree(root: Path) -> State:
    """Read the records of a project as they stand now, under the schemas of this package."""
    corpus, findings = read(root, read_contract(), None)
    if wrong := sum(finding.severity == "error" for finding in findings):
        raise BrokenRecordsError(
            f"the {WORKING_TREE} has {counted(wrong, 'error')} in its records ('huiyi validate' shows them)"
        )
    return state_of(corpus, WORKING_TREE, huiyi.__version__)
