"""The service blueprint, counted: the order of its steps, the lines they cross, the guest's time.

The lanes and lines are those of the standard service blueprint (Shostack; Bitner, Ostrom and
Morgan).
"""

from __future__ import annotations

from typing import Any

# From the guest's side down to the inside of the hotel.
LANES = ["evidence", "guest", "front", "back", "support"]
# Each line lies below this lane.
INTERACTION, VISIBILITY, INTERNAL = 1, 2, 3


def in_order(places: list[float]) -> list[int]:
    """The positions in a list by the number that each holds; equal ones keep their order."""
    pairs = [(places[position], position) for position in range(len(places))]
    pairs.sort()
    return [position for _, position in pairs]


def depth(lane: str) -> int:
    """How far a lane lies from the top, 0 to 4."""
    return LANES.index(lane)


def crossings(lanes: list[str], line: int) -> int:
    """How often the way from step to step crosses a line; what is evidence is no step."""
    count = 0
    before = None
    for lane in lanes:
        if lane == "evidence":
            continue
        below = depth(lane) > line
        if before is not None and below != before:
            count = count + 1
        before = below
    return count


def guest_time(steps: list[dict[str, Any]]) -> dict[str, int] | None:
    """The guest's minutes from the first guest action to the last: `minutes`, of these `waiting`.

    `steps` are in order and have `lane`, `minutes` and `wait` (before the step). Steps between the
    guest's own count too, one after the other: the guest stands there. What the first guest action
    had to wait for lies before the guest's time. None where the guest does nothing.
    """
    own = [place for place in range(len(steps)) if steps[place]["lane"] == "guest"]
    if not own:
        return None
    minutes = waiting = 0
    for place in range(own[0], own[-1] + 1):
        step = steps[place]
        if step["lane"] == "evidence":
            continue
        if place > own[0]:
            waiting = waiting + step["wait"]
        minutes = minutes + step["minutes"]
    return {"minutes": minutes + waiting, "waiting": waiting}
