"""Chapter 8: its two explorers, what their answers say, and the drawing that can be saved."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from playwright.sync_api import Page, expect

from servicequality.core.values import read
from servicequality.exercises import find
from servicequality.exercises.blueprint_builder import BLANK, LANES, PLACES
from servicequality.exercises.blueprint_builder import compute as draw_blueprint
from servicequality.exercises.order_to_stay import compute as run_order
from servicequality.figures import find as find_figure
from servicequality.figures.friday_blueprint import STEPS
from servicequality.i18n.interface import INTERFACE
from servicequality.model.blueprint import guest_time
from servicequality.page.html import to_text
from tests.drawing import values
from tests.pages import bring_to_life, page_of

ORDER = find("order-to-stay")
BUILDER = find("blueprint-builder")
drawing = settings(derandomize=True, database=None, deadline=None, max_examples=100)


def start(exercise: Any) -> dict[str, Any]:
    """The start values of an exercise, to be changed."""
    found: dict[str, Any] = exercise.start(str)["values"]
    return found


def order(changes: dict[int, dict[str, Any]] | None = None, **others: Any) -> dict[str, Any]:
    """What the process gives with some cells of its steps, by number, and some sliders changed."""
    entered = start(ORDER)
    for number, cells in (changes or {}).items():
        entered["steps"][number - 1].update(cells)
    return run_order({**entered, **others})


def test_the_answers_of_the_process_hold() -> None:
    begin = order()
    assert round(begin["steps_alone"], 1) == 82.5
    assert round(begin["hand_offs_alone"], 1) == 83.3
    assert round(begin["today"], 1) == 68.7
    assert (begin["hand_offs_today"], begin["hand_offs_after"], begin["moved"]) == (6, 3, 5)
    shares = [step["share"] for step in start(ORDER)["steps"]]
    assert min(shares) == 96
    assert round(sum(shares) / len(shares), 1) == 97.3
    assert round(order({7: {"share": 100.0}})["today"], 1) == 71.5
    assert round(order(error=2.0)["today"], 1) == 73.0
    better = {number: {"share": share + 1} for number, share in enumerate(shares, 1)}
    assert round(order(better)["today"], 1) == 73.8
    assert round(begin["limit"], 1) == 1.8
    assert round(order(loss=2.5)["after"], 1) == 66.3
    told = " ".join(task.answer for task in ORDER.tasks)
    for number in ("82.5", "83.3", "68.7", "97.3", "71.5", "73.0", "73.8", "1.8%", "0.982", "66.3"):
        assert number in told


def test_the_text_says_what_the_process_gives() -> None:
    today, host = order()["forms"]
    assert round(today["hours"]) == 104
    assert round(today["hours"] * today["working"] / 100) == 8
    assert host["hours"] < today["hours"]
    text = (Path(__file__).parents[1] / "chapters" / "08-processes.ipynb").read_text("utf-8")
    assert "about eight hours of work and is on its way for 104" in text
    assert round(1 / 0.96, 2) == 1.04
    assert round(1 - order()["limit"] / 100, 3) == 0.982
    assert "multiplied by 0.982, which is a loss of 1.8%" in text
    assert round(0.98 * 0.99, 3) == 0.970
    errors: dict[str, float] = {}
    for step in start(ORDER)["steps"]:
        clean = 1 - errors.get(step["today"], 0.0)
        errors[step["today"]] = 1 - clean * step["share"] / 100
    assert {round(100 * error) for error in errors.values()} == {2, 4, 5}
    assert "finds 2% to 5%" in text


def test_the_host_takes_five_steps_and_leaves_the_rooms_and_the_hall() -> None:
    kept = [step["step"] for step in start(ORDER)["steps"] if step["after"] != "host"]
    assert kept == ["Rooms made ready", "Hall set up"]


def test_who_wins_depends_on_the_loss() -> None:
    assert (order(loss=0.0)["verdict"], order(loss=0.0)["decides"]) == ("better", "more")
    assert (order(loss=2.5)["verdict"], order(loss=2.5)["decides"]) == ("worse", "less")
    same = {
        number: {"after": step["today"]} for number, step in enumerate(start(ORDER)["steps"], 1)
    }
    assert order(same)["verdict"] == "same"
    assert order(same)["decides"] == "nothing"
    nothing = {number: {"share": 50.0} for number in range(1, 8)}
    assert order(nothing)["today"] > 0


@drawing
@given(values(ORDER).map(lambda raw: read(ORDER.spec(str)["fields"], raw)[0]))
def test_the_verdict_and_what_decides_it_agree(entered: dict[str, Any]) -> None:
    result = run_order(entered)
    agree = {"more": "better", "equal": "same", "less": "worse"}
    if result["decides"] in agree and min(result["today"], result["after"]) > 1e-3:
        assert result["verdict"] == agree[result["decides"]]
    assert len(result["chart"]) == len(result["table"]) == len(entered["steps"])


def blueprint(
    *added: dict[str, Any], changes: dict[int, dict[str, Any]] | None = None
) -> dict[str, Any]:
    """What the builder gives for its start, with steps added and cells changed, by number."""
    entered = start(BUILDER)
    for number, cells in (changes or {}).items():
        entered["steps"][number - 1].update(cells)
    entered["steps"] += [{"id": f"step_{n}", **BLANK, **one} for n, one in enumerate(added, 9)]
    return draw_blueprint(entered)


def test_the_draft_knows_nothing_below_the_line_of_visibility() -> None:
    result = blueprint()
    assert (result["below"], result["crossings"], result["depths"]) == (0, 0, "nothing")
    assert (result["fails"], result["marks"]) == (1, "seen")
    assert (result["minutes"], result["waiting"], result["time"]) == (14, 5, "over")


def test_the_answers_of_the_builder_hold() -> None:
    result = blueprint(
        {"step": "Waiter posts the dinner", "lane": "back", "place": 0.0, "fail": True},
        {"step": "Housekeeping counts the minibar", "place": 0.0, "fail": True},
        {"step": "Reception enters the minibar", "lane": "back", "place": 0.5, "fail": True},
        changes={3: {"fail": False}},
    )
    assert (result["fails"], result["hidden"], result["crossings"]) == (3, 3, 1)
    assert [row["step"] for row in result["listed"]][:3] == [
        "1. Waiter posts the dinner",
        "2. Housekeeping counts the minibar",
        "3. Reception enters the minibar",
    ]
    mended = without("Complains of a wrong minibar", "Apologises and corrects it")
    assert (mended["minutes"], mended["waiting"]) == (9, 5)
    assert "9 minutes are left, 5 of them in the queue" in BUILDER.tasks[1].answer
    assert mended["minutes"] - mended["waiting"] == 4
    assert "Without the queue it would be 4" in " ".join(BUILDER.tasks[1].answer.split())
    names = [step["step"] for step in start(BUILDER)["steps"]]
    morning = without(*names[2:-1])
    assert (morning["minutes"], morning["waiting"]) == (7, 5)
    assert "asks and pays: 7 minutes, 5 of them in the queue" in BUILDER.tasks[2].answer


def without(*names: str) -> dict[str, Any]:
    """What the builder gives for its start without the steps of these names."""
    entered = start(BUILDER)
    entered["steps"] = [step for step in entered["steps"] if step["step"] not in names]
    return draw_blueprint(entered)


def test_nothing_drawn_and_no_guest() -> None:
    empty = draw_blueprint({**start(BUILDER), "steps": []})
    assert (empty["time"], empty["depths"], empty["marks"]) == ("none", "empty", "none")
    assert empty["minutes"] is None
    alone = [{"id": "step_1", **BLANK, "lane": "evidence", "fail": True, "minutes": 9}]
    assert draw_blueprint({**start(BUILDER), "steps": alone})["acts"] == 0


@drawing
@given(values(BUILDER))
def test_the_table_says_all_that_the_drawing_shows(raw: dict[str, Any]) -> None:
    entered = read(BUILDER.spec(str)["fields"], raw)[0]
    result = draw_blueprint(entered)
    assert len(result["listed"]) == len(result["drawn"]) == len(entered["steps"])
    steps = sorted(entered["steps"], key=lambda step: step["place"])
    for place, step in enumerate(steps):
        drawn, listed = result["drawn"][place], result["listed"][place]
        assert listed == {
            "step": f"{place + 1}. {step['step']}",
            "lane": step["lane"] + "_fails" * drawn["fail"],
            "wait": step["wait"],
            "minutes": step["minutes"],
        }
        assert ("can fail" in PLACES[listed["lane"]]) is drawn["fail"]
        assert drawn["label"] == step["step"]
        assert drawn["wait"] == (listed["wait"] > 0)


def test_the_figure_tells_of_a_check_in_of_twelve_minutes() -> None:
    steps = [
        {"lane": lane, "wait": wait, "minutes": minutes} for _, lane, wait, minutes, _ in STEPS
    ]
    assert guest_time(steps) == {"minutes": 12, "waiting": 6}
    figure = find_figure("friday-blueprint")
    fails = [lane for _, lane, _, _, fail in STEPS if fail]
    assert len(fails) == 3
    assert set(fails) <= {"back", "support"}
    words = to_text([figure.spec(str)["drawing"]], "en")
    for name, _, wait, minutes, _ in STEPS:
        assert name in words
        assert not wait or f"{name}: {wait} + {minutes} min" in words
    # The desk’s call takes three minutes of the guest’s time with the answer to it.
    call = [step for step in STEPS if step[0].startswith(("Calls", "Housekeeping looks"))]
    assert sum(wait + minutes for _, _, wait, minutes, _ in call) == 3
    assert "a wait of 5 minutes" in figure.description
    assert len(re.findall(r"\d+ ", figure.description)) >= len(STEPS)


def test_the_bars_of_the_losses_are_those_of_the_process() -> None:
    rows = find_figure("order-losses").plain_rows
    assert [row["kind"] for row in rows].count("hand_off") == order()["hand_offs_today"]
    assert rows[-1]["after"] == pytest.approx(order()["today"])
    for upper, lower in itertools.pairwise(rows):
        assert upper["after"] == lower["before"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_drawing_is_saved_as_a_picture_that_stands_alone(
    page: Page, address: str, site: Path, scheme: Any
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}/{page_of(site, BUILDER.id)}")
    builder = bring_to_life(page, BUILDER.id)
    builder.locator("[data-row=step_1] [data-column=step]").fill("Иска <сметката>\u0001")
    expect(builder.locator("[data-output=drawing] svg")).to_contain_text("Иска <сметката>")
    # By keyboard alone, on from the button before it.
    builder.get_by_role("button", name=INTERFACE["copy_link"]).focus()
    save = builder.get_by_role("button", name=INTERFACE["save_picture"])
    while not save.evaluate("(button) => button === document.activeElement"):
        page.keyboard.press("Tab")
        assert builder.evaluate("(element) => element.contains(document.activeElement)")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == f"{BUILDER.id}.svg"
    picture = ElementTree.parse(download.value.path()).getroot()
    assert picture.tag == "{http://www.w3.org/2000/svg}svg"
    words = " ".join(
        "".join(text.itertext()) for text in picture.iter() if text.tag.endswith("text")
    )
    for part in ["Иска <сметката>", "Line of visibility", "Prints the bill", *LANES.values()]:
        assert part in words
    for element in picture.iter():
        assert element.get("class") is None
        assert "var(" not in (element.get("style") or "")
    paper = picture[0]
    assert paper.get("fill", "").startswith("rgb(")
