"""Discussion question 1: what the analyser says about a failure, its recovery and all guests."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given, settings

from servicequality.core.values import read
from servicequality.exercises import find
from servicequality.exercises.recovery_analyser import GUESTS, compute
from servicequality.exercises.recovery_analyser.texts import (
    DIMENSIONS,
    GAPS,
    PARTS,
    REASONS,
    RIGHT_NOTES,
)
from servicequality.page.html import to_text
from tests.drawing import values

EXERCISE = find("recovery-analyser")
START = EXERCISE.start(str)
CHECKED = values(EXERCISE).map(lambda raw: read(EXERCISE.spec(str)["fields"], raw)[0])
drawing = settings(derandomize=True, database=None, deadline=None, max_examples=200)
VIEWS = {view.name: view for view in EXERCISE.views}


def result_for(**changes: Any) -> dict[str, Any]:
    """The result for the start values with some changed."""
    return compute({**START["values"], **changes})


def said(view: str, **changes: Any) -> str:
    """What a view says for the start values with some changed."""
    return to_text(EXERCISE.start(str, changed=changes)["views"][view], "en")


KIRIL_DECIDES: dict[str, Any] = {
    "done": ["apology", "choice", "authority"],
    "minutes": 15,
    "employees": 1,
    "resolved": "yes",
}
FLAWLESS: dict[str, Any] = {
    **KIRIL_DECIDES,
    "done": ["apology", "explanation", "choice", "authority", "follow_up"],
    "compensation": 100,
}


# The failure


def test_the_account_needs_promise_and_failure() -> None:
    assert said("account") == ""
    for missing in ("promised", "failed"):
        assert said("account", **{missing: ""}).startswith("Say both")


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_kind_and_dimension_are_told_and_a_doubtful_pair_is_named(dimension: str) -> None:
    doubtful = dimension in ("responsiveness", "assurance", "empathy")
    told = said("classified", kind="outcome", dimension=dimension)
    assert DIMENSIONS[dimension] in told
    assert "outcome (technical) failure" in told
    assert ("Change one of the two, or say why" in told) == doubtful
    told = said("classified", kind="process", dimension=dimension)
    assert "process (functional) failure" in told
    assert "Change one of the two" not in told


@pytest.mark.parametrize("gap", GAPS)
def test_each_gap_gets_its_own_answer_for_the_hotel_and_for_an_own_case(gap: str) -> None:
    number = gap[1]
    for whose in ("yasen", "own"):
        assert f"Gap {number}" in said("gap_told", whose=whose, gap=gap)
    assert said("gap_told", whose="own", gap=gap).startswith(f"To show Gap {number}, ")


# The recovery


def test_the_start_values() -> None:
    result = START["result"]
    assert result["distributive"] == pytest.approx(40 * (40 / 240) / 0.4)
    assert result["procedural"] == pytest.approx(30 * 35 / 45 + 7.5 + 20)
    assert result["interactional"] == pytest.approx(35)
    assert (result["weakest_id"], result["reason_id"]) == ("distributive", "solved")
    assert result["deviation"] == "unsolved"
    assert (result["kept"], result["broken"], result["unknown"]) == (2, 6, 0)


LOST_BY: list[tuple[dict[str, Any], str, str]] = [
    ({}, "distributive", "solved"),
    ({**FLAWLESS, "compensation": 0, "resolved": "partly"}, "distributive", "compensation"),
    ({**FLAWLESS, "minutes": 60}, "procedural", "speed"),
    ({**FLAWLESS, "employees": 5}, "procedural", "voices"),
    (
        {**FLAWLESS, "done": ["apology", "explanation", "choice", "follow_up"]},
        "procedural",
        "authority",
    ),
    (
        {**FLAWLESS, "done": ["apology", "explanation", "authority", "follow_up"]},
        "procedural",
        "choice",
    ),
    ({**FLAWLESS, "again": True}, "procedural", "no_repeat"),
    (
        {**FLAWLESS, "done": ["explanation", "choice", "authority", "follow_up"]},
        "interactional",
        "apology",
    ),
    (KIRIL_DECIDES, "interactional", "explanation"),
    (
        {**FLAWLESS, "done": ["apology", "explanation", "choice", "authority"]},
        "interactional",
        "follow_up",
    ),
]


@pytest.mark.parametrize(("changes", "weakest", "reason"), LOST_BY)
def test_the_weakest_justice_and_its_reason(
    changes: dict[str, Any], weakest: str, reason: str
) -> None:
    result = result_for(**changes)
    assert (result["weakest_id"], result["reason_id"]) == (weakest, reason)
    assert result["weakest_state"] == "one"
    assert " is weakest: " in said("weakest", **changes)


def test_all_parts_are_a_reason_somewhere() -> None:
    assert {reason for _changes, _weakest, reason in LOST_BY} == set(PARTS)


def test_flawless_recovery_has_all_points_and_no_weakest() -> None:
    assert said("weakest", **FLAWLESS) == "All three kinds of justice have 100 of 100 points."
    assert said("deviation", **FLAWLESS).startswith("No double deviation")


def test_equal_lowest_scores_are_told_as_equal() -> None:
    changes = {
        **KIRIL_DECIDES,
        "done": ["apology", "explanation"],
        "price": 0,
        "resolved": "partly",
        "minutes": 15,
    }
    result = result_for(**changes)
    assert [row["score"] for row in result["scores"]] == [70.0, 65.0, 70.0]
    tied = result_for(**{**changes, "done": ["apology", "explanation", "choice", "handed_on"]})
    assert tied["weakest_state"] == "tied"
    assert tied["weakest_id"] == "distributive"


@pytest.mark.parametrize(
    ("resolved", "again", "state"),
    [
        ("no", False, "unsolved"),
        ("no", True, "both"),
        ("partly", True, "again"),
        ("yes", True, "again"),
        ("partly", False, "partly"),
        ("yes", False, "none"),
    ],
)
def test_double_deviation(resolved: str, again: bool, state: str) -> None:
    assert result_for(resolved=resolved, again=again)["deviation"] == state
    flagged = said("deviation", resolved=resolved, again=again).startswith("Double deviation")
    assert flagged == (again or resolved == "no")


def test_a_hotel_that_was_not_told_cannot_be_scored() -> None:
    result = result_for(told=False)
    assert result["parts"] == result["scores"] == []
    for view in ("weakest", "parts", "fairness"):
        assert said(view, told=False) == ""
    assert "Few complaints do not mean satisfied guests" in said("deviation", told=False)
    assert "There is nothing to score" in said("justice_chart", told=False)
    assert said("break_even", told=False).startswith("The hotel was not told")
    assert said("summary", told=False).startswith("Not told")
    assert result["after_percent"] == pytest.approx(40)


def test_fair_compensation_goes_by_severity() -> None:
    assert "40% of the price" in said("fairness")
    assert "here it was 17%. Severe failures" in said("fairness")
    assert said("fairness", severity=3).endswith("severity 3; here it was 17%.")
    assert said("fairness", price=0).startswith("No price was paid")


def test_reasons_are_asked_for_judged_and_dropped_when_solved() -> None:
    assert said("why", unsolved=[]).startswith("It was not fully resolved")
    assert said("why") == ""
    assert result_for(unsolved=["no_plan"], resolved="yes")["reasons"] == []
    judged = {row["item"]: row for row in result_for(unsolved=list(REASONS))["reasons"]}
    assert list(judged) == list(REASONS)
    assert {item for item, row in judged.items() if row["state"] == "wrong"} == {"never_told"}
    clashing = result_for(unsolved=list(REASONS), done=["authority", "explanation"])["reasons"]
    assert {row["item"] for row in clashing if row["state"] == "wrong"} == {
        "no_authority",
        "uninformed",
        "never_told",
    }
    alone = result_for(unsolved=["never_told"], told=False, resolved="yes")["reasons"]
    assert [(row["state"], row["note"]) for row in alone] == [("reason", "never_told")]


def test_every_note_on_a_right_can_be_reached() -> None:
    found: set[str] = set()
    for changes in (
        {},
        {"told": False, "gap": "G1", "promised": ""},
        {"gap": "G1", "minutes": 15, "compensation": 0},
        {"again": True, "done": ["explanation", "choice", "handed_on"], "gap": "G1"},
        {**FLAWLESS, "severity": 1},
        {"resolved": "yes", "done": [], "compensation": 0},
    ):
        found |= {row["note"] for row in result_for(**changes)["rights"]}
    assert found == set(RIGHT_NOTES)


def test_the_rights_are_counted() -> None:
    assert said("rights_count").startswith("Of eight rights, 2 are kept, 6 are broken, and 0")


# This guest


def test_what_the_guest_is_worth() -> None:
    result = START["result"]
    assert result["clv"] == pytest.approx(480)
    assert result["at_risk"] == pytest.approx(240)
    assert result["most"] == pytest.approx(216)
    # The convention is on screen; no line breaks inside its bracket.
    assert "CLV = m·r/(1 + i − r)" in said("worth").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({"compensation": 215}, "below"),
        ({"compensation": 220}, "above"),
        # (0.55 − 0.30) · 480 = 120.
        ({"compensation": 120, "good": 55}, "equal"),
        ({"good": 30}, "nothing"),
        ({"good": 20}, "nothing"),
        ({"margin": 0}, "nothing"),
        ({"retention": 0}, "nothing"),
        ({"told": False}, "untold"),
    ],
)
def test_compensation_against_break_even(changes: dict[str, Any], state: str) -> None:
    assert result_for(**changes)["break_even_state"] == state


def test_a_gain_from_failing_is_doubted() -> None:
    changes = {**FLAWLESS, "good": 90}
    assert said("risk", **changes).endswith("Is that believable?")
    assert result_for(**changes)["at_risk"] < 0
    assert said("paradox", **changes).startswith("You assume a recovery paradox")
    assert said("paradox", good=80).startswith("You do not rely on a recovery paradox")


# All guests


def test_the_changes_are_those_of_the_test_vector() -> None:
    # The course's literature notes, section 2.11.
    retentions = [row["retention"] for row in START["result"]["changes"]]
    assert retentions == pytest.approx([72.75, 73.25, 73.56, 74.60, 76.375])
    lost = [row["lost"] for row in START["result"]["changes"]]
    assert lost == pytest.approx([GUESTS * (80 - r) / 100 for r in retentions])
    assert said("prevent").startswith(
        "Guests kept a year: +290 with half the failures, +148 with hearing and solving more."
    )


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, "ahead"),
        ({"failure": 0}, "no_failures"),
        ({"good": 100}, "ahead_oddly"),
        ({"unresolved": 70, "helped": 0, "good": 80, "complain": 80, "silent": 0}, "behind"),
        ({"retention": 50, "good": 50, "unresolved": 50, "silent": 50}, "equal"),
    ],
)
def test_preventing_against_recovering(changes: dict[str, Any], state: str) -> None:
    result = result_for(**changes)
    assert result["prevent"] == state
    assert said("prevent", **changes) != ""


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, "pays"),
        ({"helped": 22}, "harms"),
        ({"helped": 23}, "pays"),
        ({"good": 50, "unresolved": 30, "silent": 40}, "equal"),
        ({"silent": 30}, "always"),
        ({"silent": 80}, "never"),
        ({"good": 30}, "no_gain"),
    ],
)
def test_whether_inviting_complaints_pays(changes: dict[str, Any], state: str) -> None:
    assert result_for(**changes)["inviting"] == state
    assert said("inviting", **changes) != ""


def test_the_iceberg() -> None:
    assert said("iceberg").startswith(
        "Of 8,000 guests a year, 1,600 meet a failure. 480 complain, 1,120 say nothing."
    )
    assert "none complains" in said("iceberg", complain=0)
    assert (
        said("iceberg", failure=0) == "Nobody meets a failure. Expected retention is r₀ = 80.00%."
    )


def test_prevention_is_asked_for_and_tested_against_the_gap() -> None:
    for gap in GAPS:
        assert said("measure", gap=gap).startswith("You have named no measure yet. Gap " + gap[1])
        given_one = said("measure", gap=gap, prevention="Ask guests when they book")
        assert given_one.startswith("Test your measure, “Ask guests when they book”.")
        assert f"closes Gap {gap[1]}" in given_one


# All that can be entered


@given(CHECKED)
@drawing
def test_whatever_is_entered_every_number_is_finite_and_in_its_range(raw: dict[str, Any]) -> None:
    result = compute(raw)
    numbers = [n for n in result.values() if isinstance(n, (int, float))]
    assert all(math.isfinite(number) for number in numbers)
    for row in result["scores"]:
        assert -1e-9 <= row["score"] <= 100 + 1e-9
    for row in result["changes"]:
        assert -1e-9 <= row["retention"] <= 100 + 1e-9
    assert result["kept"] + result["broken"] + result["unknown"] == 8
    if raw["told"]:
        lowest = min(row["score"] for row in result["scores"])
        assert result["weakest_score"] == pytest.approx(lowest)


# The tasks and the model answer say what is true


def test_task_one_the_weakest_justice_before_and_after() -> None:
    before, after = START["result"], result_for(**KIRIL_DECIDES)
    assert (before["weakest_id"], round(before["weakest_score"])) == ("distributive", 17)
    assert round(before["share"]) == 17
    assert (after["weakest_id"], round(after["weakest_score"])) == ("interactional", 35)
    assert after["reason_id"] == "explanation"
    assert round(after["distributive"]) == 77
    assert (round(before["procedural"]), round(after["procedural"])) == (51, 100)
    assert (round(before["at_risk"]), round(after["at_risk"])) == (240, 24)


def test_task_two_break_even_rises_with_retention() -> None:
    assert [round(result_for(retention=r)["most"]) for r in (70, 85)] == [142, 275]


def test_task_three_the_border_of_inviting() -> None:
    assert result_for(helped=23)["inviting"] == "pays"
    assert result_for(helped=22)["inviting"] == "harms"


def test_task_four_prevention_stays_ahead() -> None:
    found = [result_for(good=good) for good in (75, 100)]
    assert [(round(r["half_gain"]), round(r["both_gain"])) for r in found] == [
        (290, 148),
        (260, 248),
    ]


def test_the_numbers_of_tasks_and_model_answer_are_those_of_the_exercise() -> None:
    answers = " ".join(task.answer for task in EXERCISE.tasks)
    for number in ("17 points", "77", "51 to 100", "240 to 24", "142 to 275", "290", "148", "260"):
        assert number in answers
    model = " ".join(EXERCISE.teaching.model_answer)
    result = START["result"]
    assert f"{result['distributive']:.0f} of 100 points" in model
    assert f"middling ({result['procedural']:.0f})" in model
    assert f"justice ({result['interactional']:.0f})" in model
    broken = {row["item"] for row in result["rights"] if row["state"] == "wrong"}
    assert {"R3", "R4", "R7"} <= broken
    assert 180 <= len(model.split()) <= 330


def test_the_assumptions_are_named_as_such() -> None:
    honesty = EXERCISE.teaching.honesty
    for part in ("invented", "constructs of this course", "assumptions", "2007", "2015"):
        assert part in honesty
    assert VIEWS["parts"].caption.endswith("(a construct of this course)")
