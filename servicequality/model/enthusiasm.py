"""A campaign that fades and a habit that grows: how many arrivals a week each of them reaches.

A construct of this course, with invented figures; no finding about hotels. That a habit grows
along a curve that flattens follows Lally et al. (2010), who fitted such a curve to how automatic a
repeated action felt. That enthusiasm halves at a steady pace is our assumption.
"""

from __future__ import annotations

from servicequality.core.numbers import compare


def campaign_weeks(
    first: float, half_life: float, every: int, kept: float, weeks: int
) -> list[float]:
    """What a campaign reaches in each of the weeks 1 to `weeks`, in the unit of `first`.

    It reaches `first` in week 1, and half as much every `half_life` weeks (above 0) later:
    first · 2^(−(t − 1)/half_life). With `every` above 0 it is launched anew every so many weeks,
    each time with the share `kept` (0 to 1) of the force of the time before; in a week the
    strongest of the launches counts.
    """
    course = []
    for week in range(1, weeks + 1):
        best = 0.0
        force = first
        start = 1
        while start <= week:
            best = max(best, force * 2 ** (-(week - start) / half_life))
            if every <= 0:
                break
            start = start + every
            force = force * kept
        course.append(best)
    return course


def habit_weeks(ceiling: float, half_at: float, a_week: float, weeks: int) -> list[float]:
    """What a habit reaches in each of the weeks 1 to `weeks`, in the unit of `ceiling`.

    Half of the ceiling is reached after `half_at` repetitions (above 0), half of the rest after as
    many again: ceiling · (1 − 2^(−n/half_at)), where n are the repetitions until the end of the
    week, `a_week` of them in each.
    """
    return [ceiling * (1 - 2 ** (-(a_week * week) / half_at)) for week in range(1, weeks + 1)]


def running_total(course: list[float]) -> list[float]:
    """For each week, what was reached from the first week to this one."""
    totals = []
    reached = 0.0
    for amount in course:
        reached = reached + amount
        totals.append(reached)
    return totals


def ahead_from(later: list[float], earlier: list[float]) -> int | None:
    """The week, counted from 1, from which `later` is above `earlier` and stays so to the end.

    None where it is not above in the last week. Both lists have as many weeks.
    """
    found: int | None = None
    for position in range(len(later)):
        if compare(later[position], earlier[position]) > 0:
            if found is None:
                found = position + 1
        else:
            found = None
    return found
