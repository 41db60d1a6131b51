"""Whoever asks for one record is told of it all that a check of every record tells."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.checking import check
from huiyi.schemas import read_contract

if TYPE_CHECKING:
    from pathlib import Path

    from huiyi.findings import Finding

CONTRACT = read_contract()


def test_of_a_chosen_record_all_is_found_that_is_found_of_it_among_all(toy: Path) -> None:
    for kind in ("person", "organization"):
        for file in (toy / "curation" / "records" / kind).glob("*.yaml"):
            file.write_text(file.read_text("utf-8").replace("evidence:", "evidences:", 1), "utf-8")
            if file.stem.startswith("l"):
                file.unlink()
    found: dict[str, list[Finding]] = defaultdict(list)
    outcome = check(toy, CONTRACT, toy / "texts")
    for finding in outcome.findings:
        found[finding.path].append(finding)
    paths = {record.document.path for record in outcome.corpus.all_records} | found.keys()
    assert len(found) > 5
    for path in sorted(paths):
        chosen = check(toy, CONTRACT, toy / "texts", is_chosen=path.__eq__).findings
        assert [finding for finding in chosen if finding.path == path] == found[path], path
