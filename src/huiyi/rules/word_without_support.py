"""A word is chosen for which neither the passages nor the record's own words have any of the usual expressions."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from huiyi.findings import Fault
from huiyi.schemas import nodes
from huiyi.surroundings import outward, passages
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.corpus import Corpus, Record
    from huiyi.schemas import Node

SEVERITY = "warning"
NEEDS_TEXTS = True

SIGNS = {
    (
        "presence",
        "absent",
    ): r"absen|attend|away|holiday|\bill\b|illness|health|elsewhere|engaged|leave|缺席|未出席|请假",
    ("role", "chair"): r"presid|chair|主持|主席",
    ("role", "emissary"): r"\bsen[dt]|emissar|envoy|behalf|派",
    ("role", "guest"): r"guest|invit|visit|observ|列席|来宾|客",
    ("type", "opening-speech"): r"\bopen|inaugurat|开幕|開幕",
    ("type", "closing-speech"): r"\bclos|conclu|\bfinal|wound up|wind up|闭幕|閉幕|总结|結束|结束",
    ("type", "self-criticism"): r"critici|examin|confess|admit|mistake|检讨|檢討|自我批评",
    ("type", "criticism"): r"critici|attack|denounc|accus|批评|批評|批判",
    ("type", "report"): r"report|account|briefing|报告|報告|汇报",
    ("status", "acting"): r"\bacting|interim|for a time|provisional|in place of|stood in|代理|署理|代",
    ("status", "temporary"): r"tempor|interim|for a time|for the time|briefly|临时|臨時|暂",
    ("status", "nominal"): r"nominal|in name|titular|on paper|挂名|名义",
    ("status", "prospective"): r"\bto be\b|\bwas to\b|\bwere to\b|designat|\belect\b|prospect|\bplan|\bwould\b|拟|将",
    ("status", "reputed"): r"\bsaid|report|reput|rumou?r|alleg|supposed|believed|传|據說|据说",
    ("type", "ally"): r"allian|allied|\bally|allies|together|cliqu|\bjoin|shared|同盟|联盟",
    ("type", "rival"): r"rival|clash|oppos|compet|conflict|struggle|against|对手",
    ("type", "deputy"): r"deput|\bvice\b|assist|副",
    ("type", "superior"): r"superior|\bhead|boss|chief|\bunder\b|deput|director|上级",
    ("type", "subordinate"): r"subordinat|\bunder\b|below|下级|部下",
    ("type", "patron"): r"patron|protect|promot|sponsor|提拔",
    ("type", "client"): r"client|protég|proteg|patron",
    ("type", "accuser"): r"accus|charg|denounc|critici|attack",
    ("type", "spouse"): r"wife|husband|spouse|marri|妻|夫",
    ("type", "student"): r"student|pupil|taught|teacher|学生",
    ("role", "attacker"): r"attack|denounc|accus|critici|struggle|攻击|批判",
    ("role", "opponent"): r"oppos|against|refus|reject|resist|disagree|not accept|contrast|dispute|反对",
    ("role", "supporter"): r"support|call|back|endors|advoca|favou?r|\bside|支持",
    ("role", "accuser"): r"accus|charg|denounc|critici|指控",
    ("role", "appointee"): r"appoint|named|promot|\bmade|replac|becam|任命|任",
    ("role", "leading-group-member"): r"leading[- ]group|领导小组",
    ("role", "delegate"): r"delegat|represent|代表",
    ("role", "alternate-member"): r"alternate|candidate|候补",
    ("role", "member"): r"\bmember|委员",
    ("role", "speaker"): (
        r"sp[eo]ke|speech|talk|report|address|\bsaid|\bt[eo]l[dl]|introduc|remark|inform|讲话|发言|介绍|报告"
    ),
    ("role", "beneficiary"): r"rehabilit|\bgain|benefi|favou?r|for the",
    ("role", "accused"): r"accus|charg|denounc|critici|warn",
    ("role", "target"): r"attack|accus|charg|denounc|critici|shoot|target|against|aim|warn|fault",
    ("role", "sufferer"): r"purg|dismiss|remov|\blost|punish|replac|warn|suffer|rack|defeat|victim",
    ("role", "initiator"): r"decid|decision|propos|call|initiat|launch|beg[aiu]n|start|set up",
    ("moment", "end"): r"\bend|until|\btill|ceas|\bclos|\bover\b|finish|conclud|conclus|结束|止",
    ("moment", "high-point"): r"height|peak|to a head|climax|high|culminat|高潮",
    ("role", "mediator"): r"mediat|reconcil|settle|调解",
    ("role", "investigator"): r"investigat|inspect|inquir|enquir|look(?:ed)? into|调查|检查",
}
"""What the usual expressions for a word begin with, by key and word; of a word that is not here nothing is asked."""

EXAMINES = (
    "event.assertion",
    "event.participant",
    "meeting.attendant",
    "meeting.group",
    "meeting.speech",
    "person.relation",
    "person.tenure",
)
_SIGNS = {key: re.compile(signs, re.IGNORECASE) for key, signs in SIGNS.items()}
OWN_WORDS = ("absence_reason", "attributed_to", "began", "ended", "group", "hedge", "note", "reason", "text", "title")


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault for a word of the node that nothing in the node, its passages or an event's own words expresses."""
    chosen = [(key, signs) for (key, word), signs in _SIGNS.items() if node.value.get(key) == word]
    is_supplied = any(one.value.get("basis") == "supplied" for one in outward(node))
    if not chosen or is_supplied or not _are_texts_at_hand(node, corpus):
        return
    pool = _words(node, record, corpus)
    for key, signs in chosen:
        if not signs.search(pool):
            word = escape(node.value[key], 60)
            message = f"'{key}' is '{word}', and no such word stands in the passages or in this part of the record"
            yield Fault(
                message, (*node.route, key), "correct it, or say in a note with which words the source tells it"
            )


def _are_texts_at_hand(node: Node, corpus: Corpus) -> bool:
    around = (item["source"] for one in outward(node) for item in one.value.get("evidence", ()))
    return all(source in corpus.texts for source in around)


def _words(node: Node, record: Record, corpus: Corpus) -> str:
    """Give all that the node and what it holds say and cite; of an event its names and points too."""
    within = list(nodes(node.shape, node.address, node.value))
    told = list(record.nodes()) if record.kind.name == "event" else within
    own = (one.value[key] for one in chain(told, within) for key in OWN_WORDS if isinstance(one.value.get(key), str))
    cited = (passages(one, corpus) or () for one in (*within, *outward(node)))
    return " ".join(chain(own, *cited))
