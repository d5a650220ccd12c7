"""Declarations: what cannot work is refused at once, in one sentence with file and fault."""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any

import pytest

from servicequality import exercises
from servicequality.declare import (
    Choice,
    DeclarationError,
    Exercise,
    Figure,
    Group,
    LongText,
    MultipleChoice,
    Number,
    Rows,
    Sentence,
    ShortText,
    Slider,
    Task,
    Teaching,
    YesNo,
)
from servicequality.declare.fields import Field
from tests.fixtures.small import RATING, SAID, small

NIGHTS = Slider("nights", "Nights", 1, 9, 1, 1)
STAY = {"id": "a", "nights": 2}
RATING_TWO = Slider("second", "Second", 1, 5, 1, 2)
HERE = "tests/fixtures/small.py: exercise 'small': "


def fault(*fields: Field, **changes: Any) -> str:
    """What is said about the small exercise with these fields and changes."""
    with pytest.raises(DeclarationError) as caught:
        small(*fields, **changes)
    return str(caught.value)


def rows(
    columns: tuple[Field, ...] = (NIGHTS,),
    default: tuple[dict[str, Any], ...] = (STAY,),
    named: dict[str, str] | None = None,
    **changes: Any,
) -> Rows:
    """A table to fill in, of one row unless others are named."""
    return Rows("x", "X", {"a": "A"} if named is None else named, columns, default, **changes)


def growing(*present: str, **changes: Any) -> Rows:
    """A table of up to three rows, a, b and c, with these present at the start."""
    default = tuple({"id": row, "nights": 2} for row in present)
    parts: dict[str, Any] = {"blank": {"nights": 1}, **changes}
    return rows(parts.pop("columns", (NIGHTS,)), default, {"a": "A", "b": "B", "c": "C"}, **parts)


def teaching(**changes: Any) -> Teaching:
    """The smallest teaching part there can be, with some parts changed."""
    parts: dict[str, Any] = {
        "prompt": "Why?",
        "rubric": {"one": "One."},
        "model_answer": ("Because.",),
        "honesty": "Invented.",
    }
    return Teaching(**{**parts, **changes})


