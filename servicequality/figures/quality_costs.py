"""One year's cost of quality at Hotel Yasen, by kind."""

from __future__ import annotations

from typing import Any

from servicequality.charts.amount_bars import amount_bars
from servicequality.content import load
from servicequality.declare import Column, Number, Picture
from servicequality.model.quality_costs import KINDS

ITEMS = load("hotel/quality_costs")


def row(kind: str) -> dict[str, Any]:
    """The items of one kind, added up."""
    euros = [item["euros"] for item in ITEMS if item["kind"] == kind]
    amount = sum(euros) / 1000
    return {
        "kind": kind,
        "amount": amount,
        "share": 100 * amount / TOTAL,
    }


TOTAL = sum(item["euros"] for item in ITEMS if item["kind"] in KINDS) / 1000

FIGURE = Picture(
    id="quality-costs",
    caption="Four euros in five pay for errors, one in fifteen prevents them",
    draw=amount_bars,
    rows=[row(kind) for kind in KINDS],
    description="Bar chart of the cost of quality of one year, in thousand euros. Prevention 20, "
    "appraisal 40, internal failure 90, external failure 150, together 300. The two kinds of "
    "failure are 240 of 300, and prevention is the shortest bar.",
    source="Synthetic data of Hotel Yasen.",
    texts={"axis": "Thousand euros in one year"},
    words={
        "kind": {
            "prevention": "Prevention",
            "appraisal": "Appraisal",
            "internal_failure": "Internal failure",
            "external_failure": "External failure",
        }
    },
    columns=(
        Column("kind", "Kind of cost"),
        Column("amount", "Thousand euros", style=Number()),
        Column("share", "Share, %", style=Number()),
    ),
)
