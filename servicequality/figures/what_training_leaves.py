"""What one training leaves over a year without use, for four half-lives."""

from __future__ import annotations

from typing import Any

from servicequality.charts.decay_curves import decay_curves
from servicequality.declare import Column, Number, Picture
from servicequality.model.refreshers import months_above, skill_left

LINES = {
    "speed": ("speed: half after 13 months", 13.0),
    "mixed": ("both: half after 11 months", 11.0),
    "accuracy": ("accuracy: half after 6.5 months", 6.5),
    "article": ("the article’s 2–3 months, as a half-life", 2.5),
}


def rows() -> list[dict[str, Any]]:
    """The four lines at six moments and where each reaches 80%, by month."""
    found: list[dict[str, Any]] = []
    for name, (_, half_life) in LINES.items():
        cross = round(months_above(0.8, half_life), 2)
        found += [
            {
                "line": name,
                "mark": "cross" if month == cross else "line",
                "month": float(month),
                "left": 80.0 if month == cross else round(100 * skill_left(month, half_life), 1),
            }
            for month in sorted([0, 1, 3, 6, 9, 12, cross])
        ]
    return found


FIGURE = Picture(
    id="what-training-leaves",
    caption="One training, then nothing for a year",
    draw=decay_curves,
    rows=rows(),
    description="Four falling lines of what is left of the gain, in percent, over twelve months "
    "without use. For speed 53% are left after a year, for speed and accuracy together 47%, for "
    "accuracy 28%, and for the article’s claim read as a half-life 4%. They fall to 80% after 4.2, "
    "3.5, 2.1 and 0.8 months.",
    source="Half-lives of 13 months, 11 months and 6.5 months: Tatel and Ackerman, verified in "
    "the record of the article. The 2–3 months are the experience of an author, without a source. "
    "In the first record the loss grows by the same amount each month; that the same share "
    "is lost, and to read the 2–3 months as a half-life of 2.5, are our own assumptions.",
    words={"line": {key: name for key, (name, _) in LINES.items()}},
    texts={
        **{key: name for key, (name, _) in LINES.items()},
        "month": "Months after the training",
        "axis": "% of the gain",
    },
    columns=(
        Column("line", "Line"),
        Column("month", "Month", style=Number(decimals=1)),
        Column("left", "Left, %", style=Number(decimals=1)),
    ),
)
