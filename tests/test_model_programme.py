"""The self-audit's model: a worked audit, and what must hold for every one."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicequality.model.programme import (
    NEEDS_FIRST,
    PRINCIPLES,
    begin_with,
    could_lead,
    counted,
    leaders,
    places,
    priority,
    too_early,
    waits_for,
)

stable = settings(derandomize=True, database=None)
ratings = st.lists(st.integers(0, 3), min_size=10, max_size=10)
importances = st.lists(st.integers(1, 3), min_size=10, max_size=10)
# Hotel Yasen by our ratings.
OURS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 0]
WEIGHTS = [2, 2, 3, 2, 3, 2, 3, 2, 2, 3]


def by_name(found: list[int]) -> dict[str, int]:
    """Ratings by principle."""
    return dict(zip(PRINCIPLES, found, strict=True))


def points(found: list[int], weights: list[int]) -> list[int]:
    """The points of all principles."""
    return [priority(one, weight) for one, weight in zip(found, weights, strict=True)]


def test_there_are_ten_and_each_rests_on_another_or_on_none() -> None:
    assert len(set(PRINCIPLES)) == 10
    assert set(NEEDS_FIRST) | set(NEEDS_FIRST.values()) <= set(PRINCIPLES)


def test_the_worked_audit() -> None:
    found = points(OURS, WEIGHTS)
    assert found == [4, 4, 6, 4, 6, 2, 3, 2, 2, 9]
    assert places(found) == [4, 4, 2, 4, 2, 8, 7, 8, 8, 1]
    assert leaders(found) == [9]
    assert [PRINCIPLES[at] for at in could_lead(OURS, WEIGHTS)] == [
        "needs",
        "operations",
        "feedback",
    ]


def test_a_rating_without_evidence_is_words_only() -> None:
    assert [counted(seen, False) for seen in range(4)] == [0, 1, 1, 1]
    assert [counted(seen, True) for seen in range(4)] == [0, 1, 2, 3]


def test_nobody_leads_where_nothing_is_missing() -> None:
    assert leaders([0, 0, 0]) == []
    assert leaders([]) == []


@given(ratings, importances)
@stable
def test_places_are_those_of_a_sorted_list(found: list[int], weights: list[int]) -> None:
    all_points = points(found, weights)
    falling = sorted(all_points, reverse=True)
    assert places(all_points) == [falling.index(own) + 1 for own in all_points]
    assert all(0 <= own <= 9 for own in all_points)


@given(ratings, importances)
@stable
def test_who_could_lead_is_found_by_trying_every_change(
    found: list[int], weights: list[int]
) -> None:
    tried: set[int] = set()
    for at, step in itertools.product(range(10), (-1, 0, 1)):
        moved = [own + step * (place == at) for place, own in enumerate(found)]
        if 0 <= moved[at] <= 3:
            tried |= set(leaders(points(moved, weights)))
    assert could_lead(found, weights) == sorted(tried)
    assert set(leaders(points(found, weights))) <= tried


@given(ratings, st.sampled_from(PRINCIPLES))
@stable
def test_where_to_begin_waits_for_nothing(found: list[int], principle: str) -> None:
    start = begin_with(principle, by_name(found))
    assert waits_for(start, by_name(found)) is None
    if waits_for(principle, by_name(found)) is None:
        assert start == principle
    else:
        assert found[PRINCIPLES.index(start)] < 2


def test_a_chain_is_followed_to_its_beginning() -> None:
    nothing = by_name([0] * 10)
    assert begin_with("feedback", nothing) == "needs"
    assert begin_with("feedback", {**nothing, "needs": 2}) == "standards"
    assert begin_with("feedback", {**nothing, "standards": 2}) == "feedback"


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ((10, 40), (None, False)),
        ((40, 40), ("needs", True)),
        ((50, 40), ("needs", True)),
    ],
)
def test_a_step_is_too_early_where_what_it_rests_on_is_not_done_before(
    days: tuple[int, int], found: tuple[str | None, bool]
) -> None:
    steps = [("needs", days[0]), ("standards", days[1])]
    assert too_early(steps, by_name([1] * 10)) == [(None, False), found]
    assert too_early(steps[1:], by_name([1] * 10)) == [("needs", False)]
    assert too_early(steps, by_name([2] * 10)) == [(None, False)] * 2
