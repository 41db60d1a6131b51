"""Every form of the date profile with its bounds, and every refusal with its reason."""

from __future__ import annotations

import pickle
import re
from datetime import date

import jsonschema
import jsonschema_rs
import pytest

from huiyi.values.dates import (
    PATTERN,
    NotEdtf,
    after,
    before,
    parse,
    weekday,
    within,
)

# text, first day, last day, precision, qualifier; an empty day is an open or unknown end
VALID = """
1953                       1953-01-01 1953-12-31 year
1000                       1000-01-01 1000-12-31 year
9999                       9999-01-01 9999-12-31 year
1953-09                    1953-09-01 1953-09-30 month
1953-12                    1953-12-01 1953-12-31 month
1953-02                    1953-02-01 1953-02-28 month
1956-02                    1956-02-01 1956-02-29 month
1900-02                    1900-02-01 1900-02-28 month
2000-02                    2000-02-01 2000-02-29 month
1953-09-21                 1953-09-21 1953-09-21 day
1956-02-29                 1956-02-29 1956-02-29 day
2000-02-29                 2000-02-29 2000-02-29 day
1953-12-31                 1953-12-31 1953-12-31 day
9999-12-31                 9999-12-31 9999-12-31 day
1953?                      1953-01-01 1953-12-31 year     uncertain
1954-08~                   1954-08-01 1954-08-31 month    approximate
1953-09-21%                1953-09-21 1953-09-21 day      both
1956-02-29?                1956-02-29 1956-02-29 day      uncertain
195X                       1950-01-01 1959-12-31 decade
100X                       1000-01-01 1009-12-31 decade
999X                       9990-01-01 9999-12-31 decade
19XX                       1900-01-01 1999-12-31 century
10XX                       1000-01-01 1099-12-31 century
195X~                      1950-01-01 1959-12-31 decade   approximate
19XX?                      1900-01-01 1999-12-31 century  uncertain
1953-XX                    1953-01-01 1953-12-31 year
1953-XX-XX                 1953-01-01 1953-12-31 year
1953-XX-XX%                1953-01-01 1953-12-31 year     both
1953-09-XX                 1953-09-01 1953-09-30 month
1956-02-XX                 1956-02-01 1956-02-29 month
1953-02-XX~                1953-02-01 1953-02-28 month    approximate
1953-21                    1953-03-01 1953-05-31 season
1953-22                    1953-06-01 1953-08-31 season
1953-23                    1953-09-01 1953-11-30 season
1953-24                    1953-12-01 1954-02-28 season
1955-24                    1955-12-01 1956-02-29 season
9999-24                    9999-12-01 9999-12-31 season
1953-33                    1953-01-01 1953-03-31 season
1953-34                    1953-04-01 1953-06-30 season
1953-35                    1953-07-01 1953-09-30 season
1953-36                    1953-10-01 1953-12-31 season
1953-40                    1953-01-01 1953-06-30 season
1953-41                    1953-07-01 1953-12-31 season
1953-09-21/1953-10-27      1953-09-21 1953-10-27 interval
1953-09-21/1953-09-21      1953-09-21 1953-09-21 interval
1953/1954                  1953-01-01 1954-12-31 interval
1953-09/1954-02            1953-09-01 1954-02-28 interval
1953/1953-02               1953-01-01 1953-02-28 interval
1953-12-31/1953            1953-12-31 1953-12-31 interval
1953-09-21?/1953-10-27     1953-09-21 1953-10-27 interval uncertain
1953-09-21/1953-10~        1953-09-21 1953-10-31 interval approximate
1953?/1954~                1953-01-01 1954-12-31 interval both
1953~/1954~                1953-01-01 1954-12-31 interval approximate
195X/1961-XX               1950-01-01 1961-12-31 interval
1953-09-XX/1953-10-27      1953-09-01 1953-10-27 interval
../1954-03-23              -          1954-03-23 interval
/1954-03                   -          1954-03-31 interval
1954-03-23/..              1954-03-23 -          interval
1954-03/                   1954-03-01 -          interval
../1954?                   -          1954-12-31 interval uncertain
1954~/                     1954-01-01 -          interval approximate
[1953,1954-02]             1953-01-01 1954-02-28 set
[1954-02,1953]             1953-01-01 1954-02-28 set
[1953-09-01..1953-09-21]   1953-09-01 1953-09-21 set
[1953-09..1953-11,1954]    1953-09-01 1954-12-31 set
[..1953]                   -          1953-12-31 set
[1953..]                   1953-01-01 -          set
[..1953-02,1953-04-05]     -          1953-04-05 set
[1951,1953-02..]           1951-01-01 -          set
[..1950,1952..1953,1955..] -          -          set
[1950..1950]               1950-01-01 1950-12-31 set
[1951..1952,1953..1954]    1951-01-01 1954-12-31 set
[1951,1952-02..1952-03,1950..] 1950-01-01 -     set
"""

