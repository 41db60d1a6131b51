from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyi.evidence.lock import Lock, SourceEntry, read_lock, source_entry, write_lock
from huiyi.evidence.passages import Located, Passage, locate
from huiyi.evidence.seals import seal, write_seals
from huiyi.evidence.staleness import stale
from huiyi.evidence.texts import source_text

if TYPE_CHECKING:
    from pathlib import Path

    from huiyi.evidence.texts import SourceText

DUCKS = Passage("pond", 3, 3, "26 alternate", "swam;")
END = Passage("pond", 13, 13)
NAMES = Passage("pond", 9, 10, "说，", None)
PAGES = {"pond": [(2, "ix"), (6, "1"), (10, "2")]}


def written(path: Path, content: str) -> Lock:
    path.write_bytes(content.encode())
    return read_lock(path)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "evidence.lock"


@pytest.fixture
def lock(path: Path, pond: SourceText) -> Lock:
    return written(path, write_lock([END, DUCKS, NAMES], {"pond": pond}, PAGES))


def test_a_lock_opens_with_its_format_and_sorts_each_source_before_its_passages(pond: SourceText) -> None:
    lake = source_text("lake", b"Geese.\n")
    content = write_lock([END, NAMES, DUCKS, END, Passage("lake", 1, 1)], {"pond": pond, "lake": lake}, {})
    rows = [json.loads(line) for line in content.splitlines()]
    assert rows[0] == {"format": 1}
    assert [(row["source"], row["lines"]) for row in rows[1:]] == [
        ("lake", 1),
        ("lake", [1, 1]),
        ("pond", 13),
        ("pond", [3, 3]),
        ("pond", [9, 10]),
        ("pond", [13, 13]),
    ]
    assert content.endswith("}\n")


def test_a_row_holds_what_points_and_where_it_stands(pond: SourceText) -> None:
    rows = [json.loads(line) for line in write_lock([DUCKS, END], {"pond": pond}, PAGES).splitlines()]
    place = locate(DUCKS, pond)
    assert isinstance(place, Located)
    assert rows[1] == {"source": "pond", "blank": [[2, 2], [7, 7]], "lines": 13, "sha256": pond.sha256}
    assert rows[2] == {
        "source": "pond",
        "lines": [3, 3],
        "from": "26 alternate",
        "to": "swam;",
        "start": place.start,
        "end": place.end,
        "sha256": place.sha256,
        "page": "ix",
    }
    assert "from" not in rows[3]
    assert "to" not in rows[3]


def test_the_order_of_the_passages_changes_no_byte_of_the_lock(pond: SourceText) -> None:
    forward = write_lock([DUCKS, END, NAMES], {"pond": pond}, PAGES)
    assert forward == write_lock([NAMES, END, DUCKS, NAMES], {"pond": pond}, PAGES)


@pytest.mark.parametrize(
    ("passage", "page"),
    [
        (Passage("pond", 1, 1), None),
        (Passage("pond", 1, 3), None),
        (DUCKS, "ix"),
        (Passage("pond", 5, 6), "ix-1"),
        (NAMES, "1-2"),
        (Passage("pond", 9, 10, "鸭子说", "说"), "1"),
        (END, "2"),
    ],
)
def test_the_page_is_the_one_on_which_the_passage_stands(
    path: Path, pond: SourceText, passage: Passage, page: str | None
) -> None:
    lock = written(path, write_lock([passage], {"pond": pond}, PAGES))
    assert lock.entries[passage].page == page


def test_what_was_written_is_read_again(lock: Lock, pond: SourceText) -> None:
    assert lock.problems == ()
    assert list(lock.entries) == [DUCKS, NAMES, END]
    assert lock.sources == {"pond": source_entry(pond)}
    assert [entry.row for entry in lock.entries.values()] == [3, 4, 5]


def test_a_passage_that_is_not_found_is_not_locked(pond: SourceText) -> None:
    assert "pelican" not in write_lock([Passage("pond", 3, 3, "pelican")], {"pond": pond}, {})


def test_without_a_text_its_part_of_the_lock_is_kept_as_far_as_it_is_cited(lock: Lock, pond: SourceText) -> None:
    lake = source_text("lake", b"Geese.\n")
    content = write_lock([DUCKS, Passage("lake", 1, 1), Passage("pond", 4, 4)], {"lake": lake}, {}, lock)
    assert content.splitlines()[3:] == write_lock([DUCKS], {"pond": pond}, PAGES).splitlines()[1:]


