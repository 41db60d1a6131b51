"""Every meeting in one row: its names, days, place and attendance, and how much of it is on record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from huiyi.tables.columns import Column, text
from huiyi.tables.joining import HANZI, filled, is_plain
from huiyi.tables.taking import STATEMENT, Plan, Taken, count, dated, label_column, placed, taken, words
from huiyi.values.dates import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.tables.columns import Row
    from huiyi.tables.joining import Joining

NAMES = {"name_en": ("english",), "name_zh": HANZI, "name_pinyin": ("pinyin",)}
COUNTED = {
    "members_present": ("Members present", "present", {"member"}),
    "alternates_present": ("Alternate members present", "present", {"alternate-member"}),
    "delegates_present": ("Delegates present", "present", {"delegate"}),
    "attendees_present": ("Attendees in addition present", "present", {"attendee"}),
    "guests_present": ("Guests present", "present", {"guest"}),
    "members_absent": ("Members absent", "absent", {"member", "alternate-member", "member-or-alternate"}),
}
"""The counts that have columns: the title, the presence, and the roles of the group that is counted."""


def _name_columns() -> Iterator[Column | Taken]:
    for key, title in (("name_en", "English name"), ("name_zh", "Chinese name"), ("name_pinyin", "Name in pinyin")):
        yield words(
            key, title, "The preferred name of this sort, else the first full one; empty where none is on record."
        )
        yield from taken("names", "form", "basis", prefix=f"{key}_", heading=f"{title}: ", is_optional=True)


def _count_columns() -> Iterator[Column | Taken]:
    for key, (title, presence, roles) in COUNTED.items():
        yield Column(
            key,
            "integer",
            title,
            f"Number that the source gives of those {presence} as {' or '.join(sorted(roles))}. Only where it tells of "
            "one such group, plainly and with a number; attendance_recorded has every group, nothing is added up.",
            minimum=0,
            unit="people",
        )
        yield Column(
            f"{key}_comparator",
            "string",
            f"{title}: Comparator",
            "How the source bounds the number.",
            vocabulary="comparator",
        )


TABLE = Plan(
    "meeting_overview",
    "Meetings at a glance",
    "A meeting with its names, days, place, attendance as counted by the source, and how much of it is on record. "
    "Joined from meetings and the tables that hang on it, and repeats them. What is counted here is what is on record.",
    (
        text("id", "Identifier", "Row of meetings.", "meetings"),
        text("label", "Label", "Name to show."),
        *_name_columns(),
        *taken("meetings", "type", "status", "body"),
        label_column("body", "Body"),
        *taken("meetings", "congress", "ordinal", "enlarged", "part_of"),
        label_column("part_of", "Part of"),
        *taken("meetings", *dated("date")),
        Column(
            "days",
            "integer",
            "Days",
            "Days from the first to the last, both counted, where both are known to the day; suspensions are not "
            "taken off.",
            minimum=1,
            unit="days",
        ),
        *taken("meetings", *placed("place"), "attendance_complete"),
        *_count_columns(),
        words(
            "attendance_recorded",
            "Attendance as recorded",
            "Every group on record with its number, if it has one, and presence, joined by semicolons; in brackets "
            "what makes it less than a plain statement of the source.",
        ),
        count(
            "people_listed",
            "People listed",
            "People whom the attendance on record names, hedged or not; meeting_people has more.",
            "people",
        ),
        count(
            "people_present", "People listed as present", "Those of them on record as present, hedged or not.", "people"
        ),
        count(
            "people_absent", "People listed as absent", "Those of them on record as absent, hedged or not.", "people"
        ),
        words("chairs", "Chairs", "Who presided, joined by semicolons; in brackets what weakens the statement."),
        words(
            "conveners", "Conveners", "Who convened it, joined by semicolons; in brackets what weakens the statement."
        ),
        count("session_count", "Sessions: Number", "Meetings on record that were sessions of it.", "meetings"),
        count("suspension_count", "Suspensions: Number", "Suspensions on record.", "suspensions"),
        count("agenda_item_count", "Agenda: Number", "Items of its agenda on record.", "items"),
        count(
            "speech_count",
            "Speeches: Number",
            "Speeches on record, those planned, declined or only attributed too.",
            "speeches",
        ),
        count("speech_given_count", "Speeches given: Number", "Those of them asserted to have been given.", "speeches"),
        count(
            "speaker_count", "Speakers: Number", "People who are asserted to have given one or more of them.", "people"
        ),
        count(
            "document_count",
            "Documents: Number",
            "Documents on record as dealt with, whatever status they reached.",
            "documents",
        ),
        count("decision_count", "Decisions: Number", "Decisions on record, whatever status they reached.", "decisions"),
        count(
            "remark_count",
            "Remarks: Number",
            "Remarks of the source on record; parts of a split remark count once.",
            "remarks",
        ),
        count(
            "anomaly_count", "Anomalies: Number", "Anomalies recorded with the meeting or any part of it.", "anomalies"
        ),
        count("source_count", "Sources: Number", "Sources that the record cites.", "sources"),
        words("sources", "Sources", "Identifiers of these sources, joined by semicolons."),
        *taken("meetings", *STATEMENT, "reviewed"),
    ),
)


def rows(joining: Joining) -> Iterator[Row]:
    """Make the rows, in the order of meetings."""
    for meeting in joining.rows["meetings"]:
        identifier = meeting["id"]
        yield filled(
            TABLE.taken_from({("meetings", ""): meeting})
            | {
                "id": identifier,
                "label": joining.label(identifier),
                **_names(joining, identifier),
                "body_label": joining.label(meeting.get("body")),
                "part_of_label": joining.label(meeting.get("part_of")),
                "days": _days(meeting),
                **_groups(joining, identifier),
                **_people(joining, identifier),
                **_parts(joining, identifier),
            }
        )


def _names(joining: Joining, identifier: str) -> Row:
    found: Row = {}
    for key, systems in NAMES.items():
        if name := joining.name(identifier, systems):
            found |= {key: name["text"], f"{key}_form": name["form"], f"{key}_basis": name["basis"]}
    return found


def _days(meeting: Row) -> int | None:
    if "date_edtf" not in meeting or meeting["date_certainty"] != "asserted":
        return None
    date = parse(meeting["date_edtf"])
    ends = (date.start, date.end) if date.precision == "interval" else (date,)
    if any(end is None or end.precision != "day" or end.qualifier for end in ends):
        return None
    assert date.earliest is not None
    assert date.latest is not None
    return (date.latest - date.earliest).days + 1


def _groups(joining: Joining, identifier: str) -> Row:
    groups = joining.under("attendance_groups", identifier)
    found: dict[str, Any] = {"attendance_recorded": "; ".join(_group(joining, group) for group in groups)}
    for key, (_, presence, roles) in COUNTED.items():
        fit = [group for group in groups if group["presence"] == presence and group.get("role") in roles]
        if len(fit) == 1 and is_plain(fit[0]) and "count_value" in fit[0]:
            found |= {key: fit[0]["count_value"], f"{key}_comparator": fit[0]["count_comparator"]}
    return found


def _group(joining: Joining, group: Row) -> str:
    said = f"{group['group_name']}: "
    if "count_value" in group:
        bound = group["count_comparator"]
        said += "" if bound == "exactly" else joining.word("comparator", bound) + " "
        said += f"{group['count_value']} "
    return joining.qualified(said + group["presence"], group)


def _people(joining: Joining, identifier: str) -> Row:
    people = joining.under("attendance_people", identifier)
    chairs = [row for row in people if row.get("role") == "chair" and row["presence"] == "present"]
    conveners = joining.under("conveners", identifier)
    return {
        "people_listed": len({row["person"] for row in people}),
        "people_present": len({row["person"] for row in people if row["presence"] == "present"}),
        "people_absent": len({row["person"] for row in people if row["presence"] == "absent"}),
        "chairs": "; ".join(joining.qualified(str(joining.label(row["person"])), row) for row in chairs),
        "conveners": "; ".join(joining.qualified(str(joining.label(row["convener"])), row) for row in conveners),
    }


def _parts(joining: Joining, identifier: str) -> Row:
    speeches = joining.under("speeches", identifier)
    given = [row for row in speeches if row["delivery"] == "given" and row["certainty"] == "asserted"]
    remarks = joining.under("remarks", identifier)
    sources = dict.fromkeys(row["source"] for row in joining.having("evidence", "record", identifier))
    return {
        "session_count": len(joining.having("meetings", "part_of", identifier)),
        "suspension_count": len(joining.under("suspensions", identifier)),
        "agenda_item_count": len(joining.under("agenda_items", identifier)),
        "speech_count": len(speeches),
        "speech_given_count": len(given),
        "speaker_count": len({row["speaker"] for row in given if joining.row("people", row["speaker"])}),
        "document_count": len(joining.under("meeting_documents", identifier)),
        "decision_count": len(joining.under("decisions", identifier)),
        "remark_count": sum("continues" not in row for row in remarks),
        "anomaly_count": len(joining.having("anomalies", "record", identifier)),
        "source_count": len(sources),
        "sources": "; ".join(sorted(sources)),
    }
