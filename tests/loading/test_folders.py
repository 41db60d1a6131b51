"""Every entry of a curators' folder is either a file to read or a finding."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from huiyi.loading import discover, load

if TYPE_CHECKING:
    from pathlib import Path


def write(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("id: x\n")


def test_record_files_are_found_in_order(tmp_path: Path) -> None:
    names = [
        "b.yaml",
        "meeting/con-1.yaml",
        "meeting/conference.yaml",
        "meeting/fourth-plenum-1954.yaml",
        "person/a1.yaml",
        "person/b.yaml",
        f"work/{'x' * 120}.yaml",
    ]
    write(tmp_path / "records", *names)
    (tmp_path / "records" / "term").mkdir()
    files, findings = discover(tmp_path / "records", tmp_path)
    assert [path.relative_to(tmp_path / "records").as_posix() for path in files] == names
    assert findings == []
    assert all(load(tmp_path, path).data == {"id": "x"} for path in files)


def test_every_other_entry_is_a_finding(tmp_path: Path) -> None:
    expected = {
        "README.md": "not-a-record-file",
        ".hidden.yaml": "not-a-record-file",
        "person/.gitkeep": "not-a-record-file",
        "person/a.yml": "not-a-record-file",
        "person/a.YAML": "not-a-record-file",
        "person/a.yaml.orig": "not-a-record-file",
        "person/a.yaml~": "not-a-record-file",
        "person/yaml": "not-a-record-file",
        "person/Mao.yaml": "file-name-not-slug",
        "person/毛泽东.yaml": "file-name-not-slug",
        "person/mao_zedong.yaml": "file-name-not-slug",
        "person/mao--zedong.yaml": "file-name-not-slug",
        "person/mao-.yaml": "file-name-not-slug",
        "person/mao zedong.yaml": "file-name-not-slug",
        "person/mao.old.yaml": "file-name-not-slug",
        "person/１.yaml": "file-name-not-slug",
        "person/con.yaml": "file-name-not-slug",
        "person/lpt9.yaml": "file-name-not-slug",
        f"person/{'x' * 121}.yaml": "file-name-not-slug",
    }
    write(tmp_path / "records", *expected)
    files, findings = discover(tmp_path / "records", tmp_path)
    assert files == []
    assert {f.path: f.code for f in findings} == {f"records/{name}": code for name, code in expected.items()}
    assert findings == sorted(findings)
    assert {(f.line, f.column) for f in findings} == {(1, 1)}


def test_a_finding_on_a_name_says_what_to_do(tmp_path: Path) -> None:
    example = "rename it, for example to"
    expected = {
        "person/copy (1).yaml": f"{example} copy-1.yaml",
        "person/José_Ramos.yaml": f"{example} jose-ramos.yaml",
        "person/mao.old.yaml": f"{example} mao-old.yaml",
        "person/毛泽东.yaml": f"{example} mao-zedong.yaml",
        "person/毛 mao.yaml": f"{example} mao-zedong.yaml",
        "person/--.yaml": f"{example} mao-zedong.yaml",
        f"person/{'X' * 121}.yaml": f"{example} mao-zedong.yaml",
        "person/con.yaml": f"{example} con-1.yaml",
        "person/CON.yaml": f"{example} mao-zedong.yaml",
        "person/a.yaml~": "remove it",
        "person/a.yaml.bak": "remove it",
        "person/a.orig": "remove it",
        "person/.a.yaml.swp": "remove it",
        "person/a.yml": "rename it",
        "person/a.YAML": "rename it",
        "person/desktop.ini": "remove it, or rename it if it is a record",
    }
    write(tmp_path / "records", *expected)
    _, findings = discover(tmp_path / "records", tmp_path)
    assert {f.path: f.hint for f in findings} == {f"records/{name}": hint for name, hint in expected.items()}


def test_a_missing_folder_is_told_in_plain_words(tmp_path: Path) -> None:
    _, (finding,) = discover(tmp_path / "curation" / "records", tmp_path)
    assert (finding.path, finding.code) == ("curation/records", "unreadable-file")
    assert (finding.message, finding.hint) == ("the folder is missing", "make the folder")


def test_links_pipes_and_deeper_folders_are_findings_and_are_not_entered(tmp_path: Path) -> None:
    records = tmp_path / "records"
    write(
        tmp_path,
        "records/person/deeper/a.yaml",
        "records/Person/a.yaml",
        "records/.git/a.yaml",
        "outside/a.yaml",
    )
    (records / "person" / "link.yaml").symlink_to(tmp_path / "outside" / "a.yaml")
    (records / "work").symlink_to(tmp_path / "outside")
    (records / "person" / "loop").symlink_to(records)
    (records / "person" / "dir.yaml").mkdir()
    os.mkfifo(records / "person" / "pipe.yaml")
    files, findings = discover(records, tmp_path)
    assert files == []
    assert [(f.path, f.code) for f in findings] == [
        ("records/.git", "not-a-record-file"),
        ("records/Person", "not-a-record-file"),
        ("records/person/deeper", "not-a-record-file"),
        ("records/person/dir.yaml", "not-a-record-file"),
        ("records/person/link.yaml", "link-in-tree"),
        ("records/person/loop", "link-in-tree"),
        ("records/person/pipe.yaml", "not-a-record-file"),
        ("records/work", "link-in-tree"),
    ]


def test_a_folder_that_is_missing_a_file_or_a_link_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "link").symlink_to(tmp_path)
    for name, code in (("missing", "unreadable-file"), ("file", "unreadable-file"), ("link", "link-in-tree")):
        files, (finding,) = discover(tmp_path / name, tmp_path)
        assert (files, finding.path, finding.code) == ([], name, code)


def test_a_file_name_cannot_command_the_screen(tmp_path: Path) -> None:
    write(tmp_path, "records/\x1b[2J\n::error::.yaml")
    os.close(os.open(os.fsencode(tmp_path / "records") + b"/\xff.yaml", os.O_CREAT))
    _, findings = discover(tmp_path / "records", tmp_path)
    assert [f.path for f in findings] == ["records/\\udcff.yaml", "records/\\x1b[2J\\n::error::.yaml"]
    assert {f.code for f in findings} == {"file-name-not-slug"}
