"""A price premium and its cost: the values of the literature notes, and what always holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicequality.model.price_premium import (
    HIGHEST_PREMIUM,
    LOWEST_PREMIUM,
    break_even_cost,
    break_even_volume,
    contribution,
)


@pytest.mark.parametrize(
    # Literature notes, 2.8, for 5 and 6%.
    ("margin", "low", "high"),
    [(0.10, 0.50, 0.60), (0.20, 0.25, 0.30), (0.05, 1.00, 1.20)],
)
def test_the_values_of_the_literature(margin: float, low: float, high: float) -> None:
    # What a sale of 100 gains, as a share of the profit before.
    for premium, gain in ((LOWEST_PREMIUM, low), (HIGHEST_PREMIUM, high)):
        more = contribution(100 * (1 + premium), 0, 1) - contribution(100, 0, 1)
        assert more / (margin * 100) == pytest.approx(gain)


def test_a_room_at_100_euros_may_cost_5_to_6_more() -> None:
    assert break_even_cost(100, LOWEST_PREMIUM, 30, 1000, 1000) == pytest.approx(5)
    assert break_even_cost(100, HIGHEST_PREMIUM, 30, 1000, 1000) == pytest.approx(6)


prices, uplifts = st.floats(40, 300), st.floats(0, 0.2)
volumes = st.floats(1000, 50_000)


@given(prices, uplifts, st.floats(0, 30), volumes, volumes)
def test_at_the_break_even_cost_nothing_is_gained_or_lost(
    price: float, uplift: float, variable: float, before: float, after: float
) -> None:
    cost = break_even_cost(price, uplift, variable, before, after)
    new = contribution(price * (1 + uplift), variable + cost, after)
    assert new == pytest.approx(contribution(price, variable, before), rel=1e-6)


@given(prices, uplifts, st.floats(0, 30), st.floats(0, 9), volumes)
def test_at_the_break_even_volume_nothing_is_gained_or_lost(
    price: float, uplift: float, variable: float, cost: float, before: float
) -> None:
    after = break_even_volume(price, uplift, variable, cost, before)
    assert after is not None
    new = contribution(price * (1 + uplift), variable + cost, after)
    assert new == pytest.approx(contribution(price, variable, before), rel=1e-6)


def test_no_volume_is_enough_where_a_room_brings_nothing() -> None:
    assert break_even_volume(100, 0, 90, 10, 1000) is None
