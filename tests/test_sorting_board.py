"""Discussion question 4: sorting, the key, the kinds' scores, harm, and what comes first."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from servicequality.content import load
from servicequality.core.values import read
from servicequality.exercises import find
from servicequality.exercises.sorting_board import compute
from servicequality.page.html import to_text
from tests.drawing import values

EXERCISE = find("sorting-board")
START = EXERCISE.start(str)
COMPONENTS = load("components")
KEY = {f"kinds_{c['id']}": list(c["accepted"][0]) for c in COMPONENTS}
CHECKED = values(EXERCISE).map(lambda raw: read(EXERCISE.spec(str)["fields"], raw)[0])
drawing = settings(derandomize=True, database=None, deadline=None, max_examples=60)


def result_for(**changes: Any) -> dict[str, Any]:
    """The result for the start values with some changed."""
    return compute({**START["values"], **changes}, EXERCISE.tables)


def said(view: str, **changes: Any) -> str:
    """What a view says for the start values with some changed."""
    return to_text(EXERCISE.start(str, changed=changes)["views"][view], "en")


def states(result: dict[str, Any]) -> dict[str, str]:
    """How each card is judged."""
    return {row["item"]: row["state"] for row in result["checked"]}


def rated(**scores: int) -> list[dict[str, Any]]:
    """The ratings of the start, some scores changed."""
    return [
        {**row, "score": scores.get(row["id"], row["score"])} for row in START["values"]["ratings"]
    ]


def test_nothing_is_given_away_before_it_is_asked_for() -> None:
    for result in (result_for(), result_for(check=True), result_for(**KEY)):
        assert result["right"] is None
        assert result["checked"] == []


@pytest.mark.parametrize(
    ("changes", "stage"),
    [
        ({}, "empty"),
        ({"check": True}, "empty"),
        ({"kinds_sleep": ["technical"]}, "started"),
        (KEY, "sorted"),
        ({**KEY, "check": True}, "enough"),
        ({"kinds_sleep": ["technical"], "check": True}, "more"),
    ],
)
def test_the_stage_follows_what_was_done(changes: dict[str, Any], stage: str) -> None:
    assert result_for(**changes)["stage"] == stage


def test_the_key_passes_its_own_check() -> None:
    result = result_for(**KEY, check=True)
    assert result["right"] == len(COMPONENTS) == 13
    several = {c["id"] for c in COMPONENTS if len(c["accepted"]) > 1}
    assert several == {"clean_room", "allergens", "pool_water"}
    assert {item for item, state in states(result).items() if state == "defended"} == several
    assert {item for item, state in states(result).items() if state == "right"} == {
        c["id"] for c in COMPONENTS
    } - several


@pytest.mark.parametrize(
    ("card", "kinds", "state"),
    [
        ("clean_room", ["functional"], "defended"),
        ("clean_room", ["technical", "functional"], "defended"),
        ("clean_room", ["societal"], "wrong"),
        ("allergens", ["technical"], "wrong"),
        ("poster", ["societal"], "wrong"),
        ("poster", ["societal", "none"], "wrong"),
        ("wages", [], "open"),
    ],
)
def test_every_card_is_judged_by_what_can_be_defended(
    card: str, kinds: list[str], state: str
) -> None:
    result = result_for(**{**KEY, f"kinds_{card}": kinds, "check": True})
    assert states(result)[card] == state


def test_four_in_five_are_enough_and_fewer_are_not() -> None:
    wrong = ["sleep", "welcome", "wages"]
    changed = KEY | {f"kinds_{card}": ["none"] for card in wrong[:2]}
    assert result_for(**changed, check=True)["stage"] == "enough"
    changed = KEY | {f"kinds_{card}": ["none"] for card in wrong}
    assert result_for(**changed, check=True)["stage"] == "more"


def test_each_card_has_a_reason_that_is_shown() -> None:
    shown = said("checked", **KEY, check=True)
    for component in COMPONENTS:
        assert component["why"] in shown


def test_what_a_guest_cannot_judge() -> None:
    result = result_for(unseen=["wages", "welcome"], check=True)
    found = {row["item"]: row["state"] for row in result["unseen_checked"]}
    assert found == {
        "wages": "right",
        "welcome": "wrong",
        "allergens": "missed",
        "pool_water": "missed",
        "leftovers": "missed",
    }


def test_the_answers_to_the_tasks_are_true() -> None:
    answers = [task.answer for task in EXERCISE.tasks]
    key = result_for(**KEY)
    by_kind = {row["kind"]: row["score"] for row in key["kinds"]}
    assert (round(by_kind["technical"], 1), round(by_kind["functional"], 1)) == (6.8, 6.2)
    assert "at 6.8 and 6.2" in answers[2]
    assert said("perceived", **KEY) == "What guests perceive comes to 6.5 of 10."
    assert said("perceived", **KEY, outcome_share=100) == "What guests perceive comes to 6.8 of 10."
    assert "from 6.5 to 6.8" in answers[2]
    assert said("perceived", **KEY, image=1.2) == "What guests perceive comes to 7.8 of 10."
    assert "rises to 7.8" in answers[3]
    assert result_for(**KEY, image=1.2)["verdict"] == "harm"
    # The poster: in a box it counts there, without weight it changes no score.
    with_poster = result_for(**KEY | {"kinds_poster": ["societal"]})
    assert [row["score"] for row in with_poster["kinds"]] == [row["score"] for row in key["kinds"]]


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({}, "no_societal"),
        ({"kinds_sleep": ["technical"]}, "no_societal"),
        (KEY, "harm"),
        ({"kinds_pool_water": ["societal"]}, "no_perceived"),
        ({**KEY, "ratings": rated(allergens=5, leftovers=5)}, "passes"),
    ],
)
def test_harm_comes_before_what_is_perceived(changes: dict[str, Any], verdict: str) -> None:
    assert result_for(**changes)["verdict"] == verdict


def test_own_cards_count_and_are_named_by_their_number() -> None:
    own = {
        "id": "own1", "name": "<b>Sauna</b>", "technical": True, "functional": False,
        "societal": True, "score": 1, "weight": 10,
    }  # fmt: skip
    result = result_for(own_cards=[own])
    assert [row["kind"] for row in result["kinds"]] == ["technical", "societal"]
    assert result["harm"] == result["first"] == "own1"
    assert "Own card 1" in said("priority", own_cards=[own])


def test_cards_without_weight_give_a_sentence_and_no_score() -> None:
    ratings = [{**row, "weight": 0} for row in START["values"]["ratings"]]
    result = result_for(**KEY, ratings=ratings)
    assert result["kinds"] == result["bars"] == []
    assert result["perceived"] is None
    assert result["missing"] == "several"
    assert "without weight" in said("missing", **KEY, ratings=ratings)


@drawing
@given(CHECKED)
def test_scores_stay_on_the_scale_and_shares_are_shares(raw: dict[str, Any]) -> None:
    result = compute(raw, EXERCISE.tables)
    for row in result["kinds"]:
        assert 1 <= row["score"] <= 10
        assert 0 < row["share"] <= 100 + 1e-9
    assert result["perceived"] is None or 1 <= result["perceived"] <= 10
    assert result["placed"] <= 13
