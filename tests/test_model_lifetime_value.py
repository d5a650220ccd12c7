"""Customer lifetime value: the conventions, their known values, limits and directions."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from servicequality.model.lifetime_value import (
    break_even_retention,
    customer_equity,
    expected_lifetime,
    finite_value,
    growing_value,
    lifetime_value,
    multiple,
    relative_rise,
)

MARGINS = st.floats(-1000, 1000)
RETENTIONS = st.floats(0, 0.99)
DISCOUNTS = st.floats(0, 0.3)
CONVENTIONS = st.booleans()

# The multiples of literature.md 2.10, by retention, at discount rates of 10, 12 and 15%.
MULTIPLES = {
    0.60: (1.20, 1.15, 1.09),
    0.70: (1.75, 1.67, 1.56),
    0.80: (2.67, 2.50, 2.29),
    0.90: (4.50, 4.09, 3.60),
    0.95: (6.33, 5.59, 4.75),
}


@pytest.mark.parametrize(("retention", "expected"), MULTIPLES.items())
def test_the_multiples_of_the_literature(retention: float, expected: tuple[float, ...]) -> None:
    found = [multiple(retention, discount) for discount in (0.10, 0.12, 0.15)]
    assert found == pytest.approx(expected, abs=5.001e-3)


def test_known_values_of_each_convention() -> None:
    """The table of literature.md 2.10: m = 100, r = 0.8, i = 0.10."""
    assert lifetime_value(100, 0.8, 0.1) == pytest.approx(266.67, abs=5e-3)
    assert lifetime_value(100, 0.8, 0.1, now=True) == pytest.approx(366.67, abs=5e-3)
    assert finite_value(100, 0.8, 0.1, 5) == pytest.approx(212.41, abs=5e-3)
    assert growing_value(100, 0.8, 0.1, 0.05) == pytest.approx(307.69, abs=5e-3)
    assert expected_lifetime(0.8) == pytest.approx(5)
    assert break_even_retention(100, 150, 0.1) == pytest.approx(0.66)


def test_a_constant_retention_of_fader_and_hardie() -> None:
    """literature.md D1: r = 0.869, i = 10%, a margin of 1 counted from today."""
    assert lifetime_value(1, 0.869, 0.1, now=True) == pytest.approx(4.762, abs=5e-4)


@pytest.mark.parametrize(("retention", "percent"), [(0.6, 11), (0.8, 20), (0.9, 33)])
def test_five_points_more_retention_are_worth_what_the_literature_says(
    retention: float, percent: int
) -> None:
    """literature.md 2.10: with this year's margin, at 10%."""
    rise = relative_rise(100, retention, 0.1, 0.05, now=True)
    assert rise is not None
    assert round(100 * rise) == percent


def test_halving_defection_doubles_the_lifetime() -> None:
    """literature.md 2.10, MBNA: 10% defection halved."""
    assert expected_lifetime(0.9) == pytest.approx(10)
    assert expected_lifetime(0.95) == pytest.approx(20)


@given(MARGINS, RETENTIONS, DISCOUNTS)
def test_the_conventions_differ_by_one_margin(m: float, r: float, i: float) -> None:
    later, now = lifetime_value(m, r, i), lifetime_value(m, r, i, now=True)
    assert now - later == pytest.approx(m, abs=1e-6)


@given(MARGINS, RETENTIONS, DISCOUNTS, st.integers(0, 60))
def test_a_finite_horizon_is_the_plain_sum_and_tends_to_the_formula(
    m: float, r: float, i: float, years: int
) -> None:
    plain = math.fsum(m * r**t / (1 + i) ** t for t in range(1, years + 1))
    assert finite_value(m, r, i, years) == pytest.approx(plain, abs=1e-6)
    whole = lifetime_value(m, r, i)
    rest = whole * (r / (1 + i)) ** years
    assert finite_value(m, r, i, years) + rest == pytest.approx(whole, abs=1e-5)


@given(MARGINS, RETENTIONS, DISCOUNTS)
def test_without_growth_the_growing_value_is_the_plain_one(m: float, r: float, i: float) -> None:
    assert growing_value(m, r, i, 0.0) == pytest.approx(lifetime_value(m, r, i), abs=1e-6)


