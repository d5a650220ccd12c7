"""What a guest feels who compares perception with expectation, and what a stay does to the next.

Sources: satisfaction as a comparison with expectation, Oliver (1980); desired, adequate and
predicted service, Zeithaml, Berry & Parasuraman (1993), with the zone of tolerance between the
first two. That an expectation moves a share of the way towards the last perception, and that a
difference of a quarter of a point counts as none, are constructs of this course.
"""

from __future__ import annotations

from servicequality.core.numbers import compare

LOWEST, HIGHEST = 1.0, 7.0
# A difference up to this many scale points counts as "as expected".
UNNOTICED = 0.25


def outcome(expectation: float, perception: float) -> str:
    """`dissatisfied`, `satisfied` or `delighted`: P − E below, within or above ± `UNNOTICED`."""
    difference = perception - expectation
    if compare(difference, -UNNOTICED) < 0:
        return "dissatisfied"
    if compare(difference, UNNOTICED) > 0:
        return "delighted"
    return "satisfied"


def place_in_zone(perception: float, adequate: float, desired: float) -> str:
    """`below`, `inside` or `above` the zone from the least accepted to the hoped-for level.

    The limits belong to the zone. Where they cross, the lower one is taken as the least accepted.
    """
    low, high = min(adequate, desired), max(adequate, desired)
    if compare(perception, low) < 0:
        return "below"
    if compare(perception, high) > 0:
        return "above"
    return "inside"


def after_stay(expectation: float, perception: float, learning: float) -> float:
    """The expectation at the next stay, in scale points: E + learning · (P − E).

    `learning`, from 0 to 1, is the share of the way that one stay moves what the guest expects.
    """
    return expectation + learning * (perception - expectation)


def stays(expectation: float, perceptions: list[float], learning: float) -> list[dict[str, float]]:
    """For each stay in turn what was expected and what was perceived, kept within 1 to 7."""
    found = []
    for level in perceptions:
        perception = max(LOWEST, min(HIGHEST, level))
        found.append({"expectation": expectation, "perception": perception})
        expectation = after_stay(expectation, perception, learning)
    return found
