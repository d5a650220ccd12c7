"""Retention that rises: the fit to published data, and what the model always does."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize
from scipy.special import betaln

from servicequality.content import load
from servicequality.model.lifetime_value import lifetime_value
from servicequality.model.rising_retention import (
    constant_retention,
    constant_shares,
    fit,
    kept_shares,
    log_likelihood,
    slopes,
    value_of_kept,
    yearly_retention,
)

# literature.md D1: Fader and Hardie (2007), high-end segment, percent of the cohort.
D1 = (100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1, 46.8, 44.5, 42.7, 40.9, 39.4)
COHORT = [10 * percent for percent in D1]
RATES = (0.869, 0.855, 0.879, 0.908, 0.929, 0.938, 0.950, 0.953, 0.951, 0.960, 0.958, 0.963)
ALPHAS, BETAS = st.floats(0.05, 20), st.floats(0.05, 50)
YEARS = st.integers(0, 40)


def test_the_published_series_is_that_of_the_literature() -> None:
    rows = load("published/retention_series")
    assert [row["year"] for row in rows] == list(range(13))
    assert tuple(row["surviving"] for row in rows) == D1
    assert {row["source"] for row in rows} == {"fader2007"}


def test_its_yearly_retention_rises() -> None:
    found = [after / before for before, after in pairwise(D1)]
    assert found == pytest.approx(RATES, abs=6e-4)


def test_the_fit_to_seven_years_is_that_of_the_literature() -> None:
    alpha, beta = fit(COHORT[:8])
    assert (round(alpha, 4), round(beta, 4)) == (0.6681, 3.8061)
    assert log_likelihood(alpha, beta, COHORT[:8]) == pytest.approx(-1611.16, abs=5e-3)
    assert kept_shares(alpha, beta, 12)[12] == pytest.approx(0.378, abs=5e-4)


def test_the_fit_to_all_years_is_that_of_the_literature() -> None:
    assert fit(COHORT) == pytest.approx((0.596, 3.327), abs=5e-4)


def test_a_constant_rate_falls_far_short_after_twelve_years() -> None:
    assert constant_shares(0.869, 12)[12] == pytest.approx(0.185, abs=5e-4)


def test_lifetime_values_of_the_literature() -> None:
    assert lifetime_value(1, 0.869, 0.1, now=True) == pytest.approx(4.762, abs=5e-4)
    assert value_of_kept(1, 0.668, 3.806, 0.1, years=1999) == pytest.approx(5.923, abs=5e-4)


@pytest.mark.parametrize("years", range(3, 13))
def test_the_fit_agrees_with_a_general_optimiser(years: int) -> None:
    cohort = COHORT[: years + 1]

    def badness(logs: list[float]) -> float:
        alpha, beta = math.exp(logs[0]), math.exp(logs[1])
        whole = betaln(alpha, beta)
        found = cohort[-1] * (betaln(alpha, beta + years) - whole)
        for year in range(1, years + 1):
            left = cohort[year - 1] - cohort[year]
            found += left * (betaln(alpha + 1, beta + year - 1) - whole)
        return -float(found)

    exactly = {"xatol": 1e-9, "fatol": 1e-9, "maxiter": 4000}
    best = minimize(badness, [0.0, 1.0], method="Nelder-Mead", options=exactly)
    alpha, beta = fit(cohort)
    assert (alpha, beta) == pytest.approx(tuple(map(math.exp, best.x)), rel=1e-4)
    assert log_likelihood(alpha, beta, cohort) == pytest.approx(-best.fun, rel=1e-9)


def test_the_fit_does_not_depend_on_the_size_of_the_cohort() -> None:
    assert fit(list(D1[:8])) == pytest.approx(fit(COHORT[:8]), rel=1e-8)


def test_two_years_in_which_retention_falls_have_no_fit() -> None:
    with pytest.raises(ValueError, match="no best fit"):
        fit(COHORT[:3])


@given(ALPHAS, BETAS, YEARS)
def test_shares_are_those_of_the_beta_function(alpha: float, beta: float, years: int) -> None:
    expected = math.exp(betaln(alpha, beta + years) - betaln(alpha, beta))
    assert kept_shares(alpha, beta, years)[years] == pytest.approx(expected, rel=1e-9)


@given(ALPHAS, BETAS, st.integers(1, 40))
def test_retention_always_rises_and_stays_below_one(alpha: float, beta: float, year: int) -> None:
    now, later = yearly_retention(alpha, beta, year), yearly_retention(alpha, beta, year + 1)
    assert 0 < now < later < 1


@given(ALPHAS, BETAS, st.floats(0.05, 0.3), st.integers(0, 20))
def test_who_has_stayed_longer_is_worth_more(
    alpha: float, beta: float, discount: float, kept: int
) -> None:
    new = value_of_kept(100, alpha, beta, discount, kept)
    assert (
        new < value_of_kept(100, alpha, beta, discount, kept + 1) < 100 * (1 + discount) / discount
    )


@given(ALPHAS, BETAS, st.floats(0.05, 0.3))
def test_the_first_years_rate_undervalues_a_new_customer(
    alpha: float, beta: float, discount: float
) -> None:
    first = lifetime_value(100, yearly_retention(alpha, beta, 1), discount, now=True)
    assert value_of_kept(100, alpha, beta, discount) > first


@given(st.floats(0.05, 0.99), st.integers(1, 12))
def test_the_constant_rate_of_a_constant_cohort_is_found_again(rate: float, years: int) -> None:
    assert constant_retention(constant_shares(rate, years)) == pytest.approx(rate)


@given(st.floats(0.2, 5), st.floats(0.5, 20))
def test_the_slopes_are_those_of_the_log_likelihood(alpha: float, beta: float) -> None:
    step = 1e-5
    by_alpha, by_beta, twice, mixed, twice_beta = slopes(alpha, beta, COHORT)

    def change(a: float, b: float) -> float:
        up = log_likelihood(alpha + a, beta + b, COHORT)
        return (up - log_likelihood(alpha - a, beta - b, COHORT)) / (2 * step)

    assert by_alpha == pytest.approx(change(step, 0), rel=1e-4, abs=1e-2)
    assert by_beta == pytest.approx(change(0, step), rel=1e-4, abs=1e-2)
    up, down = slopes(alpha + step, beta, COHORT), slopes(alpha - step, beta, COHORT)
    assert twice == pytest.approx((up[0] - down[0]) / (2 * step), rel=1e-4, abs=1e-2)
    assert mixed == pytest.approx((up[1] - down[1]) / (2 * step), rel=1e-4, abs=1e-2)
    up, down = slopes(alpha, beta + step, COHORT), slopes(alpha, beta - step, COHORT)
    assert twice_beta == pytest.approx((up[1] - down[1]) / (2 * step), rel=1e-4, abs=1e-2)
