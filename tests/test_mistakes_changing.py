"""Chapter 11: its explorers at their start and in their tasks, its case, its figures."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given, settings

from servicequality.exercises import find
from servicequality.figures import find as find_figure
from servicequality.model.refreshers import skill_left, yearly_cost
from servicequality.page.html import to_text
from tests.drawing import values

LEVERS = find("effort-levers")
PLANNER = find("refresher-planner")
drawing = settings(derandomize=True, database=None, deadline=None)


def levers(**changes: Any) -> dict[str, Any]:
    """What the levers give once a package is predicted."""
    start = LEVERS.start(str, {"prediction": "together", **changes})
    found: dict[str, Any] = start["result"]
    return found


def plan(**changes: Any) -> dict[str, Any]:
    """What the planner gives once an interval is predicted."""
    start = PLANNER.start(str, {"prediction": "four", **changes})
    found: dict[str, Any] = start["result"]
    return found


def said(exercise: Any, view: str, **changes: Any) -> str:
    """What a view says at the start values with some changed."""
    return to_text(exercise.start(str, changes)["views"][view], "en")


def answer(exercise: Any, number: int) -> str:
    """The answer to a task, counted from 1."""
    return str(exercise.tasks[number - 1].answer)


def service(found: dict[str, Any]) -> dict[str, float]:
    """The points of each package."""
    return {row["package"]: row["service"] for row in found["table"]}


# The levers


def test_results_wait_for_a_prediction() -> None:
    found = LEVERS.start(str)["result"]
    assert (found["stage"], found["bars"], found["table"], found["curve"]) == ("open", [], [], [])
    assert "prediction" in said(LEVERS, "verdict")
    assert said(LEVERS, "own") == ""
    waiting = PLANNER.start(str)["result"]
    assert (waiting["stage"], waiting["saw"], waiting["table"]) == ("open", [], [])
    assert waiting["lasts"] is None
    for view in ("plan_told", "cost_told", "leavers_told"):
        assert said(PLANNER, view, turnover=40) == ""


def test_talk_and_checks_without_a_bonus_come_first() -> None:
    found = levers()
    assert (found["stage"], found["best"]) == ("hit", "together")
    points = service(found)
    assert points["now"] == pytest.approx(40)
    # A bonus alone and checks alone leave guests with less than today.
    assert points["checks"] < points["pay"] < points["now"] < points["heard"]
    assert points["all"] < points["together"]
    assert "“all of it”" in said(LEVERS, "verdict", prediction="all")
    assert "58.2" in said(LEVERS, "verdict", prediction="all")
    assert levers(prediction="pay")["expected"] == pytest.approx(38.78, abs=5e-3)


def test_the_tasks_of_the_levers() -> None:
    assert levers(bonus=20)["own_service"] == pytest.approx(37.4)
    assert levers(bonus=200)["own_service"] == pytest.approx(40.2, abs=0.05)
    for number in ("37.4", "40.2"):
        assert number in answer(LEVERS, 1)
    checked = [
        levers(checks=8)["own_service"],
        levers(checks=8, told="work")["own_service"],
        levers(told="work")["own_service"],
        levers(checks=8, told="person")["own_service"],
    ]
    assert checked == pytest.approx([38.4, 49.2, 44.3, 34.0], abs=0.05)
    silent = levers(checks=8)
    assert [silent["own_counted"], silent["own_care"]] == pytest.approx([52.7, 28.8])
    assert silent["own_service"] == pytest.approx(0.4 * 52.7 + 0.6 * 28.8)
    for number in ("52.7", "28.8", "38.4", "49.2", "44.3", "34.0"):
        assert number in answer(LEVERS, 2)
    without, countable = levers(crowding=0), levers(countable=50)
    assert without["best"] == countable["best"] == "all"
    assert without["top"] == pytest.approx(68.1, abs=0.05)
    assert countable["top"] == pytest.approx(60.5, abs=0.05)
    assert service(without)["together"] == pytest.approx(60.3, abs=0.05)
    assert service(countable)["together"] == pytest.approx(59.1, abs=0.05)
    bonus = service(countable)["all"] - service(countable)["together"]
    assert bonus == pytest.approx(1.4, abs=0.05)
    for number in ("68.1", "60.3", "60.5", "59.1", "1.4"):
        assert number in answer(LEVERS, 3)


def test_the_curve_dips_where_there_is_crowding_out() -> None:
    assert levers()["curve_state"] == "bonus_dip"
    assert levers(over="checks")["curve_state"] == "checks_dip"
    assert levers(over="checks", told="work")["curve_state"] == "checks_never"
    assert levers(crowding=0)["curve_state"] == "bonus_never"
    assert levers(crowding=150)["curve_state"] == "bonus_below"
    assert "A small bonus is worse than none" in said(LEVERS, "curve_told", prediction="pay")


@given(values(LEVERS))
@drawing
def test_whatever_is_entered_the_bars_add_up_and_the_best_is_best(raw: dict[str, Any]) -> None:
    found = LEVERS.start(str, {**raw, "prediction": "heard"})["result"]
    points = service(found)
    for package, total in points.items():
        parts = [row["points"] for row in found["bars"] if row["package"] == package]
        assert len(parts) == 2
        assert sum(parts) == pytest.approx(total)
        assert 0 <= total <= 100
    offered = {name: value for name, value in points.items() if name != "own"}
    assert found["top"] == pytest.approx(max(offered.values()))
    own = [row["points"] for row in found["curve"] if row["mark"] == "own"]
    assert own == pytest.approx([points["own"]])
    lines = [row for row in found["curve"] if row["mark"] == "line"]
    with_it, without = lines[: len(lines) // 2], lines[len(lines) // 2 :]
    for first, second in zip(with_it, without, strict=True):
        assert first["points"] <= second["points"] + 1e-9


# The planner


def test_the_slowest_half_life_asks_for_every_four_months() -> None:
    found = plan()
    assert found["stage"] == "hit"
    assert found["asked"] == pytest.approx(4.19, abs=5e-3)
    assert found["asked_left"] == pytest.approx(52.7, abs=0.05)
    assert "4.2 months" in said(PLANNER, "verdict", prediction="twelve")
    assert "53%" in said(PLANNER, "verdict", prediction="twelve")
    # On a straight line the answer is the same: every four months is enough, every six is not.
    assert found["asked_line"] == pytest.approx(5.2)
    for guess in ("four", "twelve"):
        assert "on a straight line 5.2" in said(PLANNER, "verdict", prediction=guess)


def test_the_table_has_the_published_half_lives_and_the_claim() -> None:
    lasts = {row["kind"]: row["lasts"] for row in plan()["table"]}
    expected = {"speed": 4.19, "mixed": 3.54, "accuracy": 2.09, "article": 0.80}
    assert lasts == pytest.approx(expected, abs=5e-3)


def test_the_tasks_of_the_planner() -> None:
    assert plan(kind="accuracy")["lasts"] == pytest.approx(2.1, abs=0.05)
    assert plan(kind="article")["lasts"] == pytest.approx(0.8, abs=0.05)
    assert plan()["table"][3]["cost"] == pytest.approx(6213, abs=0.5)
    assert plan(level=50)["plan"] == "above"
    for number in ("2.1", "0.8", "4.2", "53%", "1,910", "6,213"):
        assert number in answer(PLANNER, 1)
    straight = [plan(shape="straight", kind=kind)["lasts"] for kind in ("speed", "accuracy")]
    assert straight == pytest.approx([5.2, 2.6])
    left = [plan(shape=shape, kind="accuracy")["lowest"] for shape in ("straight", "share")]
    assert left == pytest.approx([7.7, 27.8], abs=0.05)
    for number in ("5.2", "4.2", "2.6", "2.1", "7.7%", "27.8%"):
        assert number in answer(PLANNER, 2)
    costs = [plan(level=level)["table"][0]["cost"] for level in (80, 90, 95)]
    assert costs == pytest.approx([1910, 3598, 5492], abs=0.5)
    assert [plan(level=level)["lasts"] for level in (90, 95)] == pytest.approx([2, 1], abs=0.05)
    sessions = [12 / plan(level=level)["lasts"] for level in (80, 90, 95)]
    outside = [yearly_cost(number, 216, 450) for number in sessions]
    own = [yearly_cost(number, 216, 80, 1800) for number in sessions]
    assert costs == pytest.approx([outside[0], own[1], own[2]])
    for number in ("1,910", "3,598", "5,492", "2.0", "1.0"):
        assert number in answer(PLANNER, 3)
    leaving = plan(turnover=40)
    assert leaving["lasts"] == pytest.approx(2.3, abs=0.05)
    assert leaving["leave_half"] == pytest.approx(16.3, abs=0.05)
    for number in ("2.3", "4.2", "16.3"):
        assert number in answer(PLANNER, 4)
    assert plan()["limit"] == pytest.approx(4.9, abs=0.05)
    assert plan(interval=2)["cost"] == "own"
    assert plan(interval=6)["cost"] == "outside"
    for number in ("From 5", "4.9", "1,800", "370"):
        assert number in answer(PLANNER, 5)


def test_what_the_chapter_says_of_half_lives() -> None:
    """From twelve of twelve to three in three months: two half-lives of a month and a half."""
    assert skill_left(3, 1.5) == pytest.approx(3 / 12)
    assert math.log2(1 / 0.8) == pytest.approx(0.32, abs=5e-3)
    assert math.log(1.25) / math.log(2) == pytest.approx(math.log2(1 / 0.8))


def test_where_a_session_of_ones_own_saves_nothing_no_limit_is_named() -> None:
    assert plan(fee=50)["cost"] == "outside_never"
    assert "never pays" in said(PLANNER, "cost_told", prediction="four", fee=50)
    assert plan(fee=50, prepared=0, interval=1)["cost"] == "outside_never"


def test_a_plan_that_meets_the_level_exactly_is_told_so() -> None:
    for shape in ("share", "straight"):
        plans = [plan(kind="mixed", shape=shape, interval=n, level=50) for n in (10, 11, 12)]
        assert [found["plan"] for found in plans] == ["above", "at", "below"]


@given(values(PLANNER))
@drawing
def test_whatever_is_entered_the_saw_returns_to_the_full_gain(raw: dict[str, Any]) -> None:
    found = PLANNER.start(str, {**raw, "prediction": "one"})["result"]
    for line in ("team", "stayers"):
        teeth = [row for row in found["saw"] if row["line"] == line]
        assert [row["step"] for row in teeth] == list(range(len(teeth)))
        assert teeth[0]["left"] == 100
        assert sum(row["left"] == 100 for row in teeth) == 1 + 12 // raw["interval"]
        lowest = min(row["left"] for row in teeth)
        if line == "team":
            assert lowest == pytest.approx(found["lowest"])
    # Who asks for a level knows how long it lasts: a plan of that many months just keeps it.
    assert (found["interval"] <= found["lasts"] + 1e-9) == (found["plan"] != "below")
    rows = found["table"]
    assert [row["lasts"] for row in rows] == sorted((row["lasts"] for row in rows), reverse=True)
    assert [row["cost"] for row in rows] == sorted(row["cost"] for row in rows)


# The case and the figures


def test_the_case_names_the_two_differences() -> None:
    case = find("case-slow-tables")
    told = " ".join(
        text for view in case.views if view.name == "model"
        for text in view.cards["model"].paragraphs  # type: ignore[attr-defined]
    )  # fmt: skip
    assert f"92 − 61 = {92 - 61}" in told
    assert f"92 − 58 = {92 - 58}" in told


def test_the_figure_of_half_lives_says_what_it_draws() -> None:
    figure = find_figure("what-training-leaves")
    rows = figure.plain_rows
    year = [row["left"] for row in rows if row["month"] == 12]
    assert year == pytest.approx([52.7, 46.9, 27.8, 3.6], abs=0.05)
    for left in year:
        assert f"{left:.0f}%" in figure.description
    crosses = [row["month"] for row in rows if row["mark"] == "cross"]
    assert crosses == [4.19, 3.54, 2.09, 0.8]
    # A reader finds a month where it belongs.
    for line in {row["line"] for row in rows}:
        months = [row["month"] for row in rows if row["line"] == line]
        assert months == sorted(months)
        assert len(months) == 7


def test_the_figure_of_rewards_has_the_published_effects() -> None:
    figure = find_figure("rewards-and-will")
    effects = [row["effect"] for row in figure.plain_rows]
    assert effects == [-0.40, -0.36, -0.28, 0.33]
    for effect in effects:
        assert f"{abs(effect):.2f}" in figure.description
