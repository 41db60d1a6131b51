"""A statement rests on a text and its translation, and the two tell different numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from huiyi.evidence import Located, locate, selector
from huiyi.findings import Fault
from huiyi.surroundings import outward
from huiyi.values.text import escape
from huiyi.values.told_numbers import told_in_chinese, told_in_english

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "error"
EXAMINES = "content"
NEEDS_TEXTS = True


class Side(NamedTuple):
    """One passage of the two: its position among the evidence, and its words."""

    position: int
    words: str


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where one English and one Chinese passage of a source each tell a number that the other lacks.

    A number that only one of them tells may lie outside the other passage.
    """
    evidence = node.value.get("evidence", ())
    if not 1 < len(evidence) <= MOST_PASSAGES or node.shape.name == "anomaly" or _is_told(node):
        return
    for source in {item["source"] for item in evidence}:
        originals, translations = _sides(evidence, source, corpus)
        if len(originals) != 1 or len(translations) != 1:
            continue
        chinese, english = told_in_chinese(originals[0].words), told_in_english(translations[0].words)
        if chinese is None or english is None or not chinese - english or not english - chinese:
            continue
        ours, theirs = (", ".join(f"{number:.15g}" for number in sorted(found)[:5]) for found in (english, chinese))
        message = f"the translation has {ours} where the original has {theirs}"
        hint = "correct the passages, or record an anomaly of the kind 'translation'"
        yield Fault(escape(message, 200), (*node.route, "evidence", translations[0].position, "lines"), hint)


MOST_PASSAGES = 6
"""More passages than these carry more than one statement, and are not the two sides of one."""


def _is_told(node: Node) -> bool:
    """Say whether an anomaly of the node, or of one around it, tells of the translation and names no rule."""
    anomalies = (one for around in outward(node) for one in around.value.get("anomalies", ()))
    return any(one["kind"] == "translation" and "rule" not in one for one in anomalies)


def _sides(evidence: list[Mapping[str, Any]], source: str, corpus: Corpus) -> tuple[list[Side], list[Side]]:
    """Give the passages with both ends that lie in the original and in the translation of a Chinese source."""
    text, record = corpus.texts.get(source), corpus.records.get(source)
    found: dict[str, list[Side]] = {"original": [], "translation": []}
    if text is not None and record is not None and record.kind.name == "source" and record.data["language"] == "zh":
        for position, item in enumerate(evidence):
            if item["source"] != source or "from" not in item:
                continue
            place = locate(selector(item), text)
            for unit in _parts(source, corpus):
                is_inside = unit["lines"][0] <= item["lines"][0] and item["lines"][1] <= unit["lines"][1]
                if is_inside and isinstance(place, Located):
                    found[unit["type"]].append(Side(position, text.text[place.start : place.end]))
    return found["original"], found["translation"]


def _parts(source: str, corpus: Corpus) -> tuple[Mapping[str, Any], ...]:
    units = corpus.records[source].data.get("units", ())
    return corpus.remembered(
        (__name__, source), lambda: tuple(unit for unit in units if unit["type"] in {"original", "translation"})
    )
