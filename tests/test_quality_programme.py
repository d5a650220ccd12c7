"""Chapter 9: its audit and plan, its explorers of freedom, and what the chapter says of them."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from docx.table import Table
from hypothesis import given, settings
from playwright.sync_api import Page

from servicequality.charts.principle_loop import BOXES
from servicequality.charts.two_lists import (
    BOTH,
    DESCRIPTION,
    LEFT_ALONE,
    PERHAPS,
    RIGHT_ALONE,
    two_lists,
)
from servicequality.core.workbook import read_workbook
from servicequality.exercises import all_exercises, find
from servicequality.exercises.programme_audit.texts import NAMES, OUR_PLAN, REASONS
from servicequality.figures import find as find_figure
from servicequality.model.programme import PRINCIPLES
from servicequality.page.html import to_text
from servicequality.page.rows import shape
from tests.conftest import ROOT
from tests.drawing import values
from tests.test_workbook_exports import markdown_of, rendered, rows_of, saved, word_of
from tests.worked import file_text, keep_work, record, workbook

AUDIT, FREEDOM, LIMIT = find("programme-audit"), find("freedom-fit"), find("recovery-limit")
OURS = AUDIT.revealed
CHAPTER = ROOT / "chapters" / "09-quality-programme.ipynb"
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
    """The chapter's Markdown."""
    cells = json.loads(CHAPTER.read_text(encoding="utf-8"))["cells"]
    return "\n\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")


def step(number: int, **cells: Any) -> dict[str, Any]:
    """A step of a plan that says all it should."""
    whole = {"principle": "needs", "what": "Ask.", "who": "Mira", "day": 20, "sign": "A list."}
    return {"id": f"step_{number}", **whole, **cells}


def rated(**cells: dict[str, Any]) -> list[dict[str, Any]]:
    """Our ratings, some rows changed."""
    return [{**row, **cells.get(row["id"], {})} for row in OURS["ratings"]]


# The audit


def test_the_draft_and_our_ratings_are_what_tasks_and_chapter_say() -> None:
    draft, ours = result(AUDIT), result(AUDIT, **OURS)
    assert (draft["shown"], ours["shown"]) == (20, 13)
    assert (draft["first_state"], draft["first_points"]) == ("tied", 6)
    firsts = [row["principle"] for row in draft["table"] if row["place"] == 1]
    assert firsts == ["operations", "technology"]
    assert (ours["first"], ours["first_points"]) == ("feedback", 9)
    seconds = [row["principle"] for row in ours["table"] if row["place"] == 2]
    assert seconds == ["needs", "operations"]
    assert ours["possible"] == 3
    assert "6 points each" in answer(AUDIT, 1)
    assert "13 of 30; the draft counts 20" in answer(AUDIT, 2)
    assert "20 points of 30" in prose()
    assert "13 are left" in prose()


def test_technology_waits_for_work_that_nobody_has_organised() -> None:
    assert "7 Technology rests on something" in said(AUDIT, "begin")
    assert "Begin with: 5 Work well organised" in said(AUDIT, "begin")
    assert said(AUDIT, "begin", **OURS) == ""


def test_without_evidence_a_rating_is_words_only() -> None:
    assert result(AUDIT)["unsupported"] == 1
    assert said(AUDIT, "support").startswith("4 One team: rated 2 or 3, without evidence.")
    two = rated(freedom={"evidence": ""}, standards={"evidence": ""})
    assert "the first of them: 6 Freedom factor." in said(AUDIT, "support", ratings=two)
    bare = rated(freedom={"evidence": " "})
    found = result(AUDIT, **{**OURS, "ratings": bare})
    assert (found["shown"], found["support"]) == (12, "one")
    (freedom,) = (row for row in found["bars"] if row["principle"] == "freedom")
    assert freedom["points"] == 4


def test_nothing_is_compared_before_it_is_asked_for_nor_for_another_hotel() -> None:
    assert result(AUDIT)["judged"] == []
    assert result(AUDIT, hotel="own", check=True)["judged"] == []
    states = {row["item"]: row["state"] for row in result(AUDIT, check=True)["judged"]}
    assert states["leadership"] == "higher"
    assert states["technology"] == "lower"
    assert states["team"] == "right"
    assert result(AUDIT, **OURS)["agree"] == 10
    assert set(REASONS) == set(NAMES) == set(PRINCIPLES)


