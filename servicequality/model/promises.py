"""Promises against delivery: gap 4 promise by promise, and what promises do to expectations.

Gap 4 = D − A and gap 3 = D − S are those of the five-gap model (Parasuraman, Zeithaml & Berry
1985); negative = shortfall. What counts as a gap, the over-promise index, the share that was not
kept and the effect on bookings are constructs of this course, not published figures. All levels
stand on one scale, here 1-7.
"""

from __future__ import annotations

from servicequality.core.numbers import compare, total
from servicequality.model.gaps import raised_expectation

LOWEST = 1.0


def promise_gap(delivered: float, promised: float) -> float:
    """Gap 4 of one promise in scale points, D − A; negative = more was promised than delivered."""
    return delivered - promised


def performance_gap(delivered: float, standard: float) -> float:
    """Gap 3 behind one promise in scale points, D − S; negative = delivery below its standard."""
    return delivered - standard


def kind_of_gap(delivered: float, promised: float, standard: float | None, notable: float) -> str:
    """Which gap a promise shows, where a shortfall of `notable` scale points or more counts.

    `"both"`, `"gap_4"`, `"gap_3"`, `"neither"`; `"more"` where delivery exceeds the promise by
    `notable` or more and no gap counts. Without a standard (None) gap 3 cannot be judged:
    `"gap_4_unknown"`, `"more"` or `"unknown"`. `notable` is above 0. A construct of this course.
    """
    four = promise_gap(delivered, promised)
    over_promised = compare(four, -notable) <= 0
    more = compare(four, notable) >= 0
    if standard is None:
        if over_promised:
            return "gap_4_unknown"
        return "more" if more else "unknown"
    below_standard = compare(performance_gap(delivered, standard), -notable) <= 0
    if over_promised and below_standard:
        return "both"
    if over_promised:
        return "gap_4"
    if below_standard:
        return "gap_3"
    return "more" if more else "neither"


def weighted_mean(values: list[float], weights: list[float]) -> float | None:
    """The mean of values by weights from 0 up; None where the weights add up to nothing."""
    whole = total(weights)
    if compare(whole, 0.0) <= 0:
        return None
    parts = []
    for position in range(len(values)):
        parts.append(weights[position] * values[position])
    return total(parts) / whole


def broken_by(delivered: float, promised: float) -> float:
    """By how many scale points a promise was not kept: max(0, A − D)."""
    return max(0.0, promised - delivered)


def over_promise_index(
    delivered: list[float], promised: list[float], weights: list[float]
) -> float | None:
    """Σ w max(0, A − D) / Σ w in scale points, from 0 to 6; None where the weights are all 0.

    What is delivered beyond one promise does not make up for another. A construct of this course.
    """
    broken = []
    for position in range(len(delivered)):
        broken.append(broken_by(delivered[position], promised[position]))
    return weighted_mean(broken, weights)


def unkept_share(
    delivered: list[float], promised: list[float], weights: list[float]
) -> float | None:
    """The share, from 0 to 1, of what was promised that was not delivered.

    Σ w max(0, A − D) / Σ w (A − 1), counted from the lowest level of the scale, which stands for
    nothing. 0 where nothing was promised; None where the weights are all 0. A construct of this
    course.
    """
    broken = over_promise_index(delivered, promised, weights)
    promise = weighted_mean(promised, weights)
    if broken is None or promise is None:
        return None
    if compare(promise, LOWEST) <= 0:
        return 0.0
    return broken / (promise - LOWEST)


def told_expectation(
    before: float, promised: list[float], weights: list[float], pull: float
) -> float | None:
    """Expectation once the promises were heard, in scale points; None for weights all 0.

    The mean over the promises, by their weights, of E0 + pull · max(0, A − E0), with `before` as
    E0 and `pull` from 0 to 1. With one promise it is `raised_expectation`. A construct of this
    course.
    """
    raised = [raised_expectation(before, promise, pull) for promise in promised]
    return weighted_mean(raised, weights)


def gap_five_reason(perception: float, before: float, expectation: float) -> str:
    """What promises have to do with gap 5, P − E, by the expectation before and after them.

    `"above"` and `"met"` where there is no shortfall; `"service"` where the promises lifted
    nothing; `"promise"` where there would be no shortfall without them; else `"both"`.
    """
    order = compare(perception, expectation)
    if order >= 0:
        return "above" if order > 0 else "met"
    if compare(expectation, before) <= 0:
        return "service"
    return "both" if compare(perception, before) < 0 else "promise"


def still_booking(points_less: float, response: float) -> float:
    """How many guests book for each 100 who would have booked under the old promise.

    100 − response · points, never below 0, where each scale point promised less keeps `response`
    of 100 guests away (0 or more); negative points are a promise that was raised. A construct of
    this course.
    """
    return max(0.0, 100.0 - response * points_less)


def extra_stays(booking: float) -> float | None:
    """By what share each guest must stay more often so that 100 stays remain 100: 100 / b − 1.

    `booking` is the number of guests for each 100 of before; None where nobody books. Negative
    where more guests book than before.
    """
    if compare(booking, 0.0) <= 0:
        return None
    return 100.0 / booking - 1.0


def rewrite_verdict(old: float, new: float, delivered: float, notable: float) -> str:
    """What a rewritten promise does, by its level before and now, and what is delivered.

    `"unchanged"`; `"raised"` or `"still_over"` where it still lies `notable` scale points or more
    above delivery; `"under"` where it lies as far below; else `"fits"`. `notable` is above 0.
    """
    if compare(old, new) == 0:
        return "unchanged"
    gap = promise_gap(delivered, new)
    if compare(gap, -notable) <= 0:
        return "raised" if compare(new, old) > 0 else "still_over"
    return "under" if compare(gap, notable) >= 0 else "fits"


def gap_behind(delivered: float, standard: float | None, notable: float) -> str:
    """What new words leave as it is: `"stays"` where gap 3 counts, `"none"`, or `"unknown"`."""
    if standard is None:
        return "unknown"
    short = compare(performance_gap(delivered, standard), -notable) <= 0
    return "stays" if short else "none"


def trade_off(points_less: float, booking: float, gained: float) -> str:
    """What a new promise gives and takes: guests who book, and scale points of gap 5.

    `points_less` is how much less is promised, `booking` the guests for each 100 of before, and
    `gained` the change in gap 5 (positive = a smaller shortfall). `"none"` for an unchanged level,
    `"nobody"` where no guest is left; `"fewer_guests"`, `"free"` (nobody stays away) or
    `"more_guests"`, each with `"_same"` added where gap 5 does not move.
    """
    if compare(points_less, 0.0) == 0:
        return "none"
    if compare(booking, 0.0) <= 0:
        return "nobody"
    if compare(points_less, 0.0) < 0:
        state = "more_guests"
    elif compare(booking, 100.0) >= 0:
        state = "free"
    else:
        state = "fewer_guests"
    return state if compare(gained, 0.0) != 0 else state + "_same"


def wording_verdict(
    vague: bool, absolute: bool, measurable: bool, level: float, nearly_all: float
) -> str:
    """What a writer's own check of a wording says, with the level that it promises.

    `"contradiction"` (vague and measurable), `"absolute_low"` (absolute, but rated below
    `nearly_all` scale points), `"weak"` (vague, absolute or not measurable), `"ready"`.
    """
    if vague and measurable:
        return "contradiction"
    if absolute and compare(level, nearly_all) < 0:
        return "absolute_low"
    return "weak" if vague or absolute or not measurable else "ready"
