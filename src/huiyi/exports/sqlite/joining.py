"""Queries that join what a reader of single tables would join by hand: posts with holders, passages with sources."""

from __future__ import annotations

from huiyi.exports.sqlite.querying import Query, own, record_of
from huiyi.exports.sqlite.searching import INDEX

_TENURE = "status start_edtf start_earliest start_latest end_edtf end_earliest end_latest as_of_edtf"
_KNOWN = "basis certainty hedge claimant attributed_to"

CAREERS = Query(
    {
        "id": "t.id",
        "person": "t.belongs_to",
        "person_label": "p.label",
        "post_title": "coalesce(t.title, s.title)",
        "organization": "coalesce(t.organization, s.belongs_to)",
        "organization_label": "o.label",
        **own("t", f"{_TENURE} {_KNOWN}"),
    },
    """tenures AS t JOIN records AS p ON p.id = t.belongs_to LEFT JOIN posts AS s ON s.id = t.post
LEFT JOIN records AS o ON o.id = coalesce(t.organization, s.belongs_to)""",
)
PASSAGES = Query(
    {
        **own("e", "id belongs_to record"),
        "label": "r.label",
        "shape": "n.shape",
        "source": "e.source",
        "source_title": "s.title",
        **own("e", "line_first line_last page quote_from quote_to"),
    },
    """evidence AS e JOIN records AS r ON r.id = e.record JOIN nodes AS n ON n.id = e.belongs_to
JOIN sources AS s ON s.id = e.source""",
)
DISPUTES = Query(
    {
        "id": "d.id",
        "claim": "c.id",
        "statement": "c.statement",
        "owner": "coalesce(w.label, c.attributed_to)",
        "certainty": "c.certainty",
        "disputed": "o.id",
        "disputed_statement": "o.statement",
        "disputed_owner": "coalesce(v.label, o.attributed_to)",
        "disputed_certainty": "o.certainty",
    },
    """claims_disputed AS d JOIN claims AS c ON c.id = d.belongs_to JOIN claims AS o ON o.id = d.disputed
LEFT JOIN records AS w ON w.id = c.claimant LEFT JOIN records AS v ON v.id = o.claimant""",
)
SEARCH = Query(
    {
        "record": "r.id",
        "label": "r.label",
        "kind": "r.kind",
        **own("t", "id table_name column_name text"),
        "rank": "i.rank",
        "search": f"i.{INDEX}",
    },
    f"""{INDEX} AS i JOIN texts AS t ON t.place = i.rowid
JOIN records AS r ON r.id = {record_of("t.id")}""",
)
