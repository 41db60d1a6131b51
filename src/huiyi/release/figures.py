"""Writes the section of a release's README that says in figures how complete and how sound the records are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from huiyi.checking.quality import percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def section(figures: Mapping[str, Any]) -> str:
    """Give the figures of `published_quality` as Markdown: a paragraph, then a table of sources and one of kinds."""
    return "\n".join([*_summary(figures), "", *_sources(figures), "", *_kinds(figures), ""])


def _summary(figures: Mapping[str, Any]) -> Iterator[str]:
    records, statements, anomalies = figures["records"], figures["statements"], figures["anomalies"]
    yield f"- Records: {records['count']}, of which a second reader has compared {records['reviewed']} with the source"
    yield f"  ({percent(records['share'])}); vocabularies: {figures['vocabularies']['count']}."
    yield f"- Statements: {statements['count']}, of which {statements['with_evidence']} cite their passage"
    yield f"  ({percent(statements['share'])}); the others are supplied from outside the sources and say why."
    yield f"- Anomalies in the sources: {anomalies['count']}, of {len(anomalies['kinds'])} kinds."
    golden = figures["golden"]
    yield f"- Golden facts, which a second reader proved and later versions must keep: {golden['count']}, of which"
    yield f"  {golden['held']} hold ({percent(golden['share'])})."
    coding = figures["coding"]
    yield f"- Second coding: another reader coded {coding['coded']} of {coding['parts']} parts from their passages, not"
    yield f"  seeing the records. Of {coding['codes']} codes that either reader gave both gave {coding['agreed']} alike"
    yield f"  ({percent(coding['share'])}); the others were settled with the passage in hand. By field, with"
    yield "  Krippendorff's alpha, this is in `quality.json`."
    rules = figures["rules"]
    counted = [rule for rule in rules if rule["counted"]]
    silenced = sum(rule["silenced"] for rule in counted)
    yield f"- Rules: {len(rules)}. {len(rules) - len(counted)} of them need the source texts and are not counted here;"
    yield f"  of the others every finding, {silenced} in all, is accounted for by an anomaly."


def _sources(figures: Mapping[str, Any]) -> Iterator[str]:
    yield "| source | lines with print | cited or declared empty | golden facts held |\n|---|---|---|---|"
    golden = {source["id"]: f"{source['held']} of {source['count']}" for source in figures["golden"]["sources"]}
    for source in figures["sources"]:
        lines = "not known" if source["lines"] is None else source["lines"]
        yield f"| `{source['id']}` | {lines} | {percent(source['share'])} | {golden.get(source['id'], '–')} |"


def _kinds(figures: Mapping[str, Any]) -> Iterator[str]:
    yield "| kind | records | reviewed | statements | with evidence |\n|---|---|---|---|---|"
    for kind, counts in figures["kinds"].items():
        row = (counts[key] for key in ("records", "reviewed", "statements", "with_evidence"))
        yield f"| {kind} | {' | '.join(map(str, row))} |"