@pytest.mark.parametrize(
    ("guess", "words"),
    [
        ("open", ""),
        ("feedback", "You expected it: 10 Results fed back."),
        ("people", "You expected: 8 People. It takes place 8."),
    ],
)
def test_a_guess_is_held_against_the_places(guess: str, words: str) -> None:
    assert said(AUDIT, "guessed", **OURS, guess=guess) == words


def test_a_hotel_with_everything_has_no_first_place() -> None:
    full = [{**row, "seen": "3", "evidence": "Seen."} for row in OURS["ratings"]]
    found = result(AUDIT, ratings=full, guess="needs")
    assert (found["first_state"], found["starts"], found["cover"]) == ("none", [], "none")
    assert (found["shown"], found["guessed"]) == (30, "open")


@given(values(AUDIT))
@drawing
def test_every_audit_has_ten_places_and_every_plan_a_word_on_each_step(raw: dict[str, Any]) -> None:
    found = result(AUDIT, **raw)
    assert sorted(row["principle"] for row in found["table"]) == sorted(PRINCIPLES)
    falling = [row["points"] for row in found["table"]]
    assert falling == sorted(falling, reverse=True)
    assert [row["item"] for row in found["steps"]] == [row["id"] for row in raw["plan"]]
    assert found["ready"] == sum(row["state"] == "ready" for row in found["steps"])
    assert (found["first_state"] == "none") == (max(falling) == 0)
    assert (found["possible"] >= found["first_count"]) or found["first_state"] == "none"


def test_the_evidence_can_be_read_in_full_and_is_written_on_the_whole_width() -> None:
    """On a phone a text field shows some thirty letters: a table has all, and rows are cards."""
    told = said(AUDIT, "evidence")
    for row in OURS["ratings"]:
        assert row["evidence"] in told
    (ratings,) = (field for field in AUDIT.fields if field.name == "ratings")
    assert "sq-rows-cards" in shape(ratings.spec(str)).split()


# The plan


@pytest.mark.parametrize("column", ["what", "who", "sign"])
def test_a_step_says_what_who_and_how_it_will_be_seen(column: str) -> None:
    found = result(AUDIT, **{**OURS, "plan": [step(1, **{column: " "})]})
    assert found["steps"] == [{"item": "step_1", "state": "open", "note": f"no_{column}"}]


def test_a_step_that_comes_too_early_is_told_and_why() -> None:
    plan = [step(1, principle="standards", day=10), step(2, principle="needs", day=30)]
    found = result(AUDIT, **{**OURS, "plan": plan})
    assert [row["state"] for row in found["steps"]] == ["early", "ready"]
    assert "later, or on the same day: 3 Guests’ needs." in said(
        AUDIT, "steps", **{**OURS, "plan": plan}
    )
    alone = said(AUDIT, "steps", **{**OURS, "plan": plan[:1]})
    assert "not practised yet and not in your plan: 3 Guests’ needs." in alone


def test_viktors_plan_is_told_what_it_lacks() -> None:
    assert "no step for it" in said(AUDIT, "cover")
    assert "Nothing is done by day 30" in said(AUDIT, "pace")
    assert "without a sign is a wish" in said(AUDIT, "steps")


def test_our_plan_is_ready_and_begins_where_the_audit_says() -> None:
    found = result(AUDIT, **OURS)
    assert (found["plan_state"], found["cover"], found["pace"]) == ("all", "all", "fine")
    assert [row["day"] for row in found["plan_table"]] == [14, 28, 45]
    turned = [step(1, day=90), step(2, day=10, what="First.")]
    table = result(AUDIT, **{**OURS, "plan": turned})["plan_table"]
    assert [(row["day"], row["what"]) for row in table] == [(10, "First."), (90, "Ask.")]
    many = [step(number, day=number) for number in range(1, 6)]
    assert result(AUDIT, **{**OURS, "plan": many})["pace"] == "many"


# The plan in the workbook

PLANNED = record(
    "programme-audit", hotel="own", name="Hotel Blue Heron", ratings=OURS["ratings"],
    first_day="1 March 2027", plan=OUR_PLAN, not_now="No new booking system.",
)  # fmt: skip


def test_a_plan_in_a_workbook_file_is_read_back_whole() -> None:
    course = {exercise.id: exercise.spec(str) for exercise in all_exercises()}
    found = read_workbook(course, json.loads(file_text(workbook({"programme-audit": PLANNED}))))
    (audit,) = found["exercises"]
    assert found["left_out"] == []
    assert audit["values"]["plan"] == OUR_PLAN
    assert audit["progress"] == "done"


