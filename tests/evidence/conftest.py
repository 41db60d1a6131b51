from __future__ import annotations

import pytest

from huiyi.evidence.texts import SourceText, source_text

# Invented: nothing here stands in a real source.
LINES = [
    "**Ducks of the pond**",
    "",
    "The 4<sup>th</sup> duck and 26 alternate ducks swam; 126 alternate geese did not swim. Ducks²",
    "First column\tSecond column\tThird: column",
    "A long gander was inter",
    "viewed by well-known herons, said \u201cyes\u201d, and left",
    " \u00a0 ",
    "\u3000\u3000据池塘报20日讯  湖上的鸭子开了会，白鹅没有到会。",
    "鸭子说，鸭",
    "子们都很好",
    "no",
    "swan swan swan",
    "The end of the pond",
]


@pytest.fixture
def pond() -> SourceText:
    return source_text("pond", "\n".join(LINES).encode())