IMPOSSIBLE = """
1953-02-29 1953-02-30 1956-02-30 1900-02-29 1953-04-31 1953-06-31 1953-09-31 1953-11-31 1953-02-29?
1953-02-31~ 1953-04-31/1953-05-02 1953-04-01/1953-04-31 ../1953-02-29 1953-02-30/ [1953-02-29,1954]
[1953-02-01..1953-02-29] [..1953-06-31] [1953-11-31..]
"""

REVERSED = """
1954/1953 1953-10-27/1953-09-21 1953-09-21/1953-09-20 1953-09-21/1953-08 1953-02/1952-XX 196X/1959
1954~/1953 1954-01-01/1953-XX-XX [1954..1953] [1953-09-21..1953-09-20] [1950,1954-02..1954-01]
"""

TIMES = "times are not"
PART = "qualification of a part"
LEVEL_2_X = "unspecified digits in this position"
MEMBER = "members of a set are plain"
SPACE = "spaces, line ends"
ASCII = "outside ASCII"
END = "an end of an interval is not a part of a year"
TWO = "two digits"
MALFORMED = {
    "": "empty",
    " ": SPACE,
    "1953\n": SPACE,
    "1953-09-21\n": SPACE,
    "1953\r": SPACE,
    " 1953": SPACE,
    "1953 ": SPACE,
    "1953-09 -21": SPACE,
    "1953 / 1954": SPACE,
    "[1953, 1954]": SPACE,
    "1953-09-21\x00": SPACE,
    "1953-09-21\u2028": ASCII,
    "１９５３": ASCII,
    "195٣": ASCII,
    "1953-0९": ASCII,
    "1953–1954": ASCII,
    "1953年": ASCII,
    "1953-09-21\u200b": ASCII,
    "1953-09-21T10:00": TIMES,
    "1953-09-21T10:00:00Z": TIMES,
    "1953-09-21Z": TIMES,
    "10:30": TIMES,
    "1950S2": "significant digits",
    "Y1950S2": "significant digits",
    "Y17E7": "exponential years",
    "Y-17E7": "exponential years",
    "Y170000002": "more than four digits",
    "y1953": "not a date such as",
    "{1953,1954}": "all their members",
    "{1953..1954}": "all their members",
    "-1953": "negative years",
    "-0001": "negative years",
    "-1953/1954": "negative years",
    "1953/-0044": "negative years",
    "/": "at least one date",
    "../..": "at least one date",
    "../": "at least one date",
    "/..": "at least one date",
    "..": "at least one date",
    "1953/09/21": "joined by hyphens",
    "1953/1954/1955": "two ends",
    "1953//1954": "two ends",
    "[1953?,1954]": MEMBER,
    "[195X]": MEMBER,
    "[1953-21,1954]": MEMBER,
    "[1953-36]": MEMBER,
    "[1953/1954]": MEMBER,
    "[..1953~]": MEMBER,
    "1953-21~": "qualified season",
    "1953-33?": "qualified season",
    "1953-41%": "qualified season",
    "[]": "several members",
    "[1953]": "several members",
    "[1953-09-21]": "several members",
    "[1950..1950-03]": "a range in a set",
    "[1950-03..1951]": "a range in a set",
    "[1950-03..1951-03-01]": "a range in a set",
    "[1949,1950-03-01..1951-03]": "a range in a set",
    "[..]": "not a date such as",
    "[1953,]": "not a date such as",
    "[,1953]": "not a date such as",
    "[1953..1954..1955]": "a range in a set",
    "[1953..,1954]": "not a date such as",
    "[1953,..1954]": "not a date such as",
    "[1953": "not a date such as",
    "1953]": "not a date such as",
    "1953,1954": "not a date such as",
    "1953..1954": "not a date such as",
    "1953?~": "one qualifier",
    "1953??": "one qualifier",
    "1953%?/1954": "one qualifier",
    "1953?-09": PART,
    "1953-~09": PART,
    "?1953-09": PART,
    "1953-09~-21": PART,
    "1953-?09-21": PART,
    "1953/~1954": PART,
    "1953-09-~21/1954": PART,
    "195x": "capital X",
    "195u": "capital X",
    "1953-uu": "capital X",
    "1X53": LEVEL_2_X,
    "1XXX": LEVEL_2_X,
    "XXXX": LEVEL_2_X,
    "X953": LEVEL_2_X,
    "0XXX": LEVEL_2_X,
    "19X3": LEVEL_2_X,
    "1953-1X": LEVEL_2_X,
    "1953-XX-21": LEVEL_2_X,
    "1953-09-1X": LEVEL_2_X,
    "195X-09": LEVEL_2_X,
    "195X-XX": LEVEL_2_X,
    "1953-25": "one hemisphere",
    "1953-32": "one hemisphere",
    "1953-29~": "one hemisphere",
    "1953-37": "quadrimesters",
    "1953-39": "quadrimesters",
    "1953-21/1954": END,
    "1953/1953-24": END,
    "1953-33~/..": END,
    "0999": "before 1000",
    "0000": "before 1000",
    "1953/0954": "before 1000",
    "[0953..1953]": "before 1000",
    "0953-09-21": "before 1000",
    "19530921": "joined by hyphens",
    "195309": "joined by hyphens",
    "12345": "joined by hyphens",
    "1953-9": TWO,
    "1953-9-21": TWO,
    "1953-09-1": TWO,
    "1953-09-1?": TWO,
    "1953-00": "months run",
    "1953-13": "months run",
    "1953-42": "months run",
    "1953-13-01": "months run",
    "1953-21-05": "months run",
    "1953-00-00": "months run",
    "1953-09-00": "days run",
    "1953-09-32": "days run",
    "1953-01-01/1953-01-99": "days run",
    "195": "not a date such as",
    "19": "not a date such as",
    "1953-": "not a date such as",
    "1953-09-": "not a date such as",
    "1953-09-21-": "not a date such as",
    "1953.09.21": "not a date such as",
    "c.1953": "not a date such as",
    "unknown": "capital X",
    "open": "not a date such as",
    "1953-W38": "not a date such as",
    "1953-264": "not a date such as",
    "1953-09-211": "not a date such as",
    "1953-21^northern": "not a date such as",
    "(1953)?": "not a date such as",
    "<b>": "not a date such as",
}


