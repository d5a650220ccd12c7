"""Gap 1, the knowledge gap, over several attributes of a service, and what closes it.

The remedies' effects are a construct of this course, not published figures: each cause holds a
share of the gap, and money spent on its remedy closes that share with diminishing returns.
"""

from __future__ import annotations

from servicequality.core.numbers import compare, mean, total


def mean_absolute(differences: list[float]) -> float:
    """The mean size of differences, signs set aside, in their own unit; at least one is needed."""
    return mean([abs(difference) for difference in differences])


def shares(points: list[float]) -> list[float] | None:
    """Points turned into shares that add up to 1; None where the points add up to nothing."""
    whole = total(points)
    if compare(whole, 0.0) <= 0:
        return None
    return [point / whole for point in points]


def misallocated_share(budget: list[float], weights: list[float]) -> float:
    """The share of a budget, from 0 to 1, that lies where the weights do not: ½ Σ |b − w|.

    Both lists hold shares that add up to 1. It is the part that would have to move.
    """
    differences = []
    for position in range(len(budget)):
        differences.append(abs(budget[position] - weights[position]))
    return total(differences) / 2


def closed_share(weight: float, money: float, halving: float) -> float:
    """The share of the gap, from 0 to `weight`, that money spent on one remedy closes.

    weight · (1 − 2^(−money / halving)): each further `halving` of money closes half of what is
    left of this cause. `money` and `halving` are in the same unit, `halving` above 0.
    """
    return weight * (1 - 2 ** (-money / halving))


def best_spending(weights: list[float], halving: float, budget: int, step: int) -> list[int]:
    """The split of a budget over the remedies, in whole steps, that closes most of the gap.

    Step by step to the remedy that closes most next; since returns only diminish, no other split
    in such steps closes more. Ties go to the earlier remedy. `step` is above 0; what is left of
    the budget below one step stays unspent.
    """
    spent = [0 for _ in weights]
    for _ in range(budget // step):
        best = 0
        best_gain = -1.0
        for position in range(len(weights)):
            now = closed_share(weights[position], spent[position], halving)
            then = closed_share(weights[position], spent[position] + step, halving)
            if compare(then - now, best_gain) > 0:
                best = position
                best_gain = then - now
        spent[best] = spent[best] + step
    return spent
