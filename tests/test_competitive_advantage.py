"""Chapter 1: what its explorers work out, what their answers and its figures say."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings

from servicequality.exercises import find
from servicequality.figures.below_expectation import FIGURE
from tests.drawing import values

HOTELS, BUCKET = find("two-hotels"), find("leaking-bucket")


def changed(exercise: Any, **changes: Any) -> dict[str, Any]:
    """The result of an exercise for its start values with some changed."""
    result: dict[str, Any] = exercise.compute({**exercise.start(str)["values"], **changes})
    return result


VIKTOR = {"price": 85.0, "service": 5.0, "cost": 0.0}


def test_two_plans_win_the_same_share_and_leave_different_money() -> None:
    petar, viktor = changed(HOTELS), changed(HOTELS, **VIKTOR)
    assert petar["share"] == pytest.approx(viktor["share"])
    assert petar["share"] == pytest.approx(67.9, abs=0.05)
    assert (petar["by_price"], petar["trade"]) == (85, "cheaper")
    assert changed(HOTELS, service=4.0)["trade"] == "dearer"
    assert petar["left_alone"] == pytest.approx(viktor["left"])
    assert petar["left_unchanged"] == pytest.approx(65.5, abs=0.05)
    assert petar["left"] == pytest.approx(80.0, abs=0.05)
    assert viktor["left"] == pytest.approx(75.6, abs=0.05)
    for number in ("67.9%", "80.0", "75.6"):
        assert number in HOTELS.tasks[0].answer


def test_better_service_at_what_it_is_worth_leaves_what_the_price_cut_leaves() -> None:
    dearer = changed(HOTELS, cost=15.0)
    assert dearer["left"] == pytest.approx(changed(HOTELS, **VIKTOR)["left"])
    assert "15 euros" in HOTELS.tasks[1].answer


def test_what_the_rival_copies_is_no_advantage() -> None:
    price = changed(HOTELS, **VIKTOR, rival="price")
    service = changed(HOTELS, rival="service")
    assert (price["share"], service["share"]) == (50, 50)
    assert price["left"] == pytest.approx(55.7, abs=0.05)
    assert service["left"] == pytest.approx(58.9, abs=0.05)
    assert (price["verdict"], service["verdict"]) == ("less", "less")
    if_fixed = (55 * 100 - 84 * 10) / 84
    assert if_fixed == pytest.approx(55.5, abs=0.05)
    for number in ("65.5", "55.7", "58.9", "55.5"):
        assert number in HOTELS.tasks[2].answer


def test_a_price_as_high_as_the_service_is_worth_keeps_half_and_leaves_less() -> None:
    dear = changed(HOTELS, price=115.0)
    assert (dear["share"], dear["rows"][1]["sold"]) == (50, 55)
    assert dear["left"] == pytest.approx(68.75)
    dearer = changed(HOTELS, price=120.0)["share"]
    assert changed(HOTELS, price=120.0, service=5.0)["share"] < dearer < 50


def test_service_that_is_worth_nothing_wins_nobody() -> None:
    result = changed(HOTELS, worth=0.0)
    assert result["share"] == 50
    assert result["verdict"] == "less"


def test_at_twenty_euros_a_point_the_plan_does_what_a_price_cut_of_twenty_does() -> None:
    result = changed(HOTELS, worth=20.0)
    assert result["by_price"] == 80
    assert result["share"] == pytest.approx(changed(HOTELS, **VIKTOR | {"price": 80.0})["share"])


@settings(max_examples=60, deadline=None)
@given(values(HOTELS))
def test_the_price_with_the_same_share_has_the_same_share(drawn: dict[str, Any]) -> None:
    unchanged, plan, alone = HOTELS.compute(drawn)["rows"]
    assert plan["share"] == pytest.approx(alone["share"], abs=1e-7)
    assert max(plan["sold"], alone["sold"]) <= 84
    assert unchanged["left"] == pytest.approx(65.476, abs=1e-3)


def test_the_bucket_leaks_at_the_start() -> None:
    result = changed(BUCKET)
    assert result["verdict"] == "shrinking"
    assert result["needed"] == pytest.approx(2800)
    assert result["short"] == pytest.approx(200)
    assert result["settles"] == pytest.approx(3714, abs=0.5)
    for number in ("2,800", "200", "3,714"):
        assert number in BUCKET.tasks[0].answer


def test_two_ways_to_stand_still() -> None:
    assert changed(BUCKET, won=2800)["verdict"] == "still"
    assert changed(BUCKET, returning=35.0)["verdict"] == "still"
    assert changed(BUCKET, returning=36.0)["verdict"] == "growing"


def test_what_better_service_may_cost_in_the_model_of_the_bucket() -> None:
    result = changed(BUCKET)
    assert result["fewer_to_win"] == pytest.approx(400)
    assert result["saved"] == pytest.approx(18_000)
    assert changed(BUCKET, better=30.0)["gain"] == "same"
    assert changed(BUCKET, better=20.0)["gain"] == "worse"
    assert changed(BUCKET, returning=40.0)["needed"] == pytest.approx(2400)
    for number in ("2,400", "2,800", "400", "18,000 euros"):
        assert number in BUCKET.tasks[2].answer


@settings(max_examples=60, deadline=None)
@given(values(BUCKET))
def test_the_names_of_the_lines_never_cover_each_other(drawn: dict[str, Any]) -> None:
    result = BUCKET.compute(drawn)
    last = result["lines"][-1]
    highest = max(max(row["now"], row["better"]) for row in result["lines"])
    assert abs(last["now_label"] - last["better_label"]) >= 0.09 * highest - 1e-6
    assert result["short"] == -result["over"]


def test_the_figure_tells_in_words_what_its_bars_show() -> None:
    guests = [row["guests"] for row in FIGURE.rows]
    assert guests == [105, 102, 86, 84, 48, 34, 32, 28, 27, 8]
    told = [int(number) for number in re.findall(r"\b\d+\b", FIGURE.description)]
    assert told == [120, *guests]


def test_the_only_hotel_needs_few_of_its_empty_rooms() -> None:
    nights, empty = 24_000 / 60, 290 * 40 / 2
    assert (nights, empty) == (400, 5800)
    assert nights / empty == pytest.approx(0.069, abs=5e-4)
    full = (365 - 290) * 40
    assert (full, 24_000 / full) == (3000, 8)
