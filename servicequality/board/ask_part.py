"""Asking: an exercise of the course or a question of the bank, and opening it for answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets

from servicequality.board.choices import Choices
from servicequality.board.controls import (
    button,
    checkbox,
    dropdown,
    field,
    row,
    section,
    set_options,
)
from servicequality.board.desk import Desk
from servicequality.board.say import paragraph
from servicequality.classmode.subjects import find_subject
from servicequality.notebook.parts import visible
from servicequality.notebook.widgets import box

EXERCISES, QUESTIONS = "exercises", "questions"


class AskPart:
    """Lists to choose from, what the chosen one asks, and the button that opens it.

    It is folded away while a round is shown, so that the class sees only what is asked now. `then`
    gives the focus to what comes next, since the button that had it is gone.
    """

    def __init__(self, desk: Desk, then: Callable[[], None]) -> None:
        self.desk = desk
        self.then = then
        self.choices = Choices(desk.say)
        self.unfolded = False
        strings = desk.say.strings
        self.kind = ipywidgets.ToggleButtons(
            options=[(strings[name], name) for name in (EXERCISES, QUESTIONS)],
            description=strings["ask_kind"],
            tooltip=strings["ask_kind"],
        )
        self.exercise = dropdown(desk, "exercise", self.choices.exercises)
        self.topic = dropdown(desk, "topic", self.choices.topics)
        self.question = dropdown(desk, "question", self.choices.questions(self.topic.value))
        self.preview = ipywidgets.HTML()
        self.as_they_come = checkbox(desk, "as_they_come")
        self.open = button(desk, "open_round", self.open_round, "sq-board-main")
        self.more = button(desk, "ask_more", self.fold)
        self.of_exercise = field(self.exercise)
        self.of_question = box("sq-board-fields", [field(self.topic), field(self.question)])
        self.asking = section(
            desk, "ask", field(self.kind), self.of_exercise, self.of_question, self.preview,
            field(self.as_they_come, "as_they_come_help", desk), row(self.open),
        )  # fmt: skip
        self.widget = box("sq-board-part", [row(self.more), self.asking])
        self.kind.observe(self.show_choice, "value")
        self.topic.observe(self.show_questions, "value")
        for control in (self.exercise, self.question):
            control.observe(self.show_choice, "value")
        self.show_choice()
        desk.changed.append(self.show)

    @property
    def chosen(self) -> str:
        """The id of what is chosen."""
        control = self.exercise if self.kind.value == EXERCISES else self.question
        subject: str = control.value
        return subject

    def show_questions(self, _change: Any = None) -> None:
        """The questions on a topic."""
        options = self.choices.questions(self.topic.value)
        set_options(self.question, options, options[0][1], self.show_choice)
        self.show_choice()

    def show_choice(self, _change: Any = None) -> None:
        """The lists that belong to the kind, and what is asked."""
        visible(self.of_exercise, self.kind.value == EXERCISES)
        visible(self.of_question, self.kind.value == QUESTIONS)
        say = self.desk.say
        asked = find_subject(self.chosen, say.language).question
        self.preview.value = say.html([paragraph(asked, "sq-question")])

    def open_round(self) -> None:
        """Asks the class."""
        desk = self.desk
        made = desk.client.open_round(desk.code, self.chosen, not self.as_they_come.value)
        desk.number = made["id"]
        self.unfolded = False
        # Asked for anew each time, since it lets students follow each other.
        self.as_they_come.value = False
        desk.refresh()
        desk.tell(desk.say.strings["opened_round"])
        self.then()

    def fold(self) -> None:
        """Folds the lists away, or out."""
        self.unfolded = not self.unfolded
        self.show()

    def show(self) -> None:
        """Lists while nothing was asked yet, or when they are asked for."""
        there, first = self.desk.room is not None, not self.desk.rounds
        visible(self.widget, there)
        visible(self.more, not first)
        visible(self.asking, first or self.unfolded)
        label = self.desk.say.strings["ask_less" if self.unfolded else "ask_more"]
        self.more.description = self.more.tooltip = label
