"""The notebook form of an exercise: controls, results and messages, without a browser."""

from __future__ import annotations

import dataclasses
import re
from html import unescape
from typing import Any

import ipywidgets
import pytest

from servicequality.charts.render import vega
from servicequality.core.values import CHECKS
from servicequality.declare import (
    Choice,
    Exercise,
    MultipleChoice,
    Rows,
    ShortText,
    Slider,
    YesNo,
)
from servicequality.exercises import all_exercises, find
from servicequality.i18n.text import translator
from servicequality.notebook.composite import Composite, RowsTable, Ticks
from servicequality.notebook.show import MIME, Shown
from servicequality.notebook.widgets import WIDGETS, LiveExercise
from servicequality.page.exercise import chart_rows
from servicequality.page.html import to_text
from tests.fixtures.both_pythons import honest

EVERY = [*all_exercises(), honest.EXERCISE]
EXERCISES = pytest.mark.parametrize("exercise", EVERY, ids=lambda exercise: exercise.id)
PICTURE = re.compile(r'(<div class="sq-chart-picture"[^>]*>)<svg.*?</svg>', re.DOTALL)


def visible(widget: ipywidgets.HTML) -> str:
    """The text of an HTML widget, the pictures of charts left out."""
    return unescape(re.sub(r"<[^>]*>", "", PICTURE.sub(r"\1", widget.value)))


def texts(widget: ipywidgets.Widget) -> list[str]:
    """The texts of all HTML widgets inside a widget, in their order."""
    if isinstance(widget, ipywidgets.HTML):
        return [visible(widget)]
    return [text for child in getattr(widget, "children", ()) for text in texts(child)]


def everything(live: LiveExercise) -> dict[str, str]:
    """The HTML of all results, without the numbers by which Vega tells its pictures apart."""
    return {
        name: re.sub(r"\bclip\d+", "clip", output.value) for name, output in live.outputs.items()
    }


@pytest.fixture
def live() -> LiveExercise:
    return LiveExercise(find("gap-explorer"))


def test_every_kind_of_field_has_a_widget() -> None:
    assert WIDGETS.keys() == CHECKS.keys()


@EXERCISES
def test_it_starts_with_the_start_values_and_their_result(exercise: Exercise) -> None:
    live = LiveExercise(exercise)
    start = exercise.start(translator("en"))
    assert live.values() == start["values"]
    shown = {name: visible(output) for name, output in live.outputs.items()}
    assert shown == {name: to_text(nodes, "en") for name, nodes in start["views"].items()}
    assert visible(live.messages) == ""


@EXERCISES
def test_every_control_says_its_label(exercise: Exercise) -> None:
    live = LiveExercise(exercise)
    for field in live.spec["fields"]:
        control = live.controls[field["name"]]
        if isinstance(control, Composite):
            assert texts(control)[0] == field["label"]
        else:
            assert field["label"] in control.description


@EXERCISES
def test_a_spoken_sentence_is_hidden_from_the_eye(exercise: Exercise) -> None:
    live = LiveExercise(exercise)
    for view in live.spec["views"]:
        hidden = 'sq-hidden">' in live.outputs[view["name"]].value.split("<p")[0]
        assert hidden is view.get("spoken", False)


@EXERCISES
def test_groups_hold_legend_text_fields_and_their_views(exercise: Exercise) -> None:
    live = LiveExercise(exercise)
    (groups,) = [
        [child for child in box.children if "sq-live-group" in child._dom_classes]
        for box in boxes(live.widget)
        if "sq-live-inputs" in box._dom_classes
    ]
    assert len(groups) == len(exercise.all_groups)
    for box, group in zip(groups, exercise.all_groups, strict=True):
        wanted = [text for text in (group.legend, group.text) if text]
        assert texts(box)[: len(wanted)] == wanted
        inside = boxes(box)
        for field in group.fields:
            assert any(live.controls[field.name] in part.children for part in inside)
        below = [live.outputs[name] for name in group.shows]
        assert list(box.children)[len(box.children) - len(below) :] == below
    placed = {name for group in exercise.all_groups for name in group.shows}
    for name, output in live.outputs.items():
        assert (output in live.results.children) is (name not in placed)


def boxes(widget: ipywidgets.Widget) -> list[ipywidgets.Widget]:
    """A widget and all boxes inside it."""
    children = getattr(widget, "children", ())
    return ([widget] if children else []) + [box for child in children for box in boxes(child)]


def test_a_slider_changes_figure_table_chart_and_sentence(live: LiveExercise) -> None:
    before = everything(live)
    live.controls["perception"].value = 7.0
    after = everything(live)
    assert visible(live.outputs["customer_gap"]).startswith(
        "Gap 5: perception minus expectation+1.0"
    )
    assert "They perceive more than they expect" in visible(live.outputs["verdict"])
    for name in ("gap_chart", "gaps", "sum_check"):
        assert after[name] != before[name]


