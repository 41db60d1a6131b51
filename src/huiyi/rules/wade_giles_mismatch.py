"""A name in Wade-Giles cannot be the name that the record gives in pinyin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.values.text import escape
from huiyi.values.wade_giles import are_one_name, reads_as_pinyin, reads_as_wade_giles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "record"

COMPARED = frozenset({"full", "surname"})
"""The forms of which a person or thing has one: a short name or title may be another in each source."""

MOST_FORMS = 20
"""How many names are compared, all with all: the thousands that a file can hold would take hours."""


def check(_node: Node, record: Record, _corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for a name in Wade-Giles that writes none of the names of the same form in pinyin."""
    names = record.data.get("names", ())
    sounds = [name for name in names if name["system"] == "pinyin" and reads_as_pinyin(name["text"])][:MOST_FORMS]
    written = [place for place, name in enumerate(names) if name["system"] == "wade-giles"][:MOST_FORMS]
    for place in written:
        name = names[place]
        alike = [sound["text"] for sound in sounds if sound["form"] == name["form"]]
        if name["form"] not in COMPARED or not alike or not reads_as_wade_giles(name["text"]):
            continue
        if not any(are_one_name(sound, name["text"]) for sound in alike):
            message = f"'{escape(name['text'], 60)}' in Wade-Giles does not write '{escape(alike[0], 60)}'"
            hint = "correct one of the two; another name than this is of the form 'variant'"
            yield Fault(message, ("names", place, "text"), hint)
