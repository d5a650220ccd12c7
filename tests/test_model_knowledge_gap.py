"""Gap 1 over several attributes: sizes, shares, and money spent on remedies."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicequality.model.knowledge_gap import (
    best_spending,
    closed_share,
    mean_absolute,
    misallocated_share,
    shares,
)

POINTS = st.lists(st.integers(0, 100), min_size=2, max_size=10).filter(any)


def test_mean_absolute_ignores_signs() -> None:
    assert mean_absolute([-1.5, 0.5, 1.0]) == pytest.approx(1.0)


def test_shares_of_nothing_are_none() -> None:
    assert shares([0.0, 0.0]) is None


@given(POINTS)
def test_shares_add_up_to_one(points: list[int]) -> None:
    found = shares([float(point) for point in points])
    assert found is not None
    assert math.isclose(math.fsum(found), 1.0, rel_tol=1e-12)


def test_misallocated_share_known_values() -> None:
    assert misallocated_share([1.0, 0.0], [0.0, 1.0]) == 1.0
    assert misallocated_share([0.5, 0.5], [0.5, 0.5]) == 0.0
    assert misallocated_share([0.7, 0.3], [0.5, 0.5]) == pytest.approx(0.2)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=2, max_size=10))
def test_misallocated_share_lies_between_nothing_and_all(pairs: list[tuple[int, int]]) -> None:
    budget = shares([float(a) for a, _b in pairs])
    weights = shares([float(b) for _a, b in pairs])
    if budget is None or weights is None:
        return
    share = misallocated_share(budget, weights)
    assert -1e-12 <= share <= 1 + 1e-12
    # Half the sum of absolute differences is the sum of what is too much.
    too_much = math.fsum(max(0.0, b - w) for b, w in zip(budget, weights, strict=True))
    assert math.isclose(share, too_much, abs_tol=1e-12)


def test_a_cause_is_half_closed_after_one_halving() -> None:
    assert closed_share(0.4, 15, 15) == pytest.approx(0.2)
    assert closed_share(0.4, 30, 15) == pytest.approx(0.3)
    assert closed_share(0.4, 0, 15) == 0.0


@given(st.floats(0.01, 1), st.integers(0, 200), st.integers(1, 50), st.floats(1, 60))
def test_returns_rise_and_diminish(weight: float, money: int, more: int, halving: float) -> None:
    first = closed_share(weight, money, halving)
    second = closed_share(weight, money + more, halving)
    third = closed_share(weight, money + 2 * more, halving)
    assert 0 <= first <= second <= third <= weight
    assert third - second <= second - first + 1e-12


@given(st.lists(st.sampled_from([0.1, 0.2, 0.35, 0.5]), min_size=2, max_size=4), st.integers(0, 12))
def test_best_spending_is_that_of_brute_force(weights: list[float], steps: int) -> None:
    step, halving = 5, 15.0

    def closed(split: tuple[int, ...] | list[int]) -> float:
        return math.fsum(
            closed_share(weight, money, halving)
            for weight, money in zip(weights, split, strict=True)
        )

    budget = steps * step
    every_split = (
        split
        for split in itertools.product(range(0, budget + 1, step), repeat=len(weights))
        if sum(split) == budget
    )
    found = best_spending(weights, halving, budget, step)
    assert sum(found) == budget
    assert closed(found) == pytest.approx(max(closed(split) for split in every_split), abs=1e-12)


def test_what_is_below_one_step_stays_unspent() -> None:
    assert best_spending([0.5], 15.0, 4, 5) == [0]
    assert best_spending([0.5, 0.1], 15.0, 9, 5) == [5, 0]