def test_a_checkbox_and_a_choice_change_the_result(live: LiveExercise) -> None:
    live.controls["promise"].value = 7.0
    before = live.outputs["customer_gap"].value
    live.controls["promise_heard"].value = True
    half = live.outputs["customer_gap"].value
    live.controls["pull"].value = "full"
    assert len({before, half, live.outputs["customer_gap"].value}) == 3


def test_a_text_is_shown_as_text(live: LiveExercise) -> None:
    live.controls["service"].value = "<b>bold</b> & more"
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; more:" in live.outputs["verdict"].value


def test_a_text_that_is_too_long_is_refused_and_the_last_result_stays(live: LiveExercise) -> None:
    before = live.outputs["verdict"].value
    live.controls["service"].value = "x" * 61
    assert visible(live.messages) == (
        "Service you rate: 61 characters are too many; there is room for 60."
        "These results are for the last values that fit."
    )
    assert live.outputs["verdict"].value == before
    assert "sq-stale" in live.results._dom_classes
    live.controls["service"].value = "Breakfast"
    assert visible(live.messages) == ""
    assert "sq-stale" not in live.results._dom_classes
    assert visible(live.outputs["verdict"]).startswith("Breakfast:")


def test_a_failing_compute_shows_a_message_and_names_the_fault_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    working = find("gap-explorer")

    def compute(values: dict[str, object]) -> dict[str, object]:
        if values["perception"] == 7.0:
            raise ValueError("seven is too good")
        return working.compute(values)

    live = LiveExercise(dataclasses.replace(working, compute=compute))
    live.controls["perception"].value = 7.0
    assert "cannot work out a result" in visible(live.messages)
    assert "seven is too good" in caplog.text
    assert "test_widgets.py" in caplog.text


def test_reset_brings_back_the_start_in_one_step(live: LiveExercise) -> None:
    before = everything(live)
    start = live.values()
    live.controls["expectation"].value = 6.5
    live.controls["perception"].value = 7.0
    seen = []
    live.outputs["customer_gap"].observe(lambda change: seen.append(change.new), names="value")
    live.reset()
    assert live.values() == start
    assert everything(live) == before
    assert seen == [before["customer_gap"]]


def test_after_a_reset_nothing_is_refused_and_controls_work(live: LiveExercise) -> None:
    live.controls["service"].value = "x" * 61
    live.reset()
    assert visible(live.messages) == ""
    live.controls["perception"].value = 7.0
    assert "+1.0" in visible(live.outputs["customer_gap"])


PARTS = MultipleChoice("parts", "Parts", {"a": "A", "b": "<B>", "c": "C"}, ("a", "c"))
NIGHTS = Slider("nights", "Nights", 0.5, 9, 0.5, 1)
STAYS = Rows(
    "stays",
    "Stays",
    {"ana": "Ana", "ivo": "Ivo"},
    (
        NIGHTS,
        Slider("guests", "Guests", 1, 4, 1, 2, whole=True),
        Choice("side", "Side", {"street": "Street", "court": "Courtyard"}, "court"),
        YesNo("heard", "Heard"),
        ShortText("note", "Note"),
    ),
    (
        {"id": "ana", "nights": 2, "guests": 1, "side": "street", "heard": True, "note": "Ж"},
        {"id": "ivo", "nights": 0.5, "guests": 4, "side": "court", "heard": False, "note": ""},
    ),
)


GUESTS = Rows(
    "guests",
    "Guests",
    {"ana": "Ana", "ivo": "Ivo", "eli": "Eli"},
    (NIGHTS, ShortText("note", "Note")),
    ({"id": "ana", "nights": 2, "note": "Ж"}, {"id": "eli", "nights": 3, "note": "late"}),
    blank={"nights": 1, "note": "new"},
)


def changes_of(control: Composite) -> list[Any]:
    """What a control's value becomes, gathered from now on."""
    seen: list[Any] = []
    control.observe(lambda change: seen.append(change.new), names="value")
    return seen


def ticked(control: Ticks) -> list[bool]:
    """Which of its boxes are ticked."""
    return [tick.value for tick in control.ticks.values()]


def test_ticks_start_as_declared() -> None:
    control = Ticks(PARTS.spec(str))
    assert control.value == ["a", "c"]
    assert ticked(control) == [True, False, True]
    assert texts(control) == ["Parts"]
    assert [tick.description for tick in control.ticks.values()] == ["A", "<B>", "C"]


@pytest.mark.parametrize("start", [(), ("a",), ("b", "c"), ("a", "b", "c")])
@pytest.mark.parametrize("end", [[], ["c"], ["a", "b"], ["a", "b", "c"]])
def test_ticks_follow_their_value_as_one_change(start: tuple[str, ...], end: list[str]) -> None:
    control = Ticks(dataclasses.replace(PARTS, default=start).spec(str))
    seen = changes_of(control)
    control.value = end
    assert control.value == end
    assert ticked(control) == [option in end for option in "abc"]
    assert seen == ([] if list(start) == end else [end])


