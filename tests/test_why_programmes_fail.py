"""Chapter 12: its explorers at their start and in their tasks, its case, its figures."""

from __future__ import annotations

import random
from itertools import permutations
from typing import Any

import nbformat
import pytest
from hypothesis import given, settings

from servicequality.exercises import find
from servicequality.exercises.change_plan.texts import FIRST_PLAN, RULES, STEPS
from servicequality.figures import find as find_figure
from servicequality.model.introduction import mistakes, mistakes_by_week, share_found
from servicequality.model.programme_survival import survival_after, yearly_survival
from servicequality.page.html import to_text
from tests.conftest import ROOT
from tests.drawing import values

DESK = find("fast-or-personal")
PLAN = find("change-plan")
LIFE = find("programme-survival")
# The plan of the second task.
RIGHT = {
    "managers": 1, "worries": 2, "sell": 3, "write": 4, "measure": 5, "train": 6, "trial": 8,
    "correct": 12, "everyone": 14, "promise": 16,
}  # fmt: skip
ALL = ["commitment", "champion", "owner"]
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


def prose() -> str:
    """All that the chapter says."""
    path = ROOT / "chapters" / "12-why-programmes-fail.ipynb"
    return "\n".join(cell.source for cell in nbformat.read(path, as_version=4).cells)


# Fast or personal


def test_at_the_start_both_ways_are_the_same() -> None:
    found = result(DESK)
    assert found["personal_state"] == "same"
    assert found["wait"] == pytest.approx(2.25)
    assert found["unmet"] == 0


def test_one_guest_in_five_makes_everybody_wait() -> None:
    found = result(DESK, variety=20)
    assert (found["wait_conveyor"], found["wait"]) == pytest.approx((2.25, 10))
    assert found["unmet"] == pytest.approx(4.8)
    assert "10.0 minutes" in answer(DESK, 1)
    assert "4.8 guests" in answer(DESK, 1)
    assert "instead of 2.25." in said(DESK, "told_personal", variety=20)
    assert "stays at 2.25 minutes" in answer(DESK, 1)
    assert found["wait"] / found["wait_conveyor"] > 4
    # The worked line of the prose.
    assert found["busy_share"] == pytest.approx(100 * 0.2 * 4)
    assert found["wait"] == pytest.approx(0.2 * 20 / (2 * 0.2))
    assert "E[S] = 4$" in prose()
    assert "(4 \\cdot 9 + 64) / 5 = 20" in prose()


def common_queue(share: float, guests: int = 300_000) -> float:
    """The average wait of simulated guests who wait in one queue for two desks."""
    source = random.Random(12)
    now = whole = 0.0
    free = [0.0, 0.0]
    for _ in range(guests):
        now += source.expovariate(24 / 60)
        desk = free.index(min(free))
        begins = max(now, free[desk])
        whole += begins - now
        free[desk] = begins + (8 if source.random() < share else 3)
    return whole / guests


def test_one_common_queue_shortens_the_wait() -> None:
    assert common_queue(0.2) == pytest.approx(4.4, rel=0.03)
    assert common_queue(0.3) == pytest.approx(12, rel=0.06)
    for number in ("4.4 minutes", "about 12", "25.5", "At 40%"):
        assert number in answer(DESK, 4)
    assert "more than halves the wait" in prose()


def test_at_two_in_five_the_queue_has_no_end() -> None:
    assert result(DESK, variety=35)["wait"] is not None
    found = result(DESK, variety=40)
    assert (found["wait"], found["personal_state"]) == (None, "endless")
    assert found["busy_share"] == pytest.approx(100)


def test_the_quick_way_makes_room() -> None:
    waits = {quick: result(DESK, variety=30, quick=quick)["wait_both"]
             for quick in range(0, 91, 5)}  # fmt: skip
    assert waits[0] == pytest.approx(25.5)
    assert min(quick for quick, wait in waits.items() if wait < 10) == 35
    assert waits[35] == pytest.approx(9.43, abs=0.005)
    for number in ("25.5", "35%", "9.43"):
        assert number in answer(DESK, 3)


