"""Tables of a class, marks and their CSV: what stands there, and that no cell is a formula."""

from __future__ import annotations

import csv
import io
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicequality.core.workbook import Fault
from servicequality.marking.cells import guarded, unguarded
from servicequality.marking.course import Course
from servicequality.marking.export import MARK_COLUMNS, SUMMARY_COLUMNS, marks_csv, summary_csv
from servicequality.marking.files import Handed
from servicequality.marking.load_marks import read_marks
from servicequality.marking.marks import Marks
from servicequality.marking.tables import (
    answered,
    choice_figures,
    number_figures,
    own_and_mark,
    own_score,
    students_table,
    word_counts,
)
from tests.handed_in import SPECS, good_files, record, workbook_of, written

COURSE = Course("en")
AUDIT = "promise-audit"
CRITERIA = [criterion.name for criterion in COURSE.criteria(AUDIT)]
HERON = ("Blue Heron", "heron.json")
DANGEROUS = "=+-@\t\r\n＝＋－＠"


@pytest.fixture(scope="module")
def handed() -> Handed:
    handed = Handed(COURSE)
    handed.add(good_files().items())
    return handed


def class_of(*values: dict[str, Any], exercise: str = AUDIT) -> Handed:
    """A class in which each student has changed these values of one exercise."""
    handed = Handed(COURSE)
    for number, changed in enumerate(values):
        one = record(exercise, random.Random(4))
        spec = SPECS[exercise]
        start = {field["name"]: field["default"] for field in spec["fields"]}
        one["values"] = start | changed
        workbook = workbook_of(f"Student {number}", random.Random(1)) | {"exercises": [one]}
        handed.add([(f"{number}.json", written(workbook))])
    assert handed.broken == []
    return handed


def scores(*points: int | None) -> dict[str, str]:
    """Own scores on the criteria of the promise audit."""
    return {name: "open" if given is None else str(given)
            for name, given in zip(CRITERIA, points, strict=True)}  # fmt: skip


def marked(*points: int | None, student: tuple[str, str] = HERON, remark: str = "") -> Marks:
    """Marks on one answer to the promise audit."""
    marks = Marks()
    for name, given_points in zip(CRITERIA, points, strict=True):
        marks.give(student, AUDIT, name, given_points)
    marks.note(student, AUDIT, remark)
    return marks


