"""Every number that a source states, with its base, the share of it, its parts and its rivals beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from huiyi.tables.columns import Column, text
from huiyi.tables.joining import filled
from huiyi.tables.taking import PASSAGES, STATEMENT, Plan, count, dated, label_column, placed, taken, words
from huiyi.values.shares import is_percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.tables.columns import Row
    from huiyi.tables.joining import Joining

NUMBER = ("value", "maximum", "comparator", "unit")
SHARE = ("value", "maximum", "comparator", "basis", "certainty", "hedge", "claimant", "attributed_to")

TABLE = Plan(
    "statistics_flat",
    "Statistics with their bases",
    "A number that a source states, with the number it is a share or part of. Joined from statistics and the tables "
    "that hang on it, and repeats them. Nothing is computed: a share stands here where a statistic gives it.",
    (
        text("id", "Identifier", "Row of statistics.", "statistics"),
        *taken("statistics", "counted", *NUMBER, "printed", *dated("date"), *placed("place"), "occasion"),
        label_column("occasion", "Occasion"),
        *taken("statistics", "base"),
        *taken("statistics", "counted", *NUMBER, *STATEMENT, prefix="base_", heading="Base: ", is_optional=True),
        Column(
            "share_id",
            "string",
            "Share: Statistic",
            "Statistic that prints in per cent what share of the base this one is: itself where its unit is per cent.",
            refers_to="statistics",
        ),
        *taken("statistics", *SHARE, prefix="share_", heading="Share: ", is_optional=True),
        *taken("statistics", "numerator"),
        words("numerator_label", "Numerator: Label", "What the numerator counts."),
        count("part_count", "Parts: Number", "Number of statistics that should sum to it.", "statistics"),
        words("parts", "Parts", "The parts with their numbers, joined by semicolons."),
        *taken("statistics", "recomputed"),
        count("anomaly_count", "Anomalies: Number", "Number of anomalies recorded with it.", "anomalies"),
        words(
            "rivals",
            "Rivals",
            "Identifiers of what an anomaly sets against it, or sets it against, joined by semicolons. The records "
            "prefer none of them.",
        ),
        words("about", "About", "Names of the records that it is about, joined by semicolons."),
        *taken("statistics", *STATEMENT),
        label_column("claimant", "Claimant"),
        *PASSAGES,
        *taken("statistics", "reviewed"),
    ),
)


def rows(joining: Joining) -> Iterator[Row]:
    """Make the rows, in the order of statistics."""
    for statistic in joining.rows["statistics"]:
        parts = [joining.row("statistics", part["part"]) for part in joining.under("statistic_parts", statistic["id"])]
        numerator = joining.row("statistics", statistic.get("numerator"))
        share = _share(joining, statistic)
        row = TABLE.taken_from(
            {
                ("statistics", ""): statistic,
                ("statistics", "base_"): joining.row("statistics", statistic.get("base")),
                ("statistics", "share_"): share,
            }
        )
        subjects = (
            joining.label(one["subject"].partition("#")[0]) for one in joining.under("subjects", statistic["id"])
        )
        yield filled(
            row
            | {
                "id": statistic["id"],
                "occasion_label": joining.label(statistic.get("occasion")),
                "share_id": share and share["id"],
                "numerator_label": numerator and numerator["counted"],
                "part_count": len(parts),
                "parts": "; ".join(f"{part['counted']}: {_number(joining, part)}" for part in parts if part),
                "anomaly_count": len(joining.having("anomalies", "record", statistic["id"])),
                "rivals": "; ".join(dict.fromkeys(_rivals(joining, statistic["id"]))),
                "about": "; ".join(dict.fromkeys(filter(None, subjects))),
                "claimant_label": joining.label(statistic.get("claimant")),
                **joining.passages(statistic["id"]),
            }
        )


def _share(joining: Joining, statistic: Row) -> Row | None:
    """Give the statistic that prints the share in per cent; None where there is none, or more than one."""
    if "base" not in statistic:
        return None
    if is_percent(statistic["unit"]):
        return statistic
    of_it = joining.having("statistics", "numerator", statistic["id"])
    shares = [row for row in of_it if row.get("base") == statistic["base"] and is_percent(row["unit"])]
    return shares[0] if len(shares) == 1 else None


def _number(joining: Joining, statistic: Row) -> str:
    bound = "" if statistic["comparator"] == "exactly" else joining.word("comparator", statistic["comparator"]) + " "
    values = [f"{statistic[name]:.15g}" for name in ("value", "maximum") if name in statistic]
    return joining.qualified(f"{bound}{'-'.join(values)} {statistic['unit']}", statistic)


def _rivals(joining: Joining, identifier: str) -> Iterator[str]:
    """Give what anomalies set a record against, then what is set against it."""
    for anomaly in joining.under("anomalies", identifier):
        for rival in joining.under("anomaly_rivals", anomaly["id"]):
            yield rival["rival"]
    for rival in joining.having("anomaly_rivals", "rival", identifier):
        setting = joining.row("anomalies", rival["belongs_to"])
        assert setting is not None
        yield setting["belongs_to"]
