"""Scores of SERVQUAL and SERVPERF: the course's test vectors, and other programs' results."""

from __future__ import annotations

import math
from collections import defaultdict

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from servicequality.content import load
from servicequality.model.servqual import (
    cronbach_alpha,
    gaps,
    paired_gap,
    places,
    t_critical,
    variance,
    weighted,
)

stable = settings(derandomize=True, database=None, deadline=None)
ratings = st.lists(st.integers(1, 7).map(float), min_size=6, max_size=40)

SIZES = [4, 5, 4, 4, 5]
EXPECTED = [5.2, 6.5, 6.3, 6.2, 5.9]
PERCEIVED = [4.9, 5.6, 5.8, 6.0, 5.5]
POINTS = [11.0, 32.0, 22.0, 19.0, 16.0]


def near(value: float, tolerance: float = 1e-9) -> object:
    """Equal but for the last digits."""
    return pytest.approx(value, abs=tolerance)


def answers(column: str) -> dict[str, list[float]]:
    """A column of the hotel's survey, by attribute; guests in one order."""
    found: dict[str, list[float]] = defaultdict(list)
    for row in load("hotel/guest_survey"):
        found[row["attribute_id"]].append(float(row[column]))
    return found


def test_the_test_vector_has_five_overall_scores() -> None:
    found = gaps(PERCEIVED, EXPECTED)
    assert found == near([-0.3, -0.9, -0.5, -0.2, -0.4])
    assert weighted(found, [1.0] * 5) == near(-0.460)
    assert weighted(found, [float(size) for size in SIZES]) == near(-0.4773, 5e-5)
    assert weighted(found, POINTS) == near(-0.533)
    assert weighted(PERCEIVED, [1.0] * 5) == near(5.560)
    assert weighted(PERCEIVED, POINTS) == near(5.627)


@stable
@given(st.lists(st.tuples(st.floats(-6, 6), st.floats(0.1, 100)), min_size=1, max_size=10))
def test_a_weighted_mean_lies_between_its_scores(pairs: list[tuple[float, float]]) -> None:
    scores = [score for score, _ in pairs]
    weights = [weight for _, weight in pairs]
    found = weighted(scores, weights)
    assert min(scores) - 1e-9 <= found <= max(scores) + 1e-9
    assert found == near(float(numpy.average(scores, weights=weights)))
    assert weighted(scores, [3 * weight for weight in weights]) == near(found)


@stable
@given(st.lists(st.integers(-600, 600).map(lambda n: n / 100), min_size=1, max_size=12))
def test_places_are_those_of_scipy(scores: list[float]) -> None:
    found = places(scores)
    assert found == list(stats.rankdata(scores, method="ordinal"))
    assert sorted(found) == list(range(1, len(scores) + 1))


def test_alpha_is_what_pingouin_finds() -> None:
    # pingouin 0.7.0, cronbach_alpha() on data/hotel/guest_survey.csv
    perceived, expected = answers("perception"), answers("expectation")
    tangibles = ["cleanliness", "breakfast", "thermal_pool", "lobby_design"]
    reliability = ["quiet_night", "wifi", "clear_bill"]
    for column, names, alpha in [
        (perceived, tangibles, 0.0035414859786067803),
        (perceived, reliability, -0.027698863636363757),
        (perceived, list(perceived), 0.3638890875996533),
        (expected, tangibles, 0.540743492582411),
        (expected, reliability, 0.17826176289295287),
        (expected, list(expected), 0.7047714257365318),
    ]:
        assert cronbach_alpha([column[name] for name in names]) == near(alpha)


def test_alpha_of_equal_items_is_one_and_of_constant_sums_there_is_none() -> None:
    assert cronbach_alpha([[1.0, 2.0, 5.0], [1.0, 2.0, 5.0], [1.0, 2.0, 5.0]]) == near(1.0)
    assert cronbach_alpha([[1.0, 2.0], [2.0, 1.0]]) is None


