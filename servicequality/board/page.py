"""The board as ipywidgets: its parts below each other, and what is told above them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import ipywidgets

from servicequality.board.ask_part import AskPart
from servicequality.board.client import ADDRESS, ClassError, Client, client_of_environment
from servicequality.board.controls import CONTROL, button
from servicequality.board.desk import Desk
from servicequality.board.live import Background
from servicequality.board.result_part import ResultPart
from servicequality.board.room_part import RoomPart
from servicequality.board.round_part import RoundPart
from servicequality.board.save_part import SavePart
from servicequality.board.say import Say, paragraph
from servicequality.board.texts_part import TextsPart
from servicequality.notebook.parts import PRACTICE_STYLE
from servicequality.notebook.widgets import box

SHEET = Path(__file__).parent / "board.css"
# On the page while only what a class needs is shown; board.css says what that is.
CLASS_VIEW = "sq-board-class-view"


class BoardPage:
    """The page; `widget` is what is seen. `desk` is None where there is no class server to ask.

    Without `client` and `address`, both come from the environment. `background` runs what goes on
    beside clicks.
    """

    def __init__(
        self,
        language: str | None = None,
        client: Client | None = None,
        address: str | None = None,
        background: Background | None = None,
    ) -> None:
        self.say = Say(language)
        self.for_class = False
        self.told, self.warning = ipywidgets.HTML(), ipywidgets.HTML()
        self.told.add_class("sq-announce")
        style = ipywidgets.HTML(
            PRACTICE_STYLE + f"<style>{SHEET.read_text(encoding='utf-8')}</style>"
        )
        self.desk: Desk | None = None
        parts: list[ipywidgets.Widget] = []
        try:
            asked = client or client_of_environment(self.say.strings)
            address = os.environ.get(ADDRESS) if address is None else address
            self.desk = Desk(asked, self.say, address, background or Background())
            parts = self.parts(self.desk)
        except ClassError as error:
            self.warn(str(error))
        self.widget = box("sq-exercise", [style, self.warning, self.told, *parts])
        self.widget.add_class("sq-board")

    def __repr__(self) -> str:
        return "Board"

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        bundle: dict[str, Any] = self.widget._repr_mimebundle_(**kwargs)
        return {**bundle, "text/plain": repr(self)}

    def parts(self, desk: Desk) -> list[ipywidgets.Widget]:
        """The parts of the page, in the order in which a class goes on."""
        desk.tell, desk.warn = self.tell, self.warn
        self.view = button(desk, "class_view", self.turn_view, "sq-board-quiet")
        self.room = RoomPart(desk, self.view)
        self.round = RoundPart(desk)
        self.results = ResultPart(desk)
        self.ask = AskPart(desk, self.round.close.focus)
        self.texts = TextsPart(desk)
        self.save = SavePart(desk, self.results.pictures, self.room.open.focus)
        for part in (self.ask, self.texts, self.save):
            part.widget.add_class(CONTROL)
        desk.changed.append(self.leave_view)
        desk.attempt(desk.show)
        shown = (self.room, self.round, self.results, self.ask, self.texts, self.save)
        return [part.widget for part in shown]

    def turn_view(self) -> None:
        """Shows only what a class needs on a projector, or all controls again."""
        self.for_class = not self.for_class
        change = self.widget.add_class if self.for_class else self.widget.remove_class
        change(CLASS_VIEW)
        label = self.say.strings["all_controls" if self.for_class else "class_view"]
        self.view.description = self.view.tooltip = label

    def leave_view(self) -> None:
        """Shows all controls where no class is left."""
        if self.for_class and self.desk is not None and self.desk.room is None:
            self.turn_view()

    def tell(self, text: str) -> None:
        """Says what was done."""
        self.told.value = self.say.html([paragraph(text)] if text else [])

    def warn(self, text: str) -> None:
        """Says what went wrong, at once and to those who listen too; nothing where it is mended."""
        said = ["div", {"class": "sq-messages", "role": "alert"}, paragraph(text)]
        html = self.say.html([said] if text else [])
        if self.warning.value != html:
            self.warning.value = html
