"""The average wait in front of a desk, where guests arrive at random.

The formula of Pollaczek and Khinchine for one server: with λ arrivals a minute and service times
of mean E[S] and mean square E[S²],

    W = λ · E[S²] / (2 · (1 − λ · E[S])).

It holds in the long run, for arrivals that do not depend on each other.
"""

from __future__ import annotations

from servicequality.core.numbers import compare, total


def busy_share(rate: float, shares: list[float], minutes: list[float]) -> float:
    """The share of the time in which somebody is served: λ · E[S]. Above 1 it cannot be done.

    `rate` are arrivals a minute. Guests are of several kinds: `shares` of them (adding up to 1),
    and how many `minutes` each is served.
    """
    return rate * total([shares[kind] * minutes[kind] for kind in range(len(shares))])


def average_wait(rate: float, shares: list[float], minutes: list[float]) -> float | None:
    """The average wait in minutes before being served; None where the queue grows without end.

    The arguments are those of `busy_share`.
    """
    busy = busy_share(rate, shares, minutes)
    if compare(busy, 1.0) >= 0:
        return None
    squares = total([shares[kind] * minutes[kind] ** 2 for kind in range(len(shares))])
    return rate * squares / (2 * (1 - busy))