def test_with_few_guests_who_need_more_the_conveyor_may_be_better() -> None:
    found = result(DESK, variety=5, arrivals=30)
    assert found["wait_conveyor"] == pytest.approx(4.5)
    assert found["wait"] == pytest.approx(7.8, abs=0.05)
    assert found["unmet"] == pytest.approx(1.5)
    for number in ("4.5 minutes", "7.8", "1.5 guests"):
        assert number in answer(DESK, 5)


@given(values(DESK))
@drawing
def test_the_quick_way_never_lengthens_the_wait(raw: dict[str, Any]) -> None:
    found = DESK.compute(raw)
    if found["wait"] is not None:
        assert found["wait_both"] <= found["wait"] + 1e-9
    assert all(0 <= row["wait"] <= 20 + 1e-9 for row in found["curves"])


# The plan


def weeks(**changed: int) -> list[dict[str, Any]]:
    """Viktor's plan with some steps moved."""
    return [{"id": step, "week": changed.get(step, FIRST_PLAN[step])} for step in STEPS]


def planned(**changed: int) -> dict[str, Any]:
    """What a plan gives, after a guess."""
    return result(PLAN, guess="five", plan=weeks(**changed))


def test_nothing_is_judged_before_a_guess() -> None:
    found = result(PLAN)
    assert found["kept"] is None
    assert found["checked"] == []
    assert {row["state"] for row in found["timeline"]} == {"fine"}
    assert [row["step"] for row in found["timeline"]][:2] == ["promise", "everyone"]


def test_viktors_plan_keeps_two_rules() -> None:
    found = planned()
    kept = {row["item"] for row in found["checked"] if row["state"] == "right"}
    assert kept == {"train_trial", "trial_correct"}
    assert found["score"] == pytest.approx(-5 / 9)
    assert found["lesson"] == "no_trial"
    assert "−0.56" in said(PLAN, "stage", guess="two")
    for text in (answer(PLAN, 1), prose()):
        assert "0.56" in text


def test_the_plan_of_the_second_task_keeps_all_rules() -> None:
    found = planned(**RIGHT)
    assert (found["kept"], found["score"], found["stage"]) == (9, 1, "all")
    assert (found["lesson"], found["seen"]) == ("learned", 160)
    assert all(row["note"] is None for row in found["checked"])
    for step, week in RIGHT.items():
        assert str(week) in answer(PLAN, 2), step


def test_36_orders_keep_all_rules() -> None:
    names = list(STEPS)
    pairs = [(names.index(rule["first"]), names.index(rule["then"])) for rule in RULES]
    # The last four follow each other, after the training: only what comes before it can move.
    free = [names.index(step) for step in ("managers", "worries", "sell", "write", "measure")]
    train = names.index("train")
    tail = [names.index(step) for step in ("trial", "correct", "everyone", "promise")]
    count = 0
    for head in permutations([*free, train]):
        place = {step: at for at, step in enumerate([*head, *tail])}
        count += all(place[first] < place[then] for first, then in pairs)
    assert count == 36
    assert "36 orders" in answer(PLAN, 2)
    assert "36 orders" in prose()


def test_the_right_order_can_be_too_fast() -> None:
    hurried = planned(**{**RIGHT, "correct": 9, "everyone": 10})
    assert hurried["kept"] == 9
    assert hurried["mistakes"] == pytest.approx(189, abs=0.5)
    assert hurried["found"] < 100 / 3
    assert planned(**RIGHT)["mistakes"] == pytest.approx(96)
    late = planned(**{**RIGHT, "correct": 16})
    assert (late["kept"], late["lesson"]) == (8, "nothing_learned")
    assert late["mistakes"] == pytest.approx(133, abs=0.5)
    # Until the late correction works nothing is better: six weeks of trial and four with all.
    weeks_of_it = mistakes_by_week(6, 8, 16, 14)
    assert weeks_of_it[:10] == pytest.approx([0.15 * 40] * 6 + [0.15 * 160] * 4)
    for number in ("189", "96", "133", "240 guests", "640"):
        assert number in answer(PLAN, 3)
    assert "133 mistakes, more than without any trial" in prose()


