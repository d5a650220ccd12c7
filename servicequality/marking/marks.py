"""The marks that an instructor gives: points for each criterion and a remark for each answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from servicequality.core.teaching import HIGHEST, OPEN_SCORE, teaching_state
from servicequality.marking.course import Course
from servicequality.marking.files import Student, well_formed

POINTS = range(HIGHEST + 1)

# A student and the id of an exercise.
Answer = tuple[Student, str]


@dataclass
class Sheet:
    """What stands on one answer: points by criterion, and a remark."""

    points: dict[str, int] = field(default_factory=dict)
    remark: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was given or written."""
        return not self.points and not self.remark.strip()


class Marks:
    """All sheets, by student and exercise; students whose files are not open may be among them."""

    def __init__(self) -> None:
        self.sheets: dict[Answer, Sheet] = {}

    def sheet(self, student: Student, exercise: str) -> Sheet:
        """The sheet of an answer; an empty one where there is none."""
        return self.sheets.get((student, exercise), Sheet())

    def give(self, student: Student, exercise: str, criterion: str, points: int | None) -> None:
        """Marks a criterion, or takes its mark away. Raises ValueError for other points."""
        if points is not None and points not in POINTS:
            raise ValueError(f"points must be 0 to {HIGHEST}, not {points!r}")
        sheet = self.sheet(student, exercise)
        if points is None:
            sheet.points.pop(criterion, None)
        else:
            sheet.points[criterion] = points
        self.keep(student, exercise, sheet)

    def note(self, student: Student, exercise: str, remark: str) -> None:
        """Writes the remark on an answer."""
        sheet = self.sheet(student, exercise)
        sheet.remark = well_formed(remark)
        self.keep(student, exercise, sheet)

    def keep(self, student: Student, exercise: str, sheet: Sheet) -> None:
        """Keeps a sheet, unless it is empty."""
        if sheet.empty:
            self.sheets.pop((student, exercise), None)
        else:
            self.sheets[student, exercise] = sheet

    def in_order(self, course: Course) -> Iterator[tuple[Student, str, Sheet]]:
        """All sheets, their answers `in_order`."""
        keys = in_order(self.sheets, course)
        return ((student, exercise, self.sheets[student, exercise]) for student, exercise in keys)

    def merge(self, other: Marks) -> int:
        """Takes over the sheets of others; gives how many replace one that was different."""
        replaced = sum(
            1 for key, sheet in other.sheets.items() if self.sheets.get(key, sheet) != sheet
        )
        self.sheets.update(other.sheets)
        return replaced

    def verdict(self, course: Course, student: Student, exercise: str) -> dict[str, Any]:
        """How a sheet adds up, as students' own scores do: see `core.teaching.teaching_state`."""
        teaching = course.specs[exercise]["teaching"]
        points = self.sheet(student, exercise).points
        return teaching_state(teaching, as_scores(teaching, points))


def in_order(answers: Iterable[Answer], course: Course) -> list[Answer]:
    """Answers by alias and file, then in the order of the questions."""
    places = {exercise: place for place, exercise in enumerate(course.questions)}
    return sorted(answers, key=lambda key: (key[0][0].casefold(), key[0], places[key[1]]))


def as_scores(teaching: dict[str, Any], points: dict[str, int]) -> dict[str, Any]:
    """Points as the values of a form would hold them."""
    scores = {name: str(points[name]) if name in points else OPEN_SCORE
              for name in teaching["scores"]}  # fmt: skip
    return {teaching["answer"]: "", teaching["reveal"]: False, **scores}


def own_points(course: Course, exercise: str, values: dict[str, Any]) -> dict[str, int]:
    """The scores that a student gave to the own answer, by criterion; only those given."""
    given = {criterion.name: values[criterion.name] for criterion in course.criteria(exercise)}
    return {name: int(score) for name, score in given.items() if score != OPEN_SCORE}
