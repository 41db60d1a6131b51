"""Faults of sense of whole files: a record is entered a second time, is retired wrongly, or is joined to nothing."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from tests.mutants.aiming import aimed
from tests.mutants.exchanged import other_reference
from tests.mutants.operators import Around, Change
from tests.mutants.sorts import is_reference

from huiyi.corpus import REDIRECT

if TYPE_CHECKING:
    from tests.mutants.operators import Applies
    from tests.mutants.spots import Spot

    from huiyi.corpus import Corpus

MAY_BE_ALONE = frozenset({"person", "organization", "work", "term", "document"})
FEW = 3
"""So many references to a record that is retired are enough to tell that they were left behind."""


def _is_record(spot: Spot) -> bool:
    return spot.name == "id" and spot.node.parent is None and spot.record.kind.name != REDIRECT


def _is_of(kind: str) -> Applies:
    return lambda spot: _is_record(spot) and spot.record.kind.name == kind


def _entered_twice(spot: Spot, name: str) -> Change:
    """Write another record of what a record is about, with one name, spelt in another way, and the same makers."""
    data = spot.record.document.data or {}
    first = data["names"][0]
    kept = {key: data[key] for key in ("type", "creators", "evidence") if key in data}
    entry = {"id": f"{spot.record.id}-again", "names": [{**first, "text": name}], **kept}
    return _file(spot, spot.record.document.path.replace(spot.record.id, entry["id"]), entry)


def _file(spot: Spot, path: str, entry: dict[str, Any], *, is_moved: bool = False) -> Change:
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in entry.items()]
    shown = f"a file for '{entry['id']}'"
    text = "\n".join(lines) + "\n"
    return Change(text, tuple(range(1, len(lines) + 1)), spot.record.id, shown, path, is_moved)


def _in_other_order(spot: Spot, _around: Around) -> Change | None:
    words = _shown(spot).split()
    return _entered_twice(spot, ", ".join([words[0], " ".join(words[1:])])) if len(words) > 1 else None


def _title_cut_short(spot: Spot, _around: Around) -> Change | None:
    title, mark, _ = _shown(spot).partition(":")
    return _entered_twice(spot, title) if mark and "creators" in spot.record.data else None


def _shown(spot: Spot) -> str:
    return str(spot.record.data["names"][0]["text"])


def _redirect(spot: Spot, around: Around, identifier: str, into: str, *, is_moved: bool = False) -> Change:
    path = f"curation/{around.corpus.contract.kinds[REDIRECT].folder}/{identifier}.yaml"
    reason = "The two records were about one thing."
    entry = {"id": identifier, "was": spot.record.kind.name, "merged_into": into, "reason": reason, "since": "0.1.0"}
    return _file(spot, path, entry, is_moved=is_moved)


def _kept_and_retired(spot: Spot, around: Around) -> Change | None:
    return _redirect(spot, around, spot.record.id, _other(spot, around))


def _retired_in_use(spot: Spot, around: Around) -> Change | None:
    """Retire a record to which a few references lead."""
    references = around.corpus.references_to.get(spot.record.id, ())
    if not 0 < len(references) <= FEW:
        return None
    return _redirect(spot, around, spot.record.id, _other(spot, around), is_moved=True)


def _retired_into_itself(spot: Spot, around: Around) -> Change | None:
    identifier = f"{spot.record.id}-of-old"
    return _redirect(spot, around, identifier, identifier)


def _other(spot: Spot, around: Around) -> str:
    of_kind = around.corpus.by_kind[spot.record.kind.name]
    return around.random.choice([one.id for one in of_kind if one is not spot.record] or [spot.record.id])


def _from_only_link(spot: Spot, around: Around) -> Change | None:
    """Lead elsewhere with the one reference that joins a record to others."""
    target = around.corpus.records.get(spot.value)
    if target is None or target.kind.name not in MAY_BE_ALONE:
        return None
    links = around.corpus.remembered(__name__, lambda: _links(around.corpus))
    return other_reference(spot, around) if links[target.id] == 1 else None


def _links(corpus: Corpus) -> Counter[str]:
    links: Counter[str] = Counter()
    for reference in corpus.references:
        ends = {reference.record.id, reference.target.partition("#")[0]}
        if reference.node.shape.name != "evidence" and len(ends) > 1:
            links.update(ends)
    return links


OPERATORS = (
    aimed(
        "person-entered-twice", "a person has a second record", _is_of("person"), _in_other_order, "probable-duplicate"
    ),
    aimed(
        "work-entered-twice", "a work has a second record", _is_of("work"), _title_cut_short, "work-variants-unlinked"
    ),
    aimed(
        "kept-and-retired",
        "an identifier is retired, and its record stays",
        _is_record,
        _kept_and_retired,
        "duplicate-identifier",
    ),
    aimed(
        "retired-in-use",
        "an identifier is retired to which others refer",
        _is_record,
        _retired_in_use,
        "reference-to-retired",
    ),
    aimed(
        "retired-into-itself",
        "an identifier is retired in favour of itself",
        _is_record,
        _retired_into_itself,
        "redirect-loop",
    ),
    aimed(
        "only-link-moved",
        "nothing is joined to a record any more",
        lambda s: is_reference(s) and s.node.shape.name != "evidence",
        _from_only_link,
        "unreferenced-record",
    ),
)
