"""The teaching model of effort: its start, and the signs that studies found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicequality.model.effort import (
    TOLD,
    care,
    counted_work,
    levelling,
    own_will,
    service,
)

BONUS = st.floats(0, 200)
TIMES = st.floats(0, 20)
KINDS = st.sampled_from(sorted(TOLD))
CROWDING = st.floats(0, 1.5)
SHARE = st.floats(0, 1)


def both(
    bonus: float, checks: float, recognition: float, told: str, crowding: float
) -> list[float]:
    """Counted work and care."""
    will = own_will(bonus, checks, recognition, told, crowding)
    return [counted_work(will, bonus, checks), care(will)]


def test_where_nothing_is_done_all_is_at_its_start() -> None:
    assert own_will(0, 0, 0, "nothing") == 50
    assert both(0, 0, 0, "nothing", 1) == [40, 40]
    assert service(40, 40, 0.4) == pytest.approx(40)


def test_known_values() -> None:
    assert levelling(8, 8) == 0.5
    assert own_will(100, 0, 0, "nothing") == pytest.approx(50 - 20 * 100 / 120)
    assert both(100, 0, 0, "nothing", 1) == pytest.approx([54.444, 28.333], abs=1e-3)
    assert own_will(0, 8, 4, "work") == pytest.approx(50 + 25 * 4 / 6 + 8 - 20 * 0.25 * 0.8)


@given(BONUS, TIMES, TIMES, KINDS, CROWDING)
def test_all_levels_lie_between_0_and_100(
    bonus: float, checks: float, recognition: float, told: str, crowding: float
) -> None:
    levels = both(bonus, checks, recognition, told, crowding)
    assert all(0 <= level <= 100 for level in levels)


@given(BONUS, TIMES, TIMES, KINDS)
def test_without_crowding_out_more_bonus_and_checks_never_harm(
    bonus: float, checks: float, recognition: float, told: str
) -> None:
    less = both(bonus, checks, recognition, told, 0)
    for more in (
        both(bonus + 10, checks, recognition, told, 0),
        both(bonus, checks + 1, recognition, told, 0),
    ):
        assert more[0] > less[0]
        assert more[1] == pytest.approx(less[1])


@given(BONUS, TIMES, TIMES, KINDS, st.floats(0.1, 1))
def test_with_crowding_out_they_cost_care(
    bonus: float, checks: float, recognition: float, told: str, crowding: float
) -> None:
    before = both(bonus, checks, recognition, told, crowding)[1]
    assert both(bonus + 10, checks, recognition, told, crowding)[1] < before
    assert both(bonus, checks + 1, recognition, told, crowding)[1] < before


@given(BONUS, TIMES, TIMES, KINDS, CROWDING)
def test_recognition_never_harms(
    bonus: float, checks: float, recognition: float, told: str, crowding: float
) -> None:
    before = both(bonus, checks, recognition, told, crowding)
    after = both(bonus, checks, recognition + 1, told, crowding)
    assert after[0] >= before[0]
    assert after[1] >= before[1]


@given(BONUS, TIMES, TIMES, CROWDING)
def test_feedback_about_the_work_beats_none_and_none_beats_that_about_the_person(
    bonus: float, checks: float, recognition: float, crowding: float
) -> None:
    wills = [
        own_will(bonus, checks, recognition, told, crowding)
        for told in ("person", "nothing", "work")
    ]
    assert wills == sorted(wills)


def test_a_few_checks_are_worse_than_none_and_many_are_not() -> None:
    course = [service(*both(0, checks, 0, "nothing", 1), 0.4) for checks in range(21)]
    assert min(course) == course[3]
    assert course[3] < course[0] < course[20]
    money = [service(*both(bonus, 0, 0, "nothing", 1), 0.4) for bonus in range(0, 201, 10)]
    assert min(money) < money[0] < money[-1]


@given(BONUS, TIMES, SHARE)
def test_service_lies_between_its_two_parts(bonus: float, checks: float, share: float) -> None:
    counted, cared = both(bonus, checks, 0, "nothing", 1)
    low, high = min(counted, cared), max(counted, cared)
    assert low - 1e-9 <= service(counted, cared, share) <= high + 1e-9
