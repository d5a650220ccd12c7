"""Discussion question 7: the programme, the chain, the money, turnover; every task's answer."""

from __future__ import annotations

import itertools
import math
import re
from typing import Any

import pytest
from hypothesis import given, settings

from servicequality.core.values import read
from servicequality.exercises import find
from servicequality.exercises.chain_simulator import compute
from servicequality.exercises.chain_simulator.texts import (
    AUTHORITY,
    CAUTION,
    CURVE,
    DIRECTION,
    LINE,
    LINKED,
    PASSING,
    PAYBACK,
    SOURCE,
    TURNOVER,
)
from servicequality.model.profit_chain import run
from servicequality.page.html import to_text
from tests.drawing import values

EXERCISE = find("chain-simulator")
START = EXERCISE.start(str)
CHECKED = values(EXERCISE).map(lambda raw: read(EXERCISE.spec(str)["fields"], raw)[0])
drawing = settings(derandomize=True, database=None, deadline=None, max_examples=60)
TASKS = [task.answer for task in EXERCISE.tasks]
NOTHING: dict[str, Any] = {"internal": 50}
DOWN: dict[str, Any] = {"internal": 30, "complaints": 20, "loop": True}
LEVELS = ("satisfaction", "competence", "quality", "guest_satisfaction")


def result_for(**changes: Any) -> dict[str, Any]:
    """The result for the start values with some changed."""
    return compute({**START["values"], **changes})


def said(view: str, **changes: Any) -> str:
    """What a view says for the start values with some changed."""
    return to_text(EXERCISE.start(str, changed=changes)["views"][view], "en")


# The start is the reference run


def test_the_start_is_the_reference_run() -> None:
    result, months = START["result"], run(80)
    for row in result["levels"]:
        month = months[row["month"]]
        for level in ("month", "satisfaction", "competence", "quality", "guest_satisfaction"):
            assert row[level] == month[level]
    for row in result["money"]:
        assert row["profit"] == months[row["month"]]["profit"] / 1000
        assert row["before"] == 13.25
    assert [row["month"] for row in result["money_table"]] == [
        "0", "3", "6", "9", "12", "18", "24", "36",
    ]  # fmt: skip
    sums = [row["so_far"] for row in result["money_table"][:7]]
    printed = [-12_000, -43_379, -67_928, -75_186, -56_653, 65_874, 294_841]
    assert sums == pytest.approx(printed, abs=0.51)


def test_the_programme_table_adds_up() -> None:
    result = result_for(
        internal=70, training=0.8, authority="within_limits", reward=20, complaints=13
    )
    parts = {row["part"]: (row["points"], row["cost"]) for row in result["parts"]}
    assert parts == {
        "internal": (20, 8000),
        "training": (0, 1800),
        "authority": (6, 500),
        "reward": (6, 2000),
        "complaints": (-3, 0),
        "together": (29, 12_300),
    }


@given(CHECKED)
@drawing
def test_what_always_holds(raw: dict[str, Any]) -> None:
    result = compute(raw)
    rows = {row["part"]: row for row in result["parts"]}
    parts = [row for name, row in rows.items() if name != "together"]
    whole = math.fsum(row["points"] for row in parts)
    target = min(100, max(0, 50 + whole))
    assert rows["together"]["points"] == pytest.approx(target - 50)
    extra = math.fsum(row["cost"] for row in parts)
    assert result["extra"] == pytest.approx(extra, abs=1e-6)
    first = result["money"][0]
    assert first["profit"] - first["before"] == pytest.approx(-extra / 1000, abs=1e-5)
    assert 0 <= result["last_turnover"] <= 96 + 1e-9
    assert result["first_turnover"] == pytest.approx(54)
    labels = sorted(result["levels"][-1][f"{name}_label"] for name in LEVELS)
    assert all(higher - lower >= 7 - 1e-9 for lower, higher in itertools.pairwise(labels))
    assert all(0 < label < 100 for label in labels)


@given(CHECKED)
@drawing
def test_nothing_that_is_shown_is_left_unfilled(raw: dict[str, Any]) -> None:
    views = EXERCISE.start(str, changed=raw)["views"]
    for name, nodes in views.items():
        text = to_text(nodes, "en")
        assert re.search(r"[{}]|NaN|nan\b|None|inf\b", text) is None, (name, text)


# Each outcome

