"""The published retention series, year by year, with a constant and a rising rate."""

from __future__ import annotations

from servicequality.charts.yearly_rates import yearly_rates
from servicequality.declare import Column, Number, Picture
from servicequality.exercises.rising_retention import EXERCISE

# The constant line is the first year's rate, as at the start of the exercise.
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
    "and 96.3% in the twelfth. A rising rate, fitted to the first seven years, runs close to "
    "the dots, from 85.1% to 95.7%: above them in years 2 to 4, a little below in the others. The "
    "first year’s rate, kept constant, stays at 86.9%: equal to the first dot, above the second, "
    "below the other ten.",
    source="After Fader and Hardie (2007): figures from the data record of the R package foretell. "
    "Yearly rates and the fitted line are worked out by this course.",
    texts={
        "years": "Year",
        "axis": "Stay another year, %",
        "rising": "rising",
        "constant": "constant",
    },
    words={"known": {"known": "yes", "later": "no"}},
    columns=(
        Column("year", "Year", style=Number()),
        Column("observed", "Seen, %", style=ONE),
        Column("rising", "Rising, %", style=ONE),
        Column("constant", "Constant, %", style=ONE),
        Column("known", "Used for the fit?"),
    ),
)
