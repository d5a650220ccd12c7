"""Every chapter has what a chapter has; a poor one is told all that it lacks."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import nbformat
import pytest

from servicequality.book.chapters import (
    Chapter,
    all_chapters,
    boxes_of,
    explores,
    main,
    prose,
    read_chapter,
    words_of,
)
from servicequality.content import load
from servicequality.exercises import find
from servicequality.figures import all_figures
from servicequality.i18n.numbers import format_number

CHAPTERS = pytest.mark.parametrize("path", all_chapters(), ids=lambda path: path.stem)


@CHAPTERS
def test_a_chapter_has_what_a_chapter_has(path: Path) -> None:
    assert read_chapter(path).faults() == []


@CHAPTERS
def test_its_parts_stand_in_the_order_of_a_lesson(path: Path) -> None:
    text = "\n".join(cell.source for cell in nbformat.read(path, as_version=4).cells)
    marks = [":class: objectives", "self_check(", ":class: summary", "## Further reading"]
    places = [text.index(mark) for mark in marks]
    assert places == sorted(places)


def test_the_table_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1 + len(all_chapters())
    assert re.match(r"03-five-gap-model +2\d\d\d +5 +2 +2 +1 +1 +6 ", lines[1 + index_of("03")])


def index_of(number: str) -> int:
    """The place of a chapter among all."""
    return [path.stem[:2] for path in all_chapters()].index(number)


def chapter(folder: Path, *cells: tuple[str, str]) -> Chapter:
    """A chapter made of cells, each its type (`markdown` or `code`) and its source."""
    notebook: Any = nbformat.v4.new_notebook()
    notebook.cells = [getattr(nbformat.v4, f"new_{kind}_cell")(text) for kind, text in cells]
    path = folder / "09-poor.ipynb"
    nbformat.write(notebook, path)
    return read_chapter(path)


POOR = """# A poor chapter

:::{admonition} After this chapter you can
:class: objectives
- understand quality;
:::

A short text, after {cite:t}`lee2016`.
"""
READING = "## Further reading\n\n- {cite:t}`lee2016`: good.\n"


def test_a_poor_chapter_is_told_all_it_lacks(tmp_path: Path) -> None:
    poor = chapter(tmp_path, ("markdown", POOR), ("markdown", READING))
    assert poor.faults() == [
        "words of prose: 7; 1500 to 3000 are wanted.",
        "objectives: 1; at least 4 wanted.",
        "live explorers: 0; at least 2 wanted.",
        "figures: 0; at least 2 wanted.",
        "cases to judge: 0; at least 1 wanted.",
        "debates: 0; at least 1 wanted.",
        "questions in self-checks: 0; at least 6 wanted.",
        "works cited: 1; at least 3 wanted.",
        "entries of further reading: 1; at least 3 wanted.",
        "summary boxes: 0; at least 1 wanted.",
        "case boxes: 0; at least 1 wanted.",
        "The first thing to try comes after 100% of the words.",
        "“understand quality;” cannot be tested.",
        "“{cite:t}`lee2016`: good.” does not say why to read it.",
    ]


def test_what_is_tried_late_is_told(tmp_path: Path) -> None:
    long = ("markdown", "word " * 50)
    shown = ("code", 'exercise("gap-explorer")')
    assert chapter(tmp_path, long, shown, long).first_try == 0.5
    assert chapter(tmp_path, shown, long).first_try == 0.0
    # A question on what one has not read yet is nothing to try.
    assert chapter(tmp_path, ("code", 'self_check("five-gap-model")'), long).first_try == 1.0


def test_what_counts_as_a_live_explorer() -> None:
    live = ("gap-explorer", "quiet-nights", "gap-model")
    assert all(explores(find(exercise)) for exercise in live)
    still = ("diagnose-gaps", "debate-small-gap", "house-style-case")
    assert not any(explores(find(exercise)) for exercise in still)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Guests wait twelve minutes.", 4),
        ("A {term}`five-gap model of service quality` here, {cite:p}`lee2016,buttle1996`.", 7),
        ("{teaches}`These words <X19>` count.", 3),
        ("[Hotel Yasen](../book/hotel-yasen.md) and $P - E$.", 3),
        ("**Gap 1** is −0.3, or 12.5%", 6),
    ],
)
def test_words_are_those_that_are_read(text: str, count: int) -> None:
    assert len(words_of(text)) == count


def test_headings_tables_formulae_and_marks_are_no_prose() -> None:
    text = "# Head\n\nOne.\n\n| a | b |\n\n$$\nx + y\n$$\n\n:::{note}\n:class: case\nTwo.\n:::"
    assert [line for line in prose(text) if line] == ["One.", "Two."]


def test_boxes_are_found_by_their_class() -> None:
    text = ":::{admonition} Title\n:class: case\nOne.\n:::\n\n:::{teaches} G1\nTwo.\n:::"
    assert boxes_of(text) == {"case": [["One."]]}


def test_the_debate_of_chapter_three_quotes_the_figure() -> None:
    (picture,) = (figure for figure in all_figures() if figure.id == "ten-gaps")
    gaps = {row["service"]: row["gap"] for row in picture.rows}
    said = str(find("debate-small-gap").spec(str)["views"])
    assert format_number(gaps["quiet_night"], 1, True, "en") == "−2.2"
    assert "−2.2" in said
    assert format_number(gaps["lobby_design"], 1, False, "en") == "1.2"
    assert "surplus of 1.2" in said
    assert gaps["quiet_night"] == min(gaps.values())
    assert next(iter(gaps)) == "quiet_night"
    assert list(gaps)[-1] == "lobby_design"
    assert abs(gaps["clear_bill"]) < 0.1


def test_chapter_three_tells_the_audit_of_the_check_in_as_it_was() -> None:
    """On four Fridays 2 or 3, on four other days 6: 4.4 on average."""
    fridays, others = [], []
    for row in load("hotel/audit"):
        if row["attribute_id"] == "check_in_speed":
            friday = date.fromisoformat(row["date"]).weekday() == 4
            (fridays if friday else others).append(int(row["delivered_level"]))
    assert (len(fridays), set(fridays), others) == (4, {2, 3}, [6] * 4)
    assert format_number(sum(fridays + others) / 8, 1, False, "en") == "4.4"
    (path,) = (path for path in all_chapters() if path.stem.startswith("03"))
    text = path.read_text(encoding="utf-8")
    assert "On four Fridays the auditor gave 2 or 3, and on four other days 6." in text


def test_the_question_on_the_lobby_quotes_the_table_of_chapter_three() -> None:
    (picture,) = (figure for figure in all_figures() if figure.id == "ten-gaps")
    (lobby,) = (row for row in picture.rows if row["service"] == "lobby_design")
    items = load("questions/five-gap-model")["items"]
    (asked,) = (item["question"] for item in items if item["id"] == "surplus-in-the-lobby")
    for key in ("expected", "perceived", "importance"):
        assert format_number(lobby[key], 1, False, "en") in asked
