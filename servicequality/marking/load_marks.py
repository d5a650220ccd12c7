"""Marks loaded back from the CSV file that the page has saved, checked whole."""

from __future__ import annotations

import csv
import io
from typing import Any

from servicequality.core.teaching import HIGHEST
from servicequality.core.workbook import LONGEST_ALIAS, Fault
from servicequality.marking.cells import unguarded
from servicequality.marking.course import Course
from servicequality.marking.export import MARK_COLUMNS, SUMMARY_COLUMNS
from servicequality.marking.marks import POINTS, Marks, Sheet

LARGEST = 5_000_000  # bytes
LONGEST_TEXT = 5000
# A spreadsheet may save with the separator of its language.
SEPARATORS = (",", ";", "\t")


def read_marks(course: Course, content: bytes) -> Marks:
    """The marks of a CSV file as `marks_csv` writes it; a spreadsheet may have saved it meanwhile.

    Raises Fault for the first thing that is wrong, its row counted as a spreadsheet counts.
    """
    marks = Marks()
    seen = set()
    for number, row in rows_of(content):
        student = (row["alias"], row["file"])
        exercise, criterion = row["exercise"], row["criterion_id"]
        check_row(course, number, row)
        if (student, exercise, criterion) in seen:
            raise Fault("marks_twice", row=number)
        sheet = marks.sheets.setdefault((student, exercise), Sheet(remark=row["remark"]))
        if sheet.remark != row["remark"]:
            raise Fault("marks_remark", row=number)
        seen.add((student, exercise, criterion))
        if row["mark"]:
            sheet.points[criterion] = int(row["mark"])
    marks.sheets = {key: sheet for key, sheet in marks.sheets.items() if not sheet.empty}
    if not marks.sheets:
        raise Fault("marks_empty")
    return marks


def check_row(course: Course, number: int, row: dict[str, str]) -> None:
    """Raises Fault where a row does not fit the course or is no mark."""
    if row["exercise"] not in course.questions:
        raise Fault("marks_question", row=number, found=row["exercise"])
    names = [criterion.name for criterion in course.criteria(row["exercise"])]
    if row["criterion_id"] not in names:
        raise Fault("marks_criterion", row=number, found=row["criterion_id"])
    if row["mark"] not in ("", *(str(points) for points in POINTS)):
        raise Fault("marks_mark", row=number, found=row["mark"])
    if row["of"] != str(HIGHEST):
        raise Fault("marks_of", row=number, found=row["of"])
    longest = {"alias": LONGEST_ALIAS, "file": LONGEST_TEXT, "remark": LONGEST_TEXT}
    for column, maximum in longest.items():
        if len(row[column]) > maximum:
            raise Fault("marks_long", row=number, maximum=maximum)


def rows_of(content: bytes) -> list[tuple[int, dict[str, str]]]:
    """The rows of a CSV file by column, each with its number; empty rows are left out."""
    if len(content) > LARGEST:
        raise Fault("marks_too_large")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Fault("marks_not_utf8") from None
    first = text.splitlines()[0] if text else ""
    separator = max(SEPARATORS, key=first.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        raise Fault("marks_not_csv") from None
    head = [name.strip() for name in lines[0]] if lines else []
    if tuple(head) == SUMMARY_COLUMNS:
        raise Fault("marks_summary")
    for column in MARK_COLUMNS:
        if column not in head:
            raise Fault("marks_columns", column=column)
    rows: list[tuple[int, dict[str, Any]]] = []
    for number, line in enumerate(lines[1:], start=2):
        if not any(line):
            continue
        if len(line) != len(head):
            raise Fault("marks_cells", row=number, found=len(line), wanted=len(head))
        cells = dict(zip(head, map(unguarded, line), strict=True))
        numbers = {name: cells[name].strip() for name in ("mark", "of")}
        rows.append((number, cells | numbers))
    return rows
