"""Judging by weighted criteria: the score, the verdict, and how firmly the verdict stands.

A construct of this course. The weighted mean is ordinary arithmetic; the smallest change of weights
that reverses a verdict is a continuous knapsack, which taking the best first solves exactly.
"""

from __future__ import annotations

from servicequality.core.numbers import compare, total


def normalised(points: list[float]) -> list[float] | None:
    """Points as weights that add up to 1; None where the points add up to nothing.

    Points are 0 or more.
    """
    whole = total(points)
    if compare(whole, 0.0) <= 0:
        return None
    return [point / whole for point in points]


def weighted_score(weights: list[float], scores: list[float]) -> float:
    """The weighted mean of scores, in the unit of the scores: Σ wᵢ sᵢ.

    The weights are 0 or more and add up to 1, so the result lies between the lowest and the highest
    score. Differences of scores may stand in place of scores; the result is then the lead.
    """
    return total([weights[place] * scores[place] for place in range(len(weights))])


def reversal(weights: list[float], leads: list[float]) -> tuple[list[float], int] | None:
    """The smallest change of weights that takes a lead away; None where none can reverse it.

    `weights` add up to 1; `leads` says by how much the one is ahead of the other on each criterion
    (points of the scale; below 0 where it is behind). The lead as a whole is D = Σ wᵢ lᵢ.

    Among all weights w′ of 0 or more that add up to 1, those are sought that bring D to 0 with the
    smallest ½ Σ |w′ᵢ − wᵢ|: the share of the weight that moves. Any more of the same reverses the
    lead, so this is the greatest lower bound of all changes that reverse it. Weight is best given
    to the criterion that speaks most against the lead, and best taken from the criteria that speak
    most for it, one after the other until the lead is gone; ties go to the earlier criterion.

    Gives the share taken from each criterion, and the place of the criterion that receives it all.
    Nothing is taken where D is 0 already. None where no criterion speaks against the lead.
    """
    lead = weighted_score(weights, leads)
    if compare(lead, 0.0) < 0:
        return reversal(weights, [-part for part in leads])
    receiver = lowest(leads)
    if compare(leads[receiver], 0.0) >= 0:
        return None
    taken = [0.0 for _ in weights]
    while compare(lead, 0.0) > 0:
        giver = None
        for place in range(len(weights)):
            untouched = taken[place] == 0.0 and compare(weights[place], 0.0) > 0
            better = giver is None or compare(leads[place], leads[giver]) > 0
            if untouched and better and compare(leads[place], leads[receiver]) > 0:
                giver = place
        if giver is None:
            break
        gain = leads[giver] - leads[receiver]
        taken[giver] = min(weights[giver], lead / gain)
        lead = lead - taken[giver] * gain
    return taken, receiver


def lowest(values: list[float]) -> int:
    """The place of the lowest of at least one value; the first of those that are equal."""
    found = 0
    for place in range(1, len(values)):
        if compare(values[place], values[found]) < 0:
            found = place
    return found


def highest(values: list[float]) -> int:
    """The place of the highest of at least one value; the first of those that are equal."""
    return lowest([-value for value in values])
