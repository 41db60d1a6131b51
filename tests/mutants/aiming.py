"""Declares operators that are made for certain rules, so that each rule is tried at least once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.mutants.operators import Operator

from huiyi.checking import all_rules

if TYPE_CHECKING:
    from tests.mutants.operators import Applies, Changes


TEXTUAL = frozenset(rule.code for rule in all_rules() if rule.needs_texts)


def aimed(name: str, does: str, applies: Applies, change: Changes, *aims: str) -> Operator:
    """Declare an operator that was made for certain rules; where all of them read the texts, it needs them too."""
    return Operator(name, "cross-field", does, applies, change, TEXTUAL.issuperset(aims), aims)
