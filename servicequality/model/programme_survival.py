"""How long a quality programme lives: dangers that may end it, and what protects against them.

A construct of this course. Each danger ends the programme in a year with the same chance every
year, and none depends on another. A safeguard takes away a share of its danger:

    s = (1 − p₁(1 − g₁)) · (1 − p₂(1 − g₂)) · …

is the chance to survive a year, and s to the power t/12 that of t months.
"""

from __future__ import annotations

import math

from servicequality.core.numbers import compare


def yearly_survival(dangers: list[float], protected: list[float]) -> float:
    """The chance, from 0 to 1, that a programme is alive after a year.

    `dangers` are the yearly chances of each danger and `protected` the shares of them that
    safeguards take away, both from 0 to 1 and in the same order. No danger gives 1. Raises
    ValueError for lists of different lengths.
    """
    if len(dangers) != len(protected):
        raise ValueError("yearly_survival() needs as many safeguards as dangers")
    chance = 1.0
    for position in range(len(dangers)):
        chance = chance * (1 - dangers[position] * (1 - protected[position]))
    return chance


def survival_after(yearly: float, months: float) -> float:
    """The chance, from 0 to 1, to be alive after some months, from the chance of one year."""
    return yearly ** (months / 12)  # type: ignore[no-any-return]


def half_life(yearly: float) -> float | None:
    """After how many months half of such programmes are over; None where none ever ends.

    `yearly` is the chance to survive a year, above 0 and up to 1: t = 12 · ln ½ / ln s.
    """
    if compare(yearly, 1.0) >= 0:
        return None
    return 12 * math.log(0.5) / math.log(yearly)


def worth(dangers: list[float], protected: list[float], position: int, months: float) -> float:
    """What one safeguard adds to the chance of being alive after some months, from 0 to 1.

    It is the difference between having this safeguard and not having it, the others being as
    `protected` says.
    """
    without = list(protected)
    without[position] = 0.0
    whole = survival_after(yearly_survival(dangers, protected), months)
    return whole - survival_after(yearly_survival(dangers, without), months)
