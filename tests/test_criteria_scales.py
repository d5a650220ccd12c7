"""Discussion question 3: weighted scores, verdicts, what turns them, checks and evidence."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given, settings

from servicequality.core.values import read
from servicequality.exercises import find
from servicequality.exercises.criteria_scales import ABOUT, GUESTS, KINDS, compute
from servicequality.exercises.criteria_scales.texts import (
    CHECK_NOTES,
    CHECKS,
    CRITERIA,
    INSIDE,
    MEANINGS,
    SHORT,
)
from servicequality.page.html import to_text
from tests.drawing import values

EXERCISE = find("criteria-scales")
START = EXERCISE.start(str)
ITEMS = list(CRITERIA)
# Values as `compute` is given them: checked, so that whole sliders hold whole numbers.
CHECKED = values(EXERCISE).map(lambda raw: read(EXERCISE.spec(str)["fields"], raw)[0])
drawing = settings(derandomize=True, database=None, deadline=None, max_examples=60)
Points = dict[str, tuple[int, int]]


def weights(given_points: Points) -> list[dict[str, Any]]:
    """The table of weights: points of the family and of the couple; 0 where none are given."""
    rows = ((item, given_points.get(item, (0, 0))) for item in ITEMS)
    return [{"id": item, "family": pair[0], "couple": pair[1]} for item, pair in rows]


def scores(given_scores: Points) -> list[dict[str, Any]]:
    """The table of scores: McDonald's and the other; 5 and 5 where none are given."""
    rows = ((item, given_scores.get(item, (5, 5))) for item in ITEMS)
    return [{"id": item, "mcdonalds": pair[0], "other": pair[1]} for item, pair in rows]


def with_points(**changes: tuple[int, int]) -> list[dict[str, Any]]:
    """The start values' table of weights with some rows changed."""
    rows = {row["id"]: (row["family"], row["couple"]) for row in START["values"]["weights"]}
    return weights(rows | changes)


def result_for(**changes: Any) -> dict[str, Any]:
    """The result for the start values with some changed."""
    return compute({**START["values"], **changes})


def said(view: str, **changes: Any) -> str:
    """What a view says for the start values with some changed."""
    return to_text(EXERCISE.start(str, changed=changes)["views"][view], "en")


def judge(points: Points, given_scores: Points, **changes: Any) -> dict[str, Any]:
    """The values of two tables, and others."""
    return {"weights": weights(points), "scores": scores(given_scores), **changes}


# What the student is told to try, and the answers


def test_task_1_the_example() -> None:
    answer = EXERCISE.tasks[0].answer
    for guest, mcdonalds, other in (("family", 7.5, 6.7), ("couple", 6.0, 7.75)):
        assert START["result"][f"{guest}_mcdonalds"] == pytest.approx(mcdonalds)
        assert START["result"][f"{guest}_other"] == pytest.approx(other)
        assert f"({mcdonalds:.2f} against {other:.2f})" in answer
    assert START["result"]["family_turn_moved"] == pytest.approx(80 / 9)
    assert "8.9 of the family’s 100 points move from responsiveness to empathy" in answer
    assert "8.9 of 100 points, moved from responsiveness to empathy" in said("family_turn")


def test_task_2_one_set_of_weights_gives_one_verdict() -> None:
    family = [{**row, "couple": row["family"]} for row in START["values"]["weights"]]
    result = result_for(weights=family)
    assert "7.50 against 6.70" in EXERCISE.tasks[1].answer
    assert result["couple_mcdonalds"] == pytest.approx(7.5)
    assert result["couple_other"] == pytest.approx(6.7)
    assert (result["profiles"], result["between"]) == ("same_weights", 0)


def test_task_3_societal_criteria_in_the_middle() -> None:
    result = result_for(weights=with_points(food_packaging=(10, 10), staff=(10, 10)))
    assert START["result"]["family_lead"] == pytest.approx(0.80)
    assert result["family_lead"] == pytest.approx(0.67, abs=5e-3)
    assert result["family_mcdonalds"] == pytest.approx(7.08, abs=5e-3)
    assert result["family_verdict"] == "ahead_high"
    for words in ("5 for either restaurant", "0.80 to 0.67", "7.50 to 7.08", "bar of 7"):
        assert words in EXERCISE.tasks[2].answer
    states = {line["item"]: line["state"] for line in START["result"]["checks"]}
    assert [item for item, state in states.items() if state == "wrong"] == ["societal"]


