"""One answer on the marking page: what was handed in, and beside it the marks to give."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets

from servicequality.core.teaching import OPEN_SCORE
from servicequality.marking import nodes
from servicequality.marking.course import Course
from servicequality.marking.files import HandedIn, Student
from servicequality.marking.marks import POINTS, Marks
from servicequality.notebook.widgets import box
from servicequality.page.html import to_html


class Card:
    """The answer of one student. It is shown again for others, since widgets are slow to make.

    `changed` is called after a mark or a remark was given, with whether it was a mark.
    """

    def __init__(self, course: Course, marks: Marks, changed: Callable[[bool], None]) -> None:
        self.course, self.marks, self.changed = course, marks, changed
        self.student: Student = ("", "")
        self.exercise = ""
        self.showing = False
        self.head, self.text, self.inputs, self.total = (ipywidgets.HTML() for _ in range(4))
        self.total.add_class("sq-mark-total")
        longest = max(len(course.criteria(exercise)) for exercise in course.questions)
        options = [(course.strings["not_marked"], OPEN_SCORE)]
        options += [(course.strings[f"score_{points}"], str(points)) for points in POINTS]
        self.points = [ipywidgets.Dropdown(options=options) for _ in range(longest)]
        self.own = [ipywidgets.HTML() for _ in range(longest)]
        self.remark = ipywidgets.Text(
            description=course.strings["remark"], tooltip=course.strings["remark"]
        )
        self.lines = [
            box("sq-live-field", [points, own])
            for points, own in zip(self.points, self.own, strict=True)
        ]
        for place, points in enumerate(self.points):
            points.observe(lambda change, place=place: self.give(place, change["new"]), "value")
        self.remark.observe(lambda change: self.note(change["new"]), "value")
        remark = box("sq-live-field", [self.remark])
        self.rubric = box("sq-mark-rubric", [*self.lines, remark, self.total])
        self.answer = box("sq-mark-given", [self.text, self.inputs])
        self.widget = box("sq-live-group", [self.head, self.answer, self.rubric])
        self.widget.add_class("sq-mark-card")

    def show(self, workbook: HandedIn, label: str, exercise: str) -> None:
        """Shows a student's answer to an exercise, with the marks that stand on it."""
        course = self.course
        self.student, self.exercise = workbook.student, exercise
        values = workbook.records[exercise]["values"]
        # In its own element, so that the class server can name the group by it.
        self.head.value = self.html([["h3", {"class": "sq-legend"}, label]])
        self.text.value = self.html(nodes.answer(course, exercise, values))
        self.inputs.value = self.html(nodes.inputs(course, exercise, values))
        criteria = course.criteria(exercise)
        self.rubric.layout.display = None if criteria else "none"
        self.showing = True
        try:
            sheet = self.marks.sheet(self.student, exercise)
            for place, line in enumerate(self.lines):
                line.layout.display = None if place < len(criteria) else "none"
                if place < len(criteria):
                    criterion = criteria[place]
                    self.points[place].description = criterion.label
                    self.points[place].tooltip = criterion.label
                    given = sheet.points.get(criterion.name, OPEN_SCORE)
                    self.points[place].value = str(given)
                    self.own[place].value = self.html(nodes.own(course, values, criterion.name))
            self.remark.value = sheet.remark
        finally:
            self.showing = False
        self.add_up()

    def give(self, place: int, score: str) -> None:
        """Takes a mark from its control."""
        if not self.showing:
            criterion = self.course.criteria(self.exercise)[place]
            points = None if score == OPEN_SCORE else int(score)
            self.marks.give(self.student, self.exercise, criterion.name, points)
            self.add_up()
            self.changed(True)

    def note(self, remark: str) -> None:
        """Takes the remark from its control."""
        if not self.showing:
            self.marks.note(self.student, self.exercise, remark)
            self.changed(False)

    def add_up(self) -> None:
        """Says how the marks add up."""
        if self.course.criteria(self.exercise):
            told = nodes.total(self.course, self.marks, self.student, self.exercise)
            self.total.value = self.html([nodes.paragraph(told)])

    def html(self, shown: list[Any]) -> str:
        """Nodes as HTML."""
        return to_html(shown, self.course.language)
