"""A whole exercise as HTML: readable as built, labelled, and closed to what texts hold."""

from __future__ import annotations

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from servicequality.declare import (
    Card,
    Cards,
    Checklist,
    Choice,
    DeclarationError,
    Diagram,
    Exercise,
    Group,
    LongText,
    MultipleChoice,
    Rows,
    Sentence,
    ShortText,
    Slider,
    Task,
    Teaching,
    Value,
    YesNo,
)
from servicequality.declare.fields import Field
from servicequality.exercises import all_exercises, find
from servicequality.i18n.interface import INTERFACE
from servicequality.page.exercise import exercise_html
from servicequality.page.form import CONTROLS
from servicequality.page.frame import DRAWN_BY_STUDENTS
from servicequality.page.html import to_text
from servicequality.page.source import compute_source
from tests.drawing import DRAW
from tests.fixtures.both_pythons import honest
from tests.fixtures.small import RATING, small

EVERY = [*all_exercises(), honest.EXERCISE]
HOSTILE = '</script><script>alert("1")</script><!-- <img src=x onerror=alert(1)> & \' "'


# The groups that every written answer brings along.
TEACHING_LEGENDS = ["Your answer", "Compare with the model answer", "Score your answer"]


def compute(values: dict[str, Any]) -> dict[str, Any]:
    """Passes a student's text on."""
    return {
        "word": "low",
        "text": values["text"],
        "rating": values["rating"],
        "ids": ["low"],
        "checked": [{"item": "low", "state": "low", "note": "low"}],
    }


def hostile() -> Exercise:
    """An exercise with markup in every text it can hold."""
    fields = (
        RATING,
        ShortText("text", HOSTILE, HOSTILE, maximum_length=200, help=HOSTILE),
        LongText("story", HOSTILE, HOSTILE, help=HOSTILE),
        Choice("pick", HOSTILE, {HOSTILE: HOSTILE, "b": HOSTILE}, HOSTILE, help=HOSTILE),
        YesNo("tick", HOSTILE, help=HOSTILE),
        Slider("slide", HOSTILE, 0, 1, 1, 0, unit=HOSTILE, help=HOSTILE),
        MultipleChoice("ticks", HOSTILE, {"a": HOSTILE, "b": HOSTILE}, help=HOSTILE),
        Choice("radio", HOSTILE, {"a": HOSTILE, "b": HOSTILE}, "a", HOSTILE, buttons=True),
        Rows(
            "table",
            HOSTILE,
            {"row": HOSTILE},
            (
                ShortText("cell", HOSTILE, maximum_length=200),
                Choice("side", HOSTILE, {"a": HOSTILE, "b": HOSTILE}, "a"),
            ),
            ({"id": "row", "cell": HOSTILE, "side": "a"},),
            help=HOSTILE,
        ),
    )
    words = {"low": HOSTILE}
    return small(
        title=HOSTILE,
        question=HOSTILE,
        tasks=(Task(HOSTILE, HOSTILE),),
        groups=(Group(HOSTILE, fields, text=HOSTILE),),
        views=(
            Sentence("said", "word", {"low": HOSTILE + " {text}"}, {"text": Value("text")}),
            Checklist("checked", "checked", HOSTILE, words, words, words),
            Cards("cards", "ids", {"low": Card(HOSTILE, [HOSTILE], {HOSTILE: [HOSTILE]}, {})}),
            Diagram("drawing", "word", lambda tr: ["svg", {}, ["text", {}, tr(HOSTILE)]], words),
        ),
        compute=compute,
        teaching=Teaching(
            prompt=HOSTILE,
            rubric={"one": HOSTILE},
            model_answer=(HOSTILE,),
            honesty=HOSTILE,
            misconceptions=((HOSTILE, HOSTILE),),
        ),
    )


def controls_of(element: Tag) -> list[Tag]:
    """The form controls inside an element."""
    return element.find_all(["input", "select", "textarea"])


def named_by(section: Tag, control: Tag) -> str:
    """What a screen reader calls a control: its label, or the texts that it refers to."""
    if control.has_attr("aria-labelledby"):
        parts = [section.find(id=own) for own in str(control["aria-labelledby"]).split()]
        return ", ".join(part.get_text() for part in parts if part is not None)
    labels = section.find_all("label", attrs={"for": control["id"]})
    assert len(labels) == 1
    return str(labels[0].get_text())


def page(exercise: Exercise) -> Tag:
    """The element of an exercise, as a parser sees it."""
    section = BeautifulSoup(exercise_html(exercise), "html.parser").find("section")
    assert isinstance(section, Tag)
    return section


