"""The toy as one end of a comparison, and ways to change it."""

from __future__ import annotations

import copy
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from huiyi.checking import read
from huiyi.differences import Entry, State, state_of
from huiyi.package import describe, read_codes, read_metadata
from huiyi.schemas import read_contract
from huiyi.tables import read_layout

if TYPE_CHECKING:
    from collections.abc import Callable

    from huiyi.differences.forms import TableForm

TOY = Path(__file__).resolve().parents[1] / "toy"


@pytest.fixture(scope="session")
def toy_state() -> State:
    """Give the toy's records as version 1.2.3."""
    corpus, findings = read(TOY, read_contract(), None)
    assert findings == []
    return state_of(corpus, "huiyi-1.2.3", "1.2.3")


@pytest.fixture
def edited(toy_state: State) -> Callable[..., State]:
    """Give a function that makes a state out of the toy, in which an edit was made to a copy of one record."""

    def edit(identifier: str, change: Callable[[Any], object], version: str = "1.2.3") -> State:
        kind, data = toy_state.records[identifier]
        new = copy.deepcopy(dict(data))
        change(new)
        records = {**toy_state.records, identifier: Entry(kind, new)}
        return replace(toy_state, name="working tree", version=version, records=records)

    return edit


@pytest.fixture(scope="session")
def toy_descriptor() -> dict[str, Any]:
    """Give the descriptor of the toy's release, version 1.2.3."""
    corpus, _ = read(TOY, read_contract(), None)
    layout = read_layout(corpus.contract)
    weights = dict.fromkeys(layout.tables, (0, "0" * 64))
    return describe(read_metadata("1.2.3"), layout, read_codes(corpus), [], weights)


@pytest.fixture
def release(tmp_path: Path, toy_state: State, toy_descriptor: dict[str, Any]) -> Path:
    """Give a folder with what of a release of the toy is compared."""
    folder = tmp_path / "huiyi-1.2.3"
    (folder / "json").mkdir(parents=True)
    (folder / "datapackage.json").write_text(json.dumps(toy_descriptor), "utf-8")
    lines = (
        json.dumps({"kind": entry.kind, **entry.data}, ensure_ascii=False) + "\n"
        for _, entry in sorted(toy_state.records.items())
    )
    (folder / "json" / "records.jsonl").write_text("".join(lines), "utf-8")
    return folder


def packed(folder: Path, target: Path) -> Path:
    """Pack a folder into a zip archive, below its own name."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, f"{folder.name}/{path.relative_to(folder).as_posix()}")
    return target


def forms_of(state: State) -> dict[str, TableForm]:
    """Give the forms of a state that has some."""
    assert state.forms
    return dict(state.forms)
