"""Every table and column has a Chinese title, and no translation is left over."""

from __future__ import annotations

import json

import pytest

from huiyi.package.titles import chinese
from huiyi.project import contract_folder
from huiyi.schemas import read_contract
from huiyi.tables import read_layout

TITLES = {
    title
    for table in read_layout(read_contract()).tables.values()
    for title in (table.title, *(column.title for column in table.columns))
}


@pytest.mark.parametrize("title", sorted(TITLES))
def test_a_title_is_translated(title: str) -> None:
    translated = chinese(title)
    assert translated
    assert title == "EDTF" or any("\u4e00" <= character <= "\u9fff" for character in translated)


def test_no_translation_is_left_over() -> None:
    listed = json.loads((contract_folder("datapackage") / "titles.zh.json").read_text("utf-8"))
    assert list(listed) == sorted(part for part in {part for title in TITLES for part in title.split(": ")})
