"""Finds, for a row of one table, the rows of others that belong to it, and words what they say without a loss."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from huiyi.corpus import Corpus
    from huiyi.tables.columns import Row

CERTAINTIES = ("asserted", "hedged", "questioned", "denied")
BASES = ("stated", "derived", "inferred", "supplied")
HANZI = ("hanzi-simplified", "hanzi-traditional")


@dataclass(frozen=True)
class Joining:
    """The rows of the tables that are not joined, and ways to the ones that belong together, each found once."""

    corpus: Corpus
    rows: Mapping[str, list[Row]]
    _groups: dict[tuple[str, str], Mapping[str, list[Row]]] = field(default_factory=dict, compare=False, repr=False)

    def having(self, table: str, column: str, value: str) -> list[Row]:
        """Give the rows of a table that have a value in a column, in their order."""
        key = table, column
        if key not in self._groups:
            groups = defaultdict(list)
            for row in self.rows[table]:
                if column in row:
                    groups[row[column]].append(row)
            self._groups[key] = dict(groups)
        return self._groups[key].get(value, [])

    def under(self, table: str, holder: str) -> list[Row]:
        """Give the rows of a list that belong to a row."""
        return self.having(table, "belongs_to", holder)

    def row(self, table: str, identifier: str | None) -> Row | None:
        """Give the row with an identifier; None where there is none, or no identifier."""
        return next(iter(self.having(table, "id", identifier)), None) if identifier else None

    def label(self, identifier: str | None) -> str | None:
        """Give the name to show for a record; None where there is none."""
        row = self.row("records", identifier)
        return row["label"] if row else None

    def name(self, record: str, systems: tuple[str, ...]) -> Row | None:
        """Give the preferred name in these systems, else the first full one; None where neither is asserted."""
        names = [row for row in self.having("names", "record", record) if row["belongs_to"] == record]
        fit = [row for row in names if row["system"] in systems and row["certainty"] == "asserted"]
        preferred = (row for row in fit if row.get("preferred"))
        return next(preferred, next((row for row in fit if row["form"] == "full"), None))

    def word(self, vocabulary: str, key: str) -> str:
        """Give the label of a word of a vocabulary."""
        words = self.corpus.vocabulary(vocabulary) or {}
        return str(words[key]["label"]) if key in words else key

    def passages(self, address: str) -> Row:
        """Give the columns of the passages that a node cites; none where it cites none."""
        cited = self.under("evidence", address)
        if not cited:
            return {}
        first = {name: cited[0][name] for name in ("source", "line_first", "line_last")}
        return first | {"passages": "; ".join(f"{row['source']} {_lines(row)}" for row in cited)}

    def qualified(self, text: str, row: Row) -> str:
        """Add to a text, in brackets, whatever makes the statement of a row less than a plain one of the source."""
        doubts = list(self._doubts(row))
        return f"{text} ({', '.join(doubts)})" if doubts else text

    def _doubts(self, row: Row) -> Iterable[str]:
        if row["certainty"] != "asserted":
            yield f"{row['certainty']}: {row['hedge']}" if "hedge" in row else row["certainty"]
        if row["basis"] != "stated":
            yield row["basis"]
        if "claimant" in row:
            yield f"according to {self.label(row['claimant'])}"
        if "attributed_to" in row:
            yield f"according to {row['attributed_to']}"


def weakness(row: Row) -> tuple[int, bool, int]:
    """Give how much weaker a statement is than a plain one of the source; the weakest has the greatest."""
    is_claimed = "claimant" in row or "attributed_to" in row
    return CERTAINTIES.index(row["certainty"]), is_claimed, BASES.index(row["basis"])


def is_plain(row: Row) -> bool:
    """Say whether a statement is the source's own, stated and asserted."""
    return weakness(row) == (0, False, 0)


def filled(row: Mapping[str, Any]) -> Row:
    """Leave out the columns without a value."""
    return {name: value for name, value in row.items() if value is not None and value != ""}


def _lines(row: Row) -> str:
    first, last = row["line_first"], row["line_last"]
    return str(first) if first == last else f"{first}-{last}"
