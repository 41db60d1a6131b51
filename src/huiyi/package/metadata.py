"""What the dataset says of itself: title, licence, contributors, and its address once it has one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from huiyi.project import contract_folder

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Metadata:
    """The words of `datapackage/metadata.json` with a version.

    `homepage`, `doi` and `released`, the day of publication (YYYY-MM-DD), are empty until there are any.
    """

    name: str
    title: str
    description: str
    keywords: tuple[str, ...]
    homepage: str
    doi: str
    released: str
    contributors: tuple[Mapping[str, Any], ...]
    licenses: tuple[Mapping[str, str], ...]
    version: str

    @property
    def author(self) -> str:
        """The name to cite as author."""
        return ", ".join(str(contributor["title"]) for contributor in self.contributors)


def read_metadata(version: str) -> Metadata:
    """Read the dataset's metadata and join it with the version of the release."""
    words = json.loads((contract_folder("datapackage") / "metadata.json").read_text("utf-8"))
    for key in ("keywords", "contributors", "licenses"):
        words[key] = tuple(words[key])
    return Metadata(**words, version=version)
