"""Gathers the rules from their folder, and runs each over the nodes that it examines."""

from __future__ import annotations

import pkgutil
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

import huiyi.rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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


def run(rules: tuple[Rule, ...], corpus: Corpus) -> Iterator[tuple[Rule, Record, Fault]]:
    """Walk every record once and give each fault that a rule finds, with the rule and the record."""
    by_shape: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        for shape in rule.examines:
            by_shape[shape].append(rule)
    for record in corpus.all_records:
        for node in record.nodes():
            for rule in _concerned(by_shape, node):
                for fault in rule.check(node, record, corpus):
                    yield rule, record, fault


def _concerned(by_shape: dict[str, list[Rule]], node: Node) -> Iterator[Rule]:
    yield from by_shape["node"]
    if node.parent is None:
        yield from by_shape["record"]
    if node.shape.is_fact:
        yield from by_shape["fact"]
    yield from by_shape[node.shape.name]