OUTCOMES: dict[str, dict[str, dict[str, Any]]] = {
    "payback": {
        "repaid": {},
        "not_within": {"complaints": 30, "cost_per_point": 1000},
        "eaten": DOWN,
        "saved": {"internal": 48, "complaints": 0},
        "free_gain": {"internal": 50, "complaints": 5},
        "free_loss": {"internal": 50, "complaints": 15},
        "no_change": NOTHING,
    },
    "passing": {"rises": {}, "falls": DOWN, "none": NOTHING},
    "curve": {
        "j": {},
        "sinking": {"internal": 55, "complaints": 30},
        "reversed": DOWN,
        "cheaper": {"internal": 48, "complaints": 0},
        "free_gain": {"internal": 50, "complaints": 5},
        "free_loss": {"internal": 50, "complaints": 15},
        "flat": NOTHING,
    },
    "turnover": {
        "reached": {},
        "short": {"internal": 60},
        "rises": {"internal": 40},
        "same": NOTHING,
    },
    "direction": {
        "up_open": {},
        "up_closed": {"loop": True},
        "down_open": {"internal": 30},
        "down_closed": DOWN,
        "mixed_open": {"internal": 55, "training": 0.1},
        "mixed_closed": {"internal": 55, "training": 0.1, "loop": True},
        "still_open": NOTHING,
        "still_closed": {"internal": 50, "loop": True},
    },
    "caution": {
        "plain": {},
        "maximal": {"internal": 95},
        "squeezed": {"internal": 60, "complaints": 25},
        "untrained": {"training": 0.1},
    },
    "line": {
        "less": {},
        "more": {"turnover_change": 5},
        "none": {"turnover_change": 0},
        "below": {"adr": 62},
    },
    "linked": {"less": {}, "more": {"internal": 40}, "none": NOTHING},
    "source": {"inside": {}, "outside": {"adr": 126}, "below": {"adr": 62}},
}
TEXTS = {
    "payback": PAYBACK,
    "passing": PASSING,
    "curve": CURVE,
    "turnover": TURNOVER,
    "direction": DIRECTION,
    "caution": CAUTION,
    "line": LINE,
    "linked": LINKED,
    "source": SOURCE,
}


def test_every_sentence_has_an_outcome_below() -> None:
    assert {name: set(texts) for name, texts in TEXTS.items()} == {
        name: set(outcomes) for name, outcomes in OUTCOMES.items()
    }


@pytest.mark.parametrize(
    ("view", "outcome"), [(view, outcome) for view in OUTCOMES for outcome in OUTCOMES[view]]
)
def test_each_outcome_is_reached_and_said(view: str, outcome: str) -> None:
    changes = OUTCOMES[view][outcome]
    assert result_for(**changes)[view] == outcome
    beginning = TEXTS[view][outcome].split("{")[0]
    assert said(view, **changes).startswith(beginning)


def test_without_a_change_nothing_moves() -> None:
    for loop in (False, True):
        result = result_for(internal=50, loop=loop)
        assert result["links"] == []
        assert (result["delay"], result["extra"], result["gain"]) == ("none", 0, 0)
        assert all(row["profit"] == row["before"] for row in result["money"])
    assert said("links", internal=50) == "Nothing in the chain moves."
    assert said("back_in", internal=50).startswith("The money is back in month–")


def test_the_delay_is_named() -> None:
    halves = {row["link"]: row["half"] for row in START["result"]["links"]}
    assert list(halves.values()) == sorted(halves.values())
    assert (halves["satisfaction"], halves["guests"]) == (2, 19)
    assert "half of its way in month 2," in said("delay")
    assert "only in month 19." in said("delay")


def test_the_published_line_is_shown_with_its_caveat() -> None:
    assert "one point costs 14,375 dollars" in said("line")
    assert "143,750 dollars more" in said("line")
    assert "one point costs 19,625 dollars" in said("line", adr=100)
    assert "US in 2001" in said("source")
    for changes in ({"adr": 40}, {"adr": 62}):
        shown = said("line", **changes)
        assert "says nothing" in shown
        assert said("linked", **changes) == ""
    assert "one point costs 200 dollars" in said("line", adr=63)


def test_no_training_and_much_training() -> None:
    skills = [result_for(training=level)["last_competence"] for level in (0.0, 0.2, 0.5, 0.8, 1.0)]
    assert skills == sorted(skills)
    assert skills[0] < 5


