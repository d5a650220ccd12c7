"""The gap explorer: what it works out at the start values, and what holds for any."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from servicequality.charts.render import svg, vega
from servicequality.exercises import find
from servicequality.exercises.gap_explorer import compute
from servicequality.hotel import levels
from servicequality.page.exercise import chart_rows
from servicequality.page.html import to_text
from tests.drawing import values

EXERCISE = find("gap-explorer")
START = EXERCISE.start(str)


def scores(result: dict[str, Any]) -> dict[str, float]:
    """The scores in the table, by gap."""
    return {row["gap"]: row["score"] for row in result["rows"]}


def with_changes(**changes: Any) -> dict[str, Any]:
    """The result for the start values with some changed."""
    return compute({**START["values"], **changes})


def test_the_test_vector() -> None:
    result = with_changes(
        expectation=6.4, belief=5.9, standard=5.6, delivery=5.1, promise=6.2, perception=5.0
    )
    expected = {"G1": -0.5, "G2": -0.3, "G3": -0.5, "G4": -1.1, "G5": -1.4}
    assert scores(result) == pytest.approx(expected, abs=1e-9)
    assert result["customer_gap"] == pytest.approx(-1.4)
    assert result["provider_sum"] == pytest.approx(-1.3)
    assert result["beyond_delivery"] == pytest.approx(-0.1)
    assert (result["verdict"], result["largest"]) == ("below", "G4")


def test_the_start_values_are_the_check_in_of_the_hotel() -> None:
    (level,) = [level for level in levels() if level["id"] == "check_in_speed"]
    quantities = ("expectation", "belief", "standard", "delivery", "promise", "perception")
    values = START["values"]
    assert {name: values[name] for name in quantities} == {
        name: pytest.approx(level[name], abs=0.05) for name in quantities
    }


def test_the_scores_at_the_start() -> None:
    result = START["result"]
    expected = {"G1": -0.3, "G2": 0.2, "G3": -1.5, "G4": -2.4, "G5": -1.4}
    assert scores(result) == pytest.approx(expected, abs=1e-9)
    assert result["provider_sum"] == pytest.approx(-1.6)
    assert result["beyond_delivery"] == pytest.approx(0.2)
    assert (result["verdict"], result["largest"]) == ("below", "G4")


def test_the_start_values_are_put_into_words() -> None:
    said = {name: to_text(nodes, "en") for name, nodes in START["views"].items()}
    assert said["verdict"] == (
        "Check-in: guests perceive 4.6 and expect 6.0. They perceive less than they expect."
    )
    assert said["largest"].startswith("The largest shortfall on the hotel’s side is Gap 4.")
    assert "add up to −1.6." in said["sum_check"]
    assert "(P − D) is +0.2." in said["sum_check"]
    assert "Gap 5: −1.4." in said["sum_check"]


def test_a_heard_promise_lifts_expectation_and_widens_gap_5() -> None:
    heard = with_changes(promise=7.0, promise_heard=True, pull="half")
    assert heard["expectation"] == pytest.approx(6.5)
    assert heard["customer_gap"] == pytest.approx(-1.9)
    unheard = with_changes(promise=7.0, pull="half")
    assert unheard["customer_gap"] == START["result"]["customer_gap"]


@pytest.mark.parametrize(("pull", "lifted"), [("quarter", 6.25), ("half", 6.5), ("full", 7.0)])
def test_the_pull_says_how_far_expectation_is_lifted(pull: str, lifted: float) -> None:
    result = with_changes(promise=7.0, promise_heard=True, pull=pull)
    assert result["expectation"] == pytest.approx(lifted)


def test_the_answers_to_the_tasks_are_true() -> None:
    first, second, third = (task.answer for task in EXERCISE.tasks)
    belief = with_changes(belief=4.0)
    assert scores(belief)["G1"] == pytest.approx(-2.0)
    assert scores(belief)["G2"] == pytest.approx(1.9)
    assert scores(belief)["G5"] == scores(START["result"])["G5"]
    assert "−2.0" in first
    assert "1.9" in first
    delivery = with_changes(delivery=START["values"]["standard"])
    assert scores(delivery)["G3"] == 0
    assert delivery["customer_gap"] == pytest.approx(-1.4)
    assert "5.9" in EXERCISE.tasks[1].text
    assert "−1.4" in EXERCISE.tasks[1].text
    assert "Raise Perception, and Gap 5 shrinks" in second
    assert with_changes(perception=5.0)["customer_gap"] > START["result"]["customer_gap"]
    heard = with_changes(promise_heard=True)
    assert heard["expectation"] == pytest.approx(6.4)
    assert heard["customer_gap"] == pytest.approx(-1.8)
    assert scores(START["result"])["G1"] == pytest.approx(-0.3)
    assert scores(heard)["G1"] == pytest.approx(-0.7)
    assert START["values"]["pull"] == "half"
    for number in ("6.0", "6.4", "−1.8", "5.7", "from −0.3 to −0.7"):
        assert number in third


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, ""),
        ({"promise_heard": True}, "The promise has lifted what they expect from 6.0 to 6.4."),
        ({"promise_heard": True, "promise": 6.0}, ""),
        ({"promise_heard": True, "promise": 2.0}, ""),
    ],
)
def test_a_promise_that_lifts_is_told(changes: dict[str, Any], text: str) -> None:
    assert to_text(EXERCISE.start(str, changes)["views"]["lifted"], "en") == text


def test_the_earliest_shortfall_is_told_beside_the_largest() -> None:
    assert START["result"]["earliest"] == "G1"
    said = to_text(START["views"]["earliest"], "en")
    assert said.startswith("The earliest one that falls short is Gap 1.")
    level = dict.fromkeys(("expectation", "belief", "standard", "delivery", "promise"), 5.0)
    assert with_changes(**level)["earliest"] == "none"
    assert to_text(EXERCISE.start(str, level)["views"]["earliest"], "en") == ""
    promised = EXERCISE.start(str, {**level, "promise": 6.0})
    assert promised["result"]["earliest"] == "G4"
    told = to_text(promised["views"]["earliest"], "en")
    assert told == "It is the only one that falls short."


def test_a_belief_or_a_standard_above_what_it_is_compared_with_is_no_surplus() -> None:
    changes = {"belief": 6.5, "standard": 7.0, "delivery": 7.0, "promise": 6.0, "perception": 7.0}
    said = to_text(EXERCISE.start(str, changes)["views"]["gaps"], "en")
    assert said.count("belief above expectation") == 1
    assert said.count("standard above belief") == 1
    assert said.count("surplus") == 2


def test_what_the_student_wrote_is_passed_on_as_it_is() -> None:
    assert with_changes(service="<b>Закуска</b>")["service"] == "<b>Закуска</b>"


@given(values(EXERCISE))
@settings(derandomize=True, database=None, deadline=None)
def test_words_and_numbers_agree(raw: dict[str, Any]) -> None:
    result = compute(raw)
    gap = raw["perception"] - result["expectation"]
    assert result["customer_gap"] == gap
    verdict = "met" if abs(gap) < 1e-9 else "below" if gap < 0 else "above"
    assert result["verdict"] == verdict
    found = scores(result)
    assert list(found) == ["G1", "G2", "G3", "G4", "G5"]
    assert found["G5"] == pytest.approx(
        result["provider_sum"] + result["beyond_delivery"], abs=1e-9
    )
    for row in result["rows"]:
        score = row["score"]
        above = {"G1": "belief_above", "G2": "standard_above"}.get(row["gap"], "surplus")
        assert row["meaning"] == (
            "none" if abs(score) < 1e-9 else "shortfall" if score < 0 else above
        )
    assert [(bar["gap"], bar["score"]) for bar in result["bars"]] == list(found.items())


CHART = EXERCISE.charts["gap_chart"]
WIDE_OPEN = {"expectation": 7.0, "belief": 1.0, "standard": 7.0, "delivery": 1.0, "promise": 7.0}
LEVEL = dict.fromkeys((*WIDE_OPEN, "perception"), 5.0)
SHIFT = re.compile(r"translate\(([-\d.]+),")


def bars(language: str = "en", **changes: Any) -> ElementTree.Element:
    """The chart as drawn, for the start values with some changed."""
    rows = chart_rows(EXERCISE.start(str, changes)["views"]["gap_chart"])
    return ElementTree.fromstring(svg(CHART, CHART.spec(str), rows, language))


def printed(picture: ElementTree.Element, bold: bool = False) -> dict[ElementTree.Element, str]:
    """The texts of a picture, from top to bottom; the bold ones are the scores at the bars."""
    return {
        text: "".join(text.itertext())
        for text in picture.iter()
        if text.tag.endswith("text") and (text.get("font-weight") == "bold" or not bold)
    }


def scores_printed(picture: ElementTree.Element) -> list[str]:
    """The scores at the bars' ends, from top to bottom."""
    return list(printed(picture, bold=True).values())


