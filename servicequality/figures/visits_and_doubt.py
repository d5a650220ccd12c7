"""How much doubt is left after a number of visits."""

from __future__ import annotations

from typing import Any

from servicequality.charts.narrowing_band import narrowing_band
from servicequality.declare import Column, Number, Picture
from servicequality.model.visits import wilson_interval


def row(visits: int) -> dict[str, Any]:
    """The interval where three visits in four met a standard, in percent."""
    low, high = wilson_interval(visits * 3 // 4, visits)
    return {
        "visits": visits,
        "share": 75.0,
        "low": round(100 * low, 1),
        "high": round(100 * high, 1),
    }


FIGURE = Picture(
    id="visits-and-doubt",
    caption="Three visits in four met the standard: what may the true share be?",
    draw=narrowing_band,
    rows=[row(4 * 2**doubling) for doubling in range(8)],
    description="A band that narrows from left to right, around 75%. After 4 visits the 95% "
    "interval goes from 30% to 95%, after 8 from 41% to 93%, after 64 from 63% to 84%, after 512 "
    "from 71% to 79%. Four times as many visits make the band about half as wide.",
    source="Own calculation, Wilson’s 95% interval.",
    texts={"visits": "Visits, each step doubles them", "share": "Share of visits, percent"},
    columns=(
        Column("visits", "Visits", style=Number()),
        Column("low", "From, %", style=Number(decimals=1)),
        Column("high", "To, %", style=Number(decimals=1)),
    ),
)
