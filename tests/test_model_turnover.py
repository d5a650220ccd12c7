"""The price of turnover by the line of Simons and Hinkin (2001)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicequality.model.turnover import ZERO_AT, cost_per_point, quoted


@pytest.mark.parametrize(
    # Literature notes, D2: the two quoted points, and two worked out from the line.
    ("adr", "cost"),
    [(125, 32_750), (65, 1_250), (90, 14_375), (100, 19_625)],
)
def test_points_of_the_line(adr: float, cost: float) -> None:
    assert cost_per_point(adr) == cost


def test_the_line_begins_where_it_is_zero() -> None:
    assert pytest.approx(62.62, abs=5e-3) == ZERO_AT
    assert cost_per_point(ZERO_AT) == pytest.approx(0, abs=1e-6)
    assert cost_per_point(62.61) is None
    assert cost_per_point(0) is None


@given(st.floats(0, 1000), st.floats(0, 1000))
def test_the_cost_is_never_negative_and_rises_by_525_a_dollar(one: float, other: float) -> None:
    low, high = sorted((one, other))
    less, more = cost_per_point(low), cost_per_point(high)
    if less is None:
        assert low < 62.62
        return
    assert more is not None
    assert less >= -1e-6
    assert more - less == pytest.approx(525 * (high - low), abs=1e-6)


def test_what_is_quoted() -> None:
    assert [quoted(adr) for adr in (64, 65, 90, 125, 126)] == [False, True, True, True, False]
