"""Who controlled which cadres: each category as each version of a division of responsibilities lists it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from huiyi.tables.columns import Column, text
from huiyi.tables.joining import HANZI, filled
from huiyi.tables.taking import PASSAGES, STATEMENT, Plan, dated, label_column, taken, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from huiyi.tables.columns import Row
    from huiyi.tables.joining import Joining

TABLE = Plan(
    "cadre_control",
    "Cadre control",
    "A category of cadres that a body managed, in one version of a division of responsibilities. Joined from "
    "controlled_cadres and jurisdictions, and repeats them: a category in narrative and table has two rows.",
    (
        text("id", "Identifier", "Row of controlled_cadres.", "controlled_cadres"),
        text("jurisdiction", "Jurisdiction", "The record.", "jurisdictions"),
        *taken("jurisdictions", "division"),
        label_column("division", "Division"),
        *taken("controlled_cadres", "version"),
        *taken("jurisdictions", "level", "controller"),
        label_column("controller", "Controller"),
        words(
            "controller_name_zh", "Controller: Chinese name", "The controller's name in characters, where on record."
        ),
        *taken("jurisdictions", "mode"),
        *taken("controlled_cadres", "category", "printed"),
        Column(
            "in_other_version",
            "boolean",
            "In other version",
            "Whether the other version lists the same category under the same controller.",
            is_required=True,
        ),
        words("other_version_printed", "Other version: As printed", "The category as the other version prints it."),
        *taken("jurisdictions", *dated("period")),
        *taken("controlled_cadres", *STATEMENT),
        *taken("jurisdictions", *STATEMENT, prefix="jurisdiction_", heading="Jurisdiction: "),
        *PASSAGES,
    ),
)


def rows(joining: Joining) -> Iterator[Row]:
    """Make the rows, in the order of controlled_cadres."""
    listed: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for cadres in joining.rows["controlled_cadres"]:
        listed[cadres["belongs_to"], cadres["category"]].append(cadres)
    for cadres in joining.rows["controlled_cadres"]:
        jurisdiction = joining.row("jurisdictions", cadres["belongs_to"])
        assert jurisdiction is not None
        same = listed[jurisdiction["id"], cadres["category"]]
        others = [row for row in same if row["version"] != cadres["version"]]
        name = joining.name(jurisdiction["controller"], HANZI)
        row = TABLE.taken_from(
            {
                ("controlled_cadres", ""): cadres,
                ("jurisdictions", ""): jurisdiction,
                ("jurisdictions", "jurisdiction_"): jurisdiction,
            }
        )
        yield filled(
            row
            | {
                "id": cadres["id"],
                "jurisdiction": jurisdiction["id"],
                "division_label": joining.label(jurisdiction.get("division")),
                "controller_label": joining.label(jurisdiction["controller"]),
                "controller_name_zh": name and name["text"],
                "in_other_version": bool(others),
                "other_version_printed": "; ".join(other["printed"] for other in others if "printed" in other),
                **joining.passages(cadres["id"]),
            }
        )
