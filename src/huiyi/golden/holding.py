"""Holds golden facts against the records, and says of each that does not hold what was expected and what was found."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from huiyi.evidence import MOST_WORDS, NotFound, locate, selector, words_in
from huiyi.findings import Fault, placed
from huiyi.golden.facts import MALFORMED
from huiyi.golden.paths import NoPathError, follow, leads_to_list, reached
from huiyi.values.nearest import nearest
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from huiyi.corpus import Corpus
    from huiyi.findings import Finding, Route
    from huiyi.golden.facts import GoldenFact
    from huiyi.schemas import Shape

BROKEN = "golden-fact-broken"


class Place(NamedTuple):
    """A mapping in a record, with its shape and the route to it."""

    shape: Shape
    value: Mapping[str, Any]
    route: Route = ()


@dataclass(frozen=True)
class GoldenTally:
    """What the facts proved on one source came to: how many there are, and how many hold or do not hold.

    A fact about a record whose own file failed, or one that is itself malformed, neither holds nor is broken.
    """

    source: str
    facts: int
    held: int
    broken: int


def check_golden(corpus: Corpus, facts: Sequence[GoldenFact]) -> tuple[list[Finding], tuple[GoldenTally, ...]]:
    """Give a finding for each fact that does not hold, or that asks for what no record could have; and count by source.

    About a record whose own file failed nothing is said.
    """
    findings: list[Finding] = []
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for fact in facts:
        found = list(_judge(corpus, fact))
        findings += found
        codes = {finding.code for finding in found}
        is_silent = MALFORMED in codes or corpus.is_unread(fact.data["about"])
        counts[fact.source]["broken" if BROKEN in codes else "unjudged" if is_silent else "held"] += 1
    tallies = (
        GoldenTally(source, count.total(), count["held"], count["broken"]) for source, count in sorted(counts.items())
    )
    return findings, tuple(tallies)


def _judge(corpus: Corpus, golden: GoldenFact) -> Iterator[Finding]:
    """Give what is wrong with a fact where it is written, and how it is broken where the record says otherwise."""
    fact = golden.data
    yield from (golden.finding(MALFORMED, fault) for fault in _unsound_evidence(corpus, fact["evidence"]))
    about = fact["about"]
    if corpus.is_unread(about):
        return
    node = corpus.node(about)
    if node is None:
        hint = nearest(about.partition("#")[0], corpus.records)
        yield golden.finding(BROKEN, Fault(f"there is no '{escape(about, 120)}' any more", ("about",), hint))
    elif (misnamed := _misnamed(node.shape, fact)) is not None:
        yield golden.finding(MALFORMED, misnamed)
    elif (failure := _failure(Place(node.shape, node.value, node.route), fact)) is not None:
        line = golden.document.locate(("facts", golden.position)).line
        message = f"{failure.message} ({golden.document.path}:{line})"
        document = corpus.records[about.partition("#")[0]].document
        yield placed(document, BROKEN, Fault(message, failure.route, _why(fact)))


def _unsound_evidence(corpus: Corpus, evidence: Sequence[Mapping[str, Any]]) -> Iterator[Fault]:
    """Give what keeps an item of evidence from pointing to a passage; without the texts only its lines are judged."""
    for number, item in enumerate(evidence):
        route: Route = ("evidence", number)
        source = corpus.records.get(item["source"])
        if source is None or source.kind.name != "source":
            if not corpus.is_unread(item["source"]):
                yield Fault(f"there is no source '{escape(item['source'], 120)}'", (*route, "source"))
            continue
        first, last = item["lines"]
        count = source.data["line_count"]
        if not first <= last <= count:
            yield Fault(f"[{first}, {last}] are not lines of {source.id}, which has {count}", (*route, "lines"))
            continue
        for end in ("from", "to"):
            if words_in(item.get(end, "")) > MOST_WORDS:
                yield Fault(f"'{end}' has more than {MOST_WORDS} words", (*route, end), "keep the outermost ones")
        text = corpus.texts.get(source.id)
        place = locate(selector(item), text) if text else None
        if isinstance(place, NotFound):
            yield Fault(place.reason, (*route, "lines"), place.hint)


def _misnamed(shape: Shape, fact: Mapping[str, Any]) -> Fault | None:
    """Give the first path that no record of this kind can have: a misspelt one would be found absent for ever."""
    route: Route = ("among",)
    try:
        if "among" in fact:
            inner, _ = follow(shape, fact["among"])
            if inner is None or not leads_to_list(shape, fact["among"]):
                return Fault(f"'{escape(fact['among'], 80)}' is not a list of mappings", route)
            shape = inner
        for key in fact.get("where", ()):
            route = ("where", key)
            follow(shape, key)
        if "field" in fact:
            route = ("field",)
            _, is_many = follow(shape, fact["field"])
            if "includes" in fact and not is_many:
                return Fault(f"'{fact['field']}' is no list; 'expected' names its one value", ("includes",))
    except NoPathError as error:
        return Fault(str(error), route, error.hint, at_key="where" in route)
    return None


def _failure(place: Place, fact: Mapping[str, Any]) -> Fault | None:
    """Give the fault of a fact that does not hold, whose paths are all possible, in the record that breaks it."""
    if "among" in fact:
        inner, _ = follow(place.shape, fact["among"])
        assert inner is not None
        found = reached(place.shape, place.value, fact["among"])
        items = [Place(inner, item.value, (*place.route, *item.route)) for item in found]
        chosen = [item for item in items if all(_fits(item, *one) for one in fact.get("where", {}).items())]
        wanted = fact.get("count", 1)
        if len(chosen) != wanted:
            told = f"of {len(items)} items of '{fact['among']}' {len(chosen)} are such"
            listing = (*place.route, *fact["among"].split("."))
            route = chosen[-1].route if len(chosen) > wanted else listing
            return Fault(f"{told}, where {wanted} was expected", route)
        if "count" in fact:
            return None
        place = chosen[0]
    return _difference(place, fact)


def _fits(item: Place, path: str, wanted: Any) -> bool:
    """Say whether an item has a value at a path, or all values of a list there; null asks that it has none."""
    found = _values(item, path)
    if wanted is None:
        return not found
    every = wanted if isinstance(wanted, list) and wanted not in found else [wanted]
    return all(any(_is_same(one, value) for value in found) for one in every)


def _values(item: Place, path: str) -> list[Any]:
    return [one.value for one in reached(item.shape, item.value, path)]


def _difference(place: Place, fact: Mapping[str, Any]) -> Fault | None:
    field = fact["field"]
    found = _values(place, field)
    route = (*place.route, *field.split("."))
    if "includes" in fact:
        missing = [wanted for wanted in fact["includes"] if not any(_is_same(wanted, value) for value in found)]
        told = f"'{field}' is {_shown(found)}, where {_shown(missing)} was expected among them"
        return Fault(told, route) if missing else None
    _, is_many = follow(place.shape, field)
    value = found if is_many else next(iter(found), None)
    # A list that is not there holds nothing: to expect null of it is to expect that.
    if _is_same(fact["expected"], (value or None) if is_many and fact["expected"] is None else value):
        return None
    return Fault(f"'{field}' is {_shown(value)}, where {_shown(fact['expected'])} was expected", route)


def _why(fact: Mapping[str, Any]) -> str:
    return escape(fact["says"], 200)


def _is_same(one: Any, other: Any) -> bool:
    return isinstance(one, bool) is isinstance(other, bool) and bool(one == other)


def _shown(value: Any) -> str:
    if value is None or value == []:
        return "absent"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return escape(", ".join(map(_shown, value)), 160)
    return escape(str(value).lower() if isinstance(value, bool) else f"'{value}'", 100)