def test_no_plan_is_without_mistakes() -> None:
    best = min(
        mistakes(1, trial, correct, everyone)
        for trial in range(2, 27)
        for correct in range(trial + 1, 27)
        for everyone in range(correct + 1, 27)
    )
    assert best == pytest.approx(75)
    without = planned(train=1, everyone=3, correct=5)
    assert without["mistakes"] == pytest.approx(105)
    assert min(mistakes(1, 26, correct, 3) for correct in range(1, 27)) == pytest.approx(105)
    assert (max(mistakes_by_week(6, 8, 12, 14)), without["worst"]) == pytest.approx((6, 24))
    waiting = planned(**{**RIGHT, "correct": 16, "everyone": 18, "promise": 20})
    assert (waiting["kept"], waiting["mistakes"]) == (9, pytest.approx(best))
    assert planned(**RIGHT)["mistakes"] == pytest.approx(without["mistakes"] - 9)
    # Why a hurried trial is worse than none: what its one correction removes.
    assert 100 * share_found(40) == pytest.approx(29, abs=0.5)
    assert 100 * share_found(2 * 160) == pytest.approx(94, abs=0.5)
    for number in ("75", "105", "saves 9", "saves 30", "29%", "94%", "320", "6 guests", "24"):
        assert number in answer(PLAN, 4)
    debate = str(find("debate-gradual").spec(str)["views"])
    for number in ("75 guests", "105 guests", "6 mistakes instead of 24", "nine more", "189"):
        assert number in debate


def test_a_trial_without_correction_teaches_nothing() -> None:
    found = planned(**{**RIGHT, "correct": 16, "promise": 17})
    assert found["lesson"] == "nothing_learned"
    assert found["trial_weeks"] == 6


@given(values(PLAN))
@drawing
def test_the_timeline_holds_every_step_once(raw: dict[str, Any]) -> None:
    found = PLAN.start(str, raw)["result"]
    assert {row["step"] for row in found["timeline"]} == set(STEPS)
    order = [row["week"] for row in found["timeline"]]
    assert order == sorted(order)
    if raw["guess"] != "open":
        early = [row for row in found["timeline"] if row["state"] == "early"]
        assert (found["kept"] == 9) == (early == [])


# The programme


def test_nothing_is_told_before_a_guess_of_its_life() -> None:
    found = result(LIFE)
    assert (found["alive"], found["lines"], found["rows"]) == (None, [], [])


def test_the_three_dangers_alone_and_together() -> None:
    found = result(LIFE, guess="13")
    last = found["lines"][-1]
    ends = [last[name] for name in (*ALL, "all")]
    assert ends == pytest.approx([34.3, 51.2, 72.9, 12.8], abs=0.05)
    assert found["stage"] == "near"
    assert result(LIFE, guess="25")["stage"] == "far"
    for number in ("34, 51 and 73", "0.504", "0.128"):
        assert number in answer(LIFE, 1)


def test_the_deputy_is_the_cheapest_safeguard() -> None:
    found = result(LIFE, guess="13")
    points = {row["danger"]: row["points"] for row in found["rows"]}
    assert [points[name] for name in ALL] == pytest.approx([7.8, 8.6, 2.3], abs=0.05)
    assert found["cheapest"] == "champion"
    assert found["cheapest_price"] == pytest.approx(463, abs=0.5)
    assert 12_000 / points["commitment"] == pytest.approx(1543, abs=0.5)
    for number in ("8.6 points", "463", "7.8 points", "1,543"):
        assert number in answer(LIFE, 2)


