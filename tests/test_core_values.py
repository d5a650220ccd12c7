"""Reading what a person entered, field by field."""

from __future__ import annotations

import dataclasses
import math
from typing import Any

import pytest
from hypothesis import given, settings

from servicequality.core.evaluate import explain
from servicequality.core.values import CHECKS, read
from servicequality.declare import (
    Choice,
    LongText,
    MultipleChoice,
    Rows,
    ShortText,
    Slider,
    YesNo,
)
from servicequality.declare.fields import Field
from servicequality.declare.rows import CELL_KINDS
from servicequality.i18n.interface import INTERFACE
from servicequality.page.html import to_text
from tests.drawing import AWKWARD, DRAW, SPOIL, drawn, field_specs, unfit, values
from tests.fixtures.both_pythons import honest
from tests.fixtures.small import small

SLIDER = Slider("rating", "Rating", 1, 7, 0.1, 4)
WHOLE = Slider("rooms", "Rooms", 1, 40, 1, 20, whole=True)
CHOICE = Choice("pull", "Pull", {"half": "Half", "full": "All"}, "half")
YES = YesNo("heard", "Heard", False)
SHORT = ShortText("service", "Service", "Desk", maximum_length=5)
LONG = LongText("story", "Story", maximum_length=5)
TICKS = MultipleChoice("parts", "Parts", {"a": "A", "b": "B", "c": "C"})
STAYS = Rows(
    "stays",
    "Stays",
    {"ana": "Ana", "ivo": "Ivo"},
    (Slider("nights", "Nights", 1, 9, 1, 1, whole=True), CHOICE, YES, SHORT),
    ({"id": "ana"}, {"id": "ivo"}),
)
GUESTS = Rows(
    "guests",
    "Guests",
    {"ana": "Ana", "ivo": "Ivo", "eli": "Eli"},
    STAYS.columns,
    (),
    blank={"nights": 1, "pull": "half", "heard": False, "service": ""},
)
ANA = {"id": "ana", "nights": 2, "pull": "full", "heard": True, "service": "Desk"}
IVO = {"id": "ivo", "nights": 9, "pull": "half", "heard": False, "service": ""}
ELI = {**IVO, "id": "eli"}


def without(row: dict[str, Any], name: str) -> dict[str, Any]:
    """A row that lacks one entry."""
    return {key: value for key, value in row.items() if key != name}


def reading(field: Field, value: Any) -> tuple[Any, list[Any]]:
    """The value of one field, or None, and the problems with it."""
    found, problems = read([field.spec(str)], {field.name: value})
    return found.get(field.name), problems


def message(field: Field, value: Any) -> str:
    """What a reader is told about a value that does not fit."""
    _, problems = reading(field, value)
    assert [problem["field"] for problem in problems] == [field.name]
    return to_text(explain(INTERFACE, problems[0]), "en")


