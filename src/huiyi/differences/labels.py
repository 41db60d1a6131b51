"""The name to show for whatever a difference mentions: the one of the new state, the old one's for what is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from huiyi.corpus import REDIRECT
from huiyi.differences.phrases import Phrase, Said, joined
from huiyi.tables import label_of

if TYPE_CHECKING:
    from huiyi.differences.comparing import Difference
    from huiyi.differences.states import Entry
    from huiyi.schemas import Field

MOST_ITEMS = 5
"""Of a list no more values are told."""


class Labels:
    """The names of all records of two states, each made when it is first asked for."""

    def __init__(self, difference: Difference) -> None:
        self._difference = difference
        self._known: dict[str, str] = {}

    def entry(self, identifier: str) -> Entry | None:
        """Give a record, in the old state if the new one has none or a redirect in its place."""
        new, old = (state.records.get(identifier) for state in (self._difference.new, self._difference.old))
        return old if new is None or (new.kind == REDIRECT and old is not None) else new

    def label(self, identifier: str) -> str:
        """Give the name to show for a record; its identifier where there is no such record."""
        if identifier not in self._known:
            entry = self.entry(identifier)
            self._known[identifier] = label_of(identifier, entry.data) if entry else identifier
        return self._known[identifier]

    def of(self, target: str) -> Said:
        """Give the name to show for a record, for a post, or for the address of another part of a record."""
        identifier, mark, inside = target.partition("#")
        if not mark:
            return Said(self.label(identifier))
        entry = self.entry(identifier)
        posts = entry.data.get("posts") if entry else None
        for post in posts if isinstance(posts, list) else ():
            if isinstance(post, dict) and inside == f"post-{post.get('key')}":
                return Said(str(post.get("title", target)))
        return Said(f"{self.label(identifier)}#{inside}")

    def value(self, field: Field | None, value: Any) -> Phrase:
        """Give the words for a value: a name where it refers to something, a date or a number as it stands."""
        if isinstance(value, bool):
            return ("yes" if value else "no",)
        if isinstance(value, str):
            return (self.of(value) if field is not None and field.refers_to else Said(value, is_quoted=" " in value),)
        if isinstance(value, list) and field is not None and field.columns:
            return (Said("–".join(map(str, value))),)
        if isinstance(value, list):
            return joined((self.value(field, part) for part in value[:MOST_ITEMS]), len(value))
        if isinstance(value, dict):
            return (Said(str(value["edtf"])),) if "edtf" in value else (Said(" ".join(_texts(value)), is_quoted=True),)
        return (Said(str(value)),)


def _texts(value: dict[str, Any]) -> list[str]:
    """Give the plain values of a mapping as texts, in its order."""
    return [str(part) for part in value.values() if isinstance(part, str | int | float)]
