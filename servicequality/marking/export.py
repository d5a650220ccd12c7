"""Marks as CSV files: one to keep and load again, one to put into a list of students."""

from __future__ import annotations

import base64
import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from servicequality.core.teaching import HIGHEST, count_words
from servicequality.marking.cells import guarded
from servicequality.marking.course import Course
from servicequality.marking.files import Handed
from servicequality.marking.marks import Marks, in_order
from servicequality.marking.tables import own_score

# Names of columns are not translated: a file is loaded again whatever the language.
MARK_COLUMNS = (
    "alias", "file", "question", "criterion", "mark", "of", "remark", "exercise", "criterion_id",
)  # fmt: skip
SUMMARY_COLUMNS = (
    "alias", "file", "question", "words", "own_score", "mark", "of", "passed", "remark", "exercise",
)  # fmt: skip


def marks_csv(marks: Marks, course: Course) -> bytes:
    """All marks, one row a criterion of each answer that has a mark or a remark."""
    rows = []
    for (alias, file), exercise, sheet in marks.in_order(course):
        for criterion in course.criteria(exercise):
            points = sheet.points.get(criterion.name)
            rows.append(
                (alias, file, course.title(exercise), criterion.label, points, HIGHEST,
                 sheet.remark, exercise, criterion.name)
            )  # fmt: skip
    return csv_file(MARK_COLUMNS, rows)


def summary_csv(marks: Marks, handed: Handed) -> bytes:
    """One row for each answer that was handed in or has a mark or a remark.

    `own_score` and `mark` are empty until all criteria have points, `passed` is yes or no then.
    """
    course = handed.course
    open_now = {workbook.student: workbook for workbook in handed.workbooks}
    answers = {
        (workbook.student, exercise)
        for workbook in handed.workbooks
        for exercise in course.questions
        if workbook.values(exercise) is not None
    } | set(marks.sheets)
    rows = []
    for student, exercise in in_order(answers, course):
        values = open_now[student].values(exercise) if student in open_now else None
        verdict = marks.verdict(course, student, exercise)
        marked = verdict["teaching_verdict"] != "open"
        passed = "yes" if verdict["teaching_verdict"] == "pass" else "no"
        answer = "" if values is None else values[course.specs[exercise]["teaching"]["answer"]]
        rows.append(
            (
                *student,
                course.title(exercise),
                count_words(answer),
                own_score(course, exercise, values),
                verdict["teaching_score"] if marked else None,
                verdict["teaching_maximum"],
                passed if marked else "",
                marks.sheet(student, exercise).remark,
                exercise,
            )
        )
    return csv_file(SUMMARY_COLUMNS, rows)


def csv_file(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """Rows as a CSV file in UTF-8, with the mark in front by which Excel knows it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig")


def link_to(content: bytes) -> str:
    """An address that holds a CSV file itself, so that saving it needs no server."""
    return "data:text/csv;charset=utf-8;base64," + base64.b64encode(content).decode()