def test_task_4_the_bar() -> None:
    assert "7.5 it still is" in EXERCISE.tasks[3].answer
    assert "At 8 it is not" in EXERCISE.tasks[3].answer
    assert result_for(bar=7.5)["family_verdict"] == "ahead_high"
    assert result_for(bar=8.0)["family_verdict"] == "ahead_low"
    for bar in range(2, 21):
        assert result_for(bar=bar / 2)["family_verdict"].startswith("ahead")


def test_task_5_every_check_can_say_done() -> None:
    ready = result_for(
        weights=with_points(tangibles=(0, 0), food_packaging=(10, 15)),
        seen=ITEMS,
        notes="Saturday lunch, two visits.",
    )
    assert {line["state"] for line in ready["checks"]} == {"right"}
    assert (ready["evidence"], ready["unseen"]) == ("written", [])
    assert (ready["family_sum"], ready["couple_sum"]) == ("right", "right")


# Scores and verdicts

VERDICTS = [
    ((8, 6), 7.0, "ahead_high"),
    ((7, 6), 7.0, "ahead_high"),
    ((6, 5), 7.0, "ahead_low"),
    ((8, 9), 7.0, "behind_high"),
    ((6, 9), 7.0, "behind_low"),
    ((7, 7), 7.0, "tie_high"),
    ((4, 4), 7.0, "tie_low"),
]


@pytest.mark.parametrize(("pair", "bar", "state"), VERDICTS)
def test_every_verdict(pair: tuple[int, int], bar: float, state: str) -> None:
    changes = judge({"value": (100, 0)}, {"value": pair}, bar=bar)
    assert result_for(**changes)["family_verdict"] == state
    text = said("family_verdict", **changes)
    assert f"For the family, McDonald’s scores {pair[0]}.00." in text
    assert ("not high quality" in text) is state.endswith("low")
    assert ("It is ahead of" in text) is (pair[0] > pair[1])
    assert ("It is level with" in text) is (pair[0] == pair[1])
    assert said("couple_verdict", **changes) == ""


@given(CHECKED)
@drawing
def test_scores_are_weighted_means_of_what_is_used(raw: dict[str, Any]) -> None:
    result = compute(raw)
    parts = {(row["who"], row["item"]): row["part"] for row in result["parts"]}
    for guest in GUESTS:
        points = [row[guest] for row in raw["weights"]]
        assert result[f"{guest}_points"] == sum(points)
        if sum(points) == 0:
            assert result[f"{guest}_verdict"] == "none"
            continue
        for who in ("mcdonalds", "other"):
            whole = math.fsum(
                p * row[who] for p, row in zip(points, raw["scores"], strict=True)
            ) / sum(points)
            assert result[f"{guest}_{who}"] == pytest.approx(whole)
            assert 1 - 1e-9 <= result[f"{guest}_{who}"] <= 10 + 1e-9
            (mark,) = [m for m in result["marks"] if (m["guest"], m["who"]) == (guest, who)]
            assert (mark["score"], mark["bar"]) == (result[f"{guest}_{who}"], raw["bar"])
        lead = result[f"{guest}_mcdonalds"] - result[f"{guest}_other"]
        assert result[f"{guest}_lead"] == pytest.approx(lead, abs=1e-9)
        # The bars of the chart add up to the difference in the table.
        own = [part for (who, _item), part in parts.items() if who == guest]
        assert math.fsum(own) == pytest.approx(lead, abs=1e-9)


# What turns a verdict


def table_after(raw: dict[str, Any], guest: str, key: str) -> dict[str, float]:
    """A guest's points, made 100 in all, after all has moved from one criterion to the other."""
    whole = sum(row[guest] for row in raw["weights"])
    points = {row["id"]: 100 * row[guest] / whole for row in raw["weights"]}
    points[key_of(raw, f"{guest}_{key}_from")] -= compute(raw)[f"{guest}_{key}_moved"]
    points[key_of(raw, f"{guest}_{key}_to")] += compute(raw)[f"{guest}_{key}_moved"]
    return points


def key_of(raw: dict[str, Any], name: str) -> str:
    """A criterion named in the result."""
    found: str = compute(raw)[name]
    return found


