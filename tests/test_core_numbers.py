"""Arithmetic for both Pythons."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicequality.core.numbers import TOLERANCE, compare, is_finite, mean, total

stable = settings(derandomize=True, database=None)
ratings = st.floats(min_value=-1000, max_value=1000, allow_nan=False)


def test_total_adds_from_left_to_right() -> None:
    # sum() gives 0.6 here from CPython 3.12 on.
    assert total([0.1, 0.2, 0.3]) == 0.6000000000000001
    assert total([1e16, 1.0, -1e16]) == 0.0


def test_total_of_nothing_is_a_broken_zero() -> None:
    assert total([]) == 0.0
    assert isinstance(total([]), float)


@given(st.lists(ratings, max_size=30))
@stable
def test_total_is_near_the_exact_sum(numbers: list[float]) -> None:
    assert math.isclose(total(numbers), math.fsum(numbers), rel_tol=1e-9, abs_tol=1e-9)


@given(st.lists(ratings, min_size=1, max_size=30))
@stable
def test_mean_lies_between_the_extremes(numbers: list[float]) -> None:
    assert min(numbers) - TOLERANCE <= mean(numbers) <= max(numbers) + TOLERANCE


def test_mean_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one number"):
        mean([])


@pytest.mark.parametrize(
    ("left", "right", "order"),
    [
        (5.9 - 6.4, -0.5, 0),
        (0.1 + 0.2, 0.3, 0),
        (5.6 - 5.9, -0.3, 0),
        (1.0, 1.0 + 2 * TOLERANCE, -1),
        (1.0 + 2 * TOLERANCE, 1.0, 1),
        (1.0, 1.0 + TOLERANCE / 2, 0),
        (3, 2, 1),
        (-1, 1, -1),
    ],
)
def test_compare_forgives_the_last_digits(left: float, right: float, order: int) -> None:
    assert compare(left, right) == order
    assert compare(right, left) == -order


@pytest.mark.parametrize("value", [0, 1.5, -1e308, 2**70])
def test_finite_numbers_are_told(value: float) -> None:
    assert is_finite(value)


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan])
def test_infinite_numbers_are_told(value: float) -> None:
    assert not is_finite(value)