def rows_of(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


# The course


def test_questions_come_first_and_in_order() -> None:
    assert [COURSE.short(name) for name in COURSE.questions] == [f"Q{n}" for n in range(1, 8)]
    assert COURSE.shown[: len(COURSE.questions)] == COURSE.questions
    assert COURSE.title(AUDIT) == "Q6: Promise audit"
    assert "house-style" not in COURSE.shown


# Students


def test_the_table_of_students_has_a_row_for_each(handed: Handed) -> None:
    table = students_table(handed, Marks())
    assert len(table) == 26
    assert table["student"].is_unique
    for workbook, row in zip(handed.workbooks, table.to_dict("records"), strict=True):
        states = [workbook.records[name]["progress"] for name in COURSE.shown
                  if name in workbook.records]  # fmt: skip
        assert (row["done"], row["begun"]) == (states.count("done"), states.count("begun"))
        moments = [one["changed"] for one in workbook.records.values()]
        assert row["changed"] == max(moments)[:16].replace("T", " ")


def test_own_scores_and_marks_count_once_all_criteria_have_points() -> None:
    handed = class_of(scores(3, 2, 0, 1), scores(3, 2, None, 1), {})
    first = handed.workbooks[0].student
    marks = marked(3, 3, 2, None, student=first)
    table = students_table(handed, marks)
    assert list(table["Q6 own"].fillna(-1)) == [6, -1, -1]
    assert list(table["Q6 mark"].fillna(-1)) == [-1, -1, -1]
    marks.give(first, AUDIT, CRITERIA[3], 1)
    assert list(students_table(handed, marks)["Q6 mark"].fillna(-1)) == [9, -1, -1]
    assert table["Q1 own"].isna().all()


@pytest.mark.parametrize(
    ("points", "verdict"),
    [
        ((3, 3, 3, 0), "zero"),
        ((2, 2, 2, 1), "low"),
        ((2, 2, 2, 2), "pass"),
        ((3, 3, 3, None), "open"),
    ],
)
def test_marks_pass_with_sixty_per_cent_and_no_zero(points: Any, verdict: str) -> None:
    assert marked(*points).verdict(COURSE, HERON, AUDIT)["teaching_verdict"] == verdict


@pytest.mark.parametrize("points", [4, -1])
def test_other_points_are_refused(points: int) -> None:
    with pytest.raises(ValueError, match="0 to 3"):
        Marks().give(HERON, AUDIT, CRITERIA[0], points)


def test_marks_taken_away_leave_nothing() -> None:
    marks = marked(1, None, None, None, remark="so-so")
    marks.give(HERON, AUDIT, CRITERIA[0], None)
    assert not marks.sheet(HERON, AUDIT).points
    marks.note(HERON, AUDIT, " ")
    assert marks.sheets == {}


# Figures


def test_words_of_written_answers_are_counted() -> None:
    handed = class_of(
        {"written_answer": "one two"}, {"written_answer": ""}, {"written_answer": "a\nb c"}
    )
    assert sorted(word_counts(handed, AUDIT)) == [2, 3]


def test_an_exercise_left_as_it_was_is_not_answered() -> None:
    assert answered(class_of({}, {"price": 300}), AUDIT)[0][1]["price"] == 300
    assert len(answered(class_of({}, {"price": 300}), AUDIT)) == 1


def test_figures_of_numbers() -> None:
    handed = class_of({"price": 100}, {"price": 110}, {"price": 300})
    table = number_figures(handed, AUDIT).set_index("entry")
    price = table.loc["Price paid (€)"]
    assert tuple(price[["count", "median", "lowest", "highest"]]) == (3, 110, 100, 300)
    # Rows that come and go are counted by their column.
    assert table.loc["Importance"]["row"] == ""


def test_figures_of_fixed_rows_name_row_and_column() -> None:
    start = next(f for f in SPECS["guess-and-compare"]["fields"] if f["name"] == "ratings")
    rows = [dict(row) for row in start["default"]]
    column = start["columns"][0]
    rows[0][column["name"]] = column["maximum"]
    empty = [rows[0] | {column["name"]: None}, *rows[1:]]
    handed = class_of({"ratings": rows}, {"ratings": empty}, exercise="guess-and-compare")
    table = number_figures(handed, "guess-and-compare")
    first = table[(table["row"] == start["rows"][0]["label"]) & (table["entry"] == column["label"])]
    assert list(first["highest"]) == [column["maximum"]]
    # An empty box is no number.
    assert list(first["count"]) == [1]
    assert len(table[table["row"] != ""]) == len(start["rows"]) * len(start["columns"])


def test_choices_are_counted() -> None:
    handed = class_of({"vague": True, "price": 1000}, {"vague": True}, {"price": 300})
    table = choice_figures(handed, AUDIT)
    label = "It is vague: two guests could understand different things"
    counts = table[table["entry"] == label].set_index("option")["count"].to_dict()
    assert counts["yes"] + counts["no"] == len(answered(handed, AUDIT))
    assert counts["yes"] >= 2


def test_own_scores_and_marks_are_compared_over_students_who_have_both() -> None:
    handed = class_of(*[scores(3, 2, 1, 0)] * 3, scores(None, 3, 3, 3))
    marks = Marks()
    for workbook in handed.workbooks:
        marks.give(workbook.student, AUDIT, CRITERIA[0], 1)
    marks.give(handed.workbooks[0].student, AUDIT, CRITERIA[1], 1)
    table = own_and_mark(handed, marks, AUDIT)
    (row,) = table.to_dict("records")
    assert row["criterion"] == COURSE.criteria(AUDIT)[0].label
    assert (row["count"], row["own"], row["mark"], row["difference"]) == (3, 3, 1, 2)


# Cells

AWKWARD = st.text(
    st.sampled_from("=+-@＝＋－＠'\"\t\r\n;,| \x00\x0b\u00a0\u200b\ufeffa1"), max_size=12
)
TEXTS = AWKWARD | st.text(max_size=20)


@given(TEXTS)
def test_a_guarded_text_comes_back_as_it_was(text: str) -> None:
    assert unguarded(guarded(text)) == text


def starts_formula(cell: str) -> bool:
    """Whether a spreadsheet might take a cell for a formula."""
    bare = cell.lstrip(' \x00\x0b\u00a0\u200b\ufeff"')
    return bare[:1] != "" and bare[0] in DANGEROUS


@given(TEXTS)
def test_no_guarded_text_begins_as_a_formula(text: str) -> None:
    assert not starts_formula(guarded(text))


@given(AWKWARD)
def test_nor_does_a_part_of_it_behind_a_separator(text: str) -> None:
    cell = guarded(text)
    for separator in ";,\t\r\n|":
        for part in cell.split(separator)[1:]:
            bare = part.lstrip(' \x00\x0b\t\r\n\u00a0\u200b\ufeff"')
            assert bare[:1] not in [*"=+-@＝＋－＠"]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("  @SUM(A1)", "'  @SUM(A1)"),
        ("\u200b=1", "'\u200b=1"),
        ("＝1", "'＝1"),
        ("\tx", "'\tx"),
        ("good; -1 for the date", "good; '-1 for the date"),
        ("it's 1+1 = 2", "it's 1+1 = 2"),
        ("'=1", "''=1"),
        ("", ""),
    ],
)
def test_what_is_guarded_and_what_is_not(text: str, cell: str) -> None:
    assert guarded(text) == cell


