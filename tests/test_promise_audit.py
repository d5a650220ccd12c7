"""Discussion question 6: the audit of promises, the rewriting, the causes, the model answer."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given, settings

from servicequality.content import load
from servicequality.core.values import read
from servicequality.exercises import find
from servicequality.exercises.promise_audit import (
    GAP_FOUR_CAUSES,
    GAP_FOUR_REMEDIES,
    NOTABLE,
    OTHER_CAUSES,
    OTHER_REMEDIES,
    WORKS_ON,
    compute,
)
from servicequality.exercises.promise_audit.start import BLANK, SUPPLIED
from servicequality.exercises.promise_audit.texts import (
    CAUSE_NOTES,
    CHANNELS,
    PROMISES,
    REMEDY_LABELS,
    REMEDY_NOTES,
)
from servicequality.hotel import levels
from servicequality.model.promises import kind_of_gap
from servicequality.page.html import to_text
from tests.drawing import values

EXERCISE = find("promise-audit")
START = EXERCISE.start(str)
FIELDS = EXERCISE.spec(str)["fields"]
# Values as `compute` is given them: checked, so that whole sliders hold whole numbers.
CHECKED = values(EXERCISE).map(lambda raw: read(FIELDS, raw)[0])
drawing = settings(derandomize=True, database=None, deadline=None, max_examples=60)


def result_for(**changes: Any) -> dict[str, Any]:
    """The result for the start values with some changed."""
    return compute({**START["values"], **changes})


def said(view: str, **changes: Any) -> str:
    """What a view says for the start values with some changed."""
    return to_text(EXERCISE.start(str, changed=changes)["views"][view], "en")


def promise(number: int = 1, **changes: Any) -> dict[str, Any]:
    """A blank row with some cells filled."""
    return {"id": f"p{number}", **BLANK, **changes}


def supplied(number: int, **changes: Any) -> list[dict[str, Any]]:
    """The rows of the supplied case, the one of this number changed."""
    return [{**row, **(changes if row["id"] == f"p{number}" else {})} for row in SUPPLIED]


def answer(task: int) -> str:
    """The answer to a task, counted from 1."""
    return EXERCISE.tasks[task - 1].answer


def kinds(result: dict[str, Any]) -> dict[str, str]:
    """Which gap each promise shows."""
    return {line["item"]: line["state"] for line in result["kinds"]}


def compared(result: dict[str, Any], item: str) -> tuple[float, float]:
    """A line of the comparison: old and new."""
    return next((row["now"], row["then"]) for row in result["comparison"] if row["item"] == item)


# The supplied case


def test_the_supplied_case_is_that_of_the_hotel() -> None:
    promises = {row["text"]: row for row in load("hotel/promises")}
    figures = {row["id"]: row for row in levels()}
    assert len(SUPPLIED) == 4
    for row in SUPPLIED:
        source = promises[row["text"]]
        figure = figures[source["attribute_id"]]
        assert CHANNELS[row["channel"]] == source["channel"]
        assert row["promised"] == source["promised_level"]
        assert row["delivered"] == pytest.approx(figure["delivery"], abs=0.05 + 1e-9)
        assert row["standard"] == figure["standard"]
        assert row["importance"] == pytest.approx(figure["guest_importance"], abs=0.5)


def test_what_stands_there_at_the_start() -> None:
    result = START["result"]
    assert result["index"] == pytest.approx(84.6 / 51)
    assert result["expectation"] == pytest.approx(5.5 + 24.85 / 51)
    assert result["gap_five"] == pytest.approx(4.7 - 5.5 - 24.85 / 51)
    assert result["unkept"] == pytest.approx(100 * 84.6 / 268.4)
    assert kinds(result) == {"p1": "gap_4", "p2": "both", "p3": "gap_4", "p4": "neither"}
    assert (result["worst"], result["rewrite"]) == ("p1", "unchanged")
    assert result["causes"] == result["remedies"] == []


def test_perception_and_weights_fit_the_hotels_survey() -> None:
    """The 4.7 at the start is the guests' own, over the four promises."""
    figures = {row["id"]: row for row in levels()}
    promises = {row["text"]: row["attribute_id"] for row in load("hotel/promises")}
    whole = sum(row["importance"] for row in SUPPLIED)
    mean = sum(r["importance"] * figures[promises[r["text"]]]["perception"] for r in SUPPLIED)
    assert START["values"]["perception"] == pytest.approx(mean / whole, abs=0.05)


