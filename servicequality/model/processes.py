"""Processes: what is left of good work after several steps and hand-offs, and how long it takes.

The formulae are standard in the literature on processes: rolled yield as the product of the
yields of all steps, lead time as work and waiting together, Little's law L = λW. `bearable_loss` is
a teaching construct of this course.
"""

from __future__ import annotations

from servicequality.core.numbers import compare, total

HOURS_PER_WEEK = 168.0


def hand_offs(owners: list[str]) -> int:
    """How often work changes hands: neighbours in a list of owners that differ."""
    count = 0
    for place in range(1, len(owners)):
        if owners[place] != owners[place - 1]:
            count = count + 1
    return count


def shares_so_far(shares: list[float], owners: list[str], hand_off_error: float) -> list[float]:
    """The share of orders still without an error after each step.

    `shares` are those that each step leaves without an error, 0 to 1; `hand_off_error` is the share
    of orders to which one happens at each hand-off. A hand-off counts with the step after it. The
    errors are taken as independent of one another.
    """
    found = []
    share = 1.0
    for place in range(len(shares)):
        if place > 0 and owners[place] != owners[place - 1]:
            share = share * (1.0 - hand_off_error)
        share = share * shares[place]
        found.append(share)
    return found


def rolled_yield(shares: list[float], hand_offs: int = 0, hand_off_error: float = 0.0) -> float:
    """The share of orders without any error, Π yᵢ · (1 − ε)ʰ; 1 for no step at all."""
    share = 1.0
    for step in shares:
        share = share * step
    whole: float = share * (1.0 - hand_off_error) ** hand_offs
    return whole


def tries(share: float) -> float | None:
    """How often a step is done on average until it is right, 1 / y; None where it never is."""
    return None if compare(share, 0.0) <= 0 else 1.0 / share


def lead_time(work: list[float], waits: list[float]) -> float:
    """From the first step to the end: all work and all waiting, in the unit of both."""
    return total(work) + total(waits)


def working_share(work: list[float], waits: list[float]) -> float:
    """The share of the lead time in which somebody works on the order; 0 where it takes no time."""
    whole = lead_time(work, waits)
    return 0.0 if compare(whole, 0.0) <= 0 else total(work) / whole


def under_way(per_week: float, hours: float) -> float:
    """How many orders are under way at a time, by Little's law L = λW."""
    return per_week * hours / HOURS_PER_WEEK


def bearable_loss(today: int, after: int, hand_off_error: float, taken_over: int) -> float | None:
    """How much less well a host may do each step taken over until nothing is gained any more.

    Fewer hand-offs (`after` instead of `today`) save errors; a host who is no specialist makes some
    in each of the `taken_over` steps. With a loss d of each step's share, both ways are equal at
    (1 − d)ᵐ = (1 − ε)^(today − after). Negative where there are more hand-offs than before. None
    where no step is taken over.
    """
    if taken_over == 0:
        return None
    saved = today - after
    kept = 1.0 - hand_off_error
    if compare(kept, 0.0) <= 0:
        return 1.0 if saved > 0 else None
    loss: float = 1.0 - kept ** (saved / taken_over)
    return loss
