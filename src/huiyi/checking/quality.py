"""How far the records go and how sound they are, in figures: coverage, review, second coding, anomalies, rules."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from huiyi.coding.agreement import agreement
from huiyi.covering import cover

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from huiyi.checking.judging import Tally
    from huiyi.coding import CodingTally
    from huiyi.corpus import Corpus, Record
    from huiyi.evidence import SourceText
    from huiyi.evidence.coverage import CharactersCited
    from huiyi.golden import GoldenTally

VOCABULARY = "vocabulary"
TEN_THOUSANDTHS = 10_000


def quality(
    corpus: Corpus, tallies: Iterable[Tally], golden: Sequence[GoldenTally], coding: Sequence[CodingTally]
) -> Mapping[str, Any]:
    """Give the figures as one JSON value: `sources`, `records`, `kinds`, `anomalies`, `coding`, `rules` and others.

    A share goes from 0 to 1, rounded down to four places, and is None where there is nothing to share.
    """
    by_kind = {
        kind: {"records": len(records), "reviewed": _reviewed(records), **_statements(records)}
        for kind, records in corpus.by_kind.items()
    }
    records = [record for record in corpus.all_records if record.kind.name != VOCABULARY]
    return {
        "sources": [_source(corpus, record.id) for record in corpus.by_kind["source"]],
        "records": _shared(len(records), reviewed=_reviewed(records)),
        "vocabularies": _shared(len(corpus.by_kind[VOCABULARY]), reviewed=by_kind[VOCABULARY]["reviewed"]),
        "statements": _shared(
            sum(counts["statements"] for counts in by_kind.values()),
            with_evidence=sum(counts["with_evidence"] for counts in by_kind.values()),
        ),
        "kinds": {kind: counts for kind, counts in by_kind.items() if kind != VOCABULARY},
        "anomalies": _anomalies(corpus),
        "golden": _golden(golden),
        "coding": _coding(coding),
        "rules": [figures_of(tally) for tally in tallies],
    }


def published_quality(
    corpus: Corpus, tallies: Iterable[Tally], golden: Sequence[GoldenTally], coding: Sequence[CodingTally]
) -> Mapping[str, Any]:
    """Give the figures as a release has them: the same whether or not the source texts are at hand."""
    told = [replace(tally, was_run=False) if tally.rule.needs_texts else tally for tally in tallies]
    return quality(replace(corpus, texts={}, _memory={}), told, golden, coding)


def percent(share: float | None) -> str:
    """Write a share in percent, rounded down to a tenth, so that what is not complete does not read as 100 %."""
    return "–" if share is None else f"{round(share * TEN_THOUSANDTHS) // 10 / 10:g} %"


def figures_of(tally: Tally) -> Mapping[str, Any]:
    """Give what a rule came to as a JSON value; a rule that is not `counted` was not run, so that its counts are None.

    In a release the rules that need the texts are never counted.
    """
    rule = tally.rule
    return {
        "code": rule.code,
        "severity": rule.severity,
        "needs_texts": rule.needs_texts,
        "counted": tally.was_run,
        "examined": tally.examined if tally.was_run else None,
        "findings": tally.found if tally.was_run else None,
        "silenced": tally.silenced if tally.was_run else None,
    }


def _source(corpus: Corpus, source: str) -> Mapping[str, Any]:
    measured = cover(corpus, source)
    if measured is None:
        return {"id": source, "lines": None, "accounted": None, "share": None}
    printed, accounted = measured.printed_count, measured.accounted_count
    figures = {"id": source, "lines": printed, "accounted": accounted, "share": _share(accounted, printed)}
    if measured.characters_cited is not None:
        figures["characters_share"] = _characters_share(measured.characters_cited, corpus.texts[source])
    return figures


def _characters_share(cited: CharactersCited, text: SourceText) -> float | None:
    """Weigh the cited share of each line with data by its characters that are no white space."""
    weights = {line: len("".join(text.text[slice(*text.span(line, line))].split())) for line in cited.shares}
    return _share(round(sum(cited.shares[line] * weight for line, weight in weights.items())), sum(weights.values()))


def _statements(records: Sequence[Record]) -> Mapping[str, int]:
    facts = [node for record in records for node in record.nodes() if node.shape.is_fact]
    return {"statements": len(facts), "with_evidence": sum("evidence" in node.value for node in facts)}


def _reviewed(records: Iterable[Record]) -> int:
    return sum("reviewed" in record.data for record in records)


def _anomalies(corpus: Corpus) -> Mapping[str, Any]:
    anomalies = [node for record in corpus.all_records for node in record.nodes() if node.shape.name == "anomaly"]
    kinds = Counter(node.value["kind"] for node in anomalies)
    return {
        "count": len(anomalies),
        "naming_a_rule": sum("rule" in node.value for node in anomalies),
        "kinds": dict(sorted(kinds.items())),
    }


def _golden(tallies: Sequence[GoldenTally]) -> Mapping[str, Any]:
    """Give how many facts that a second reader proved there are, and how many hold and are broken; then by source."""
    by_source = [
        {"id": tally.source, "count": tally.facts, "held": tally.held, "broken": tally.broken} for tally in tallies
    ]
    facts, held, broken = (sum(getattr(tally, key) for tally in tallies) for key in ("facts", "held", "broken"))
    return {"count": facts, "held": held, "broken": broken, "share": _share(held, facts), "sources": by_source}


def _coding(tallies: Sequence[CodingTally]) -> Mapping[str, Any]:
    """Give how many parts a second reader has coded, and how far the two agree: in all, by source, by field.

    `agreed` counts the codes that both gave alike, of those that at least one gave, and `share` is their share;
    `asked` counts the parts that could have such a code; `alpha` is Krippendorff's.
    """
    fields = sorted({field for tally in tallies for field in tally.fields})
    by_field = {field: agreement(tally.fields[field] for tally in tallies if field in tally.fields) for field in fields}
    return {
        **_agreed(tallies),
        "sources": [{"id": tally.source, **_agreed([tally])} for tally in tallies],
        "fields": [
            {"field": field, **found._asdict(), "share": _share(found.agreed, found.codes)}
            for field, found in by_field.items()
        ],
    }


def _agreed(tallies: Sequence[CodingTally]) -> Mapping[str, Any]:
    pairs = [pair for tally in tallies for readings in tally.fields.values() for pair in readings.pairs]
    agreed = sum(first == second for first, second in pairs)
    parts, coded = sum(tally.parts for tally in tallies), sum(tally.coded for tally in tallies)
    return {"parts": parts, "coded": coded, "codes": len(pairs), "agreed": agreed, "share": _share(agreed, len(pairs))}


def _shared(count: int, **part: int) -> Mapping[str, Any]:
    """Give a count, a part of it under its name, and the share of the part."""
    return {"count": count, **part, "share": _share(sum(part.values()), count)}


def _share(part: int, whole: int) -> float | None:
    return part * TEN_THOUSANDTHS // whole / TEN_THOUSANDTHS if whole else None
