"""A service given away or sold: counts, values, and what a price can and cannot do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicequality.model.free_service import (
    benefit,
    best_price,
    delivered_value,
    kept_guests,
    paid_less_cost,
    users,
)

GUESTS = st.lists(
    st.tuples(st.integers(0, 30), st.sampled_from(("none", "ride", "free"))), max_size=40
)
PRICES = st.integers(0, 30)
MONEY = st.floats(0, 500)


def split(guests: list[tuple[int, str]]) -> tuple[list[int], list[str]]:
    """Worths and deciders."""
    return [worth for worth, _ in guests], [decides for _, decides in guests]


def test_four_guests_by_hand() -> None:
    worths, deciders = [4, 8, 8, 12], ["free", "ride", "none", "ride"]
    assert users(worths, 8) == 3
    assert delivered_value(worths, 8) == 4
    assert delivered_value(worths, 0) == 32
    assert [kept_guests(worths, deciders, price) for price in (0, 1, 8, 9, 13)] == [3, 2, 2, 1, 0]
    # Free: −4 · 9 + 3 · 0.5 · 100. At 8: 3 · (8 − 9) + 2 · 0.5 · 100.
    assert benefit(worths, deciders, 0, 9, 100, 0.5) == pytest.approx(114)
    assert benefit(worths, deciders, 8, 9, 100, 0.5) == pytest.approx(97)


@given(GUESTS, PRICES, st.floats(0, 20))
def test_a_fixed_cost_is_that_of_all_and_never_less(
    guests: list[tuple[int, str]], price: int, cost: float
) -> None:
    worths, _ = split(guests)
    falling, fixed = (paid_less_cost(worths, price, cost, same) for same in (False, True))
    spared = len(worths) - users(worths, price)
    assert falling - fixed == pytest.approx(cost * spared)
    assert paid_less_cost(worths, 0, cost, True) == pytest.approx(-cost * len(worths))


@given(GUESTS, PRICES)
def test_a_higher_price_leaves_guests_less_and_keeps_fewer(
    guests: list[tuple[int, str]], price: int
) -> None:
    worths, deciders = split(guests)
    assert users(worths, price + 1) <= users(worths, price)
    assert delivered_value(worths, price + 1) <= delivered_value(worths, price)
    assert kept_guests(worths, deciders, price + 1) <= kept_guests(worths, deciders, price)


@given(GUESTS, PRICES, st.floats(0, 20))
def test_a_price_only_shares_out_what_the_service_is_worth(
    guests: list[tuple[int, str]], price: int, cost: float
) -> None:
    """What is left to guests and what is paid add up to the worth to those who use it."""
    worths, deciders = split(guests)
    paid = benefit(worths, deciders, price, cost, 0.0, 0.0)
    used = [worth for worth in worths if worth >= price]
    assert delivered_value(worths, price) + paid == pytest.approx(sum(used) - cost * len(used))


@given(GUESTS, PRICES, MONEY, st.floats(0, 1))
def test_a_kept_guest_never_lowers_the_benefit(
    guests: list[tuple[int, str]], price: int, value: float, believed: float
) -> None:
    worths, deciders = split(guests)
    plain = benefit(worths, deciders, price, 9, 0.0, 0.0)
    assert benefit(worths, deciders, price, 9, value, believed) >= plain


@given(st.lists(st.integers(-50, 50), min_size=1))
def test_the_best_price_is_the_lowest_of_the_best(benefits: list[int]) -> None:
    best = best_price([float(value) for value in benefits])
    assert benefits[best] == max(benefits)
    assert best == benefits.index(max(benefits))


def test_nobody_asked_brings_nothing() -> None:
    assert users([], 3) == 0
    assert delivered_value([], 3) == 0
    assert benefit([], [], 3, 9, 100, 1) == 0