def place_of(element: ElementTree.Element, picture: ElementTree.Element) -> float:
    """How far right an element stands in a picture, all shifts around it added up."""
    parents = {child: parent for parent in picture.iter() for child in parent}
    place, part = 0.0, element
    while True:
        if found := SHIFT.search(part.get("transform", "")):
            place += float(found[1])
        if part not in parents:
            return place
        part = parents[part]


def test_every_bar_has_the_colour_of_its_gap() -> None:
    fills = [part.get("fill", "") for part in bars().iter() if part.tag.endswith("path")]
    found = [fill for fill in fills if fill.startswith("var(--sq-gap-")]
    assert found == [f"var(--sq-gap-{number})" for number in range(1, 6)]


def test_the_bars_tell_their_gap_in_words_and_their_score_in_numbers() -> None:
    picture = bars()
    said = " ".join(printed(picture).values())
    for number, name in enumerate(("knowledge", "standards", "performance"), start=1):
        assert f"Gap {number}" in said
        assert f"{name} gap" in said
    assert scores_printed(picture) == ["−0.3", "+0.2", "−1.5", "−2.4", "−1.4"]


def test_the_printed_scores_are_written_as_the_language_writes_them() -> None:
    assert scores_printed(bars("bg")) == ["−0,3", "+0,2", "−1,5", "−2,4", "−1,4"]


