"""Reads the golden files: each is either facts in a sound form, or findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from huiyi.findings import Fault, placed
from huiyi.loading import discover, load
from huiyi.project import contract_folder
from huiyi.schemas.inlining import read_schemas
from huiyi.schemas.validating import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from huiyi.findings import Finding
    from huiyi.loading import Document

FOLDER = "curation/golden"
MALFORMED = "golden-fact-malformed"

TESTS = ("expected", "includes", "count")
"""The keys that say what must hold; a fact has one of them."""


@dataclass(frozen=True)
class GoldenFact:
    """One fact: the file that holds it, its position there (from 0), and what it says."""

    document: Document
    position: int
    data: Mapping[str, Any]

    @property
    def source(self) -> str:
        """The source on which the fact was proved."""
        return str(self.document.data["source"]) if self.document.data else ""

    def finding(self, code: str, fault: Fault) -> Finding:
        """Turn a fault into a finding in the golden file; its route begins at the fact."""
        route = ("facts", self.position, *fault.route)
        return placed(self.document, code, Fault(fault.message, route, fault.hint, fault.at_key))


def read_golden(root: Path) -> tuple[tuple[GoldenFact, ...], list[Finding]]:
    """Read every golden fact below a root, and give findings on the files that hold none; nothing without a folder."""
    folder = root / FOLDER
    if not folder.exists() and not folder.is_symlink():
        return (), []
    paths, findings = discover(folder, root)
    verdict = Verdict(read_schemas(contract_folder("schemas") / "golden")["golden"])
    facts: list[GoldenFact] = []
    for path in paths:
        document = load(root, path)
        faults = list(_faults(document, verdict))
        findings += [*document.findings, *(placed(document, MALFORMED, fault) for fault in faults)]
        if document.data is not None and not faults:
            facts += [GoldenFact(document, position, fact) for position, fact in enumerate(document.data["facts"])]
    return tuple(facts), findings


def _faults(document: Document, verdict: Verdict) -> Iterator[Fault]:
    """Give what is wrong with the form of a golden file that is sound YAML."""
    if document.data is None:
        return
    if faults := verdict.faults(document.data):
        yield from (fault for _, fault in faults)
        return
    source = document.data["source"]
    if document.path != f"{FOLDER}/{source}.yaml":
        yield Fault(f"the facts of '{source}' are kept in {FOLDER}/{source}.yaml", ("source",), "move the file")
    for position, fact in enumerate(document.data["facts"]):
        for key, message in _contradictions(fact):
            yield Fault(message, ("facts", position, key))
        for number, item in enumerate(fact["evidence"]):
            if item["source"] != source:
                route = ("facts", position, "evidence", number, "source")
                yield Fault(f"a fact of this file rests on '{source}'", route, "put it with the facts of its source")


def _contradictions(fact: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give the key and the message of each combination of keys that cannot be."""
    tests = [key for key in TESTS if key in fact]
    if len(tests) != 1:
        yield (tests or ["about"])[-1], f"a fact has one of {', '.join(TESTS)}, not {len(tests)} of them"
    elif (tests == ["count"]) is ("field" in fact):
        yield tests[0], "'count' counts items and goes without 'field'; 'expected' and 'includes' need one"
    for key in ("where", "count"):
        if key in fact and "among" not in fact:
            yield key, f"'{key}' needs 'among', the list whose items are meant"
    if isinstance(fact.get("expected"), dict):
        yield "expected", "a mapping cannot be expected; name the field in it"