def test_the_small_exercise_is_fine() -> None:
    assert small().start(str)["status"] == "ok"
    assert small().origin == "tests/fixtures/small.py"


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (Slider("x", "X", 5, 1, 1, 3), "field 'x': minimum 5 must be below maximum 1"),
        (Slider("x", "X", 5, 5, 1, 5), "field 'x': minimum 5 must be below maximum 5"),
        (Slider("x", "X", 1, 5, 0, 3), "field 'x': step 0 must be above 0 and fit the range"),
        (Slider("x", "X", 1, 5, -1, 3), "field 'x': step -1 must be above 0 and fit the range"),
        (Slider("x", "X", 1, 5, 6, 1), "field 'x': step 6 must be above 0 and fit the range"),
        (Slider("x", "X", 1, 5, 1, 9), "field 'x': default 9 lies outside 1 to 5"),
        (Slider("x", "X", 1, 5, 1, 0.9), "field 'x': default 0.9 lies outside 1 to 5"),
        (Slider("x", "X", 1, 5, 0.5, 1.25), "field 'x': default 1.25 does not lie on a step"),
        (Slider("x", "X", math.nan, 5, 1, 1), "field 'x': its range, step and default must be"),
        (Slider("x", "X", 1, math.inf, 1, 1), "field 'x': its range, step and default must be"),
        (Slider("x", "X", 1, 5, math.nan, 1), "field 'x': its range, step and default must be"),
        (
            Slider("x", "X", -math.inf, math.inf, 1, 0, whole=True),
            "field 'x': its range, step and default must be finite",
        ),
        (
            Slider("x", "X", 1, 5, 0.5, 1, whole=True),
            "field 'x': a whole slider needs whole numbers throughout",
        ),
        (Slider("a b", "X", 1, 5, 1, 1), "field name 'a b' must be a Python identifier"),
        (YesNo("1st", "X"), "field name '1st' must be a Python identifier"),
        (Choice("x", "X", {"a": "A"}, "a"), "field 'x': a choice needs at least two options"),
        (
            Choice("x", "X", {"a": "A", "b": "B"}, "c"),
            "field 'x': default 'c' is not one of its options",
        ),
        (ShortText("x", "X", maximum_length=0), "field 'x': maximum_length must be at least 1"),
        (
            ShortText("x", "X", "abcd", maximum_length=3),
            "field 'x': the default is longer than maximum_length",
        ),
        (
            LongText("x", "X", "abcd", maximum_length=3),
            "field 'x': the default is longer than maximum_length",
        ),
        (MultipleChoice("x", "X", {"a": "A"}), "field 'x': a choice needs at least two options"),
        (
            MultipleChoice("x", "X", {"a": "A", "b": "B"}, ("a", "c")),
            "field 'x': default 'c' is not one of its options",
        ),
        (
            MultipleChoice("x", "X", {"a": "A", "b": "B"}, ("b", "a")),
            "field 'x': the default must name its options in their order",
        ),
        (
            MultipleChoice("x", "X", {"a": "A", "b": "B"}, ("a", "a")),
            "field 'x': the default must name its options in their order",
        ),
        (rows(columns=(), default=({"id": "a"},)), "at least one row and one column are needed"),
        (rows(default=(), named={}), "at least one row and one column are needed"),
        (
            rows((NIGHTS, YesNo("nights", "Again"))),
            "field 'x': columns need names of their own, other than 'id'",
        ),
        (
            rows((YesNo("id", "Id"),), ({"id": "a"},)),
            "field 'x': columns need names of their own, other than 'id'",
        ),
        (
            rows((Slider("nights", "Nights", 9, 1, 1, 1),)),
            "field 'x', column: field 'nights': minimum 9 must be below maximum 1",
        ),
        (
            rows((LongText("story", "Story"),), ({"id": "a", "story": ""},)),
            "field 'x': a column cannot be of kind 'long_text'; it can be slider, choice, yes_no, "
            "short_text",
        ),
        (
            rows((rows((NIGHTS,)),), ({"id": "a", "x": []},)),
            "field 'x': a column cannot be of kind 'rows'",
        ),
        (rows(default=({**STAY, "id": "b"},)), "field 'x': the default rows must be ['a']"),
        (rows(default=(STAY, STAY)), "field 'x': the default rows must be ['a']"),
        (
            rows(default=({"id": "b", **STAY}, STAY), named={"a": "A", "b": "B"}),
            "field 'x': the default rows must be ['a', 'b']",
        ),
        (
            rows(default=({"id": "a"},)),
            "field 'x': a default row has ['id'], not ['id', 'nights']",
        ),
        (
            rows(default=({**STAY, "beds": 1},)),
            "field 'x': a default row has ['beds', 'id', 'nights'], not ['id', 'nights']",
        ),
        (rows(minimum=2), "field 'x': minimum has a meaning only beside blank"),
        (growing("a", minimum=-1), "field 'x': minimum -1 must be 0 to 3"),
        (growing("a", minimum=4), "field 'x': minimum 4 must be 0 to 3"),
        (growing("a", minimum=2), "field 'x': 1 default rows are below the minimum of 2"),
        (growing(), "field 'x': 0 default rows are below the minimum of 1"),
        (
            growing("b", "a"),
            "field 'x': the default rows must be some of ['a', 'b', 'c'], in this order",
        ),
        (growing("a", "a"), "must be some of ['a', 'b', 'c'], in this order"),
        (growing("a", "d"), "must be some of ['a', 'b', 'c'], in this order"),
        (growing("a", blank={}), "field 'x': blank has [], not ['nights']"),
        (
            growing("a", blank={"id": "a", "nights": 1}),
            "field 'x': blank has ['id', 'nights'], not ['nights']",
        ),
        (
            growing("a", blank={"nights": 10}),
            "field 'x': blank has 10 in the column 'nights', which does not take it",
        ),
        (growing("a", blank={"nights": ""}), "blank has '' in the column 'nights'"),
        (
            growing("a", columns=(LongText("nights", "Story"),), blank={"nights": ""}),
            "field 'x': a column cannot be of kind 'long_text'",
        ),
        (YesNo("rating", "X"), "the names rating are used more than once"),
        (YesNo("said", "X"), "the names said are used more than once"),
    ],
)
def test_a_field_that_cannot_work_is_refused(field: Field, said: str) -> None:
    found = fault(field)
    assert found.startswith(HERE)
    assert said in found
    assert found.endswith(".")
    assert "\n" not in found


