"""Why retention rises though nobody changes: two kinds of guests, and one kind leaves first."""

from __future__ import annotations

from math import floor
from typing import Any

from servicequality.charts.mixed_guests import mixed_guests
from servicequality.declare import Column, Number, Picture

# An example of this chapter: 100 guests, half of each kind, and the share of each that returns.
START, LOYAL, RESTLESS, YEARS = 50.0, 0.9, 0.5, 6


def rounded(guests: float) -> float:
    """Guests with one decimal, halves up: as the description tells them."""
    return floor(10 * round(guests, 6) + 0.5) / 10


def row(year: int) -> dict[str, Any]:
    """Guests of each kind in a year, and what share of all of them returns in the next."""
    loyal, restless = START * LOYAL**year, START * RESTLESS**year
    everyone = loyal + restless
    return {
        "year": year,
        "loyal": rounded(loyal),
        "restless": rounded(restless),
        "all": rounded(everyone),
        "retention": 100 * (LOYAL * loyal + RESTLESS * restless) / everyone,
    }


ONE = Number(decimals=1)

FIGURE = Picture(
    id="mixed-guests",
    caption="Nobody changes, and yet retention rises",
    draw=mixed_guests,
    rows=[row(year) for year in range(YEARS + 1)],
    description="Stacked bars for years 0 to 6. At the start there are 50 faithful and 50 restless "
    "guests. Each year 90% of the faithful and 50% of the restless return. The restless fall to "
    "25.0, 12.5 and 6.3 guests and are soon gone, while 40.5 faithful are left after two years. "
    "Above each bar stands the share of all that returns in the next year: 70% at first, then "
    "75.7%, and 88.9% of those who are left after six years.",
    source="Invented example of this chapter. Numbers are rounded.",
    texts={
        "years": "Year; above: so many return next year",
        "axis": "Guests still coming",
        "loyal": "faithful: 90% return each year",
        "restless": "restless: 50% return each year",
    },
    columns=(
        Column("year", "Year", style=Number()),
        Column("loyal", "Faithful", style=ONE),
        Column("restless", "Restless", style=ONE),
        Column("all", "All", style=ONE),
        Column("retention", "Return next year, %", style=ONE),
    ),
)