@pytest.mark.parametrize("guest", GUESTS)
def test_what_is_told_brings_both_to_the_same_level(guest: str) -> None:
    points = table_after(START["values"], guest, "turn")
    leads = {row["id"]: row["mcdonalds"] - row["other"] for row in START["values"]["scores"]}
    assert math.fsum(points[i] * leads[i] for i in ITEMS) == pytest.approx(0, abs=1e-9)
    points = table_after(START["values"], guest, "bar_turn")
    above = {row["id"]: row["mcdonalds"] - 7 for row in START["values"]["scores"]}
    assert math.fsum(points[i] * above[i] for i in ITEMS) == pytest.approx(0, abs=1e-9)
    assert min(points.values()) >= 0


TWO = {"features": (60, 0), "value": (40, 0)}
# Points, scores, and what is told of the order.
TURNS: list[tuple[Points, Points, str]] = [
    ({}, {}, "none"),
    (TWO, {}, "same"),
    (TWO, {"features": (7, 5), "value": (4, 7)}, "edge"),
    ({"features": (60, 0), "value": (0, 40)}, {"value": (6, 5)}, "edge_up"),
    (TWO, {"features": (7, 5), "value": (5, 5)}, "never"),
    (TWO, {"features": (4, 5), "value": (5, 5)}, "never_behind"),
    (TWO, {"features": (7, 5), "value": (3, 5)}, "firm_one"),
    ({"features": (52, 0), "value": (48, 0)}, {"features": (7, 5), "value": (3, 5)}, "easy_one"),
    (
        {"features": (2, 0), "staff": (53, 0), "value": (45, 0)},
        {"features": (9, 5), "staff": (6, 5), "value": (4, 5)},
        "easy_two",
    ),
    (
        {"features": (5, 0), "staff": (80, 0), "value": (15, 0)},
        {"features": (9, 5), "staff": (6, 5), "value": (4, 5)},
        "firm_two",
    ),
    (
        {"features": (5, 0), "empathy": (5, 0), "staff": (75, 0), "value": (15, 0)},
        {"features": (10, 5), "empathy": (9, 5), "staff": (6, 5), "value": (4, 5)},
        "firm_several",
    ),
    (
        {"features": (1, 0), "empathy": (1, 0), "staff": (51, 0), "value": (47, 0)},
        {"features": (7, 5), "empathy": (7, 5), "staff": (6, 5), "value": (4, 5)},
        "easy_several",
    ),
]


@pytest.mark.parametrize(("points", "given_scores", "state"), TURNS, ids=[t[2] for t in TURNS])
def test_everything_that_can_be_told_of_an_order(
    points: Points, given_scores: Points, state: str
) -> None:
    changes = judge(points, given_scores)
    assert result_for(**changes)["family_turn"] == state
    text = said("family_turn", **changes)
    assert (text == "") is (state == "none")
    assert ("depends on how much" in text) is state.startswith("easy")
    if state.endswith("two"):
        assert "and one other criterion to" in text
    if state.endswith("several"):
        assert "and 2 other criteria to" in text


@pytest.mark.parametrize(
    ("pair", "state", "words"),
    [
        ((7, 7), "same", "reaches your bar on every criterion"),
        ((6, 8), "edge", "the smallest change of weights decides"),
        ((9, 8), "never", "reaches your bar on every criterion"),
        ((6, 5), "never_behind", "no weights make it “high quality”"),
        ((10, 6), "firm_one", "yes or no to “high quality” is not easily turned"),
    ],
)
def test_everything_that_can_be_told_of_the_bar(
    pair: tuple[int, int], state: str, words: str
) -> None:
    changes = judge(
        {"features": (50, 0), "value": (50, 0)},
        {"features": (pair[0], 5), "value": (pair[1], 5)},
        bar=7.0,
    )
    assert result_for(**changes)["family_bar_turn"] == state
    assert words in said("family_bar_turn", **changes)


def test_on_the_bar_with_nothing_below_it_stays_high() -> None:
    changes = judge({"features": (50, 0), "value": (0, 50)}, {"features": (7, 5), "value": (9, 5)})
    assert result_for(**changes)["family_bar_turn"] == "edge_up"
    assert "reaches your bar on every criterion" in said("family_bar_turn", **changes)


