"""Views: what is seen for a result, and what is said about a result that cannot be seen."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any
from unittest.mock import ANY

import pytest

from servicequality.charts.gap_bars import gap_bars
from servicequality.core.views import VIEWS, WrongShape, fill, show
from servicequality.declare import (
    Blueprint,
    Card,
    Cards,
    Chart,
    Checklist,
    Column,
    Diagram,
    Figure,
    Number,
    Sentence,
    Table,
    Value,
)
from servicequality.declare.teaching import ModelAnswer
from servicequality.declare.views import View
from servicequality.page.html import to_text
from tests.fixtures.both_pythons import honest

FIGURE = Figure("score", "n", "Score", Number(decimals=1, signed=True), "points", "A note.")
SENTENCE = Sentence(
    "verdict",
    "id",
    {"low": "{who}: {n} of {band}. {unknown}", "high": "High."},
    {
        "who": Value("who"),
        "n": Value("n", Number(decimals=2)),
        "band": Value("band", words={"b1": "band one"}),
    },
)
TABLE = Table(
    "rows",
    "rows",
    "A caption",
    (
        Column("gap", "Gap", words={"G1": "Gap 1"}),
        Column("points", "Points", style=Number(decimals=1)),
        Column("note", "Note"),
    ),
)
CHART = Chart(
    "bars",
    "rows",
    "A title",
    gap_bars,
    "Stands at {n}.",
    values={"n": Value("n", Number(decimals=1))},
    words={"gap": {"G1": "Gap 1", "G2": "Gap 2"}},
)
CHECKLIST = Checklist(
    "checked",
    "checked",
    "Checked",
    {"a": "item a", "b": "item b"},
    {"right": "Right", "wrong": "Wrong"},
    {"why": "Because."},
)
CARDS = Cards(
    "cards",
    "ids",
    {
        "G1": Card("One", ("First.", "Second."), {"Causes": ("x", "y")}, {"Take care": "Note."}),
        "G2": Card("Two"),
    },
)


def drawing(translate: Any) -> Any:
    """A part of two ids, a part of one, and a number and a text that belong to none."""
    number = {"number": 1, "decimals": 0, "signed": False}
    return [
        "svg",
        {"role": "img"},
        ["g", {"data-part": "G1 G2"}, ["text", {}, translate("both")]],
        ["path", {"class": "line", "data-part": "G1"}],
        ["text", {"data-part": "G11"}, "eleven", number],
    ]


DIAGRAM = Diagram("drawing", "lit", drawing, {"G1": "One.", "G2": "Two.", "all": "All."})
BLUEPRINT = Blueprint(
    "way",
    "way",
    {"evidence": "Things", "guest": "Guests", "front": "Desk"},
    {"guest": "Line of interaction"},
    {
        "label": "A way",
        "mark_fail": "F",
        "mark_wait": "W",
        "fail": "F: may fail",
        "wait": "W: waits",
    },
    "From left to right.",
)
MODEL = ModelAnswer("model", "state", ("One.", "Two."))
ALL = [FIGURE, SENTENCE, TABLE, CHART, CHECKLIST, CARDS, DIAGRAM, BLUEPRINT, MODEL]
ROW = {"gap": "G1", "points": -0.55, "note": "<b>"}
WAY = [
    {"label": "<Sign>", "lane": "evidence", "fail": False, "wait": False},
    {"label": "Asks", "lane": "guest", "fail": False, "wait": True},
    {"label": "Answers", "lane": "front", "fail": True, "wait": True},
]
RESULT = {
    "n": 1.25,
    "id": "low",
    "who": "Ana",
    "band": "b1",
    "rows": [ROW],
    "checked": [{"item": "a", "state": "right", "note": None}],
    "ids": ["G2", "G1"],
    "lit": "G1",
    "way": WAY,
    "state": "open",
}


def shown(view: View, **changes: Any) -> list[Any]:
    """The nodes of a view for a result with some entries changed."""
    return show(view.spec(str), {**RESULT, **changes})


def fault(view: View, result: Any) -> str:
    """What is said about a result that a view cannot show."""
    with pytest.raises(WrongShape) as caught:
        show(view.spec(str), result)
    return str(caught.value)


def test_every_kind_of_view_has_its_function() -> None:
    assert set(VIEWS) == {view.kind for view in View.__subclasses__()}
    assert {view.kind for view in ALL} == set(VIEWS)


def test_the_honest_probe_uses_every_kind_of_view() -> None:
    assert {view.kind for view in honest.EXERCISE.all_views} == set(VIEWS)


def test_a_figure_shows_label_number_unit_and_note() -> None:
    assert shown(FIGURE) == [
        ["div", {"class": "sq-figure-label"}, "Score"],
        [
            "div",
            {"class": "sq-figure-value"},
            {"number": 1.25, "decimals": 1, "signed": True},
            ["span", {"class": "sq-unit"}, " points"],
        ],
        ["p", {"class": "sq-note"}, "A note."],
    ]


def test_a_figure_without_a_note_shows_none() -> None:
    assert len(shown(Figure("score", "n", "Score", Number()))) == 2


def test_a_figure_without_a_value_yet_shows_a_dash() -> None:
    label, value, note = shown(FIGURE, n=None)
    assert value == ["div", {"class": "sq-figure-value sq-figure-none"}, "–"]
    assert (label[2], note[2]) == ("Score", "A note.")


def test_a_sentence_is_filled_with_texts_numbers_and_words() -> None:
    text = to_text(shown(SENTENCE), "en")
    assert text == "Ana: 1.25 of band one. {unknown}"


def test_a_sentence_shows_the_one_that_was_picked() -> None:
    assert to_text(shown(SENTENCE, id="high"), "en") == "High."


def test_an_empty_sentence_shows_nothing() -> None:
    silent = Sentence("said", "id", {"low": "", "high": "High."})
    assert shown(silent) == []
    assert to_text(shown(silent, id="high"), "en") == "High."


def test_a_sentence_needs_only_what_it_names() -> None:
    assert show(SENTENCE.spec(str), {"id": "high"}) == [["p", {"class": "sq-sentence"}, "High."]]


def test_a_spoken_sentence_says_so_in_its_specification() -> None:
    spoken = Sentence("said", "id", {"low": "Low."}, spoken=True)
    assert (spoken.spec(str)["spoken"], SENTENCE.spec(str)["spoken"]) == (True, False)
    assert shown(spoken) == [["p", {"class": "sq-sentence"}, "Low."]]


def test_what_a_student_wrote_stays_text() -> None:
    markup = "<img src=x onerror=alert(1)> {n} {who}"
    (paragraph,) = shown(SENTENCE, who=markup)
    assert markup in paragraph[2:]
    assert all(isinstance(node, (str, dict)) for node in paragraph[2:])


def test_a_table_has_headers_for_columns_and_rows() -> None:
    ((tag, _, caption, head, body),) = shown(TABLE)
    assert (tag, caption) == ("table", ["caption", {}, "A caption"])
    assert [(cell[0], cell[1]["scope"], cell[2]) for cell in head[2][2:]] == [
        ("th", "col", "Gap"),
        ("th", "col", "Points"),
        ("th", "col", "Note"),
    ]
    assert body[2] == [
        "tr",
        {},
        ["th", {"scope": "row"}, "Gap 1"],
        ["td", {"class": "sq-number"}, {"number": -0.55, "decimals": 1, "signed": False}],
        ["td", {}, "<b>"],
    ]


@pytest.mark.parametrize("empty", ["", "Wait."])
def test_a_table_of_no_rows_says_so(empty: str) -> None:
    view = replace(TABLE, empty=empty)
    assert shown(view, rows=[]) == [["p", {"class": "sq-empty"}, empty]]
    assert to_text(shown(TABLE, rows=[]), "en") == "There is nothing to show yet."


def test_a_chart_shows_title_rows_and_summary() -> None:
    ((tag, _, title, place, caption),) = shown(CHART, rows=[{"gap": "G2", "score": 2}])
    assert tag == "figure"
    assert title[2:] == ["A title"]
    # The id stays beside its words: a colour goes by it in every language.
    assert place == {"chart": "bars", "rows": [{"gap": "Gap 2", "gap_id": "G2", "score": 2}]}
    assert to_text([caption], "en") == "Stands at 1.2."


def test_a_chart_of_no_rows_keeps_its_place_and_says_so() -> None:
    spec = replace(CHART, empty="Wait.").spec(str)
    # No summary, so nothing that only the summary needs.
    ((tag, _, title, place, caption),) = show(spec, {"rows": []})
    assert (tag, title[2:]) == ("figure", ["A title"])
    assert place == {"chart": "bars", "rows": []}
    assert caption == ["figcaption", {}, "Wait."]


def test_a_checklist_shows_state_item_and_note() -> None:
    rows = [
        {"item": "b", "state": "wrong", "note": "why"},
        {"item": "a", "state": "right", "note": None},
    ]
    title, lines = shown(CHECKLIST, checked=rows)
    assert title == ["p", {"class": "sq-list-title"}, "Checked"]
    assert lines == [
        "ul",
        {"class": "sq-checklist"},
        [
            "li",
            {"data-state": "wrong"},
            ["strong", {}, "Wrong:"],
            " item b",
            ["span", {"class": "sq-note"}, " Because."],
        ],
        ["li", {"data-state": "right"}, ["strong", {}, "Right:"], " item a"],
    ]


def test_a_checklist_without_a_title_is_only_a_list() -> None:
    (lines,) = shown(replace(CHECKLIST, title=""))
    assert lines[0] == "ul"


def test_a_checklist_of_nothing_says_so_or_nothing() -> None:
    assert shown(replace(CHECKLIST, empty="Wait."), checked=[]) == [
        ["p", {"class": "sq-empty"}, "Wait."]
    ]
    assert shown(replace(CHECKLIST, empty=""), checked=[]) == []


def test_cards_are_shown_in_the_order_asked_for() -> None:
    two, one = shown(CARDS)
    assert two == ["div", {"class": "sq-card", "data-card": "G2"}, ["h4", ANY, "Two"]]
    assert one[1]["data-card"] == "G1"
    assert one[2:] == [
        ["h4", {"class": "sq-card-title"}, "One"],
        ["p", {}, "First."],
        ["p", {}, "Second."],
        ["p", {"class": "sq-list-title"}, "Causes"],
        ["ul", {}, ["li", {}, "x"], ["li", {}, "y"]],
        ["p", {"class": "sq-card-note"}, ["strong", {}, "Take care:"], " Note."],
    ]
    assert shown(CARDS, ids=[]) == []


def test_a_card_wears_the_colour_of_what_it_is_about() -> None:
    view = Cards("cards", "ids", {"G1": Card("One", tone="gap-1")})
    ((_, attributes, _),) = shown(view, ids=["G1"])
    assert attributes["class"] == "sq-card sq-gap-1"


def test_a_card_takes_only_colours_that_there_are() -> None:
    with pytest.raises(ValueError, match=r"card 'One': its tone must be one of gap-1, .*'gap-6'"):
        Card("One", tone="gap-6")


@pytest.mark.parametrize(
    ("lit", "classes"),
    [
        ("G1", [" sq-lit", "line sq-lit", None]),
        ("G2", [" sq-lit", "line", None]),
        ("all", [None, "line", None]),
    ],
)
def test_a_diagram_lights_the_parts_of_an_id_and_says_which(
    lit: str, classes: list[str | None]
) -> None:
    ((tag, _, svg, caption),) = shown(DIAGRAM, lit=lit)
    assert (tag, svg[0]) == ("figure", "svg")
    assert [part[1].get("class") for part in svg[2:]] == classes
    assert caption == ["figcaption", {}, DIAGRAM.captions[lit]]
    assert to_text([svg], "en") == "botheleven1"


def test_a_diagram_keeps_its_own_drawing_unlit() -> None:
    spec = DIAGRAM.spec(str)
    show(spec, RESULT)
    assert spec == DIAGRAM.spec(str)


def test_a_drawing_is_drawn_in_the_language_asked_for() -> None:
    assert DIAGRAM.spec(str.upper)["drawing"][2][2] == ["text", {}, "BOTH"]


def test_a_blueprint_numbers_its_steps_and_draws_the_way_through_those_that_are_steps() -> None:
    ((tag, _, svg, caption),) = shown(BLUEPRINT)
    assert (tag, svg[0], svg[1]["aria-label"]) == ("figure", "svg", "A way")
    assert caption == ["figcaption", {}, "From left to right."]
    words = to_text([svg], "en")
    for part in ("Things", "Guests", "Desk", "Line of interaction", "<Sign>", "F: may fail"):
        assert part in words
    (way,) = [part for part in svg[2:] if part[1].get("class") == "sq-way"]
    assert way[1]["d"] == "M222 83L346 139"
    steps = [part for part in svg[2:] if part[0] == "g"]
    assert [step[2][0] for step in steps] == ["rect", "circle", "circle"]
    assert [to_text([step], "en") for step in steps] == ["1", "2W", "3F W"]
    assert ["sq-fail" in step[1]["class"] for step in steps] == [False, False, True]


def test_a_blueprint_of_one_step_or_none() -> None:
    ((_, _, svg, _),) = shown(BLUEPRINT, way=WAY[:1])
    assert not [part for part in svg[2:] if part[1].get("class") == "sq-way"]
    assert to_text(shown(BLUEPRINT, way=[]), "en") == "There is nothing to show yet."
    unknown = [{"label": "", "lane": "roof", "fail": False, "wait": False}]
    assert "no text for the id 'roof'" in fault(BLUEPRINT, {"way": unknown})


def test_a_model_answer_waits_with_a_count_and_opens() -> None:
    counts = {"teaching_words": 30, "teaching_written": 4}
    waiting = show(MODEL.spec(str), {"state": "waiting", **counts})
    assert "it has 4 of 30 words." in to_text(waiting, "en")
    ready = show(MODEL.spec(str), {"state": "ready", "teaching_written": 31})
    assert to_text(ready, "en").startswith("Your answer has 31 words.")
    ((tag, attributes, title, *paragraphs),) = shown(MODEL)
    assert (tag, attributes["class"]) == ("div", "sq-card sq-model-answer")
    assert title[2] == "Model answer"
    assert paragraphs == [["p", {}, "One."], ["p", {}, "Two."]]


@pytest.mark.parametrize(
    ("view", "changes", "said"),
    [
        (FIGURE, {"n": "1.25"}, "a number was expected, not '1.25'"),
        (FIGURE, {"n": True}, "a number was expected, not True"),
        (FIGURE, {"n": [1.25]}, "a number was expected, not [1.25]"),
        (FIGURE, {"n": math.nan}, "a finite number was expected, not nan"),
        (FIGURE, {"n": math.inf}, "a finite number was expected, not inf"),
        (SENTENCE, {"id": "middle"}, "there is no text for the id 'middle'"),
        (SENTENCE, {"id": 1}, "there is no text for the id 1"),
        (SENTENCE, {"id": ["low"]}, "there is no text for the id ['low']"),
        (SENTENCE, {"band": "b2"}, "there is no text for the id 'b2'"),
        (SENTENCE, {"n": [1]}, "a number was expected, not [1]"),
        (SENTENCE, {"n": -math.inf}, "a finite number was expected, not -inf"),
        (TABLE, {"rows": "G1"}, "'rows' must be a list, not 'G1'"),
        (TABLE, {"rows": {}}, "'rows' must be a list, not {}"),
        (TABLE, {"rows": [["G1", 1]]}, "each row must be a dict, not ['G1', 1]"),
        (TABLE, {"rows": [{"gap": "G1"}]}, "compute returned nothing named 'points'"),
        (TABLE, {"rows": [{**ROW, "gap": "G9"}]}, "there is no text for the id 'G9'"),
        (TABLE, {"rows": [{**ROW, "points": "x"}]}, "a number was expected, not 'x'"),
        (TABLE, {"rows": [{**ROW, "points": math.nan}]}, "a finite number was expected, not nan"),
        (TABLE, {"rows": [{**ROW, "note": 5}]}, "a text was expected, not 5"),
        (
            TABLE,
            {"rows": [{**ROW, "note": ["script", {}, "x"]}]},
            "a text was expected, not ['script', {}, 'x']",
        ),
        (TABLE, {"rows": [{**ROW, "note": {"html": "x"}}]}, "a text was expected, not {'html'"),
        (CHART, {"rows": None}, "'rows' must be a list, not None"),
        (CHART, {"rows": [{"score": math.inf}]}, "a finite number was expected, not inf"),
        (CHART, {"rows": [{"score": None}]}, "a number was expected, not None"),
        (CHART, {"rows": [{"gap": "G3", "score": 1}]}, "there is no text for the id 'G3'"),
        (CHART, {"rows": [3]}, "each row must be a dict, not 3"),
        (CHECKLIST, {"checked": None}, "'checked' must be a list, not None"),
        (CHECKLIST, {"checked": ["a"]}, "each row must be a dict, not 'a'"),
        (CHECKLIST, {"checked": [{}]}, "compute returned nothing named 'item'"),
        (
            CHECKLIST,
            {"checked": [{"item": "a", "state": "right"}]},
            "compute returned nothing named 'note'",
        ),
        (
            CHECKLIST,
            {"checked": [{"item": "c", "state": "right", "note": None}]},
            "there is no text for the id 'c'",
        ),
        (
            CHECKLIST,
            {"checked": [{"item": "a", "state": "maybe", "note": None}]},
            "there is no text for the id 'maybe'",
        ),
        (
            CHECKLIST,
            {"checked": [{"item": "a", "state": "right", "note": "other"}]},
            "there is no text for the id 'other'",
        ),
        (CARDS, {"ids": "G1"}, "'ids' must be a list, not 'G1'"),
        (CARDS, {"ids": ["G3"]}, "there is no card for the id 'G3'"),
        (CARDS, {"ids": [["G1"]]}, "there is no card for the id ['G1']"),
        (DIAGRAM, {"lit": "G3"}, "there is no text for the id 'G3'"),
        (DIAGRAM, {"lit": ["G1"]}, "there is no text for the id ['G1']"),
        (MODEL, {"state": "waiting"}, "compute returned nothing named 'teaching_words'"),
        (MODEL, {"state": "later"}, "there is no text for the id 'later'"),
    ],
)
def test_a_result_of_the_wrong_shape_is_refused(
    view: View, changes: dict[str, Any], said: str
) -> None:
    found = fault(view, {**RESULT, **changes})
    assert found.startswith(f"view '{view.name}': ")
    assert said in found


@pytest.mark.parametrize("view", ALL, ids=lambda view: view.kind)
def test_a_missing_entry_is_named(view: View) -> None:
    said = f"view '{view.name}': compute returned nothing named '{view.key}'"
    assert fault(view, {"other": 1}) == said


@pytest.mark.parametrize("result", [None, [], "text", 5])
def test_a_result_that_is_no_dict_is_refused(result: Any) -> None:
    assert "a dict was expected, not " + type(result).__name__ in fault(FIGURE, result)


@pytest.mark.parametrize(
    ("template", "nodes"),
    [
        ("", []),
        ("plain", ["plain"]),
        ("{a}", ["1"]),
        ("{a}{b}", ["1", "{a}"]),
        ("x {a} y {b} z", ["x ", "1", " y ", "{a}", " z"]),
        ("{c} {a}", ["{c}", " ", "1"]),
        ("{a", ["{a"]),
        ("a}", ["a}"]),
        ("} {a}", ["} ", "1"]),
        ("{} {a}", ["{}", " ", "1"]),
    ],
)
def test_a_template_is_filled_once(template: str, nodes: list[str]) -> None:
    assert fill(template, {"a": "1", "b": "{a}"}) == nodes
