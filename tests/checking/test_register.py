"""The register remembers every identifier that was released; what vanishes or is damaged is found on its line."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from huiyi.checking import REGISTER, check, read
from huiyi.register import Register, Released, extended, read_register, write_register
from huiyi.schemas import read_contract

if TYPE_CHECKING:
    from pathlib import Path

CONTRACT = read_contract()
PERSON = "names:\n  - {text: An Ziwen, language: zh, system: pinyin, preferred: true}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("records/person", "records/redirect", "vocabularies"):
        (tmp_path / "curation" / folder).mkdir(parents=True)
    write(tmp_path, "person/an-ziwen", PERSON)
    (tmp_path / REGISTER).write_text("an-ziwen person 0.1.0\n", "utf-8")
    return tmp_path


def write(root: Path, name: str, text: str) -> Path:
    path = root / "curation" / "records" / f"{name}.yaml"
    path.write_text(f"id: {path.stem}\n{text}", "utf-8")
    return path


def told(root: Path) -> list[tuple[str, int, str]]:
    """Give path, line and code of what is found, but for what every bare person lacks."""
    usual = {"word-not-in-vocabulary", "unreferenced-record", "unsupported-fact"}
    found = [finding for finding in check(root, CONTRACT, None).findings if finding.code not in usual]
    assert all((finding.message + finding.hint).isprintable() for finding in found)
    return [(finding.path, finding.line, finding.code) for finding in found]


def test_a_project_without_a_register_has_an_empty_one(root: Path) -> None:
    (root / REGISTER).unlink()
    corpus, findings = read(root, CONTRACT, None)
    assert (corpus.register, findings) == (Register(), [])
    (root / REGISTER).write_bytes(b"")
    assert read(root, CONTRACT, None)[0].register == Register()


def test_what_is_written_is_read_back() -> None:
    entries = {"b": Released("person", "0.1.0"), "a-1": Released("meeting", "10.0.2"), "a": Released("term", "0.2.0")}
    assert write_register(entries) == "a term 0.2.0\na-1 meeting 10.0.2\nb person 0.1.0\n"


def test_reading_gives_back_what_was_written(tmp_path: Path) -> None:
    entries = {"b": Released("person", "0.1.0"), "a-1": Released("meeting", "10.0.2"), "a": Released("term", "0.2.0")}
    path = tmp_path / "identifiers.lock"
    path.write_text(write_register(entries), "utf-8")
    register = read_register(path)
    assert (dict(register.entries), register.problems) == (entries, ())
    assert [(name, one.row) for name, one in register.entries.items()] == [("a", 1), ("a-1", 2), ("b", 3)]


def test_an_identifier_keeps_the_version_and_kind_that_it_was_first_released_with() -> None:
    register = Register({"an-ziwen": Released("person", "0.1.0")})
    entries = extended(register, {"an-ziwen": "term", "gao-gang": "person"}, "0.2.0")
    assert entries == {"an-ziwen": Released("person", "0.1.0"), "gao-gang": Released("person", "0.2.0")}


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (b"an-ziwen person 0.1.0", [1]),
        (b"an-ziwen person 0.1.0\r\n", [1]),
        (b"\n", [1]),
        (b"An-Ziwen person 0.1.0\n", [1]),
        (b"an-ziwen person\t0.1.0\n", [1]),
        (b"an-ziwen person 0.01.0\n", [1]),
        (b"an-ziwen person 0.1.0 \nb person 0.1.0\n", [1]),
        (b"b person 0.1.0\na person 0.1.0\n", [2]),
        (b"b person 0.1.0\nb person 0.1.0\n", [2]),
        (b"<<<<<<< ours\nb person 0.1.0\n=======\n", [1, 3]),
        (b"an-ziwen person 0.1.\xd9\xa1\n", [1]),
        (b"\xff\n", [1]),
        (b"no line\n" * 100, list(range(1, 21))),
    ],
)
def test_a_damaged_line_is_found_where_it_stands(root: Path, content: bytes, lines: list[int]) -> None:
    (root / REGISTER).write_bytes(content)
    _, findings = read(root, CONTRACT, None)
    assert [(f.path, f.line, f.code) for f in findings] == [(REGISTER, line, "damaged-register") for line in lines]


def test_a_line_out_of_order_is_still_watched(root: Path) -> None:
    (root / REGISTER).write_text("zhu-de person 0.1.0\nan-ziwen person 0.1.0\n", "utf-8")
    assert told(root) == [(REGISTER, 1, "vanished-identifier"), (REGISTER, 2, "damaged-register")]


@pytest.mark.skipif(os.name != "posix", reason="links are of POSIX systems")
def test_a_link_in_place_of_the_register_is_not_followed(root: Path) -> None:
    (root / REGISTER).rename(root / "elsewhere")
    (root / REGISTER).symlink_to(root / "elsewhere")
    assert told(root) == [(REGISTER, 1, "damaged-register")]


def test_a_deleted_record_is_missed_on_its_line_with_the_redirect_to_write(root: Path) -> None:
    (root / "curation/records/person/an-ziwen.yaml").unlink()
    (finding,) = check(root, CONTRACT, None).findings
    assert (finding.path, finding.line, finding.code) == (REGISTER, 1, "vanished-identifier")
    assert "curation/records/redirect/an-ziwen.yaml" in finding.hint
    assert check(root, CONTRACT, None).in_the_way == (finding,)
    write(root, "redirect/an-ziwen", "was: person\nreason: Nobody is called so.\nsince: 0.2.0\n")
    assert told(root) == []


def test_a_renamed_record_is_proposed(root: Path) -> None:
    (root / "curation/records/person/an-ziwen.yaml").unlink()
    write(root, "person/an-zi-wen", PERSON)
    (finding,) = (found for found in check(root, CONTRACT, None).findings if found.code == "vanished-identifier")
    assert "is it 'an-zi-wen' now?" in finding.hint


def test_a_record_in_a_file_of_another_name_is_told_once(root: Path) -> None:
    path = root / "curation/records/person/an-ziwen.yaml"
    path.rename(path.with_name("an-zi-wen.yaml"))
    assert [code for _, _, code in told(root)] == ["identifier-not-file-name"]


def test_a_record_or_redirect_that_cannot_be_read_has_not_vanished(root: Path) -> None:
    path = root / "curation/records/person/an-ziwen.yaml"
    path.write_text("id: [\n", "utf-8")
    assert [code for _, _, code in told(root)] == ["invalid-yaml"]
    path.unlink()
    write(root, "redirect/an-ziwen", "was: person\n")
    assert {code for _, _, code in told(root)} == {"missing-key"}


@pytest.mark.skipif(os.name != "posix", reason="links are of POSIX systems")
@pytest.mark.parametrize("folder", ["records", "records/person", "records/redirect"])
def test_nothing_has_vanished_while_a_folder_that_may_hold_it_cannot_be_read(root: Path, folder: str) -> None:
    (root / "curation/records/person/an-ziwen.yaml").unlink()
    path = root / "curation" / folder
    path.rename(root / "elsewhere")
    path.symlink_to(root / "elsewhere")
    assert [code for _, _, code in told(root)] == ["link-in-tree"]


def test_many_vanished_identifiers_are_told_up_to_the_limit_of_a_file(root: Path) -> None:
    lines = [f"person-{number:06} person 0.1.0\n" for number in range(3000)]
    (root / REGISTER).write_text("".join(lines), "utf-8")
    assert [code for _, _, code in told(root)] == ["vanished-identifier"] * 100 + ["more-findings"]
