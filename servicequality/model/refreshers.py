"""How what a training has brought fades, and how often a refresher must bring it back.

The *gain* is what people can do after a training beyond what they could do before; shares are of
this gain, from 0 to 1. The half-life is the time, in months, after which half of the gain is lost
where the skill is not used (Tatel and Ackerman, for accuracy, speed and both). Their record reports
a regression in which the loss grows by the same amount each month, a straight line; a line that
goes on leaves nothing after two half-lives. That the same share is lost each month is this course's
choice. So there are two shapes. That newcomers arrive untrained and that a refresher brings
everybody back to the full gain are assumptions of this course as well.
"""

from __future__ import annotations

import math

from servicequality.core.numbers import compare

MONTHS = 12
# Enough halvings to find a month as exactly as a float can hold it.
STEPS = 60


def skill_left(months: float, half_life: float, straight: bool = False) -> float:
    """The share of the gain that is left after some months without use: 2^(−t/h).

    With `straight`, the same amount is lost each month instead of the same share: 1 − t/2h, and 0
    from the second half-life on. Raises ValueError unless the half-life is above 0.
    """
    if compare(half_life, 0.0) <= 0:
        raise ValueError("the half-life must be above 0")
    if straight:
        return max(0.0, 1 - months / (2 * half_life))
    return math.exp(-math.log(2) * months / half_life)


def still_there(months: float, turnover: float) -> float:
    """The share of a team that is still there after some months: (1 − τ)^(t/12).

    `turnover` τ is the share that leaves in a year, from 0 to below 1. Raises ValueError where it
    is 1 or more.
    """
    if compare(turnover, 1.0) >= 0:
        raise ValueError("turnover must be below 1")
    return math.exp(math.log(1 - turnover) * months / MONTHS)


def team_left(
    months: float, half_life: float, straight: bool = False, turnover: float = 0.0
) -> float:
    """The share of the gain that the team has after some months; who comes in new has none."""
    return skill_left(months, half_life, straight) * still_there(months, turnover)


def months_above(
    share: float, half_life: float, straight: bool = False, turnover: float = 0.0
) -> float:
    """After how many months the team has just this share of the gain: t* = h · log₂(1/θ).

    That is the closed form for a skill that loses the same share each month in a team that nobody
    leaves. Turnover acts like a second half-life; on a straight line the month is found by halving.
    `share` θ lies above 0 and up to 1; raises ValueError otherwise.
    """
    if compare(share, 0.0) <= 0 or compare(share, 1.0) > 0:
        raise ValueError("share must lie above 0 and up to 1")
    if not straight:
        rate = math.log(2) / half_life - math.log(1 - turnover) / MONTHS
        return -math.log(share) / rate + 0.0
    low, high = 0.0, 2 * half_life
    for _ in range(STEPS):
        middle = (low + high) / 2
        if team_left(middle, half_life, True, turnover) > share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def turnover_half_life(turnover: float) -> float:
    """After how many months half of a team has left; `turnover` above 0 and below 1, a year.

    Raises ValueError outside.
    """
    if compare(turnover, 0.0) <= 0 or compare(turnover, 1.0) >= 0:
        raise ValueError("turnover must lie above 0 and below 1")
    return MONTHS * math.log(2) / -math.log(1 - turnover)


def yearly_cost(sessions: float, hours_paid: float, session: float, prepared: float = 0.0) -> float:
    """What refreshers cost in a year, in euros.

    Each of the `sessions` costs the wages of those who take part (`hours_paid`) and what the
    session itself costs; `prepared` is paid once a year, for a programme of one's own.
    """
    return prepared + sessions * (hours_paid + session)


def worth_own(prepared: float, outside: float, own: float) -> float | None:
    """From how many sessions a year an own programme costs less than an outside trainer.

    `outside` and `own` are what one session costs, wages apart. None where it never does.
    """
    saved = outside - own
    if compare(saved, 0.0) <= 0:
        return None
    return prepared / saved
