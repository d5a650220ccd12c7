"""How many guests of Hotel Yasen got less than they expected, attribute by attribute."""

from __future__ import annotations

from typing import Any

from servicequality.charts.guest_bars import guest_bars
from servicequality.content import load
from servicequality.declare import Column, Number, Picture
from servicequality.hotel import attributes


def below(attribute: str) -> dict[str, Any]:
    """Guests who perceive less of an attribute than they expect: how many, and in percent."""
    ratings = [row for row in load("hotel/guest_survey") if row["attribute_id"] == attribute]
    guests = sum(row["perception"] < row["expectation"] for row in ratings)
    return {"attribute": attribute, "guests": guests, "share": 100 * guests / len(ratings)}


# Where two have the same number, they stand in the order of their ids.
ROWS = sorted(map(below, attributes()), key=lambda row: (-row["guests"], row["attribute"]))

# A phone is too narrow for the longest label.
LABELS = {**attributes(), "problem_solving": "Problem solved"}

FIGURE = Picture(
    id="below-expectation",
    caption="Of 120 guests, how many got less than they expected",
    draw=guest_bars,
    rows=ROWS,
    description="Bar chart of ten attributes. Less than expected, of 120 guests: quiet night 105, "
    "Wi-Fi 102, check-in speed 86, problem solved at first contact 84. Then it falls: cleanliness "
    "48, clear bill 34, breakfast 32, thermal pool 28, friendliness 27, lobby design 8.",
    source="Synthetic data of Hotel Yasen: 120 guests, who rated each attribute from 1 to 7.",
    texts={"axis": "Guests, of 120"},
    words={"attribute": LABELS},
    columns=(
        Column("attribute", "Attribute"),
        Column("guests", "Guests", style=Number()),
        Column("share", "Percent", style=Number(decimals=1)),
    ),
)
