"""The marking page as widgets, without a browser: what it shows and what its controls do."""

from __future__ import annotations

import base64
import csv
import io
import random
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import ipywidgets
import pytest
from bs4 import BeautifulSoup, Tag

from servicequality.marking import marking
from servicequality.marking.marks import Marks
from servicequality.marking.page import AT_ONCE, MarkingPage
from servicequality.marking.words import MARKING
from tests.handed_in import SPECS, broken_files, good_files, handed_in, record, workbook_of, written

AUDIT = "promise-audit"
HOSTILE = '<img src=x onerror="alert(1)">\n\n{alias} & “quotes”'


@pytest.fixture
def page() -> MarkingPage:
    """The page with thirty files, question 6 chosen."""
    page = marking()
    upload(page.upload, handed_in())
    page.question.value = AUDIT
    return page


def upload(control: ipywidgets.FileUpload, files: dict[str, bytes]) -> None:
    """Picks files, as a browser hands them over."""
    shared = {"type": "", "last_modified": datetime(2026, 11, 24, tzinfo=UTC)}
    control.value = tuple(
        {"name": name, "size": len(content), "content": memoryview(content), **shared}
        for name, content in files.items()
    )


def shown(page: MarkingPage, place: str) -> BeautifulSoup:
    """What stands in a place of the page."""
    return BeautifulSoup(page.places[place].value, "html.parser")


def text(part: Tag) -> str:
    """The text of a part, its white space closed up."""
    return " ".join(part.get_text(" ").split())


def saved(page: MarkingPage, name: str) -> list[dict[str, str]]:
    """The rows of a file that a link of the page saves."""
    link = shown(page, "save").find("a", download=re.compile(rf"{name}-\d{{4}}-\d\d-\d\d\.csv"))
    assert isinstance(link, Tag)
    kind, _, content = str(link["href"]).partition(",")
    assert kind == "data:text/csv;charset=utf-8;base64"
    decoded = base64.b64decode(content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(decoded, newline="")))


def hostile_page() -> MarkingPage:
    """The page with one workbook in which every text is markup."""
    one = record(AUDIT, random.Random(1))
    for field in SPECS[AUDIT]["fields"]:
        if field["kind"] in ("short_text", "long_text"):
            one["values"][field["name"]] = HOSTILE
    workbook = workbook_of("<b>Heron</b>", random.Random(1)) | {"exercises": [one]}
    page = marking()
    upload(page.upload, {"<i>.json": written(workbook), "<s>.json": b"{"})
    page.question.value = AUDIT
    return page


def everything(widget: ipywidgets.Widget) -> list[ipywidgets.Widget]:
    """A widget and all inside it."""
    inner = [part for child in getattr(widget, "children", ()) for part in everything(child)]
    return [widget, *inner]


def test_thirty_files_give_twenty_six_rows_and_four_messages(page: MarkingPage) -> None:
    rows = shown(page, "students").select("tbody tr")
    assert len(rows) == len(page.students()) == 26
    broken = shown(page, "broken").select("li")
    assert [item.strong.get_text() for item in broken] == sorted(broken_files())
    assert all("Ask the student" in text(item) or "Install" in text(item) for item in broken)
    said = "Workbooks open: 26. Files that could not be used: 4."
    assert text(shown(page, "status")) == said


def test_it_says_where_files_and_marks_are(page: MarkingPage) -> None:
    texts = [part.value for part in everything(page.widget) if isinstance(part, ipywidgets.HTML)]
    assert any("The files stay on this machine" in value for value in texts)
    assert any("Marks are lost" in value for value in texts)


def test_a_folder_is_open_from_the_start(tmp_path: Path) -> None:
    for name, content in good_files(3).items():
        (tmp_path / name).write_bytes(content)
    assert len(marking(tmp_path).handed.workbooks) == 3
    with pytest.raises(NotADirectoryError):
        marking(tmp_path / "nowhere")


def test_without_files_there_is_nothing_to_read_and_nothing_to_save() -> None:
    page = marking()
    assert page.reading.layout.display == "none"
    assert text(shown(page, "students")) == MARKING["none_open"]
    assert text(shown(page, "save")) == MARKING["no_marks"]
    upload(page.upload, good_files(1))
    assert page.reading.layout.display is None


def test_the_same_files_again_are_noticed(page: MarkingPage) -> None:
    upload(page.upload, handed_in())
    assert len(page.handed.workbooks) == 26
    assert len(shown(page, "notes").select("li")) == 26
    assert len(shown(page, "broken").select("li")) == 4


def test_every_control_has_a_label_and_no_tooltip_says_null(page: MarkingPage) -> None:
    controls = [
        part
        for part in everything(page.widget)
        if isinstance(part, (ipywidgets.Dropdown, ipywidgets.Text, ipywidgets.FileUpload))
        and "none" not in (part.layout.display or "")
    ]
    assert len(controls) > 40
    for control in controls:
        hidden = any(line.layout.display == "none" and control in line.children
                     for card in page.cards for line in card.lines)  # fmt: skip
        assert hidden or (control.description and control.tooltip)