def test_a_reward_and_authority_raise_satisfaction() -> None:
    found = [
        result_for(internal=50, authority=authority)["last_satisfaction"] for authority in AUTHORITY
    ]
    assert found == pytest.approx([44, 50, 56], abs=1e-3)
    assert result_for(internal=50, reward=20)["last_satisfaction"] == pytest.approx(56, abs=1e-3)


# The answers to the tasks are true


def test_task_1_the_start() -> None:
    result = START["result"]
    assert (result["passing"], result["passes"]) == ("rises", 9)
    assert (result["payback"], result["back_in"]) == ("repaid", 16)
    assert "in month 9." in TASKS[0]
    assert "in month 16," in TASKS[0]
    order = [row["half"] for row in result["links"]]
    assert order == sorted(order)


def test_task_2_the_loop_closed() -> None:
    opened, closed = START["result"], result_for(loop=True)
    assert round(opened["last_satisfaction"], 1) == 80
    assert round(closed["last_satisfaction"], 1) == 86.3
    assert (round(opened["gain"]), round(closed["gain"])) == (1008, 1088)
    assert "ends at 86.3 instead of 80" in TASKS[1]
    assert "1,008 to 1,088 thousand" in TASKS[1]


def test_task_3_the_cheapest_programme() -> None:
    found = []
    for internal, authority, reward in itertools.product(range(101), AUTHORITY, range(0, 61, 5)):
        # Only what may reach the goal at a price that may be the lowest is worth a run.
        cost = 400 * (internal - 50) + (500 if authority == "within_limits" else 0) + 100 * reward
        if cost > 2600:
            continue
        result = result_for(internal=internal, authority=authority, reward=reward)
        if result["turnover"] == "reached":
            found.append((result["extra"], internal, authority, reward, result["points_less"]))
    cheapest, second = sorted(found)[:2]
    assert cheapest[:4] == (2300, 52, "within_limits", 10)
    assert second[0] > 2300
    assert round(cheapest[4], 1) == 10.1
    assert "quality 52," in TASKS[2]
    assert "2,300 euros a month for 10.1 points" in " ".join(TASKS[2].split())
    alone = [result_for(internal=internal)["turnover"] for internal in (61, 62)]
    assert alone == ["short", "reached"]
    assert result_for(internal=62)["extra"] == 4800
    assert "needs 62 and 4,800 euros" in TASKS[2]


def test_task_4_the_loop_down() -> None:
    result = result_for(**DOWN)
    assert result["direction"] == "down_closed"
    assert result["first_apart"] == 8000
    assert (result["passing"], result["passes"]) == ("falls", 8)
    assert (result["payback"], result["turn"]) == ("eaten", 12)
    assert result["gain"] > 1000
    for words in ("8,000 euros in month 0", "In month 8", "in month 12", "more than a million"):
        assert words in TASKS[3]


def test_task_5_more_is_not_always_better() -> None:
    gains = {n: result_for(internal=n, cost_per_point=800)["gain"] for n in range(51, 101)}
    assert (round(gains[85]), round(gains[100])) == (575, 492)
    assert max(gains, key=lambda n: gains[n]) == 85
    assert "575 thousand euros and 100 only 492" in TASKS[4]
    states = {result_for(internal=n, cost_per_point=800)["payback"] for n in (85, 100)}
    assert states == {"repaid"}
    guests = [result_for(internal=n)["money_table"][-1]["guests"] for n in (55, 60, 95, 100)]
    assert guests[1] - guests[0] > guests[3] - guests[2]


# The model answer


def test_the_model_answer_tells_what_the_simulator_shows() -> None:
    text = " ".join(EXERCISE.teaching.model_answer)
    halves = {row["link"]: row["half"] for row in START["result"]["links"]}
    assert f"half of its way in month {halves['satisfaction']}," in text
    assert f"only in month {START['result']['passes']}," in text
    assert f"back in month {START['result']['back_in']}." in text
    assert START["result"]["point_price"] == 14_375
    assert "14,375 dollars" in text
    for ordinal in ("First,", "Second,", "Third,", "Fourth,"):
        assert ordinal in text


def test_the_model_answer_is_not_longer_than_what_is_asked_for_by_far() -> None:
    words = " ".join(EXERCISE.teaching.model_answer).split()
    assert 180 <= len(words) <= 330
