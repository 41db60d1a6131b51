"""Faults of form, which no honest record has: of the writing, the schema, identifiers, references and words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.mutants.operators import Around, Change, Operator, misspelt, replaced, respelt, taken_out
from tests.mutants.sorts import (
    is_block_entry,
    is_choice,
    is_date,
    is_free_text,
    is_integer,
    is_pair,
    is_plain,
    is_reference,
    is_text,
    is_word,
)

if TYPE_CHECKING:
    from tests.mutants.operators import Applies, Changes
    from tests.mutants.spots import Spot


def _key_misspelt(spot: Spot, _around: Around) -> Change:
    text = spot.sheet.spliced(spot.key_line, spot.key_column + len(spot.name) - 1, 1, "qq")
    return Change(text, (spot.key_line,), spot.name, spot.name[:-1] + "qq")


def _key_doubled(spot: Spot, _around: Around) -> Change:
    last = spot.sheet.last_line(spot.key_line, spot.key_column - 1)
    lines = spot.sheet.lines
    first = " " * (spot.key_column - 1) + lines[spot.key_line - 1][spot.key_column - 1 :]
    again = [first, *lines[spot.key_line : last]]
    text = "\n".join([*lines[:last], *again, *lines[last:]])
    return Change(text, (last + 1, spot.key_line), spot.name, f"{spot.name} twice")


def _colon_glued(spot: Spot, _around: Around) -> Change:
    line = spot.sheet.lines[spot.key_line - 1]
    text = spot.sheet.with_line(spot.key_line, line.replace(f"{spot.name}: ", f"{spot.name}:", 1))
    return Change(text, (spot.key_line,), f"{spot.name}: ", f"{spot.name}:")


def _indented(spot: Spot, _around: Around) -> Change:
    line = spot.sheet.lines[spot.key_line - 1]
    text = spot.sheet.with_line(spot.key_line, f" {line}")
    return Change(text, (spot.key_line, spot.key_line - 1, spot.key_line + 1), line.strip(), "(a space more before it)")


def _tabbed(spot: Spot, _around: Around) -> Change:
    line = spot.sheet.lines[spot.key_line - 1]
    return Change(spot.sheet.with_line(spot.key_line, "\t" + line.lstrip()), (spot.key_line,), line.strip(), "(a tab)")


def _marked(spot: Spot, _around: Around) -> Change:
    lines = spot.sheet.lines
    text = "\n".join([*lines[: spot.key_line - 1], "<<<<<<< HEAD", *lines[spot.key_line - 1 :]])
    return Change(text, (spot.key_line,), "", "<<<<<<< HEAD")


def _emptied(spot: Spot, _around: Around) -> Change | None:
    if spot.token is None:
        return None
    text = spot.sheet.with_line(spot.line, spot.sheet.lines[spot.line - 1][: spot.column - 1].rstrip())
    return Change(text, (spot.line,), spot.token, "(nothing)")


def _with_carriage_return(spot: Spot, _around: Around) -> Change:
    line = spot.sheet.lines[spot.line - 1]
    return Change(spot.sheet.with_line(spot.line, f"{line}\r"), (spot.line,), line.strip(), "(a carriage return)")


def _inserted(mark: str) -> Changes:
    def change(spot: Spot, _around: Around) -> Change | None:
        middle = len(spot.value) // 2
        return respelt(spot, spot.value[:middle] + mark + spot.value[middle:])

    return change


def _wrapped(before: str, after: str = "") -> Changes:
    return lambda spot, _around: replaced(spot, f"{before}{spot.token}{after}")


def _to(new: str) -> Changes:
    return lambda spot, _around: replaced(spot, new)


def _misspelt(spot: Spot, around: Around) -> Change | None:
    return respelt(spot, misspelt(spot.value, around.random))


def _to_other_kind(spot: Spot, around: Around) -> Change | None:
    field = spot.field
    if field is None or {"*", "#"} & set(field.refers_to):
        return None
    others = [record.id for record in around.corpus.all_records if record.kind.name not in field.refers_to]
    return respelt(spot, around.random.choice(others))


def _impossible(spot: Spot, around: Around) -> Change | None:
    """Give a month or a day that no calendar has."""
    parts = list(re.finditer(r"-(?:0[1-9]|[123][0-9])(?![0-9])", spot.value))
    if not parts:
        return None
    part = around.random.choice(parts)
    return respelt(spot, spot.value[: part.start()] + "-45" + spot.value[part.end() :])


def _dotted(spot: Spot, _around: Around) -> Change | None:
    return respelt(spot, spot.value.replace("-", "."))


def _capital(spot: Spot, _around: Around) -> Change | None:
    return respelt(spot, spot.value[:1].upper() + spot.value[1:])


def _item_repeated(spot: Spot, _around: Around) -> Change | None:
    if spot.token is None or not spot.sheet.is_flow(spot.line, spot.column):
        return None
    return replaced(spot, f"{spot.token}, {spot.token}")


def _list_emptied(spot: Spot, _around: Around) -> Change | None:
    return replaced(spot, "[]")


def _out(spot: Spot, _around: Around) -> Change | None:
    return taken_out(spot)


def _is_required(spot: Spot) -> bool:
    return not spot.is_item and spot.name in spot.node.shape.required


def _is_block_value(spot: Spot) -> bool:
    return is_block_entry(spot) and is_text(spot) and not spot.sheet.lines[spot.key_line - 1].lstrip().startswith("- ")


def _op(name: str, does: str, applies: Applies, change: Changes, *aims: str) -> Operator:
    return Operator(name, "structural", does, applies, change, aims=aims)


OPERATORS = (
    _op("key-misspelt", "any key ends in other letters", lambda spot: not spot.is_item, _key_misspelt),
    _op("required-key-dropped", "a key that its mapping must have is gone", _is_required, _out),
    _op("key-doubled", "a key of a block mapping stands twice", is_block_entry, _key_doubled),
    _op("colon-glued", "no space after the colon of a key", _is_block_value, _colon_glued),
    _op("indentation-off", "a line is one space too far right", _is_block_value, _indented),
    _op(
        "tab-indented",
        "a tab stands for the spaces before a key",
        lambda s: _is_block_value(s) and s.key_column > 1,
        _tabbed,
    ),
    _op("merge-mark-left", "a conflict mark of a merge is left in", is_block_entry, _marked),
    _op("carriage-return", "a line ends as on another system", is_text, _with_carriage_return),
    _op("value-gone", "a key has no value", _is_block_value, _emptied),
    _op("text-emptied", "a text is empty", is_text, _to('""')),
    _op("text-made-list", "a text stands in brackets", is_text, _wrapped("[", "]")),
    _op("text-made-mapping", "a text stands in braces with a key", is_text, _wrapped("{text: ", "}")),
    _op("quotation-unclosed", "a text has an opening quotation mark only", is_plain, _wrapped('"')),
    _op("curly-quotation", "a text stands in typographic quotation marks", is_plain, _wrapped("“", "”")),
    _op("comment-cuts-text", "a number sign cuts a text", lambda s: is_plain(s) and is_free_text(s), _inserted(" #1")),
    _op("invisible-character", "a zero-width space stands in a text", is_text, _inserted("\u200b")),
    _op("anchor", "a value has an anchor", is_plain, _wrapped("&a ")),
    _op("tag", "a value has a tag", is_plain, _wrapped("!!str ")),
    _op(
        "list-emptied",
        "a list has no item",
        lambda s: isinstance(s.value, list) and s.field is None and s.token is not None,
        _list_emptied,
    ),
    _op("pair-made-single", "one line number stands for two", is_pair, lambda s, _: replaced(s, str(s.value[0]))),
    _op("number-made-text", "a number has a word before it", is_integer, _wrapped("about ")),
    _op("number-negative", "an integer is below zero", is_integer, _wrapped("-")),
    _op("number-broken", "an integer has a fraction", is_integer, _wrapped("", ".5")),
    _op(
        "identifier-misspelt",
        "the record calls itself otherwise than its file",
        lambda s: s.name == "id",
        _misspelt,
        "identifier-not-file-name",
    ),
    _op("reference-misspelt", "a reference has another letter", is_reference, _misspelt, "dangling-reference"),
    _op(
        "reference-to-other-kind",
        "a reference leads to a record of a kind that it may not",
        is_reference,
        _to_other_kind,
        "reference-to-wrong-kind",
    ),
    _op(
        "reference-repeated",
        "a list holds one reference twice",
        lambda s: s.is_item and is_reference(s),
        _item_repeated,
    ),
    _op("word-misspelt", "a word of a vocabulary has another letter", is_word, _misspelt, "word-not-in-vocabulary"),
    _op("word-capital", "a word of a vocabulary has a capital", is_word, _capital),
    _op("choice-misspelt", "one of a few fixed words has another letter", is_choice, _misspelt),
    _op("date-impossible", "a month or day is beyond the calendar", is_date, _impossible),
    _op("date-dotted", "a date has dots", lambda s: is_date(s) and "-" in s.value, _dotted),
)
