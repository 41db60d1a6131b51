"""A statement tells as a fact what its passage tells as somebody's words, or another statement from it as a charge."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.expressing import expressions
from huiyi.findings import Fault
from huiyi.naming import people_named
from huiyi.surroundings import OWNERS, RETELLING, cited_in, outward, passages
from huiyi.values.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from huiyi.corpus import Corpus, Record
    from huiyi.evidence import Passage
    from huiyi.schemas import Node

SEVERITY = "warning"
EXAMINES = ("event.assertion", "meeting.decision", "person.relation", "point", "policy", "statistic")

HAVE_OWNER = (*OWNERS, "reported_by", "speaker")
"""What says whose words they are, of a statement or of what it stands in."""
WITHOUT_WARRANT = ("alleged", "reported")
"""The statuses of what the source does not take over."""
OWN = frozenset({"meeting.speech", "document", "work"})
"""What stands in these is told in the words of the speaker, the document or the work."""

Group = tuple[str, frozenset["Passage"]]


def check(node: Node, record: Record, corpus: Corpus) -> Iterator[Fault]:
    """Give a fault where others of the sort, or words of the passages, leave it to somebody, and the node does not."""
    if "evidence" not in node.value:
        return
    others = corpus.remembered((__name__, "others"), lambda: _by_passages(corpus))[_group(node)]
    if "status" not in node.value and (other := next((one for one in others if _is_unwarranted(one)), None)):
        message = f"there is no status, and '{escape(other.address, 60)}', from the same passages, is "
        yield Fault(f"{message}'{other.value['status']}'", _place(node), "give both the strength that the passage has")
        return
    why = "" if _is_owned(node) else _owned_elsewhere(others) or _told_by_somebody(node, corpus)
    if why and not _names_owner(node, record, corpus):
        yield Fault(f"nobody is named whose words this is, and {why}", _place(node), "name the claimant")


def _owned_elsewhere(others: list[Node]) -> str:
    """Say which other statement has an owner, and whom; nothing where none has."""
    owned = next((one for one in others if any(key in one.value for key in OWNERS)), None)
    if owned is None:
        return ""
    owner = next(owned.value[key] for key in OWNERS if key in owned.value)
    return f"'{escape(owned.address, 60)}', from the same passages, is of '{escape(owner, 60)}'"


def _place(node: Node) -> tuple[str | int, ...]:
    return (*node.route, "evidence", 0)


def _is_unwarranted(node: Node) -> bool:
    return node.value.get("status") in WITHOUT_WARRANT


def _is_owned(node: Node) -> bool:
    """Say whether a node or what it stands in has an owner, a quotation's speaker, or is held back in any way."""
    around = outward(node)
    return (
        any(key in one.value for one in around for key in HAVE_OWNER)
        or any(one.shape.name in OWN for one in around)
        or "speaker" in node.value.get("quotation", ())
        or node.value["certainty"] != "asserted"
        or _is_unwarranted(node)
    )


def _names_owner(node: Node, record: Record, corpus: Corpus) -> bool:
    """Say whether the words of a statement name somebody, whose words they then are, or the record is a person's."""
    told = (node.value[key] for key in RETELLING if key in node.value)
    return record.kind.name == "person" or any(people_named(text, corpus) for text in told)


def _told_by_somebody(node: Node, corpus: Corpus) -> str:
    """Say with what the passages tell it as somebody's words; nothing where they do not, or the statement does, too."""
    known = expressions("status", corpus)
    signs = [known[word] for word in WITHOUT_WARRANT if word in known]
    told = [node.value[key] for key in RETELLING if key in node.value]
    if not told or any(one.find(told) for one in signs):
        return ""
    texts = passages(node, corpus) or ()
    said = next((said for one in signs if (said := one.find(texts))), "")
    return f"the passages say '{escape(' '.join(said.split()), 60)}'" if said else ""


def _by_passages(corpus: Corpus) -> Mapping[Group, list[Node]]:
    found: dict[Group, list[Node]] = defaultdict(list)
    for record in corpus.all_records:
        for node in record.nodes():
            if node.shape.name in EXAMINES and "evidence" in node.value:
                found[_group(node)].append(node)
    return found


def _group(node: Node) -> Group:
    """Give the sort of a statement and the passages that it cites, as they are written."""
    return node.shape.name, cited_in(node)
