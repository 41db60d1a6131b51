"""Reads every record of a project into a corpus, and says which files cannot enter it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from huiyi.corpus import Corpus, Record
from huiyi.evidence import Lock, read_lock, read_texts
from huiyi.findings import Fault, Finding, placed
from huiyi.loading import discover, load
from huiyi.register import read_register
from huiyi.schemas import completed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from huiyi.evidence import SourceText
    from huiyi.loading import Document
    from huiyi.register import Register
    from huiyi.schemas import Contract, Kind

LOCK = "curation/evidence.lock"
REGISTER = "curation/identifiers.lock"
UNKNOWN_KIND = ""
FOLDERS = ("records", "vocabularies")


def read(
    root: Path,
    contract: Contract,
    texts_folder: Path | None,
    advance: Callable[[int, int], None] = lambda _done, _all: None,
) -> tuple[Corpus, list[Finding]]:
    """Read `curation/` below a root: the corpus of records that fit their schemas, and findings on all other files.

    `texts_folder` holds the source texts as `<source>.txt`; None where they are not at hand. `advance` is told how
    many of how many files have been read.
    """
    paths, findings = _files(root)
    records = []
    unread = {_unread(finding.path, contract): UNKNOWN_KIND for finding in findings}
    for position, path in enumerate(paths):
        document = load(root, path)
        kind = _kind(contract, document)
        if kind is None:
            findings.append(_misplaced(document, contract))
            unread[document.stem] = UNKNOWN_KIND
        elif (record := _record(contract, kind, document, findings)) is not None:
            records.append(record)
        else:
            unread[document.stem] = kind.name
        advance(position + 1, len(paths))
    lock, lock_findings = _lock(root)
    texts, text_findings = _texts(texts_folder, records)
    register, register_findings = _register(root)
    corpus = Corpus(contract, tuple(records), unread, lock, texts, register)
    return corpus, [*findings, *lock_findings, *text_findings, *register_findings]


def reread(corpus: Corpus, document: Document, texts_folder: Path | None) -> tuple[Corpus, list[Finding]]:
    """Give a corpus in which one file has changed or is new and all others are as they were, and the findings on it.

    `document` is what stands now at its path; `corpus` must be of a project without findings. Raises KeyError where the
    folder of a new file is of no kind.
    """
    former = next((record for record in corpus.all_records if record.document.path == document.path), None)
    kind = corpus.contract.by_folder[_folder(document)] if former is None else former.kind
    findings: list[Finding] = []
    record = _record(corpus.contract, kind, document, findings)
    if record is None:
        records = tuple(other for other in corpus.all_records if other is not former)
        return replace(corpus, all_records=records, unread={document.stem: kind.name}, _memory={}), findings
    others = (other for other in corpus.all_records if other is not former)
    records = tuple(sorted((*others, record), key=lambda one: one.document.path))
    texts, text_findings = _texts(texts_folder, records) if record.kind.name == "source" else (corpus.texts, [])
    return replace(corpus, all_records=records, unread={}, texts=texts, _memory={}), [*findings, *text_findings]


def _unread(path: str, contract: Contract) -> str:
    """Give the identifier that a file of a wrong name was probably meant to have; of a folder of records its path."""
    inside = path.removeprefix("curation/")
    if inside in {*FOLDERS, *contract.by_folder}:
        return f"{inside}/"
    return path.rpartition("/")[2].partition(".")[0].lower()


def _files(root: Path) -> tuple[list[Path], list[Finding]]:
    paths, findings = [], []
    for folder in FOLDERS:
        found, strays = discover(root / "curation" / folder, root)
        paths += found
        findings += strays
    return paths, findings


def _kind(contract: Contract, document: Document) -> Kind | None:
    return contract.by_folder.get(_folder(document))


def _folder(document: Document) -> str:
    return document.path.removeprefix("curation/").rpartition("/")[0]


def _misplaced(document: Document, contract: Contract) -> Finding:
    folders = ", ".join(sorted(contract.by_folder))
    message = f"no kind of record is kept in '{document.path.rpartition('/')[0]}'"
    return Finding(document.path, 1, 1, "not-a-record-file", message, f"the folders are {folders}")


def _record(contract: Contract, kind: Kind, document: Document, findings: list[Finding]) -> Record | None:
    findings.extend(document.findings)
    if document.data is None:
        return None
    faults = contract.faults(kind, document.data)
    findings.extend(placed(document, code, fault) for code, fault in faults)
    return None if faults else Record(document.stem, kind, completed(kind.shape, document.data), document)


def _lock(root: Path) -> tuple[Lock, list[Finding]]:
    lock = read_lock(root / LOCK)
    hint = "write it anew with 'huiyi lock'"
    return lock, [Finding(LOCK, p.line, 1, "damaged-lock", p.message, hint) for p in lock.problems]


def _register(root: Path) -> tuple[Register, list[Finding]]:
    register = read_register(root / REGISTER)
    hint = "take the last sound version back"
    return register, [Finding(REGISTER, p.line, 1, "damaged-register", p.message, hint) for p in register.problems]


def _texts(folder: Path | None, records: Iterable[Record]) -> tuple[Mapping[str, SourceText], list[Finding]]:
    if folder is None:
        return {}, []
    sources = {record.id: record for record in records if record.kind.name == "source"}
    texts, problems = read_texts(folder, {name: record.data["sha256"] for name, record in sources.items()})
    findings = [
        placed(sources[problem.source_id].document, problem.code, Fault(problem.message, ("sha256",)))
        for problem in problems
    ]
    return texts, findings
