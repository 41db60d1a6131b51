"""An anomaly that silences nothing is told, unless what it stands against cannot be read."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from huiyi.checking import check
from huiyi.schemas import read_contract

if TYPE_CHECKING:
    from pathlib import Path

CONTRACT = read_contract()
GAZETTE = "Rain fell.\n"


def test_an_anomaly_with_a_rival_that_cannot_be_read_is_not_called_unused(toy: Path) -> None:
    person = toy / "curation" / "records" / "person"
    excused, rival = person / "wen-shu.yaml", person / "lin-hai.yaml"
    words = excused.read_text("utf-8").replace(
        "rule: reading-mismatch", "rule: script-mismatch\n        rivals: [lin-hai]"
    )
    excused.write_text(words, "utf-8")
    assert "unused-anomaly" in _codes(toy, excused)
    rival.write_text("id: [", "utf-8")
    assert "unused-anomaly" not in _codes(toy, excused)
    assert "invalid-yaml" in _codes(toy, rival)


def test_an_anomaly_is_not_called_unused_where_the_text_of_its_record_is_lacking(toy: Path) -> None:
    excused = toy / "curation" / "records" / "person" / "wen-shu.yaml"
    words = excused.read_text("utf-8").replace("rule: reading-mismatch", "rule: script-mismatch")
    excused.write_text(words, "utf-8")
    (toy / "texts" / "gazette.txt").write_text(GAZETTE, "utf-8", newline="")
    digest = hashlib.sha256(GAZETTE.encode()).hexdigest()
    record = f"id: gazette\ntitle: Gazette\ntype: page\nlanguage: en\nsha256: {digest}\nline_count: 1\n"
    (toy / "curation" / "records" / "source" / "gazette.yaml").write_text(record, "utf-8")
    assert "unused-anomaly" in _codes(toy, excused)
    (toy / "texts" / "lake-conference.txt").unlink()
    assert "unused-anomaly" not in _codes(toy, excused)


def _codes(toy: Path, file: Path) -> set[str]:
    path = file.relative_to(toy).as_posix()
    return {finding.code for finding in check(toy, CONTRACT, toy / "texts").findings if finding.path == path}