@pytest.fixture(params=EVERY, ids=lambda exercise: exercise.id)
def exercise(request: pytest.FixtureRequest) -> Exercise:
    """Each exercise in turn."""
    found: Exercise = request.param
    return found


def test_the_exercise_is_static_and_named(exercise: Exercise) -> None:
    section = page(exercise)
    assert section["data-exercise"] == exercise.id
    assert section["data-state"] == "static"
    title = section.find(id=str(section["aria-labelledby"]))
    assert title is not None
    assert title.get_text() == exercise.title


@pytest.mark.parametrize("level", [2, 3, 4])
def test_the_title_is_a_heading_of_the_level_asked_for(level: int) -> None:
    html = exercise_html(small(), "en", level)
    (title,) = BeautifulSoup(html, "html.parser").select(".sq-title")
    assert title.name == f"h{level}"


def test_ids_are_unique_and_references_lead_somewhere(exercise: Exercise) -> None:
    section = page(exercise)
    for svg in section.find_all("svg"):
        svg.decompose()
    ids = [str(element["id"]) for element in [section, *section.find_all(id=True)]]
    assert len(ids) == len(set(ids))
    for attribute in ("for", "aria-describedby", "aria-labelledby"):
        for element in section.find_all(attrs={attribute: True}):
            for reference in str(element[attribute]).split():
                assert reference in ids


def test_each_field_has_its_control_with_a_label(exercise: Exercise) -> None:
    section = page(exercise)
    fields = section.find_all(attrs={"data-field": True})
    assert [field["data-field"] for field in fields] == [field.name for field in exercise.fields]
    for element, field in zip(fields, exercise.fields, strict=True):
        spec = field.spec(str)
        # What scripts and help refer to: one control, or the group or table round several.
        (control,) = element.find_all(id=f"sq-{exercise.id}-{field.name}")
        if control.name == "table":
            assert control.find("caption").get_text() == field.label
        else:
            assert named_by(section, control) == field.label
        assert [named_by(section, part) for part in controls_of(element)] == names(spec)
        if spec["help"]:
            described = section.find(id=str(control["aria-describedby"]))
            assert described is not None
            assert described.get_text() == spec["help"]
        else:
            assert "aria-describedby" not in control.attrs


def names(spec: dict[str, Any]) -> list[str]:
    """The names of the controls of a field: its label, its options or its cells."""
    if spec["kind"] == "multiple_choice" or spec.get("buttons"):
        return [option["label"] for option in spec["options"]]
    if spec["kind"] == "rows":
        columns = [column["label"] for column in spec["columns"]]
        return [f"{row['label']}, {column}" for row in spec["rows"] for column in columns]
    return [spec["label"]]


def test_groups_have_their_legend_text_and_views(exercise: Exercise) -> None:
    section = page(exercise)
    groups = section.select(".sq-group")
    assert len(groups) == len(exercise.all_groups)
    for element, group in zip(groups, exercise.all_groups, strict=True):
        assert element.name == ("fieldset" if group.legend else "div")
        assert [legend.get_text() for legend in element.find_all("legend")] == (
            [group.legend] if group.legend else []
        )
        texts = [text.get_text() for text in element.select(".sq-group-text")]
        assert texts == ([group.text] if group.text else [])
        shows = [output["data-output"] for output in element.select("[data-output]")]
        assert shows == list(group.shows)


def test_a_written_answer_comes_after_the_results(exercise: Exercise) -> None:
    section = page(exercise)
    parts = section.select(".sq-teaching")
    if exercise.teaching is None:
        assert parts == []
        return
    (part,) = parts
    assert [legend.get_text() for legend in part.find_all("legend")] == TEACHING_LEGENDS
    before = section.select(".sq-body, .sq-teaching")
    assert [str(element["class"][0]) for element in before] == ["sq-body", "sq-teaching"]
    criteria = [
        named_by(section, control)
        for control in controls_of(part)
        if str(control["id"]).startswith(f"sq-{exercise.id}-score_")
    ]
    assert criteria == list(exercise.teaching.rubric.values())
    text = part.get_text(" ", strip=True)
    for claim, correction in exercise.teaching.misconceptions:
        assert claim in text
        assert correction in text
    assert exercise.teaching.honesty in text
    for paragraph in exercise.teaching.model_answer:
        assert paragraph not in text


