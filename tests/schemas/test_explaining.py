"""One fault in a record is told once, in words that name the key, with a hint that helps."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest

from huiyi.schemas import completed
from huiyi.schemas.explaining import explained
from huiyi.values.nearest import nearest

if TYPE_CHECKING:
    from huiyi.findings import Route
    from huiyi.schemas import Contract

MEETING: dict[str, Any] = {
    "id": "third-lake-county-conference",
    "type": "work-conference",
    "names": [{"text": "Third Lake County conference", "language": "en", "system": "english"}],
    "ordinal": 3,
    "enlarged": True,
    "date": {"edtf": "1953-09-21/1953-09-24", "printed": "21-24 September"},
    "attendance": {
        "complete": "partial",
        "groups": [{"group": "delegates", "presence": "present", "count": {"value": 40}}],
        "people": [{"person": "zhang-san", "presence": "present"}],
    },
    "agenda": [{"text": "dykes", "about": ["care-of-the-dykes", "directive-on-dykes"]}],
    "decisions": [{"text": "Every village names a keeper.", "status": "adopted"}],
    "remarks": [
        {
            "sequence": 1,
            "printed_number": "1",
            "points": [{"text": "Rain fell.", "citations": [{"work": "wang-wu-dykes", "pages": "12"}]}],
            "see": [{"remark": "third-lake-county-conference#remark-1"}],
        }
    ],
    "reviewed": "1990-05-01",
    "evidence": [{"source": "lake-county-chronicle", "lines": [4, 5], "from": "Rain fell", "to": "the dyke"}],
}

TAKEN_AWAY = object()
"""Stands for: the key is taken away."""

EDITS: list[tuple[Route, Any, str]] = [
    (("id",), "Third", "malformed-identifier"),
    (("id",), 3, "wrong-type"),
    (("id",), "x" * 121, "too-long"),
    (("id",), "", "malformed-identifier"),
    (("type",), TAKEN_AWAY, "missing-key"),
    (("type",), "Work conference", "malformed-identifier"),
    (("names",), TAKEN_AWAY, "missing-key"),
    (("names",), [], "empty-value"),
    (("names",), "Third conference", "wrong-type"),
    (("names", 0), "Third conference", "wrong-type"),
    (("names", 0, "text"), TAKEN_AWAY, "missing-key"),
    (("names", 0, "text"), "", "empty-value"),
    (("names", 0, "text"), "Third\n", "malformed-value"),
    (("names", 0, "text"), "x" * 301, "too-long"),
    (("names", 0, "language"), "english", "value-not-allowed"),
    (("names", 0, "langauge"), "en", "unknown-key"),
    (("ordinal",), 0, "out-of-range"),
    (("ordinal",), "3", "wrong-type"),
    (("ordinal",), True, "wrong-type"),
    (("ordinal",), 1.5, "wrong-type"),
    (("ordinal",), None, "wrong-type"),
    (("enlarged",), "yes", "wrong-type"),
    (("enlarged",), 1, "wrong-type"),
    (("date",), "1953-09-21", "wrong-type"),
    (("date",), {}, "missing-key"),
    (("date", "edtf"), TAKEN_AWAY, "missing-key"),
    (("date", "edtf"), 1953, "wrong-type"),
    (("date", "edtf"), "", "malformed-date"),
    (("date", "edtf"), "September 1953", "malformed-date"),
    (("date", "edtf"), "1953-09-21\n", "malformed-date"),
    (("date", "edtf"), "1953-09-31", "impossible-date"),
    (("date", "edtf"), "1954/1953", "reversed-interval"),
    (("attendance", "complete"), False, "wrong-type"),
    (("attendance", "complete"), "no", "value-not-allowed"),
    (("attendance", "groups", 0, "count"), 40, "wrong-type"),
    (("attendance", "groups", 0, "count", "value"), -1, "out-of-range"),
    (("attendance", "groups", 0, "count", "value"), 10**400, "out-of-range"),
    (("attendance", "people", 0, "person"), "Zhang San", "malformed-identifier"),
    (("attendance", "people", 0, "reason_of_absence"), "ill", "unknown-key"),
    (("agenda", 0, "about"), [], "empty-value"),
    (("agenda", 0, "about", 1), "care-of-the-dykes", "repeated-item"),
    (("agenda", 0, "about", 1), "Dykes", "malformed-identifier"),
    (("agenda", 0, "about", 1), None, "wrong-type"),
    (("decisions", 0, "status"), TAKEN_AWAY, "missing-key"),
    (("remarks", 0, "sequence"), 0, "out-of-range"),
    (("remarks", 0, "points", 0), {}, "missing-key"),
    (("remarks", 0, "points", 0, "citations", 0), {}, "empty-value"),
    (("remarks", 0, "see", 0, "remark"), "remark 1", "malformed-identifier"),
    (("reviewed",), "1990-02-30", "malformed-date"),
    (("reviewed",), "1990", "malformed-date"),
    (("evidence", 0, "lines"), [], "empty-value"),
    (("evidence", 0, "lines"), [4], "too-short"),
    (("evidence", 0, "lines"), [4, 5, 6], "too-long"),
    (("evidence", 0, "lines"), "4-5", "wrong-type"),
    (("evidence", 0, "lines", 1), "5", "wrong-type"),
    (("evidence", 0, "lines", 0), 0, "out-of-range"),
    (("evidence", 0, "page"), "4", "unknown-key"),
    (("remark",), [], "unknown-key"),
]


def edited(route: Route, value: Any) -> dict[str, Any]:
    record = copy.deepcopy(MEETING)
    holder: Any = record
    for part in route[:-1]:
        holder = holder[part]
    if value is TAKEN_AWAY:
        del holder[route[-1]]
    else:
        holder[route[-1]] = value
    return record


def told(contract: Contract, route: Route, value: Any) -> tuple[str, str, str]:
    """Give the code, message and hint of the one fault that an edit makes."""
    ((code, fault),) = explained(contract.kinds["meeting"].schema, edited(route, value))
    return code, fault.message, fault.hint


def test_the_record_is_right_before_the_edit(contract: Contract) -> None:
    assert contract.faults(contract.kinds["meeting"], MEETING) == []


@pytest.mark.parametrize(("route", "value", "code"), EDITS)
def test_one_fault_gives_one_finding_at_its_place(contract: Contract, route: Route, value: Any, code: str) -> None:
    ((found, fault),) = contract.faults(contract.kinds["meeting"], edited(route, value))
    assert found == code
    if value is TAKEN_AWAY:
        assert fault.route == route[:-1]
    elif code != "missing-key":
        assert fault.route == route
    else:
        assert fault.route[: len(route)] == route


@pytest.mark.parametrize(
    ("route", "value", "message", "hint"),
    [
        (("ordinal",), None, "'ordinal' is null, not a whole number", "leave the key out"),
        (("ordinal",), "3", "'ordinal' is '3', not a whole number", "take the quotation marks away"),
        (("date", "edtf"), 1953, "'edtf' is 1953, not text", "put it in quotation marks"),
        (("names", 0), "x", "an item of 'names' is 'x', not a mapping", "write {text: x, language: …, system: …}"),
        (("names", 0, "langauge"), "en", "'langauge' is not a key of name", "did you mean 'language'?"),
        (("names", 0, "zzz"), "en", "'zzz' is not a key of name", "allowed here: anomalies, "),
        (("names", 0, "language"), "EN", "'language' is 'EN', not one of en, zh, ru", "did you mean 'en'?"),
        (("names", 0, "text"), TAKEN_AWAY, "name lacks 'text'", "The form itself, spelt as printed."),
        (("evidence", 0, "lines"), [4], "'lines' has 1 item, fewer than 2", ""),
        (("evidence", 0, "lines"), [4, 5, 6], "'lines' has 3 items, more than 2", ""),
        (("evidence", 0, "lines", 0), 0, "an item of 'lines' is 0, less than 1", ""),
        (("names", 0, "text"), " x", "'text' is ' x', which has the wrong form", "no space or line break"),
        (("agenda", 0, "about", 1), "care-of-the-dykes", "'care-of-the-dykes' stands twice in the list", "keep one"),
    ],
)
def test_a_finding_says_what_is_there_and_what_should_be(
    contract: Contract, route: Route, value: Any, message: str, hint: str
) -> None:
    _, given, proposed = told(contract, route, value)
    assert given == message
    assert proposed.startswith(hint)


@pytest.mark.parametrize(
    ("route", "value", "hint"),
    [
        (("date",), "1902-10-12", "write {edtf: 1902-10-12}"),
        (("date",), 1902, 'write {edtf: "1902"}'),
        (("date",), "12: x", 'write {edtf: "12: x"}'),
        (("date",), "x" * 61, "write {edtf: …}"),
        (("date",), [], ""),
        (("date",), True, ""),
        (("attendance", "groups", 0, "count"), 40, "write {value: 40}"),
        (("attendance", "groups", 0, "count"), "forty", ""),
        (("attendance", "people", 0), "zhang-san", "write {person: zhang-san, presence: …}"),
        (("remarks", 0, "points"), "Rain fell", "write - text: Rain fell"),
        (("remarks", 0, "points"), "Rain, fog", 'write - {text: "Rain, fog"}'),
        (("remarks", 0, "points"), {"text": "Rain fell"}, "put '- ' before it, as an item of a list"),
        (("names",), "Third", "write - {text: Third, language: …, system: …}"),
        (("names",), 3, 'write - {text: "3", language: …, system: …}'),
        (("agenda", 0, "about"), "care-of-the-dykes", "write [care-of-the-dykes]"),
        (("agenda", 0, "about"), "no", 'write ["no"]'),
        (("evidence", 0, "lines"), 27, "write [27, 27]"),
        (("evidence", 0, "lines"), "27", "write [27, 27]"),
        (("evidence", 0, "lines"), "27-31", "write [27, 31]"),
        (("evidence", 0, "lines"), "page 27", ""),
        (("evidence", 0, "lines"), {"first": 27}, ""),
        (("enlarged",), "true", "take the quotation marks away"),
        (("enlarged",), 1, ""),
    ],
)
def test_a_value_of_the_wrong_type_is_proposed_in_the_right_form(
    contract: Contract, route: Route, value: Any, hint: str
) -> None:
    code, _, proposed = told(contract, route, value)
    assert (code, proposed) == ("wrong-type", hint)


@pytest.mark.parametrize(
    ("route", "renamed", "found"),
    [
        (("type",), "typ", ["unknown-key"]),
        (("names", 0, "language"), "langauge", ["unknown-key"]),
        (("remarks", 0, "points", 0, "text"), "Text", ["unknown-key"]),
        (("decisions", 0, "status"), "outcome", ["missing-key", "unknown-key"]),
    ],
)
def test_a_misspelt_key_is_not_missing_too(contract: Contract, route: Route, renamed: str, found: list[str]) -> None:
    record = edited(route, TAKEN_AWAY)
    holder: Any = record
    for part in route[:-1]:
        holder = holder[part]
    holder[renamed] = "en"
    assert sorted(code for code, _ in explained(contract.kinds["meeting"].schema, record)) == found


def test_a_key_misspelt_in_one_mapping_is_still_missing_in_another(contract: Contract) -> None:
    record = {**MEETING, "names": [{"text": "x", "langauge": "en", "system": "english"}, {"text": "y", "system": "x"}]}
    faults = explained(contract.kinds["meeting"].schema, record)
    assert {(code, fault.route) for code, fault in faults} >= {
        ("unknown-key", ("names", 0, "langauge")),
        ("missing-key", ("names", 1)),
    }


@pytest.mark.parametrize("kind", ["work", "person", "statistic", "organization"])
def test_a_record_among_those_of_another_kind_is_one_finding(contract: Contract, kind: str) -> None:
    ((code, fault),) = contract.faults(contract.kinds[kind], {**MEETING, "ordinal": 0})
    assert (code, fault.route) == ("misplaced-record", ())
    assert fault.message == f"the keys are those of the kind 'meeting', not of '{kind}'"
    assert fault.hint == "move the file to records/meeting/, or mend its keys"


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("meeting", {**MEETING, "venue": 1, "chair": 2}),
        ("organization", {"id": "a", "type": "committee", "names": MEETING["names"], "remarks": []}),
        ("work", {"id": "a", "names": MEETING["names"], "points": []}),
        ("meeting", {"names": []}),
        ("meeting", {}),
        ("meeting", None),
        ("meeting", ["id", "names"]),
    ],
)
def test_only_a_record_that_is_surely_of_another_kind_is_called_so(contract: Contract, kind: str, data: Any) -> None:
    assert contract.likely_kind(contract.kinds[kind], data) is None
    assert {code for code, _ in contract.faults(contract.kinds[kind], data)} & {"misplaced-record"} == set()


@pytest.mark.parametrize("text", ["\x1b[31m", "a\nb", "\u202eabc", "x " * 2500, "::error::", "会议\u200b"])
def test_what_a_record_holds_has_no_power_over_the_screen(contract: Contract, text: str) -> None:
    _, key_message, key_hint = told(contract, (text,), 1)
    _, value_message, value_hint = told(contract, ("type",), text)
    for shown in (key_message, key_hint, value_message, value_hint):
        assert shown.isprintable()
        assert len(shown) < 300


def test_several_faults_are_told_side_by_side(contract: Contract) -> None:
    record = {**MEETING, "ordinal": 0, "date": {"edtf": "x"}, "extra": 1, "other": 2}
    del record["type"]
    codes = sorted(code for code, _ in explained(contract.kinds["meeting"].schema, record))
    assert codes == ["malformed-date", "missing-key", "out-of-range", "unknown-key", "unknown-key"]


@pytest.mark.parametrize(
    ("word", "found"),
    [("langauge", "language"), ("LANGUAGE", "language"), ("edtf", ""), ("", ""), ("text", "text")],
)
def test_only_a_word_that_is_near_is_proposed(word: str, found: str) -> None:
    assert nearest(word, ["attributed_to", "language", "text"]) == (f"did you mean '{found}'?" if found else "")


def test_nothing_is_proposed_where_there_are_no_words() -> None:
    assert nearest("word", []) == ""


def test_a_record_is_completed_with_usual_values_at_every_depth_and_nothing_else(contract: Contract) -> None:
    whole = completed(contract.kinds["meeting"].shape, MEETING)
    assert whole["status"] == "held"
    assert whole["date"]["basis"] == "stated"
    assert whole["attendance"]["groups"][0]["count"] == {"value": 40, "comparator": "exactly"}
    assert whole["remarks"][0]["points"][0]["citations"][0]["certainty"] == "asserted"
    assert "hedge" not in whole
    assert list(whole)[:3] == ["id", "type", "names"]
    assert completed(contract.kinds["meeting"].shape, whole) == whole
