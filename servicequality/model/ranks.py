"""Agreement between two orders of the same things."""

from __future__ import annotations

import math

from servicequality.core.numbers import compare, mean, total


def ranks(values: list[float]) -> list[float]:
    """The rank of each value, 1 for the smallest; values that tie share the mean of their ranks.

    Values within the tolerance of `compare` count as tied.
    """
    found = []
    for value in values:
        below = 0
        equal = 0
        for other in values:
            order = compare(other, value)
            if order < 0:
                below = below + 1
            elif order == 0:
                equal = equal + 1
        found.append(below + (equal + 1) / 2)
    return found


def correlation(left: list[float], right: list[float]) -> float | None:
    """Pearson's correlation coefficient, from -1 to 1; None where one side does not vary.

    Raises ValueError for lists of different lengths, or of fewer than two values.
    """
    if len(left) != len(right) or len(left) < 2:
        raise ValueError("correlation() needs two lists of the same length, of two or more values")
    left_mean, right_mean = mean(left), mean(right)
    left_spread = total([(value - left_mean) ** 2 for value in left])
    right_spread = total([(value - right_mean) ** 2 for value in right])
    if compare(left_spread, 0.0) == 0 or compare(right_spread, 0.0) == 0:
        return None
    shared = []
    for position in range(len(left)):
        shared.append((left[position] - left_mean) * (right[position] - right_mean))
    # Bounded, because rounding can push a perfect agreement past 1.
    found = total(shared) / math.sqrt(left_spread * right_spread)
    return max(-1.0, min(1.0, found))


def spearman(left: list[float], right: list[float]) -> float | None:
    """Spearman's rank correlation, from -1 to 1, with mean ranks for ties.

    None where all values of one side tie. Raises ValueError as `correlation` does.
    """
    return correlation(ranks(left), ranks(right))
