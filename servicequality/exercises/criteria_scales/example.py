"""What the exercise starts with: an invented example, and no judgement of any restaurant."""

from __future__ import annotations

from typing import Any

from servicequality.exercises.criteria_scales.texts import CRITERIA

# Points of the family and of the couple. It holds no societal criterion, for the student to see.
WEIGHTS = {
    "features": (10, 25),
    "deficiencies": (20, 15),
    "reliability": (15, 10),
    "responsiveness": (20, 5),
    "empathy": (5, 25),
    "tangibles": (10, 15),
    "value": (20, 5),
}
# Scores of McDonald’s and of the other restaurant. What is not used stands in the middle and claims
# nothing.
SCORES = {
    "features": (5, 8),
    "deficiencies": (8, 7),
    "reliability": (8, 7),
    "responsiveness": (9, 5),
    "empathy": (4, 9),
    "tangibles": (6, 8),
    "value": (8, 6),
}


def start_rows(names: tuple[str, ...], given: dict[str, Any], unused: Any) -> list[dict[str, Any]]:
    """The rows that a table starts with, one for each criterion."""
    return [
        {"id": item, **dict(zip(names, given.get(item, unused), strict=True))} for item in CRITERIA
    ]


START_WEIGHTS = start_rows(("family", "couple"), WEIGHTS, (0, 0))
START_SCORES = start_rows(("mcdonalds", "other"), SCORES, (5, 5))
# Two of the criteria in use have none.
START_SEEN = ["features", "deficiencies", "reliability", "responsiveness", "empathy"]
