"""What the tests of the schemas share: the contract, and the files of an example as curators would lay them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from huiyi.schemas import read_contract

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from huiyi.pages import Example
    from huiyi.schemas import Contract


@pytest.fixture(scope="session")
def contract() -> Contract:
    """Give the kinds of record as the schemas declare them."""
    return read_contract()


@pytest.fixture
def lay_out(tmp_path: Path) -> Callable[[Example], Path]:
    """Give a function that writes the files of an example below a root and returns the root."""

    def laid_out(example: Example) -> Path:
        for folder in ("records", "vocabularies"):
            (tmp_path / "curation" / folder).mkdir(parents=True)
        for name, text in example.files.items():
            path = tmp_path / name if name.startswith("texts/") else tmp_path / "curation" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="")
        return tmp_path

    return laid_out
