"""The Chinese titles of tables and columns, translated from the English ones that the schemas give."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from huiyi.project import contract_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

SEPARATOR, SEPARATOR_ZH = ": ", "："


def chinese(title: str) -> str:
    """Give the Chinese for an English title; `Date: Earliest day` is translated part by part.

    Raises KeyError where `datapackage/titles.zh.json` lacks a part.
    """
    return SEPARATOR_ZH.join(_titles()[part] for part in title.split(SEPARATOR))


@cache
def _titles() -> Mapping[str, str]:
    titles: dict[str, str] = json.loads((contract_folder("datapackage") / "titles.zh.json").read_text("utf-8"))
    return titles