def test_ticks_give_their_value_in_the_order_of_the_options() -> None:
    control = Ticks(PARTS.spec(str))
    seen = changes_of(control)
    control.ticks["a"].value = False
    control.ticks["b"].value = True
    control.ticks["a"].value = True
    assert seen == [["c"], ["b", "c"], ["a", "b", "c"]]


def cells_of(control: RowsTable) -> list[dict[str, Any]]:
    """What stands in its cells, by column."""
    return [{name: cell.value for name, cell in cells.items()} for cells in control.cells.values()]


def test_a_table_starts_as_declared() -> None:
    control = RowsTable(STAYS.spec(str))
    assert control.value == list(STAYS.default)
    assert cells_of(control) == [
        {n: v for n, v in row.items() if n != "id"} for row in STAYS.default
    ]
    assert texts(control) == [
        "Stays", "", "Nights", "Guests", "Side", "Heard", "Note", "Ana", "Ivo",
    ]  # fmt: skip


def test_a_cell_is_named_by_row_and_column_and_keeps_to_its_limits() -> None:
    cells = RowsTable(STAYS.spec(str)).cells["ivo"]
    assert {name: cell.tooltip for name, cell in cells.items()} == {
        "nights": "Ivo, Nights",
        "guests": "Ivo, Guests",
        "side": "Ivo, Side",
        "heard": "Ivo, Heard",
        "note": "Ivo, Note",
    }
    assert [(cell.min, cell.max, cell.step) for cell in (cells["nights"], cells["guests"])] == [
        (0.5, 9, 0.5),
        (1, 4, 1),
    ]
    cells["nights"].value = 99
    assert cells["nights"].value == 9


def test_a_table_follows_its_value_as_one_change() -> None:
    control = RowsTable(STAYS.spec(str))
    seen = changes_of(control)
    wanted = [
        {"id": "ana", "nights": 9, "guests": 3, "side": "court", "heard": False, "note": "<b>"},
        {"id": "ivo", "nights": 1.5, "guests": 2, "side": "street", "heard": True, "note": "x"},
    ]
    control.value = wanted
    assert control.value == wanted
    assert cells_of(control) == [{n: v for n, v in row.items() if n != "id"} for row in wanted]
    assert seen == [wanted]


def test_a_table_gives_the_value_of_its_cells() -> None:
    control = RowsTable(STAYS.spec(str))
    seen = changes_of(control)
    control.cells["ivo"]["nights"].value = 3
    control.cells["ana"]["side"].value = "court"
    ana, ivo = STAYS.default
    assert seen == [[ana, {**ivo, "nights": 3}], [{**ana, "side": "court"}, {**ivo, "nights": 3}]]
    assert control.value == seen[-1]


def in_sight(control: RowsTable) -> list[str]:
    """Which rows are in sight; each is so as a whole."""
    found = []
    for row, line in control.lines.items():
        (display,) = {part.layout.display for part in line}
        if display != "none":
            found.append(row)
    return found


def test_a_table_with_rows_to_add_shows_those_that_are_there() -> None:
    control = RowsTable(GUESTS.spec(str))
    assert control.value == list(GUESTS.default)
    assert in_sight(control) == ["ana", "eli"]
    assert control.adder.description == "Add a row"
    assert [button.description for button in control.removers.values()] == [
        "Remove Ana", "Remove Ivo", "Remove Eli",
    ]  # fmt: skip
    assert RowsTable(STAYS.spec(str)).removers == {}


def test_a_row_is_added_with_the_blank_values_as_one_change() -> None:
    control = RowsTable(GUESTS.spec(str))
    seen = changes_of(control)
    control.adder.click()
    ana, eli = GUESTS.default
    ivo = {"id": "ivo", "nights": 1, "note": "new"}
    assert seen == [[ana, ivo, eli]]
    assert in_sight(control) == ["ana", "ivo", "eli"]
    assert control.adder.disabled
    control.cells["ivo"]["note"].value = "mine"
    assert control.value == [ana, {**ivo, "note": "mine"}, eli]


def test_a_removed_row_leaves_the_others_and_comes_back_blank() -> None:
    control = RowsTable(GUESTS.spec(str))
    control.cells["ana"]["note"].value = "mine"
    control.removers["ana"].click()
    assert control.value == [GUESTS.default[1]]
    assert in_sight(control) == ["eli"]
    assert control.removers["eli"].disabled
    control.remove("eli")
    assert control.value == [GUESTS.default[1]]
    control.adder.click()
    assert control.value == [{"id": "ana", "nights": 1, "note": "new"}, GUESTS.default[1]]
    assert not control.removers["eli"].disabled
    assert not control.adder.disabled


