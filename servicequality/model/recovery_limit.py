"""How much an employee may spend to put a failure right: what a limit gains, and where it stops.

A construct of this course. What a guest is owed is paid in any case, up to the largest case `M`;
the limit `B` decides whether an employee pays at once or a manager later. A case settled at once
gains `g` euros: a better chance that the guest comes back, and the manager's time. Of what is paid
at once a share `e` is wasted. So gain(B) = g F(B) - e A(B), F(B) being the share of cases up to B
and A(B) their amounts, spread over all cases. It is largest at B = g/e, whatever the distribution.

With g = c, the cost of asking, and an even distribution, this is c minus the expected cost
c (1 - B/M) + e B²/(2M) of a case.
"""

from __future__ import annotations

from servicequality.core.numbers import compare

EVEN, SMALL = "even", "small"


def worth_of_return(margin: float, retention: float, discount: float) -> float:
    """What a guest is worth, in today's euros, who does come back next year: m/(1 + i - r).

    `margin` is in euros a year, `retention` r (of the years after) and `discount` i are shares; r
    must be below 1 + i, or ValueError is raised. It is the lifetime value m r/(1 + i - r) without
    its first r.
    """
    left = 1 + discount - retention
    if compare(left, 0.0) <= 0:
        raise ValueError("retention must be below 1 + discount")
    return margin / left


def gain_at_once(worth: float, spot: float, referred: float, asking: float) -> float:
    """What a case gains in euros if it is settled at once instead of after asking a manager.

    `spot` and `referred` are the chances (0 to 1) that the guest comes back, `asking` what it costs
    to ask, in euros.
    """
    return (spot - referred) * worth + asking


def share_within(limit: float, largest: float, shape: str) -> float:
    """The share of cases (0 to 1) that do not need more than `limit` euros, the largest `largest`.

    The amounts are spread evenly (`even`), or small ones are the most frequent (`small`: their
    frequency falls in a straight line to nothing).
    """
    part = min(limit, largest) / largest
    return part if shape == EVEN else part * (2 - part)


def amount_within(limit: float, largest: float, shape: str) -> float:
    """What the cases up to `limit` need, in euros, spread over all cases."""
    within = min(limit, largest)
    part = within / largest
    if shape == EVEN:
        return within * part / 2
    return within * part * (1 - 2 * part / 3)


def gain_of_limit(limit: float, gain: float, waste: float, largest: float, shape: str) -> float:
    """What a limit gains in euros a case, against asking a manager each time; it may be a loss."""
    wasted = waste * amount_within(limit, largest, shape)
    # Adding 0.0 turns a minus zero into a plain one.
    return gain * share_within(limit, largest, shape) - wasted + 0.0


def best_limit(gain: float, waste: float, largest: float) -> float:
    """The limit in euros that gains most: g/e, at least 0 and at most the largest case."""
    if compare(gain, 0.0) <= 0:
        return 0.0
    if compare(gain, waste * largest) >= 0:
        return largest
    return gain / waste