def test_tasks_are_listed_with_their_answers_folded_away(exercise: Exercise) -> None:
    section = page(exercise)
    items = section.select(".sq-tasks > li")
    assert len(items) == len(exercise.tasks)
    assert len(section.select(".sq-tasks-title")) == (1 if exercise.tasks else 0)
    for item, task in zip(items, exercise.tasks, strict=True):
        assert item.find(string=True, recursive=False) == task.text
        folded = item.find_all("details")
        answers = [part.find("p").get_text() for part in folded]
        assert answers == ([task.answer] if task.answer else [])
        for part in folded:
            assert part.find("summary").get_text() == "Check"
            assert "open" not in part.attrs


def test_an_exercise_in_steps_has_its_results_below(exercise: Exercise) -> None:
    (body,) = page(exercise).select(".sq-body")
    assert ("sq-steps" in body["class"]) is exercise.in_steps
    parts = [part["class"][0] for part in body.find_all(recursive=False)]
    assert parts == ["sq-inputs", "sq-results"]


def without_noscript(section: Tag) -> Tag:
    """The element as a browser with scripts sees it."""
    for element in section.find_all("noscript"):
        element.decompose()
    return section


def text_of(element: Tag) -> str:
    """The text of an element, the pictures of charts left out."""
    for picture in element.find_all(attrs={"data-chart": True}):
        assert picture.find("svg") is not None
        picture.decompose()
    return str(element.get_text())


def test_the_result_for_the_start_values_is_in_place(exercise: Exercise) -> None:
    outputs = without_noscript(page(exercise)).find_all(attrs={"data-output": True})
    found = {str(output["data-output"]): text_of(output) for output in outputs}
    assert len(outputs) == len(found)
    start = exercise.start(str)["views"]
    assert found == {name: to_text(nodes, "en") for name, nodes in start.items()}
    for output in outputs:
        view = next(v for v in exercise.all_views if v.name == output["data-output"])
        spoken = view.spec(str).get("spoken", False)
        assert ("sq-hidden" in output["class"]) is spoken
        assert f"sq-view-{view.kind}" in output["class"]


def test_results_stand_with_the_results_or_below_their_group(exercise: Exercise) -> None:
    section = without_noscript(page(exercise))
    placed = {name for group in exercise.all_groups for name in group.shows}
    beside = [output["data-output"] for output in section.select(".sq-results [data-output]")]
    assert beside == [view.name for view in exercise.all_views if view.name not in placed]


def test_what_is_held_back_can_be_read_without_a_script(exercise: Exercise) -> None:
    section = page(exercise)
    hidden = section.select("noscript .sq-revealed")
    changed = dict(exercise.revealed)
    if exercise.teaching is not None:
        changed["show_model"] = True
    if not changed:
        assert hidden == []
        return
    (part,) = hidden
    start, later = exercise.start(str)["views"], exercise.start(str, changed)["views"]
    new = [view.name for view in exercise.all_views if later[view.name] != start[view.name]]
    assert new
    title, *views = part.find_all(recursive=False)
    assert title.get_text() == "What the exercise shows once you have answered"
    assert [text_of(view) for view in views] == [to_text(later[name], "en") for name in new]
    assert part.select("[data-output], [data-field]") == []


def test_the_model_answer_can_be_read_without_a_script() -> None:
    (part,) = page(find("guess-and-compare")).select("noscript .sq-revealed")
    for paragraph in find("guess-and-compare").teaching.model_answer:
        assert paragraph in part.get_text()


def value_of(control: Tag) -> Any:
    """What a form control holds as built."""
    if control.name == "select":
        (chosen,) = control.find_all(selected=True)
        return chosen["value"]
    if control.name == "textarea":
        return control.get_text()
    if control["type"] in ("checkbox", "radio"):
        return "checked" in control.attrs
    return float(control["value"]) if control["type"] in ("range", "number") else control["value"]


def limits_of(control: Tag) -> tuple[float, ...]:
    """The range and the step of a control for a number."""
    return tuple(float(control[name]) for name in ("min", "max", "step"))


def values_of(element: Tag, field: Field) -> Any:
    """What the controls of a field hold as built, as `compute` would be given it."""
    controls = controls_of(element)
    if isinstance(field, Rows):
        table = []
        for line in element.select("tr[data-row]:not([hidden])"):
            cells = {str(cell["data-column"]): value_of(cell) for cell in controls_of(line)}
            table.append({"id": str(line["data-row"]), **cells})
        return table
    if isinstance(field, MultipleChoice):
        return [str(control["value"]) for control in controls if value_of(control)]
    if isinstance(field, Choice) and field.buttons:
        (chosen,) = [str(control["value"]) for control in controls if value_of(control)]
        return chosen
    (control,) = controls
    return value_of(control)


