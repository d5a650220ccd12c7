"""The way into a class by its code: `/join` asks for it, `/join/CODE` leads to the front page."""

from __future__ import annotations

from servicequality.classmode.codes import LONGEST_TYPED, read_code
from servicequality.classroom.open_pages import OpenPage

PATH = "/join"
# A code longer than any is not shown back.
LONGEST_SHOWN = LONGEST_TYPED


def front_page(code: str) -> str:
    """The address at which a student's page learns the code of its room."""
    return f"/index.html?room={code}"


class Join(OpenPage):
    """`/join`, `/join?code=TYPED` and `/join/TYPED`."""

    def get(self, given: str | None = None) -> None:
        """Leads on where the code can be one; whether there is such a class the page finds out."""
        typed = (given or self.get_query_argument("code", "")).strip()
        if code := read_code(typed):
            self.lead(front_page(code))
            return
        self.show(
            "join.html",
            404 if typed else 200,
            typed=typed[:LONGEST_SHOWN],
            longest=LONGEST_TYPED,
            path=PATH,
        )

    head = get
