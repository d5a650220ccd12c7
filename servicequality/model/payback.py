"""When money that a change costs comes back: two series of profit, month by month.

Ordinary arithmetic, undiscounted. Amounts are in one currency, months count from 0.
"""

from __future__ import annotations

import math
from typing import Any

from servicequality.core.numbers import compare


def cents(amount: float) -> float:
    """An amount to the whole cent, as money is counted."""
    return math.floor(100 * amount + 0.5) / 100


def money_sign(amount: float) -> int:
    """-1, 0 or 1 as an amount is below, equal to or above nothing (a tenth of a cent)."""
    return compare(amount * 1e-6, 0.0)


def added_up(profit: list[float], without: list[float]) -> list[float]:
    """For each month, how much more a series of profit has brought so far than another one."""
    so_far = 0.0
    found = []
    for month in range(len(profit)):
        so_far = so_far + profit[month] - without[month]
        found.append(so_far)
    return found


def first_month(series: list[float], signs: tuple[int, ...]) -> int | None:
    """The first month in which an amount has one of these signs; None where none has."""
    for month in range(len(series)):
        if money_sign(series[month]) in signs:
            return month
    return None


def payback(profit: list[float], without: list[float]) -> dict[str, Any]:
    """What becomes of the money after a change, against what it would have been without.

    Both series have the same months, at least one. Gives

    - `payback`: where month 0 costs money `repaid` or `not_within`, where it saves money `eaten`
      (by later losses) or `saved`, otherwise `free_gain`, `free_loss` or `no_change`;
    - `back_in`: the first month with all costs recovered, or None; `turn`: that month, or the one
      in which savings are eaten, or the last;
    - `passing`: whether the profit of one month `rises` past that without the change, `falls`
      below it after a saving, or `none`; `passes`: in which month;
    - `worst` and `worst_month`: the deepest hole in thousands (0 or above) and its month;
    - `first_apart` and, in thousands, `gain`: the sizes of the first and the final difference;
    - `curve`: the shape over time, by name.
    """
    so_far = added_up(profit, without)
    apart = []
    for month in range(len(profit)):
        apart.append(profit[month] - without[month])
    begins, end = money_sign(so_far[0]), money_sign(so_far[-1])
    turn, passes, passing = None, None, "none"
    if begins < 0:
        # Back at exactly nothing is repaid as well.
        turn, passes = first_month(so_far, (0, 1)), first_month(apart, (1,))
        state = "not_within" if turn is None else "repaid"
    elif begins > 0:
        turn, passes = first_month(so_far, (-1,)), first_month(apart, (-1,))
        state = "saved" if turn is None else "eaten"
    else:
        state = ["free_loss", "no_change", "free_gain"][end + 1]
    if passes is not None:
        passing = "rises" if begins < 0 else "falls"
    worst = 0
    for month in range(len(so_far)):
        if compare(so_far[month], so_far[worst]) < 0:
            worst = month
    last = len(so_far) - 1
    return {
        "payback": state,
        "back_in": turn if state == "repaid" else None,
        "turn": last if turn is None else turn,
        "passing": passing,
        "passes": last if passes is None else passes,
        "worst_month": worst,
        "worst": max(0.0, -so_far[worst]) / 1000,
        "first_apart": abs(apart[0]),
        "gain": abs(so_far[-1]) / 1000,
        "curve": curve(state, money_sign(apart[-1]), end),
    }


def curve(state: str, later: int, end: int) -> str:
    """The shape of the money over time; `later` and `end` are signs in the last month.

    `later` is that of the profit of the month, `end` that of all profit so far.
    """
    if state == "no_change":
        return "flat"
    if state in ("repaid", "not_within"):
        return "j" if later > 0 else "sinking"
    if state in ("eaten", "saved"):
        return "reversed" if later < 0 else "cheaper"
    return "free_loss" if end < 0 else "free_gain"