# CSV


@given(
    st.lists(
        st.tuples(TEXTS, TEXTS, TEXTS, st.lists(st.sampled_from([None, 0, 1, 2, 3]), min_size=4,
                                                max_size=4)),
        min_size=1, max_size=3,
    )
)  # fmt: skip
def test_marks_go_out_safe_and_come_back_whole(drawn: list[Any]) -> None:
    marks = Marks()
    for alias, file, remark, points in drawn:
        student = (alias[:40], file)
        marks.sheets.update(marked(*points, student=student, remark=remark).sheets)
    content = marks_csv(marks, COURSE)
    for line in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")):
        for cell in line:
            assert not starts_formula(cell)
    if marks.sheets:
        assert read_marks(COURSE, content).sheets == marks.sheets
    for row in rows_of(summary_csv(marks, Handed(COURSE))):
        assert not any(starts_formula(cell) for cell in row.values())


def test_the_file_of_marks() -> None:
    content = marks_csv(marked(3, 2, None, 0, remark="=cmd|' /C calc'!A0"), COURSE)
    assert content.startswith(b"\xef\xbb\xbfalias,file,")
    rows = rows_of(content)
    assert tuple(rows[0]) == MARK_COLUMNS
    assert [(row["mark"], row["of"]) for row in rows] == [("3", "3"), ("2", "3"), ("", "3"),
                                                          ("0", "3")]  # fmt: skip
    assert {row["alias"] for row in rows} == {"Blue Heron"}
    assert {row["question"] for row in rows} == {"Q6: Promise audit"}
    assert [row["criterion"] for row in rows] == [one.label for one in COURSE.criteria(AUDIT)]
    assert {row["remark"] for row in rows} == {"'=cmd|' /C calc'!A0"}


