"""Guests who come back and guests who must be won: a balance from year to year.

A construct of this course. Every guest comes once a year or not at all, the share that comes back
is the same for all guests and every year, and as many new guests are won each year.
"""

from __future__ import annotations

from servicequality.model.lifetime_value import expected_lifetime


def guests_by_year(guests: float, returning: float, won: float, years: int) -> list[float]:
    """The guests of this year and of each of the next `years` years: N′ = r · N + new.

    `returning` r is the share, from 0 to below 1, that comes back in the next year; `won` new
    guests come each year.
    """
    course = [guests]
    for _ in range(years):
        course.append(returning * course[-1] + won)
    return course


def to_stand_still(guests: float, returning: float) -> float:
    """How many new guests a year keep the number where it is: (1 − r) · N."""
    return (1 - returning) * guests


def settles_at(won: float, returning: float) -> float:
    """The number of guests towards which the years lead: new guests times 1/(1 − r)."""
    return won * expected_lifetime(returning)