# The tasks: every answer is true


def test_task_1_kinds_of_the_supplied_case() -> None:
    found = kinds(START["result"])
    assert [item for item, kind in found.items() if kind == "gap_4"] == ["p1", "p3"]
    assert [item for item, kind in found.items() if kind == "both"] == ["p2"]
    threes = {row["item"]: row["gap_three"] for row in START["result"]["threes"]}
    fours = {row["item"]: row["gap_four"] for row in START["result"]["fours"]}
    assert threes["p3"] == pytest.approx(0.2)
    assert (threes["p2"], fours["p2"]) == (pytest.approx(-1.5), pytest.approx(-2.6))
    assert "The quiet night and the Wi-Fi show Gap 4 alone" in answer(1)
    assert "1.5 below its standard and 2.6 below its promise" in answer(1)
    assert "The pool shows neither" in answer(1)


def test_task_2_nobody_hears_the_promises() -> None:
    deaf = result_for(pull=0.0)
    start = START["result"]
    assert (round(start["expectation"], 1), deaf["expectation"]) == (6.0, 5.5)
    assert round(start["gap_five"], 1) == -1.3
    assert deaf["gap_five"] == pytest.approx(-0.8)
    assert (deaf["index"], deaf["fours"]) == (start["index"], start["fours"])
    assert "from 6.0 to 5.5, and Gap 5 shrinks from −1.3 to −0.8" in answer(2)


def test_task_3_new_words_change_no_work() -> None:
    result = result_for(which="p2", new_level=4.4)
    assert compared(result, "gap_four") == (pytest.approx(-2.6), pytest.approx(0))
    old, new = compared(result, "index")
    assert (round(old, 1), round(new, 1)) == (1.7, 1.1)
    assert result["other_gap"] == "stays"
    assert "the index falls from 1.7 to 1.1. Gap 3 stays at −1.5" in answer(3)


def test_task_4_how_far_the_promise_can_be_lowered() -> None:
    result = result_for(which="p1", new_level=5.0, response=5)
    assert result["booking"] == pytest.approx(90)
    assert result["new_gap"] == pytest.approx(-0.6)
    assert result["rewrite"] == "still_over"
    assert result_for(which="p1", new_level=4.9, response=5)["booking"] < 90
    assert "To 5.0, two points less. Gap 4 is then −0.6 and still counts" in answer(4)


# Promises one by one


@pytest.mark.parametrize(
    ("cells", "kind", "words"),
    [
        ({"promised": 7.0, "delivered": 4.0}, "gap_4_unknown", "Without the standard you cannot"),
        ({"promised": 5.2, "delivered": 5.0}, "unknown", "nothing can be said about Gap 3"),
        ({"promised": 3.0, "delivered": 5.0}, "more", "They will expect it next time"),
        ({"known": True, "standard": 5.0, "promised": 6.0}, "gap_4", "another question: Gap 2"),
        ({"known": True, "standard": 6.0}, "gap_3", "Work on delivery"),
        ({"known": True, "standard": 6.0, "promised": 6.0}, "both", "Work and words both"),
        ({"known": True, "standard": 5.0}, "neither", "Delivery is close to the promise"),
    ],
)
def test_each_kind_is_found_and_explained(cells: dict[str, Any], kind: str, words: str) -> None:
    rows = [promise(**cells)]
    assert kinds(result_for(promises=rows)) == {"p1": kind}
    assert words in said("kinds", promises=rows)


def test_a_standard_that_is_not_known_is_not_used() -> None:
    rows = [promise(delivered=2.0, standard=7.0)]
    result = result_for(promises=rows)
    assert result["threes"] == []
    assert [mark["who"] for mark in result["marks"]] == ["promised", "delivered"]
    assert "No standard is known" in said("threes", promises=rows)


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_promise_that_weighs_most_is_named_with_its_channel(channel: str) -> None:
    rows = [
        promise(1, promised=7.0, delivered=1.0, importance=1),
        promise(5, promised=7.0, delivered=5.0, importance=10, channel=channel),
    ]
    result = result_for(promises=rows)
    assert (result["worst"], result["worst_channel"]) == ("p5", channel)
    assert "than Promise 5: its Gap 4 is −2.0." in said("worst", promises=rows)


