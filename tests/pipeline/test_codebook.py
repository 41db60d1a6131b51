"""The codebook tells every table, column and word, runs nothing, and shows what records say as text."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from huiyi.checking import check
from huiyi.package import Edition, read_codes, read_metadata
from huiyi.package.codebook import make_codebook
from huiyi.release.codebook import write_codebook
from huiyi.schemas import read_contract
from huiyi.tables import make_tables, read_layout

if TYPE_CHECKING:
    from huiyi.package.codebook import Codebook

TOY = Path(__file__).resolve().parents[1] / "toy"
VOID = {"meta", "br", "line", "circle", "rect"}
NAUGHTY = '</script><script>alert(1)</script><img src=x onerror="alert(2)">|`*[a](javascript:b)'


class Page(HTMLParser):
    """What a browser would find in a page: its elements, identifiers and links; every element is closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.identifiers: list[str] = []
        self.links: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.identifiers += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]
        if tag not in VOID | {"li", "p", "td", "th", "tr"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in {"li", "p", "td", "th", "tr"}:
            assert self.open.pop() == tag


@pytest.fixture(scope="module")
def edition() -> Edition:
    corpus = check(TOY, read_contract(), None).corpus
    tables = make_tables(corpus, read_layout(corpus.contract))
    return Edition(corpus, tables, read_codes(corpus), read_metadata("0.0.0"))


@pytest.fixture(scope="module")
def codebook(edition: Edition) -> Codebook:
    return make_codebook(edition)


def test_a_column_tells_the_field_that_it_comes_from(codebook: Codebook) -> None:
    fields = {(entry.table.name, one.column.name): one.field for entry in codebook.tables for one in entry.columns}
    assert fields["tenures", "organization"] == "person.tenures[].organization"
    assert fields["attendance_groups", "count_value"] == "meeting.attendance.groups[].count.value"
    assert fields["names", "text"] == "any.names[].text"
    assert fields["meetings", "date_earliest"] == "made with the tables"
    assert fields["statistics_flat", "base_value"] == "statistics.value"


def test_a_number_has_a_unit_and_every_word_is_counted_where_it_first_stands(
    codebook: Codebook, edition: Edition
) -> None:
    numbers = [
        one.column for entry in codebook.tables for one in entry.columns if one.column.type in {"integer", "number"}
    ]
    assert [column.name for column in numbers if not column.unit] == []
    for entry in codebook.vocabularies:
        assert sum(word.uses for word in entry.words) == sum(
            column.name in row
            for name, table in edition.tables.layout.tables.items()
            for column in table.columns
            if column.vocabulary == entry.name and not table.is_joined
            for row in edition.tables.rows[name]
        )


def test_the_page_names_every_table_column_and_word_and_its_links_lead_somewhere(
    toy_release: Path, codebook: Codebook
) -> None:
    text = (toy_release / "codebook.html").read_text("utf-8")
    page = Page(text)
    assert len(page.identifiers) == len(set(page.identifiers))
    assert {link.removeprefix("#") for link in page.links} <= set(page.identifiers)
    for entry in codebook.tables:
        assert entry.table.name in page.identifiers
        assert all(f"<code>{one.column.name}</code></th>" in text for one in entry.columns)
    for vocabulary in codebook.vocabularies:
        assert f"vocabulary-{vocabulary.name}" in page.identifiers
        assert all(f"<code>{word.code.key}</code>" in text for word in vocabulary.words)


def test_the_page_runs_nothing_and_loads_nothing(toy_release: Path) -> None:
    text = (toy_release / "codebook.html").read_text("utf-8")
    page = Page(text)
    assert not page.tags & {"script", "iframe", "object", "embed", "form", "link", "img", "base"}
    assert not {name for name in page.attributes if name.startswith("on") or name in {"style", "src"}}
    assert all(link.startswith("#") for link in page.links)
    policy = re.search(r"style-src 'sha256-([^']+)'", text)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert policy
    assert style
    assert base64.b64decode(policy[1]) == hashlib.sha256(style[1].encode()).digest()
    assert "default-src 'none'" in text


def test_what_a_record_says_has_no_effect_as_markup(edition: Edition, tmp_path: Path) -> None:
    codes = {
        name: tuple(code._replace(label=NAUGHTY, label_zh=NAUGHTY, definition=NAUGHTY) for code in words)
        for name, words in edition.codes.items()
    }
    write_codebook(replace(edition, codes=codes, metadata=replace(edition.metadata, title=NAUGHTY)), tmp_path)
    page = Page((tmp_path / "codebook.html").read_text("utf-8"))
    assert not page.tags & {"script", "img"}
    markdown = (tmp_path / "CODEBOOK.md").read_text("utf-8")
    assert "<script" not in markdown.replace("\\<", "")
    rows = [line for line in markdown.splitlines() if "alert" in line]
    assert rows
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in rows} == {6}
