"""The pages on loading are its first tests: each example raises what it says, each code has a page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

import huiyi.loading
from huiyi.loading import load
from huiyi.loading.flaws import Code
from huiyi.pages import Example, MalformedPageError, read_page

SOURCES = Path(huiyi.loading.__file__).parent
PAGES = {path.stem: read_page(path) for path in sorted((SOURCES / "pages").iterdir())}
EXAMPLES = [
    pytest.param(example, id=f"{page.code}-{number}")
    for page in PAGES.values()
    for number, example in enumerate(page.examples, 1)
]
SHOWN_BY_NO_EXAMPLE = {
    "byte-order-mark",
    "carriage-return",
    "file-name-not-slug",
    "file-too-large",
    "link-in-tree",
    "not-a-record-file",
    "not-utf-8",
    "scalar-too-long",
    "too-many-nodes",
    "unreadable-file",
}


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_raises_exactly_what_it_says(example: Example, tmp_path: Path) -> None:
    found = []
    for name, text in example.files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")
        found += [(f.path, f.line, f.column, f.code) for f in load(tmp_path, path).findings]
    assert sorted(found) == sorted(example.expected)


def test_each_code_has_a_page_and_each_page_a_code() -> None:
    assert set(PAGES) == set(get_args(Code))


def test_each_code_is_used_in_the_sources() -> None:
    text = "".join(path.read_text("utf-8") for path in SOURCES.glob("*.py") if path.name != "flaws.py")
    assert set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)+)"', text)) >= set(get_args(Code))


def test_each_page_has_the_same_sections() -> None:
    expected = ["Why", "Wrong", "Right", "What to do"]
    assert {code: list(page.sections) for code, page in PAGES.items()} == dict.fromkeys(PAGES, expected)


def test_each_code_that_an_example_can_show_is_shown_twice() -> None:
    shown = {code: sum(e.verdict == "wrong" for e in page.examples) for code, page in PAGES.items()}
    assert {code for code, count in shown.items() if count == 0} == SHOWN_BY_NO_EXAMPLE
    assert 1 not in shown.values()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("# other\n\nA sentence.\n", "first line must be '# code'"),
        ("# code\n\n## Why\n\nBecause.\n", "a sentence must follow"),
        ("# code\n\nA sentence.\n\n## Why\n", "a sentence must follow"),
        ("# code\n\nA sentence.\n\n```yaml wrong\na: 1  #> 1 x\n", "not closed"),
        ("# code\n\nA sentence.\n\n```yaml perhaps\na: 1\n```\n", "not 'perhaps'"),
        ("# code\n\nA sentence.\n\n```yaml wrong\na: 1\n```\n", "a wrong example, and only"),
        ("# code\n\nA sentence.\n\n```yaml right\na: 1  #> 1 x\n```\n", "a wrong example, and only"),
    ],
)
def test_a_malformed_page_is_refused(text: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "code.md"
    path.write_text(text, "utf-8")
    with pytest.raises(MalformedPageError, match=re.escape(reason)):
        read_page(path)


def test_an_example_may_hold_several_files_and_several_findings_a_line(tmp_path: Path) -> None:
    path = tmp_path / "code.md"
    path.write_text(
        "# code\n\nA sentence.\n\n## Wrong\n\nText.\n\n```text\nno example\n```\n\n```yaml wrong\n"
        "# file: records/person/a.yaml\nid: a\nx: 1  #> 3 one-code #> 9 x\n"
        "# file: records/person/b.yaml\nid: b  #> 1 two\n```\n",
        "utf-8",
    )
    page = read_page(path)
    assert (page.code, page.title_sentence) == ("code", "A sentence.")
    (example,) = page.examples
    assert example.files == {
        "records/person/a.yaml": "id: a\nx: 1  #> 3 one-code #> 9 x\n",
        "records/person/b.yaml": "id: b  #> 1 two\n",
    }
    assert example.expected == (
        ("records/person/a.yaml", 2, 3, "one-code"),
        ("records/person/a.yaml", 2, 9, "x"),
        ("records/person/b.yaml", 1, 1, "two"),
    )
