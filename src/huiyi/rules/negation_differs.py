"""A statement in our own words denies what its passage affirms, or leaves out the only "not" of a short passage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.surroundings import is_stated, outward, passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = (
    "point",
    "claim",
    "meeting.decision",
    "meeting.item",
    "person.relation",
    "policy",
    "statistic",
    "term.sense",
)
NEEDS_TEXTS = True

RETELLING = ("text", "statement", "provision", "counted")
SHORT = 160
"""Up to how many characters a passage is taken to have no "not" that its retelling might leave out."""

_DENIES = re.compile(
    r"\b(?:not|never|none|nobody|nothing|neither|nor|cannot)\b|\bno (?!choice)\w+|n['’]t\b", re.IGNORECASE
)
# What a source leaves untold is the curator's to say.
_UNTOLD = re.compile(
    r"\bnot (?:\w+ )?(?:says?|said|tells?|told|name[ds]?|give[ns]?|explain(?:ed)?|known|print(?:ed)?|lays?|long)\b"
    r"(?! (?:to|as|a|an|the|any)\b)"
    r"|\bwithout (?:their|its|his|a) names?\b|\bbut no \w+|, not\b",
    re.IGNORECASE,
)
_MAY_DENY = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|fail\w*|lack\w*|refus\w*|den(?:y|ied|ies)|only"
    r"|demur\w*|alone|except|unless|avoid\w*|prevent\w*|oppos\w*|reject\w*|instead|rather|declin\w*|stop\w*|cease\w*"
    r"|ignor\w*|neglect\w*|eliminat\w*|dispel\w*|reluctan\w*|hesitat\w*|false\w*|wrong\w*|few|little|hardly|mis\w+"
    r"|un(?!der|it|til|ion|ivers)\w+|in(?:suff|adeq|compl|corr|diff|cap|eff|act|stead)\w+|im(?:poss|prop|perf)\w+"
    r"|dis(?!cuss|tri|play)\w+|non\w*|less|least|too|contrary|against|absent|drop\w*|yet|partly|anti\w*|intact"
    r"|continu\w*|remember\w*|but|apart|end(?:ed|ing)?|exclu\w*|forget\w*|barely|scarcely|abandon\w*)\b"
    r"|n['’]t\b|[不没未无非莫勿否防反绝只免]",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never)\b(?! (?:but|only|be|fully|yet)\b)", re.IGNORECASE)


def check(node: Node, _record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where only one of a stated and asserted text and its passages has any word that denies."""
    key = next((key for key in RETELLING if key in node.value), "")
    if not key or "evidence" not in node.value:
        return
    around = outward(node)
    if not is_stated(around) or any(one.value.get("certainty", "asserted") != "asserted" for one in around):
        return
    cited = passages(node, corpus)
    if cited is None:
        return
    printed = " ".join(cited)
    told = _UNTOLD.sub(" ", node.value[key])
    denial = _DENIES.search(told)
    if denial and not _MAY_DENY.search(printed):
        message = f"'{denial[0]}' stands here, and the passage denies nothing"
    elif (
        len(cited) == 1
        and len(printed) <= SHORT
        and (found := _NOT.search(printed))
        and not _MAY_DENY.search(node.value[key])
    ):
        message = f"'{found[0]}' stands in the passage, and nothing is denied here"
    else:
        return
    yield Fault(message, (*node.route, key), "compare the statement with the passage")
