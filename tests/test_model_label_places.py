"""Where the names of lines stand."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from servicequality.model.label_places import label_places


def test_what_is_far_apart_stays() -> None:
    assert label_places([80.0, 20.0, 50.0], 7, 3, 97) == [80.0, 20.0, 50.0]


def test_what_lies_together_moves_apart_in_its_order() -> None:
    assert label_places([80.0, 81.0], 7, 3, 97) == [80.0, 87.0]
    assert label_places([100.0, 99.0], 7, 3, 97) == [97.0, 90.0]
    assert label_places([0.0, 0.0], 7, 3, 97) == [10.0, 3.0]


@given(st.lists(st.floats(0, 100), min_size=1, max_size=6))
def test_places_keep_apart_in_range_and_in_order(values: list[float]) -> None:
    places = label_places(values, 7, 3, 97)
    assert len(places) == len(values)
    ordered = sorted(places)
    assert ordered[0] >= 3 - 1e-9
    assert ordered[-1] <= 97 + 1e-9
    assert all(b - a >= 7 - 1e-9 for a, b in itertools.pairwise(ordered))
    for one in range(len(values)):
        for other in range(len(values)):
            if values[one] < values[other] - 1e-6:
                assert places[one] < places[other]
