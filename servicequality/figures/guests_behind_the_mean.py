"""A published mean gap that is significant and tiny, and the guests behind it."""

from __future__ import annotations

from servicequality.charts.part_bars import part_bars
from servicequality.content import load
from servicequality.declare import Column, Number, Picture

PUBLISHED = {row["quantity"]: row["value"] for row in load("published/tefera_govender_2017")}

FIGURE = Picture(
    id="guests-behind-the-mean",
    caption="Behind a mean gap of +0.07: one guest in three is below expectation",
    draw=part_bars,
    rows=[
        {"part": part, "share": PUBLISHED[f"share_{part}"], "marked": int(part == "below")}
        for part in ("above", "equal", "below")
    ],
    description="Three bars for 415 guests of graded hotels in Ethiopia. 54.7% perceived more than "
    "they expected, 12.5% the same, 32.8% less. The mean gap of all of them is positive and less "
    "than a tenth of a point on a five-point scale.",
    source="Figures from Tefera & Govender (2017), verified in the abstract.",
    texts={"axis": "Percent of 415 guests"},
    words={
        "part": {
            "above": "More than expected",
            "equal": "As expected",
            "below": "Less than expected",
        }
    },
    columns=(
        Column("part", "Guests who perceived"),
        Column("share", "Percent", style=Number(decimals=1)),
    ),
)