def test_no_promise_is_named_where_none_is_too_high() -> None:
    rows = [promise(promised=5.4, delivered=5.0)]
    assert result_for(promises=rows)["worst_channel"] == "none"
    assert said("worst", promises=rows) == ""


@given(CHECKED)
@drawing
def test_the_audit_is_that_of_plain_arithmetic(raw: dict[str, Any]) -> None:
    result = compute(raw)
    rows = raw["promises"]
    assert [line["item"] for line in result["fours"]] == [row["id"] for row in rows]
    for row, line in zip(rows, result["fours"], strict=True):
        assert line["gap_four"] == pytest.approx(row["delivered"] - row["promised"])
        assert line["text"] == row["text"]
    known = [row for row in rows if row["known"]]
    assert [line["item"] for line in result["threes"]] == [row["id"] for row in known]
    for row, line in zip(known, result["threes"], strict=True):
        assert line["gap_three"] == pytest.approx(row["delivered"] - row["standard"])
    assert kinds(result) == {
        row["id"]: kind_of_gap(
            row["delivered"], row["promised"], row["standard"] if row["known"] else None, NOTABLE
        )
        for row in rows
    }
    marks = {(mark["item"], mark["who"]): mark for mark in result["marks"]}
    assert len(marks) == len(result["marks"]) == 2 * len(rows) + len(known)
    for row in rows:
        assert marks[row["id"], "promised"]["level"] == row["promised"]
        assert marks[row["id"], "promised"]["to_level"] == row["delivered"]
        assert marks[row["id"], "delivered"]["level"] == row["delivered"]


@given(CHECKED)
@drawing
def test_index_expectation_and_gap_five_are_those_of_the_formulae(raw: dict[str, Any]) -> None:
    result = compute(raw)
    rows = raw["promises"]
    whole = sum(row["importance"] for row in rows)
    if whole == 0:
        assert (result["index"], result["gap_five"], result["lines"]) == (None, None, [])
        assert result["verdict"] == "no_weights"
        assert result["comparison"] == []
        return

    def weighted(of: Any) -> float:
        return math.fsum(row["importance"] * of(row) for row in rows) / whole

    before, pull = raw["before"], raw["pull"]
    assert result["index"] == pytest.approx(
        weighted(lambda row: max(0, row["promised"] - row["delivered"])), abs=1e-9
    )
    expectation = weighted(lambda row: before + pull * max(0, row["promised"] - before))
    assert result["expectation"] == pytest.approx(expectation)
    assert result["gap_five"] == pytest.approx(raw["perception"] - expectation, abs=1e-9)
    assert 0 <= result["money"] <= raw["price"] + 1e-9
    assert result["untold_gap"] + result["added_gap"] == pytest.approx(result["gap_five"])
    assert result["added_gap"] <= 1e-12


# What the promises do to the guest


@pytest.mark.parametrize(
    ("changes", "lesson", "words"),
    [
        ({}, "both", "−0.5 is what they add"),
        ({"perception": 5.8}, "promise", "The promises alone make it −0.2"),
        ({"pull": 0.0}, "service", "The promises lift nothing"),
        ({"before": 7.0}, "service", "guests expect 7.0 with them or without"),
        ({"pull": 0.0, "perception": 5.5}, "met", "Gap 5 is 0."),
        ({"perception": 6.5}, "above", "Next time they will expect more"),
    ],
)
def test_each_lesson_is_reached(changes: dict[str, Any], lesson: str, words: str) -> None:
    assert result_for(**changes)["lesson"] == lesson
    assert words in said("lesson", **changes)


@pytest.mark.parametrize(
    ("changes", "state", "words"),
    [
        ({}, "some", "32% of what was promised did not come"),
        ({"price": 0}, "no_price", "the price is 0"),
        ({"promises": [promise()]}, "kept", "nothing was paid for that did not come"),
    ],
)
def test_the_difference_in_money(changes: dict[str, Any], state: str, words: str) -> None:
    assert result_for(**changes)["money_state"] == state
    assert words in said("money", **changes)