def test_the_summary_has_a_row_for_each_answer(handed: Handed) -> None:
    workbook = next(one for one in handed.workbooks if one.values(AUDIT) is not None)
    marks = marked(2, 2, 2, 2, student=workbook.student)
    marks.note(HERON, AUDIT, "file not open")
    rows = rows_of(summary_csv(marks, handed))
    assert tuple(rows[0]) == SUMMARY_COLUMNS
    answers = sum(
        one.values(name) is not None for one in handed.workbooks for name in COURSE.questions
    )
    assert len(rows) == answers + 1
    (row,) = (row for row in rows if row["mark"])
    assert (row["alias"], row["mark"], row["of"], row["passed"]) == (
        workbook.alias, "8", "12", "yes",
    )  # fmt: skip
    own = own_score(COURSE, AUDIT, workbook.values(AUDIT))
    assert row["own_score"] == ("" if own is None else str(own))
    (absent,) = (row for row in rows if row["remark"])
    assert (absent["file"], absent["words"], absent["passed"]) == ("heron.json", "0", "")


def test_marks_saved_by_a_spreadsheet_with_semicolons_come_back() -> None:
    marks = marked(3, 2, 1, 0, remark="one; two, “three”")
    rows = list(csv.reader(io.StringIO(marks_csv(marks, COURSE).decode("utf-8-sig"), newline="")))
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([*rows, [""] * len(rows[0])])
    assert read_marks(COURSE, text.getvalue().encode()).sheets == marks.sheets


def test_loading_adds_marks_and_counts_what_it_replaces() -> None:
    marks = marked(1, 1, 1, 1)
    other = marked(2, 2, 2, 2)
    other.note(("Red Stork", "stork.json"), AUDIT, "new")
    assert marks.merge(other) == 1
    assert marks.sheets == other.sheets
    assert marks.merge(other) == 0


GOOD = marks_csv(marked(3, 2, 1, 0, remark="fine"), COURSE).decode("utf-8-sig")
DAMAGED: dict[str, tuple[bytes, str]] = {
    "large": (b"x" * 5_000_001, "stays below 5 MB"),
    "not utf-8": ("alias,Zoë".encode("latin-1"), "“CSV UTF-8”"),
    "empty": (b"", "no column “alias”"),
    "no csv": (b'alias,"file', "damaged, or not a CSV file"),
    "summary": (summary_csv(marked(3, 2, 1, 0), Handed(COURSE)), "It is a summary."),
    "column": (GOOD.replace("criterion_id", "id").encode(), "no column “criterion_id”"),
    "cells": (GOOD.replace("Blue Heron,", "", 1).encode(), "Row 2 has 8 cells; 9 are expected."),
    "question": (GOOD.replace(AUDIT, "gap-explorer", 1).encode(), "no question “gap-explorer”"),
    "criterion": (GOOD.replace(CRITERIA[1], "taste").encode(), "Row 3: this question has no "),
    "mark": (GOOD.replace(",2,3,fine", ",2.5,3,fine").encode(), "Row 3: the mark “2.5” is not"),
    "four": (GOOD.replace(",2,3,fine", ",4,3,fine").encode(), "the mark “4” is not 0, 1, 2, 3"),
    "of": (GOOD.replace(",2,3,fine", ",2,5,fine").encode(), "has 3 points, not “5”"),
    "twice": (GOOD.replace(CRITERIA[1], CRITERIA[0]).encode(), "Row 3: this criterion of this"),
    "remark": (GOOD.replace("2,3,fine", "2,3,bad").encode(), "Row 3: the remark differs"),
    "long": (GOOD.replace("Blue", "B" * 50).encode(), "Row 2: a text is longer than 40"),
    "nothing": (GOOD.splitlines()[0].encode(), "It holds no marks."),
}


@pytest.mark.parametrize(("content", "said"), DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_file_of_marks_is_explained(content: bytes, said: str) -> None:
    with pytest.raises(Fault) as raised:
        read_marks(COURSE, content)
    assert said in COURSE.fault(raised.value)
    assert "{" not in COURSE.fault(raised.value)
