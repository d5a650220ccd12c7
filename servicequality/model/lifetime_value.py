"""Customer lifetime value: what a guest is worth over the years, in today's money.

Margins are in euros a year, retention and discount rate are shares (0.8 is 80% a year). Two
conventions are in use, and they differ by exactly one year's margin: the first margin that counts
is next year's (the multiple of Gupta, Lehmann and Stuart 2004), or this year's counts as well.
"""

from __future__ import annotations

from servicequality.core.numbers import compare, total


def multiple(retention: float, discount: float, now: bool = False) -> float:
    """What 1 euro of yearly margin is worth, without end: r/(1 + i − r), or with `now` 1 more.

    With `now`, this year's margin counts too: (1 + i)/(1 + i − r). `retention` r lies between 0
    and 1, `discount` i is 0 or more. Raises ValueError unless r is below 1 + i.
    """
    left = 1 + discount - retention
    if compare(left, 0.0) <= 0:
        raise ValueError("retention must be below 1 + discount")
    return (1 + discount if now else retention) / left


def lifetime_value(
    margin: float, retention: float, discount: float, now: bool = False, acquisition: float = 0.0
) -> float:
    """The lifetime value of a guest in euros, less what it costs to win the guest.

    `margin` may be negative: a guest who costs more than he brings. A guest whom the hotel has
    already costs nothing to win. Raises ValueError as `multiple` does.
    """
    # Adding 0.0 turns a minus zero into a plain one.
    return margin * multiple(retention, discount, now) - acquisition + 0.0


def relative_rise(
    margin: float, retention: float, discount: float, points: float, now: bool = False
) -> float | None:
    """By what share more retention (`points`, a share) raises the lifetime value; 0 or more.

    None where the value is not above 0, or where retention would reach 1.
    """
    before = lifetime_value(margin, retention, discount, now)
    if compare(before, 0.0) <= 0 or compare(retention + points, 1.0) >= 0:
        return None
    return lifetime_value(margin, retention + points, discount, now) / before - 1


def finite_value(margin: float, retention: float, discount: float, years: int) -> float:
    """The lifetime value in euros of the margins of the next `years` years (0 or more) only."""
    parts = []
    for year in range(1, years + 1):
        parts.append(margin * (retention / (1 + discount)) ** year)
    return total(parts)


def growing_value(margin: float, retention: float, discount: float, growth: float) -> float:
    """The lifetime value in euros where next year's margin is `margin` and then grows each year.

    `growth` is a share a year. Raises ValueError unless retention · (1 + growth) < 1 + discount:
    otherwise the sum has no end.
    """
    left = 1 + discount - retention * (1 + growth)
    if compare(left, 0.0) <= 0:
        raise ValueError("retention * (1 + growth) must be below 1 + discount")
    return margin * retention / left


def expected_lifetime(retention: float) -> float:
    """How many years a guest stays on average, the first included: 1/(1 − r).

    `retention` is 0 or more. Raises ValueError unless it is below 1.
    """
    if compare(retention, 1.0) >= 0:
        raise ValueError("retention must be below 1")
    return 1 / (1 - retention)


def break_even_retention(
    margin: float, acquisition: float, discount: float, now: bool = False
) -> float | None:
    """The retention from which on a new guest earns back what it cost to win him; 0 or more.

    None where no retention below 1 is enough. `acquisition` is 0 or more.
    """
    first = margin if now else 0.0
    if compare(first, acquisition) >= 0 and compare(margin, 0.0) >= 0:
        return 0.0
    if compare(margin, 0.0) <= 0:
        return None
    if now:
        needed = (1 + discount) * (acquisition - margin) / acquisition
    else:
        needed = acquisition * (1 + discount) / (margin + acquisition)
    return needed if compare(needed, 1.0) < 0 else None


def customer_equity(guests: list[float], values: list[float]) -> float:
    """What all guests together are worth: guests of each segment times the value of one."""
    parts = []
    for position in range(len(guests)):
        parts.append(guests[position] * values[position])
    return total(parts)
