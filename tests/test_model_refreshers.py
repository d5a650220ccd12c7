"""How a skill fades and how often it must be refreshed: the published half-lives, and laws."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq

from servicequality.model.refreshers import (
    months_above,
    skill_left,
    still_there,
    team_left,
    turnover_half_life,
    worth_own,
    yearly_cost,
)

HALF_LIVES = st.floats(0.5, 60)
SHARES = st.floats(0.05, 0.99)
TURNOVERS = st.floats(0, 0.8)
MONTHS = st.floats(0, 36)

# The course's literature notes, section 2.17: what is left after 1, 2, 3, 6 and 12 months, and when
# to refresh at 80%.
TABLE = {
    2.5: ([0.758, 0.574, 0.435, 0.189, 0.036], 0.80),
    6.5: ([0.899, 0.808, 0.726, 0.527, 0.278], 2.09),
    11: ([0.939, 0.882, 0.828, 0.685, 0.469], 3.54),
    13: ([0.948, 0.899, 0.852, 0.726, 0.527], 4.19),
}


@pytest.mark.parametrize("half_life", TABLE)
def test_known_values(half_life: float) -> None:
    left, refresh = TABLE[half_life]
    for months, share in zip([1, 2, 3, 6, 12], left, strict=True):
        assert skill_left(months, half_life) == pytest.approx(share, abs=6e-4)
    assert months_above(0.8, half_life) == pytest.approx(refresh, abs=5e-3)


def test_both_shapes_lose_half_at_the_half_life() -> None:
    for straight in (False, True):
        assert skill_left(6.5, 6.5, straight) == pytest.approx(0.5)
    assert skill_left(13, 6.5, True) == 0
    assert skill_left(40, 6.5, True) == 0
    assert months_above(0.8, 6.5, True) == pytest.approx(2.6)


def test_leavers_act_like_a_half_life() -> None:
    assert turnover_half_life(0.5) == pytest.approx(12)
    assert turnover_half_life(0.4) == pytest.approx(16.28, abs=5e-3)
    assert still_there(12, 0.4) == pytest.approx(0.6)
    # Two half-lives together: one over the sum of one over each.
    together = 1 / (1 / 13 + 1 / turnover_half_life(0.4))
    assert months_above(0.8, 13, turnover=0.4) == pytest.approx(months_above(0.8, together))


def test_cost() -> None:
    assert yearly_cost(1, 216, 450) == 666
    assert yearly_cost(4, 216, 80, 1800) == 2984
    assert worth_own(1800, 450, 80) == pytest.approx(4.865, abs=5e-4)
    assert worth_own(1800, 80, 80) is None


@given(SHARES, HALF_LIVES, st.booleans(), TURNOVERS)
def test_at_the_month_that_was_found_the_team_has_that_share(
    share: float, half_life: float, straight: bool, turnover: float
) -> None:
    months = months_above(share, half_life, straight, turnover)
    assert team_left(months, half_life, straight, turnover) == pytest.approx(share)


@given(SHARES, HALF_LIVES, TURNOVERS)
def test_halving_finds_what_scipy_finds(share: float, half_life: float, turnover: float) -> None:
    def over(months: float) -> float:
        return (1 - months / (2 * half_life)) * (1 - turnover) ** (months / 12) - share

    root = brentq(over, 0, 2 * half_life, xtol=1e-13)
    assert months_above(share, half_life, True, turnover) == pytest.approx(root, rel=1e-9)


@given(MONTHS, HALF_LIVES, TURNOVERS)
def test_the_shares_are_powers_of_one_half_and_of_those_who_stay(
    months: float, half_life: float, turnover: float
) -> None:
    expected = np.power(0.5, months / half_life) * np.power(1 - turnover, months / 12)
    assert team_left(months, half_life, False, turnover) == pytest.approx(float(expected))


@given(SHARES, HALF_LIVES, st.booleans(), st.floats(0, 0.7))
def test_who_asks_for_more_or_loses_more_people_refreshes_sooner(
    share: float, half_life: float, straight: bool, turnover: float
) -> None:
    months = months_above(share, half_life, straight, turnover)
    assert months_above(share / 2 + 0.5, half_life, straight, turnover) < months
    assert months_above(share, half_life, straight, turnover + 0.1) < months
    assert months_above(share, 2 * half_life, straight, turnover) > months


@given(HALF_LIVES, MONTHS)
def test_before_the_half_life_the_straight_line_lies_higher(half: float, months: float) -> None:
    straight, curve = skill_left(months, half, True), skill_left(months, half)
    assert straight >= curve - 1e-9 if months <= half else straight <= curve + 1e-9


@pytest.mark.parametrize(
    "call",
    [
        lambda: skill_left(1, 0),
        lambda: still_there(1, 1),
        lambda: months_above(0, 6.5),
        lambda: months_above(1.1, 6.5),
        lambda: turnover_half_life(0),
        lambda: turnover_half_life(1),
    ],
)
def test_what_makes_no_sense_is_refused(call: object) -> None:
    with pytest.raises(ValueError, match="must"):
        call()  # type: ignore[operator]
