"""A status says that something was done, and the passages have a word for wishing it and none for doing it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.surroundings import holder, outward, passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = ("document.step", "event", "meeting.decision", "meeting.document", "point", "policy")
NEEDS_TEXTS = True

REMARKS = ("reason", "note", "hedge")

EXPRESSIONS = {
    "abolished": r"abol|dissol|disband|dismantl|discontinu|\bend|remov|scrap|废除|撤销|取消|解散",
    "adopted": r"adopt|\bpass|approv|endors|resolved|deci[ds]|enact|ratif|accept|embrac|通过|决定|决议|批准|采纳",
    "approved": r"approv|endors|agree|consent|sanction|ratif|accept|assent|confirm|adopt|批准|同意|赞成|核准|通过",
    "attempted": r"attempt|tr(?:y|ied)|sought|seek|endeavou?r|effort|企图|试图|力图",
    "begun": r"beg[aiu]n|start|launch|commenc|initiat|under way|shift|turn|set out|enter|开始|着手|展开|转入",
    "completed": (
        r"complet|finish|conclu|\bend(?:ed|s)?\b|accomplish|achiev|fulfil|\bdone\b|wound up|完成|结束|告一段落"
    ),
    "discussed": r"discuss|talk|debat|deliberat|review|consider|exchang|hear|convers|讨论|研究|审议|商",
    "dropped": r"drop|g[ai]ve[ns]? up|abandon|discard|shelv|withdr|renounc|放弃|取消",
    "implemented": (
        r"implement|carr(?:y|ied)|put in|introduc|enforc|\bin (?:force|effect)|practi[cs]|execut|appl(?:y|ied)"
        r"|establish|effect|实行|执行|贯彻|实施|落实|建立"
    ),
    "issued": r"issu|\bsen[dt]\b|circulat|distribut|releas|发出|下发|印发|发布|颁",
    "ordered": r"order|command|instruct|direct|decre|命令|责令|指示",
    "published": r"publi[sc]|print|broadcast|newspaper|press|appear|carried|issu|releas|发表|公布|刊|登|广播",
    "refused": r"refus|declin|demur|reject|would not|did not|resist|unwilling|oppos|拒|不肯|不同意",
    "submitted": r"submi|\bput\b|hand|present|\bsen[dt]\b|propos|refer|提交|上报|呈|送",
    "suspended": r"suspen|paus|interrupt|halt|adjourn|stop|中止|暂停|休会",
}
"""With what a text says that something was done; of statuses that only look to what is to come nothing is asked."""

_WISHED = re.compile(
    r"call(?:ed|s|ing)? (?:for|on|upon)|should|must|ought|need|request|\bask|propos|plan|inten[dt]|hope|want|wish|would"
    r"|\bwill\b|\bto be\b|urge|demand|order|instruct|requir|suggest|recommend|expect|prepar"
    r"|要求|必须|应该|应当|(?<![重主首])要|准备|打算|建议|计划|希望|号召|责令",
    re.IGNORECASE,
)
"""With what a text says that something was wished for, asked for, planned or ordered."""

_EXPRESSIONS = {word: re.compile(expressions, re.IGNORECASE) for word, expressions in EXPRESSIONS.items()}


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where a thing wished for has no word of its being done, nor a like status on these lines has any."""
    status = node.value.get("status", "")
    if status not in _EXPRESSIONS or _is_worded(node, corpus) is not False:
        return
    worded = corpus.remembered((__name__, record.document.path), lambda: _worded(record, corpus))
    if worded.isdisjoint(_places(node)):
        message = f"the status is '{status}', and the passages have words for wishing it and none for that"
        yield Fault(message, (*node.route, "status"), "give the status that the source supports, or its passage")


def _is_worded(node: Node, corpus: Corpus) -> bool | None:
    """Say whether remarks or passages have a word for the status of a node; None where they have none for a wish."""
    expressions = _EXPRESSIONS[node.value["status"]]
    cited = _cited(node)
    texts = None if cited is None else passages(cited, corpus)
    if texts is None:
        return None
    if any(expressions.search(text) for text in (*texts, *(node.value.get(key, "") for key in REMARKS))):
        return True
    return False if any(map(_WISHED.search, texts)) else None


def _cited(node: Node) -> Node | None:
    """Give the nearest statement that cites anything; None where what it tells is supplied."""
    around = outward(node)
    return None if any(one.value.get("basis") == "supplied" for one in around) else holder(around)


def _worded(record: Record, corpus: Corpus) -> frozenset[tuple[str, str, int]]:
    """Give the statuses of a record for which passages have a word, each with the source and line of all passages."""
    told = (node for node in record.nodes() if node.shape.name in EXAMINES and node.value.get("status") in _EXPRESSIONS)
    return frozenset(place for node in told if _is_worded(node, corpus) for place in _places(node))


def _places(node: Node) -> Iterator[tuple[str, str, int]]:
    cited = _cited(node)
    for item in cited.value["evidence"] if cited else ():
        yield node.value["status"], item["source"], item["lines"][0]
