"""Look at a value without quotes for two slips that YAML takes without a word: a cut by `#`, and curly quotes."""

from __future__ import annotations

import re
from typing import Any

from huiyi.findings import Position
from huiyi.loading.flaws import Flaw
from huiyi.values.text import escape

CURLY = "“”‘’„«"
"""Typographic quotation marks that a program, or a habit, may put for straight ones at the beginning of a value."""

# A comment begins with '# ', or '#>' in the examples of the pages, or is a lone '#'; anything else was hardly meant.
_CUT = re.compile(r" +(#(?=[^ >\n])[^\n]*)")
_ANY = re.compile(rf" #[^ >\n]|[{CURLY}]")


def may_mislead(text: str) -> bool:
    """Say fast whether `find_mistake` could find anything in a file."""
    return _ANY.search(text) is not None


def find_mistake(text: str, event: Any) -> Flaw | None:
    """Give the flaw of one plain scalar of the text, a key or a value, if it is probably not what was meant."""
    if event.value[:1] in CURLY and event.value:
        message = f"{event.value[0]} is no quotation mark of YAML: it would become part of the text"
        hint = "use straight quotation marks; a curly one that the source prints goes inside straight ones"
        return Flaw("curly-quote", message, hint, Position(event.start_mark.line + 1, event.start_mark.column + 1))
    cut = _CUT.match(text, event.end_mark.index)
    if cut is None:
        return None
    message = f"'{escape(cut[1], 60)}' is cut off as a comment"
    column = event.end_mark.column + cut.start(1) - cut.start() + 1
    position = Position(event.end_mark.line + 1, column)
    return Flaw("text-cut-by-comment", message, "quote the value, or put a space after #", position)
