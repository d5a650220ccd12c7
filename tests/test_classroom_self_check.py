"""Self-checks and flashcards in class: Voilà shows them, and their kernel answers."""

from __future__ import annotations

import time
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, WebSocket, expect

from servicequality.classroom.asked import asked_items, items_in, query_of
from servicequality.page.words import FLASHCARDS
from servicequality.practice.bank import items, topic, topics
from servicequality.practice.words import SELF_CHECK
from tests.test_classroom import AXE, PATIENCE, Server, server

__all__ = ["server"]  # a fixture

TOPIC = "five-gap-model"
PAGE = f"/voila/render/self-check-{TOPIC}.ipynb"
LARGE = 24  # pixels, on a projector of 1920
PING = 33  # seconds: Jupyter's first ping comes after 30
MARKUP = ("{term}", "{cite", ":::", "{teaches}", "$$", "<p", "&lt;", "{count}", "{at}", "**")
# One question of each type.
SIX = list({item["type"]: item for item in items(TOPIC)}.values())


def texts_of(item: dict[str, Any]) -> list[str]:
    """What gives the answer to a question away: all explanations."""
    found = [item.get("explanation", "")]
    for name in ("options", "reasons", "pairs", "extra", "steps", "mistakes"):
        found += [entry["explanation"] for entry in item.get(name, [])]
    return [text.strip() for text in found if text]


