"""How long a programme lives under several dangers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from servicequality.model.programme_survival import (
    half_life,
    survival_after,
    worth,
    yearly_survival,
)

DANGER = st.floats(0, 0.9)
SHARE = st.floats(0, 1)
THREE = st.lists(DANGER, min_size=3, max_size=3)
SHARES = st.lists(SHARE, min_size=3, max_size=3)
NONE = [0.0, 0.0, 0.0]


def test_known_values() -> None:
    assert yearly_survival([0.3, 0.2, 0.1], NONE) == pytest.approx(0.504)
    assert survival_after(0.504, 36) == pytest.approx(0.504**3)
    # The question of the bank: 10%, 20% and 5%, and a deputy who saves three in four.
    assert yearly_survival([0.1, 0.2, 0.05], [0, 0.75, 0]) == pytest.approx(0.81225)
    assert yearly_survival([], []) == 1
    assert survival_after(0.5, 6) == pytest.approx(0.5**0.5)
    assert half_life(0.5) == pytest.approx(12)
    assert half_life(1.0) is None


def test_lists_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="as many safeguards as dangers"):
        yearly_survival([0.1], [])


@given(st.floats(0.05, 0.95), st.floats(1, 60))
def test_it_is_the_survival_of_a_constant_hazard(yearly: float, months: float) -> None:
    scale = half_life(yearly) / stats.expon.median()  # type: ignore[operator]
    assert survival_after(yearly, months) == pytest.approx(stats.expon.sf(months, scale=scale))


@given(THREE, SHARES)
def test_a_safeguard_never_harms(dangers: list[float], protected: list[float]) -> None:
    bare, safer = yearly_survival(dangers, NONE), yearly_survival(dangers, protected)
    assert 0 <= bare <= safer + 1e-12 <= 1 + 1e-9
    assert all(worth(dangers, protected, at, 36) >= -1e-12 for at in range(3))


@given(THREE, SHARES)
def test_together_safeguards_are_worth_at_least_what_they_are_worth_alone(
    dangers: list[float], shares: list[float]
) -> None:
    alone = 0.0
    for at in range(3):
        only = [shares[at] if other == at else 0.0 for other in range(3)]
        alone += worth(dangers, only, at, 36)
    whole = survival_after(yearly_survival(dangers, shares), 36)
    together = whole - survival_after(yearly_survival(dangers, NONE), 36)
    assert together >= alone - 1e-9
