"""What some points more of retention do to profit, and what may be spent on them.

Built on the lifetime value that counts this year's margin too, m·(1 + i)/(1 + i − r). The share of
fixed cost is a construct of this course: it shows why the same points move profit more in one firm
than in another.
"""

from __future__ import annotations

from servicequality.model.lifetime_value import lifetime_value


def value_with_programme(
    margin: float, retention: float, discount: float, points: float, cost: float
) -> float:
    """The lifetime value of a guest after `points` more of retention that cost `cost` a year.

    `margin` and `cost` are in euros a year, the others shares. Raises ValueError unless retention
    and points together are below 1 + discount.
    """
    return lifetime_value(margin - cost, retention + points, discount, now=True)


def programme_limit(margin: float, retention: float, discount: float, points: float) -> float:
    """The most that `points` of retention may cost a guest and year: m·Δr/(1 + i − r).

    At this cost the lifetime value stays what it was. Raises ValueError as `lifetime_value` does.
    """
    lifetime_value(margin, retention, discount, now=True)
    return margin * points / (1 + discount - retention)


def profit_rise(value_rise: float, fixed: float) -> float:
    """By what share profit rises where the value of the guests rises by `value_rise`.

    `fixed` is the share of that value that goes to fixed cost, 0 to below 1: cost that does not
    rise with it. The rest was profit.
    """
    return value_rise / (1 - fixed)
