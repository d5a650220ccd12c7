"""Four fields with movable lines: what the tasks say, and what the lines do."""

from __future__ import annotations

from typing import Any

import pytest

from servicequality.exercises import find

EXERCISE = find("importance-performance")


def result(**changes: Any) -> dict[str, Any]:
    """What is computed for the start values with some changed."""
    found: dict[str, Any] = EXERCISE.start(str, changes)["result"]
    return found


def fields(found: dict[str, Any]) -> dict[str, str]:
    """The field of each attribute."""
    return {row["attribute"]: row["field"] for row in found["table"]}


def inside(found: dict[str, Any], field: str) -> set[str]:
    """The attributes in a field."""
    return {attribute for attribute, place in fields(found).items() if place == field}


def test_the_check_in_misses_the_line_by_a_hair() -> None:
    found = result()
    (row,) = [row for row in found["table"] if row["attribute"] == "check_in_speed"]
    assert (row["field"], row["sure"]) == ("low_priority", "unsure")
    assert found["importance_line"] - row["importance"] == pytest.approx(0.08, abs=5e-3)
    assert "0.08" in EXERCISE.tasks[0].answer
    assert inside(found, "concentrate") == {"quiet_night", "wifi"}


def test_at_the_middle_of_the_scales_nothing_is_left_to_do() -> None:
    found = result(lines="middle")
    assert found["concentrate"] == 0
    assert fields(found)["quiet_night"] == "keep_up"
    quiet = found["marks"][0]
    assert quiet["number"] == 1
    assert quiet["performance"] == pytest.approx(4.14, abs=5e-3)


def test_another_measure_of_importance_moves_two_attributes() -> None:
    found = result(measure="expectation")
    new = inside(found, "concentrate") - inside(result(), "concentrate")
    assert new == {"check_in_speed", "problem_solving"}
    (row,) = [row for row in found["table"] if row["attribute"] == "problem_solving"]
    assert row["importance"] == pytest.approx(5.91, abs=5e-3)


def test_points_of_a_hundred_have_their_mean_at_ten() -> None:
    for guests in ("all", "couple", "business", "conference", "tour_group"):
        assert result(guests=guests)["importance_line"] == pytest.approx(10)


def test_own_lines_count_only_where_they_are_chosen() -> None:
    assert result(own_points=20, own_performance=6.5) == result()
    found = result(lines="own", own_points=0, own_performance=6.5)
    assert found["concentrate"] == 10
    assert found["shift"] == "other"


def test_moved_counts_what_differs_from_the_means() -> None:
    found = result(lines="medians")
    usual = fields(result())
    assert found["moved"] == sum(fields(found)[name] != usual[name] for name in usual) == 1
    assert {row["usual"] for row in result()["table"]} == {"same"}
