"""Sorting and scoring the kinds of quality: constructs of the course, held by their properties."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicequality.model.kinds_of_quality import (
    agrees,
    costliest,
    harmful,
    perceived_quality,
    weighted_score,
)

drawing = settings(derandomize=True, database=None, deadline=None)
scores = st.floats(1, 10)
weights = st.floats(0, 10)
pairs = st.lists(st.tuples(scores, weights), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (["technical"], True),
        (["functional", "technical"], True),
        (["functional"], False),
        (["technical", "societal"], False),
        ([], False),
    ],
)
def test_a_choice_agrees_with_one_of_the_accepted_sets(chosen: list[str], expected: bool) -> None:
    accepted = [["technical"], ["technical", "functional"]]
    assert agrees(chosen, accepted) is expected


def test_nothing_agrees_where_nothing_is_accepted() -> None:
    assert not agrees(["technical"], [])


@drawing
@given(pairs)
def test_a_weighted_score_lies_between_the_lowest_and_the_highest(
    drawn: list[tuple[float, float]],
) -> None:
    values, loads = [pair[0] for pair in drawn], [pair[1] for pair in drawn]
    mean = weighted_score(values, loads)
    if sum(loads) < 1e-9:
        assert mean is None
    else:
        assert mean is not None
        counted = [value for value, load in drawn if load > 0]
        assert min(counted) - 1e-9 <= mean <= max(counted) + 1e-9
        products = [value * load for value, load in drawn]
        assert math.isclose(mean, math.fsum(products) / math.fsum(loads))


def test_weights_that_sum_to_nothing_give_no_score() -> None:
    assert weighted_score([5.0, 6.0], [0.0, 0.0]) is None
    assert weighted_score([], []) is None


def test_scores_and_weights_must_be_as_many() -> None:
    with pytest.raises(ValueError, match="one weight for each score"):
        weighted_score([5.0], [])


def test_equal_weights_give_the_plain_mean() -> None:
    assert weighted_score([4.0, 8.0], [3.0, 3.0]) == 6.0


@drawing
@given(scores, scores, st.floats(0, 1), st.floats(0.8, 1.2))
def test_perceived_quality_stays_on_the_scale(
    technical: float, functional: float, share: float, image: float
) -> None:
    found = perceived_quality(technical, functional, share, image)
    assert found is not None
    assert 1 <= found <= 10


@drawing
@given(scores, scores, st.floats(0, 1), st.floats(0.8, 1.2), st.floats(0, 0.4))
def test_a_better_image_or_outcome_never_lowers_it(
    technical: float, functional: float, share: float, image: float, more: float
) -> None:
    before = perceived_quality(technical, functional, share, image)
    assert before is not None
    for better in (
        perceived_quality(technical, functional, share, image + more),
        perceived_quality(technical + more, functional, share, image),
    ):
        assert better is not None
        assert better >= before - 1e-9


def test_perceived_quality_at_its_limits() -> None:
    assert perceived_quality(8.0, 4.0, 1.0, 1.0) == 8.0
    assert perceived_quality(8.0, 4.0, 0.0, 1.0) == 4.0
    assert perceived_quality(8.0, 4.0, 0.5, 1.0) == 6.0
    assert perceived_quality(10.0, 10.0, 0.5, 1.2) == 10.0
    assert perceived_quality(None, 4.0, 0.9, 1.0) == 4.0
    assert perceived_quality(8.0, None, 0.1, 0.5) == 4.0
    assert perceived_quality(None, None, 0.5, 1.0) is None


def test_what_costs_most_weighs_weight_and_distance() -> None:
    assert costliest(["a", "b"], [9.0, 5.0], [10.0, 1.0]) == "a"
    assert costliest(["a", "b"], [9.0, 5.0], [1.0, 1.0]) == "b"
    assert costliest(["a", "b"], [8.0, 8.0], [2.0, 2.0]) == "a"
    assert costliest(["a"], [10.0], [5.0]) is None
    assert costliest([], [], []) is None


def test_harm_lies_below_the_least_and_not_at_it() -> None:
    assert harmful(["a", "b", "c"], [4.0, 5.0, 6.0], 5.0) == ["a"]
    assert harmful(["a"], [5.0], 1.0) == []
