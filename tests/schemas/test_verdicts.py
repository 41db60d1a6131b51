"""The two validators never differ: not over examples, not over the real records, not over anything nearly right."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import huiyi
from huiyi.checking import read
from huiyi.loading import discover, load, reading
from huiyi.pages import page_paths, read_page
from huiyi.project import TOP, contract_folder
from huiyi.schemas import read_contract
from huiyi.schemas.explaining import explained

if TYPE_CHECKING:
    from huiyi.findings import Route
    from huiyi.schemas import Kind

CONTRACT = read_contract()
PAGE_FOLDER = Path(huiyi.__file__).parent / "schemas" / "pages"
PAGES = [*page_paths().values(), *sorted(contract_folder("schemas").glob("*.md"))]
NEW_VALUES: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1,
    1.5,
    10**6 + 1,
    "",
    " ",
    "x",
    "X y",
    "1953-02-30",
    "1954/1953",
    [],
    {},
    ["x"],
    [[]],
)
REAL_FOLDERS = ("records", "vocabularies")


def examples(verdict: str) -> list[tuple[Kind, Any]]:
    """Give the records of all examples of one verdict, with their kinds; files of other sorts are left out."""
    found = []
    for path in PAGES:
        for example in read_page(path).examples:
            for name, text in example.files.items():
                kind = CONTRACT.by_folder.get(name.rpartition("/")[0])
                data = reading.read(text, text.encode()).data
                if example.verdict == verdict and kind is not None and data is not None:
                    found.append((kind, data))
    return found


RIGHT = examples("right")
WRONG = examples("wrong")


def agree(kind: Kind, data: Any) -> bool:
    """Give the verdict that both validators reach."""
    quick = CONTRACT.verdict(kind).fits(data)
    assert quick is (explained(kind.schema, data) == [])
    return quick


def places(data: Any, route: Route = ()) -> list[Route]:
    """Give the route of every mapping, list and value in a record."""
    keys = list(data) if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
    return [route, *(place for key in keys for place in places(data[key], (*route, key)))]


def at(data: Any, route: Route) -> Any:
    for part in route:
        data = data[part]
    return data


@st.composite
def nearly_right(draw: st.DrawFn) -> tuple[Kind, Any]:
    """Draw a right example with one edit: a part dropped, replaced or said twice, or a key added or renamed."""
    kind, right = draw(st.sampled_from(RIGHT))
    data = copy.deepcopy(right)
    route = draw(st.sampled_from(places(data)[1:]))
    holder = at(data, route[:-1])
    last: Any = route[-1]
    edit = draw(st.sampled_from(["drop", "replace", "add", "rename", "repeat"]))
    if edit == "drop":
        del holder[last]
    elif edit == "replace" or (edit in {"add", "rename"} and isinstance(holder, list)):
        holder[last] = draw(st.sampled_from(NEW_VALUES))
    elif edit == "add":
        holder["extra_key"] = draw(st.sampled_from(NEW_VALUES))
    elif edit == "rename":
        holder[f"{last}x"] = holder.pop(last)
    elif isinstance(holder, list):
        holder.append(copy.deepcopy(holder[last]))
    else:
        holder[last] = [holder[last], holder[last]]
    return kind, data


def test_both_validators_let_every_right_example_pass() -> None:
    assert len(RIGHT) > len(CONTRACT.kinds)
    for kind, data in RIGHT:
        assert agree(kind, data), data


def test_both_validators_agree_on_every_wrong_example() -> None:
    assert len(WRONG) > 2 * len(CONTRACT.kinds)
    assert {agree(kind, data) for kind, data in WRONG} == {True, False}


def test_both_validators_let_every_real_record_pass() -> None:
    for folder in REAL_FOLDERS:
        for path in discover(TOP / "curation" / folder, TOP)[0]:
            kind = CONTRACT.by_folder[path.parent.relative_to(TOP / "curation").as_posix()]
            document = load(TOP, path)
            assert document.data is not None, path.name
            assert agree(kind, document.data), path.name


@settings(deadline=None, max_examples=400)
@given(nearly_right())
def test_both_validators_agree_on_what_is_nearly_right(drawn: tuple[Kind, Any]) -> None:
    agree(*drawn)


@settings(deadline=None, max_examples=200)
@given(nearly_right())
def test_every_fault_points_to_a_part_that_is_there_and_reads_on_one_line(drawn: tuple[Kind, Any]) -> None:
    kind, data = drawn
    faults = explained(kind.schema, data)
    assert len({(code, fault.route, fault.message) for code, fault in faults}) == len(faults)
    for code, fault in faults:
        assert (PAGE_FOLDER / f"{code}.md").is_file()
        at(data, fault.route)
        assert (fault.message + fault.hint).isprintable()
        assert fault.message


@pytest.mark.parametrize("data", [None, [], "text", 1, True, {}], ids=repr)
def test_what_is_no_record_at_all_is_refused_by_both(data: Any) -> None:
    for kind in CONTRACT.kinds.values():
        assert not agree(kind, data)


def test_a_record_that_does_not_fit_is_in_no_corpus_and_one_that_does_is(tmp_path: Path) -> None:
    for folder in ("records/term", "vocabularies"):
        (tmp_path / "curation" / folder).mkdir(parents=True)
    names = "names: [{text: dyke, language: en, system: english}]\n"
    (tmp_path / "curation/records/term/dyke.yaml").write_text(f"id: dyke\n{names}gloss: a bank\n", "utf-8")
    (tmp_path / "curation/records/term/sluice.yaml").write_text(f"id: sluice\n{names}", "utf-8")
    corpus, findings = read(tmp_path, CONTRACT, None)
    assert [record.id for record in corpus.all_records] == ["dyke"]
    assert dict(corpus.unread) == {"sluice": "term"}
    assert [(found.path, found.code) for found in findings] == [("curation/records/term/sluice.yaml", "missing-key")]
    assert corpus.records["dyke"].data["names"][0]["basis"] == "stated"