def test_the_start_values_stand_in_the_controls(exercise: Exercise) -> None:
    section = page(exercise)
    for field in exercise.fields:
        element = section.find(attrs={"data-field": field.name})
        assert isinstance(element, Tag)
        assert values_of(element, field) == field.spec(str)["default"]
        if isinstance(field, Slider):
            (control,) = controls_of(element)
            assert limits_of(control) == (field.minimum, field.maximum, field.step)
        if isinstance(field, Rows):
            for column in field.columns:
                cells = element.select(f"[data-column={column.name}]")
                assert len(cells) == len(field.rows)
                if isinstance(column, Slider):
                    wanted = (column.minimum, column.maximum, column.step)
                    assert {limits_of(cell) for cell in cells} == {wanted}


GUESTS = Rows(
    "guests",
    "Guests",
    {"ana": "Ana", "ivo": "Ivo", "eli": "Eli"},
    (Slider("nights", "Nights", 1, 9, 1, 1), ShortText("note", "Note")),
    ({"id": "ana", "nights": 2, "note": "Ж"}, {"id": "eli", "nights": 3, "note": ""}),
    blank={"nights": 1, "note": "new"},
)


def test_rows_that_may_come_are_there_hidden_and_blank() -> None:
    table = page(small(GUESTS)).find(id="sq-small-guests")
    assert isinstance(table, Tag)
    lines = {str(line["data-row"]): line for line in table.select("tr[data-row]")}
    assert list(lines) == ["ana", "ivo", "eli"]
    assert [row for row, line in lines.items() if "hidden" in line.attrs] == ["ivo"]
    assert [value_of(cell) for cell in controls_of(lines["ivo"])] == [1, "new"]


def test_buttons_that_add_and_remove_rows_are_named() -> None:
    section = page(small(GUESTS))
    removers = section.select("[data-action=remove-row]")
    assert [button["aria-label"] for button in removers] == [
        "Remove Ana", "Remove Ivo", "Remove Eli",
    ]  # fmt: skip
    for button in removers:
        assert button.find_parent("tr")["data-row"] in str(button["aria-label"]).lower()
    (add,) = section.select("[data-action=add-row]")
    assert add.get_text() == "Add a row"


def test_a_cell_carries_its_label_for_where_there_are_no_columns() -> None:
    for line in page(small(GUESTS)).select("tr[data-row]"):
        labels = [cell.get("data-label") for cell in line.find_all("td")]
        assert labels == ["Nights", "Note", None]


@pytest.mark.parametrize(
    ("columns", "blank", "expected"),
    [
        (3, False, ["sq-rows"]),
        (4, False, ["sq-rows", "sq-rows-cards"]),
        (1, True, ["sq-rows", "sq-rows-cards", "sq-rows-grow"]),
        (4, True, ["sq-rows", "sq-rows-cards", "sq-rows-grow"]),
        (5, False, ["sq-rows", "sq-rows-cards", "sq-rows-wide"]),
        (6, True, ["sq-rows", "sq-rows-cards", "sq-rows-wide", "sq-rows-grow"]),
    ],
)
def test_rows_become_cards_where_they_are_many_or_change(
    columns: int, blank: bool, expected: list[str]
) -> None:
    cells = {f"c{number}": False for number in range(columns)}
    table = Rows(
        "table",
        "Table",
        {"a": "A"},
        [YesNo(name, name) for name in cells],
        [{"id": "a", **cells}],
        blank=cells if blank else None,
    )
    assert page(small(table)).select("table")[0]["class"] == expected


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (2, ["sq-rows"]),
        (3, ["sq-rows", "sq-rows-cards", "sq-rows-wide"]),
    ],
)
def test_rows_with_words_become_cards_sooner(columns: int, expected: list[str]) -> None:
    names = [f"c{number}" for number in range(columns - 1)]
    cells = {"text": "", **dict.fromkeys(names, False)}
    table = Rows(
        "table",
        "Table",
        {"a": "A"},
        [ShortText("text", "Text"), *(YesNo(name, name) for name in names)],
        [{"id": "a", **cells}],
    )
    assert page(small(table)).select("table")[0]["class"] == expected


def test_a_choice_of_long_words_has_a_line_of_a_card_to_itself() -> None:
    options = [{"short": "short", "long": text} for text in ("twelve chars", "eleven char")]
    for words, expected in zip(options, (["sq-long"], None), strict=True):
        table = Rows(
            "table",
            "Table",
            {"a": "A"},
            [Choice("choice", "Choice", words, "short"), YesNo("yes", "Yes")],
            [{"id": "a", "choice": "short", "yes": False}],
        )
        cells = page(small(table)).select("tr[data-row] td")
        assert [cell.get("class") for cell in cells] == [expected, None]