def test_a_verdict_on_the_line_of_ten_points_is_not_easy() -> None:
    changes = judge({"features": (60, 0), "value": (40, 0)}, {"features": (7, 5), "value": (3, 5)})
    assert result_for(**changes)["family_turn_moved"] == pytest.approx(10)
    assert result_for(**changes)["family_turn"] == "firm_one"


# The two guests


@pytest.mark.parametrize(
    ("points", "given_scores", "state"),
    [
        ({"value": (50, 0)}, {}, "none"),
        ({}, {}, "none"),
        ({"value": (50, 20)}, {"value": (9, 5)}, "same_weights"),
        ({"value": (50, 0), "staff": (0, 9)}, {"value": (9, 5), "staff": (5, 9)}, "opposite"),
        ({"value": (50, 0), "staff": (0, 9)}, {"value": (9, 5), "staff": (6, 5)}, "one_order"),
        ({"value": (50, 0), "staff": (0, 9)}, {"value": (5, 9), "staff": (5, 6)}, "one_order"),
        ({"value": (50, 0), "staff": (0, 9)}, {"value": (9, 5)}, "one_tied"),
        ({"value": (50, 0), "staff": (0, 9)}, {"value": (9, 5), "staff": (9, 5)}, "one_lead"),
        ({"value": (50, 0), "staff": (0, 9)}, {}, "one_lead"),
    ],
)
def test_how_the_two_guests_differ(points: Points, given_scores: Points, state: str) -> None:
    changes = judge(points, given_scores)
    result = result_for(**changes)
    assert result["profiles"] == state
    assert said("profiles", **changes) != ""
    if state == "none":
        assert result["between"] is None
    else:
        assert result["between"] == result["family_lead"] - result["couple_lead"]


# The set of criteria


def judged(points: Points) -> dict[str, tuple[str, str | None]]:
    """The checks for these points: state and note by item."""
    lines = result_for(weights=weights(points))["checks"]
    return {line["item"]: (line["state"], line["note"]) for line in lines}


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, ("wrong", "few")),
        (4, ("wrong", "few")),
        (5, ("right", None)),
        (8, ("right", None)),
        (9, ("wrong", "many")),
        (12, ("wrong", "many")),
    ],
)
def test_five_to_eight_criteria(count: int, expected: tuple[str, str | None]) -> None:
    # A criterion counts as used where one of the two guests gives it points.
    points = {item: (n % 2, 1 - n % 2) for n, item in enumerate(ITEMS[:count])}
    assert judged(points)["number"] == expected


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_missed_unless_one_of_its_criteria_is_used(kind: str) -> None:
    others = {item: (5, 10) for item in ITEMS if item not in ABOUT[kind]}
    assert judged(others)[kind] == ("wrong", kind)
    for item in ABOUT[kind]:
        assert judged({**others, item: (0, 1)})[kind] == ("right", None)


def test_three_names_for_one_thing_are_told() -> None:
    near = ABOUT["deficiencies"]
    assert len(near) == 3
    assert judged(dict.fromkeys(near, (5, 5)))["once"] == ("wrong", "once")
    for left_out in near:
        points = {item: (5, 5) for item in near if item != left_out}
        assert judged(points)["once"] == ("right", None)


def test_two_guests_with_one_set_of_weights_are_told() -> None:
    assert judged({"value": (10, 30), "staff": (20, 60)})["guests"] == ("wrong", "guests")
    assert judged({"value": (10, 0)})["guests"] == ("wrong", "guests")
    assert judged({"value": (10, 30), "staff": (20, 50)})["guests"] == ("right", None)


# Points and evidence


def test_points_that_do_not_add_up_to_100_are_shares() -> None:
    doubled = [
        {**row, "family": 2 * row["family"], "couple": 2 * row["couple"]}
        for row in START["values"]["weights"]
    ]
    result = result_for(weights=doubled)
    assert result["family_mcdonalds"] == START["result"]["family_mcdonalds"]
    assert (result["family_sum"], result["couple_sum"]) == ("wrong", "wrong")
    assert said("family_sum", weights=doubled) == (
        "The family’s points add up to 200. They are treated as shares of 100."
    )