def test_a_score_of_nought_has_no_sign_even_where_rounding_leaves_a_trace() -> None:
    assert scores_printed(bars(**LEVEL)) == ["0"] * 5
    lifted = {"promise_heard": True, "promise": 5.4, "pull": "half", "belief": 5.3}
    traced = {**LEVEL, "expectation": 5.2, **lifted}
    assert 0 != scores(with_changes(**traced))["G1"] == pytest.approx(0, abs=1e-9)
    assert scores_printed(bars(**traced))[0] == "0"


def test_a_printed_score_has_room_in_the_picture() -> None:
    picture = bars(**WIDE_OPEN)
    marks = printed(picture, bold=True).items()
    at = {score: place_of(text, picture) for text, score in marks}
    assert scores_printed(picture)[:4] == ["−6", "+6", "−6", "−6"]
    labels = [text for text, said in printed(picture).items() if re.match(r"Gap \d", said)]
    assert len(labels) == 5
    # A score is some 20 pixels wide: it ends at its place on the left, and starts there on the
    # right. Labels of the gaps end at theirs.
    assert max(place_of(label, picture) for label in labels) < at["−6"] - 20
    assert at["+6"] + 20 < float(picture.get("width", "0"))


def test_the_chart_has_no_colour_but_the_tokens() -> None:
    for part in bars().iter():
        for name in ("fill", "stroke"):
            colour = part.get(name, "none")
            unseen = part.get("opacity") == "0"
            assert unseen or colour in ("none", "transparent") or colour.startswith("var(--sq-")


def test_the_chart_is_drawn_alike_every_time_from_one_specification() -> None:
    assert ElementTree.tostring(bars()) == ElementTree.tostring(bars())
    spec = CHART.spec(str)
    one, other = (vega(CHART, spec, [{"gap": "Gap 1", "score": score}], "en") for score in (1, -1))
    assert one["data"] != other["data"]
    assert {**one, "data": None} == {**other, "data": None}