@pytest.mark.parametrize(
    ("field", "value", "read_as"),
    [
        (SLIDER, 1, 1.0),
        (SLIDER, 7, 7.0),
        (SLIDER, 6.999, 6.999),
        (SLIDER, 7 + 1e-10, 7 + 1e-10),
        (WHOLE, 40.0, 40),
        (WHOLE, 1, 1),
        (CHOICE, "full", "full"),
        (YES, True, True),
        (YES, False, False),
        (SHORT, "", ""),
        (SHORT, "Къща!", "Къща!"),
        (SHORT, "🏨🏨🏨🏨🏨", "🏨🏨🏨🏨🏨"),
        (SHORT, "<b> &", "<b> &"),
        (LONG, "a\nb\n", "a\nb\n"),
        (TICKS, [], []),
        (TICKS, ["a", "c"], ["a", "c"]),
        (TICKS, ["c", "a"], ["a", "c"]),
        (TICKS, ["b", "b", "a", "b"], ["a", "b"]),
        (STAYS, [ANA, IVO], [ANA, IVO]),
        (STAYS, [{**ANA, "nights": 2.0, "stranger": 1}, IVO], [ANA, IVO]),
    ],
)
def test_what_fits_is_read(field: Field, value: Any, read_as: Any) -> None:
    found, problems = reading(field, value)
    assert problems == []
    assert found == read_as
    assert type(found) is type(read_as)


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        (SLIDER, None, "Rating: this is not a number."),
        (SLIDER, True, "Rating: this is not a number."),
        (SLIDER, "4", "Rating: this is not a number."),
        (SLIDER, [4], "Rating: this is not a number."),
        (SLIDER, math.nan, "Rating: this is not a number."),
        (SLIDER, math.inf, "Rating: this is not a number."),
        (SLIDER, 99, "Rating: 99 does not lie between 1 and 7."),
        (SLIDER, 0.5, "Rating: 0.5 does not lie between 1 and 7."),
        (SLIDER, 7.1, "Rating: 7.1 does not lie between 1 and 7."),
        (SLIDER, 0.9, "Rating: 0.9 does not lie between 1 and 7."),
        (SLIDER, -3.5, "Rating: −3.5 does not lie between 1 and 7."),
        (WHOLE, 1.5, "Rooms: 1.5 is not a whole number."),
        (WHOLE, 4000, "Rooms: 4,000 does not lie between 1 and 40."),
        (WHOLE, False, "Rooms: this is not a number."),
        (CHOICE, "none", "Pull: choose one of the options."),
        (CHOICE, "Half", "Pull: choose one of the options."),
        (CHOICE, 0, "Pull: choose one of the options."),
        (CHOICE, None, "Pull: choose one of the options."),
        (CHOICE, ["half"], "Pull: choose one of the options."),
        (YES, 1, "Heard: tick it or leave it empty."),
        (YES, 0.0, "Heard: tick it or leave it empty."),
        (YES, "true", "Heard: tick it or leave it empty."),
        (YES, None, "Heard: tick it or leave it empty."),
        (SHORT, 5, "Service: this is not a text."),
        (SHORT, None, "Service: this is not a text."),
        (SHORT, "Lobby bar", "Service: 9 characters are too many; there is room for 5."),
        (LONG, "\n" * 6, "Story: 6 characters are too many; there is room for 5."),
        (LONG, "🏨" * 6, "Story: 6 characters are too many; there is room for 5."),
        (LONG, False, "Story: this is not a text."),
        (TICKS, ["a", "d"], "Parts: choose one of the options."),
        (TICKS, ["A"], "Parts: choose one of the options."),
        (TICKS, [["a"]], "Parts: choose one of the options."),
        (TICKS, [None], "Parts: choose one of the options."),
        (TICKS, "a", "Parts: choose one of the options."),
        (TICKS, {"a": True}, "Parts: choose one of the options."),
        (TICKS, None, "Parts: choose one of the options."),
        (STAYS, None, "Stays: the rows of this table are damaged."),
        (STAYS, {"ana": ANA, "ivo": IVO}, "Stays: the rows of this table are damaged."),
        (STAYS, [], "Stays: the rows of this table are damaged."),
        (STAYS, [ANA], "Stays: the rows of this table are damaged."),
        (STAYS, [ANA, IVO, IVO], "Stays: the rows of this table are damaged."),
        (STAYS, [IVO, ANA], "Stays: the rows of this table are damaged."),
        (STAYS, [ANA, without(IVO, "id")], "Stays: the rows of this table are damaged."),
        (STAYS, [ANA, ["ivo"]], "Stays: the rows of this table are damaged."),
        (STAYS, [ANA, without(IVO, "nights")], "Ivo, Nights: a value is missing."),
        (STAYS, [{**ANA, "nights": None}, IVO], "Ana, Nights: this is not a number."),
        (STAYS, [ANA, {**IVO, "nights": 12}], "Ivo, Nights: 12 does not lie between 1 and 9."),
        (STAYS, [ANA, {**IVO, "nights": 1.5}], "Ivo, Nights: 1.5 is not a whole number."),
        (STAYS, [{**ANA, "pull": "none"}, IVO], "Ana, Pull: choose one of the options."),
        (STAYS, [{**ANA, "heard": 1}, IVO], "Ana, Heard: tick it or leave it empty."),
        (
            STAYS,
            [{**ANA, "service": "Lobby bar"}, {**IVO, "nights": 0}],
            "Ana, Service: 9 characters are too many; there is room for 5.",
        ),
    ],
)
def test_what_does_not_fit_is_explained(field: Field, value: Any, told: str) -> None:
    assert message(field, value) == told


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ([ANA, without(IVO, "nights")], ["ivo", "nights"]),
        ([{**ANA, "heard": 1}, {**IVO, "nights": 12}], ["ana", "heard"]),
        ([ANA], None),
        (None, None),
    ],
)
def test_a_problem_in_a_table_names_its_cell(value: Any, cell: list[str] | None) -> None:
    _, (problem,) = reading(STAYS, value)
    assert problem.get("cell") == cell
    assert ("cell" in problem) is (cell is not None)


