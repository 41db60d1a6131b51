"""What holds of a whole language, whatever a vocabulary says: words that deny, lead back, tell little or look alike."""

from __future__ import annotations

import re

DENIES = re.compile(
    r"\b(?:not|never|none|nobody|nothing|neither|nor|cannot)\b|\bno (?!choice)\w+|n['’]t\b", re.IGNORECASE
)
"""Words that deny what they stand with."""

NOT = re.compile(r"\b(?:not|never)\b(?! (?:but|only|be|fully|yet)\b)", re.IGNORECASE)
"""The plainest of them, where they do not belong to a phrase that affirms something."""

# What a source leaves untold is the curator's to say.
UNTOLD = re.compile(
    r"\bnot (?:\w+ )?(?:says?|said|tells?|told|name[ds]?|give[ns]?|explain(?:ed)?|known|print(?:ed)?|lays?|long)\b"
    r"(?! (?:to|as|a|an|the|any)\b)"
    r"|\bwithout (?:their|its|his|a) names?\b|\bbut no \w+|, not\b",
    re.IGNORECASE,
)
"""Phrases that say of a source what it leaves out."""

MAY_DENY = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|fail\w*|lack\w*|refus\w*|den(?:y|ied|ies)|only"
    r"|demur\w*|alone|except|unless|avoid\w*|prevent\w*|oppos\w*|reject\w*|instead|rather|declin\w*|stop\w*|cease\w*"
    r"|ignor\w*|neglect\w*|eliminat\w*|dispel\w*|reluctan\w*|hesitat\w*|false\w*|wrong\w*|few|little|hardly|mis\w+"
    r"|un(?!der|it|til|ion|ivers)\w+|in(?:suff|adeq|compl|corr|diff|cap|eff|act|stead)\w+|im(?:poss|prop|perf)\w+"
    r"|dis(?!cuss|tri|play)\w+|non\w*|less|least|too|contrary|against|absent|drop\w*|yet|partly|anti\w*|intact"
    r"|continu\w*|remember\w*|but|apart|end(?:ed|ing)?|exclu\w*|forget\w*|barely|scarcely|abandon\w*)\b"
    r"|n['’]t\b|[不没未无非莫勿否防反绝只免]",
    re.IGNORECASE,
)
"""All that a text may deny with, in so many words or by its sense."""

NO_MORE = re.compile(r"\bno (?:longer|more)\b|\bnot? [^.;]*?\bany ?(?:longer|more)\b", re.IGNORECASE)
"""Phrases that say of what was so that it ended."""

NOT_ENDED = re.compile(
    r"\b(?:not|never)(?: (?:yet|quite|been|come|at|to|an?|the|any|be|by|its))* (?:over|past|finished|done with"
    r"|fail\w*|lack\w*|refus\w*|end(?:ed|ing|s)?|stop\w*|ceas\w*|clos(?:e|ed)|abandon\w*"
    r"|un(?!der|it|til|ion|ivers)\w+|absent|without)\b",
    re.IGNORECASE,
)
"""Two words that deny, one the other: something went on, or was so."""

CHANGES = re.compile(
    r"\b(?:shift|chang|replac|supersed|repudiat|revers|transform|switch|former|previous|hitherto)\w*",
    re.IGNORECASE,
)
"""Words that tell the same by what came instead, or by what was so before."""

NOT_BUT = re.compile(r"\bnot\b(?=[^.;]*\bbut\b)", re.IGNORECASE)
"""A "not" whose sentence goes on to say what is so instead."""

_PAIRS = """
first last, before after, inner outer, internal external, internal outer, more less, more fewer, most least,
largest smallest,
larger smaller, greater lesser, increase decrease, increased decreased, rise fall, rose fell, north south,
northern southern, northeast southwest, east west, eastern western, earlier later, support oppose, supported opposed,
supports opposes, strengthen weaken, strengthened weakened, success failure, succeeded failed, agree disagree,
agreed disagreed, upper lower, high low, higher lower, begin end, began ended, strong weak, public private,
urban rural, possible impossible, legal illegal, full alternate, accept reject, accepted rejected, approved rejected,
adopted rejected, won lost, victory defeat, open closed, director vice-director, director deputy,
chairman vice-chairman, minister vice-minister, military civilian, past future, positive negative, direct indirect,
directly indirectly, friends enemies, advance retreat, better worse, best worst, central local, national regional,
formal informal, formally informally, voluntary compulsory, included excluded, complete incomplete, present absent,
senior junior, major minor, gain loss, rich poor, promoted demoted, appointed dismissed, praised criticized,
praised criticised, industrial agricultural, industry agriculture, heavy light, capitalism socialism,
capitalist socialist,
since until, every some, all few, most few, most some, early late, old new, young old, large small,
great small, big small, same different, easy difficult, clear unclear, certain uncertain, correct wrong,
correct incorrect, right wrong, good bad, true false, gradually suddenly, openly secretly, public secret,
theory practice, cause effect, domestic foreign, ally enemy, achievements shortcomings, achievements errors,
sent received, established abolished, created abolished, added removed, attacked defended, criticized defended,
criticised defended, wholly partly, summer winter, chief deputy, top bottom, deficit surplus, above below,
inside outside, necessary unnecessary, equal unequal, active passive, optimistic pessimistic
"""