def test_a_source_that_is_no_longer_on_record_leaves_the_lock(lock: Lock) -> None:
    assert write_lock([], {}, {}, lock).splitlines() == ['{"format": 1}']
    assert len(write_lock([], {}, {"pond": []}, lock).splitlines()) == 2


def test_a_passage_of_a_text_that_was_never_at_hand_is_not_locked() -> None:
    assert write_lock([DUCKS], {}, PAGES) == '{"format": 1}\n'


def test_a_lock_that_does_not_exist_yet_is_empty(path: Path) -> None:
    assert read_lock(path) == Lock()


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("", 1),
        ("\n", 1),
        ("null\n", 1),
        ('{"format": 2}\n', 1),
        ('{"format": 1}', 1),
        ("[" * 100_000 + "\n", 1),
        ('{"format": 1}\n<<<<<<< ours\n', 2),
        ('{"format": 1}\n\n', 2),
        ('{"format": 1}\n{"a": ' + "9" * 5000 + "}\n", 2),
        ('{"format": 1}\n' + '{"a":' * 100_000 + "\n", 2),
    ],
)
def test_damage_is_named_with_its_line(path: Path, content: str, line: int) -> None:
    problems = written(path, content).problems
    assert len(problems) == 1
    assert problems[0].line == line


GOOD = {"source": "pond", "lines": [1, 2], "from": "a", "to": "b", "start": 0, "end": 9, "sha256": "0" * 64}
SOURCE = {"source": "pond", "blank": [[2, 2], [4, 5]], "lines": 9, "sha256": "0" * 64}


def test_the_rows_that_the_next_test_damages_are_good(path: Path) -> None:
    content = "".join(json.dumps(row) + "\n" for row in ({"format": 1}, SOURCE, GOOD))
    lock = written(path, content)
    assert lock.problems == ()
    assert lock.sources == {"pond": SourceEntry(9, ((2, 2), (4, 5)), "0" * 64)}


@pytest.mark.parametrize(
    ("good", "change"),
    [
        (GOOD, {"lines": [2, 1]}),
        (GOOD, {"lines": [0, 1]}),
        (GOOD, {"lines": [1]}),
        (GOOD, {"lines": [1, 2, 3]}),
        (GOOD, {"lines": [True, True]}),
        (GOOD, {"lines": 3}),
        (GOOD, {"start": -1}),
        (GOOD, {"start": 1.0}),
        (GOOD, {"start": 9}),
        (GOOD, {"end": 10**12}),
        (GOOD, {"end": None}),
        (GOOD, {"sha256": "0" * 63}),
        (GOOD, {"sha256": "0" * 64 + "\n"}),
        (GOOD, {"sha256": "F" * 64}),
        (GOOD, {"sha256": 0}),
        (GOOD, {"from": 35}),
        (GOOD, {"from": "\ud800"}),
        (GOOD, {"page": 12}),
        (GOOD, {"source": None}),
        (GOOD, {"surplus": 1}),
        (SOURCE, {"blank": [[4, 5], [2, 2]]}),
        (SOURCE, {"blank": [[2, 3], [4, 5]]}),
        (SOURCE, {"blank": [[2, 10]]}),
        (SOURCE, {"blank": [2]}),
        (SOURCE, {"blank": {}}),
        (SOURCE, {"lines": "9"}),
        (SOURCE, {"lines": 1_000_001}),
    ],
)
def test_a_row_of_another_shape_is_damage(path: Path, good: dict[str, object], change: dict[str, object]) -> None:
    content = "".join(json.dumps(row) + "\n" for row in ({"format": 1}, good | change, {"x": 1}))
    lock = written(path, content)
    assert [problem.line for problem in lock.problems] == [2, 3]
    assert not lock.entries
    assert not lock.sources


def test_a_damaged_row_costs_no_other(path: Path, pond: SourceText) -> None:
    lines = write_lock([DUCKS, END], {"pond": pond}, {}).splitlines()
    lock = written(path, "\n".join([*lines[:3], "=======", lines[2], lines[3], ""]))
    assert [problem.line for problem in lock.problems] == [4, 5]
    assert list(lock.entries) == [DUCKS, END]


def test_a_lock_that_breaks_off_is_damaged(path: Path, pond: SourceText) -> None:
    content = write_lock([DUCKS], {"pond": pond}, {})
    assert [problem.line for problem in written(path, content[:-1]).problems] == [3]
    assert written(path, content[:-30]).problems


