"""Five contingencies: their sum, what fits it, and what stands in the way."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicequality.model.freedom import CONTINGENCIES, approach, fit_total, obstacle

stable = settings(derandomize=True, database=None)
ratings = st.lists(st.integers(1, 5), min_size=5, max_size=5)


@pytest.mark.parametrize(
    ("total", "found"),
    [
        (5, "fixed"), (10, "fixed"), (11, "suggest"), (15, "suggest"),
        (16, "job"), (20, "job"), (21, "high"), (25, "high"),
    ],
)  # fmt: skip
def test_the_limits_between_approaches(total: int, found: str) -> None:
    assert approach(total) == found
    assert approach(total, harm=True) == "fixed"


def test_what_is_no_rating_is_refused() -> None:
    for wrong in ([1, 2, 3, 4], [0, 3, 3, 3, 3], [3, 3, 3, 3, 6]):
        with pytest.raises(ValueError, match="rating"):
            fit_total(wrong)
    with pytest.raises(ValueError, match="25"):
        approach(26)


@given(ratings)
@stable
def test_an_obstacle_is_the_lowest_rating_under_a_high_total(found: list[int]) -> None:
    total = fit_total(found)
    assert 5 <= total <= 25
    assert total == sum(found)
    named = obstacle(found)
    if named == "none":
        assert total <= 15 or min(found) > 2
    else:
        assert total >= 16
        assert found[CONTINGENCIES.index(named)] == min(found) <= 2


def test_a_sum_hides_unready_people() -> None:
    assert obstacle([5, 5, 5, 5, 1]) == "people"
    assert obstacle([5, 5, 5, 5, 3]) == "none"
    assert obstacle([2, 2, 2, 2, 2]) == "none"
