"""Customer delivered value: what a guest gets, what a guest gives up, and what remains.

Source: Kotler, Bowen & Makens (2006): delivered value = total customer value − total customer
cost. The three sources of value (core product, delivery system, image) are those of the course's
source text. All amounts are the guest's own, expressed in one currency. The ratio is no part of the
definition; it is here because it ranks offers in another way.
"""

from __future__ import annotations

from servicequality.core.numbers import compare, total


def total_value(core: float, system: float, image: float) -> float:
    """Total customer value in euros: core product + delivery system + image."""
    return total([core, system, image])


def total_cost(money: float, time: float, effort: float, strain: float) -> float:
    """Total customer cost in euros: money + time (hours × worth of an hour) + effort + strain."""
    return total([money, time, effort, strain])


def delivered_value(value: float, cost: float) -> float:
    """Customer delivered value in euros: V − C. Negative where the guest gave up more than that."""
    return value - cost


def value_per_cost(value: float, cost: float) -> float | None:
    """V / C: what the guest got for each euro given up; None where nothing was given up."""
    if compare(cost, 0.0) <= 0:
        return None
    return value / cost


def unseen_share(money: float, cost: float) -> float | None:
    """The percentage of total cost that no bill shows, 0 to 100; None where the cost is 0."""
    if compare(cost, 0.0) <= 0:
        return None
    return 100 * (cost - money) / cost