def _day(text: str) -> date | None:
    return None if text == "-" else date.fromisoformat(text)


@pytest.mark.parametrize("line", VALID.strip().splitlines())
def test_a_date_of_the_profile_has_its_bounds_precision_and_qualifier(line: str) -> None:
    text, first, last, precision, qualifier = [*line.split(), ""][:5]

    edtf = parse(text)

    assert (edtf.text, edtf.earliest, edtf.latest) == (text, _day(first), _day(last))
    assert (edtf.precision, edtf.qualifier) == (precision, qualifier)


@pytest.mark.parametrize("text", IMPOSSIBLE.split())
def test_a_day_that_no_calendar_has_is_impossible_though_its_syntax_is_right(text: str) -> None:
    assert re.match(PATTERN, text)
    with pytest.raises(NotEdtf, match=r"[0-9]{4}-[0-9]{2} has [0-9]{2} days$") as caught:
        parse(text)
    assert caught.value.fault == "impossible-date"


@pytest.mark.parametrize("text", REVERSED.split())
def test_an_interval_or_range_that_surely_ends_before_it_begins_is_reversed(text: str) -> None:
    assert re.match(PATTERN, text)
    with pytest.raises(NotEdtf, match=r"ends before it begins$") as caught:
        parse(text)
    assert caught.value.fault == "reversed-interval"


@pytest.mark.parametrize(("text", "reason"), MALFORMED.items())
def test_what_is_outside_the_profile_is_refused_by_name(text: str, reason: str) -> None:
    with pytest.raises(NotEdtf, match=reason) as caught:
        parse(text)
    assert caught.value.fault == "malformed-date"
    assert not re.match(PATTERN, text)


def test_both_json_schema_validators_read_the_pattern_as_the_parser_does() -> None:
    schema = {"type": "string", "pattern": PATTERN}
    python, rust = jsonschema.Draft202012Validator(schema), jsonschema_rs.Draft202012Validator(schema)
    accepted = [line.split()[0] for line in VALID.strip().splitlines()] + IMPOSSIBLE.split() + REVERSED.split()

    assert [text for text in accepted if not (python.is_valid(text) and rust.is_valid(text))] == []
    assert [text for text in MALFORMED if python.is_valid(text) or rust.is_valid(text)] == []
    assert PATTERN.isascii()


@pytest.mark.parametrize("text", ["1953\x1b[31m\u202e\n\ud800" + "9" * 500, "\n" * 100_000, "[" + "1953," * 20_000])
def test_a_refusal_is_one_short_line_whatever_the_text(text: str) -> None:
    with pytest.raises(NotEdtf) as caught:
        parse(text)
    message = str(caught.value)
    assert message.isprintable()
    assert len(message) < 300