def test_options_in_sight_are_one_group_for_the_keyboard(exercise: Exercise) -> None:
    for group in page(exercise).select(".sq-options"):
        kinds = {control["type"] for control in controls_of(group)}
        assert kinds == {"radio" if group["role"] == "radiogroup" else "checkbox"}
        # Radio buttons of one name are one stop on the way round the form.
        assert {control["name"] for control in controls_of(group)} == {group["id"]}


def test_what_needs_a_script_is_hidden_without_one(exercise: Exercise) -> None:
    section = page(exercise)
    hidden = section.select("[hidden], [hidden] *")
    buttons = section.find_all("button")
    actions = {
        "reset",
        "copy-link",
        "own-values",
        "keep-values",
        "lecture",
        "take-along",
        "save-own",
    }
    if any(field.spec(str).get("blank") for field in exercise.fields):
        actions |= {"add-row", "remove-row"}
    if any(view.kind in DRAWN_BY_STUDENTS for view in exercise.views):
        actions.add("save-picture")
    assert {button["data-action"] for button in buttons} == actions
    assert [button for button in buttons if button not in hidden] == []
    for name in (
        "notice",
        "kept",
        "idle",
        "own-file",
        "workbook-link",
        "shared",
        "link",
        "copied",
        "starting",
        "stale",
    ):
        (element,) = section.select(f"[data-{name}]")
        assert element in hidden
    assert section.select("noscript p")[0].get_text().startswith("JavaScript is off")


def test_the_payload_holds_what_the_script_needs(exercise: Exercise) -> None:
    (script,) = page(exercise).find_all("script")
    assert script["type"] == "application/json"
    payload = json.loads(script.get_text())
    assert payload["language"] == "en"
    assert payload["spec"] == json.loads(json.dumps(exercise.spec(str)))
    assert payload["source"] == compute_source(exercise)
    assert payload["data"] == exercise.tables
    assert set(payload["charts"]) == set(exercise.charts)


def test_a_chart_has_its_picture_its_data_set_and_its_summary() -> None:
    section = page(find("gap-explorer"))
    (figure,) = section.select("figure.sq-chart")
    svg = figure.find("svg")
    assert isinstance(svg, Tag)
    assert svg["aria-hidden"] == "true"
    assert figure.find("figcaption").get_text() == (
        "Bars left of zero are shortfalls. Gap 5 stands at −1.4 points."
    )
    payload = json.loads(section.find("script").get_text())
    names = [data["name"] for data in payload["charts"]["gap_chart"]["data"]]
    assert "rows" in names


def test_no_text_can_break_out_of_its_place() -> None:
    html = exercise_html(hostile())
    section = page(hostile())
    assert html.count("<script") == 1
    assert html.count("</script") == 1
    assert section.find("img") is None
    assert section.find_next_sibling() is None
    assert "<!--" not in html
    payload = json.loads(section.find("script").get_text())
    assert payload["spec"]["title"] == HOSTILE
    assert payload["spec"]["fields"][1]["default"] == HOSTILE


def test_markup_in_texts_is_shown_as_text() -> None:
    section = page(hostile())
    fixed = set(INTERFACE.values()) | {"Rating"}
    for chosen, count in {
        "h3": 1,
        ".sq-question": 1,
        ".sq-group-text": 2,
        ".sq-tasks details p": 1,
        "legend": 4,
        "label": 15,
        ".sq-label": 2,
        "option": 9,
        ".sq-help": 8,
        "caption": 1,
        "th": 3,
        ".sq-card-title": 2,
        ".sq-card li": 1,
        "svg text": 1,
        ".sq-misconceptions strong": 1,
    }.items():
        texts = [element.get_text() for element in section.select(chosen)]
        own = [text for text in texts if text not in fixed]
        assert (chosen, len(texts)) == (chosen, count)
        assert (chosen, set(own)) == (chosen, {HOSTILE})
    (sentence,) = section.select('[data-output="said"]')
    assert sentence.get_text() == f"{HOSTILE} {HOSTILE}"
    texts = section.select('[data-field] input[type="text"]')
    assert [text["value"] for text in texts] == [HOSTILE, HOSTILE]


def test_every_kind_of_field_has_a_form_control() -> None:
    assert set(CONTROLS) == set(DRAW)


def test_an_exercise_that_fails_is_not_shown() -> None:
    exercise = small(views=(Sentence("said", "absent", {"low": "Low."}),))
    with pytest.raises(DeclarationError, match="compute returned nothing named 'absent'"):
        exercise_html(exercise)