def test_the_plan_stands_in_the_file_that_is_taken_along(page: Page, place: str) -> None:
    keep_work(page, place, {"programme-audit": PLANNED})
    data = json.loads(saved(page, "take-along")[1])
    (audit,) = (one for one in data["exercises"] if one["id"] == "programme-audit")
    assert audit["values"]["plan"] == OUR_PLAN
    assert audit["values"]["name"] == "Hotel Blue Heron"


def planned_rows() -> list[list[str]]:
    """The plan as a table shows it."""
    return [
        [
            f"Step {number}",
            NAMES[one["principle"]],
            one["what"],
            one["who"],
            str(one["day"]),
            one["sign"],
        ]
        for number, one in enumerate(OUR_PLAN, start=1)
    ]


def test_the_plan_stands_in_the_word_document(page: Page, address: str) -> None:
    keep_work(page, address, {"programme-audit": PLANNED})
    document, _content = word_of(page)
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert "Self-audit and the first hundred days" in texts
    assert "Day 1 is on (date): 1 March 2027" in texts
    assert "No new booking system." in texts
    tables: list[Table] = document.tables
    found = [row for table in tables for row in rows_of(table)]
    for row in planned_rows():
        assert row in found


def test_the_plan_stands_in_the_markdown(page: Page, address: str) -> None:
    keep_work(page, address, {"programme-audit": PLANNED})
    shown = rendered(markdown_of(page))
    cells = [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in shown.select("tr")]
    for row in planned_rows():
        assert row in cells
    assert "1 March 2027" in shown.get_text()


# Freedom


def test_the_tasks_of_one_house_lie_as_far_apart_as_is_said() -> None:
    rows = {row["task"]: row for row in result(FREEDOM)["rows"]}
    assert (rows["pool"]["total"], rows["anniversary"]["total"]) == (7, 23)
    assert rows["pool"]["approach"] == "fixed"
    assert "From 7" in answer(FREEDOM, 1)
    assert "to 23" in answer(FREEDOM, 1)
    assert "between 7 and 23" in said(FREEDOM, "scale_chart")


def test_a_beginner_at_night_is_told_as_what_stands_in_the_way() -> None:
    night = {"strategy": 4, "tie": 3, "task": 4, "surprise": 5}
    able, new = result(FREEDOM, **night, people=4), result(FREEDOM, **night, people=2)
    assert (able["total"], new["total"]) == (20, 18)
    assert (able["obstacle"], new["obstacle"]) == ("none", "people")
    assert able["approach"] == new["approach"] == "job"
    assert "from 20 to 18" in answer(FREEDOM, 2)
    assert "the people would stand in the way" in said(FREEDOM, "obstacle", **night, people=2)


def test_what_could_injure_somebody_stays_fixed() -> None:
    top = dict.fromkeys(("strategy", "tie", "task", "surprise", "people"), 5)
    assert result(FREEDOM, **top)["approach"] == "high"
    assert result(FREEDOM, **top, harm=True)["approach"] == "fixed"


# The limit


def test_the_limits_of_the_tasks() -> None:
    at = {limit: result(LIMIT, limit=limit) for limit in (120, 240, 300)}
    assert at[240]["best"] == pytest.approx(240)
    assert at[240]["own_gain"] == pytest.approx(4800)
    assert at[120]["own_gain"] == pytest.approx(3600)
    assert at[300]["own_gain"] == pytest.approx(4500)
    assert [at[limit]["verdict"] for limit in at] == ["below", "near", "above"]
    assert "240 euros: 4,800 euros a year. With 120 euros it is 3,600" in answer(LIMIT, 1)
    assert "from 4,800 to 4,500" in answer(LIMIT, 2)


def test_small_cases_change_the_gain_and_not_the_best_limit() -> None:
    small = result(LIMIT, shape="small")
    assert small["best"] == pytest.approx(240)
    assert small["best_gain"] > result(LIMIT)["best_gain"]