def test_a_refusal_survives_the_way_from_one_process_to_another() -> None:
    refusal = pickle.loads(pickle.dumps(NotEdtf("1953-02-30", "impossible-date", "1953-02 has 28 days")))
    assert refusal.fault == "impossible-date"
    assert str(refusal) == "'1953-02-30': 1953-02 has 28 days"


def test_an_interval_knows_its_ends_and_whether_they_are_open_or_unknown() -> None:
    written, closed, ongoing = parse("1953-09~/1954"), parse("/1954"), parse("1954/..")

    assert (written.start, written.end) == (parse("1953-09~"), parse("1954"))
    assert (written.start_state, written.end_state) == ("written", "written")
    assert (closed.start, closed.start_state, closed.end_state) == (None, "unknown", "written")
    assert (ongoing.end, ongoing.end_state, ongoing.start_state) == (None, "open", "written")
    assert parse("../1954").start_state == "open"
    assert parse("1954/").end_state == "unknown"


def test_a_set_without_a_first_or_last_member_is_open_there() -> None:
    assert (parse("[..1953]").start_state, parse("[..1953]").end_state) == ("open", "written")
    assert (parse("[1953..]").start_state, parse("[1953..]").end_state) == ("written", "open")
    assert (parse("[1953,1955]").start_state, parse("[1953,1955]").end_state) == ("written", "written")


# a, b, then: before, after, within; y yes, n no, - unknown
COMPARED = """
1953-09-21            1953-09-22            ynn
1953-09-21            1953-09-21            nny
1953-09-22            1953-09-21            nyn
1953                  1954                  ynn
1953                  1953                  ---
1953                  1953-09-21            ---
1953-09-21            1953                  ---
1953                  1953-01-01            n--
1953-12-31            1953                  n--
1953-09               1953-10-01            ynn
1953?                 1980                  ---
1953                  1980~                 ---
1953                  195X                  ---
1953                  196X                  ynn
1953-24               1954-01               ---
1953-24               1954-03               ynn
1953-21               1952-12-31            nyn
1953-21               1953-02               ---
1953-33               1953-04-01            ynn
9999-24               9999-12-31            -n-
1953-09-21/1953-10-27 1953-10-01            nnn
1953-10-01            1953-09-21/1953-10-27 nny
1953-10               1953-09-21/1953-11-02 nny
1953-09               1953-09-21/1953-10-27 -n-
1953-08               1953-09-21/1953-10-27 ynn
1953-09-21/1953-10-27 1953-10-27/1953-11-05 nnn
1953-09-21/1953-10-27 1953-10-26/1953-11-05 nnn
1953-09-21/1953-10-27 1953-10-28/1953-11-05 ynn
1950/1953             1953/1956             -nn
1950/1953             1952/1956             nnn
1949/1957             1950/1953             nnn
1950/1953             1949/1957             nny
1954-03-23/..         1953                  nyn
1954-03-23/..         1960-01-01            -nn
1960                  1954-03-23/..         n--
1954-03-23/           1954-03-23/1955       nn-
../1954-03-23         1954-03-24            ynn
../1954-03-23         1950                  n-n
../1954-03-23         1955/..               ynn
1953~/1954-03-23      1955                  ynn
1953~/1954-03-23      1953-06               n-n
1953/1954?            1952                  nyn
[1953,1955]           1956                  ynn
[1953,1955]           1954                  ---
[..1953]              1954                  ynn
[1953..]              1952                  nyn
[1953-09-01..1953-09-21] 1953-08/1953-10    nny
"""


@pytest.mark.parametrize("line", COMPARED.strip().splitlines())
def test_comparisons_answer_only_what_is_certain(line: str) -> None:
    first, second, expected = line.split()
    a, b = parse(first), parse(second)
    answers = [compare(a, b) for compare in (before, after, within)]

    assert answers == [{"y": "yes", "n": "no", "-": "unknown"}[letter] for letter in expected]


def test_an_exact_day_has_a_weekday_and_no_other_date_has() -> None:
    assert weekday(parse("1949-10-01")) == "Saturday"
    assert weekday(parse("1956-02-29")) == "Wednesday"
    assert [weekday(parse(f"1953-09-{day}")) for day in range(21, 28)] == [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ]
    others = [
        "1953",
        "1953-09",
        "1953-09-21~",
        "1953-09-21/1953-09-21",
        "[1953-09-21..1953-09-21]",
        "1953-09-XX",
        "195X",
    ]
    assert {weekday(parse(text)) for text in others} == {None}
