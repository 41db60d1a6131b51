"""The projects that the measurements are made on are sound: they grow, and the check finds as little in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generate import main as generate
from tests.conftest import TOY

from huiyi.checking import check
from huiyi.schemas import read_contract

if TYPE_CHECKING:
    from pathlib import Path


def test_copies_of_all_records_bring_no_finding_but_anomalies_of_names_that_are_read_no_more(tmp_path: Path) -> None:
    written = generate(tmp_path, 150, TOY)
    outcome = check(tmp_path, read_contract(), None)
    assert len(outcome.corpus.all_records) == written >= 150
    found = {(finding.path, finding.code) for finding in outcome.findings}
    misread = {record.id for record in outcome.corpus.all_records if record.id.startswith("wen-shu-")}
    assert misread
    assert found == {(f"curation/records/person/{name}.yaml", "unused-anomaly") for name in misread}
