"""Customer delivered value: the course's test vectors, and what must hold for any amounts."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from servicequality.model.delivered_value import (
    delivered_value,
    total_cost,
    total_value,
    unseen_share,
    value_per_cost,
)

stable = settings(derandomize=True, database=None)
amount = st.integers(0, 2000).map(lambda n: n / 2)


def test_difference_and_ratio_put_two_offers_in_opposite_order() -> None:
    assert (delivered_value(12, 8), value_per_cost(12, 8)) == (4, 1.5)
    assert delivered_value(40, 34) == 6
    assert value_per_cost(40, 34) == pytest.approx(1.18, abs=0.005)


def test_the_weekend_of_the_question_bank() -> None:
    value, cost = total_value(160, 60, 20), total_cost(150, 2 * 10, 15, 5)
    assert (value, cost, delivered_value(value, cost)) == (240, 190, 50)


def test_nothing_given_up_has_no_ratio_and_no_share() -> None:
    assert value_per_cost(100, 0) is None
    assert unseen_share(0, 0) is None


@given(amount, amount, amount, amount, amount)
@stable
def test_a_euro_counts_the_same_wherever_it_is_saved(
    value: float, money: float, time: float, effort: float, strain: float
) -> None:
    before = delivered_value(value, total_cost(money, time, effort, strain))
    cheaper = delivered_value(value, total_cost(money - 1, time, effort, strain))
    calmer = delivered_value(value, total_cost(money, time, effort, strain - 1))
    assert cheaper == pytest.approx(before + 1) == pytest.approx(calmer)


@given(amount, amount, st.integers(1, 20))
@stable
def test_the_ratio_does_not_see_how_large_an_offer_is(
    value: float, cost: float, times: int
) -> None:
    assume(cost > 0)
    assert value_per_cost(value * times, cost * times) == pytest.approx(value_per_cost(value, cost))
    larger = delivered_value(value * times, cost * times)
    assert larger == pytest.approx(times * delivered_value(value, cost))


@given(amount, amount)
@stable
def test_the_ratio_is_above_one_where_something_remains(value: float, cost: float) -> None:
    assume(cost > 0)
    ratio = value_per_cost(value, cost)
    assert ratio is not None
    assert (ratio > 1) == (delivered_value(value, cost) > 0)


@given(amount, amount, amount, amount)
@stable
def test_the_unseen_share_is_a_percentage(
    money: float, time: float, effort: float, strain: float
) -> None:
    cost = total_cost(money, time, effort, strain)
    share = unseen_share(money, cost)
    if cost == 0:
        assert share is None
    else:
        assert share is not None
        assert 0 <= share <= 100
        assert share == pytest.approx(100 * (time + effort + strain) / cost)
