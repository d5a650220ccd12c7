"""Cards for key terms: on hover, on focus and on tap; Escape closes; on http and file alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

PAGE = "chapters/03-five-gap-model.html"


@pytest.fixture(params=["http", "file"])
def start(request: pytest.FixtureRequest, site: Path, address: str) -> str:
    """The address of the chapter, on a server and as a file."""
    return f"{address}/{PAGE}" if request.param == "http" else (site / PAGE).as_uri()


@pytest.fixture
def desktop(browser: Browser, start: str) -> Iterator[Page]:
    """The chapter on a desktop with a mouse."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(start)
    yield page
    context.close()


@pytest.fixture
def phone(browser: Browser, start: str) -> Iterator[Page]:
    """The chapter on a small phone that is touched."""
    context = browser.new_context(
        viewport={"width": 375, "height": 667}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(start)
    yield page
    context.close()


def term(page: Page, name: str = "expected service") -> Locator:
    """The link of a key term in the text."""
    return page.locator("a.sq-term", has_text=name).first


def card(page: Page) -> Locator:
    """The card."""
    return page.locator("#sq-term-card")


def test_pointing_opens_the_card_and_leaving_closes_it(desktop: Page) -> None:
    term(desktop).hover()
    expect(card(desktop)).to_be_visible()
    expect(card(desktop)).to_contain_text("Expected service is the service that a guest believes")
    # The card can be pointed at itself (WCAG 1.4.13).
    card(desktop).hover()
    expect(card(desktop)).to_be_visible()
    desktop.mouse.move(5, 5)
    expect(card(desktop)).to_be_hidden()


def test_focus_opens_the_card_and_escape_closes_it(desktop: Page) -> None:
    term(desktop).focus()
    expect(card(desktop)).to_be_visible()
    expect(term(desktop)).to_have_attribute("aria-describedby", "sq-term-card")
    desktop.keyboard.press("Escape")
    expect(card(desktop)).to_be_hidden()
    expect(term(desktop)).to_be_focused()


def test_enter_follows_the_link_to_the_key_term(desktop: Page) -> None:
    term(desktop).focus()
    desktop.keyboard.press("Enter")
    desktop.wait_for_url("**/key-terms.html#term-Expected-service")
    assert desktop.locator("dt#term-Expected-service").is_visible()


def test_the_first_tap_opens_the_card_inside_the_screen(phone: Page) -> None:
    term(phone).tap()
    expect(card(phone)).to_be_visible()
    box = card(phone).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 375
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 667
    assert phone.url.endswith(PAGE)


def test_a_tap_elsewhere_closes_the_card_and_a_second_one_follows(phone: Page) -> None:
    term(phone).tap()
    phone.locator("h1").tap()
    expect(card(phone)).to_be_hidden()
    term(phone).tap()
    term(phone).tap()
    phone.wait_for_url("**/key-terms.html#term-Expected-service")


def test_the_bulgarian_term_is_marked_as_such(desktop: Page) -> None:
    term(desktop).focus()
    assert card(desktop).locator("[lang=bg]").inner_text() == "очаквана услуга"


def test_without_javascript_a_term_is_a_link(browser: Browser, start: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(start)
    page.get_by_role("link", name="expected service").first.click()
    page.wait_for_url("**/key-terms.html#term-Expected-service")
    context.close()