def test_no_points_at_all_get_a_sentence() -> None:
    changes = {"weights": weights({})}
    result = result_for(**changes)
    assert result["table"] == result["marks"] == result["parts"] == []
    assert "so there is no verdict for it. Share out 100." in said("family_sum", **changes)
    assert said("profiles", **changes).startswith("Both guests need points")
    assert said("evidence", **changes) == ("You use no criterion yet, so no score needs evidence.")
    for name in ("family_verdict", "family_turn", "couple_bar_turn", "table"):
        assert said(name, **changes) == ""


def test_scores_without_evidence_are_named() -> None:
    assert [line["item"] for line in START["result"]["unseen"]] == ["tangibles", "value"]
    assert "For 2 of them" in said("evidence")
    # What is not used needs none.
    used = [row["id"] for row in START["values"]["weights"] if row["family"] + row["couple"]]
    assert result_for(seen=used)["unseen"] == []
    assert result_for(seen=used)["evidence"] == "unwritten"
    assert result_for(seen=used, notes="Lunch on Friday.")["evidence"] == "written"
    assert len(result_for(seen=[])["unseen"]) == len(used)


def test_a_restaurant_without_a_name_is_b() -> None:
    assert "It is ahead of B (6.70)" in said("family_verdict", other_name="")
    assert "It is ahead of Da Gino (6.70)" in said("family_verdict", other_name="Da Gino")


def test_what_is_not_used_claims_nothing_at_first() -> None:
    used = {row["id"] for row in START["values"]["weights"] if row["family"] + row["couple"]}
    for row in START["values"]["scores"]:
        if row["id"] not in used:
            assert (row["mcdonalds"], row["other"]) == (5, 5)
            assert row["id"] not in START["values"]["seen"]


# Texts


def test_every_criterion_has_its_words() -> None:
    assert list(MEANINGS) == list(INSIDE) == ITEMS
    assert set(SHORT) == set(ITEMS)
    for text in [*INSIDE.values(), *SHORT.values(), *MEANINGS.values()]:
        assert "\u00ad" not in text
    assert set(CHECKS) == {line["item"] for line in START["result"]["checks"]}
    assert set(CHECK_NOTES) == {*CHECKS, "few", "many"} - {"number"}


# The numbers of the model answer: what its writer gave and scored.
MODEL = judge(
    {
        "features": (10, 25),
        "deficiencies": (25, 15),
        "responsiveness": (20, 5),
        "empathy": (10, 35),
        "value": (25, 5),
        "food_packaging": (10, 15),
    },
    {
        "features": (5, 8),
        "deficiencies": (9, 6),
        "responsiveness": (9, 5),
        "empathy": (4, 9),
        "value": (8, 6),
        "food_packaging": (4, 7),
    },
)


def test_the_model_answer_says_what_its_numbers_give() -> None:
    text = " ".join(EXERCISE.teaching.model_answer)
    result = result_for(**MODEL)
    assert (
        f"reaches {result['family_mcdonalds']:.2f} and the hotel {result['family_other']:.2f}"
        in text
    )
    assert f"{result['couple_mcdonalds']:.2f} against {result['couple_other']:.2f}" in text
    assert (result["family_verdict"], result["couple_verdict"]) == ("ahead_high", "behind_low")
    moved = f"{result['family_turn_moved']:.1f}"
    assert f"{moved} points from responsiveness to empathy would turn" in text
    assert (result["family_turn_from"], result["family_turn_to"]) == ("responsiveness", "empathy")
    points = {row["id"]: (row["family"], row["couple"]) for row in MODEL["weights"]}
    assert sum(points[i][0] for i in ("responsiveness", "deficiencies", "value")) == 70
    assert sum(points[i][1] for i in ("features", "empathy")) == 60
    assert {line["state"] for line in result["checks"]} == {"right"}
    for score in (
        "deficiencies 9, responsiveness 9",
        "features 5, empathy 4",
        "value 8",
        "4 against 7",
    ):
        assert score in text


def test_the_model_answer_is_not_longer_than_what_is_asked_for_by_far() -> None:
    words = " ".join(EXERCISE.teaching.model_answer).split()
    assert EXERCISE.teaching.words <= len(words) <= 330


def test_what_is_invented_is_called_so() -> None:
    assert "invented" in EXERCISE.teaching.honesty
    for group in EXERCISE.groups[1:3]:
        assert "invented example" in group.text