@stable
@given(st.integers(2, 6).flatmap(lambda n: st.lists(st.lists(
    st.integers(1, 7).map(float), min_size=8, max_size=8), min_size=n, max_size=n)))  # fmt: skip
def test_alpha_is_that_of_the_covariances(items: list[list[float]]) -> None:
    table = numpy.cov(numpy.array(items))
    found = cronbach_alpha(items)
    if table.sum() < 1e-9:
        assert found is None
    else:
        share = numpy.trace(table) / table.sum()
        assert found == near(len(items) / (len(items) - 1) * (1 - share), 1e-6)


@stable
@given(ratings)
def test_the_variance_is_that_of_numpy(values: list[float]) -> None:
    assert variance(values) == near(float(numpy.var(values, ddof=1)))


@pytest.mark.parametrize("freedom", [5, 10, 17, 23, 29, 47, 119, 414, 10_000])
def test_the_critical_t_is_that_of_scipy(freedom: int) -> None:
    assert t_critical(freedom) == near(float(stats.t.ppf(0.975, freedom)), 6e-4)


def test_the_paired_test_is_the_published_one() -> None:
    # Tefera and Govender (2017); the spread follows from mean, t and N.
    published = {row["quantity"]: row["value"] for row in load("published/tefera_govender_2017")}
    people = int(published["guests"])
    spread = published["mean_gap"] / published["t"] * math.sqrt(people)
    assert spread == near(0.4862, 5e-5)
    assert spread / math.sqrt(people) == near(0.02386, 5e-6)
    found = paired_gap(published["mean_gap"], spread, people)
    assert found["t"] == near(3.100)
    assert found["low"] == near(0.0271, 5e-5)
    assert found["high"] == near(0.1209, 5e-5)
    assert (found["low"], found["high"]) == near((published["ci_low"], published["ci_high"]), 5e-4)
    assert found["effect"] == near(0.152, 5e-4)
    assert 2 * stats.t.sf(found["t"], people - 1) == near(0.00207, 1e-5)
    shares = [published[f"share_{name}"] for name in ("above", "equal", "below")]
    assert sum(shares) == near(100.0)


@pytest.mark.parametrize("attribute", list(answers("perception")))
def test_the_paired_test_is_that_of_scipy(attribute: str) -> None:
    perceived, expected = answers("perception")[attribute], answers("expectation")[attribute]
    differences = gaps(perceived, expected)
    result = stats.ttest_rel(perceived, expected)
    low, high = result.confidence_interval()
    gap = sum(differences) / len(differences)
    found = paired_gap(gap, math.sqrt(variance(differences)), len(differences))
    assert found["t"] == near(float(result.statistic))
    assert (found["low"], found["high"]) == near((low, high), 1e-5)


def test_the_paired_test_is_that_of_pingouin() -> None:
    # pingouin 0.7.0, ttest(paired=True) for the clear bill of all guests
    differences = gaps(answers("perception")["clear_bill"], answers("expectation")["clear_bill"])
    found = paired_gap(sum(differences) / 120, math.sqrt(variance(differences)), 120)
    assert found["t"] == near(0.510311, 5e-7)
    assert (found["low"], found["high"]) == near((-0.17, 0.28), 5e-3)


@pytest.mark.parametrize(
    "call",
    [
        lambda: gaps([1.0], [1.0, 2.0]),
        lambda: weighted([1.0], [1.0, 2.0]),
        lambda: weighted([1.0], [0.0]),
        lambda: variance([1.0]),
        lambda: cronbach_alpha([[1.0, 2.0]]),
        lambda: cronbach_alpha([[1.0, 2.0], [1.0]]),
        lambda: paired_gap(0.1, 0.0, 20),
        lambda: paired_gap(0.1, 0.5, 5),
    ],
)
def test_what_cannot_be_computed_is_refused(call: object) -> None:
    with pytest.raises(ValueError, match=r"\(\) needs"):
        call()  # type: ignore[operator]
