"""The five-gap model of service quality, with the course's signs: negative means shortfall.

Source: Parasuraman, Zeithaml & Berry (1985). The six quantities stand on one scale (here 1-7).
The sum check is arithmetic of our own, not a claim of the model's authors, who say only that
gap 5 is a function of the other four.
"""

from __future__ import annotations

from servicequality.core.numbers import compare

PROVIDER_GAPS = ["G1", "G2", "G3", "G4"]


def gap_scores(
    expectation: float,
    belief: float,
    standard: float,
    delivery: float,
    promise: float,
    perception: float,
) -> dict[str, float]:
    """The five gap scores in scale points, by id `G1`…`G5`.

    G1 = M − E, G2 = S − M, G3 = D − S, G4 = D − A, G5 = P − E, for customers' expectation E,
    management's belief about it M, the specified standard S, the service delivered D, the level
    that was promised A and customers' perception P. Negative = shortfall; a negative G4 is an
    over-promise.
    """
    return {
        "G1": belief - expectation,
        "G2": standard - belief,
        "G3": delivery - standard,
        "G4": delivery - promise,
        "G5": perception - expectation,
    }


def raised_expectation(expectation: float, promise: float, pull: float) -> float:
    """Expectation after a promise was heard, in scale points: E + pull · max(0, A − E).

    `pull`, from 0 to 1, is the share of the distance to the promise that expectations move. A
    promise below what guests expect anyway changes nothing. A construct of this course.
    """
    if compare(promise, expectation) <= 0:
        return expectation
    return expectation + pull * (promise - expectation)


def perception_beyond_delivery(delivery: float, perception: float) -> float:
    """P − D in scale points: what evidence, communication and mood add to what was delivered.

    With it the scores add up, by arithmetic alone: G5 = G1 + G2 + G3 + (P − D).
    """
    return perception - delivery


def largest_shortfall(scores: dict[str, float]) -> str:
    """The id of the provider gap (`G1`…`G4`) that falls short most.

    `"none"` where none is negative, `"several"` where two or more tie for the lowest score.
    """
    lowest = 0.0
    found = "none"
    for gap in PROVIDER_GAPS:
        order = compare(scores[gap], lowest)
        if order < 0:
            lowest = scores[gap]
            found = gap
        elif order == 0 and found != "none":
            found = "several"
    return found


def earliest_shortfall(scores: dict[str, float]) -> str:
    """The id of the first provider gap, in the order `G1`…`G4`, that falls short.

    `"none"` where none is negative.
    """
    for gap in PROVIDER_GAPS:
        if compare(scores[gap], 0.0) < 0:
            return gap
    return "none"
