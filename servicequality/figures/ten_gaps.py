"""Gap 5 of the ten services of Hotel Yasen, in the order in which guests find them important."""

from __future__ import annotations

from servicequality.charts.service_gaps import service_gaps
from servicequality.declare import Column, Number, Picture
from servicequality.hotel import attributes, levels

ORDERED = sorted(levels(), key=lambda level: -level["guest_importance"])
POINTS = Number(decimals=1)

FIGURE = Picture(
    id="ten-gaps",
    caption="Ten services, ten customer gaps",
    draw=service_gaps,
    rows=[
        {
            "service": level["id"],
            "importance": level["guest_importance"],
            "expected": level["expectation"],
            "perceived": level["perception"],
            "gap": level["perception"] - level["expectation"],
        }
        for level in ORDERED
    ],
    description="Bar chart of Gap 5 for ten services, ordered by importance to guests. The most "
    "important, the quiet night, has the largest shortfall: −2.2 points. Wi-Fi follows with −1.9, "
    "check-in speed with −1.4, problems solved at first contact with −0.9. Cleanliness, second in "
    "importance, is close to zero at −0.2. The lobby, least important of all, has the largest "
    "surplus: +1.2.",
    source="Synthetic data of Hotel Yasen: means of the guest survey, 120 guests. "
    "Weight: importance, points of 100; E is expected, P perceived.",
    texts={
        "axis": "Gap 5, scale points",
        "order": "Most important first",
    },
    words={"service": attributes()},
    columns=(
        Column("service", "Service"),
        Column("importance", "Weight", style=POINTS),
        Column("expected", "E", style=POINTS),
        Column("perceived", "P", style=POINTS),
        Column("gap", "Gap 5", style=Number(decimals=1, signed=True)),
    ),
)
