"""Satisfaction, the zone of tolerance, and what one stay does to the next expectation."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicequality.model.tolerance import after_stay, outcome, place_in_zone, stays

stable = settings(derandomize=True, database=None)
rating = st.integers(10, 70).map(lambda n: n / 10)
share = st.floats(0, 1)


@pytest.mark.parametrize(
    ("expectation", "perception", "found"),
    [
        (7.0, 5.0, "dissatisfied"),
        (4.0, 5.0, "delighted"),
        (5.0, 5.0, "satisfied"),
        (5.0, 5.25, "satisfied"),
        (5.0, 5.3, "delighted"),
        (5.9, 5.65, "satisfied"),
        (5.9, 5.6, "dissatisfied"),
    ],
)
def test_the_outcome(expectation: float, perception: float, found: str) -> None:
    assert outcome(expectation, perception) == found


@pytest.mark.parametrize(
    ("perception", "found"),
    [(3.9, "below"), (4.0, "inside"), (5.0, "inside"), (6.5, "inside"), (6.6, "above")],
)
def test_the_place_in_the_zone(perception: float, found: str) -> None:
    assert place_in_zone(perception, 4.0, 6.5) == found
    assert place_in_zone(perception, 6.5, 4.0) == found


@given(rating, rating)
@stable
def test_a_better_perception_never_feels_worse(expectation: float, perception: float) -> None:
    order = ["dissatisfied", "satisfied", "delighted"]
    now = order.index(outcome(expectation, perception))
    better = order.index(outcome(expectation, perception + 0.5))
    told_more = order.index(outcome(expectation + 0.5, perception))
    assert better >= now >= told_more


@given(rating, rating, share)
@stable
def test_an_expectation_moves_towards_what_was_perceived(
    expectation: float, perception: float, learning: float
) -> None:
    moved = after_stay(expectation, perception, learning)
    low, high = sorted([expectation, perception])
    assert low - 1e-9 <= moved <= high + 1e-9
    assert after_stay(expectation, perception, 0.0) == expectation
    assert after_stay(expectation, perception, 1.0) == pytest.approx(perception)


@given(rating, rating, st.floats(0.01, 1))
@stable
def test_delight_at_the_same_service_fades(
    expectation: float, perception: float, learning: float
) -> None:
    course = stays(expectation, [perception] * 5, learning)
    differences = [abs(stay["perception"] - stay["expectation"]) for stay in course]
    assert differences == sorted(differences, reverse=True) or differences[0] < 1e-9
    factor = (1 - learning) ** 4
    assert differences[4] == pytest.approx(differences[0] * factor, abs=1e-9)


def test_a_treat_once_makes_the_next_stay_a_disappointment() -> None:
    first, second, third = stays(5.4, [7.0, 5.8, 5.8], 0.5)
    assert outcome(first["expectation"], first["perception"]) == "delighted"
    assert second == pytest.approx({"expectation": 6.2, "perception": 5.8})
    assert outcome(second["expectation"], second["perception"]) == "dissatisfied"
    assert third["expectation"] == pytest.approx(6.0)


def test_perceptions_stay_on_the_scale() -> None:
    assert [stay["perception"] for stay in stays(5.0, [0.0, 9.0], 0.5)] == [1.0, 7.0]
