"""Chapter 10: what its tasks, texts and figures say is what its explorers compute."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

import nbformat
import pytest
from hypothesis import given, settings

from servicequality.charts.mistakes_and_gaps import DESCRIPTION, ROWS
from servicequality.charts.tag_grid import TAGS as DRAWN_TAGS
from servicequality.content import load
from servicequality.declare import Slider
from servicequality.exercises import find
from servicequality.exercises.launch_or_habit import covers
from servicequality.exercises.tag_the_mistakes import TAGS
from servicequality.figures import find as find_figure
from servicequality.model.agreement import chance_agreement, cohens_kappa, observed_agreement
from servicequality.model.enthusiasm import campaign_weeks, habit_weeks
from servicequality.page.html import to_text
from tests.conftest import ROOT
from tests.drawing import values

COURSES = find("launch-or-habit")
CASE = find("tag-the-mistakes")
PASSAGES = load("tagged-case")
KEY = {f"tag_{passage['id']}": passage["key"] for passage in PASSAGES}
drawing = settings(derandomize=True, database=None, deadline=None)


def result(exercise: Any, **changes: Any) -> dict[str, Any]:
    """What an exercise computes at its start values with some changed."""
    found: dict[str, Any] = exercise.start(str, changes)["result"]
    return found


def said(exercise: Any, view: str, **changes: Any) -> str:
    """What a view says at the start values with some changed."""
    return to_text(exercise.start(str, changes)["views"][view], "en")


def courses(**changes: Any) -> dict[str, Any]:
    """The two courses after a guess."""
    return result(COURSES, guess="half", **changes)


def tells(exercise: Any, number: int, *parts: Any) -> None:
    """The answer to a task names each of these numbers, as people write them."""
    answer = str(exercise.tasks[number - 1].answer)
    for part in parts:
        written = part if isinstance(part, str) else f"{part:,.0f}"
        assert written in answer, (written, answer)


def chapter_text() -> str:
    """The text of the chapter, all cells together."""
    notebook = nbformat.read(ROOT / "chapters" / "10-mistakes-leading.ipynb", as_version=4)
    return " ".join(cell.source for cell in notebook.cells)


# A campaign and a habit


def test_with_most_settings_the_habit_is_behind_in_week_four() -> None:
    sliders = {field.name: field for field in COURSES.fields if isinstance(field, Slider)}
    names = ("first", "half_life", "ceiling", "half_at", "a_week")
    steps = [spread(sliders[name]) for name in names]
    behind = [
        habit_weeks(ceiling, half_at, a_week, 4)[3]
        < campaign_weeks(first, half_life, 0, 1, 4)[3] - 1e-9
        for first, half_life, ceiling, half_at, a_week in product(*steps)
    ]
    assert sum(behind) > 0.6 * len(behind)


def spread(slider: Slider) -> list[float]:
    """Seven values of a slider, evenly from its first to its last."""
    width = slider.maximum - slider.minimum
    return [slider.minimum + width * part / 6 for part in range(7)]


def test_nothing_is_shown_before_a_guess() -> None:
    found = result(COURSES)
    assert found == {"stage": "open", "now": "open", "level": "open", "lines": [], "totals": []}
    assert "Make your guess" in said(COURSES, "stage")


def test_the_week_of_the_look_decides_what_is_seen() -> None:
    early, late = courses(look=4), courses(look=26)
    assert (early["now"], late["now"]) == ("campaign", "habit")
    tells(COURSES, 1, early["campaign_now"], early["habit_now"])
    tells(COURSES, 1, early["campaign_so_far"], early["habit_so_far"])
    tells(COURSES, 1, f"in week 1 it was {courses(look=1)['habit_now']:.0f}")
    assert f"in the model {early['habit_now']:.0f} of 180" in chapter_text().replace("\n", " ")
    tells(COURSES, 1, late["habit_now"], late["campaign_so_far"], late["habit_so_far"])
    assert round(late["campaign_now"]) == 0
    assert "reaches nobody" in COURSES.tasks[0].answer


def test_new_launches_save_the_campaign_only_if_nobody_gets_tired() -> None:
    tired, fresh = courses(every="six_weeks"), courses(every="six_weeks", kept=100)
    tells(COURSES, 2, tired["campaign_year"], tired["habit_year"], fresh["campaign_year"])
    assert (tired["stage"], fresh["stage"]) == ("wrong", "never_wrong")
    assert len(range(1, 53, 6)) == 9
    assert "ninth launch" in COURSES.tasks[1].answer


def test_who_asks_once_a_week_waits_longer() -> None:
    tells(COURSES, 3, f"week {courses(a_week=1)['ahead']} on", f"week {courses()['ahead']}.")


def test_the_text_before_the_guess_tells_the_start_values() -> None:
    start = {field.name: field.default for field in COURSES.fields if hasattr(field, "default")}
    assert (start["first"], start["half_life"]) == (60, 3)  # six in ten, three weeks
    assert (start["ceiling"], start["half_at"] / start["a_week"]) == (25, 8)  # one in four, eight


@pytest.mark.parametrize(
    ("week", "guess"),
    [(1, "early"), (8, "early"), (9, "spring"), (16, "spring"), (17, "half"), (30, "half"),
     (31, "late"), (52, "late"), (None, "never")],
)  # fmt: skip
def test_each_week_belongs_to_one_guess(week: int | None, guess: str) -> None:
    assert covers(week) == guess


@given(values(COURSES))
@drawing
def test_a_guess_is_judged_by_the_totals(raw: dict[str, Any]) -> None:
    found = COURSES.compute(raw)
    if raw["guess"] == "open":
        assert found["lines"] == []
        return
    campaign = sum(row["campaign"] for row in found["lines"])
    habit = sum(row["habit"] for row in found["lines"])
    assert campaign == pytest.approx(found["campaign_year"])
    assert habit == pytest.approx(found["habit_year"])
    assert found["stage"].startswith("never") == (habit <= campaign + 1e-9)
    assert sum(row["look"] for row in found["lines"]) == 1
    assert max(row["habit"] for row in found["lines"]) <= 1.8 * raw["ceiling"]


# The case in ten passages


def test_the_tags_are_the_ten_mistakes_and_none() -> None:
    mistakes = [mistake["id"] for mistake in load("mistakes")]
    assert [*mistakes, "none"] == TAGS
    assert mistakes == DRAWN_TAGS
    for passage in PASSAGES:
        assert passage["key"] in TAGS
        assert set(passage["near"]) <= set(TAGS) - {passage["key"]}
        begin = "No mistake here." if passage["key"] == "none" else f"{passage['key']}"
        assert passage["why"].startswith(begin)


def test_each_mistake_of_this_chapter_is_met() -> None:
    own = {mistake["id"] for mistake in load("mistakes") if mistake["chapter"] == 10}
    assert own == {"M1", "M2", "M3", "M4", "M8"}
    assert own <= set(KEY.values())


def test_the_key_is_held_back_until_it_is_asked_for() -> None:
    for changes in ({}, KEY):
        found = result(CASE, **changes)
        assert (found["checked"], found["grid"]) == ([], [])
        assert "kappa" not in found
    # Nothing tagged, nothing to compare.
    assert result(CASE, check=True)["stage"] == "open"


def test_the_key_agrees_with_itself() -> None:
    found = result(CASE, **KEY, check=True)
    assert found["kappa"] == pytest.approx(1)
    assert {row["state"] for row in found["checked"]} == {"right"}


def test_one_tag_for_all_is_worth_nothing() -> None:
    found = result(CASE, **dict.fromkeys(KEY, "M3"), check=True)
    assert (found["agreed"], found["kappa"], found["meaning"]) == (2, pytest.approx(0), "blind")
    assert found["share"] == pytest.approx(found["chance"]) == pytest.approx(20)
    tells(CASE, 2, "two passages of ten", "20%")
    for tag in TAGS:
        assert result(CASE, **dict.fromkeys(KEY, tag), check=True)["kappa"] == pytest.approx(0)


def test_no_task_gives_a_tag_of_the_key_away() -> None:
    for task in CASE.tasks:
        assert not re.search(r"M\d|passage \d", task.text + task.answer)


def test_kappa_that_is_not_defined_is_told() -> None:
    found = result(CASE, tag_p3="M2", check=True)
    assert found["stage"] == found["meaning"] == "undefined"
    assert "not defined" in said(CASE, "stage", tag_p3="M2", check=True)
    # One passage that differs is defined: no agreement, none by chance.
    assert result(CASE, tag_p3="M1", check=True)["kappa"] == pytest.approx(0)


@pytest.mark.parametrize("passage", KEY)
def test_one_passage_tagged_as_the_key_does_is_never_defined(passage: str) -> None:
    found = result(CASE, **{passage: KEY[passage]}, check=True)
    assert found["stage"] == "undefined"


def test_good_leadership_taken_for_a_mistake() -> None:
    changed = KEY | {"tag_p2": "M8", "tag_p6": "M5"}
    found = result(CASE, **changed, check=True)
    assert found["agreed"] == 8
    assert (found["only_own"], found["only_key"]) == (2, 0)
    assert "none for the key: 2." in said(CASE, "direction", **changed, check=True)
    # About 0.8, and with its standard error anything from about 0.5 to 1, says the text.
    assert f"about {found['kappa']:.1f} here" in chapter_text()
    error = (0.8 * 0.2 / 10) ** 0.5 / (1 - found["chance"] / 100)
    assert round(found["kappa"] - 1.96 * error, 1) == 0.5
    assert found["kappa"] + 1.96 * error > 1
    states = {row["item"]: row["state"] for row in found["checked"]}
    assert [name for name, state in states.items() if state == "wrong"] == ["p2", "p6"]


def test_which_of_the_two_sees_more_mistakes_is_counted() -> None:
    assert result(CASE, **KEY, check=True)["direction"] == "same"
    found = result(CASE, **(KEY | {"tag_p1": "none", "tag_p3": "M4"}), check=True)
    assert (found["direction"], found["only_own"], found["only_key"]) == ("apart", 0, 1)
    assert result(CASE, **KEY)["direction"] == "none"


def test_the_example_of_kappa_in_the_text_is_right() -> None:
    yours = ["mistake"] * 6 + ["none"] * 4
    ours = ["mistake"] * 7 + ["none"] * 3
    text = chapter_text()
    assert f"p_o = {observed_agreement(yours, ours):.1f}" in text
    assert f"= {chance_agreement(yours, ours):.2f}$" in text
    assert f"= {cohens_kappa(yours, ours):.2f}$" in text


def test_what_can_be_argued_is_told_and_does_not_count() -> None:
    found = result(CASE, **(KEY | {"tag_p10": "M1"}), check=True)
    assert found["agreed"] == 9
    assert found["checked"][9] == {"item": "p10", "state": "near", "note": "p10"}


@given(values(CASE))
@drawing
def test_the_field_holds_each_tagged_passage_once(raw: dict[str, Any]) -> None:
    found = CASE.compute(raw, CASE.data)
    if not raw["check"] or found["tagged"] == 0:
        assert found["grid"] == []
        return
    assert sum(row["count"] for row in found["grid"]) == found["tagged"]
    assert sum(row["count"] for row in found["grid"] if row["same"] == 1) == found["agreed"]
    assert sum(row["same"] for row in found["grid"]) == len(TAGS)


# The case to judge and the figures


def test_the_money_of_the_third_floor_adds_up() -> None:
    text = chapter_text()
    case = str(find("case-wifi-three-ways").spec(str)["views"])
    points, course, book, money = 6200, 2400, 900, 9500
    assert points + course + book == money
    for amount in (points, course, book, money):
        assert f"{amount:,}" in text or f"costs {amount}" in text
    assert f"{course + book:,}" in case
    assert f"{money - points:,} euros remain" in case
    (standard,) = [row for row in load("hotel/standards") if row["attribute_id"] == "wifi"]
    assert standard["standard"] in text


def test_few_guests_missed_something_in_the_lobby() -> None:
    (row,) = [r for r in find_figure("below-expectation").rows if r["attribute"] == "lobby_design"]
    text = chapter_text()
    assert f"only {row['guests']} of 120 guests" in text


def test_the_figure_of_gaps_says_what_the_text_says() -> None:
    assert {mistake for mistake, _, _ in ROWS} == {"M1", "M2", "M3", "M4", "M8"}
    assert {gap for _, _, widened in ROWS for gap in widened} == {1, 2, 3, 4}
    short = {mistake["id"]: mistake["short"] for mistake in load("mistakes")}
    for mistake, about, _ in ROWS:
        assert f"mistake {mistake[1:]}," in DESCRIPTION
        assert mistake == "M2" or about == short[mistake]
    gaps = {mistake: widened for mistake, _, widened in ROWS if mistake != "M2"}
    text = chapter_text()
    told = [part.split("**Gap.**")[1] for part in text.split("## ") if "**Gap.**" in part]
    assert len(told) == 5
    for mistake, part in zip(("M1", "M2", "M3", "M4", "M8"), told, strict=True):
        for gap in gaps.get(mistake, ()):
            assert re.search(rf"\b{gap}\b", part.split("\n")[0])


def test_the_spans_of_time_are_those_of_their_sources() -> None:
    rows = {row["span"]: (row["low"], row["high"]) for row in find_figure("how-long").rows}
    facts = {fact["id"]: fact["values"] for fact in load("facts")}
    assert "18 to 254 days" in facts["lally-days"]
    assert rows["study"] == (18, 254)
    assert "84 days" in facts["lally-volunteers"]
    assert rows["watched"] == (0, 84) == (0, 12 * 7)
    assert rows["deadline"] == (0, 4 * 7)
    assert rows["article"] == (183, 365)
    # The owners stop watching before any other span has ended.
    assert max(rows["deadline"]) < min(
        high for name, (_, high) in rows.items() if name != "deadline"
    )
    for number in ("96", "62", "39"):
        assert number in facts["lally-volunteers"]
        assert f" {number}" in chapter_text()
