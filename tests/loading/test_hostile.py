"""Files made to deceive, crash, hang or flood are answered with few findings, each on one safe line."""

from __future__ import annotations

import os
import re
import socket
from typing import TYPE_CHECKING

import pytest

from huiyi.loading import Document, load
from huiyi.loading.flaws import MAXIMUM_FLAWS

if TYPE_CHECKING:
    from pathlib import Path

MILLION = 1_000_000
LAUGHS = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))


def load_bytes(folder: Path, raw: bytes) -> Document:
    path = folder / "example.yaml"
    path.write_bytes(raw)
    return load(folder, path)


def codes(document: Document) -> list[str]:
    return [finding.code for finding in document.findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[" * MILLION, ["not-a-mapping"], id="brackets"),
        pytest.param("a: " + "[" * 999_000, ["too-deep"], id="brackets in a mapping"),
        pytest.param("{" * MILLION, ["key-not-text"], id="braces"),
        pytest.param("a: " + "{a: " * 240_000, ["too-deep"], id="nested flow mappings"),
        pytest.param("- " * (MILLION // 2), ["not-a-mapping"], id="dashes"),
        pytest.param("a:\n" + "- " * 490_000, ["too-deep"], id="dashes in a mapping"),
        pytest.param("? " * (MILLION // 2), ["key-not-text"], id="question marks"),
        pytest.param("a: " + "x" * 999_000, ["scalar-too-long"], id="a long plain value"),
        pytest.param("a: " + "9" * 90_000, ["number-too-large"], id="a long number"),
        pytest.param("a: 0." + "9" * 90_000, ["number-too-precise"], id="a precise number"),
        pytest.param("a: " + "1" * 90_000 + "x\n", [], id="almost a number"),
        pytest.param("a: " + "1:" * 45_000 + "x\n", [], id="almost a time"),
        pytest.param("a: " + "1e" + "9" * 90_000, ["number-too-large"], id="a long exponent"),
        pytest.param("a: 1e-" + "9" * 90_000, ["number-too-precise"], id="a small exponent"),
        pytest.param("x" * 999_000 + ": 1", ["scalar-too-long", "not-a-mapping"], id="a long key"),
        pytest.param('? "' + "x" * 999_000 + '"\n: 1', ["scalar-too-long"], id="a long quoted key"),
        pytest.param('a: "' + "x\n\n" * 300_000 + '"\n', ["scalar-too-long"], id="a long quoted value"),
        pytest.param('a: "e' + "\\u0301" * 160_000 + '"', ["scalar-too-long", "not-nfc"], id="escaped accents"),
        pytest.param("a: e" + "\u0316\u0301" * 240_000, ["not-nfc"], id="accents in no order"),
        pytest.param("a: e" + "\u0301" * 240_000 + "\u0316" * 240_000, ["not-nfc"], id="accents out of order"),
        pytest.param("\n" * MILLION, ["not-a-mapping"], id="empty lines"),
        pytest.param("#\n" * (MILLION // 2), ["not-a-mapping"], id="comments"),
        pytest.param("a: |\n" + " x\n" * 330_000, ["scalar-too-long"], id="a long block"),
        pytest.param("a: |\n" + "".join(" " * n + "\n" for n in range(1400)), None, id="growing indents"),
        pytest.param("".join(f"%TAG !{n}! b\n" for n in range(50_000)), ["yaml-directive"], id="directives"),
        pytest.param("a: 1\n...\n" + "%TAG ! b\n" * 50_000, ["yaml-directive"], id="late directives"),
        pytest.param("---\na: 1\n" * 100_000, ["several-documents"], id="documents"),
        pytest.param("a: [" + "1," * 490_000 + "1]", ["too-many-nodes"], id="many items"),
        pytest.param("".join(f"k{n}: 1\n" for n in range(90_000)), ["too-many-nodes"], id="many keys"),
        pytest.param("a: &" + "x" * 999_000 + " 1", ["anchor-or-alias"], id="a long anchor"),
        pytest.param("a: !" + "x" * 999_000 + " 1", ["yaml-tag"], id="a long tag"),
        pytest.param("a: !%ED%A0%80 x", ["invalid-yaml"], id="a tag that spells a surrogate"),
        pytest.param(LAUGHS, ["anchor-or-alias"] * MAXIMUM_FLAWS, id="a billion laughs"),
        pytest.param("a: &a [*a]", ["anchor-or-alias"], id="a value inside itself"),
        pytest.param("*a : 1\nb: 2", ["anchor-or-alias"], id="an alias as a key"),
        pytest.param("*a", ["anchor-or-alias", "not-a-mapping"], id="an alias alone"),
        pytest.param("a: 1\n" * 1000, ["duplicate-key"] * MAXIMUM_FLAWS, id="a key a thousand times"),
        pytest.param("a: \u3000\n" * 140_000, ["duplicate-key"] * MAXIMUM_FLAWS, id="wide spaces everywhere"),
        pytest.param("# \u3000\n" * 160_000 + "a: 1", ["forbidden-character"] * MAXIMUM_FLAWS, id="wide comments"),
        pytest.param("\t\n" * 490_000, ["forbidden-character"] * MAXIMUM_FLAWS, id="tabs"),
        pytest.param("a: " + "\u200b" * 330_000, ["forbidden-character"], id="zero-width spaces"),
        pytest.param("a: 1\r\n" * 160_000, ["carriage-return"], id="carriage returns"),
        pytest.param("a: 1\rb: 2\r", ["carriage-return"], id="carriage returns alone"),
        pytest.param("\ufeffa: 1\n", ["byte-order-mark"], id="a byte order mark"),
        pytest.param("a: \ufeff1\n", ["forbidden-character"], id="a byte order mark inside"),
        pytest.param("", ["not-a-mapping"], id="nothing"),
        pytest.param("---\n", ["not-a-mapping"], id="an empty document"),
        pytest.param("a: 1\n--- # nothing\n", ["several-documents"], id="an empty second document"),
        pytest.param('a: "\\ud800"\n', ["invalid-yaml"], id="an escaped surrogate"),
        pytest.param('a: "\\0"\n', ["forbidden-character"], id="an escaped null"),
        pytest.param("a:\n" + "- x #1\n" * 140_000, ["text-cut-by-comment"] * MAXIMUM_FLAWS, id="cuts"),
        pytest.param("a: [" + "x #1\n," * 140_000, ["text-cut-by-comment"] * MAXIMUM_FLAWS, id="cuts in a list"),
        pytest.param("a: x" + " " * 90_000 + "#" * 900_000, ["text-cut-by-comment"], id="a long cut"),
        pytest.param("a: x" + " #" * 490_000, [], id="almost cuts"),
        pytest.param("“: x\n" * 140_000, ["curly-quote"] * MAXIMUM_FLAWS, id="curly keys"),
        pytest.param("a: [" + "“," * 240_000, ["curly-quote"], id="curly values on one line"),
        pytest.param("a: [x y\nb: c\n" + "[]" * 490_000, ["invalid-yaml"], id="an open bracket before closed ones"),
        pytest.param('a: ["x" y #' + " \" '" * 240_000, ["invalid-yaml"], id="an open bracket before quotes"),
        pytest.param('a: ["x" y ' + "[\" '" * 240_000, ["invalid-yaml"], id="an open bracket among quotes"),
        pytest.param("a:b\n" + "\n" * 90_000 + "c: d", ["not-a-mapping"], id="a colon far above"),
        pytest.param("x:\n - a:b\n" + "\n" * 90_000 + "   c: d", ["invalid-yaml"], id="a colon far above in a list"),
        pytest.param(
            "x:\n- " + "a-" * 450_000 + "\n  c: d", ["scalar-too-long", "invalid-yaml"], id="a long line above"
        ),
        pytest.param("a: 'never closed\n", ["invalid-yaml"], id="an open quote"),
    ],
)
def test_a_hostile_text_has_few_findings(text: str, expected: list[str] | None, tmp_path: Path) -> None:
    document = load_bytes(tmp_path, text.encode())
    if expected is not None:
        assert codes(document) == expected
    assert (document.data is None) is bool(document.findings)
    assert all(len(f.message) <= 300 and f.message.isprintable() for f in document.findings)


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [
        (b"a: \xff", 1, 4),
        ("a: 1\n毛: ".encode() + b"\xc3\n", 2, 4),
        (b"\xff\xfea\x00", 1, 1),
        (b"a: \xed\xa0\x80", 1, 4),
        (b"a: \xc0\xaf", 1, 4),
        ("a: 毛".encode()[:-1], 1, 4),
    ],
)
def test_bytes_that_are_not_utf8_are_located(raw: bytes, line: int, column: int, tmp_path: Path) -> None:
    (finding,) = load_bytes(tmp_path, raw).findings
    assert (finding.code, finding.line, finding.column) == ("not-utf-8", line, column)


def test_a_file_of_one_byte_too_many_is_not_read(tmp_path: Path) -> None:
    assert codes(load_bytes(tmp_path, b"a: 1\n" + b"#" * 999_996)) == ["file-too-large"]
    assert load_bytes(tmp_path, b"a: 1\n" + b"#" * 999_995).data == {"a": 1}


def test_a_key_of_a_thousand_lines_or_a_path_of_terminal_commands_makes_no_second_line(
    tmp_path: Path,
) -> None:
    path = tmp_path / "\x1b[2J\n::error::x.yaml"
    path.write_text('"\\n::error::\\n": 1\n"\\n::error::\\n": 2\n')
    (finding,) = load(tmp_path, path).findings
    assert finding.path == "\\x1b[2J\\n::error::x.yaml"
    assert finding.message == "the key '\\n::error::\\n' stands twice in one mapping"


@pytest.mark.parametrize("target", ["real.yaml", "missing.yaml", "link.yaml", "/etc/hostname"])
def test_a_link_is_never_followed(target: str, tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("a: 1\n")
    (tmp_path / "link.yaml").symlink_to(target)
    assert codes(load(tmp_path, tmp_path / "link.yaml")) == ["link-in-tree"]


def test_a_file_behind_a_linked_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "a.yaml").write_text("a: 1\n")
    root = tmp_path / "root"
    root.mkdir()
    (root / "person").symlink_to(tmp_path / "outside")
    assert codes(load(root, root / "person" / "a.yaml")) == ["link-in-tree"]


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "folder.yaml").mkdir()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(tmp_path / "socket.yaml"))  # the absolute path may be too long
    for name in ("pipe", "folder", "socket"):
        (finding,) = load(tmp_path, tmp_path / f"{name}.yaml").findings
        assert (finding.code, name in finding.message) == ("not-a-record-file", True)


def test_a_path_that_cannot_be_used_is_a_finding(tmp_path: Path) -> None:
    for name in ("missing.yaml", "null\x00.yaml", "x" * 300 + ".yaml", "missing/a.yaml", "\udcff.yaml"):
        document = load(tmp_path, tmp_path / name)
        assert codes(document) == ["unreadable-file"], name
        assert document.findings[0].path.isprintable()
        assert str(tmp_path) not in document.findings[0].message


def test_a_path_outside_the_root_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "root").mkdir()
    (tmp_path / "a.yaml").write_text("a: 1\n")
    for path in (tmp_path / "a.yaml", tmp_path / "root" / ".." / "a.yaml"):
        assert codes(load(tmp_path / "root", path)) == ["not-a-record-file"]


def test_each_refused_character_is_named_where_it_stands_raw_or_escaped(tmp_path: Path) -> None:
    refused = "\x00\x01\x08\t\x0b\x0c\x1b\x1f\x7f\x80\x9f\xad\u061c\u200b\u200d\u200e\u2028\u2029\u202a\u202e\u2060"
    refused += "\u2066\u2069\u2e80\u2f00\u2fd5\u2fdf\ue000\uf8ff\ufdd0\ufdef\ufeff\ufffd\ufffe\uffff\U0001fffe"
    refused += "\U000e0000\U000e0041\U000e007f\U000f0000\U0010ffff\xa0\u2003\u3000"
    for character in refused:
        (raw,) = load_bytes(tmp_path, f"id: 1\n毛: [𠀀{character}x]\n".encode()).findings
        assert (raw.code, raw.line, raw.column) == ("forbidden-character", 2, 6)
        assert raw.message.startswith(f"U+{ord(character):04X} ")
        escaped = load_bytes(tmp_path, f'id: 1\n毛: ["𠀀\\U{ord(character):08x}x"]\n'.encode()).findings
        assert [(f.line, f.column, f.message) for f in escaped] == [(2, 7, raw.message)]


def test_a_name_of_yaml_for_a_refused_character_is_found_behind_line_breaks(tmp_path: Path) -> None:
    for letter in "0abtvfreN_LP":
        (finding,) = load_bytes(tmp_path, f'a: "x\\\\ \\n\n  毛\\{letter}"\n'.encode()).findings
        assert (finding.code, finding.line, finding.column) == ("forbidden-character", 2, 4)


def test_characters_that_records_need_are_read(tmp_path: Path) -> None:
    text = "“毛泽东”、《人民日报》…— 𠀀 é ŭ ü ’ [⋯] №"
    assert load_bytes(tmp_path, f"a: '{text}' # {text}\n".encode()).data == {"a": text}


def test_wide_spaces_are_read_where_the_source_prints_them_and_nowhere_else(tmp_path: Path) -> None:
    good = 'printed: 会\u3000议\nfrom: "\\_x\\u3000"\nto: [a\u00a0b, [c\u2009d]]\n'
    assert load_bytes(tmp_path, good.encode()).data == {
        "printed": "会\u3000议",
        "from": "\u00a0x\u3000",
        "to": ["a\u00a0b", ["c\u2009d"]],
    }
    bad = "printed: {text: a\u00a0b}\nfrom\u3000: x\n# a\u3000\nto: ok\u3000ok # \u3000\n"
    found = [(f.line, f.column, f.code) for f in load_bytes(tmp_path, bad.encode()).findings]
    assert found == [(n, c, "forbidden-character") for n, c in ((1, 18), (2, 5), (3, 4), (4, 13))]


def test_decomposed_text_is_located_at_its_letter(tmp_path: Path) -> None:
    for text, column in (
        ("毛: Jose\u0301 x", 7),
        ("a: \uf900", 4),
        ("a: e\u0301e\u0301", 4),
        ("\u0340: a", 1),
    ):
        (finding,) = load_bytes(tmp_path, f"id: 1\n{text}\n".encode()).findings
        assert (finding.code, finding.line, finding.column) == ("not-nfc", 2, column)


def test_no_message_holds_the_path_of_the_machine(tmp_path: Path) -> None:
    document = load_bytes(tmp_path, b"a: [\n")
    assert document.path == "example.yaml"
    assert not re.search("string|" + re.escape(str(tmp_path)), repr(document.findings))
