"""The six ratings of the check-in at Hotel Yasen: where it falls from one to the next."""

from __future__ import annotations

from typing import Any

from servicequality.charts.rating_steps import rating_steps
from servicequality.declare import Column, Number, Picture
from servicequality.exercises.gap_explorer import EXERCISE
from servicequality.model.gaps import gap_scores

LEVELS = EXERCISE.start(str)["values"]
SCORES = gap_scores(
    LEVELS["expectation"],
    LEVELS["belief"],
    LEVELS["standard"],
    LEVELS["delivery"],
    LEVELS["promise"],
    LEVELS["perception"],
)
# Each rating with the gap in which it is compared, and with which rating.
CHAIN = [
    ("expectation", "none", "expectation"),
    ("belief", "G1", "expectation"),
    ("standard", "G2", "belief"),
    ("delivery", "G3", "standard"),
    ("promise", "G4", "delivery"),
    ("perception", "G5", "expectation"),
]


def row(rating: str, gap: str, compared: str) -> dict[str, Any]:
    """One rating with its gap."""
    score = SCORES.get(gap, 0.0)
    return {
        "rating": rating,
        "level": LEVELS[rating],
        "gap": gap,
        "score": round(score, 6),
        "compared": LEVELS[compared],
    }


FIGURE = Picture(
    id="six-ratings",
    caption="One check-in, six ratings: each band is a gap",
    draw=rating_steps,
    rows=[row(*step) for step in CHAIN],
    description="Chart of six ratings on the scale from 1 to 7. Guests expect 6.0. Managers "
    "believe 5.7, so Gap 1 is −0.3. The standard asks for 5.9, Gap 2 is +0.2. Delivered is 4.4, "
    "Gap 3 is −1.5. Promised is 6.8, Gap 4 is −2.4. Perceived is 4.6, Gap 5 is −1.4. Until the "
    "standard all is close to what guests expect; then the bands grow long.",
    source="Synthetic data of Hotel Yasen.",
    texts={"axis": "Scale from 1 to 7"},
    words={
        "rating": {
            "expectation": "E: expected",
            "belief": "M: believed",
            "standard": "S: standard",
            "delivery": "D: delivered",
            "promise": "A: promised",
            "perception": "P: perceived",
        },
        "gap": {
            "none": "no gap: the chain starts here",
            **{f"G{number}": f"Gap {number}" for number in range(1, 6)},
        },
    },
    columns=(
        Column("rating", "Rating"),
        Column("level", "Level", style=Number(decimals=1)),
        Column("gap", "Gap"),
        Column("score", "Score", style=Number(decimals=1, signed=True)),
    ),
)
