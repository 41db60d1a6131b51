"""The citation file of the project says what the dataset's metadata say."""

from __future__ import annotations

from pathlib import Path

import huiyi
from huiyi.package import read_metadata
from huiyi.release.papers import citation


def test_the_citation_of_the_project_is_that_of_its_releases() -> None:
    written = Path(__file__).resolve().parents[2] / "CITATION.cff"
    assert written.read_text("utf-8") == citation(read_metadata(huiyi.__version__))
