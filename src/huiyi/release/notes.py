"""Writes the notes of a release: what the changelog says of its version, its figures, and how to prove its files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from huiyi.release.figures import section

if TYPE_CHECKING:
    from collections.abc import Mapping

PROOF = """## Proof

`{title}.zip` holds all files of the release, those attached here and those in its folders. `SHA256SUMS` lists them all:
`sha256sum --check --ignore-missing SHA256SUMS` proves the files that you have, `huiyi verify` an unpacked archive, and
`gh attestation verify` that a file was built by the workflow of this project.
"""


def notes(changes: str, figures: Mapping[str, Any], title: str) -> str:
    """Give the notes of the release of a title as Markdown.

    `changes` is the section of the changelog, `figures` are those of `published_quality`.
    """
    return "\n\n".join([changes, f"## Figures\n\n{section(figures).strip()}", PROOF.format(title=title)])
