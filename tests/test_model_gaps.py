"""The five-gap model: the course's test vector, and what must hold for any ratings."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicequality.model.gaps import (
    earliest_shortfall,
    gap_scores,
    largest_shortfall,
    perception_beyond_delivery,
    raised_expectation,
)

stable = settings(derandomize=True, database=None)
rating = st.integers(10, 70).map(lambda n: n / 10)
share = st.sampled_from([0.0, 0.25, 0.5, 1.0]) | st.floats(0, 1)


def near(value: float) -> object:
    """Equal but for the last digits."""
    return pytest.approx(value, abs=1e-9)


def test_the_scores_of_the_test_vector() -> None:
    scores = gap_scores(6.4, 5.9, 5.6, 5.1, 6.2, 5.0)
    assert scores == near({"G1": -0.5, "G2": -0.3, "G3": -0.5, "G4": -1.1, "G5": -1.4})
    assert perception_beyond_delivery(5.1, 5.0) == near(-0.1)
    assert scores["G1"] + scores["G2"] + scores["G3"] == near(-1.3)
    assert largest_shortfall(scores) == "G4"


@pytest.mark.parametrize(
    ("lowered", "opened", "closed"),
    [
        ("belief", "G1", "G2"),
        ("standard", "G2", "G3"),
        ("delivery", "G3", None),
        ("perception", "G5", None),
    ],
)
def test_lowering_a_rating_opens_one_gap_and_closes_the_next(
    lowered: str, opened: str, closed: str | None
) -> None:
    names = ["expectation", "belief", "standard", "delivery", "promise", "perception"]
    level = dict.fromkeys(names, 5.0)
    assert set(gap_scores(**level).values()) == {0.0}
    scores = gap_scores(**{**level, lowered: 4.0})
    assert scores[opened] == -1.0
    if closed:
        assert scores[closed] == 1.0


def test_a_promise_above_delivery_is_a_negative_gap_4() -> None:
    assert gap_scores(5.0, 5.0, 5.0, 5.0, 6.5, 5.0)["G4"] == -1.5


@given(rating, rating, rating, rating, rating, rating)
@stable
def test_the_scores_add_up(e: float, m: float, s: float, d: float, a: float, p: float) -> None:
    scores = gap_scores(e, m, s, d, a, p)
    together = scores["G1"] + scores["G2"] + scores["G3"] + perception_beyond_delivery(d, p)
    assert scores["G5"] == near(together)
    assert scores["G5"] == near(p - e)


@given(rating, rating, share)
@stable
def test_a_heard_promise_lifts_expectation_towards_it(e: float, a: float, pull: float) -> None:
    raised = raised_expectation(e, a, pull)
    assert e <= raised <= max(e, a) + 1e-9
    if a <= e:
        assert raised == e


def test_a_promise_lifts_by_its_share_of_the_distance() -> None:
    assert raised_expectation(6.0, 7.0, 0.0) == 6.0
    assert raised_expectation(6.0, 7.0, 0.25) == near(6.25)
    assert raised_expectation(6.0, 7.0, 1.0) == near(7.0)


@given(rating, rating, rating, share, share)
@stable
def test_more_promise_or_more_pull_never_lifts_less(
    e: float, a: float, b: float, pull: float, other: float
) -> None:
    low, high = sorted([a, b])
    assert raised_expectation(e, low, pull) <= raised_expectation(e, high, pull) + 1e-9
    less, more = sorted([pull, other])
    assert raised_expectation(e, a, less) <= raised_expectation(e, a, more) + 1e-9


@pytest.mark.parametrize(
    ("scores", "found"),
    [
        ((0.0, 0.0, 0.0, 0.0), "none"),
        ((0.5, 1.0, 0.1, 2.0), "none"),
        ((-0.1, 0.0, 0.0, 0.0), "G1"),
        ((-0.5, -0.3, -0.5, -1.1), "G4"),
        ((-0.5, -0.3, -0.5, 0.0), "several"),
        ((-0.5, -0.5, -0.6, 0.0), "G3"),
        ((-0.6, -0.5, -0.5, -0.5), "G1"),
        ((-1.0, -1.0, -1.0, -1.0), "several"),
        ((5.9 - 6.4, 5.1 - 5.6, 0.0, 0.0), "several"),
        ((5.6 - 5.9, -0.3, 1.0, 1.0), "several"),
        ((-1e-12, 0.0, 0.0, 0.0), "none"),
    ],
)
def test_the_largest_shortfall(scores: tuple[float, ...], found: str) -> None:
    named = dict(zip(["G1", "G2", "G3", "G4"], scores, strict=True))
    assert largest_shortfall({**named, "G5": -9.0}) == found


@pytest.mark.parametrize(
    ("scores", "found"),
    [
        ((0.0, 0.0, 0.0, 0.0), "none"),
        ((0.5, 1.0, 0.1, 2.0), "none"),
        ((-0.1, -2.0, 0.0, 0.0), "G1"),
        ((0.3, -0.1, -0.5, -1.1), "G2"),
        ((0.0, 0.2, -0.5, -1.1), "G3"),
        ((0.0, 0.0, 0.0, -1.1), "G4"),
        ((-1e-12, 0.0, 0.0, -0.1), "G4"),
    ],
)
def test_the_earliest_shortfall(scores: tuple[float, ...], found: str) -> None:
    named = dict(zip(["G1", "G2", "G3", "G4"], scores, strict=True))
    assert earliest_shortfall({**named, "G5": -9.0}) == found


@given(rating, rating, rating, rating, rating, rating)
@stable
def test_the_gap_that_is_named_is_the_lowest(
    e: float, m: float, s: float, d: float, a: float, p: float
) -> None:
    scores = gap_scores(e, m, s, d, a, p)
    provider = {gap: scores[gap] for gap in ("G1", "G2", "G3", "G4")}
    lowest = min(provider.values())
    tied = [gap for gap, score in provider.items() if math.isclose(score, lowest, abs_tol=1e-9)]
    expected = "none" if lowest > -1e-9 else tied[0] if len(tied) == 1 else "several"
    assert largest_shortfall(scores) == expected