@pytest.mark.parametrize(
    "field",
    [
        Slider("x", "X", 1, 7, 0.1, 6.4),
        Slider("x", "X", -1, 1, 0.1, 0),
        Slider("x", "X", 0.05, 0.95, 0.05, 0.35),
        Slider("x", "X", 0, 100_000, 2500, 42_500, whole=True),
        Choice("x", "X", {"a": "A", "b": "B"}, "b"),
        YesNo("x", "X", True),
        ShortText("x", "X", "abc", maximum_length=3),
        LongText("x", "X"),
        MultipleChoice("x", "X", {"a": "A", "b": "B"}),
        MultipleChoice("x", "X", {"a": "A", "b": "B", "c": "C"}, ("a", "c")),
        rows(),
        rows((NIGHTS, YesNo("x", "Same name as the table")), ({**STAY, "x": True},)),
        growing("a"),
        growing("c"),
        growing("a", "c", minimum=2),
        growing("a", "b", "c", minimum=3),
        growing(minimum=0),
    ],
)
def test_a_field_that_can_work_is_taken(field: Field) -> None:
    assert small(field).fields == [RATING, field]


@pytest.mark.parametrize(
    "wrong", ["Small", "small_one", "small-", "-small", "1st", "a--b", "", "ж"]
)
def test_an_id_of_another_form_is_refused(wrong: str) -> None:
    assert f"id {wrong!r} must be lower-case words joined by hyphens" in fault(id=wrong)


@pytest.mark.parametrize("right", ["small", "gap-explorer", "q5-one", "a1-2-b"])
def test_an_id_of_the_right_form_is_taken(right: str) -> None:
    assert small(id=right).id == right


@pytest.mark.parametrize("name", ["nothing", "rating", "points"])
def test_only_a_sentence_can_be_announced(name: str) -> None:
    views = (SAID, Figure("points", "rating", "Points", Number()))
    assert f"announce {name!r} is not one of its sentence views" in fault(
        views=views, announce=name
    )


def test_two_views_of_one_name_are_refused() -> None:
    assert "the names said are used more than once" in fault(views=(SAID, SAID))


def test_all_faults_are_told_at_once() -> None:
    found = fault(Slider("x", "X", 5, 1, 1, 3), id="A", announce="b")
    assert found.count(";") == 2


def compute_nan(values: dict[str, Any]) -> dict[str, Any]:
    return {"word": "low", "rating": math.nan * values["rating"]}


def compute_list(_values: dict[str, Any]) -> Any:
    return ["low"]


def compute_nothing(_values: dict[str, Any]) -> Any:
    return {}


def compute_raises(values: dict[str, Any]) -> Any:
    return {"word": values["absent"]}


def compute_infinite_aside(_values: dict[str, Any]) -> Any:
    return {"word": "low", "rating": 1, "aside": [math.inf]}


@pytest.mark.parametrize(
    ("compute", "said"),
    [
        (compute_nan, "view 'points': a finite number was expected, not nan"),
        (compute_list, "view 'said': a dict was expected, not list"),
        (compute_nothing, "view 'said': compute returned nothing named 'word'"),
        (compute_raises, "compute raised KeyError: 'absent'"),
        (compute_infinite_aside, "compute must return finite numbers, not inf"),
    ],
)
def test_a_compute_that_fails_at_the_start_values_is_named(compute: Any, said: str) -> None:
    views = (SAID, Figure("points", "rating", "Points", Number()))
    exercise = small(compute=compute, views=views)
    with pytest.raises(DeclarationError) as caught:
        exercise.start(str)
    assert str(caught.value) == f"tests/test_declare.py: exercise 'small': {said}."


def test_a_cell_that_does_not_fit_at_the_start_is_named() -> None:
    exercise = small(rows(default=({**STAY, "nights": 99},)))
    with pytest.raises(DeclarationError) as caught:
        exercise.start(str)
    said = "values are refused: A, Nights: 99 does not lie between 1 and 9."
    assert str(caught.value) == HERE + said


def other_views(*groups: Group) -> str:
    """What is said about the small exercise whose groups show views of their own."""
    aside = Sentence("aside", "word", {"low": "Low.", "high": "High."})
    return fault(groups=(Group("Inputs", (RATING,)), *groups), views=(SAID, aside))


def test_a_group_can_show_a_view() -> None:
    exercise = small(groups=(Group("Inputs", (RATING,), text="Read.", shows=("said",)),))
    (group,) = exercise.spec(str.upper)["groups"]
    assert group == {
        "legend": "INPUTS",
        "text": "READ.",
        "names": ["rating"],
        "shows": ["said"],
        "teaching": False,
    }


def test_a_group_can_show_only_views_that_there_are() -> None:
    found = other_views(Group("", (), shows=("sad", "aside", "points")))
    assert "a group shows points, sad, which is not among its views" in found