def test_a_missing_value_is_explained() -> None:
    found, problems = read([SLIDER.spec(str)], {"other": 4})
    assert found == {}
    assert to_text(explain(INTERFACE, problems[0]), "en") == "Rating: a value is missing."


def test_every_fault_is_reported_in_the_order_of_the_fields() -> None:
    fields = [f.spec(str) for f in (SLIDER, CHOICE, YES, SHORT)]
    found, problems = read(fields, {"service": 1, "heard": True, "rating": 0})
    assert found == {"heard": True}
    assert [problem["field"] for problem in problems] == ["rating", "pull", "service"]


def test_a_label_with_braces_or_markup_is_shown_as_it_is() -> None:
    field = Slider("rating", "<b>{value}</b>", 1, 7, 1, 4)
    assert message(field, 9) == "<b>{value}</b>: 9 does not lie between 1 and 7."


@pytest.mark.parametrize(
    "present", [[ANA], [IVO], [ANA, ELI], [IVO, ELI], [ANA, IVO, ELI]], ids=len
)
def test_rows_that_come_and_go_are_those_that_are_there(present: list[dict[str, Any]]) -> None:
    assert reading(GUESTS, present) == (present, [])


@pytest.mark.parametrize(
    "value",
    [
        [IVO, ANA],
        [ANA, ANA],
        [ANA, ANA, ELI],
        [ANA, IVO, ELI, ELI],
        [{**ANA, "id": "ada"}],
        [without(ANA, "id")],
        [{**ANA, "id": None}],
        [{**ANA, "id": 1}],
        [ANA, None],
        [ANA, "ivo"],
        None,
        {"ana": ANA},
        "ana",
    ],
)
def test_rows_out_of_order_repeated_or_unknown_are_refused(value: Any) -> None:
    (problem,) = reading(GUESTS, value)[1]
    assert problem["message"] == "not_rows"


@pytest.mark.parametrize("minimum", [0, 1, 2, 3])
def test_too_few_rows_are_refused_in_a_sentence(minimum: int) -> None:
    field = dataclasses.replace(GUESTS, minimum=minimum)
    for count in range(4):
        value = [ANA, IVO, ELI][:count]
        if count >= minimum:
            assert reading(field, value) == (value, [])
        else:
            said = f"Guests: this table needs more rows, at least {minimum}."
            assert message(field, value) == said


def test_a_cell_of_a_row_that_came_is_named_with_its_row() -> None:
    (problem,) = reading(GUESTS, [ANA, {**ELI, "nights": 0}])[1]
    assert problem["cell"] == ["eli", "nights"]
    assert message(GUESTS, [{**ELI, "nights": 0}]) == "Eli, Nights: 0 does not lie between 1 and 9."


