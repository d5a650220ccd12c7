"""Retention and profit: the values of the literature notes, and what always holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicequality.model.lifetime_value import lifetime_value, relative_rise
from servicequality.model.retention_profit import (
    profit_rise,
    programme_limit,
    value_with_programme,
)


@pytest.mark.parametrize(
    # Literature notes, 2.10: five points more, 10% discount, this year's margin counted.
    ("retention", "rise"),
    [(0.60, 0.11), (0.80, 0.20), (0.90, 0.33)],
)
def test_the_rises_of_the_literature(retention: float, rise: float) -> None:
    assert relative_rise(100, retention, 0.10, 0.05, now=True) == pytest.approx(rise, abs=5e-3)


def test_ten_euros_a_year_at_60_percent() -> None:
    assert programme_limit(100, 0.60, 0.10, 0.05) == pytest.approx(10)


@given(st.floats(10, 500), st.floats(0.2, 0.9), st.floats(0, 0.2), st.floats(0.01, 0.09))
def test_at_the_limit_the_value_stays(
    margin: float, retention: float, discount: float, points: float
) -> None:
    cost = programme_limit(margin, retention, discount, points)
    before = lifetime_value(margin, retention, discount, now=True)
    assert value_with_programme(margin, retention, discount, points, cost) == pytest.approx(before)


@given(st.floats(-0.5, 2), st.floats(0, 0.9))
def test_fixed_cost_makes_every_change_larger(rise: float, fixed: float) -> None:
    assert abs(profit_rise(rise, fixed)) >= abs(rise)
    assert profit_rise(rise, 0) == rise
    assert profit_rise(rise, 0.5) == pytest.approx(2 * rise)
