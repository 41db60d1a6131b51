"""`python -m tests.mutants`: tries mutants of the records and reports which rules caught them."""

from __future__ import annotations

import os
from pathlib import Path

import click
from tests.mutants.report import caught, report
from tests.mutants.trials import OPERATORS, bench

PROJECT = Path(__file__).resolve().parents[2]


@click.command
@click.option("--root", type=click.Path(path_type=Path), default=PROJECT, help="The project. Default: this one.")
@click.option("--number", default=20, show_default=True, help="Mutants an operator.")
@click.option("--seed", default=1, show_default=True, help="Another number gives other mutants.")
@click.option(
    "--only", multiple=True, type=click.Choice([one.name for one in OPERATORS]), help="These operators alone."
)
@click.option(
    "--minimum", type=float, help="Exit code 1 where a smaller share, in percent, of structural ones is caught."
)
def main(root: Path, number: int, seed: int, only: tuple[str, ...], minimum: float | None) -> None:
    """Change one place of the records at a time, and report what the check finds and where.

    Compares with the source texts where HUIYI_SOURCES names their folder.
    """
    named = os.environ.get("HUIYI_SOURCES", "")
    texts = Path(named) if named else None
    click.echo(f"seed {seed}, {number} mutants an operator, {'with' if texts else 'without'} the source texts\n")
    with bench(root.resolve(), texts) as ready:
        chosen = [operator for operator in OPERATORS if not only or operator.name in only]
        trials = list(ready.trials(chosen, number, seed))
        for line in report(trials, chosen, [rule.code for rule in ready.rules]):
            click.echo(line)
    if minimum is not None and caught(trials, "structural") < minimum:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