def test_no_importance_at_all_gives_a_sentence() -> None:
    rows = [{**row, "importance": 0} for row in SUPPLIED]
    changes = {"promises": rows, "new_level": 5.0}
    assert "so nothing can be weighed" in said("verdict", **changes)
    assert said("index", **changes).startswith("Over-promise index–")
    assert "Give importance points" in said("trade", **changes)
    assert said("comparison", **changes) == said("money", **changes) == ""
    assert "The chart needs importance points" in said("lines_chart", **changes)
    # What needs no weights is still there.
    assert "Promise 1 now promises 5.0" in said("rewrite", **changes)
    assert kinds(result_for(**changes)) == kinds(START["result"])


def test_promises_that_promise_nothing_divide_by_nothing() -> None:
    rows = [promise(promised=1.0, delivered=1.0)]
    result = result_for(promises=rows)
    assert (result["index"], result["unkept"], result["verdict"]) == (0.0, 0.0, "kept")
    assert "No promise lies above delivery." in said("verdict", promises=rows)


@pytest.mark.parametrize(("case", "words"), [("supplied", "Say so"), ("own", "your own promises")])
def test_both_kinds_of_case_are_allowed(case: str, words: str) -> None:
    assert words in said("case_note", case=case)


# The promise rewritten


@pytest.mark.parametrize(
    ("changes", "state", "words"),
    [
        ({}, "unchanged", "Promise 1 still promises 7.0"),
        ({"new_level": 4.5}, "fits", "a promise that can be kept"),
        ({"new_level": 5.5}, "still_over", "Gap 4 is still −1.1"),
        ({"new_level": 3.0}, "under", "A positive gap is not always good"),
        ({"which": "p3", "new_level": 6.0}, "raised", "now promises more than before"),
        ({"which": "p8"}, "absent", "Promise 8 is not in your table"),
    ],
)
def test_each_verdict_on_the_new_promise(changes: dict[str, Any], state: str, words: str) -> None:
    assert result_for(**changes)["rewrite"] == state
    assert words in said("rewrite", **changes)


@pytest.mark.parametrize(
    ("which", "state", "words"),
    [("p1", "none", ""), ("p2", "stays", "New words change no work"), ("p5", "unknown", "known")],
)
def test_what_new_words_do_not_change(which: str, state: str, words: str) -> None:
    rows = [*SUPPLIED, promise(5)]
    assert result_for(which=which, promises=rows)["other_gap"] == state
    assert words in said("other_gap", which=which, promises=rows)


@pytest.mark.parametrize(
    ("changes", "state", "words"),
    [
        ({}, "none", ""),
        ({"new_level": 4.5}, "fewer_guests", "must stay 11% more often"),
        ({"new_level": 4.5, "pull": 0.0}, "fewer_guests_same", "You pay and gain nothing"),
        ({"new_level": 4.5, "response": 0}, "free", "Do you believe it?"),
        ({"new_level": 4.5, "response": 0, "pull": 0.0}, "free_same", "no guest stays away"),
        ({"which": "p3", "new_level": 7.0}, "more_guests", "110 guests book where 100 did"),
        ({"which": "p3", "new_level": 5.0}, "more_guests_same", "102 guests book"),
    ],
)
def test_each_trade_off_is_reached(changes: dict[str, Any], state: str, words: str) -> None:
    assert result_for(**changes)["trade"] == state
    assert words in said("trade", **changes)


@given(CHECKED)
@drawing
def test_rewriting_is_the_same_audit_with_one_level_changed(raw: dict[str, Any]) -> None:
    result = compute(raw)
    present = {row["id"]: row for row in raw["promises"]}
    if raw["which"] not in present:
        assert (result["rewrite"], result["comparison"]) == ("absent", [])
        return
    rows = [
        {**row, "promised": raw["new_level"]} if row["id"] == raw["which"] else row
        for row in raw["promises"]
    ]
    again = compute({**raw, "promises": rows})
    if result["index"] is None:
        assert result["comparison"] == []
        return
    for item in ("index", "expectation", "gap_five"):
        assert compared(result, item) == (result[item], again[item])
    less = present[raw["which"]]["promised"] - raw["new_level"]
    assert compared(result, "booking") == (100, pytest.approx(100 - raw["response"] * less))
    assert result["booking"] > 0  # the sliders' ranges leave somebody who books
    # A lower promise never hurts the guest who comes, a higher one never brings fewer guests.
    gained = again["gap_five"] - result["gap_five"]
    assert gained * less >= -1e-9
    assert (result["booking"] - 100) * less <= 1e-9


