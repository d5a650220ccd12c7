"""The service-profit chain as difference equations: month after month, from work to profit.

A construct of this course, inspired by Heskett et al. (1994). It is not a published model, and
every constant below is an assumption. Levels are indices from 0 to 100, money is in euros a month,
shares are from 0 to 1, time is in months. The hotel has 100 employees and 1,000 regular guests.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from servicequality.core.numbers import compare
from servicequality.model.payback import cents

MONTHS = 36
INTERNAL = 50.0  # internal service quality before anything is changed
TRAINING = 0.5  # training intensity before anything is changed
STAFF = 100
GUESTS = 1000.0
STAFF_SPEED, QUALITY_SPEED, GUEST_SPEED = 0.3, 0.3, 0.4
HALF_LIFE = 6.5  # months until half of a skill is lost without training
MOST_LEAVE, FEWEST_LEAVE = 0.08, 0.01
LEAST_KEPT, MOST_KEPT = 0.80, 0.98
STEEPNESS, MIDDLE = 0.08, 50.0
MARGIN = 100.0
FIXED_COST = 60_000.0
COST_PER_POINT = 400.0
COST_OF_LEAVING = 1500.0


def turnover(satisfaction: float) -> float:
    """The share of the staff that leaves in a month, 0.01 to 0.08; satisfaction is 0 to 100."""
    return MOST_LEAVE - (MOST_LEAVE - FEWEST_LEAVE) * satisfaction / 100


def yearly_turnover(monthly: float) -> float:
    """Leavers in a year for every 100 jobs: 12 times the monthly share, in percent.

    Leavers are replaced, so the figure may pass 100.
    """
    return 100 * 12 * monthly


def retention(satisfaction: float) -> float:
    """The share of guests that stays for another month, 0.80 to 0.98, at their satisfaction."""
    spread = MOST_KEPT - LEAST_KEPT
    return LEAST_KEPT + spread / (1 + math.exp(-STEEPNESS * (satisfaction - MIDDLE)))


def taught(internal: float, training: float) -> float:
    """The share of what is still to be learned that a month of training teaches, 0 to 1."""
    return training * internal / 100


def kept_competence(competence: float, leaving: float) -> float:
    """The competence left after a month: leavers take theirs away, and the rest fades."""
    return (1 - leaving) * competence * 2 ** (-1 / HALF_LIFE)


def next_competence(competence: float, leaving: float, share: float) -> float:
    """Competence one month later: what is kept, and the taught `share` of what is missing."""
    kept = kept_competence(competence, leaving)
    return kept + share * (100 - kept)


def steady_state(internal: float, training: float) -> dict[str, float]:
    """Where the chain comes to rest while staff satisfaction follows internal quality alone.

    Gives `satisfaction`, `competence`, `quality`, `guest_satisfaction` and `retention`.
    """
    share = taught(internal, training)
    kept = kept_competence(1.0, turnover(internal))
    competence = 100 * share / (1 - (1 - share) * kept)
    quality = (internal + competence) / 2
    return {
        "satisfaction": internal,
        "competence": competence,
        "quality": quality,
        "guest_satisfaction": quality,
        "retention": retention(quality),
    }


START = steady_state(INTERNAL, TRAINING)
# As many guests come anew each month as leave, so that nothing moves before the change.
NEW_GUESTS = GUESTS * (1 - START["retention"])


def monthly_profit(
    guests: float, internal: float, leaving: float, cost_per_point: float, other_cost: float
) -> float:
    """Profit of a month in euros, to the cent: margin minus fixed cost, programme and leavers."""
    return cents(
        MARGIN * guests
        - FIXED_COST
        - cost_per_point * internal
        - COST_OF_LEAVING * leaving * STAFF
        - other_cost
    )


def run(
    internal: float,
    training: float = TRAINING,
    cost_per_point: float = COST_PER_POINT,
    other_cost: float = 0.0,
    target: Callable[[float], float] | None = None,
) -> list[dict[str, Any]]:
    """Months 0 to 36 after internal quality is set to a level of 0 to 100, one dict a month.

    `training` is the intensity from 0 to 1; `cost_per_point` is in euros a month for each point of
    internal quality, `other_cost` in euros a month. `target(guest_satisfaction)` is the level that
    staff satisfaction moves towards; without it, that is internal quality itself. Profit is taken
    before anything moves. Each month has `month`, `satisfaction`, `competence`, `quality`,
    `guest_satisfaction`, `turnover`, `guests` and `profit`.
    """
    staff, skill = START["satisfaction"], START["competence"]
    quality, happy, guests = START["quality"], START["guest_satisfaction"], GUESTS
    share = taught(internal, training)
    months = []
    for month in range(MONTHS + 1):
        leaving = turnover(staff)
        months.append(
            {
                "month": month,
                "satisfaction": staff,
                "competence": skill,
                "quality": quality,
                "guest_satisfaction": happy,
                "turnover": leaving,
                "guests": guests,
                "profit": monthly_profit(guests, internal, leaving, cost_per_point, other_cost),
            }
        )
        aim = internal if target is None else target(happy)
        guests = retention(happy) * guests + NEW_GUESTS
        happy = happy + GUEST_SPEED * (quality - happy)
        quality = quality + QUALITY_SPEED * (0.5 * staff + 0.5 * skill - quality)
        skill = next_competence(skill, leaving, share)
        staff = staff + STAFF_SPEED * (aim - staff)
    return months


def half_way(series: list[float]) -> int:
    """The first month in which a series has made half of its way from first to last value."""
    whole = abs(series[-1] - series[0])
    for month in range(len(series)):
        if compare(abs(series[month] - series[0]), whole / 2) >= 0:
            return month
    return len(series) - 1
