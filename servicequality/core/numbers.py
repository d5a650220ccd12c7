"""Arithmetic that gives the same answer on both Pythons."""

from __future__ import annotations

TOLERANCE = 1e-9


def total(values: list[float]) -> float:
    """The sum of numbers, added from left to right; 0.0 for none.

    CPython's own `sum` compensates for rounding since 3.12 and MicroPython's does not, so the two
    would differ in the last digits.
    """
    result = 0.0
    for value in values:
        result = result + value
    return result


def mean(values: list[float]) -> float:
    """The arithmetic mean of at least one number.

    Raises ValueError for an empty list.
    """
    if len(values) == 0:
        raise ValueError("mean() needs at least one number")
    return total(values) / len(values)


def compare(left: float, right: float) -> int:
    """-1, 0 or 1 as `left` is below, equal to or above `right`, within `TOLERANCE`.

    Every threshold goes through here: 5.9 - 6.4 and -0.5 must count as equal on every machine.
    """
    difference = left - right
    if difference > TOLERANCE:
        return 1
    if difference < -TOLERANCE:
        return -1
    return 0


def is_finite(value: float) -> bool:
    """Whether a number is neither infinite nor NaN."""
    return value - value == 0
