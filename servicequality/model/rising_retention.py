"""Retention that rises because the less loyal leave first: the shifted-beta-geometric model.

After Fader and Hardie (2007). Each customer has a chance of leaving of his own, the same every
year. The chances of all customers follow a beta distribution with `alpha` and `beta` (both above
0): its mean alpha/(alpha + beta) is the share that leaves in the first year. Nobody changes, but
those with a high chance leave early, so the retention of those who are left rises.

`survivors` are shares or numbers of a cohort by year, year 0 first, never rising.
"""

from __future__ import annotations

from math import exp, log

from servicequality.core.numbers import total

# Enough years for a discount rate of 5% or more: what follows adds less than 1e-18.
MANY_YEARS = 1000
NEWTON_STEPS = 200
# No step multiplies or divides alpha or beta by more than e².
LONGEST_STEP = 2.0
# Beyond this the retention does not rise any more.
ALL_ALIKE = 1e4


def yearly_retention(alpha: float, beta: float, year: int) -> float:
    """The share of those still there that stays in a year (1 for the first): rises with it.

    (beta + t − 1)/(alpha + beta + t − 1).
    """
    return (beta + year - 1) / (alpha + beta + year - 1)


def kept_shares(alpha: float, beta: float, years: int) -> list[float]:
    """The share of the cohort that is still there after 0, 1, … `years` years."""
    shares = [1.0]
    for year in range(1, years + 1):
        shares.append(shares[-1] * yearly_retention(alpha, beta, year))
    return shares


def constant_shares(retention: float, years: int) -> list[float]:
    """The same where the same share stays every year."""
    shares = [1.0]
    for _ in range(years):
        shares.append(shares[-1] * retention)
    return shares


def constant_retention(survivors: list[float]) -> float:
    """The one retention that fits a cohort best: 1 less leavings over customer-years at risk.

    It is the maximum-likelihood estimate of the geometric model. Two years or more, year 0
    counted, are needed.
    """
    return 1 - (survivors[0] - survivors[-1]) / total(survivors[:-1])


def value_of_kept(
    margin: float,
    alpha: float,
    beta: float,
    discount: float,
    kept: int = 0,
    years: int = MANY_YEARS,
) -> float:
    """The lifetime value in euros of a customer who has stayed `kept` years already.

    This year's margin counts; `margin` is that of a year, `discount` a share a year (0.05 or more,
    so that `years` are enough).
    """
    parts = []
    today = margin
    for year in range(years + 1):
        parts.append(today)
        today = today * yearly_retention(alpha, beta, kept + year + 1) / (1 + discount)
    return total(parts)


def log_likelihood(alpha: float, beta: float, survivors: list[float]) -> float:
    """How well the model fits a cohort, given as numbers of customers: higher is better."""
    parts = []
    for year in range(1, len(survivors)):
        left = survivors[year - 1] - survivors[year]
        parts.append(left * log_share_leaving(alpha, beta, year))
    parts.append(survivors[-1] * log(kept_shares(alpha, beta, len(survivors) - 1)[-1]))
    return total(parts)


def log_share_leaving(alpha: float, beta: float, year: int) -> float:
    """The logarithm of the share of the cohort that leaves in a year, 1 for the first."""
    left = 1 - yearly_retention(alpha, beta, year)
    return log(kept_shares(alpha, beta, year - 1)[-1] * left)


def slopes(
    alpha: float, beta: float, survivors: list[float]
) -> tuple[float, float, float, float, float]:
    """The first derivatives of the log-likelihood by alpha and beta, and the three second ones."""
    by_alpha, by_beta, twice_alpha, mixed, twice_beta = [], [], [], [], []
    last = len(survivors) - 1
    for year in range(1, last + 1):
        stayed, left = survivors[year], survivors[year - 1] - survivors[year]
        # ln retention = ln(beta + t − 1) − ln(alpha + beta + t − 1); ln leaving = ln alpha − …
        whole, part = 1 / (alpha + beta + year - 1), 1 / (beta + year - 1)
        at_risk = stayed + left
        by_alpha.append(left / alpha - at_risk * whole)
        by_beta.append(stayed * part - at_risk * whole)
        twice_alpha.append(at_risk * whole * whole - left / (alpha * alpha))
        mixed.append(at_risk * whole * whole)
        twice_beta.append(at_risk * whole * whole - stayed * part * part)
    return total(by_alpha), total(by_beta), total(twice_alpha), total(mixed), total(twice_beta)


def fit(survivors: list[float]) -> tuple[float, float]:
    """The alpha and beta that fit a cohort best (maximum likelihood), by Newton's method.

    The cohort must show a retention that rises on the whole; else there is no best fit, and
    ValueError is raised.
    """
    alpha, beta = 1.0, 4.0
    now = log_likelihood(alpha, beta, survivors)
    for _ in range(NEWTON_STEPS):
        by_alpha, by_beta, aa, ab, bb = slopes(alpha, beta, survivors)
        # In the logarithms of alpha and beta, so that both stay above 0.
        first, second = alpha * by_alpha, beta * by_beta
        faa, fab, fbb = alpha * alpha * aa + first, alpha * beta * ab, beta * beta * bb + second
        determinant = faa * fbb - fab * fab
        if faa < 0 < determinant:
            step_a = (fab * second - fbb * first) / determinant
            step_b = (fab * first - faa * second) / determinant
        else:
            scale = abs(first) + abs(second)
            step_a, step_b = first / scale, second / scale
        length = min(1.0, LONGEST_STEP / max(abs(step_a), abs(step_b), 1e-300))
        while True:
            next_a, next_b = alpha * exp(length * step_a), beta * exp(length * step_b)
            then = log_likelihood(next_a, next_b, survivors)
            if then >= now or length < 1e-9:
                break
            length = length / 2
        moved = abs(next_a - alpha) / alpha + abs(next_b - beta) / beta
        alpha, beta, now = next_a, next_b, then
        if beta > ALL_ALIKE:
            break
        if moved < 1e-12:
            return alpha, beta
    raise ValueError("the cohort has no best fit")
