"""Says what is wrong with a record that does not fit its schema: one coded fault for each value that is at fault."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from jsonschema import Draft202012Validator, FormatChecker

from huiyi.findings import Fault
from huiyi.schemas.formats import is_day, is_edtf
from huiyi.schemas.proposing import propose_form
from huiyi.values.dates import NotEdtf, parse
from huiyi.values.nearest import find_nearest, nearest
from huiyi.values.text import counted, escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from huiyi.findings import Route
    from huiyi.schemas.inlining import Schema

TYPE_NAMES = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
}
FIRST_REASONS = ("type", "minLength", "minItems", "maxLength", "maxItems", "enum", "pattern", "format")
"""Where one value fails several keywords, the first of these tells it best."""


@cache
def _formats() -> FormatChecker:
    checker = FormatChecker(formats=())
    checker.checks("edtf")(is_edtf)
    checker.checks("date")(is_day)
    return checker


class Failure(NamedTuple):
    """One failure of a value against a keyword of its schema."""

    keyword: str
    expected: Any
    schema: Schema
    value: Any
    route: Route
    message: str


def _failures(schema: Schema, data: Any) -> Iterator[Failure]:
    for error in Draft202012Validator(schema, format_checker=_formats()).iter_errors(data):
        route = tuple(error.absolute_path)
        local = error.schema if isinstance(error.schema, dict) else {}
        yield Failure(str(error.validator), error.validator_value, local, error.instance, route, error.message)


def explained(schema: Schema, data: Any) -> list[tuple[str, Fault]]:
    """Give the faults of a record: keys that are unknown or missing, then one for each value at fault."""
    told: dict[Route, Failure] = {}
    wrong_keys: list[Failure] = []
    for failure in _failures(schema, data):
        if failure.keyword in {"additionalProperties", "required"}:
            wrong_keys.append(failure)
        elif failure.route not in told or _rank(failure) < _rank(told[failure.route]):
            told[failure.route] = failure
    faults = list(_wrong_keys(wrong_keys))
    for failure in told.values():
        faults.extend(_TELLERS[failure.keyword](failure))
    return faults


def _rank(failure: Failure) -> int:
    return FIRST_REASONS.index(failure.keyword) if failure.keyword in FIRST_REASONS else len(FIRST_REASONS)


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return f"'{escape(value, limit=60)}'"
    return "null" if value is None else escape(str(value).lower(), limit=60)


def _wrong_keys(failures: Sequence[Failure]) -> Iterator[tuple[str, Fault]]:
    """Tell unknown keys, and those that are missing unless an unknown key beside them is a misspelling of it."""
    misspelt: set[tuple[Route, str]] = set()
    for failure in failures:
        if failure.keyword == "additionalProperties":
            yield from _unknown_keys(failure, misspelt)
    for failure in failures:
        if failure.keyword == "required" and (failure.route, _missing_key(failure)) not in misspelt:
            yield from _tell_missing(failure)


def _unknown_keys(failure: Failure, misspelt: set[tuple[Route, str]]) -> Iterator[tuple[str, Fault]]:
    known = failure.schema["properties"]
    for key in failure.value:
        if key not in known:
            meant = find_nearest(key, known)
            if meant is not None:
                misspelt.add((failure.route, meant))
            hint = f"did you mean '{meant}'?" if meant else "allowed here: " + ", ".join(sorted(known))
            message = f"'{escape(key, limit=60)}' is not a key of {failure.schema['title'].lower()}"
            yield "unknown-key", Fault(message, (*failure.route, key), escape(hint, limit=200), at_key=True)


def _missing_key(failure: Failure) -> str:
    # jsonschema reports each missing key by itself and names it only in its message; the first words are the key.
    return next(str(key) for key in failure.expected if failure.message.startswith(f"'{key}'"))


def _tell_missing(failure: Failure) -> Iterator[tuple[str, Fault]]:
    key = _missing_key(failure)
    description = failure.schema["properties"][key]["description"]
    message = f"{failure.schema['title'].lower()} lacks '{key}'"
    yield "missing-key", Fault(message, failure.route, description, at_key=True)


def _lacking_partner(failure: Failure) -> Iterator[tuple[str, Fault]]:
    for key, partners in failure.expected.items():
        lacking = ", ".join(f"'{partner}'" for partner in partners if partner not in failure.value)
        if key in failure.value and lacking:
            yield "missing-key", Fault(f"'{key}' is given without {lacking}", (*failure.route, key), at_key=True)


def _wrong_type(failure: Failure) -> Iterator[tuple[str, Fault]]:
    expected = TYPE_NAMES[failure.expected]
    hint = escape(propose_form(failure.expected, failure.schema, failure.value), limit=200)
    containers = {"dict": "a mapping", "list": "a list"}
    given = containers.get(type(failure.value).__name__) or _shown(failure.value)
    yield "wrong-type", Fault(f"{_name(failure)} is {given}, not {expected}", failure.route, hint)


def _not_allowed(failure: Failure) -> Iterator[tuple[str, Fault]]:
    words = ", ".join(map(str, failure.expected))
    hint = nearest(str(failure.value), failure.expected)
    yield (
        "value-not-allowed",
        Fault(f"{_name(failure)} is {_shown(failure.value)}, not one of {words}", failure.route, hint),
    )


def _malformed(failure: Failure) -> Iterator[tuple[str, Fault]]:
    schema = failure.schema
    if schema.get("format") == "edtf":
        yield from _bad_date(failure)
    elif schema.get("format") == "date":
        yield (
            "malformed-date",
            Fault(f"{_name(failure)} is {_shown(failure.value)}, not a day", failure.route, "as in 1953-09-21"),
        )
    elif "x-refers-to" in schema or "x-vocabulary" in schema or schema.get("title") in {"Identifier", "Key", "Rule"}:
        hint = "lower-case letters, digits and single hyphens"
        yield (
            "malformed-identifier",
            Fault(f"{_name(failure)} is {_shown(failure.value)}, not an identifier", failure.route, hint),
        )
    else:
        examples = ", ".join(f"'{example}'" for example in schema.get("examples", ())[:1])
        hint = (
            "no space or line break at either end"
            if str(failure.value).strip() != failure.value
            else f"as in {examples}"
        )
        yield (
            "malformed-value",
            Fault(f"{_name(failure)} is {_shown(failure.value)}, which has the wrong form", failure.route, hint),
        )


def _bad_date(failure: Failure) -> Iterator[tuple[str, Fault]]:
    try:
        parse(failure.value)
    except NotEdtf as reason:
        hint = "the guide lists the forms a date may take" if reason.fault == "malformed-date" else ""
        yield reason.fault, Fault(str(reason), failure.route, hint)


def _empty(failure: Failure) -> Iterator[tuple[str, Fault]]:
    yield (
        "empty-value",
        Fault(f"{_name(failure)} is empty", failure.route, "leave the key out where there is nothing to say"),
    )


def _too_few(failure: Failure) -> Iterator[tuple[str, Fault]]:
    if not failure.value:
        yield from _empty(failure)
        return
    message = f"{_name(failure)} has {counted(len(failure.value), 'item')}, fewer than {failure.expected}"
    yield "too-short", Fault(message, failure.route)


def _too_long(failure: Failure) -> Iterator[tuple[str, Fault]]:
    unit = "characters" if isinstance(failure.value, str) else "items"
    message = f"{_name(failure)} has {len(failure.value)} {unit}, more than {failure.expected}"
    yield "too-long", Fault(message, failure.route)


def _out_of_range(failure: Failure) -> Iterator[tuple[str, Fault]]:
    bound = "less" if failure.keyword == "minimum" else "more"
    yield (
        "out-of-range",
        Fault(f"{_name(failure)} is {failure.value}, {bound} than {failure.expected}", failure.route),
    )


def _repeated(failure: Failure) -> Iterator[tuple[str, Fault]]:
    seen: list[Any] = []
    for position, item in enumerate(failure.value):
        if item in seen:
            yield (
                "repeated-item",
                Fault(f"{_shown(item)} stands twice in the list", (*failure.route, position), "keep one"),
            )
            return
        seen.append(item)


def _name(failure: Failure) -> str:
    keys = [part for part in failure.route if isinstance(part, str)]
    if not keys:
        return "the record"
    owner = "" if keys[-1] == failure.route[-1] else "an item of "
    return f"{owner}'{escape(keys[-1], limit=60)}'"


_TELLERS: dict[str, Callable[[Failure], Iterator[tuple[str, Fault]]]] = {
    "type": _wrong_type,
    "enum": _not_allowed,
    "pattern": _malformed,
    "format": _malformed,
    "minLength": _empty,
    "minItems": _too_few,
    "minProperties": _empty,
    "maxLength": _too_long,
    "maxItems": _too_long,
    "items": _too_long,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
    "uniqueItems": _repeated,
    "dependentRequired": _lacking_partner,
}
