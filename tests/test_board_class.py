"""The board on the class server, in a browser: a rehearsal through two votes, and its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from servicequality.board.words import BOARD
from tests.test_classroom import AXE, PATIENCE, Server, server

__all__ = ["server"]  # a fixture

PAGE = "/voila/render/board.ipynb"
STUDENTS = 8


@dataclass
class Shown:
    """The board in a browser, all that it asked for, and its faults."""

    page: Page
    asked: list[str]
    faults: list[str]

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=BOARD[name], exact=True)

    def press(self, name: str) -> None:
        """Presses a button by keyboard, once it is there."""
        expect(self.button(name)).to_be_visible(timeout=PATIENCE)
        self.button(name).press("Enter")

    def let_answer(self) -> None:
        """Lets simulated students answer, and waits until the count has followed."""
        students = self.page.get_by_label(BOARD["students"], exact=True)
        students.fill(str(STUDENTS))
        students.press("Tab")
        self.press("let_answer")
        # Says why, where the class server has refused an answer.
        told = self.page.locator(".sq-board-rehearsal-part").get_by_text(f" of {STUDENTS}")
        expect(told).to_contain_text(f"{STUDENTS} of {STUDENTS}", timeout=PATIENCE)
        count = self.page.locator(".sq-board-answers")
        expect(count).to_have_text(str(STUDENTS), timeout=PATIENCE)

    def opened(self) -> None:
        """Waits until a round is open and the focus has come to the button that closes it.

        The focus comes last; a key that is pressed before it may meet that button.
        """
        expect(self.button("close")).to_be_focused(timeout=PATIENCE)

    def accessible(self) -> None:
        """axe finds nothing on what is seen now."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("axe.run().then((result) => result.violations)")
        assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []


@pytest.fixture
def shown(server: Server, browser: Browser) -> Iterator[Shown]:
    context = server.context(browser, viewport={"width": 1600, "height": 900})
    page = context.new_page()
    board = Shown(page, [], [])
    page.on("request", lambda request: board.asked.append(request.url))
    page.on("pageerror", lambda error: board.faults.append(str(error)))
    page.goto(server.address + PAGE, timeout=PATIENCE)
    expect(board.button("open_room")).to_be_visible(timeout=PATIENCE)
    yield board
    context.close()


def test_a_rehearsal_from_start_to_end(server: Server, shown: Shown) -> None:
    page = shown.page
    shown.accessible()
    page.get_by_label(BOARD["promise_rehearsal"]).check()
    shown.press("open_room")
    code = page.locator(".sq-board-code")
    expect(code).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("img", name="QR code that leads to")).to_be_visible()
    shown.accessible()
    shown.press("questions")
    page.get_by_label(BOARD["topic"]).select_option(label="Processes, blueprint, back office")
    shown.press("open_round")
    shown.opened()
    shown.let_answer()
    shown.accessible()
    shown.press("close")
    expect(shown.button("show_results")).to_be_focused(timeout=PATIENCE)
    shown.press("again")
    expect(page.get_by_text("Vote 2 is open.")).to_be_visible(timeout=PATIENCE)
    shown.opened()
    shown.let_answer()
    shown.press("close_and_show")
    bars = page.locator(".sq-board-bars").first
    expect(bars).to_contain_text("Vote 1", timeout=PATIENCE)
    expect(bars).to_contain_text("Vote 2")
    expect(bars).not_to_contain_text(BOARD["is_right"])
    page.get_by_label(BOARD["mark"]).check()
    expect(bars).to_contain_text(BOARD["is_right"], timeout=PATIENCE)
    expect(page.get_by_text(f"Answered in both votes: {STUDENTS}.")).to_be_visible()
    shown.accessible()
    shown.press("class_view")
    expect(shown.button("prepare")).to_be_hidden(timeout=PATIENCE)
    expect(shown.button("ask_more")).to_be_hidden()
    expect(shown.button("all_controls")).to_be_focused()
    expect(bars).to_be_visible()
    shown.accessible()
    shown.press("all_controls")
    shown.press("prepare")
    with page.expect_download() as download:
        page.get_by_role("link", name=BOARD["save_xlsx"]).press("Enter", timeout=PATIENCE)
    assert download.value.path().read_bytes().startswith(b"PK")
    shown.press("end")
    expect(shown.button("end_not")).to_be_focused(timeout=PATIENCE)
    shown.accessible()
    shown.press("end_delete")
    expect(page.get_by_text("has ended. Its answers are deleted.")).to_be_visible(timeout=PATIENCE)
    expect(shown.button("open_room")).to_be_focused(timeout=PATIENCE)
    assert shown.faults == []
    outside = [url for url in shown.asked
               if not url.startswith((server.address, "data:", "blob:"))]  # fmt: skip
    assert outside == []