# The wording


@pytest.mark.parametrize(
    ("changes", "state", "words"),
    [
        ({"new_text": ""}, "empty", "Write the new wording"),
        ({"vague": True, "measurable": True}, "contradiction", "vague and measurable"),
        ({"new_level": 5.0}, "absolute_low", "You ticked absolute, but rate the promise at 5.0"),
        ({}, "weak", "can be made better"),
        ({"absolute": False}, "weak", "can be made better"),
        ({"absolute": False, "measurable": True}, "ready", "clear, modest and can be checked"),
    ],
)
def test_each_verdict_on_the_wording(changes: dict[str, Any], state: str, words: str) -> None:
    assert result_for(**changes)["wording"] == state
    assert words in said("wording", **changes)


def test_the_wording_is_checked_even_where_no_row_is_rewritten() -> None:
    assert "rate the promise at 5.0" in said("wording", which="p8", new_level=5.0)


@given(values(EXERCISE))
@drawing
def test_whatever_is_entered_something_is_shown(raw: dict[str, Any]) -> None:
    assert EXERCISE.start(str, raw)["status"] == "ok"


@pytest.mark.parametrize("ticked", [True, False])
@pytest.mark.parametrize("tick", ["vague", "absolute", "measurable"])
def test_each_tick_gets_its_reason(tick: str, ticked: bool) -> None:
    lines = {line["item"]: line for line in result_for(**{tick: ticked})["ticks"]}
    name = tick if ticked else f"not_{tick}"
    good = ticked == (tick == "measurable")
    assert lines[name]["state"] == ("right" if good else "wrong")
    assert len(lines) == 3


@pytest.mark.parametrize("text", ["always the best!", "10:00", "Щ", " "])
def test_the_wording_itself_is_never_judged(text: str) -> None:
    assert result_for(new_text=text) == START["result"]


# Causes and remedies


def test_causes_are_judged_only_when_asked() -> None:
    assert result_for(causes=["photographs"])["causes"] == []


@pytest.mark.parametrize(
    ("ticked", "states"),
    [
        ([], dict.fromkeys(GAP_FOUR_CAUSES, "missed")),
        (GAP_FOUR_CAUSES, dict.fromkeys(GAP_FOUR_CAUSES, "right")),
        (
            OTHER_CAUSES,
            dict.fromkeys(GAP_FOUR_CAUSES, "missed") | dict.fromkeys(OTHER_CAUSES, "wrong"),
        ),
    ],
)
def test_causes_are_right_wrong_or_missed(ticked: list[str], states: dict[str, str]) -> None:
    judged = result_for(causes=ticked, check_causes=True)["causes"]
    assert {line["item"]: line["state"] for line in judged} == states
    assert all(line["note"] == line["item"] for line in judged)


def test_every_cause_and_remedy_has_a_note_of_its_own() -> None:
    assert set(CAUSE_NOTES) == {*GAP_FOUR_CAUSES, *OTHER_CAUSES}
    assert set(REMEDY_NOTES) == set(REMEDY_LABELS) == {*GAP_FOUR_REMEDIES, *OTHER_REMEDIES}
    assert len(set(CAUSE_NOTES.values())) == len(CAUSE_NOTES)
    for other in OTHER_CAUSES:
        assert "That is Gap 3." in CAUSE_NOTES[other]
    for other in OTHER_REMEDIES:
        assert "This works on Gap 3." in REMEDY_NOTES[other]
    for name in GAP_FOUR_CAUSES:
        assert "Gap" not in CAUSE_NOTES[name]


