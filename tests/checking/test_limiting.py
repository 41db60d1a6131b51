"""A file with very many findings shows the first hundred and counts the rest."""

from __future__ import annotations

from huiyi.checking.limiting import MOST, limited
from huiyi.findings import Finding


def many(path: str, count: int) -> list[Finding]:
    return [Finding(path, line, 1, "some-fault", "a fault") for line in range(count, 0, -1)]


def test_a_hundred_findings_are_all_shown_in_order() -> None:
    assert list(limited(many("a.yaml", MOST))) == sorted(many("a.yaml", MOST))


def test_what_follows_is_counted_and_hides_no_other_file() -> None:
    shown = list(limited(many("a.yaml", MOST + 7) + many("b.yaml", 1)))
    assert len(shown) == MOST + 2
    assert shown[MOST] == Finding(
        "a.yaml", MOST, 1, "more-findings", "7 more findings in this file", "mend the first ones"
    )
    assert shown[-1].path == "b.yaml"