@pytest.mark.parametrize(
    "groups",
    [
        (Group("One", (), shows=("aside", "aside")),),
        (Group("One", (), shows=("aside",)), Group("Two", (), shows=("said", "aside"))),
    ],
)
def test_a_view_stands_below_one_group(groups: tuple[Group, ...]) -> None:
    assert "aside must be shown by one group, once" in other_views(*groups)


def test_what_is_revealed_belongs_to_fields() -> None:
    found = fault(revealed={"rating": 5, "ratting": 5, "said": 1})
    assert "revealed names ratting, said, which is not among its fields" in found
    assert "revealed names show" in fault(revealed={"show_model": True})
    assert small(revealed={"show_model": True}, teaching=teaching()).fields


def test_a_revealed_value_that_does_not_fit_is_named() -> None:
    exercise = small(RATING_TWO, revealed={"rating": 9, "second": "x"})
    with pytest.raises(DeclarationError) as caught:
        exercise.start(str, exercise.revealed)
    assert str(caught.value) == (
        f"{HERE}values are refused: Rating: 9 does not lie between 1 and 5. "
        "Second: this is not a number."
    )


def test_what_is_revealed_is_what_the_start_values_become() -> None:
    exercise = small(revealed={"rating": 5})
    changed = exercise.start(str, exercise.revealed)
    assert (changed["values"], changed["result"]["word"]) == ({"rating": 5.0}, "high")
    assert exercise.start(str)["values"] == {"rating": 2.0}


def test_a_written_answer_brings_its_fields_and_views_last() -> None:
    exercise = small(teaching=teaching(rubric={"one": "First.", "two": "Second."}))
    names = ["rating", "written_answer", "show_model", "score_one", "score_two"]
    assert [field.name for field in exercise.fields] == names
    assert [view.name for view in exercise.all_views] == ["said", "model_answer", "self_score"]
    spec = exercise.spec(str.upper)
    assert [(group["names"], group["shows"]) for group in spec["groups"][1:]] == [
        (["written_answer"], []),
        (["show_model"], ["model_answer"]),
        (["score_one", "score_two"], ["self_score"]),
    ]
    assert [field["label"] for field in spec["fields"]][-2:] == ["FIRST.", "SECOND."]
    options = [option["id"] for option in spec["fields"][-1]["options"]]
    assert (options, spec["fields"][-1]["default"]) == (["open", "0", "1", "2", "3"], "open")


def test_every_text_of_a_written_answer_is_translated() -> None:
    part = teaching(misconceptions=(("A claim.", "A correction."),), words=12)
    spec = small(teaching=part).spec(str.upper)
    assert spec["teaching"] == {
        "answer": "written_answer",
        "reveal": "show_model",
        "scores": ["score_one"],
        "words": 12,
        "pass_share": 0.6,
        "honesty": "INVENTED.",
        "misconceptions": [{"claim": "A CLAIM.", "correction": "A CORRECTION."}],
    }
    assert spec["fields"][1]["label"] == "WHY?"
    assert spec["views"][1]["paragraphs"] == ["BECAUSE."]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"rubric": {}}, "teaching: the rubric needs at least one criterion"),
        ({"model_answer": ()}, "teaching: the model answer needs at least one paragraph"),
        ({"words": 0}, "teaching: words must be at least 1, not 0"),
        ({"rubric": {"a b": "X"}}, "field name 'score_a b' must be a Python identifier"),
    ],
)
def test_a_written_answer_that_cannot_work_is_refused(changes: dict[str, Any], said: str) -> None:
    assert said in fault(teaching=teaching(**changes))


def test_a_field_of_the_exercise_cannot_be_called_like_one_of_the_written_answer() -> None:
    said = fault(YesNo("show_model", "X"), teaching=teaching())
    assert "the names show_model are used more than once" in said


def test_tables_are_given_to_compute_or_none() -> None:
    assert small().tables is None
    table = {"gaps": [{"id": "G1"}]}
    assert small(data=table).tables == table


def test_fields_are_asked_in_the_order_of_their_groups() -> None:
    first, second = YesNo("first", "F"), YesNo("second", "S")
    exercise = small(groups=(Group("One", (second, RATING)), Group("Two", (first,))))
    assert [field.name for field in exercise.fields] == ["second", "rating", "first"]
    assert [group["names"] for group in exercise.spec(str)["groups"]] == [
        ["second", "rating"],
        ["first"],
    ]


