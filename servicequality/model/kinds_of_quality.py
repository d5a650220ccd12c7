"""Technical, functional and societal quality of a service: sorting and scoring its components.

The first two kinds are Grönroos's (1984): technical quality is what is received, functional quality
how it is delivered. Societal quality, doing no harm, is that of the course's source. How scores are
put together is a construct of this course.
"""

from __future__ import annotations

from servicequality.core.numbers import compare, total

KINDS = ["technical", "functional", "societal"]


def agrees(chosen: list[str], accepted: list[list[str]]) -> bool:
    """Whether the kinds chosen for a component are one of the sets that can be defended.

    The order inside a set does not matter.
    """
    for kinds in accepted:
        missing = [kind for kind in kinds if kind not in chosen]
        strange = [kind for kind in chosen if kind not in kinds]
        if not missing and not strange:
            return True
    return False


def weighted_score(scores: list[float], weights: list[float]) -> float | None:
    """The mean of scores (1 to 10) weighted by weights (0 or more): Σ w s / Σ w.

    None where the weights sum to 0, as they do where there is nothing. Raises ValueError where the
    two lists differ in length.
    """
    if len(scores) != len(weights):
        raise ValueError("there must be one weight for each score")
    whole = total(weights)
    if compare(whole, 0.0) <= 0:
        return None
    return total([scores[n] * weights[n] for n in range(len(scores))]) / whole


def perceived_quality(
    technical: float | None, functional: float | None, outcome_share: float, image: float
) -> float | None:
    """What guests perceive: image × (λ · technical + (1 − λ) · functional), kept within 1 to 10.

    `outcome_share` λ, 0 to 1, is how much the outcome counts; `image`, about 0.8 to 1.2, is the
    filter of what the hotel is known for. Where one kind has no score, the other stands alone; None
    where both have none. A construct of this course on Grönroos's idea of image as a filter.
    """
    if technical is None and functional is None:
        return None
    if technical is None or functional is None:
        blend = functional if technical is None else technical
    else:
        blend = outcome_share * technical + (1 - outcome_share) * functional
    return max(1.0, min(10.0, image * (blend or 0.0)))


def costliest(ids: list[str], scores: list[float], weights: list[float]) -> str | None:
    """The id of the component that costs most: that of the largest weight × (10 − score).

    The first where several tie; None where no component that counts falls short of 10.
    """
    found, most = None, 0.0
    for n in range(len(ids)):
        loss = weights[n] * (10 - scores[n])
        if compare(loss, most) > 0:
            found, most = ids[n], loss
    return found


def harmful(ids: list[str], scores: list[float], minimum: float) -> list[str]:
    """The ids of the components whose score (1 to 10) lies below the least that is acceptable."""
    return [ids[n] for n in range(len(ids)) if compare(scores[n], minimum) < 0]
