"""The choice between two hotels: known values, and what holds for any prices and ratings."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import logistic

from servicequality.model.two_hotels import (
    lead,
    left_per_room,
    rooms_sold,
    same_share_price,
    share,
)

EUROS = st.floats(-300, 300)
SPREADS = st.floats(5, 60)
PRICES = st.floats(50, 200)
POINTS = st.floats(1, 7)
WORTHS = st.floats(0, 20)


def test_known_values() -> None:
    assert lead(6, 100, 5, 100, 15) == 15
    assert lead(5, 85, 5, 100, 15) == 15
    assert share(0, 20) == 0.5
    assert share(20, 20) == pytest.approx(0.731059, abs=1e-6)
    assert share(15, 20) == pytest.approx(0.679179, abs=1e-6)
    assert same_share_price(100, 6, 5, 15) == 85
    assert rooms_sold(0.5, 110, 84) == 55
    assert rooms_sold(0.9, 110, 84) == 84
    assert left_per_room(100, 0, 55, 84) == pytest.approx(65.476, abs=1e-3)


@given(EUROS, SPREADS)
def test_the_share_is_the_logistic_function(euros: float, spread: float) -> None:
    assert share(euros, spread) == pytest.approx(float(logistic.cdf(euros / spread)), rel=1e-12)


@given(EUROS, SPREADS)
def test_the_two_shares_are_all_guests(euros: float, spread: float) -> None:
    assert share(euros, spread) + share(-euros, spread) == pytest.approx(1)


@given(EUROS, EUROS, SPREADS)
def test_a_better_offer_never_wins_fewer(one: float, other: float, spread: float) -> None:
    low, high = sorted((one, other))
    assert share(low, spread) <= share(high, spread)


@given(PRICES, POINTS, POINTS, POINTS, PRICES, WORTHS)
def test_the_same_share_price_gives_the_same_lead(
    price: float, points: float, usual: float, rival: float, rival_price: float, worth: float
) -> None:
    alone = same_share_price(price, points, usual, worth)
    assert lead(usual, alone, rival, rival_price, worth) == pytest.approx(
        lead(points, price, rival, rival_price, worth), abs=1e-9
    )


@given(PRICES, POINTS, WORTHS, SPREADS, st.floats(0, 40))
def test_service_beats_the_price_cut_just_as_long_as_it_costs_less_than_it_is_worth(
    price: float, points: float, worth: float, spread: float, cost: float
) -> None:
    alone = same_share_price(price, points, 5, worth)
    sold = rooms_sold(share(lead(points, price, 5, 100, worth), spread), 110, 84)
    difference = left_per_room(price, cost, sold, 84) - left_per_room(alone, 0, sold, 84)
    expected = (worth * (points - 5) - cost) * sold / 84
    assert math.isclose(difference, expected, abs_tol=1e-9)
