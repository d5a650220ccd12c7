"""Intervals of a share, visits needed and reliability, against scipy and the course's vectors."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from servicequality.model.visits import (
    at_most,
    exact_interval,
    mean_reliability,
    normal_interval,
    rounded_up,
    visits_for_margin,
    visits_for_reliability,
    wilson_interval,
)

stable = settings(derandomize=True, database=None, deadline=None)
counts = st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def near(value: object, tolerance: float = 1e-9) -> object:
    """Equal but for the last digits."""
    return pytest.approx(value, abs=tolerance)


@stable
@given(counts)
def test_intervals_are_those_of_scipy(pair: tuple[int, int]) -> None:
    met, visits = pair
    test = stats.binomtest(met, visits)
    wilson, exact = test.proportion_ci(method="wilson"), test.proportion_ci(method="exact")
    assert wilson_interval(met, visits) == near([wilson.low, wilson.high])
    assert exact_interval(met, visits) == near([exact.low, exact.high], 1e-8)


@stable
@given(counts, st.integers(0, 100))
def test_the_binomial_tail_is_that_of_scipy(pair: tuple[int, int], percent: int) -> None:
    met, visits = pair
    assert at_most(met, visits, percent / 100) == near(
        float(stats.binom.cdf(met, visits, percent / 100))
    )


@stable
@given(st.integers(1, 40), st.integers(1, 99))
def test_the_exact_interval_holds_the_true_share_in_95_percent_of_all_cases(
    visits: int, percent: int
) -> None:
    chance = percent / 100
    covered = 0.0
    for met in range(visits + 1):
        low, high = exact_interval(met, visits)
        assert 0 <= low <= met / visits <= high <= 1
        if low <= chance <= high:
            covered += float(stats.binom.pmf(met, visits, chance))
    assert covered >= 0.95 - 1e-9


def test_the_wilson_interval_of_the_literature() -> None:
    # 217 of 315 prices remembered rightly (van der Tang)
    assert wilson_interval(217, 315) == near([0.636, 0.737], 5e-4)


def test_the_normal_interval_has_no_width_where_all_were_met() -> None:
    assert normal_interval(8, 8) == [1.0, 1.0]
    assert normal_interval(0, 8) == [0.0, 0.0]
    low, high = normal_interval(6, 8)
    assert (low, high) == near((0.75 - 1.959964 * math.sqrt(0.75 * 0.25 / 8), 1.0), 1e-6)


@pytest.mark.parametrize(
    ("share", "margin", "cases", "visits"),
    [(0.5, 0.10, None, 97), (0.5, 0.05, None, 385), (0.7, 0.10, None, 81), (0.5, 0.10, 500, 81)],
)
def test_visits_for_a_margin(share: float, margin: float, cases: int | None, visits: int) -> None:
    assert visits_for_margin(share, margin, cases) == visits


@stable
@given(st.integers(1, 99), st.integers(1, 30), st.integers(10, 10_000))
def test_the_visits_reach_the_margin(percent: int, points: int, cases: int) -> None:
    share, margin = percent / 100, points / 100
    visits = visits_for_margin(share, margin)
    reached = 1.959963984540054 * math.sqrt(share * (1 - share) / visits)
    assert reached <= margin + 1e-9 or visits == 1
    assert visits_for_margin(share, margin, cases) <= min(visits, cases)


@pytest.mark.parametrize(("visits", "reliability"), [(3, 0.562), (5, 0.682), (10, 0.811)])
def test_reliability_of_the_literature(visits: int, reliability: float) -> None:
    assert mean_reliability(0.3, visits) == near(reliability, 6e-4)


def test_ten_visits_are_needed() -> None:
    assert visits_for_reliability(0.3, 0.8) == 10


@stable
@given(st.integers(5, 95), st.integers(5, 95))
def test_the_visits_reach_the_reliability_and_one_fewer_does_not(one: int, wanted: int) -> None:
    single, target = one / 100, wanted / 100
    visits = visits_for_reliability(single, target)
    assert mean_reliability(single, visits) >= target - 1e-9
    if visits > 1:
        assert mean_reliability(single, visits - 1) < target + 1e-9


@pytest.mark.parametrize(("value", "whole"), [(9.33, 10), (9.0, 9), (9.0 + 1e-12, 9), (0.2, 1)])
def test_visits_are_whole(value: float, whole: int) -> None:
    assert rounded_up(value) == whole
