"""The recovery limit: the literature's test vector, and the optimum against scipy."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.optimize import minimize_scalar

from servicequality.model.lifetime_value import lifetime_value
from servicequality.model.recovery_limit import (
    amount_within,
    best_limit,
    gain_at_once,
    gain_of_limit,
    share_within,
    worth_of_return,
)

stable = settings(derandomize=True, database=None, deadline=None)
shapes = st.sampled_from(["even", "small"])
largest = st.integers(50, 600).map(float)
gain = st.integers(1, 200).map(float)
waste = st.integers(1, 60).map(lambda n: n / 100)


def density(amount: float, most: float, shape: str) -> float:
    """How frequent an amount is."""
    return 1 / most if shape == "even" else 2 * (most - amount) / most**2


def test_the_test_vector_of_the_literature() -> None:
    """M = 200, c = 15, e = 0.10: B* = 150; the expected costs are 9.375, 15 (B = 0), 10 (200)."""
    assert best_limit(15.0, 0.10, 200.0) == pytest.approx(150)
    for limit, cost in ((150.0, 9.375), (0.0, 15.0), (200.0, 10.0)):
        assert 15 - gain_of_limit(limit, 15.0, 0.10, 200.0, "even") == pytest.approx(cost)


@given(st.floats(0, 700), largest, shapes)
@stable
def test_shares_and_amounts_are_integrals(limit: float, most: float, shape: str) -> None:
    end = min(limit, most)
    share = quad(lambda x: density(x, most, shape), 0, end)[0]
    amount = quad(lambda x: x * density(x, most, shape), 0, end)[0]
    assert share_within(limit, most, shape) == pytest.approx(share, abs=1e-9)
    assert amount_within(limit, most, shape) == pytest.approx(amount, abs=1e-6)


@given(gain, waste, largest, shapes)
@stable
def test_no_limit_gains_more_than_the_best(g: float, e: float, most: float, shape: str) -> None:
    best = best_limit(g, e, most)
    found = minimize_scalar(
        lambda limit: -gain_of_limit(limit, g, e, most, shape), bounds=(0, most), method="bounded"
    )
    assert gain_of_limit(best, g, e, most, shape) >= -found.fun - 1e-6
    assert best == pytest.approx(min(most, g / e))


@given(gain, waste, largest)
@stable
def test_half_of_the_best_brings_three_quarters_and_twice_nothing(
    g: float, e: float, most: float
) -> None:
    best = best_limit(g, e, most)
    if best == most:
        return
    top = gain_of_limit(best, g, e, most, "even")
    assert gain_of_limit(best / 2, g, e, most, "even") == pytest.approx(0.75 * top)
    if 2 * best <= most:
        assert gain_of_limit(2 * best, g, e, most, "even") == pytest.approx(0, abs=1e-9)


def test_nothing_is_gained_where_asking_is_better() -> None:
    assert gain_at_once(450.0, 0.5, 0.6, 15.0) == pytest.approx(-30)
    assert best_limit(-30.0, 0.25, 300.0) == 0
    assert best_limit(60.0, 0.0, 300.0) == 300


@given(st.integers(0, 500), st.integers(0, 95), st.integers(0, 30))
@stable
def test_the_worth_of_a_return_is_the_lifetime_value_without_its_first_chance(
    margin: int, retention: int, discount: int
) -> None:
    r, i = retention / 100, discount / 100
    if r < 1 + i:
        assert r * worth_of_return(margin, r, i) == pytest.approx(lifetime_value(margin, r, i))


def test_a_guest_who_never_leaves_is_refused() -> None:
    with pytest.raises(ValueError, match="retention"):
        worth_of_return(100.0, 1.2, 0.1)
