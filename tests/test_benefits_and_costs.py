"""Chapter 5: its explorers at their start and in their tasks, its case, its figures."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from servicequality.content import load
from servicequality.exercises import find
from servicequality.figures import find as find_figure
from servicequality.model.quality_costs import KINDS, failures
from servicequality.model.turnover import cost_per_point
from servicequality.page.html import to_text
from tests.drawing import values

LEDGER = find("cost-ledger")
CURVE = find("last-errors")
PREMIUM = find("price-premium")
RETENTION = find("retention-profit")
KEY = LEDGER.revealed["ledger"]
drawing = settings(derandomize=True, database=None, deadline=None)


def result(exercise: Any, **changes: Any) -> dict[str, Any]:
    """What an exercise computes at its start values with some changed."""
    found: dict[str, Any] = exercise.start(str, changes)["result"]
    return found


def said(exercise: Any, view: str, **changes: Any) -> str:
    """What a view says at the start values with some changed."""
    return to_text(exercise.start(str, changes)["views"][view], "en")


def answer(exercise: Any, number: int) -> str:
    """The answer to a task, counted from 1."""
    return str(exercise.tasks[number - 1].answer)


# The ledger


def test_sorted_by_the_key_the_ledger_adds_up_as_the_chapter_says() -> None:
    found = result(LEDGER, ledger=KEY, check=True)
    assert [row["euros"] for row in found["as_sorted"]] == [
        20_000,
        40_000,
        90_000,
        150_000,
        250_000,
    ]
    assert (found["right"], found["stage"]) == (18, "all_right")
    assert found["sorted_total"] == 300_000
    assert found["sorted_share"] == pytest.approx(10)
    assert [row["euros"] for row in found["three_kinds"]] == [90_000, 150_000, 60_000]
    for number in ("150,000", "300,000", "240,000", "20,000"):
        assert number in answer(LEDGER, 1)


def test_nothing_is_checked_before_it_is_asked_for() -> None:
    assert result(LEDGER)["checked"] == []
    assert result(LEDGER, ledger=KEY)["stage"] == "sorted"
    assert result(LEDGER, ledger=KEY)["checked"] == []
    assert result(LEDGER, check=True)["checked"] == []
    some = [{**row, "kind": "appraisal" if position < 2 else "open"} for position, row in
            enumerate(KEY)]  # fmt: skip
    states = [row["state"] for row in result(LEDGER, ledger=some, check=True)["checked"]]
    assert states[:3] == ["wrong", "right", "open"]


def test_every_item_has_a_reason_that_begins_with_its_kind() -> None:
    (checked,) = [view for view in LEDGER.views if view.name == "checked"]
    names = {
        "prevention": "Prevention.",
        "appraisal": "Appraisal.",
        "internal_failure": "Internal failure.",
        "external_failure": "External failure.",
        "ordinary": "No quality cost.",
    }
    for row in KEY:
        assert checked.notes[row["id"]].startswith(names[row["kind"]])  # type: ignore[attr-defined]


def test_without_an_investment_nothing_changes() -> None:
    found = result(LEDGER, prevention=0, appraisal=0)
    assert (found["verdict"], found["return"]) == ("same", "none")
    for row in found["years"]:
        assert row["before"] == pytest.approx(row["after"])


def test_more_checks_alone_move_errors_inside() -> None:
    found = result(LEDGER, prevention=0, appraisal=40)
    assert found["new_total"] == pytest.approx(295_000)
    assert found["years"][2]["after"] == pytest.approx(120_000)
    assert found["errors"] == 5000
    assert found["met"] == pytest.approx(1000)
    assert found["years"][3]["after"] == pytest.approx(75_000)
    for number in ("300,000", "295,000", "75,000", "30,000", "120,000", "40,000"):
        assert number in answer(LEDGER, 2)


def test_prevention_pays_up_to_75() -> None:
    totals = {step: result(LEDGER, appraisal=0, prevention=step)["new_total"]
              for step in range(0, 101, 5)}  # fmt: skip
    assert min(totals, key=lambda step: totals[step]) == 75
    assert totals[75] == pytest.approx(218_000, abs=500)
    assert "At 75" in answer(LEDGER, 3)
    assert "218,000" in answer(LEDGER, 3)


def test_prevention_may_not_pay() -> None:
    found = result(LEDGER, appraisal=0, prevention=40, halving=120, avoidable=50)
    assert found["new_total"] == pytest.approx(315_000, abs=500)
    assert (found["verdict"], found["return"]) == ("higher", "loss")
    assert "315,000" in answer(LEDGER, 4)


@given(values(LEDGER))
@drawing
def test_the_ledger_adds_up(raw: dict[str, Any]) -> None:
    found = LEDGER.compute(raw, LEDGER.data)
    parts = [row["after"] for row in found["years"]]
    assert parts[-1] == pytest.approx(sum(parts[:-1]))
    assert min(parts) >= 0
    assert found["met"] <= found["errors"] <= 5000 + 1e-6
    assert sum(row["items"] for row in found["as_sorted"]) == found["placed"]


# The last errors


def test_the_two_views_of_the_last_errors() -> None:
    classical = result(CURVE)
    assert (classical["best"], classical["least"]) == (pytest.approx(75), pytest.approx(175))
    assert "75%" in answer(CURVE, 1)
    assert "175 thousand" in answer(CURVE, 1)
    later = result(CURVE, view="later")
    assert (later["best"], later["least"]) == (pytest.approx(100), pytest.approx(50))
    assert "50 thousand" in answer(CURVE, 2)
    assert result(CURVE, quality=75)["verdict"] == "best"
    assert result(CURVE, quality=80)["verdict"] == "too_much"
    assert result(CURVE, quality=70)["verdict"] == "more_pays"


@given(values(CURVE))
@drawing
def test_no_choice_is_cheaper_than_the_cheapest(raw: dict[str, Any]) -> None:
    found = CURVE.compute(raw)
    assert found["least"] <= found["total"] + 1e-6
    assert all(0 <= row["amount"] <= 600 for row in found["curves"])


# The price premium


def test_the_premium_at_the_start() -> None:
    assert said(PREMIUM, "verdict").startswith("At 4.00 euros, profit rises by 28.5 thousand")
    assert result(PREMIUM)["place"] == "inside"
    assert result(PREMIUM, cost=5.5)["verdict"] == "even"
    assert "5.5 euros" in answer(PREMIUM, 1)
    assert pytest.approx(4.68, abs=0.01) == 5.5 * 0.85
    assert "4.68" in answer(PREMIUM, 1)
    assert pytest.approx(2.10, abs=0.01) == 40_000 / (84 * 365 * 0.62)


def test_two_points_of_occupancy_take_it_back() -> None:
    gains = [sum(row["amount"] for row in result(PREMIUM, change=change)["effects"][:3])
             for change in (0, -1, -2)]  # fmt: skip
    assert gains == pytest.approx([28.5, 6.6, -15.3], abs=0.05)
    needed = result(PREMIUM)["needed"]
    assert needed == pytest.approx(60.7, abs=0.05)
    assert (62 - needed) / 62 == pytest.approx(0.02, abs=0.002)
    for number in ("28,500", "6,600", "15,300", "60.7%", "1.3 points"):
        assert number in answer(PREMIUM, 2)


@pytest.mark.parametrize(("margin", "rise"), [(10, 55), (20, 27.5)])
def test_the_same_sum_is_another_share_of_another_profit(margin: int, rise: float) -> None:
    found = result(PREMIUM, cost=0, margin=margin)
    assert found["relative"] == pytest.approx(rise)
    assert found["gain"] == pytest.approx(104.6, abs=0.05)
    assert f"{rise:g}%" in answer(PREMIUM, 3)
    assert "104,600" in answer(PREMIUM, 3)


@given(values(PREMIUM))
@drawing
def test_the_effects_add_up(raw: dict[str, Any]) -> None:
    effects = [row["amount"] for row in PREMIUM.compute(raw)["effects"]]
    assert effects[3] == pytest.approx(sum(effects[:3]), abs=1e-6)


# Retention


@pytest.mark.parametrize(
    ("changes", "rise"),
    [
        ({}, 36),
        ({"fixed": 0, "retention": 60}, 11),
        ({"fixed": 0, "retention": 80}, 20),
        ({"fixed": 0, "retention": 90}, 33),
        ({"fixed": 0}, 14),
        ({"fixed": 80}, 71),
        ({"cost": 10}, 20),
        ({"cost": 22.5}, 0),
    ],
)
def test_the_rises_that_the_tasks_name(changes: dict[str, Any], rise: int) -> None:
    assert result(RETENTION, **changes)["rise"] == pytest.approx(rise, abs=0.5)
    answers = " ".join(str(task.answer) for task in RETENTION.tasks)
    assert rise == 0 or f"{rise}%" in answers


def test_the_reported_cases_are_those_of_the_data() -> None:
    rises = {row["case_id"]: row["profit_rise"] for row in load("published/retention_and_profit")}
    assert rises == {"bank": 85, "insurance": 50, "auto_service": 30, "credit_card": 125}
    assert "30–125%" in said(RETENTION, "range")
    assert result(RETENTION)["range"] == "inside"
    assert result(RETENTION, fixed=0)["range"] == "below"
    assert result(RETENTION, fixed=90)["range"] == "above"
    assert result(RETENTION, points=4)["range"] == "other_points"


@given(values(RETENTION))
@drawing
def test_the_programme_pays_up_to_its_limit(raw: dict[str, Any]) -> None:
    found = RETENTION.compute(raw, RETENTION.data)
    if raw["cost"] < found["limit"] * 0.99 and raw["points"] > 0:
        # The points also raise the value of what the programme costs.
        assert found["after"] > 0
    if raw["cost"] == 0:
        assert found["after"] >= found["before"] - 1e-9


# The case and the figures


def test_the_case_of_the_rooms_is_worked_out_rightly() -> None:
    def year(rooms: float, found: float, spent: float) -> float:
        return sum(failures(rooms, found, 12, 90)) + spent

    case = find("case-room-check")
    texts = " ".join([case.spec(str)["views"][1]["notes"][key] for key in
                      ("slogan", "check", "cheaper", "neither")])  # fmt: skip
    for amount in (year(1000, 0.4, 0), year(1000, 0.9, 22_000), year(500, 0.4, 15_000)):
        assert f"{round(amount):,}" in texts
    assert failures(1000, 0.4, 12, 90)[0] == pytest.approx(4800)
    assert failures(1000, 0.9, 12, 90)[0] == pytest.approx(10_800)
    today = year(1000, 0.4, 0)
    check, training = today - year(1000, 0.9, 0), today - year(500, 0.4, 0)
    model = str(case.spec(str)["views"])
    for saved, cost, gain, each in (
        (check, 22_000, "17,000 / 22,000", 0.77),
        (training, 15_000, "14,400 / 15,000", 0.96),
    ):
        assert f"{round(saved - cost):,} / {cost:,}" == gain
        assert (saved - cost) / cost == pytest.approx(each, abs=5e-3)
        assert gain in model
    assert (check - 22_000) - (training - 15_000) == pytest.approx(2600)
    assert "2,600" in model
    assert year(450, 0.4, 15_000) < year(1000, 0.9, 22_000) < year(460, 0.4, 15_000)


def test_the_figure_of_costs_is_that_of_the_ledger() -> None:
    rows = find_figure("quality-costs").rows
    assert [row["amount"] for row in rows] == [20, 40, 90, 150]
    assert [row["kind"] for row in rows] == list(KINDS)


def test_the_published_points_of_turnover_lie_on_the_line_of_the_model() -> None:
    for row in load("published/turnover_and_profit"):
        assert cost_per_point(row["adr"]) == row["cost"]