def test_rows_that_come_and_go_are_drawn_in_all_ways() -> None:
    tables = DRAW["rows"](dataclasses.replace(GUESTS, minimum=2).spec(str))
    wanted = {("ana", "ivo"), ("ana", "eli"), ("ivo", "eli"), ("ana", "ivo", "eli")}
    assert drawn(tables, wanted, lambda table: [tuple(row["id"] for row in table)]) == wanted


def test_every_kind_of_field_is_checked_and_drawn() -> None:
    kinds = {kind.kind for kind in every_kind(Field)}
    assert set(CHECKS) == kinds
    assert set(DRAW) == kinds


def test_the_honest_probe_uses_every_kind_of_field() -> None:
    fields = honest.EXERCISE.fields
    assert {field.kind for field in fields} == set(CHECKS)
    columns = {
        column.kind for field in fields if isinstance(field, Rows) for column in field.columns
    }
    assert columns == set(CELL_KINDS)


def test_what_is_checked_is_a_copy() -> None:
    ticked, table = ["a"], [ANA, IVO]
    found, _ = read([TICKS.spec(str), STAYS.spec(str)], {"parts": ticked, "stays": table})
    assert found["parts"] is not ticked
    assert found["stays"][0] is not ANA


def every_kind(base: type[Field]) -> list[type[Field]]:
    """The field classes that have a kind of their own."""
    found = [base] if "kind" in vars(base) else []
    return found + [kind for child in base.__subclasses__() for kind in every_kind(child)]


@given(values(honest.EXERCISE))
@settings(derandomize=True, database=None, deadline=None)
def test_drawn_values_fit(raw: dict[str, Any]) -> None:
    found, problems = read(field_specs(honest.EXERCISE), raw)
    assert problems == []
    assert found == raw


@pytest.mark.parametrize(
    "field",
    [SLIDER, WHOLE, CHOICE, YES, SHORT, LONG, TICKS, STAYS, GUESTS],
    ids=lambda field: field.name,
)
def test_what_is_drawn_as_unfit_is_mostly_refused(field: Field) -> None:
    refused = []

    @given(unfit(field.spec(str)))
    @settings(derandomize=True, database=None, deadline=None, max_examples=300)
    def collect(value: Any) -> None:
        refused.append(bool(reading(field, value)[1]))

    collect()
    assert sum(refused) > len(refused) / 3


def test_a_slider_is_drawn_as_a_browser_counts() -> None:
    wanted = {n / 10 for n in range(10, 71)}
    assert drawn(DRAW["slider"](SLIDER.spec(str)), wanted, lambda value: [value]) == wanted


def test_ticks_are_drawn_in_all_ways() -> None:
    wanted = {"", "a", "b", "c", "ab", "ac", "bc", "abc"}
    assert drawn(DRAW["multiple_choice"](TICKS.spec(str)), wanted, lambda t: ["".join(t)]) == wanted


def test_cells_are_drawn_in_all_ways() -> None:
    wanted = {("nights", n) for n in range(1, 10)}
    wanted |= {("pull", "half"), ("pull", "full"), ("heard", False), ("heard", True)}
    wanted |= {("service", text[:5]) for text in AWKWARD}
    found = drawn(
        DRAW["rows"](STAYS.spec(str)),
        wanted,
        lambda table: [(name, cell) for name, cell in table[1].items() if name != "id"],
    )
    assert found >= wanted


@pytest.mark.parametrize(("field", "more"), [(STAYS, set()), (GUESTS, {"too_few_rows"})])
def test_a_spoilt_table_is_spoilt_in_its_cells_and_in_its_rows(field: Rows, more: set[str]) -> None:
    wanted = {"not_rows", "missing", "not_a_number", "out_of_range", "not_whole"}
    wanted |= {"not_an_option", "not_yes_or_no", "not_text", "too_long"} | more
    found = drawn(
        SPOIL["rows"](field.spec(str)),
        wanted,
        lambda table: [problem["message"] for problem in reading(field, table)[1]],
    )
    assert found >= wanted


def test_the_smallest_exercise_is_read() -> None:
    assert read(field_specs(small()), {"rating": 2}) == ({"rating": 2.0}, [])
