"""Rank correlation against SciPy and known values."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import rankdata, spearmanr

from servicequality.model.ranks import correlation, ranks, spearman

# Few distinct values, so that ties are the rule rather than the exception.
PAIRS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 100).map(lambda n: n / 10)),
    min_size=2,
    max_size=15,
)


@given(PAIRS)
def test_ranks_are_those_of_scipy(pairs: list[tuple[int, float]]) -> None:
    values = [float(left) for left, _right in pairs]
    assert ranks(values) == list(rankdata(values))


def test_spearman_is_that_of_scipy_on_a_thousand_cases_with_ties(
    spearman_cases: list[tuple[list[float], list[float]]],
) -> None:
    assert len(spearman_cases) == 1000
    for left, right in spearman_cases:
        ours = spearman(left, right)
        if len(set(left)) == 1 or len(set(right)) == 1:
            assert ours is None
        else:
            assert ours == pytest.approx(spearmanr(left, right).statistic, abs=1e-12)


@pytest.fixture
def spearman_cases() -> list[tuple[list[float], list[float]]]:
    """A thousand pairs of lists, 2 to 15 long, most of them with ties."""
    import random

    source = random.Random(5)
    cases = []
    for _ in range(1000):
        size = source.randint(2, 15)
        cases.append(
            (
                [float(source.randint(0, 6)) for _ in range(size)],
                [source.randint(0, 30) / 10 for _ in range(size)],
            )
        )
    return cases


def test_known_values() -> None:
    assert spearman([1.0, 2.0, 3.0], [10.0, 20.0, 30.0]) == 1.0
    assert spearman([1.0, 2.0, 3.0], [3.0, 2.0, 1.0]) == -1.0
    # Two tied values share rank 1.5.
    assert ranks([4.0, 4.0, 9.0]) == [1.5, 1.5, 3.0]


@given(PAIRS)
def test_spearman_is_symmetric_bounded_and_blind_to_scale(
    pairs: list[tuple[int, float]],
) -> None:
    left = [float(a) for a, _b in pairs]
    right = [b for _a, b in pairs]
    rho = spearman(left, right)
    if rho is None:
        return
    assert -1.0 <= rho <= 1.0
    assert math.isclose(rho, spearman(right, left) or 0.0, abs_tol=1e-12)
    stretched = spearman([3 * value + 7 for value in left], right)
    assert math.isclose(rho, stretched or 0.0, abs_tol=1e-12)


def test_lists_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="same length"):
        correlation([1.0, 2.0], [1.0])