def test_a_guest_who_seldom_returns_has_a_lower_limit_and_one_for_all_loses_nothing() -> None:
    seldom = result(LIMIT, shape="small", limit=120, margin=15, retention=15)
    assert seldom["best"] == pytest.approx(66.3, abs=0.05)
    assert seldom["own_gain"] > 0
    assert "66 euros" in answer(LIMIT, 4)


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({"limit": 0}, "nothing"),
        ({"limit": 0, "spot": 50}, "none_best"),
        ({"limit": 40, "spot": 50}, "never"),
        ({"limit": 300, "margin": 0}, "loss"),
    ],
)
def test_every_limit_gets_its_word(changes: dict[str, Any], state: str) -> None:
    found = result(LIMIT, **changes)
    assert found["verdict"] == state
    assert said(LIMIT, "verdict", **changes) != ""


@given(values(LIMIT))
@drawing
def test_no_point_of_the_curve_lies_above_the_best(raw: dict[str, Any]) -> None:
    found = result(LIMIT, **raw)
    assert max(row["gain"] for row in found["curve"]) <= found["best_gain"] + 1e-6
    assert 0 <= found["within"] <= 100


def test_the_chapter_says_what_half_of_the_best_brings() -> None:
    assert "half of the best limit loses a quarter of the gain" in prose()
    start = result(LIMIT)
    half, best = (row["gain"] for row in start["compared"][:2])
    assert half == pytest.approx(0.75 * best)
    assert "Kiril’s limit is 20 euros." in prose()
    assert start["limit"] == 20


def test_the_chapter_shows_how_the_best_limit_is_calculated() -> None:
    start = result(LIMIT)
    assert start["worth"] == pytest.approx(180 / (1.10 - 0.70))
    assert "180 / (1.10 − 0.70) = 450 euros" in prose()
    assert "15 + (0.70 − 0.60) × 450 = 60 euros" in prose()
    assert "60 / 0.25 = 240" in prose()


def test_half_of_a_best_limit_at_the_largest_case_loses_more_than_a_quarter() -> None:
    half, best = (row["gain"] for row in result(LIMIT, waste=10)["compared"][:2])
    assert half < 0.6 * best


def test_petars_limit_brings_less_than_a_third() -> None:
    assert "less than a third of the best gain" in prose()
    first = result(LIMIT, limit=40)
    assert first["own_gain"] < first["best_gain"] / 3


def test_a_limit_too_low_loses_as_much_as_one_too_high() -> None:
    assert result(LIMIT, limit=180)["own_gain"] == pytest.approx(4500)
    assert "180, loses 300 euros too" in answer(LIMIT, 2)
    assert "loses 1,200 euros a year" in answer(LIMIT, 1)


def test_a_low_limit_gains_where_the_assumptions_are_wrong() -> None:
    found = {}
    for name, changes in {"return": {"referred": 65}, "waste": {"waste": 50}}.items():
        at = [result(LIMIT, limit=limit, **changes) for limit in (120, 300)]
        found[name] = [round(at[0]["best"]), *(round(one["own_gain"]) for one in at)]
    assert found == {"return": [150, 1800, 0], "waste": [120, 2400, -3000]}
    told = answer(LIMIT, 5)
    for words in ("150 euros. A limit of 120 gains 1,800", "gains 2,400", "300 loses 3,000"):
        assert words in told
    assert "120 euros is the best limit, and a limit of 300 loses 3,000 euros a year" in prose()


# The figures


def test_the_drawings_hold_ten_and_ten() -> None:
    drawn = [line for lines, _gap in BOXES for line in lines]
    assert sorted(int(line.split()[0]) for line in drawn) == list(range(1, 11))
    pairs = len(BOTH) + len(PERHAPS)
    assert pairs + len(LEFT_ALONE) == pairs + len(RIGHT_ALONE) == 10
    assert (len(BOTH), pairs) == (4, 6)
    assert find_figure("two-lists-of-ten").caption.endswith("agree on four, perhaps six")
    drawn_lines = str(two_lists(str))
    assert drawn_lines.count("stroke-dasharray") == len(PERHAPS)
    for names in (*BOTH, *PERHAPS):
        assert names[1].lower() in DESCRIPTION


def test_each_principle_has_its_sign_its_first_step_and_its_gap() -> None:
    text = prose()
    signs = len(re.findall(r"^- \*Missing if\*", text, re.M))
    first_steps = len(re.findall(r"^- \*First step:\*", text, re.M))
    gaps = len(re.findall(r"^- \*Gap \d", text, re.M))
    assert (signs, first_steps, gaps) == (10, 10, 10)
