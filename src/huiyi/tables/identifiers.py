"""Lists every identifier that a release ever held, and those that are new, with what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from huiyi.corpus import REDIRECT
from huiyi.tables.columns import Column, Table, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus

CURRENT, MERGED, WITHDRAWN = "current", "merged", "withdrawn"

IDENTIFIERS = Table(
    "identifiers",
    "Identifiers",
    "Every identifier of a record that a release ever held: what it stands for, or what became of it.",
    (
        text("id", "Identifier", "Identifier of a record, current or retired; it is never given to another record."),
        text("kind", "Kind", "Kind of the record, for a retired identifier the one that it was released as."),
        Column(
            "status",
            "string",
            "Status",
            "Whether a record bears it now, or its record was merged into another one or withdrawn.",
            is_required=True,
            enum=(CURRENT, MERGED, WITHDRAWN),
        ),
        Column("since", "string", "Since", "Version of the first release that held it; empty while none has."),
        Column("retired_since", "string", "Retired since", "Version of the first release in which it is retired."),
        Column("merged_into", "string", "Merged into", "Record that holds what this one held.", refers_to="records"),
        Column("reason", "string", "Reason", "Why it is retired."),
    ),
)


def identifier_rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """Give a row for each identifier of a record or redirect, in their order; no value, no key.

    A released one that is neither is a fault (vanished-identifier) and has no row.
    """
    for identifier in sorted(corpus.records):
        record = corpus.records[identifier]
        row: dict[str, Any] = {"id": identifier, "kind": corpus.identifiers[identifier], "status": CURRENT}
        if record.kind.name == REDIRECT:
            given = {"merged_into": record.data.get("merged_into"), "reason": record.data["reason"]}
            row |= {key: value for key, value in given.items() if value is not None}
            status = MERGED if "merged_into" in row else WITHDRAWN
            row |= {"status": status, "retired_since": record.data["since"]}
        if identifier in corpus.register.entries:
            row["since"] = corpus.register.entries[identifier].since
        yield row
