"""The five-gap model as a drawing: what is lit, which card is shown, and what both say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from servicequality.charts.gap_model import BOXES, DESCRIPTION, gap_model
from servicequality.content import load
from servicequality.exercises import find
from servicequality.page.html import to_text

EXERCISE = find("gap-model")
GAPS = load("gaps")
IDS = [gap["id"] for gap in GAPS]


def views_for(gap: str) -> dict[str, Any]:
    """The nodes of all views for the gap that is chosen."""
    views: dict[str, Any] = EXERCISE.start(str, {"gap": gap})["views"]
    return views


def elements(node: Any) -> Iterator[Any]:
    """A node and all elements inside it."""
    if isinstance(node, list):
        yield node
        for child in node[2:]:
            yield from elements(child)


def lit(gap: str) -> list[str]:
    """The text of each part that is lit."""
    (figure,) = views_for(gap)["drawing"]
    return [
        to_text([part], "en")
        for part in elements(figure)
        if "sq-lit" in part[1].get("class", "").split()
    ]


def test_every_gap_can_be_chosen_and_all_of_them() -> None:
    (field,) = EXERCISE.fields
    assert list(field.options) == [*IDS, "all"]
    assert field.buttons
    assert EXERCISE.revealed == {field.name: "all"}


@pytest.mark.parametrize("gap", GAPS, ids=IDS)
def test_a_gap_lights_itself_and_the_two_things_it_compares(gap: dict[str, Any]) -> None:
    letters = set(gap["formula"].replace(" ", "").split("−"))
    label, *boxes = sorted(lit(gap["id"]), key=lambda text: not text.startswith("Gap "))
    assert label == f"Gap {gap['number']}"
    # A box ends in its letter.
    assert {text[-1] for text in boxes} == letters
    assert len(boxes) == 2


def test_all_gaps_light_none_in_particular() -> None:
    assert lit("all") == []


@pytest.mark.parametrize("gap", GAPS, ids=IDS)
def test_the_caption_names_what_a_gap_compares(gap: dict[str, Any]) -> None:
    caption = to_text(views_for(gap["id"])["drawing"], "en")
    assert caption.endswith(
        f"Gap {gap['number']} compares {gap['compared'][0]} and {gap['compared'][1]}."
    )


@pytest.mark.parametrize("gap", GAPS, ids=IDS)
def test_the_card_holds_all_that_is_known_about_a_gap(gap: dict[str, Any]) -> None:
    (card,) = views_for(gap["id"])["gap_cards"]
    text = to_text([card], "en")
    for part in ("name", "formula", "definition", "case", "warning", "source_status"):
        assert gap[part].strip() in text
    for part in (*gap["causes"], *gap["remedies"]):
        assert part in text


def test_all_cards_are_shown_to_readers_without_a_script() -> None:
    cards = views_for("all")["gap_cards"]
    assert [card[1]["data-card"] for card in cards] == IDS


@pytest.mark.parametrize("gap", [*IDS, "all"])
def test_a_screen_reader_is_told_what_is_shown(gap: str) -> None:
    told = to_text(views_for(gap)["shown"], "en")
    assert told.startswith("Shown: ")
    assert (f"Gap {gap[1:]}" in told) is (gap != "all")


@pytest.mark.parametrize("gap", GAPS, ids=IDS)
def test_line_label_and_card_of_a_gap_share_its_colour(gap: dict[str, Any]) -> None:
    colour = f"sq-gap-{gap['number']}"
    (card,) = views_for(gap["id"])["gap_cards"]
    assert card[1]["class"].split() == ["sq-card", colour]
    (part,) = [part for part in elements(gap_model(str)) if colour in part[1].get("class", "")]
    assert part[1]["data-part"] == gap["id"]
    assert to_text([part], "en") == f"Gap {gap['number']}"
    assert [child[0] for child in part[2:]] == ["path", "rect", "text"]


def test_a_tap_on_a_gap_chooses_it() -> None:
    drawing = gap_model(str)
    picks = {
        part[1]["data-pick"]: part[1]["data-part"]
        for part in elements(drawing)
        if "data-pick" in part[1]
    }
    assert picks == {f"gap={gap}": gap for gap in IDS}


def test_the_drawing_and_its_description_say_the_same() -> None:
    tag, attributes, *_ = gap_model(str)
    assert (tag, attributes["role"], attributes["aria-label"]) == ("svg", "img", DESCRIPTION)
    for letter, *_ in BOXES:
        assert f"({letter})" in DESCRIPTION
    for gap in GAPS:
        assert f"Gap {gap['number']}" in DESCRIPTION
        belongs = {box[0] for box in BOXES if gap["id"] in box[-1].split()}
        assert belongs == set(gap["formula"].replace(" ", "").split("−"))


def test_every_text_of_the_drawing_is_translated() -> None:
    text = to_text([gap_model(str.upper)], "en")
    assert text == text.upper()
    assert gap_model(str.upper)[1]["aria-label"] == DESCRIPTION.upper()


def test_nothing_of_the_drawing_lies_outside_its_frame() -> None:
    drawing = gap_model(str)
    _, _, width, height = map(float, drawing[1]["viewBox"].split())
    for part in elements(drawing):
        if part[0] == "rect":
            box = part[1]
            assert box["x"] >= 0
            assert box["y"] >= 0
            assert box["x"] + box["width"] <= width
            assert box["y"] + box["height"] <= height
