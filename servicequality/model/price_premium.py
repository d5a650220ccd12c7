"""What a price premium for quality earns and what quality may cost before it is used up.

Ordinary arithmetic on the price difference of Buzzell and Gale (1987): a price uplift u on a price
p, a volume of Q units, k of extra cost for each. Amounts are in one currency; shares are from 0
to 1.
"""

from __future__ import annotations

from servicequality.core.numbers import compare

# Units in the top third on relative quality against those in the bottom third: prices relative to
# competitors, about 3,000 business units in many industries.
LOWEST_PREMIUM, HIGHEST_PREMIUM = 0.05, 0.06


def contribution(price: float, variable: float, volume: float) -> float:
    """What is left of the sales for fixed cost and profit: (p − v)·Q."""
    return (price - variable) * volume


def break_even_cost(
    price: float, uplift: float, variable: float, before: float, after: float
) -> float:
    """The extra cost of quality for each unit sold at which contribution is as it was.

    `before` and `after` (above 0) are the units sold at the old and at the new price. Where they
    are equal, this is u·p. Below 0, the premium does not even make up for the units lost.
    """
    kept = contribution(price, variable, before) / after
    return price * (1 + uplift) - variable - kept


def break_even_volume(
    price: float, uplift: float, variable: float, cost: float, before: float
) -> float | None:
    """How many units must be sold at the new price for the same contribution as `before`.

    None where a unit sold brings nothing any more.
    """
    left = price * (1 + uplift) - variable - cost
    return None if compare(left, 0.0) <= 0 else contribution(price, variable, before) / left
