"""What a number of visits can tell: intervals of a share, visits needed, reliability of a mean.

Sources: Wilson's score interval and the exact interval of Clopper and Pearson are standard
statistics, and so are the sample size for a share and its correction for a finite number of cases.
The reliability of the mean of several visits is the formula of Spearman and Brown; the course's
source for its use with mystery shopping is Finn & Kayandé (1999), who assess such reliability.
"""

from __future__ import annotations

import math

from servicequality.core.numbers import compare
from servicequality.model.servqual import Z95

HALVINGS = 45


def normal_interval(met: int, visits: int) -> list[float]:
    """The textbook interval p ± 1.96·√(p(1 − p)/n), as shares, cut at 0 and 1.

    It has no width where none or all were met, which is its known fault.
    """
    share = met / visits
    reach = Z95 * math.sqrt(share * (1 - share) / visits)
    return [max(0.0, share - reach), min(1.0, share + reach)]


def wilson_interval(met: int, visits: int) -> list[float]:
    """Wilson's 95 percent score interval of a share."""
    share = met / visits
    square = Z95 * Z95
    below = 1 + square / visits
    centre = (share + square / (2 * visits)) / below
    inside = share * (1 - share) / visits + square / (4 * visits * visits)
    reach = Z95 / below * math.sqrt(inside)
    return [max(0.0, centre - reach), min(1.0, centre + reach)]


def at_most(met: int, visits: int, chance: float) -> float:
    """The probability that at most `met` of `visits` are met, each with this chance."""
    if met >= visits:
        return 1.0
    found = 0.0
    ways = 1.0
    for count in range(met + 1):
        found = found + ways * chance**count * (1 - chance) ** (visits - count)
        ways = ways * (visits - count) / (count + 1)
    return min(1.0, found)


def exact_interval(met: int, visits: int) -> list[float]:
    """The exact 95 percent interval of a share after Clopper and Pearson, found by halving."""
    low, high = 0.0, 1.0
    if met > 0:
        # The chance at which `met` or more would come about in 2.5 percent of all cases.
        low = crossing(met - 1, visits, 0.975)
    if met < visits:
        high = crossing(met, visits, 0.025)
    return [low, high]


def crossing(met: int, visits: int, level: float) -> float:
    """The chance at which `at_most(met, visits, chance)` falls to `level`."""
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if at_most(met, visits, middle) > level:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def visits_for_margin(share: float, margin: float, cases: int | None = None) -> int:
    """The visits that bring the margin of a share to ± `margin` (a share) or less, at least 1.

    n = z²·p(1 − p)/margin², rounded up. With `cases`, the number of check-ins of which the visits
    are a sample, n is corrected first: n/(1 + (n − 1)/N).
    """
    needed = Z95 * Z95 * share * (1 - share) / (margin * margin)
    if cases is not None and needed > 1:
        needed = needed / (1 + (needed - 1) / cases)
    return max(1, rounded_up(needed))


def rounded_up(value: float) -> int:
    """The next whole number, where a value that is whole but for rounding counts as whole."""
    whole = int(value)
    return whole if compare(value, whole) <= 0 else whole + 1


def mean_reliability(single: float, visits: int) -> float:
    """The reliability of the mean of several visits, from that of one: kρ/(1 + (k − 1)ρ)."""
    return visits * single / (1 + (visits - 1) * single)


def visits_for_reliability(single: float, target: float) -> int:
    """The visits whose mean reaches the reliability `target`: R(1 − ρ)/(ρ(1 − R)), rounded up.

    Both lie above 0 and below 1.
    """
    return max(1, rounded_up(target * (1 - single) / (single * (1 - target))))
