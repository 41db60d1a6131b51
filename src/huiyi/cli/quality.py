"""`huiyi quality`: shows how much of the sources is transcribed, and how well it is evidenced, reviewed and checked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from huiyi.checking.quality import percent, quality
from huiyi.cli.context import formatted
from huiyi.cli.judgement import checked, summary
from huiyi.values.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@click.command
@formatted("json", "text", shows="it")
@click.pass_context
def command(context: click.Context, form: str) -> int:
    """Show the records in figures: coverage of the sources, evidence, review, anomalies, second coding, rules.

    A release holds the same figures as quality.json, less what only the source texts can tell. Exit code 0.
    """
    outcome = checked(context)
    figures = quality(outcome.corpus, outcome.tallies, outcome.golden, outcome.coding)
    if form == "json":
        click.echo(json.dumps(figures, ensure_ascii=False, indent=2))
    else:
        for line in _lines(figures):
            click.echo(line)
    click.echo(summary(outcome, outcome.findings), err=True)
    return 0


def _lines(figures: Mapping[str, Any]) -> Iterator[str]:
    records, statements = figures["records"], figures["statements"]
    yield f"records      {records['count']}, reviewed {records['reviewed']} ({percent(records['share'])})"
    words = figures["vocabularies"]
    yield f"vocabularies {words['count']}, reviewed {words['reviewed']} ({percent(words['share'])})"
    evidence = f"with evidence {statements['with_evidence']} ({percent(statements['share'])})"
    yield f"statements   {statements['count']}, {evidence}"
    yield from _of_sources(figures)
    yield from _of_kinds(figures)
    yield from _of_anomalies(figures)
    yield from _of_golden_facts(figures)
    yield from _of_second_coding(figures)
    yield from _of_rules(figures)


def _of_sources(figures: Mapping[str, Any]) -> Iterator[str]:
    yield "\nsources"
    for source in figures["sources"]:
        if source["lines"] is None:
            yield f"  {source['id']}: not known; neither the text nor the lock tells which lines are blank"
            continue
        finer = f", {percent(source['characters_share'])} of the characters" if "characters_share" in source else ""
        yield f"  {source['id']}: {percent(source['share'])} of {counted(source['lines'], 'line')} accounted for{finer}"


def _of_kinds(figures: Mapping[str, Any]) -> Iterator[str]:
    yield f"\n{'kind':<14}{'records':>10}{'reviewed':>10}{'statements':>12}{'with evidence':>15}"
    for kind, counts in figures["kinds"].items():
        yield (
            f"{kind:<14}{counts['records']:>10}{counts['reviewed']:>10}"
            f"{counts['statements']:>12}{counts['with_evidence']:>15}"
        )


def _of_anomalies(figures: Mapping[str, Any]) -> Iterator[str]:
    anomalies = figures["anomalies"]
    yield f"\nanomalies    {anomalies['count']}, naming a rule {anomalies['naming_a_rule']}"
    for kind, count in sorted(anomalies["kinds"].items(), key=lambda item: (-item[1], item[0])):
        yield f"  {count:>4}  {kind}"


def _of_golden_facts(figures: Mapping[str, Any]) -> Iterator[str]:
    golden = figures["golden"]
    held = f"held {golden['held']} ({percent(golden['share'])})"
    yield f"\ngolden facts {golden['count']}, {held}, broken {golden['broken']}"
    for source in golden["sources"]:
        yield f"  {source['id']}: {source['count']}, held {source['held']}, broken {source['broken']}"


def _of_second_coding(figures: Mapping[str, Any]) -> Iterator[str]:
    coding = figures["coding"]
    yield f"\nsecond coding {coding['coded']} of {counted(coding['parts'], 'part')} coded, {_agreement(coding)}"
    for source in coding["sources"]:
        yield f"  {source['id']}: {source['coded']} of {source['parts']}, {_agreement(source)}"
    for field in coding["fields"]:
        alpha = "" if field["alpha"] is None else f", alpha {field['alpha']:.2f}"
        yield f"  {field['codes']:>4}  {field['field']}: {percent(field['share'])}{alpha}"


def _agreement(figures: Mapping[str, Any]) -> str:
    return f"readers agree on {figures['agreed']} of {counted(figures['codes'], 'code')} ({percent(figures['share'])})"


def _of_rules(figures: Mapping[str, Any]) -> Iterator[str]:
    rules = [rule for rule in figures["rules"] if rule["counted"]]
    idle = [rule["code"] for rule in rules if not rule["examined"]]
    found, silenced = (sum(rule[key] for rule in rules) for key in ("findings", "silenced"))
    yield (
        f"\nrules        {len(figures['rules'])}, run {len(rules)}: {counted(found, 'finding')}, silenced {silenced};"
        " 'huiyi rules' shows each"
    )
    if idle:
        yield f"  nothing to examine: {', '.join(idle)}"