def test_cards_show_answers_as_they_were_written() -> None:
    page = hostile_page()
    (card,) = page.cards
    answer = BeautifulSoup(card.text.value, "html.parser")
    assert answer.select_one(".sq-mark-answer").get_text() == HOSTILE
    assert "6 words" in text(answer)
    inputs = BeautifulSoup(card.inputs.value, "html.parser")
    assert HOSTILE in [part.get_text() for part in inputs.select(".sq-mark-text")]


def test_no_markup_of_a_file_becomes_markup_of_the_page() -> None:
    page = hostile_page()
    page.marks.note(page.handed.workbooks[0].student, AUDIT, HOSTILE)
    page.marks.note(("<u>absent</u>", "<u>"), AUDIT, HOSTILE)
    page.show_save()
    for part in everything(page.widget):
        if isinstance(part, ipywidgets.HTML):
            for markup in ("<img", "<b>", "<i>", "<s>", "<u>"):
                assert markup not in part.value


def test_inputs_are_readable(page: MarkingPage) -> None:
    card = page.cards[0]
    inputs = BeautifulSoup(card.inputs.value, "html.parser")
    [workbook] = [one for one in page.handed.workbooks if one.student == card.student]
    values = workbook.values(AUDIT)
    assert values is not None
    rows = {text(row.th): text(row.td) for row in inputs.select("tbody tr")}
    assert rows["Price paid"] == f"{values['price']} €"
    assert rows["Which promise do you rewrite?"].startswith("Promise ")
    assert rows["It is vague: two guests could understand different things"] in ("yes", "no")
    facts = inputs.find("th", string=re.compile("Which of these facts"))
    assert len(facts.find_next("td").select("li")) == len(values["causes"])
    table = inputs.find("caption", string="What was promised, and what came").parent
    assert len(table.select("tbody tr")) == len(values["promises"])


def test_cards_come_in_parts_and_are_used_again(page: MarkingPage) -> None:
    count = len([one for one in page.handed.workbooks if one.values(AUDIT) is not None])
    assert count > AT_ONCE
    assert len(page.grid.children) == AT_ONCE
    cards = list(page.cards)
    last = (count - 1) // AT_ONCE * AT_ONCE
    page.range.value = last
    assert len(page.grid.children) == count - last
    labels = [BeautifulSoup(card.head.value, "html.parser").get_text() for card in cards]
    assert page.range.label == f"{last + 1} to {count} of {count}"
    page.question.value = "gap-explorer"
    assert page.range.value == 0
    assert page.cards == cards
    assert all(card.rubric.layout.display == "none" for card in cards)
    assert labels != [BeautifulSoup(c.head.value, "html.parser").get_text() for c in cards]


def test_who_has_handed_in_nothing_is_named(page: MarkingPage) -> None:
    without = [one.alias for one in page.handed.workbooks if one.values(AUDIT) is None]
    assert text(shown(page, "absent")) == f"Nothing handed in here: {', '.join(without)}."


def give(page: MarkingPage, place: int, *points: int) -> None:
    """Marks a card with the controls that a reader has."""
    for control, given in zip(page.cards[place].points, points, strict=True):
        control.value = str(given)


def test_marks_show_at_once_on_card_table_and_in_the_file(page: MarkingPage) -> None:
    give(page, 0, 3, 2, 2, 1)
    page.cards[0].remark.value = "=1+1"
    alias, file = page.cards[0].student
    assert text(BeautifulSoup(page.cards[0].total.value, "html.parser")) == (
        "8 of 12 points: a pass."
    )
    assert list(page.students()["Q6 mark"].dropna()) == [8]
    (row,) = [row for row in shown(page, "students").select("tbody tr") if alias in row.get_text()]
    # Alias, date, done, begun, change, and then two cells for each question.
    assert row.select("th, td")[5 + 2 * 5 + 1].get_text() == "8"
    rows = saved(page, "marks")
    assert [row["mark"] for row in rows] == ["3", "2", "2", "1"]
    assert {(row["alias"], row["file"], row["remark"]) for row in rows} == {(alias, file, "'=1+1")}
    (summary,) = [row for row in saved(page, "summary") if row["mark"]]
    assert (summary["alias"], summary["mark"], summary["passed"]) == (alias, "8", "yes")


def test_marks_stay_with_their_student_and_question(page: MarkingPage) -> None:
    give(page, 0, 3, 2, 2, 1)
    page.cards[0].remark.value = "good"
    kept = dict(page.marks.sheets)
    page.range.value = AT_ONCE
    assert page.cards[0].remark.value == ""
    assert {control.value for control in page.cards[0].points} == {"open"}
    page.question.value = "recovery-analyser"
    page.question.value = AUDIT
    assert [control.value for control in page.cards[0].points] == ["3", "2", "2", "1"]
    assert page.cards[0].remark.value == "good"
    assert page.marks.sheets == kept


