"""Where the names of lines stand in a chart, so that none covers another."""

from __future__ import annotations

from servicequality.core.numbers import compare


def label_places(values: list[float], apart: float, low: float, high: float) -> list[float]:
    """Places near the values, in their order, at least `apart` from each other.

    They lie between `low` and `high`, which must leave room for all. Equal values keep their
    order, the first one on top.
    """
    upwards: list[int] = []
    for position in range(len(values)):
        at = 0
        while at < len(upwards) and compare(values[upwards[at]], values[position]) < 0:
            at = at + 1
        upwards.insert(at, position)
    places = [0.0 for _ in values]
    floor = low
    for position in upwards:
        places[position] = max(values[position], floor)
        floor = places[position] + apart
    ceiling = high
    for at in range(len(upwards) - 1, -1, -1):
        position = upwards[at]
        places[position] = min(places[position], ceiling)
        ceiling = places[position] - apart
    return places
