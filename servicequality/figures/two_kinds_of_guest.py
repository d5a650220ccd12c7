"""What two kinds of guests find important, from the same survey."""

from __future__ import annotations

from servicequality import survey
from servicequality.charts.point_pairs import point_pairs
from servicequality.declare import Column, Number, Picture

WHO = {"business": "Business travellers", "couple": "Spa couples"}
POINTS = {who: {row["id"]: row["importance"] for row in survey.by_attribute(who)} for who in WHO}
BY_DIFFERENCE = sorted(
    POINTS["business"], key=lambda item: POINTS["couple"][item] - POINTS["business"][item]
)

FIGURE = Picture(
    id="two-kinds-of-guest",
    caption="One desk, two kinds of guest: what each finds important",
    draw=point_pairs,
    rows=[
        {"item": item, "who": who, "points": round(POINTS[who][item], 6)}
        for item in BY_DIFFERENCE
        for who in WHO
    ],
    description="Two marks for each of ten attributes: mean points of 100 by business travellers "
    "and by spa couples. The two differ most on Wi-Fi (22.3 and 6.2) and on the thermal pool (4.8 "
    "and 16.6). Business travellers give more to check-in speed (12.3 and 8.8), couples more to a "
    "quiet night (14.7 and 18.9). Cleanliness gets 14.7 and 16.5. Six of the ten attributes "
    "differ by less than 2 points.",
    source="Synthetic data of Hotel Yasen, 30 business travellers and 48 guests in couples.",
    texts={
        "axis": "Mean points, of 100",
        "first": WHO["business"],
        "second": WHO["couple"],
    },
    words={"item": survey.short_names(), "who": WHO},
    columns=(
        Column("item", "Attribute"),
        Column("who", "Guests"),
        Column("points", "Points", style=Number(decimals=1)),
    ),
)
