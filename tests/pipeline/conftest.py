"""What the tests of releases share: the toy and the real records, each with the release that was built of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import huiyi
from huiyi.checking import check, read
from huiyi.package import Edition, read_codes, read_metadata
from huiyi.release import build
from huiyi.schemas import read_contract
from huiyi.tables import make_tables, read_layout

if TYPE_CHECKING:
    from huiyi.schemas import Contract

TESTS = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Published:
    """A release: its folder, and the records, tables and words that it should hold."""

    folder: Path
    edition: Edition

    @property
    def contract(self) -> Contract:
        return self.edition.corpus.contract


@pytest.fixture(scope="session")
def real_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a release of the real records, whatever the rules say of them; for reading only."""
    outcome = check(TESTS.parent, read_contract(), None)
    return build(outcome, read_metadata(huiyi.__version__), tmp_path_factory.mktemp("real") / "dist").folder


@pytest.fixture(scope="session", params=["toy", "real"])
def published(request: pytest.FixtureRequest) -> Published:
    """Give the release of the toy, then that of the real records."""
    root = TESTS / "toy" if request.param == "toy" else TESTS.parent
    contract = read_contract()
    corpus, _ = read(root, contract, None)
    assert corpus.all_records
    tables = make_tables(corpus, read_layout(contract))
    edition = Edition(corpus, tables, read_codes(corpus), read_metadata(huiyi.__version__))
    return Published(request.getfixturevalue(f"{request.param}_release"), edition)