def test_remedies_are_those_of_the_five_gap_model() -> None:
    gaps = {gap["id"]: gap for gap in load("gaps")}
    labels = [REMEDY_LABELS[name] for name in GAP_FOUR_REMEDIES]
    assert labels == gaps["G4"]["remedies"]
    assert {REMEDY_LABELS[name] for name in OTHER_REMEDIES} <= set(gaps["G3"]["remedies"])
    treated = {cause for remedy in GAP_FOUR_REMEDIES for cause in WORKS_ON[remedy]}
    assert treated == set(GAP_FOUR_CAUSES)


@pytest.mark.parametrize(
    ("chosen", "found", "state", "words"),
    [
        ([], ["no_talk"], "nothing", "no remedy yet"),
        (["sign_off"], [], "no_causes", "Go back to step 4"),
        (["sign_off"], ["untrained"], "no_causes", "Go back to step 4"),
        (["sign_off"], ["no_talk", "photographs"], "untreated", "Not every cause"),
        (["train_staff"], ["no_talk"], "untreated", "Not every cause"),
        (["sign_off", "channel_check"], ["no_talk", "photographs"], "treated", "Every cause"),
    ],
)
def test_remedies_against_the_causes_found(
    chosen: list[str], found: list[str], state: str, words: str
) -> None:
    changes = {"remedies": chosen, "causes": found, "check_remedies": True}
    assert result_for(**changes)["remedy_state"] == state
    assert words in said("remedy_state", **changes)
    assert said("remedy_state", remedies=chosen, causes=found) == ""


def test_a_cause_without_a_remedy_is_named() -> None:
    lines = result_for(
        remedies=["sign_off", "train_staff"], causes=["no_talk", "photographs"], check_remedies=True
    )["remedies"]
    assert [(line["item"], line["state"]) for line in lines] == [
        ("sign_off", "right"),
        ("train_staff", "wrong"),
        ("photographs", "untreated"),
    ]


# The model answer


def test_the_model_answer_uses_the_figures_of_the_exercise() -> None:
    text = " ".join(EXERCISE.teaching.model_answer)
    first = SUPPLIED[0]
    assert first["text"] in text
    assert "promises 7.0, and eight audit visits found 4.4" in text
    assert (first["promised"], first["delivered"], first["standard"]) == (7.0, 4.4, 4.6)
    assert "Gap 4, delivery minus promise, is −2.6" in text
    visits = {row["visit_id"] for row in load("hotel/audit")}
    years = {row["date"][:4] for row in load("hotel/audit")}
    assert (len(visits), years) == (8, {"2026"})
    result = compute({**START["values"], **EXERCISE.revealed})
    assert "E rises from 5.5 to 6.0, and Gap 5 grows from −0.8 to −1.3" in text
    assert round(result["untold_gap"], 1) == -0.8
    assert round(result["gap_five"], 1) == -1.3
    assert "keeps 4 of 100 guests away, 90 still book" in text
    assert (START["values"]["response"], round(result["booking"])) == (4, 90)
    assert EXERCISE.revealed["new_text"] in text
    assert f"about {EXERCISE.revealed['new_level']}" in text


def test_the_model_answer_says_that_the_case_is_the_supplied_one() -> None:
    assert EXERCISE.teaching.model_answer[0].startswith("I use the supplied case.")


def test_the_model_answer_is_not_longer_than_what_is_asked_for_by_far() -> None:
    words = " ".join(EXERCISE.teaching.model_answer).split()
    assert EXERCISE.teaching.words <= len(words) <= 300


def test_what_a_reader_without_scripts_sees_holds_all_answers() -> None:
    views = EXERCISE.start(str, EXERCISE.revealed)["views"]
    shown = {name: to_text(nodes, "en") for name, nodes in views.items()}
    assert shown["causes_checked"].count("Right:") == 5
    assert shown["remedies_checked"].count("Fits Gap 4:") == 6
    assert "90 of 100 guests still book" in shown["trade"]
    assert "a promise that can be kept" in shown["rewrite"]


def test_there_is_room_for_eight_promises() -> None:
    rows = [promise(number, text="Same words.") for number in range(1, 9)]
    result = result_for(promises=rows, which="p8", new_level=6.0)
    assert [line["item"] for line in result["kinds"]] == list(PROMISES)
    assert result["rewrite"] == "raised"
