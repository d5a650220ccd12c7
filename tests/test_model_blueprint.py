"""The blueprint, counted: order, crossings of a line, the guest's time."""

from __future__ import annotations

import itertools
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from servicequality.model.blueprint import (
    INTERACTION,
    INTERNAL,
    LANES,
    VISIBILITY,
    crossings,
    depth,
    guest_time,
    in_order,
)

drawing = settings(derandomize=True, database=None, deadline=None, max_examples=150)
LANE = st.sampled_from(LANES)


def step(lane: str, minutes: int = 0, wait: int = 0) -> dict[str, Any]:
    """A step of a blueprint."""
    return {"lane": lane, "minutes": minutes, "wait": wait}


def test_order_keeps_equal_ones_as_they_stand() -> None:
    assert in_order([2.0, 1.0, 1.0, 1.5]) == [1, 2, 3, 0]
    assert in_order([]) == []


def test_crossings_of_a_way_by_hand() -> None:
    way = ["guest", "evidence", "front", "back", "support", "front", "guest"]
    assert crossings(way, INTERACTION) == 2
    assert crossings(way, VISIBILITY) == 2
    assert crossings(way, INTERNAL) == 2
    assert crossings(["front", "evidence", "front"], VISIBILITY) == 0
    assert crossings([], VISIBILITY) == 0


def test_the_guests_time_runs_from_the_first_guest_action_to_the_last() -> None:
    steps = [
        step("support", 180),
        step("guest", 1, 99),
        step("evidence", 50, 50),
        step("front", 2, 5),
        step("back", 1),
        step("guest", 1),
        step("support", 30, 30),
    ]
    assert guest_time(steps) == {"minutes": 10, "waiting": 5}
    assert guest_time([step("front", 3)]) is None


@drawing
@given(st.lists(LANE, max_size=14))
def test_a_way_crosses_a_line_as_often_as_its_two_sides_change(lanes: list[str]) -> None:
    acts = [depth(lane) > VISIBILITY for lane in lanes if lane != "evidence"]
    changes = sum(left != right for left, right in itertools.pairwise(acts))
    assert crossings(lanes, VISIBILITY) == changes
    if acts:
        assert changes % 2 == (acts[0] != acts[-1])


@drawing
@given(st.lists(st.tuples(LANE, st.integers(0, 240), st.integers(0, 240)), max_size=14))
def test_the_guests_time_holds_all_that_the_guest_waits_for(
    drawn: list[tuple[str, int, int]],
) -> None:
    steps = [step(*one) for one in drawn]
    spent = guest_time(steps)
    assert (spent is None) == ("guest" not in [one["lane"] for one in steps])
    if spent is not None:
        assert 0 <= spent["waiting"] <= spent["minutes"]
        whole = sum(one["minutes"] + one["wait"] for one in steps if one["lane"] != "evidence")
        assert spent["minutes"] <= whole
