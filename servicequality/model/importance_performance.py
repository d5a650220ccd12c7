"""Importance-performance analysis: four fields, and what the place of the lines does to them.

Source: Martilla & James (1977); lines at the means: Azzopardi & Nash (2013) and others.
"""

from __future__ import annotations

from servicequality.core.numbers import compare

FIELDS = ["concentrate", "keep_up", "low_priority", "overkill"]


def field_of(
    importance: float, performance: float, importance_line: float, performance_line: float
) -> str:
    """The field of an attribute, one of `FIELDS`. What stands on a line counts as above it."""
    important = compare(importance, importance_line) >= 0
    well_done = compare(performance, performance_line) >= 0
    if important:
        return "keep_up" if well_done else "concentrate"
    return "overkill" if well_done else "low_priority"


def fields_in_reach(
    importance: float,
    performance: float,
    importance_line: float,
    performance_line: float,
    importance_reach: float,
    performance_reach: float,
) -> list[str]:
    """The fields in which an attribute may lie, given how far its true means may be off.

    A reach is half of an interval around the mean, in the unit of the mean. The list keeps the
    order of `FIELDS` and holds at least the field of the means themselves.
    """
    found = []
    for name in FIELDS:
        for left in [importance - importance_reach, importance, importance + importance_reach]:
            for right in [
                performance - performance_reach,
                performance,
                performance + performance_reach,
            ]:
                here = field_of(left, right, importance_line, performance_line)
                if here == name and name not in found:
                    found.append(name)
    return found


def median(values: list[float]) -> float:
    """The value in the middle, or the mean of the two in the middle.

    Raises ValueError for an empty list.
    """
    if len(values) == 0:
        raise ValueError("median() needs at least one number")
    ordered = sorted(values)
    half = len(ordered) // 2
    if len(ordered) % 2 == 1:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2
