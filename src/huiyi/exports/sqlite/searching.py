"""Finds records by any of their words: which texts are indexed, and the spellings under which each is found.

The index holds no copy of the texts: they stand in `texts`, and the view `search` shows them beside what was found.
SQLite parts a text into words at spaces and punctuation and takes marks off letters, which suits English and pinyin.
Chinese it takes as one word, so each part of a run of characters is indexed too, in simplified and traditional
characters, and the run's likely reading in pinyin and Wade-Giles.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from huiyi.evidence.flowing import HAN
from huiyi.exports.sqlite.original import originals
from huiyi.tables import Column, Table
from huiyi.values.han_variants import variants
from huiyi.values.readings import likely_reading
from huiyi.values.spellings import pinyin_spellings, unmarked_words, wade_giles_spellings
from huiyi.values.wade_giles import syllables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.package import Edition

TEXTS = Table(
    "texts",
    "Texts",
    "Every text that the full-text search finds: names, titles, points, statements, notes, forms as printed.",
    (
        Column("place", "integer", "Place", "Number of the text, as in the index.", is_required=True),
        Column("id", "string", "Identifier", "Row that holds the text.", is_required=True),
        Column("table_name", "string", "Table", "Table with that row.", is_required=True),
        Column("column_name", "string", "Column", "Column that holds the text.", is_required=True),
        Column("text", "string", "Text", "The text.", is_required=True),
    ),
)
INDEX = "search_index"
MODULE = "fts5"
OPTIONS = "text, spellings, content = '', tokenize = \"unicode61 remove_diacritics 2 separators 'ʻʼʽ'\""
RANK = "bm25(10.0, 1.0)"
PASSED_OVER = {
    "edtf",
    "field",
    "from",
    "hedge",
    "key",
    "note_mark",
    "page",
    "pages",
    "printed_number",
    "reason",
    "rule",
}
PASSED_OVER |= {"scheme", "sha256", "to", "treatment", "unit", "volume"}
"""Keys of texts that say how something is known or where it stands, and of passages, which the source has whole."""
LONGEST = 16
"""How many characters of a run of Chinese are indexed as one word at most."""
BARRIER = "ǁ"
"""A letter of no language of the records, which counts as a word."""
_RUN = re.compile(f"[{HAN}]+")

Entry = tuple[tuple[Any, ...], str]


def entries(edition: Edition) -> Iterator[Entry]:
    """Give each text as a row of `texts`, and the text of its other spellings."""
    place = 0
    for table, columns in originals(edition):
        name = table.name
        sought = [column.name for column in columns if is_sought(column)]
        for row in edition.tables.rows[name] if sought else ():
            for column in sought:
                if column in row:
                    place += 1
                    text = row[column]
                    yield (place, row["id"], name, column, text), _kept_apart(spellings(text, row.get("system", "")))


def is_sought(column: Column) -> bool:
    """Say whether a column holds words of its own, written by a curator: no word of a list, no identifier, no date."""
    is_free = not (column.refers_to or column.vocabulary or column.enum)
    return column.type == "string" and bool(column.path) and is_free and column.path[-1] not in PASSED_OVER


def spellings(text: str, system: str) -> list[str]:
    """Give the ways beside its own in which a text may be looked for; `system` is that of a name, empty for others."""
    found = [*unmarked_words(text)]
    if system == "pinyin":
        found += pinyin_spellings(syllables(text))
    elif system == "wade-giles":
        found += wade_giles_spellings(text)
    if _RUN.search(text):
        for variant in variants(text):
            for run in _RUN.findall(variant):
                found += _parts(run)
        for run in _RUN.findall(text):
            found += pinyin_spellings(likely_reading(run))
    return list(dict.fromkeys(found))


def _kept_apart(found: list[str]) -> str:
    """Join spellings so that no words are next to each other that belong to two of them."""
    return f" {BARRIER} ".join([*(one for one in found if not one.isalpha()), " ".join(filter(str.isalpha, found))])


def _parts(run: str) -> Iterator[str]:
    for start in range(len(run)):
        for end in range(start + 1, min(start + LONGEST, len(run)) + 1):
            yield run[start:end]