def axe(page: Page) -> list[tuple[str, str]]:
    """What axe finds on a page."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then((result) => result.violations)")
    return [(fault["id"], fault["nodes"][0]["html"]) for fault in found]


def focused(page: Page) -> str:
    """The text of what has the focus."""
    text: str = page.evaluate("document.activeElement.textContent")
    return text


def tab_to(page: Page, name: str) -> None:
    """Presses Tab until the button with this name has the focus."""
    for _ in range(60):
        if focused(page) == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key never reaches {name!r}")


def press(page: Page, word: str) -> None:
    """Presses a button by keyboard."""
    tab_to(page, SELF_CHECK[word])
    page.keyboard.press("Enter")


def try_an_answer(page: Page, kind: str) -> None:
    """Enters something by keyboard, whatever it is worth."""
    group = page.get_by_role("group", name=page.locator(".sq-asked .sq-legend").inner_text())
    if kind in ("single", "true_false"):
        for radios in group.get_by_role("radiogroup").all():
            # One stop for the Tab key, arrows inside.
            radios.get_by_role("radio").first.press("Space")
            page.keyboard.press("ArrowDown")
            expect(radios.get_by_role("radio").nth(1)).to_be_checked()
    elif kind == "multiple":
        group.get_by_role("checkbox").first.press("Space")
    elif kind == "matching":
        for number, control in enumerate(group.get_by_role("combobox").all(), start=1):
            control.select_option(index=number)
    elif kind == "numeric":
        group.get_by_role("textbox").press_sequentially("-99")
        page.keyboard.press("Tab")
    else:
        first = page.locator(".sq-step p").first.inner_text().split(maxsplit=1)[1]
        group.get_by_role("button", name=f"Move down: {first}").press("Enter")
        expect(page.locator(".sq-step p").nth(1)).to_contain_text(first)
        expect(page.locator(".sq-announce").first).to_contain_text("now at place 2")
        # The focus goes along.
        page.wait_for_function(
            "name => document.activeElement.textContent === name", arg=f"Move down: {first}"
        )


def test_the_start_page_lists_a_self_check_for_each_topic(server: Server) -> None:
    start = BeautifulSoup(server.answer("/class/")[1], "html.parser")
    (heading,) = [head for head in start.find_all("h2") if head.get_text() == "Self-checks"]
    entries = heading.find_next("ul").find_all("li", recursive=False)
    for slug, entry in zip(topics(), entries, strict=True):
        links = {link["href"]: link.get_text() for link in entry.find_all("a")}
        address = f"/voila/render/self-check-{slug}.ipynb"
        wanted = {address: topic(slug)["title"]}
        # Each question alone.
        wanted |= {f"{address}?only={item['id']}": item["question"] for item in items(slug)}
        assert links == wanted
    (heading,) = [head for head in start.find_all("h2") if head.get_text() == "Flashcards"]
    assert heading.find_next("a")["href"] == "/voila/render/flashcards.ipynb"


def test_questions_that_are_not_there_are_named(server: Server) -> None:
    for path in (f"/class/self-check-{TOPIC}?only=five-name", f"{PAGE}?only=five-names,five-name"):
        status, text = server.answer(path)
        assert status == 404
        said = BeautifulSoup(text, "html.parser").get_text()
        assert "no item 'five-name'. Did you mean 'five-names'" in said
    status, text = server.answer("/class/self-check-five-gaps")
    assert status == 404
    assert "self-check-five-gaps" in text


def test_an_address_names_its_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    assert items_in("") is items_in("a=b") is items_in("only=") is None
    assert items_in(query_of(["one", "two"])[1:]) == ["one", "two"]
    monkeypatch.delenv("QUERY_STRING", raising=False)
    assert asked_items() is None
    monkeypatch.setenv("QUERY_STRING", "only=one%2Ctwo")
    assert asked_items() == ["one", "two"]


def test_questions_of_all_types_are_asked_one_at_a_time_by_keyboard(
    server: Server, browser: Browser
) -> None:
    context = server.context(browser, viewport={"width": 1920, "height": 1080})
    page = context.new_page()
    asked: list[str] = []
    faults: list[str] = []
    connections: list[WebSocket] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("websocket", lambda connection: connections.append(connection))
    assert len(SIX) == 6
    # The short address, with a set of questions.
    page.goto(
        f"{server.address}/class/self-check-{TOPIC}{query_of([item['id'] for item in SIX])}",
        timeout=PATIENCE,
    )
    expect(page.get_by_role("button", name=SELF_CHECK["start_once"])).to_be_visible(
        timeout=PATIENCE
    )
    begun = time.monotonic()
    expect(page).to_have_title("The five-gap model – Self-check")
    body = page.locator("body")
    assert not any(item["question"] in body.inner_text() for item in SIX)
    assert axe(page) == []
    press(page, "start_once")
    for number, item in enumerate(SIX, start=1):
        legend = page.locator(".sq-asked .sq-legend")
        expect(legend).to_have_text(item["question"])
        page.wait_for_function(
            "text => document.activeElement.textContent.startsWith(text)",
            arg=f"Question {number} of ",
        )
        others = [other["question"] for other in SIX if other is not item]
        text = body.inner_text()
        assert not any(part in text for part in others + texts_of(item))
        assert axe(page) == [], item["type"]
        size = legend.evaluate("(element) => parseFloat(getComputedStyle(element).fontSize)")
        assert size >= LARGE
        try_an_answer(page, item["type"])
        # The kernel has it.
        entries = page.get_by_role("group", name=SELF_CHECK["list"]).get_by_role("button")
        expect(entries.nth(number - 1)).to_have_text(f"Question {number}: answered")
        press(page, "check")
        said = page.locator(".sq-said")
        expect(said).to_be_visible()
        expect(page.locator(".sq-answer .sq-parts").first).to_be_visible()
        page.wait_for_function("document.activeElement.querySelector('.sq-said') !== null")
        if "This question comes back later." in said.inner_text():
            assert any(part not in body.inner_text() for part in texts_of(item))
            press(page, "reveal")
            expect(said).to_contain_text(SELF_CHECK["answer_shown"])
        # Of a number, only the mistake that was made is told.
        for part in [item["explanation"]] if item["type"] == "numeric" else texts_of(item):
            expect(body).to_contain_text(part)
        told = body.inner_text()
        assert not any(mark in told for mark in MARKUP)
        assert axe(page) == [], item["type"]
        page.set_viewport_size({"width": 375, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 375
        page.set_viewport_size({"width": 1920, "height": 1080})
        if number < len(SIX):
            press(page, "next")
    # What waits in the list is named by its state.
    expect(entries).to_have_count(6)
    entries.first.press("Enter")
    expect(page.locator(".sq-asked .sq-legend")).to_have_text(SIX[0]["question"])
    press(page, "stop")
    page.wait_for_function("document.activeElement.textContent.startsWith('Your result')")
    expect(page.locator("details")).to_have_count(6)
    assert axe(page) == []
    assert faults == []
    assert [url for url in asked if not url.startswith((server.address, "data:"))] == []
    # A page may stand on the wall for long: its connection is not cut at the first ping.
    page.wait_for_timeout(max(0.0, begun + PING - time.monotonic()) * 1000)
    assert [connection.is_closed() for connection in connections] == [False]
    context.close()


def test_flashcards_are_turned_and_rated_by_keyboard(server: Server, browser: Browser) -> None:
    context = server.context(browser, viewport={"width": 1920, "height": 1080})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{server.address}/class/flashcards", timeout=PATIENCE)
    expect(page.get_by_role("button", name=FLASHCARDS["start"])).to_be_visible(timeout=PATIENCE)
    tab_to(page, FLASHCARDS["start"])
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=FLASHCARDS["ask_meaning"])).to_be_visible()
    face = page.locator(".sq-face")
    expect(face).to_have_count(1)
    first = face.inner_text()
    assert face.evaluate("(element) => parseFloat(getComputedStyle(element).fontSize)") >= LARGE
    tab_to(page, FLASHCARDS["show"])
    page.keyboard.press("Enter")
    expect(face).to_have_count(2)
    page.wait_for_function(
        "text => document.activeElement.textContent.startsWith(text)", arg=FLASHCARDS["answer"]
    )
    assert axe(page) == []
    text = page.locator("body").inner_text()
    assert not any(mark in text for mark in MARKUP)
    tab_to(page, "Good · 10 min")
    page.keyboard.press("Enter")
    expect(face).to_have_count(1)
    expect(face).not_to_have_text(first)
    assert faults == []
    context.close()