def test_a_mark_that_is_not_complete_is_told(page: MarkingPage) -> None:
    page.cards[0].points[0].value = "3"
    assert "1 of 4 criteria marked." in page.cards[0].total.value
    assert MARKING["unfinished_said"] in text(shown(page, "students"))
    page.cards[0].points[0].value = "open"
    assert "No mark yet." in page.cards[0].total.value
    assert text(shown(page, "save")) == MARKING["no_marks"]


def test_saved_marks_are_loaded_into_a_new_page(page: MarkingPage) -> None:
    give(page, 0, 3, 2, 2, 1)
    page.cards[1].remark.value = "-see me; =later"
    link = shown(page, "save").find("a", download=re.compile("marks"))
    content = base64.b64decode(str(link["href"]).partition(",")[2])
    new = marking()
    upload(new.upload_marks, {"marks.csv": content})
    assert new.marks.sheets == page.marks.sheets
    assert text(shown(new, "loaded")) == "Loaded: the marks of 2 answers."
    assert "of students whose files are not open" in text(shown(new, "save"))
    upload(new.upload, handed_in())
    new.question.value = AUDIT
    assert [control.value for control in new.cards[0].points] == ["3", "2", "2", "1"]
    assert "not open" not in text(shown(new, "save"))


def test_a_damaged_file_of_marks_changes_nothing(page: MarkingPage) -> None:
    give(page, 0, 3, 2, 2, 1)
    before = {name: place.value for name, place in page.places.items() if name != "loaded"}
    marks = dict(page.marks.sheets)
    upload(page.upload_marks, {"list.csv": b"name,grade\nAnna,5\n"})
    assert text(shown(page, "loaded")) == (
        "list.csv was not loaded, and nothing has changed. It has no column “alias” in its first "
        "row."
    )
    assert page.marks.sheets == marks
    assert before == {name: place.value for name, place in page.places.items() if name != "loaded"}


def test_loading_tells_what_it_replaces(page: MarkingPage) -> None:
    give(page, 0, 3, 2, 2, 1)
    link = shown(page, "save").find("a", download=re.compile("marks"))
    content = base64.b64decode(str(link["href"]).partition(",")[2])
    page.cards[0].points[0].value = "0"
    upload(page.upload_marks, {"marks.csv": content})
    assert page.cards[0].points[0].value == "3"
    assert text(shown(page, "loaded")) == "Loaded: the marks of 1 answers. Replaced here: 1."


def test_figures_begin_with_three_students() -> None:
    page = marking()
    workbooks = [
        workbook_of(f"Student {number}", random.Random(number), exercises=[AUDIT])
        for number in (1, 3, 4)
    ]
    files = {f"{number}.json": written(one) for number, one in enumerate(workbooks)}
    page.question.value = AUDIT
    upload(page.upload, dict(list(files.items())[:2]))
    assert text(shown(page, "figures")).endswith("so far 2.")
    assert shown(page, "figures").find("table") is None
    upload(page.upload, files)
    assert "3 of 3 students have begun this exercise" in text(shown(page, "figures"))
    assert shown(page, "figures").find("table") is not None


def test_own_scores_stand_beside_marks_in_chart_and_table(page: MarkingPage) -> None:
    for place in range(AT_ONCE):
        give(page, place, 1, 1, 1, 1)
    figures = shown(page, "figures")
    assert figures.find("svg")["aria-hidden"] == "true"
    caption = text(figures.find("figcaption"))
    rows = figures.find("caption", string=MARKING["own_and_mark"]).parent.select("tbody tr")
    differences = [float(row.select("td")[-1].get_text().replace("−", "-")) for row in rows]
    mean = sum(differences) / len(differences)
    assert len(rows) == 4
    assert ("above" if mean > 0 else "below") in caption
    shown_mean = float(re.search(r"\d\.\d+", caption)[0])
    assert shown_mean == pytest.approx(abs(mean), abs=0.011)
    assert {row.select("td")[2].get_text() for row in rows} == {"1.00"}


def test_an_exercise_without_a_rubric_shows_what_was_entered(page: MarkingPage) -> None:
    page.question.value = "diagnose-gaps"
    assert len(page.grid.children) == AT_ONCE
    assert "Gap" in text(BeautifulSoup(page.cards[0].inputs.value, "html.parser"))
    assert "Chosen" in text(shown(page, "figures"))


def test_every_exercise_can_be_shown(page: MarkingPage) -> None:
    for exercise in page.course.shown:
        page.question.value = exercise
        assert page.cards[0].exercise == exercise
        assert "students have begun" in text(shown(page, "figures"))
        for criterion, control in zip(page.course.criteria(exercise), page.cards[0].points,
                                      strict=False):  # fmt: skip
            assert control.description == criterion.label


def test_its_plain_text_is_always_the_same(page: MarkingPage) -> None:
    for one in (page, marking()):
        bundle: dict[str, Any] = one._repr_mimebundle_()
        assert bundle["text/plain"] == "Marking page"
        assert "application/vnd.jupyter.widget-view+json" in bundle
    assert isinstance(page.marks, Marks)
