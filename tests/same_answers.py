"""What counts as the same answer from both Pythons."""

from __future__ import annotations

import math
from typing import Any

RELATIVE = 1e-12


def differences(here: Any, there: Any, place: str = "answer") -> list[str]:
    """Where two answers, both as JSON gives them, are not the same; an empty list if nowhere.

    Texts, True and False, None, whole numbers and the order of lists must be equal; other numbers
    to 1e-12 of their size; the order of a dict's entries carries no meaning. 5.0 and 5 are the same
    number, since JavaScript writes both alike; True and 1 are not.
    """
    if isinstance(here, dict) and isinstance(there, dict):
        if here.keys() != there.keys():
            return [f"{place}: entries {sorted(here)} here, {sorted(there)} there"]
        return [d for key in here for d in differences(here[key], there[key], f"{place}.{key}")]
    if isinstance(here, list) and isinstance(there, list):
        if len(here) != len(there):
            return [f"{place}: {len(here)} entries here, {len(there)} there"]
        pairs = enumerate(zip(here, there, strict=True))
        return [d for n, (a, b) in pairs for d in differences(a, b, f"{place}[{n}]")]
    same = same_number(here, there) if is_number(here) and is_number(there) else here == there
    if same and is_number(here) == is_number(there):
        return []
    return [f"{place}: {here!r} here, {there!r} there"]


def is_number(value: Any) -> bool:
    """Whether a value is a number; True and False are none."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def same_number(here: float, there: float) -> bool:
    """Whether two numbers are the same: exactly where either is whole by type and value."""
    if isinstance(here, int):
        return here == there
    return math.isclose(here, there, rel_tol=RELATIVE)
