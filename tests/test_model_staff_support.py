"""What moves staff satisfaction beside internal quality, and that neutral settings do nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicequality.model.profit_chain import START, run
from servicequality.model.staff_support import (
    AUTHORITY_POINTS,
    COMPLAINTS,
    complaint_points,
    complaints_heard,
    reward_points,
    satisfaction_target,
)

REST = START["guest_satisfaction"]


def test_neutral_settings_give_the_plain_chain_to_the_last_digit() -> None:
    def neutral(guest_satisfaction: float) -> float:
        heard = complaints_heard(COMPLAINTS, guest_satisfaction, REST, False)
        points = complaint_points(heard)
        return satisfaction_target(80, AUTHORITY_POINTS["small_things"], reward_points(0), points)

    assert run(80, target=neutral) == run(80)


def test_reward_known_values() -> None:
    assert [reward_points(euros) for euros in (0, 10, 20, 60)] == [0, 4, 6, 9]


@given(st.floats(0, 500), st.floats(0.01, 100))
def test_reward_brings_ever_less(euros: float, more: float) -> None:
    first, second, third = (reward_points(euros + n * more) for n in range(3))
    assert 0 <= first < second < third < 12
    assert third - second < second - first + 1e-12


def test_complaints_stay_while_the_loop_is_open() -> None:
    assert complaints_heard(17, 95.0, REST, False) == 17
    assert complaints_heard(17, REST, REST, True) == 17


def test_complaints_follow_dissatisfaction_where_the_loop_is_closed() -> None:
    assert complaints_heard(10, 80, 60, True) == pytest.approx(5)
    assert complaints_heard(10, 20, 60, True) == pytest.approx(20)
    assert complaints_heard(10, 100, 60, True) == 0
    assert complaints_heard(0, 10, 60, True) == 0


@given(st.floats(0, 30), st.floats(0, 100), st.floats(0, 100))
def test_happier_guests_never_complain_more(load: float, one: float, other: float) -> None:
    low, high = sorted((one, other))
    less, more = (complaints_heard(load, level, REST, True) for level in (high, low))
    assert 0 <= less <= more + 1e-9


def test_complaints_take_points() -> None:
    assert [complaint_points(number) for number in (0, 10, 25)] == [10, 0, -15]


@given(st.floats(0, 100), st.floats(-6, 6), st.floats(0, 12), st.floats(-90, 10))
def test_the_target_is_the_sum_kept_in_range(
    internal: float, authority: float, reward: float, burden: float
) -> None:
    whole = internal + authority + reward + burden
    assert satisfaction_target(internal, authority, reward, burden) == min(100, max(0, whole))