def test_a_table_with_rows_to_add_follows_its_value() -> None:
    control = RowsTable(GUESTS.spec(str))
    seen = changes_of(control)
    wanted = [{"id": "ivo", "nights": 9, "note": "x"}]
    control.value = wanted
    assert in_sight(control) == ["ivo"]
    assert control.cells["ivo"]["nights"].value == 9
    assert seen == [wanted]


def test_a_table_may_start_without_rows() -> None:
    control = RowsTable(dataclasses.replace(GUESTS, default=(), minimum=0).spec(str))
    assert control.value == []
    assert in_sight(control) == []
    control.adder.click()
    assert in_sight(control) == ["ana"]
    control.removers["ana"].click()
    assert control.value == []


def test_rows_added_and_removed_change_the_result_and_reset_brings_them_back() -> None:
    live = LiveExercise(find("house-style"))
    before, start = everything(live), live.values()
    table = live.controls["segments"]
    table.removers["s1"].click()
    assert visible(live.outputs["nights"]).startswith("Mean stay1.75")
    table.adder.click()
    table.adder.click()
    assert visible(live.outputs["nights"]).startswith("Mean stay1.88")
    live.reset()
    assert live.values() == start
    assert everything(live) == before
    assert in_sight(table) == ["s1", "s2", "s3"]


def test_ticks_and_tables_change_the_result_and_reset_brings_them_back() -> None:
    live = LiveExercise(honest.EXERCISE)
    before, start = everything(live), live.values()
    live.controls["parts"].ticks["b"].value = True
    assert visible(live.outputs["checked"]) == "PartsYes: Part AYes: Part B Note.Yes: Part C"
    live.controls["stays"].cells["second"]["counted"].value = True
    assert visible(live.outputs["nights"]).startswith("Nights2.5")
    live.controls["parts"].value = []
    assert visible(live.outputs["checked"]) == "There is nothing to show yet."
    live.reset()
    assert live.values() == start
    assert everything(live) == before


@EXERCISES
def test_reset_undoes_all_that_can_be_changed(exercise: Exercise) -> None:
    live = LiveExercise(exercise)
    start, before = live.values(), everything(live)
    for field in live.spec["fields"]:
        control = live.controls[field["name"]]
        if isinstance(control, Ticks):
            control.value = [option["id"] for option in field["options"]]
        elif isinstance(control, RowsTable):
            for part in control.parts():
                part.value = other(part)
            if control.removers:
                control.add()
        else:
            control.value = other(control)
        assert live.values()[field["name"]] != start[field["name"]]
    live.reset()
    assert live.values() == start
    assert everything(live) == before


def other(control: ipywidgets.Widget) -> Any:
    """A value that a control does not hold now."""
    if hasattr(control, "options"):
        return next(value for _, value in control.options if value != control.value)
    if isinstance(control.value, bool):
        return not control.value
    if isinstance(control.value, str):
        return control.value + "!"
    return control.min if control.value != control.min else control.max


def test_a_written_answer_opens_the_model_answer() -> None:
    live = LiveExercise(find("guess-and-compare"))
    model = find("guess-and-compare").teaching.model_answer
    assert model[0] not in visible(live.outputs["model_answer"])
    live.controls["written_answer"].value = "word " * 80
    assert visible(live.outputs["model_answer"]).startswith("Your answer has 80 words.")
    live.controls["show_model"].value = True
    assert model[0] in visible(live.outputs["model_answer"])
    for name, control in live.controls.items():
        if name.startswith("score_"):
            control.value = "2"
    assert visible(live.outputs["self_score"]).endswith("This is a pass.")


def test_a_cell_gives_widget_data_and_text() -> None:
    bundle = Shown("gap-explorer")._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle
    assert bundle[MIME]["id"] == "gap-explorer"
    assert bundle["text/plain"] == "Exercise: gap-explorer"


@EXERCISES
def test_a_chart_has_the_rows_it_is_asked_for_and_nothing_else_of_them(exercise: Exercise) -> None:
    translate = translator("en")
    specs = {view["name"]: view for view in exercise.spec(translate)["views"]}
    views = exercise.start(translate)["views"]
    for name, chart in exercise.charts.items():
        rows = chart_rows(views[name])
        full, empty = (vega(chart, specs[name], some, "en") for some in (rows, []))
        for spec, held in ((full, rows), (empty, [])):
            [data] = [part for part in spec["data"] if part["name"] == "rows"]
            assert data.pop("values") == held
        # The page replaces the rows in place, so a chart drawn from them must be the same chart.
        drawn = chart.draw(rows, specs[name]["texts"]).to_dict()
        assert drawn == {**chart.draw([], specs[name]["texts"]).to_dict(), "data": drawn["data"]}