@given(st.floats(1, 1000), st.floats(0, 0.9), st.floats(0.05, 0.3), st.floats(0, 0.05))
def test_growth_adds_value(m: float, r: float, i: float, g: float) -> None:
    assert growing_value(m, r, i, g) >= lifetime_value(m, r, i) - 1e-9


@given(st.floats(1, 1000), st.floats(0, 0.9), st.floats(0.01, 0.09), DISCOUNTS, CONVENTIONS)
def test_more_retention_is_worth_more_and_ever_more(
    m: float, r: float, step: float, i: float, now: bool
) -> None:
    first, second = lifetime_value(m, r, i, now), lifetime_value(m, r + step / 2, i, now)
    third = lifetime_value(m, r + step, i, now)
    assert first < second < third
    assert third - second > second - first
    assert lifetime_value(-m, r + step, i, now) < lifetime_value(-m, r, i, now)


@given(st.floats(1, 1000), st.floats(0.01, 0.99), DISCOUNTS, st.floats(0.01, 0.2), CONVENTIONS)
def test_a_higher_discount_rate_is_worth_less(
    m: float, r: float, i: float, more: float, now: bool
) -> None:
    assert lifetime_value(m, r, i + more, now) < lifetime_value(m, r, i, now)


def test_nobody_returns() -> None:
    assert lifetime_value(100, 0.0, 0.1) == 0
    assert lifetime_value(100, 0.0, 0.1, now=True) == pytest.approx(100)
    assert math.copysign(1, lifetime_value(-50, 0.0, 0.1)) == 1
    assert expected_lifetime(0) == 1


@pytest.mark.parametrize(
    "broken",
    [
        lambda: multiple(1.1, 0.1),
        lambda: multiple(1.0, 0.0),
        lambda: lifetime_value(100, 1.2, 0.1),
        lambda: growing_value(100, 0.9, 0.0, 0.2),
        lambda: expected_lifetime(1.0),
    ],
)
def test_a_sum_without_end_is_refused(broken: object) -> None:
    with pytest.raises(ValueError, match="must be below 1"):
        broken()  # type: ignore[operator]


@given(st.floats(1, 1000), st.floats(0, 2000), DISCOUNTS, CONVENTIONS)
def test_at_the_break_even_retention_nothing_is_gained_or_lost(
    m: float, cost: float, i: float, now: bool
) -> None:
    needed = break_even_retention(m, cost, i, now)
    if needed is None:
        assert lifetime_value(m, 1 - 1e-9, i + 1e-9, now, cost) < 1e-3
    elif needed > 0:
        assert lifetime_value(m, needed, i, now, cost) == pytest.approx(0, abs=1e-6)
    else:
        assert lifetime_value(m, 0.0, i, now, cost) >= -1e-9


def test_who_loses_money_never_breaks_even() -> None:
    for now in (False, True):
        assert break_even_retention(-10, 50, 0.1, now) is None
        assert break_even_retention(-10, 0, 0.1, now) is None
        assert break_even_retention(0, 50, 0.1, now) is None
        assert break_even_retention(0, 0, 0.1, now) == 0
        assert break_even_retention(10, 0, 0.1, now) == 0
    assert break_even_retention(60, 50, 0.1, now=True) == 0


@given(MARGINS, st.floats(0.01, 0.94), DISCOUNTS, CONVENTIONS)
def test_a_relative_rise_is_told_only_for_guests_who_are_worth_something(
    m: float, r: float, i: float, now: bool
) -> None:
    value = lifetime_value(m, r, i, now)
    assume(abs(value) > 1e-6)
    rise = relative_rise(m, r, i, 0.05, now)
    assert (rise is None) is (value < 0)
    if rise is not None:
        assert value * (1 + rise) == pytest.approx(lifetime_value(m, r + 0.05, i, now))


def test_no_rise_is_told_up_to_full_retention_or_from_nothing() -> None:
    assert relative_rise(100, 0.95, 0.1, 0.05) is None
    assert relative_rise(100, 0.0, 0.1, 0.05) is None


def test_customer_equity_adds_up() -> None:
    assert customer_equity([10, 5], [100.0, -20.0]) == pytest.approx(900)
    assert customer_equity([], []) == 0
