"""One survey, three scores: what comes first, and what the tasks say."""

from __future__ import annotations

from typing import Any

import pytest

from servicequality.exercises import find
from servicequality.page.html import to_text

EXERCISE = find("servqual-three-ways")


def result(**changes: Any) -> dict[str, Any]:
    """What is computed for the start values with some changed."""
    found: dict[str, Any] = EXERCISE.start(str, changes)["result"]
    return found


def places(found: dict[str, Any], item: str) -> tuple[int, int, int]:
    """The places of an item by gap, weighted gap and perception."""
    (row,) = [row for row in found["table"] if row["item"] == item]
    return row["place_gap"], row["place_weighted"], row["place_perceived"]


def test_the_worst_four_are_the_same_by_all_three_scores() -> None:
    found = result()
    worst = ["quiet_night", "wifi", "check_in_speed", "problem_solving"]
    assert [places(found, item) for item in worst] == [(n, n, n) for n in range(1, 5)]
    assert found["first"] == "same"
    assert found["moved"] == 6


def test_the_overall_scores_are_those_of_the_chapter() -> None:
    rows = {row["score"]: row for row in result()["overall"]}
    assert rows["gap"]["attributes"] == pytest.approx(-0.46, abs=5e-3)
    assert rows["gap"]["dimensions"] == pytest.approx(-0.60, abs=5e-3)
    assert rows["weighted"]["attributes"] == pytest.approx(-0.74, abs=5e-3)
    assert rows["weighted"]["dimensions"] == pytest.approx(-0.49, abs=5e-3)


def test_the_first_task_is_answered_rightly() -> None:
    found = result()
    assert places(found, "lobby_design")[0::2] == (10, 5)
    assert places(found, "cleanliness")[0::2] == (5, 10)
    assert "place 5 and cleanliness place 10" in EXERCISE.tasks[0].answer
    assert "cleanliness 5, lobby 10" in EXERCISE.tasks[0].answer


def test_the_second_task_is_answered_rightly() -> None:
    business, couples = result(guests="business"), result(guests="couple")
    assert (business["first"], business["first_gap"]) == ("same", "wifi")
    assert couples["first_gap"] == couples["first_weighted"] == "quiet_night"
    assert couples["first_perceived"] == "check_in_speed"


def test_the_third_task_is_answered_rightly() -> None:
    found = result(level="dimensions")
    assert found["first_gap"] == "responsiveness"
    assert found["first_weighted"] == "reliability"
    said = EXERCISE.start(str, {"level": "dimensions"})["views"]
    assert "0.00 for tangibles and −0.03 for reliability" in to_text(said["alpha"], "en")
    scores = {row["item"]: row["gap"] for row in result()["table"]}
    assert scores["quiet_night"] == pytest.approx(-2.225)
    assert scores["clear_bill"] == pytest.approx(0.06, abs=5e-3)
    for number in ("−1.43", "0.00", "−0.03", "−2.22", "+0.06"):
        assert number in EXERCISE.tasks[2].answer


def test_a_mean_of_nothing_hides_guests_below() -> None:
    said = EXERCISE.start(str, {"follow": "clear_bill"})["views"]
    assert to_text(said["sure"], "en") == (
        "Clear bill: mean gap +0.06, 95% interval −0.17 to +0.28 (120 guests). Zero lies inside: "
        "the mean may be nothing at all. Still, 28% of the guests are below their expectation."
    )


def test_a_small_shortfall_is_only_just_distinguishable_from_nothing() -> None:
    found = result(follow="cleanliness")
    assert found["attribute_gap"] == pytest.approx(-0.20)
    assert found["sure"] == "shortfall"
    assert -0.02 < found["high"] < 0


@pytest.mark.parametrize(("guests", "gap"), [("business", -0.47), ("conference", -0.78)])
def test_the_question_bank_names_the_groups_that_miss_a_clear_bill(guests: str, gap: float) -> None:
    found = result(guests=guests, follow="clear_bill")
    assert found["attribute_gap"] == pytest.approx(gap, abs=5e-3)


@pytest.mark.parametrize("level", ["attributes", "dimensions"])
@pytest.mark.parametrize("guests", ["all", "couple", "business", "conference", "tour_group"])
def test_each_score_gives_each_place_once(level: str, guests: str) -> None:
    found = result(level=level, guests=guests)
    for name in ("place_gap", "place_weighted", "place_perceived"):
        wanted = list(range(1, found["items"] + 1))
        assert sorted(row[name] for row in found["table"]) == wanted
    lit = {row["item"] for row in found["lines"] if row["lit"]}
    assert lit == {found["followed"]}
