"""Scores of a survey that asks for expectation and perception, and how far they can be trusted.

Source: Parasuraman, Zeithaml & Berry (1988) for the gap P − E by item and dimension and for the
weighting by importance; Cronin & Taylor (1992) for perceptions alone. Cronbach's alpha and the
paired test are standard statistics. Negative means shortfall.
"""

from __future__ import annotations

import math

from servicequality.core.numbers import compare, mean, total

# The normal deviate that leaves 2.5 percent above it.
Z95 = 1.959963984540054


def gaps(perceptions: list[float], expectations: list[float]) -> list[float]:
    """P − E of each item, in scale points.

    Raises ValueError for lists of different lengths.
    """
    if len(perceptions) != len(expectations):
        raise ValueError("gaps() needs as many perceptions as expectations")
    return [perceptions[i] - expectations[i] for i in range(len(perceptions))]


def weighted(scores: list[float], weights: list[float]) -> float:
    """The mean of scores weighted by importance, in the unit of the scores.

    Weights are points or shares of any sum above 0. Raises ValueError for lists of different
    lengths, and where the weights do not add up to more than 0.
    """
    if len(scores) != len(weights):
        raise ValueError("weighted() needs as many weights as scores")
    together = total(weights)
    if compare(together, 0.0) <= 0:
        raise ValueError("weighted() needs weights above 0")
    return total([scores[i] * weights[i] for i in range(len(scores))]) / together


def places(scores: list[float]) -> list[int]:
    """The place of each score when the lowest comes first: 1, 2, 3…; ties keep their order."""
    found = []
    for position in range(len(scores)):
        place = 1
        for other in range(len(scores)):
            order = compare(scores[other], scores[position])
            if order < 0 or (order == 0 and other < position):
                place = place + 1
        found.append(place)
    return found


def variance(values: list[float]) -> float:
    """The sample variance, with n − 1 below the line.

    Raises ValueError for fewer than two values.
    """
    if len(values) < 2:
        raise ValueError("variance() needs at least two values")
    middle = mean(values)
    return total([(value - middle) ** 2 for value in values]) / (len(values) - 1)


def cronbach_alpha(items: list[list[float]]) -> float | None:
    """Cronbach's alpha of items, each a list with the answers of the same people in one order.

    α = n/(n − 1) · (1 − Σ variance of an item / variance of the sums). 1 where the items move
    together in full, about 0 where they do not; it may be negative. None where the sums do not
    vary. Raises ValueError for fewer than two items, or lists of different lengths.
    """
    if len(items) < 2:
        raise ValueError("cronbach_alpha() needs at least two items")
    people = len(items[0])
    for answers in items:
        if len(answers) != people:
            raise ValueError("cronbach_alpha() needs the same people in every item")
    sums = [total([answers[person] for answers in items]) for person in range(people)]
    spread = variance(sums)
    if compare(spread, 0.0) == 0:
        return None
    apart = total([variance(answers) for answers in items])
    return len(items) / (len(items) - 1) * (1 - apart / spread)


def t_critical(freedom: float) -> float:
    """The value of t that leaves 2.5 percent above it, for five or more degrees of freedom.

    The Cornish-Fisher expansion around the normal deviate, right to three decimals from 5 on.
    """
    z = Z95
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    fourth = (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160
    return z + first / freedom + second / freedom**2 + third / freedom**3 + fourth / freedom**4


def paired_gap(gap: float, spread: float, people: int) -> dict[str, float]:
    """What a mean gap of `people` guests, with standard deviation `spread`, tells.

    `t` = gap / (spread/√N); `low` and `high`, the 95 percent interval of the mean gap in scale
    points; `effect` = gap / spread, the size in standard deviations. Raises ValueError where
    `spread` is not above 0 or there are fewer than six guests.
    """
    if compare(spread, 0.0) <= 0 or people < 6:
        raise ValueError("paired_gap() needs a spread above 0 and at least six guests")
    error = spread / math.sqrt(people)
    reach = t_critical(people - 1) * error
    return {
        "t": gap / error,
        "low": gap - reach,
        "high": gap + reach,
        "effect": gap / spread,
    }
