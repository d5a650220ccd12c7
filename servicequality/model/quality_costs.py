"""What quality costs: prevention, appraisal, internal and external failure, and what moves them.

Amounts are in one currency and one period. The four classes are those of quality costing; the
response to money, below, is a construct of this course, and every constant in it an assumption.
"""

from __future__ import annotations

import math

from servicequality.core.numbers import compare, total

KINDS = ("prevention", "appraisal", "internal_failure", "external_failure")


def quality_cost(costs: dict[str, float]) -> float:
    """The cost of quality: prevention, appraisal, internal and external failure added up."""
    return total([costs[kind] for kind in KINDS])


def conformance_cost(costs: dict[str, float]) -> float:
    """What is spent so that the service is right: prevention and appraisal."""
    return costs["prevention"] + costs["appraisal"]


def failure_cost(costs: dict[str, float]) -> float:
    """What errors cost: internal and external failure."""
    return costs["internal_failure"] + costs["external_failure"]


def failure_share(costs: dict[str, float]) -> float | None:
    """The share of failure in the cost of quality, 0 to 1; None where quality costs nothing."""
    whole = quality_cost(costs)
    return None if compare(whole, 0.0) == 0 else failure_cost(costs) / whole


def cost_ratio(costs: dict[str, float], sales: float) -> float:
    """The cost of quality as a share of sales (above 0). Say which base it is a share of."""
    return quality_cost(costs) / sales


def return_on_prevention(before: dict[str, float], after: dict[str, float]) -> float | None:
    """What each extra unit of prevention and appraisal brings beyond itself.

    (Failure saved − extra prevention and appraisal) / (extra prevention and appraisal). None where
    no more is spent on them than before.
    """
    extra = conformance_cost(after) - conformance_cost(before)
    if compare(extra, 0.0) <= 0:
        return None
    return (failure_cost(before) - failure_cost(after) - extra) / extra


def errors_left(errors: float, extra: float, halving: float, avoidable: float) -> float:
    """How many errors are still made after `extra` money for prevention (0 or more).

    `avoidable` is the share of errors, 0 to 1, that prevention can reach; `halving` the money
    (above 0) that halves them.
    """
    return errors * (1 - avoidable + avoidable * 2 ** (-extra / halving))


def found_inside(found: float, extra: float, halving: float) -> float:
    """The share of errors found before the guest meets them, 0 to 1, after `extra` appraisal.

    `found` is the share before, `halving` the money (above 0) that halves what slips through.
    """
    return max(0.0, 1 - (1 - found) * 2 ** (-extra / halving))


def failures(errors: float, found: float, inside: float, outside: float) -> tuple[float, float]:
    """Internal and external failure cost: `errors`, the share `found`, the cost of one of each."""
    return errors * found * inside, errors * (1 - found) * outside


def prevention_curve(quality: float, price: float, steepness: float) -> float:
    """Prevention and appraisal that a quality level takes: a·q/(1 − s·q).

    `quality` q is the share of errors prevented, 0 to below 1; a is the `price`. `steepness` s, 0
    to 1, says how much dearer the last errors are to prevent than the first. With s = 1 this is
    the classical curve, which rises without end.
    """
    return price * quality / (1 - steepness * quality)


def failure_curve(quality: float, unprevented: float) -> float:
    """The cost of the errors that remain: b·(1 − q), where b is what all of them would cost."""
    return unprevented * (1 - quality)


def cheapest_quality(price: float, unprevented: float, steepness: float) -> float:
    """The quality level from 0 to 1 with the lowest sum of both curves.

    Where the classical curve applies (s = 1) it is 1 − √(a/b), as long as a is below b. A flatter
    one moves it towards 1, and from s = 1 − √(a/b) down it stays there: no errors at all.
    """
    if compare(price, unprevented) >= 0:
        return 0.0
    reach = 1 - math.sqrt(price / unprevented)
    return 1.0 if compare(reach, steepness) >= 0 and steepness < 1 else reach / steepness
