"""The balance of guests who come back and guests who are won."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicequality.model.returning import guests_by_year, settles_at, to_stand_still

GUESTS = st.floats(1, 10_000)
RETURNING = st.floats(0, 0.9)
YEARS = st.integers(0, 30)


def test_known_values() -> None:
    assert guests_by_year(4000, 0.3, 2600, 2) == pytest.approx([4000, 3800, 3740])
    assert to_stand_still(4000, 0.3) == pytest.approx(2800)
    assert settles_at(2600, 0.3) == pytest.approx(3714.2857, abs=1e-4)


@given(GUESTS, RETURNING, GUESTS, YEARS)
def test_the_years_follow_the_closed_form(
    guests: float, returning: float, won: float, years: int
) -> None:
    level = settles_at(won, returning)
    expected = level + (guests - level) * returning**years
    assert guests_by_year(guests, returning, won, years)[-1] == pytest.approx(expected)


@given(GUESTS, RETURNING, YEARS)
def test_who_wins_as_many_as_are_lost_stands_still(
    guests: float, returning: float, years: int
) -> None:
    won = to_stand_still(guests, returning)
    assert guests_by_year(guests, returning, won, years) == pytest.approx([guests] * (years + 1))


@given(GUESTS, RETURNING)
def test_at_the_level_where_the_years_lead_as_many_are_lost_as_won(
    won: float, returning: float
) -> None:
    assert to_stand_still(settles_at(won, returning), returning) == pytest.approx(won)
