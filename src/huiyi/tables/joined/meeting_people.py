"""Who was at which meeting, in which role, and which posts they held on its days as far as the records know."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from huiyi.holding import posts_held
from huiyi.tables.columns import Column, text
from huiyi.tables.joining import HANZI, filled, weakness
from huiyi.tables.taking import PASSAGES, STATEMENT, Plan, count, dated, label_column, taken, words
from huiyi.values.dates import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.tables.columns import Row
    from huiyi.tables.joining import Joining

INVOLVEMENTS = ("present", "absent", "convener", "speaker", "other-speech", "author")
POSTS = {
    "posts_certain": ("Posts held for certain", "that by its dates the person held on all days of the meeting"),
    "posts_possible": (
        "Posts held possibly",
        "with a first or last day on record that leaves it open, or told of a time that includes days of the meeting",
    ),
    "posts_other": (
        "Posts of another time",
        "told of another time, or of none, of which it is not known whether the person held it then",
    ),
}
DATES = {"start": "from", "end": "to", "as_of": "as of"}

TABLE = Plan(
    "meeting_people",
    "People at meetings",
    "A person in one role at a meeting, with the posts that the person held on its days. One row for each meeting, "
    "person, involvement, role and delivery, so that people are counted by COUNT(DISTINCT person); several statements "
    "of one role share a row, which shows the strongest. Joined from attendance_people, conveners, speeches, "
    "meeting_documents, document_authors and tenures, and repeats them.",
    (
        text("id", "Identifier", "Meeting, person, involvement, and role or delivery, joined by slashes."),
        text("meeting", "Meeting", "The meeting.", "meetings"),
        label_column("meeting", "Meeting"),
        *taken("meetings", *dated("date")),
        text("person", "Person", "The person.", "people"),
        label_column("person", "Person"),
        words("person_name_zh", "Person: Chinese name", "The person's name in characters, where on record."),
        Column(
            "involvement",
            "string",
            "Involvement",
            "Present or absent; convener; speaker, who gave a speech; other-speech, under whose name a speech was "
            "planned, declined, read out or only attributed; author of a document that the meeting dealt with.",
            is_required=True,
            enum=INVOLVEMENTS,
        ),
        *taken("attendance_people", "role"),
        *taken("speeches", "delivery", is_optional=True),
        words("group_name", "Group", "The group to which the person belongs at the meeting."),
        words("absence_reason", "Reason of absence", "Why the person was absent."),
        words(
            "contribution",
            "Contribution",
            "Speeches with type, title and date, or documents with the status they reached, joined by semicolons; in "
            "brackets what weakens the statement.",
        ),
        *taken("attendance_people", "post"),
        words(
            "post_label",
            "Post: Label",
            "The post that the source gives the person among those present or absent, with its body; in brackets what "
            "weakens the statement.",
        ),
        *(
            words(
                name,
                title,
                f"Every post {meaning}; joined by semicolons, in brackets dates and what weakens the statement.",
            )
            for name, (title, meaning) in POSTS.items()
        ),
        words("tenures", "Tenures", "Identifiers of the tenures in the three columns before, joined by semicolons."),
        count(
            "statement_count",
            "Statements: Number",
            "Statements that give the person this role at the meeting.",
            "statements",
        ),
        text(
            "statement",
            "Statement",
            "The strongest of them, which basis, certainty, owner, note and passages are those of.",
            "nodes",
        ),
        *taken("attendance_people", *STATEMENT),
        *PASSAGES,
    ),
)


class Part(NamedTuple):
    """One statement that gives a person a part in a meeting, and what it says beside it."""

    statement: Row
    meeting: str
    person: str
    involvement: str
    word: str = ""
    contribution: str = ""


def rows(joining: Joining) -> Iterator[Row]:
    """Make the rows, by meeting and then in the order in which the records first give the roles."""
    found: dict[str, dict[tuple[str, ...], list[Part]]] = defaultdict(lambda: defaultdict(list))
    for part in _parts(joining):
        found[part.meeting][part.person, part.involvement, part.word].append(part)
    posts: dict[tuple[str, str], Row] = {}
    for row in sorted((row for row in joining.rows["attendance_people"] if "post" in row), key=weakness):
        posts.setdefault((row["belongs_to"], row["person"]), row)
    for meeting in joining.rows["meetings"]:
        for parts in found[meeting["id"]].values():
            yield _row(joining, meeting, parts, posts.get((meeting["id"], parts[0].person)))


def _parts(joining: Joining) -> Iterator[Part]:
    for row in joining.rows["attendance_people"]:
        yield Part(row, row["belongs_to"], row["person"], row["presence"], row.get("role", ""))
    for row in joining.rows["conveners"]:
        if joining.row("people", row["convener"]):
            yield Part(row, row["belongs_to"], row["convener"], "convener")
    for row in joining.rows["speeches"]:
        if joining.row("people", row["speaker"]):
            involvement = "speaker" if row["delivery"] == "given" else "other-speech"
            yield Part(row, row["belongs_to"], row["speaker"], involvement, row["delivery"], _speech(joining, row))
    for row in joining.rows["meeting_documents"]:
        title, status = str(joining.label(row["document"])), joining.word("status", row["status"])
        for author in joining.under("document_authors", row["document"]):
            statement = max(row, author, key=weakness)
            said = f"{joining.qualified(title, author)}: {joining.qualified(status, row)}"
            yield Part(statement, row["belongs_to"], author["person"], "author", "", said)


def _speech(joining: Joining, speech: Row) -> str:
    said = joining.word("speech-type", speech["type"])
    if "title" in speech:
        said += f": {speech['title']}"
    if "date_edtf" in speech:
        said += f", {_date(joining, speech, 'date')}"
    if speech.get("occasion", speech["belongs_to"]) != speech["belongs_to"]:
        said += f", at {joining.label(speech['occasion'])}"
    return joining.qualified(said, speech)


def _row(joining: Joining, meeting: Row, parts: list[Part], with_post: Row | None) -> Row:
    first = min(parts, key=lambda part: weakness(part.statement))
    statement, is_attendance = first.statement, first.involvement in {"present", "absent"}
    name = joining.name(first.person, HANZI)
    row = TABLE.taken_from({("meetings", ""): meeting, ("attendance_people", ""): statement})
    return filled(
        row
        | {
            "id": "/".join(filter(None, (first.meeting, first.person, first.involvement, first.word))),
            "meeting": first.meeting,
            "meeting_label": joining.label(first.meeting),
            "person": first.person,
            "person_label": joining.label(first.person),
            "person_name_zh": name and name["text"],
            "involvement": first.involvement,
            "delivery": None if is_attendance else first.word,
            "group_name": statement.get("group_name"),
            "absence_reason": statement.get("absence_reason"),
            "contribution": "; ".join(part.contribution for part in parts),
            "post": with_post and with_post["post"],
            "post_label": with_post and _post(joining, with_post),
            **_posts(joining, meeting, first.person),
            "statement_count": len(parts),
            "statement": statement["id"],
            **joining.passages(statement["id"]),
        }
    )


def _post(joining: Joining, attendant: Row) -> str:
    post = joining.row("posts", attendant["post"])
    return joining.qualified(_in_body(joining, post["title"], post["belongs_to"]) if post else "", attendant)


def _in_body(joining: Joining, title: str, body: str) -> str:
    """Name a post with its body, unless the title names the body itself."""
    label = str(joining.label(body))
    return title if label.casefold() in title.casefold() else f"{title}, {label}"


def _posts(joining: Joining, meeting: Row, person: str) -> Row:
    """Sort the tenures that a person may have had on the days of a meeting into those of the three columns."""
    if "date_edtf" not in meeting:
        return {}
    found: dict[str, list[str]] = {name: [] for name in POSTS}
    tenures: dict[str, list[str]] = {name: [] for name in POSTS}
    for held in posts_held(joining.corpus).held_on(person, parse(meeting["date_edtf"])):
        tenure = joining.row("tenures", held.tenure)
        assert tenure is not None
        is_certain = held.verdict == "certain" and meeting["date_certainty"] == "asserted"
        is_possible = "start_edtf" in tenure or "end_edtf" in tenure or _is_told_of(tenure, meeting)
        column = "posts_certain" if is_certain else "posts_possible" if is_possible else "posts_other"
        found[column].append(_tenure(joining, tenure))
        tenures[column].append(held.tenure)
    row: dict[str, Any] = {name: "; ".join(posts) for name, posts in found.items()}
    return row | {"tenures": "; ".join(address for addresses in tenures.values() for address in addresses)}


def _is_told_of(tenure: Row, meeting: Row) -> bool:
    """Say whether a post is told of a time that can share a day with the known days of a meeting."""
    known = [meeting[name] for name in ("date_earliest", "date_latest") if name in meeting]
    told = [tenure[name] for name in ("as_of_earliest", "as_of_latest") if name in tenure]
    return bool(known) and bool(told) and told[0] <= known[-1] and known[0] <= told[-1]


def _tenure(joining: Joining, tenure: Row) -> str:
    post = joining.row("posts", tenure.get("post"))
    title = tenure.get("title") or (post and post["title"]) or "post not named"
    said = _in_body(joining, title, tenure["organization"])
    limits = [] if tenure["status"] == "held" else [joining.word("tenure-status", tenure["status"])]
    limits += [f"{word} {_date(joining, tenure, key)}" for key, word in DATES.items() if f"{key}_edtf" in tenure]
    return joining.qualified(f"{said} [{', '.join(limits)}]" if limits else said, tenure)


def _date(joining: Joining, row: Row, key: str) -> str:
    doubts = {name: row[f"{key}_{name}"] for name in ("basis", "certainty", "hedge") if f"{key}_{name}" in row}
    return joining.qualified(row[f"{key}_edtf"], doubts)
