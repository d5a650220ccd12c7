"""A campaign that fades and a habit that grows, against their closed forms."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicequality.model.enthusiasm import (
    ahead_from,
    campaign_weeks,
    habit_weeks,
    running_total,
)

AMOUNT = st.floats(1, 1000)
SHARE = st.floats(0, 1)
HALF = st.floats(0.5, 52)
WEEKS = st.integers(1, 60)
COURSES = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=30)


def test_known_values() -> None:
    assert campaign_weeks(80, 2, 0, 1, 5) == pytest.approx([80, 56.568542, 40, 28.284271, 20])
    assert habit_weeks(60, 10, 5, 4) == pytest.approx([17.573593, 30, 38.786797, 45])
    assert running_total([3, 4, 5]) == [3, 7, 12]
    # A second launch in week 4, with half of the force: 40 beats what is left of the first, 80/8.
    assert campaign_weeks(80, 1, 3, 0.5, 4) == pytest.approx([80, 40, 20, 40])


@given(AMOUNT, HALF, WEEKS)
def test_one_launch_adds_up_to_the_geometric_sum(first: float, half: float, weeks: int) -> None:
    fall = 2 ** (-1 / half)
    reached = running_total(campaign_weeks(first, half, 0, 1, weeks))[-1]
    assert reached == pytest.approx(first * (1 - fall**weeks) / (1 - fall))


@given(AMOUNT, HALF, st.integers(1, 26), SHARE, WEEKS)
def test_a_new_launch_never_lowers_and_never_exceeds_the_first(
    first: float, half: float, every: int, kept: float, weeks: int
) -> None:
    once = campaign_weeks(first, half, 0, kept, weeks)
    again = campaign_weeks(first, half, every, kept, weeks)
    assert all(more >= less - 1e-9 for more, less in zip(again, once, strict=True))
    assert max(again) <= first + 1e-9


@given(AMOUNT, st.floats(1, 200), st.floats(0.5, 30), WEEKS)
def test_a_habit_grows_towards_its_ceiling(
    ceiling: float, half_at: float, a_week: float, weeks: int
) -> None:
    course = habit_weeks(ceiling, half_at, a_week, weeks)
    assert all(later >= earlier for earlier, later in pairwise(course))
    assert 0 <= course[-1] <= ceiling
    # What is missing to the ceiling halves with every `half_at` repetitions.
    missing = [1 - value / ceiling for value in course]
    assert missing[-1] == pytest.approx(missing[0] ** weeks, abs=1e-9)


@given(COURSES)
def test_the_week_from_which_one_is_ahead(pairs: list[tuple[int, int]]) -> None:
    later = [float(left) for left, _ in pairs]
    earlier = [float(right) for _, right in pairs]
    week = ahead_from(later, earlier)
    if week is None:
        assert later[-1] <= earlier[-1]
        return
    assert all(left > right for left, right in pairs[week - 1 :])
    assert week == 1 or pairs[week - 2][0] <= pairs[week - 2][1]
