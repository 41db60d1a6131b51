"""What a second reader may answer for a field, and what an answer is as a code."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from huiyi.coding.codes import YES, is_sentence
from huiyi.corpus import is_allowed
from huiyi.loading.scalars import Refusal, read_plain
from huiyi.schemas import ANY_NODE, ANY_RECORD
from huiyi.schemas.validating import Verdict
from huiyi.values.nearest import nearest
from huiyi.values.text import escape

if TYPE_CHECKING:
    from huiyi.corpus import Corpus
    from huiyi.schemas import Field

ANYTHING = {ANY_RECORD: "any record", ANY_NODE: "any part of a record"}
NONE = "none"
"""What a reader may answer in place of a blank."""

TYPED = frozenset({"integer", "number", "boolean"})


class Refused(NamedTuple):
    """Why an answer is no code, and what may be meant."""

    message: str
    hint: str = ""


def possible(field: Field) -> str:
    """Say in words what a field may be answered with; a blank is always possible."""
    if is_sentence(field):
        return YES
    if field.vocabulary:
        return f"a word of the vocabulary {field.vocabulary}"
    if field.enum:
        return ", ".join(field.enum)
    if field.refers_to:
        kinds = " or ".join(ANYTHING.get(kind, kind) for kind in field.refers_to)
        return f"the identifier or a name of a {kinds}"
    if field.schema.get("format") == "edtf":
        return "a date in EDTF"
    return {"integer": "a number", "number": "a number", "boolean": "true or false"}.get(field.type, "words as printed")


def code_of(answer: str, field: Field, corpus: Corpus) -> str | Refused:
    """Give the code for an answer: empty for none and for the usual value, the identifier for a name that one has."""
    answer = answer.strip()
    if answer in {"", NONE, str(field.default)}:
        return ""
    if is_sentence(field):
        return YES if answer == YES else Refused(f"'{escape(answer, 60)}' stands where '{YES}' or nothing may")
    if field.refers_to:
        return _referred(answer, field, corpus)
    words = corpus.vocabulary(field.vocabulary) if field.vocabulary else None
    if words is not None and answer not in words:
        message = f"'{escape(answer, 60)}' is no word of the vocabulary '{field.vocabulary}'"
        return Refused(message, nearest(answer, words))
    return _read(answer, field)


def _read(answer: str, field: Field) -> str | Refused:
    # A program for tables writes TRUE for true.
    value = read_plain(answer.lower()) if field.type in TYPED else answer
    if isinstance(value, Refusal):
        return Refused(f"'{escape(answer, 60)}' is not {possible(field)}")
    for _, fault in Verdict(dict(field.schema)).faults(value):
        return Refused(f"'{escape(answer, 60)}': {fault.message}", fault.hint)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _referred(answer: str, field: Field, corpus: Corpus) -> str | Refused:
    known = corpus.remembered((__name__, field.refers_to), lambda: _names(field, corpus))
    found = known.get(answer) or known.get(answer.casefold()) or frozenset()
    if len(found) == 1:
        return next(iter(found))
    node = corpus.node(answer) if "#" in answer else None
    if node is not None and is_allowed(node.shape.name, field.refers_to, is_record=False):
        return answer
    shown = escape(answer, 60)
    if found:
        return Refused(
            f"'{shown}' is a name of {len(found)} records", f"give the identifier: {', '.join(sorted(found))}"
        )
    return Refused(f"'{shown}' is neither an identifier nor a name of such a record", nearest(answer, known))


def _names(field: Field, corpus: Corpus) -> dict[str, frozenset[str]]:
    """Give the records that a field may refer to, by identifier and by each name in small letters."""
    found: dict[str, frozenset[str]] = {}
    for record in corpus.records.values():
        if is_allowed(record.kind.name, field.refers_to, is_record=True):
            names = {name["text"].casefold() for name in record.data.get("names", ())}
            for name in names | {record.id}:
                found[name] = found.get(name, frozenset()) | {record.id}
    return found
