"""Judging answers: what is right, partly right, wrong or open, and what numbers may look like."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicequality.core.answers import checked, fitting, is_complete, key_of, problem
from servicequality.core.typed_numbers import read_number
from servicequality.core.values import Problem
from servicequality.practice.words import SELF_CHECK
from tests.questions_of_all_types import (
    ALL,
    MATCHING,
    MULTIPLE,
    NUMERIC,
    ORDERING,
    PARTLY,
    SINGLE,
    TRUE_FALSE,
    WRONG,
)

by_id = pytest.mark.parametrize("item", ALL, ids=lambda item: item["type"])


def verdicts(item: dict[str, Any], answer: Any) -> dict[str, str]:
    return {part["id"]: part["verdict"] for part in checked(item, answer)["parts"]}


@by_id
def test_the_key_is_right_in_all_its_parts(item: dict[str, Any]) -> None:
    found = checked(item, key_of(item))
    assert found["status"] == "right"
    assert found["mistake"] is None
    assert {part["verdict"] for part in found["parts"]} <= {"right", "left"}


@by_id
def test_a_wrong_answer_is_wrong_and_half_of_one_partly_right(item: dict[str, Any]) -> None:
    assert checked(item, WRONG[item["id"]])["status"] == "wrong"
    if item["id"] in PARTLY:
        assert checked(item, PARTLY[item["id"]])["status"] == "partly"


@by_id
def test_no_answer_is_open_and_says_what_to_do(item: dict[str, Any]) -> None:
    for answer in (None, [], {}, ""):
        assert checked(item, answer) == {"status": "open", "parts": [], "mistake": None}
        assert not is_complete(item, answer)
        found = problem(item, answer)
        assert found is not None
        assert found["message"] in SELF_CHECK
    assert problem(item, key_of(item)) is None


def test_one_option() -> None:
    assert verdicts(SINGLE, "a") == {"a": "right", "b": "left", "c": "left", "d": "left"}
    assert verdicts(SINGLE, "b") == {"a": "missed", "b": "wrong", "c": "left", "d": "left"}


def test_several_options_are_right_in_any_order_and_never_for_all_of_them() -> None:
    assert checked(MULTIPLE, ["c", "a", "c"])["status"] == "right"
    assert checked(MULTIPLE, ["a"])["status"] == "partly"
    assert checked(MULTIPLE, ["a", "c", "d"])["status"] == "partly"
    assert checked(MULTIPLE, ["a", "b", "c", "d", "e"])["status"] == "wrong"
    assert verdicts(MULTIPLE, ["a", "b"]) == {
        "a": "right",
        "b": "wrong",
        "c": "missed",
        "d": "left",
        "e": "left",
    }


def test_the_reason_counts_as_well_as_true_or_false() -> None:
    right = {"answer": False, "reason": "y"}
    assert checked(TRUE_FALSE, right)["status"] == "right"
    assert checked(TRUE_FALSE, {**right, "reason": "x"})["status"] == "partly"
    assert checked(TRUE_FALSE, {**right, "answer": True})["status"] == "wrong"
    assert verdicts(TRUE_FALSE, {"answer": False, "reason": "x"}) == {
        "answer": "right",
        "x": "wrong",
        "y": "missed",
        "z": "left",
    }
    for half, said in (({"answer": False}, "choose_reason"), ({"reason": "y"}, "choose_verdict")):
        found = problem(TRUE_FALSE, half)
        assert found is not None
        assert found["message"] == said


def test_pairs_are_judged_one_by_one() -> None:
    assert verdicts(MATCHING, PARTLY["pairs"]) == {"p": "right", "q": "wrong", "r": "wrong"}
    # Two left sides may take the same right side: one of them is right.
    assert checked(MATCHING, {"p": "p", "q": "p", "r": "p"})["status"] == "partly"
    assert checked(MATCHING, {"p": "p", "q": "q"})["status"] == "open"


def test_steps_are_told_where_they_belong() -> None:
    parts = checked(ORDERING, ["l", "k", "m", "n"])["parts"]
    assert parts[0] == {"id": "k", "verdict": "late", "place": 1, "stood": 2}
    assert parts[1] == {"id": "l", "verdict": "early", "place": 2, "stood": 1}
    assert [part["verdict"] for part in parts[2:]] == ["right", "right"]


@pytest.mark.parametrize(
    ("order", "status"),
    [
        # Pairs of steps the right way round: 6, 5, 4, 3, 3 and 0 of 6.
        ("klmn", "right"),
        ("klnm", "partly"),
        ("lkmn", "partly"),
        ("knlm", "partly"),
        ("lknm", "partly"),
        ("nklm", "wrong"),
        ("mlkn", "wrong"),
        ("nmlk", "wrong"),
    ],
)
def test_an_order_is_partly_right_when_better_than_chance(order: str, status: str) -> None:
    assert checked(ORDERING, list(order))["status"] == status


def test_an_order_lacks_a_step() -> None:
    assert checked(ORDERING, ["k", "l", "m"])["status"] == "open"
    assert fitting(ORDERING, ["m", "k"]) == (["m", "k"], True)


@pytest.mark.parametrize(
    ("typed", "status", "mistake"),
    [
        ("-1.1", "right", None),
        ("−1,1 scale points", "right", None),
        # The ends of the tolerance belong to it, however floats fall.
        ("-1.15", "right", None),
        ("-1.05", "right", None),
        ("-1.16", "wrong", 1),
        ("1.1", "wrong", 0),
        ("1.05", "wrong", 0),
        ("-0.6", "wrong", 2),
        ("7", "wrong", None),
        (-1.1, "right", None),
        (7, "wrong", None),
        ("one", "open", None),
    ],
)
def test_a_number_is_right_within_its_tolerance(typed: Any, status: str, mistake: Any) -> None:
    found = checked(NUMERIC, typed)
    assert (found["status"], found["mistake"]) == (status, mistake)


def test_the_nearest_mistake_counts_and_of_two_as_near_the_first() -> None:
    near = copy.deepcopy(NUMERIC)
    near["mistakes"] = [{"value": 5.0}, {"value": 5.25}, {"value": 5.5}]
    near["tolerance"] = 0.5
    assert checked(near, "5.2")["mistake"] == 1
    assert checked(near, "5.1")["mistake"] == 0
    assert checked(near, "5.125")["mistake"] == 0
    assert checked(near, "6")["mistake"] == 2
    assert checked(near, "6.01")["mistake"] is None


@pytest.mark.parametrize(
    ("text", "unit", "numbers"),
    [
        ("12.5", "", [12.5]),
        ("12,5", "", [12.5]),
        (" 12.5\n", "", [12.5]),
        ("-3", "", [-3]),
        ("−3", "", [-3]),
        ("– 3", "", [-3]),
        ("+3", "", [3]),
        ("-0", "", [0]),
        ("007", "", [7]),
        (".5", "", [0.5]),
        ("5.", "", [5]),
        ("0,125", "", [0.125]),
        ("0.0007", "", [0.0007]),
        ("1250", "", [1250]),
        ("1 250", "", [1250]),
        ("1\u00a0250,5", "", [1250.5]),
        ("1\u2009250\u2009000", "", [1250000]),
        ("1\u202f250", "", [1250]),
        ("1.250,5", "", [1250.5]),
        ("1,250.5", "", [1250.5]),
        ("1,250,000", "", [1250000]),
        ("1,250", "", [1.25, 1250]),
        ("1.250", "", [1.25, 1250]),
        ("1250,500", "", [1250.5]),
        ("12.5%", "%", [12.5]),
        ("12.5 %", "%", [12.5]),
        ("40 %", "", [40, 0.4]),
        ("12 scale points", "scale points", [12]),
        ("12 scalepoints", "scale points", [12]),
        ("12 €", "€", [12]),
        ("€12", "€", [12]),
        ("-€12", "€", [-12]),
        ("€ -12", "euros", [-12]),
        ("$57,500", "dollars a year", [57.5, 57500]),
        ("7 per 100 rooms", "per 100 rooms", [7]),
        ("999999999999999", "", [999999999999999]),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, unit: str, numbers: list[float]) -> None:
    assert read_number(text, unit) == numbers


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "number_missing"),
        (" \u00a0", "number_missing"),
        ("twelve", "number_unreadable"),
        ("-", "number_unreadable"),
        ("per 100 rooms", "number_unreadable"),
        ("٣", "number_unreadable"),
        ("12 5", "number_unreadable"),
        ("1.2.3", "number_unreadable"),
        ("1,25,000", "number_unreadable"),
        ("1 250.250.5", "number_unreadable"),
        ("--5", "number_extra"),
        ("1e5", "number_extra"),
        ("1/3", "number_extra"),
        ("3-4", "number_extra"),
        ("5.1 − 6.2", "number_extra"),
        ("12 nights", "number_extra"),
        ("1" * 16, "number_too_long"),
    ],
)
def test_what_cannot_be_read_is_said(text: str, message: str) -> None:
    with pytest.raises(Problem) as caught:
        read_number(text, "per 100 rooms")
    assert caught.value.message == message
    assert message in SELF_CHECK


@given(st.floats(-1e9, 1e9).map(lambda value: round(value, 3)))
def test_a_number_written_out_is_read_back(value: float) -> None:
    for text in (f"{value:.3f}", f"{value:,.3f}", f"{value:.3f}".replace(".", ",")):
        assert read_number(text)[0] == pytest.approx(value, rel=1e-15, abs=1e-12)


@by_id
def test_only_what_fits_is_kept(item: dict[str, Any]) -> None:
    assert fitting(item, None) == (None, True)
    key = key_of(item)
    assert fitting(item, key) == (key, True)
    for strange in (["gone"], {"gone": "gone"}, "x" * 100, True, float("inf"), float("nan")):
        assert fitting(item, strange) == (None, False)


def test_what_is_left_of_an_answer_is_kept() -> None:
    assert fitting(MULTIPLE, ["d", "gone", "a"]) == (["a", "d"], False)
    assert fitting(TRUE_FALSE, {"answer": True, "reason": "gone"}) == (
        {"answer": True, "reason": None},
        False,
    )
    assert fitting(MATCHING, {"p": "gone", "q": "s", "r": None}) == ({"q": "s"}, False)
    assert fitting(ORDERING, ["k", "gone", "l", "k"]) == (["k", "l"], False)


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    # Names that items have, so that more than the outermost shape fits.
    | st.sampled_from(["a", "b", "x", "y", "p", "q", "s", "k", "l", "answer", "reason", "1,1"]),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(st.sampled_from(["answer", "reason", "p", "q", "r", "t"]), inner)
    ),
)


@given(PLAIN)
def test_damaged_answers_are_open_and_never_an_error(answer: Any) -> None:
    for item in ALL:
        kept, _ = fitting(item, answer)
        # What was made to fit fits, and is judged as the whole was.
        assert fitting(item, kept) == (kept, True)
        assert checked(item, kept) == checked(item, answer)
        assert is_complete(item, answer) == (checked(item, answer)["status"] != "open")