def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for pair in _PAIRS.split(","):
        one, other = pair.split()
        found[one] = found.get(one, frozenset()) | {other}
        found[other] = found.get(other, frozenset()) | {one}
    return found


OPPOSITES = _opposites()
"""Words with their opposites; forms of one word apart, since a passage often has the one for the other."""

PREFIXES = frozenset({"vice", "deputy", "non", "anti", "ex", "semi", "sub"})
"""What stands before a hyphen and changes the word after it."""

PRONOUNS = re.compile(r"\b(?:he|him|his|himself|she|her|they|them|their)\b|[他她]", re.IGNORECASE)
"""Words that stand for somebody who was named before."""

LEADS_BACK = re.compile(r"\W*(?:this|these|that|those|such|thus|so|therefore|hence)\b", re.IGNORECASE)
"""The first word of a passage that goes on from what was said before it, as in "This reflects"."""

_COMMON_WORDS = """
that this these those they their them then than there which whom whose with from into have been being were was and are
but for had has him his her its not now only our such the who will would should must also even more most some many much
very other others all any each every one two
"""
COMMON = frozenset(_COMMON_WORDS.split())
"""Words of three letters or more that any text has, whatever it tells."""

_ALIKE = re.compile("[平高初中上下同一二三头特甲优相对]等|[重主首]要|[最附]近|[节公条合]约")


def without_lookalikes(text: str) -> str:
    """Give a text, its length kept, without words that hold the characters of another and mean something else."""
    return _ALIKE.sub(lambda match: " " * len(match[0]), text)


TO_BE_DONE = re.compile(r"\b(?:is|are|was|were) to [a-z]+(?<!ing)\b")
"""How English says of a thing that it was laid down or meant to be done."""

_MAIN = re.compile(
    r"(?:(?!\b(?:how|what|who|whom|whose|which|that|than|it|when|where|whether|as|if|way|not)\b|, and\b)[^.;])*",
    re.IGNORECASE,
)


def begins_main_clause(text: str) -> bool:
    """Say whether what follows upon the beginning of an English sentence still belongs to its main clause."""
    return _MAIN.fullmatch(text) is not None


LEADS_UP = re.compile(r"\b(?:until|till|before|prior to|up to|by)\b|[以之]前|为止|至今", re.IGNORECASE)
"""Words that lead up to a time."""

LEADS_ON = re.compile(
    r"\b(?:after|afterwards?|thereafter|later|since|onwards?|subsequently|from then on)\b|[以之]后|从此|后来",
    re.IGNORECASE,
)
"""Words that lead on from a time."""

MEASURES_TIME = re.compile(
    r"[0-9]|\b(?:day|week|month|year|time|morning|evening|eve|night)s?\b|[日天年月周夜]", re.IGNORECASE
)
"""What tells of a time how far it lies or how long it lasts."""

SAYS_ALL = re.compile(
    r"(?<!\bafter )(?<!\babove )(?<!\bfor )(?<!\bnot )(?<!\b(?:at|in|of) )\b(?:all|every)\b"
    r"(?! (?:the same|these|those|this|that|round|around|along|over|but|right|too|of a sudden|at once|in all|day)\b)"
    r"|\b(?:in|of) (?:all|every)\b(?= \w)(?! (?:these|those|this|that|sides)\b)",
    re.IGNORECASE,
)
"""An "all" or "every" that is said of things, and does not belong to a phrase such as "at all" or "all of a sudden"."""

ALL = re.compile(
    r"\b(?:all|every\w*|each|whole|entire\w*|both|any\w*)\b|[全都皆各每凡均总]|一切|所有|任何", re.IGNORECASE
)
"""The plain words for all that there is of something."""

MAY_SAY_ALL = re.compile(
    rf"{ALL.pattern}|\b(?:wholly|always|fully|complete\w*|total\w*|throughout|universal\w*|general\w*|none|nobody|nothing"
    r"|never|neither|no|not|only|alone|over-?all|various|unanim\w*|full|thorough\w*|across|comprehensive\w*|without"
    r"|solely|exclusive\w*|invariabl\w*|constant\w*|widespread|half|quarter|per ?cent|mass\w*|broad|ranks)\b"
    r"|[整广普]|%",
    re.IGNORECASE,
)
"""All that a text may mean everything with, in so many words or by its sense."""

SOME = re.compile(
    r"\b(?:some|most|many|several|few|part|partly|a number of)\b|有的|有些|一些|许多|不少|多数", re.IGNORECASE
)
"""Words for a part of something."""