def test_safeguards_help_each_other() -> None:
    found = result(LIFE, guess="13", guards=["champion"])
    points = {row["danger"]: row["points"] for row in found["rows"]}
    assert (points["commitment"], points["owner"]) == pytest.approx((13.0, 3.8), abs=0.05)
    assert (found["alone_sum"], found["together"]) == pytest.approx((18.7, 27.7), abs=0.05)
    for number in ("13.0", "3.8", "18.7", "27.7"):
        assert number in answer(LIFE, 3)
    # Each multiplies survival by the same factor, whatever else is there.
    for position, share, factor in ((0, 0.4, 1.61), (1, 0.75, 1.67)):
        for others in (0.0, 0.5):
            without = [others, others, others]
            without[position] = 0.0
            protected = [*without]
            protected[position] = share
            ends = [survival_after(yearly_survival([0.3, 0.2, 0.1], guards), 36)
                    for guards in (without, protected)]  # fmt: skip
            assert ends[1] / ends[0] == pytest.approx(factor, abs=0.005)
    assert "1.61" in answer(LIFE, 3)
    assert "the deputy by 1.7" in prose()
    assert "21 of a hundred instead of 13" in answer(LIFE, 3)
    assert found["alive"] == pytest.approx(21, abs=0.5)
    whole = result(LIFE, guess="13", guards=ALL)
    assert whole["alive"] == pytest.approx(40.5, abs=0.05)
    assert "41 of a hundred" in answer(LIFE, 4)
    assert "41" in said(LIFE, "alive", guess="13", guards=ALL)
    assert whole["cheapest_state"] == "done"


@given(values(LIFE))
@drawing
def test_the_line_of_all_is_the_lowest(raw: dict[str, Any]) -> None:
    found = LIFE.compute(raw)
    for row in found["lines"]:
        assert row["all"] <= min(row[name] for name in ALL) + 1e-9
    falling = [row["all"] for row in found["lines"]]
    assert falling == sorted(falling, reverse=True)
    if raw["guess"] != "open":
        assert found["together"] >= found["alone_sum"] - 1e-6


# The figures and the case


def test_the_prose_quotes_the_figure_of_two_kinds_of_guest() -> None:
    points: dict[str, dict[str, float]] = {}
    for row in find_figure("two-kinds-of-guest").rows:
        points.setdefault(row["item"], {})[row["who"]] = row["points"]
    differences = {item: both["business"] - both["couple"] for item, both in points.items()}
    assert sum(abs(difference) < 2 for difference in differences.values()) == 6
    assert "on six of ten attributes the two hardly differ" in prose()
    assert max(differences, key=lambda item: differences[item]) == "wifi"
    assert min(differences, key=lambda item: differences[item]) == "thermal_pool"
    assert max(points, key=lambda item: points[item]["business"]) == "wifi"
    first_two = sorted(points, key=lambda item: -points[item]["couple"])[:2]
    assert first_two == ["quiet_night", "thermal_pool"]
    for one, other, who in (
        ("quiet_night", "cleanliness", "business"),
        ("thermal_pool", "cleanliness", "couple"),
    ):
        assert points[one][who] == pytest.approx(points[other][who], abs=0.2)


def test_the_grid_says_what_the_prose_says() -> None:
    named: dict[str, set[str]] = {}
    for row in find_figure("named-reasons").rows:
        named.setdefault(row["reason"], set()).add(row["source"])
    assert named["commitment"] == {"N", "K", "I", "M"}
    assert named["person"] == {"N", "D"}
    assert named["owner"] == {"N"}
    assert len(named) == 11
    rings = {(row["reason"], row["source"]) for row in find_figure("named-reasons").rows
             if row["mark"] == "consequence"}  # fmt: skip
    assert rings == {("staff", "M"), ("training", "M")}


def test_the_case_tells_the_months_of_the_table() -> None:
    model = str(find("case-coordinator-left").spec(str)["views"])
    lines = [line for line in prose().splitlines() if line.startswith(("| 1–3", "| 4–6", "| 7–9"))]
    assert [line.split("|")[2].strip() for line in lines] == ["6", "4", "2"]
    for told in ("Galina left in month 11", "in month 7 the money was halved", "4.6 to 5.3"):
        assert told in model
    for told in ("9 suggestions", "14 suggestions", "12 suggestions", "3 suggestions"):
        assert told in prose()
    assert "9, then 14, then 12" in model
    assert "Galina leaves in month 11" in prose()
