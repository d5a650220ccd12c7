"""The six cases: the key is right, and every wrong answer is told why it is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from servicequality.content import load
from servicequality.exercises import find
from servicequality.exercises.diagnose_gaps import compute
from servicequality.page.html import to_text

EXERCISE = find("diagnose-gaps")
CASES = load("diagnosis")
GAPS = ["G1", "G2", "G3", "G4"]
KEY = {f"gap_{case['id']}": case["gap"] for case in CASES} | {
    f"remedy_{case['id']}": next(r["id"] for r in case["remedies"] if r["fits"]) for case in CASES
}
NUMBER = {case["id"]: number for number, case in enumerate(CASES, start=1)}
BY_ID = pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])


def result_for(**answers: str) -> dict[str, Any]:
    """The result for these answers, the rest left open."""
    return compute({**EXERCISE.start(str)["values"], **answers}, EXERCISE.tables)


def said(case: dict[str, Any], **answers: str) -> str:
    """What is said below a case for answers to it (`gap` and `remedy`)."""
    named = {f"{part}_{case['id']}": answer for part, answer in answers.items()}
    return to_text(EXERCISE.start(str, named)["views"][f"checked_{case['id']}"], "en")


def item(part: str, case: dict[str, Any]) -> str:
    """What a line of feedback is about: the `gap` or the `remedy` of a case."""
    return f"the {part} of case {NUMBER[case['id']]}."


def right_gap(case: dict[str, Any]) -> str:
    """What is said where the gap of a case is found."""
    return f"Right: {item('gap', case)} It is Gap {case['gap'][1:]}. {case['why']}"


def right_remedy(case: dict[str, Any]) -> str:
    """The id of the remedy that fits."""
    return KEY[f"remedy_{case['id']}"]


def test_nothing_is_judged_before_an_answer() -> None:
    result = EXERCISE.start(str)["result"]
    assert (result["stage"], result["solved"], result["cases"]) == ("open", 0, 6)
    assert all(result[f"checked_{case['id']}"] == [] for case in CASES)
    assert all(said(case) == "" for case in CASES)


def test_the_key_solves_all_cases() -> None:
    result = result_for(**KEY)
    assert (result["stage"], result["solved"]) == ("done", 6)
    for case in CASES:
        lines = result[f"checked_{case['id']}"]
        assert [(line["item"], line["state"]) for line in lines] == [
            ("gap", "right"),
            ("remedy", "right"),
        ]


def test_what_is_revealed_is_the_key() -> None:
    assert EXERCISE.revealed == KEY


def test_every_gap_inside_the_hotel_has_its_case() -> None:
    assert {case["gap"] for case in CASES} == set(GAPS)


@BY_ID
def test_one_wrong_answer_leaves_its_case_open(case: dict[str, Any]) -> None:
    gap = next(gap for gap in GAPS if gap != case["gap"])
    remedy = next(r["id"] for r in case["remedies"] if not r["fits"])
    for wrong in ({f"gap_{case['id']}": gap}, {f"remedy_{case['id']}": remedy}):
        result = result_for(**{**KEY, **wrong})
        assert (result["stage"], result["solved"]) == ("started", 5)
    for left in (f"gap_{case['id']}", f"remedy_{case['id']}"):
        result = result_for(**{**KEY, left: "open"})
        assert (result["stage"], result["solved"]) == ("started", 5)


@BY_ID
def test_every_gap_that_it_is_not_has_an_explanation_of_its_own(case: dict[str, Any]) -> None:
    wrong = [gap for gap in GAPS if gap != case["gap"]]
    assert set(case["other"]) == set(wrong)
    told = {gap: said(case, gap=gap) for gap in GAPS}
    for gap in wrong:
        assert told[gap] == f"Not this one: {item('gap', case)} {case['other'][gap]}"
    assert told[case["gap"]] == right_gap(case)
    assert len(set(told.values())) == 4


@BY_ID
def test_every_remedy_has_an_explanation_of_its_own(case: dict[str, Any]) -> None:
    gap = right_gap(case)
    told = {
        remedy["id"]: said(case, gap=case["gap"], remedy=remedy["id"])
        for remedy in case["remedies"]
    }
    for remedy in case["remedies"]:
        state = "Right" if remedy["fits"] else "Not this one"
        named = f"{remedy['text']}. " if remedy["fits"] else ""
        told_of = f"{item('remedy', case)} {named}{remedy['feedback']}"
        assert told[remedy["id"]] == f"{gap}{state}: {told_of}"
    assert len(set(told.values())) == 3


@BY_ID
def test_a_remedy_waits_for_the_gap(case: dict[str, Any]) -> None:
    first = "Find the gap first. Then your remedy is checked."
    waits = f"Wait with: {item('remedy', case)} {first}"
    for remedy in case["remedies"]:
        assert said(case, remedy=remedy["id"]) == waits
    wrong = next(gap for gap in GAPS if gap != case["gap"])
    told = said(case, gap=wrong, remedy=right_remedy(case))
    assert told == f"Not this one: {item('gap', case)} {case['other'][wrong]}{waits}"


@BY_ID
def test_a_case_does_not_name_its_gap(case: dict[str, Any]) -> None:
    names = [gap["name"] for gap in load("gaps")]
    for text in (case["text"], *(remedy["text"] for remedy in case["remedies"])):
        assert "gap" not in text.lower()
        assert not [name for name in names if name in text]


@BY_ID
def test_a_case_stands_above_its_questions_and_its_feedback_below(case: dict[str, Any]) -> None:
    (group,) = [group for group in EXERCISE.groups if group.text == case["text"]]
    assert [field.name for field in group.fields] == [f"gap_{case['id']}", f"remedy_{case['id']}"]
    assert group.shows == (f"checked_{case['id']}",)
    gap, remedy = group.fields
    assert list(gap.options) == ["open", *GAPS]
    assert [key for key in remedy.options if key != "open"] == [r["id"] for r in case["remedies"]]
    assert gap.default == remedy.default == "open"


def test_the_right_remedy_is_not_always_in_the_same_place() -> None:
    places = [[remedy["fits"] for remedy in case["remedies"]].index(True) for case in CASES]
    assert len(set(places)) > 1


def test_the_stage_counts_what_is_solved() -> None:
    first = CASES[0]
    answers = {f"gap_{first['id']}": first["gap"], f"remedy_{first['id']}": right_remedy(first)}
    text = to_text(EXERCISE.start(str, answers)["views"]["stage"], "en")
    assert text == "Gap and remedy are right in 1 of 6 cases."
