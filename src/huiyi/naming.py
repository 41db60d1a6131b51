"""Finds in a text the names on record: whole ones, and the ends of names, which may stand for one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from huiyi.evidence.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus

KINDS = frozenset({"person", "organization", "meeting", "policy", "work", "event", "document", "term"})
"""The kinds of record that a text names by their own names."""

PERSON = "person"
LIKE_WORDS = frozenset(
    "an ban bin can fan gang hang he long man me men pan pang pen run sang she song sun ten you".split()  # noqa: SIM905
)
"""Syllables of Chinese names that are English words as well, so that alone they name nobody for certain."""

Form = tuple[str, ...]


class Name(NamedTuple):
    """A form of a name in words, and the kind of record that bears it.

    `owners` are those of that kind whose whole name it is, and `perhaps` all for whom it may stand.
    """

    form: Form
    kind: str
    owners: frozenset[str]
    perhaps: frozenset[str]


class Index(NamedTuple):
    """All names by form, the first words of all, and the lengths in words of the longer ones by their first two."""

    forms: Mapping[Form, list[Name]]
    firsts: frozenset[str]
    lengths: Mapping[Form, list[int]]


class Standing(NamedTuple):
    """A name that stands in a text: the number of its first word, its offset, its words as printed, and the name."""

    at: int
    start: int
    printed: str
    name: Name


def named(text: str, corpus: Corpus) -> tuple[Name, ...]:
    """Give each whole name that stands in a text, those within longer ones too."""
    return tuple(one.name for one in _standing(text, corpus) if one.name.owners and not _is_like_a_word(one.name))


def perhaps_named(text: str, corpus: Corpus) -> frozenset[str]:
    """Give all that a text may name: an end of a name counts unless a longer name of its kind begins there."""
    return corpus.remembered((__name__, "perhaps", text), lambda: _perhaps(_standing(text, corpus)))


def people_named(text: str, corpus: Corpus) -> tuple[Standing, ...]:
    """Give each name of a person in a text, a surname too; a name within a longer one of any kind names nobody."""
    return corpus.remembered((__name__, "people", text), lambda: tuple(_people(_standing(text, corpus))))


def _people(standing: tuple[Standing, ...]) -> Iterator[Standing]:
    end = 0
    for at, some in _by_place(standing).items():
        whole = [one for one in some if one.name.owners or one.name.kind == PERSON]
        longest = max(whole, key=lambda one: (len(one.name.form), one.name.kind == PERSON), default=None)
        if longest is None or at < end:
            continue
        end = at + len(longest.name.form)
        is_written_as_name = not longest.printed[0].islower() and not _is_like_a_word(longest.name)
        if longest.name.kind == PERSON and is_written_as_name:
            yield longest


def _perhaps(standing: tuple[Standing, ...]) -> frozenset[str]:
    found: set[str] = set()
    for some in _by_place(standing).values():
        for one in some:
            longer = [
                other.name.owners
                for other in some
                if other.name.owners and other.name.kind == one.name.kind and len(other.name.form) > len(one.name.form)
            ]
            found |= one.name.perhaps.intersection(*longer)
    return frozenset(found)


def _by_place(standing: tuple[Standing, ...]) -> Mapping[int, list[Standing]]:
    found: dict[int, list[Standing]] = defaultdict(list)
    for one in standing:
        found[one.at].append(one)
    return found


def _is_like_a_word(name: Name) -> bool:
    return len(name.form) == 1 and name.form[0] in LIKE_WORDS


def _standing(text: str, corpus: Corpus) -> tuple[Standing, ...]:
    """Give every name, and every end of one, that stands in a text, by its place."""
    return corpus.remembered((__name__, text), lambda: tuple(_find(text, corpus)))


def _find(text: str, corpus: Corpus) -> Iterator[Standing]:
    names = corpus.remembered((__name__, "names"), lambda: _gather(corpus))
    read = wording(text)
    for at, word in enumerate(read.words):
        if word not in names.firsts:
            continue
        start = read.begins[at]
        for name in names.forms.get((word,), ()):
            yield Standing(at, start, text[start : start + len(word)], name)
        # Many names begin alike: those that go on like the text are looked up, in every length that there is.
        for length in names.lengths.get(read.words[at : at + 2], ()):
            form = read.words[at : at + length]
            for name in names.forms.get(form, ()) if len(form) == length else ():
                yield Standing(at, start, text[start : read.ends[at + length - 1] + len(form[-1])], name)


def _gather(corpus: Corpus) -> Index:
    """Give all names; of one in letters either end may stand alone."""
    owners: dict[tuple[Form, str], set[str]] = defaultdict(set)
    perhaps: dict[tuple[Form, str], set[str]] = defaultdict(set)
    for kind in sorted(KINDS):
        for record in corpus.by_kind[kind]:
            for name in record.data["names"]:
                if form := wording(name["text"]).words:
                    owners[form, kind].add(record.id)
                    for part in {form, form[:1], form[-1:]} if name["text"][0].isascii() else {form}:
                        perhaps[part, kind].add(record.id)
    forms: dict[Form, list[Name]] = defaultdict(list)
    lengths: dict[Form, dict[int, None]] = defaultdict(dict)
    for (form, kind), all_owners in perhaps.items():
        forms[form].append(Name(form, kind, frozenset(owners.get((form, kind), ())), frozenset(all_owners)))
        if len(form) > 1:
            lengths[form[:2]][len(form)] = None
    return Index(dict(forms), frozenset(form[0] for form in forms), {two: list(all_) for two, all_ in lengths.items()})
