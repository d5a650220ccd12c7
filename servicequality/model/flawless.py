"""How likely a stay without a deficiency is, given how many parts it has and how often each works.

The pair of features and freedom from deficiencies is Juran's. The arithmetic is that of independent
parts: with n parts that each go right with probability y, all go right with probability yⁿ. Real
parts are neither alike nor independent, so this is a picture and not a forecast.
"""

from __future__ import annotations

from servicequality.core.numbers import compare


def flawless(parts: int, reliability: float) -> float:
    """The probability (0 to 1) that all of `parts` (0 or more) go right, each with `reliability`.

    It is multiplied step by step, so that both Pythons agree on the last digit.
    """
    probability = 1.0
    for _ in range(parts):
        probability = probability * reliability
    return probability


def parts_until(reliability: float, target: float, most: int) -> int | None:
    """The largest number of parts, up to `most`, with which a flawless stay is at least `target`.

    None where `most` parts still reach it.
    """
    probability = 1.0
    for parts in range(1, most + 1):
        probability = probability * reliability
        if compare(probability, target) < 0:
            return parts - 1
    return None
