"""The published retention series, year by year, with a constant and a rising rate."""

from __future__ import annotations

from servicequality.charts.yearly_rates import yearly_rates
from servicequality.declare import Column, Number, Picture
from servicequality.exercises.rising_retention import EXERCISE

STARTED = EXERCISE.start(str)
KNOWN = STARTED["values"]["known"]
ONE = Number(decimals=1)

FIGURE = Picture(
    id="yearly-rates",
    caption="Of those still there, so many stay another year",
    draw=yearly_rates,
    rows=[
        row | {"known": "known" if row["year"] <= KNOWN else "later"}
        for row in STARTED["result"]["rates"]
    ],
    description="Chart of the yearly retention of one group of customers over twelve years. "
    "Observed: 86.9% in the first year, 85.5% in the second, then rising to 95.0% in the seventh "
    "and 96.3% in the twelfth. A rising rate, fitted to the first seven years, runs through the "
    "dots, from 85.1% to 95.7%. A constant rate stays at 86.9%, below all but one of them.",
    source="After Fader and Hardie (2007): figures verified in a public data record. Yearly rates "
    "and the fitted line are worked out by this course.",
    texts={
        "years": "Year",
        "axis": "Stay another year, %",
        "rising": "rising",
        "constant": "constant",
    },
    words={"known": {"known": "fitted", "later": "not fitted"}},
    columns=(
        Column("year", "Year", style=Number()),
        Column("observed", "Observed, %", style=ONE),
        Column("rising", "Rising, %", style=ONE),
        Column("constant", "Constant, %", style=ONE),
        Column("known", "Used"),
    ),
)