def test_a_lock_that_is_no_text_or_no_file_is_a_problem(path: Path, tmp_path: Path) -> None:
    path.write_bytes(b"\xff")
    assert "UTF-8" in read_lock(path).problems[0].message
    path.unlink()
    path.symlink_to(tmp_path / "elsewhere")
    assert "link" in read_lock(path).problems[0].message
    path.unlink()
    os.mkfifo(path)
    assert "regular" in read_lock(path).problems[0].message


@given(st.binary(max_size=80))
def test_no_bytes_make_the_reader_fail(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("lock") / "evidence.lock"
    path.write_bytes(b'{"format": 1}\n' + content)
    assert isinstance(read_lock(path), Lock)


def test_a_fresh_lock_is_not_stale(lock: Lock, pond: SourceText) -> None:
    cited = [DUCKS, END, NAMES, DUCKS]
    assert stale(lock, cited) == []
    assert stale(lock, cited, {"pond": pond}, PAGES, {"pond": pond.sha256}) == []


def test_passages_that_came_or_went_are_named_without_any_text(lock: Lock) -> None:
    added = Passage("pond", 4, 4)
    found = stale(lock, [DUCKS, END, added])
    assert [(one.kind, one.passage, one.row) for one in found] == [
        ("missing", added, 1),
        ("unused", NAMES, 4),
    ]
    assert "pond line 4" in found[0].message


def test_a_passage_that_its_text_does_not_hold_is_no_matter_of_the_lock(lock: Lock, pond: SourceText) -> None:
    cited = [DUCKS, END, NAMES, Passage("pond", 3, 3, "pelican")]
    assert stale(lock, cited, {"pond": pond}, PAGES) == []


def test_another_text_is_said_once_and_not_for_each_passage(lock: Lock) -> None:
    other = source_text("pond", b"Another text.\n" * 13)
    found = stale(lock, [DUCKS, END, NAMES], {"pond": other}, PAGES)
    assert [(one.kind, one.source, one.row) for one in found] == [("source-changed", "pond", 2)]


def test_a_text_that_the_lock_does_not_hold_is_named(lock: Lock) -> None:
    found = stale(lock, [DUCKS, END, NAMES], {"lake": source_text("lake", b"Geese.")})
    assert [(one.kind, one.source) for one in found] == [("source-changed", "lake")]


def test_a_digest_that_the_record_corrected_makes_the_lock_stale_without_the_text(lock: Lock) -> None:
    found = stale(lock, [DUCKS, END, NAMES], digests={"pond": "1" * 64})
    assert [one.kind for one in found] == ["source-changed"]
    assert "1" * 64 in found[0].message


def test_a_source_without_a_record_is_unused(lock: Lock) -> None:
    found = stale(lock, [DUCKS, END, NAMES], digests={"lake": "1" * 64})
    assert [(one.kind, one.source, one.passage) for one in found] == [("unused", "pond", None)]


def test_an_entry_that_was_edited_is_compared_with_the_text(path: Path, pond: SourceText) -> None:
    place = locate(DUCKS, pond)
    assert isinstance(place, Located)
    content = write_lock([DUCKS, END], {"pond": pond}, PAGES)
    moved = content.replace(f'"start": {place.start},', f'"start": {place.start + 1},')
    for damaged in (moved, content.replace(place.sha256, "0" * 64), content.replace('"ix"', '"x"')):
        assert damaged != content
        lock = written(path, damaged)
        assert stale(lock, [DUCKS, END]) == []
        found = stale(lock, [DUCKS, END], {"pond": pond}, PAGES)
        assert [(one.kind, one.passage, one.row) for one in found] == [("changed", DUCKS, 3)]


SEAL = '{"record": "heron", "reviewed": "2026-01-02", "sha256": "' + "0" * 64 + '", "marks": "%s"}\n'


def test_a_seal_is_read_as_it_was_written(tmp_path: Path) -> None:
    sealed = seal("heron", "2026-01-02", ((("names", 0, "text"), "Heron"), (("value",), 3)))
    lock = written(tmp_path / "evidence.lock", write_lock([], {}, {}) + write_seals([sealed]))
    assert lock.problems == ()
    assert lock.seals == {"heron": sealed}
    assert len(sealed.marks) == 10


@pytest.mark.parametrize("rows", [SEAL % "abcd", SEAL % "0123G", SEAL % "abcde" + SEAL % "01234"])
def test_a_damaged_seal_and_a_second_one_of_a_record_are_problems(rows: str, tmp_path: Path) -> None:
    lock = written(tmp_path / "evidence.lock", write_lock([], {}, {}) + rows)
    assert len(lock.problems) == 1
    assert len(lock.seals) == rows.count("\n") - 1
