"""Gathers the rules from their folder, and runs each over the nodes that it examines."""

from __future__ import annotations

import pkgutil
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

import huiyi.rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.findings import Fault, Severity
    from huiyi.schemas import Node


@dataclass(frozen=True)
class Rule:
    """A rule: its code, how serious its fault is, what it examines, and the check itself.

    `blocks_release` says that a release must satisfy it even where a curator is only warned.
    """

    code: str
    severity: Severity
    examines: frozenset[str]
    needs_texts: bool
    blocks_release: bool
    check: Callable[[Node, Record, Corpus], Iterator[Fault]]


@cache
def all_rules() -> tuple[Rule, ...]:
    """Give every rule of the folder, in the order of their codes."""
    found = []
    for module_info in pkgutil.iter_modules(huiyi.rules.__path__):
        module = import_module(f"huiyi.rules.{module_info.name}")
        examines = {module.EXAMINES} if isinstance(module.EXAMINES, str) else set(module.EXAMINES)
        found.append(
            Rule(
                code=module_info.name.replace("_", "-"),
                severity=module.SEVERITY,
                examines=frozenset(examines),
                needs_texts=getattr(module, "NEEDS_TEXTS", False),
                blocks_release=getattr(module, "BLOCKS_RELEASE", False),
                check=module.check,
            )
        )
    return tuple(sorted(found, key=lambda rule: rule.code))


def runnable(corpus: Corpus) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """Give the rules that can be run over a corpus, and those that cannot, as no source text is at hand."""
    rules = all_rules()
    if corpus.texts:
        return rules, ()
    return tuple(rule for rule in rules if not rule.needs_texts), tuple(rule for rule in rules if rule.needs_texts)


def run(
    rules: tuple[Rule, ...], corpus: Corpus, records: Iterable[Record], examined: Counter[str]
) -> Iterator[tuple[Rule, Record, Fault]]:
    """Walk some records of a corpus once and give each fault that a rule finds, with the rule and the record.

    At the end `examined` counts, by code, the nodes that each rule was shown.
    """
    by_sort: dict[tuple[int, bool], tuple[Rule, ...]] = {}
    met: Counter[tuple[int, bool]] = Counter()
    for record in records:
        for node in record.nodes():
            # Shapes are laid out once, so that each is known by its place in memory.
            sort = (id(node.shape), node.parent is None)
            met[sort] += 1
            if sort not in by_sort:
                words = _words(node)
                by_sort[sort] = tuple(rule for rule in rules if not rule.examines.isdisjoint(words))
            for rule in by_sort[sort]:
                for fault in rule.check(node, record, corpus):
                    yield rule, record, fault
    for sort, count in met.items():
        for rule in by_sort[sort]:
            examined[rule.code] += count


def _words(node: Node) -> set[str]:
    """Give the words by which a rule may say that it examines such nodes."""
    shape = node.shape
    words = {
        "node": True,
        shape.name: True,
        "fact": shape.is_fact,
        "record": node.parent is None,
        "content": shape.name != "evidence",
        "own-text": bool(shape.own_words),
        "reference": bool(shape.referring),
        "vocabulary-word": any(field.vocabulary for field in shape.singles.values()),
        "items": any(listing.shape is not None for listing in shape.lists.values()),
    }
    return {word for word, is_fit in words.items() if is_fit}
