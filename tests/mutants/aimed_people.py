"""Faults of sense that one rule alone can tell, of people, their names and posts, of bodies; each names its rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.mutants.aimed_dates import dates_of
from tests.mutants.aiming import aimed
from tests.mutants.cross_field import out
from tests.mutants.exchanged import other_reference, to_other_person
from tests.mutants.operators import Around, Change, respelt
from tests.mutants.slips import added, from_anywhere, to
from tests.mutants.sorts import at, is_block_entry, is_reference, is_text

from huiyi.rules.parent_of_wrong_type import CANNOT_HAVE

if TYPE_CHECKING:
    from tests.mutants.operators import Applies
    from tests.mutants.spots import Spot

PRESENCE = frozenset({"meeting.attendant", "meeting.speech"})
OTHER_ROLE = {"sufferer": "appointee", "appointee": "sufferer"}
SHORT = frozenset({"surname", "given-name"})
BORNE = frozenset({"sufferer", "target", "accused", "appointee", "beneficiary"})


def _died_before_last_meeting(spot: Spot, around: Around) -> Change | None:
    """Give a person who was at several meetings a day of death in the year of the last of them, before it."""
    references = around.corpus.references_to.get(spot.record.id, ())
    meetings = [one.record.data.get("date", {}) for one in references if one.node.shape.name in PRESENCE]
    years = sorted({int(date["edtf"][:4]) for date in meetings if date.get("edtf", "")[:4].isdigit()})
    if len(years) < len(("before", "after")):
        return None
    return added(spot, "death_date", f'{{edtf: "{years[-1]}-01-01", basis: supplied, reason: An obituary has it so.}}')


def _ended(spot: Spot, _around: Around) -> Change | None:
    reason = "The source names a successor."
    return added(spot, "end", f'{{edtf: "1945", basis: supplied, reason: {reason}}}')


def _to_start(spot: Spot, _around: Around) -> Change | None:
    tenure = spot.node.parent.value if spot.node.parent else {}
    return respelt(spot, tenure["start"]["edtf"]) if "start" in tenure else None


def _preferred_moved(spot: Spot, _around: Around) -> Change | None:
    """Mark the short form of a name as the one to show, and not the whole one."""
    marked = next((line for line, text in enumerate(spot.sheet.lines, 1) if text.strip() == "preferred: true"), None)
    change = added(spot, "preferred", "true")
    if marked is None or change is None or marked > spot.line:
        return None
    lines = change.text.split("\n")
    kept = "\n".join([*lines[: marked - 1], *lines[marked:]])
    return Change(kept, (change.lines[0] - 1, change.lines[1] - 1), change.before, change.after)


def _is_short_beside_whole(spot: Spot) -> bool:
    """Say whether a spot is the form of a short name in the system of the preferred one."""
    names = spot.record.data.get("names", ())
    is_form = at("form", shape="name")(spot) and is_block_entry(spot) and spot.route[0] == "names"
    systems = {name["system"] for name in names if name.get("preferred") and name["form"] == "full"}
    return is_form and spot.value in SHORT and spot.node.value["system"] in systems


def _to_post_beside(spot: Spot, around: Around) -> Change | None:
    """Lead to another post of the same body."""
    body = around.corpus.records.get(spot.value.partition("#")[0])
    posts = [f"{body.id}#post-{post['key']}" for post in body.data.get("posts", ())] if body else []
    others = [post for post in posts if post != spot.value]
    return respelt(spot, around.random.choice(others)) if others else None


def _to_wrong_parent(spot: Spot, around: Around) -> Change | None:
    wrong = CANNOT_HAVE.get(spot.record.data["type"], frozenset())
    bodies = around.corpus.by_kind["organization"]
    others = [one.id for one in bodies if one.data["type"] in wrong and one is not spot.record]
    return respelt(spot, around.random.choice(others)) if others else None


def _roleswap(spot: Spot, _around: Around) -> Change | None:
    return respelt(spot, OTHER_ROLE.get(spot.value))


def _only_mention_swapped(spot: Spot, around: Around) -> Change | None:
    if around.corpus.shape_at(spot.value) != "person":
        return None
    references = around.corpus.references_to.get(spot.value, ())
    is_only = sum(one.record is spot.record for one in references) == 1
    return other_reference(spot, around) if is_only else None


def _of_name(key: str, *values: str) -> Applies:
    return lambda spot: at(key, shape="name")(spot) and spot.value in values and spot.token is not None


OPERATORS = (
    aimed(
        "death-before-last-meeting",
        "somebody dies between the first and the last meeting that they are at",
        lambda s: s.name == "id" and s.record.kind.name == "person" and s.node.parent is None,
        _died_before_last_meeting,
        "dead-at-meeting",
    ),
    aimed(
        "tenure-over-before-acts",
        "a tenure ends before its holder acts in the post",
        lambda s: at("organization", shape="person.tenure")(s) and is_block_entry(s) and "start" not in s.node.value,
        _ended,
        "acts-after-removal",
    ),
    aimed(
        "end-of-tenure-too-early",
        "a tenure ends in the year in which it begins",
        lambda s: dates_of("person.tenure")(s) and s.node.route[-1] == "end",
        _to_start,
        "acts-after-removal",
    ),
    aimed(
        "post-still-to-come",
        "a post that somebody took up is one that they were only to get",
        lambda s: at("organization", shape="person.tenure")(s) and is_block_entry(s),
        lambda s, _: added(s, "status", "prospective"),
        "taken-post-as-prospective",
    ),
    aimed(
        "post-beside",
        "a tenure is of another post of the body",
        at("post", shape="person.tenure"),
        _to_post_beside,
        "title-against-post",
    ),
    aimed(
        "acting-in-another-post",
        "somebody acts in a post that others have",
        lambda s: at("post")(s) and s.node.shape.name in {"meeting.attendant", "event.participant"},
        from_anywhere,
        "post-without-tenure",
    ),
    aimed(
        "role-in-event-swapped",
        "who suffers in an event, or gains by it, began it",
        lambda s: at("role", shape="event.participant")(s) and s.value in BORNE and is_text(s),
        to("initiator"),
        "role-against-event",
    ),
    aimed(
        "appointed-for-dismissed",
        "who lost a post got it, or the other way round",
        lambda s: at("role", shape="event.participant")(s) and "post" in s.node.value,
        _roleswap,
        "role-against-tenure",
    ),
    aimed(
        "named-in-title-alone",
        "the only reference to whom the identifier names leads to another",
        lambda s: is_reference(s) and s.value.partition("-")[0] in s.record.id.split("-"),
        _only_mention_swapped,
        "named-in-title-unreferred",
    ),
    aimed(
        "parent-impossible",
        "a body is below one that cannot be its parent",
        at("parent", shape="organization"),
        _to_wrong_parent,
        "parent-of-wrong-type",
    ),
    aimed(
        "short-name-shown",
        "a surname is the name to show",
        _is_short_beside_whole,
        _preferred_moved,
        "short-name-preferred",
    ),
    aimed(
        "no-name-shown",
        "no name is the one to show",
        lambda s: at("preferred", shape="name")(s) and is_block_entry(s),
        out,
        "preferred-missing",
    ),
    aimed(
        "short-name-called-stated",
        "a surname is stated to be somebody's",
        lambda s: at("basis", shape="name")(s) and s.node.value["form"] in SHORT and is_text(s),
        to("stated"),
        "unresolved-short-name",
    ),
    aimed(
        "language-swapped",
        "a name is in another language than its writing system",
        _of_name("language", "zh", "en"),
        lambda s, _: respelt(s, {"zh": "en", "en": "zh"}[s.value]),
        "language-mismatch",
    ),
    aimed(
        "wade-giles-called-pinyin",
        "a full name in Wade-Giles is said to be in pinyin",
        lambda s: _of_name("system", "wade-giles")(s) and s.node.value["form"] == "full",
        to("pinyin"),
        "wade-giles-as-pinyin",
    ),
    aimed(
        "characters-for-letters",
        "a romanised name is said to be in characters",
        _of_name("system", "pinyin", "wade-giles"),
        to("hanzi-simplified"),
        "script-mismatch",
    ),
    aimed(
        "tie-to-another",
        "a tie between two people leads to a third",
        at("person", shape="person.relation"),
        to_other_person,
        "relation-not-returned",
    ),
)