@pytest.mark.parametrize(
    ("step", "decimals"), [(1, 0), (5, 0), (0.5, 1), (0.1, 1), (0.25, 2), (0.001, 3), (2.5, 1)]
)
def test_a_slider_shows_as_many_decimals_as_its_step(step: float, decimals: int) -> None:
    assert Slider("x", "X", 0, 10, step, 0).decimals == decimals


def test_every_text_of_a_specification_is_translated() -> None:
    shouted = small(
        Choice("c", "Which", {"a": "One", "b": "Two"}, "a", help="Pick."),
        ShortText("t", "Text", "Start", help="Write."),
        Slider("s", "Slide", 0, 1, 1, 0, unit="points", help="Move."),
        MultipleChoice("m", "Any", {"a": "One", "b": "Two"}, help="Tick."),
        Rows("r", "Table", {"a": "Row"}, (NIGHTS,), (STAY,), help="Fill."),
        Rows(
            "g",
            "Growing",
            {"a": "One", "b": "Two"},
            (ShortText("name", "Name"), Choice("side", "Side", {"l": "Left", "r": "Right"}, "l")),
            ({"id": "a", "name": "Start", "side": "l"},),
            blank={"name": "New", "side": "r"},
        ),
        tasks=(Task("Try.", "So."), Task("Look.")),
    ).spec(str.upper)
    assert shouted["tasks"] == [
        {"text": "TRY.", "answer": "SO."},
        {"text": "LOOK.", "answer": ""},
    ]
    fields = {field["name"]: field for field in shouted["fields"]}
    assert (shouted["title"], shouted["question"]) == ("SMALL", "HOW GOOD IS IT?")
    assert fields["c"]["options"] == [{"id": "a", "label": "ONE"}, {"id": "b", "label": "TWO"}]
    assert (fields["t"]["default"], fields["t"]["help"]) == ("START", "WRITE.")
    assert (fields["s"]["unit"], fields["s"]["label"]) == ("POINTS", "SLIDE")
    assert fields["m"]["options"][1] == {"id": "b", "label": "TWO"}
    assert (fields["m"]["label"], fields["m"]["help"]) == ("ANY", "TICK.")
    assert fields["r"]["rows"] == [{"id": "a", "label": "ROW"}]
    assert fields["r"]["columns"][0]["label"] == "NIGHTS"
    assert (fields["r"]["label"], fields["r"]["help"]) == ("TABLE", "FILL.")
    assert (fields["r"]["blank"], fields["r"]["words"]) == (None, {})
    assert fields["g"]["default"] == [{"id": "a", "name": "START", "side": "l"}]
    assert fields["g"]["blank"] == {"name": "NEW", "side": "r"}
    assert fields["g"]["words"] == {
        "add_row": "ADD A ROW",
        "remove_row": "REMOVE {ROW}",
        "row_added": "{ROW} ADDED.",
        "row_removed": "{ROW} REMOVED.",
    }
    assert shouted["views"][0]["sentences"]["low"] == "THE RATING IS LOW."


def test_the_course_has_the_gap_explorer() -> None:
    assert exercises.find("gap-explorer").title == "Gap explorer"
    assert "gap-explorer" in [exercise.id for exercise in exercises.all_exercises()]


@pytest.mark.parametrize("exercise", exercises.all_exercises(), ids=lambda exercise: exercise.id)
def test_what_an_exercise_reveals_can_be_shown(exercise: Exercise) -> None:
    assert exercise.start(str, exercise.revealed)["status"] == "ok"


def test_an_unknown_exercise_is_told_with_a_near_miss() -> None:
    with pytest.raises(exercises.UnknownExerciseError) as caught:
        exercises.find("gap-explorr")
    assert "There is no exercise 'gap-explorr'. Did you mean 'gap-explorer'?" in str(caught.value)


def test_an_unknown_exercise_without_a_near_miss_lists_what_there_is() -> None:
    with pytest.raises(exercises.UnknownExerciseError) as caught:
        exercises.find("zzz")
    assert "Did you mean" not in str(caught.value)
    assert "gap-explorer" in str(caught.value)


def test_two_modules_with_one_id_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def module(name: str) -> Any:
        return SimpleNamespace(EXERCISE=small(), __file__=f"{name}.py")

    monkeypatch.setattr(exercises, "modules", lambda *_, **__: [module("one"), module("two")])
    exercises.registry.cache_clear()
    try:
        with pytest.raises(DeclarationError) as caught:
            exercises.registry()
    finally:
        exercises.registry.cache_clear()
    said = "two.py: exercise 'small': the id is already used in one.py."
    assert str(caught.value) == said
