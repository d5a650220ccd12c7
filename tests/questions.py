"""The pages of the discussion questions, used as readers use them: by keyboard, without scripts."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page, expect


def open_question(page: Page, address: str) -> Page:
    """The page at an address, its exercise alive."""
    page.goto(address)
    exercise = page.locator("[data-exercise]")
    exercise.scroll_into_view_if_needed()
    # A sign of life: nothing is fetched for readers who only arrive.
    page.keyboard.press("Shift")
    expect(exercise).to_have_attribute("data-state", "live")
    return page


def tab_to(page: Page, selector: str, backwards: bool = False) -> None:
    """Presses Tab until an element has the focus; fails where it never gets it."""
    for _ in range(200):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
    raise AssertionError(f"the Tab key never reaches {selector}")


def output(page: Page, name: str) -> str:
    """The text of a view."""
    return page.locator(f"[data-output={name}]").inner_text()


def text_without_scripts(browser: Browser, site: Path, name: str) -> str:
    """What a reader without JavaScript sees of the exercise on a page of the site."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / name).as_uri())
    text = page.locator("[data-exercise]").inner_text()
    context.close()
    return text
