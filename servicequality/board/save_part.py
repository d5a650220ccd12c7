"""Saving what a class answered, and ending the class."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import ipywidgets

from servicequality.board.controls import button, row, section
from servicequality.board.desk import Desk
from servicequality.board.pictures import PNG, Picture, link_to
from servicequality.board.say import Node, paragraph
from servicequality.notebook.parts import visible
from servicequality.notebook.widgets import box

CSV = "text/csv;charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KEEP = "keep"


class SavePart:
    """Links that hold the files themselves, and the end of the class behind a question.

    `pictures` gives the charts that are shown, each under its title; `then` gives the focus to
    what comes after the end.
    """

    def __init__(
        self,
        desk: Desk,
        pictures: Callable[[], list[tuple[str, Picture]]],
        then: Callable[[], None],
    ) -> None:
        self.desk = desk
        self.then = then
        self.pictures = pictures
        strings = desk.say.strings
        self.prepare = button(desk, "prepare", self.prepare_files)
        self.links = ipywidgets.HTML()
        self.end = button(desk, "end", self.ask)
        self.question = ipywidgets.HTML()
        self.question.add_class("sq-announce")
        self.delete = button(desk, "end_delete", lambda: self.end_class(False), "sq-board-danger")
        self.keep = button(desk, "end_keep", lambda: self.end_class(True))
        self.stay = button(desk, "end_not", self.answer_no)
        self.asking = box(
            "sq-board-question-box", [self.question, row(self.delete, self.keep, self.stay)]
        )
        help_text = ipywidgets.HTML(desk.say.html([paragraph(strings["prepare_help"], "sq-help")]))
        self.widget = section(
            desk, "save", row(self.prepare), help_text, self.links, row(self.end), self.asking
        )
        desk.changed.append(self.show)

    def show(self) -> None:
        """Shows the part while there is a class; what was prepared for another round is gone."""
        visible(self.widget, self.desk.room is not None)
        visible(self.prepare, self.desk.round is not None)
        visible(self.asking, False)
        self.links.value = ""

    def prepare_files(self) -> None:
        """Fetches the files and shows a link for each."""
        desk, say, number = self.desk, self.desk.say, self.desk.number
        if number is None:
            return
        today = date.today().isoformat()
        files = [
            (say.strings["save_csv"], f"class-answers-{number}-{today}.csv", CSV,
             desk.client.round_csv(desk.code, number)),
            (say.strings["save_xlsx"], f"class-answers-{today}.xlsx", XLSX,
             desk.client.room_xlsx(desk.code)),
        ]  # fmt: skip
        for place, (title, picture) in enumerate(self.pictures(), start=1):
            label, name = say("save_png", title=title), f"class-chart-{number}-{place}-{today}.png"
            files.append((label, name, PNG, picture.png(say.language)))
        items: list[Node] = [
            ["li", {}, ["a", {"href": link_to(content, kind), "download": name}, label]]
            for label, name, kind, content in files
        ]
        self.links.value = say.html([["ul", {"class": "sq-board-links"}, *items]])
        desk.tell(say.strings["prepared"])

    def ask(self) -> None:
        """Asks whether the class is to end."""
        room, say = self.desk.room, self.desk.say
        if room is None:
            return
        may_keep = room["promise"] == KEEP
        told = say.strings["end_may_keep" if may_keep else "end_deletes"]
        question = [paragraph(say("end_question", spoken=room["spoken"])), paragraph(told)]
        self.question.value = say.html(question)
        visible(self.keep, may_keep)
        visible(self.asking, True)
        # Where a hurried Enter does no harm.
        self.stay.focus()

    def answer_no(self) -> None:
        """The class goes on."""
        visible(self.asking, False)
        self.end.focus()

    def end_class(self, keep: bool) -> None:
        """Ends the class."""
        desk = self.desk
        room = desk.room
        assert room is not None
        desk.client.end_room(desk.code, keep)
        desk.leave()
        name = "ended_kept" if keep else "ended_deleted"
        desk.tell(desk.say(name, spoken=room["spoken"]))
        self.then()
