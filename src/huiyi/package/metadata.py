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

    @property
    def doi_address(self) -> str:
        """The DOI as an address; empty where there is none."""
        return f"https://doi.org/{self.doi}" if self.doi else ""

    @property
    def address(self) -> str:
        """Where to find the dataset: its DOI, else its homepage; empty while it has neither."""
        return self.doi_address or self.homepage

    @property
    def release(self) -> str:
        """The name of the release's folder and of its single files: the dataset's name with the version."""
        return f"{self.name}-{self.version}"


def read_metadata(version: str) -> Metadata:
    """Read the dataset's metadata and join it with the version of the release."""
    words = json.loads((contract_folder("datapackage") / "metadata.json").read_text("utf-8"))
    for key in ("keywords", "contributors", "licenses"):
        words[key] = tuple(words[key])
    return Metadata(**words, version=version)
