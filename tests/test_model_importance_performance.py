"""The four fields of an importance-performance analysis, on published data and on drawn points."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicequality.model.importance_performance import (
    FIELDS,
    field_of,
    fields_in_reach,
    median,
)

stable = settings(derandomize=True, database=None, deadline=None)
point = st.integers(0, 100).map(lambda n: n / 10)

# `hoteles` of the R package RcmdrPlugin.EACSPIR: mean of an item, its correlation with item 15
# (taken as the overall judgement, an assumption), and the field at the means of both.
HOTELES = [
    (7.747, 0.560, "low_priority"),
    (7.723, 0.471, "low_priority"),
    (7.843, 0.529, "overkill"),
    (7.783, 0.622, "keep_up"),
    (7.699, 0.618, "concentrate"),
    (7.783, 0.632, "keep_up"),
    (7.403, 0.538, "low_priority"),
    (7.940, 0.672, "keep_up"),
    (8.012, 0.805, "keep_up"),
    (7.867, 0.643, "keep_up"),
    (7.699, 0.632, "concentrate"),
    (7.259, 0.408, "low_priority"),
    (7.866, 0.514, "overkill"),
    (7.880, 0.644, "keep_up"),
]


@pytest.mark.parametrize(("performance", "importance", "field"), HOTELES)
def test_the_fields_of_open_hotel_data(performance: float, importance: float, field: str) -> None:
    assert field_of(importance, performance, 0.5919, 7.7503) == field


def test_the_lines_of_open_hotel_data_are_its_means() -> None:
    assert statistics.fmean(row[0] for row in HOTELES) == pytest.approx(7.7503, abs=5e-4)
    assert statistics.fmean(row[1] for row in HOTELES) == pytest.approx(0.5919, abs=5e-4)


@stable
@given(st.lists(st.tuples(point, point), min_size=2, max_size=12))
def test_with_lines_at_the_means_some_point_lies_on_each_side(
    points: list[tuple[float, float]],
) -> None:
    lines = [statistics.fmean(values) for values in zip(*points, strict=True)]
    found = {field_of(*place, *lines) for place in points}
    assert found & {"keep_up", "concentrate"}
    if len({performance for _, performance in points}) > 1:
        assert found & {"concentrate", "low_priority"}


@stable
@given(point, point, point, point, point, point)
def test_more_reach_never_takes_a_field_away(
    importance: float, performance: float, first: float, second: float, left: float, right: float
) -> None:
    here = field_of(importance, performance, first, second)
    assert fields_in_reach(importance, performance, first, second, 0.0, 0.0) == [here]
    some = fields_in_reach(importance, performance, first, second, left, right)
    more = fields_in_reach(importance, performance, first, second, left + 1, right + 1)
    assert here in some
    assert set(some) <= set(more) <= set(FIELDS)
    assert some == [field for field in FIELDS if field in some]


@stable
@given(st.lists(point, min_size=1, max_size=12))
def test_the_median_is_that_of_the_library(values: list[float]) -> None:
    assert median(values) == pytest.approx(statistics.median(values))


def test_there_is_no_median_of_nothing() -> None:
    with pytest.raises(ValueError, match="at least one"):
        median([])
