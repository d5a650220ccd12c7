"""The pages for everyone: axe-core's rules, headings, titles, language.

`violations` asks axe-core; every page as built and used is judged in `test_every_page.py`, and here
what is to be opened first: contents, search, messages. Focus, targets and reflow have files of
their own.
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.conftest import ROOT
from tests.opened import Opener, modes, on_phone
from tests.pages import CHAPTER, bring_to_life, named_pages, page_of, the_exercise
from tests.test_page_bad_input import messages, set_by_script
from tests.used import (
    QUESTION,
    exercises_on,
    show_shared,
    spoil_a_cell,
    use_page,
)

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"

# Every rule of these tags, and one of those that axe-core does not yet run by itself.
RULES = {
    "resultTypes": ["violations"],
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"label-content-name-mismatch": {"enabled": True}},
}


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong with a page as it stands: rule, element and reason."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate("(options) => axe.run(document, options)", RULES)
    # A run that judged nothing would find nothing.
    kinds = ("violations", "passes", "incomplete", "inapplicable")
    ran = {rule["id"] for kind in kinds for rule in result[kind]}
    assert {"color-contrast", "region", "target-size", "label-content-name-mismatch"} <= ran
    return [
        f"{rule['id']}: {node['html'][:200]}: {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]


@modes
def test_question_five_with_a_cell_out_of_range(opened: Opener, site: Path, mode: str) -> None:
    page = opened(page_of(site, QUESTION), mode)
    use_page(page)
    spoil_a_cell(page)
    assert violations(page) == []


@modes
def test_the_chapter_with_a_message_in_its_exercise(opened: Opener, mode: str) -> None:
    page = opened(CHAPTER, mode)
    exercise = bring_to_life(page)
    set_by_script(exercise, "perception", "99")
    expect(messages(exercise)).to_be_visible()
    assert violations(page) == []


@modes
def test_the_chapter_where_its_exercises_failed(opened: Opener, mode: str) -> None:
    page = opened("search.html", mode)
    page.route("**/micropython-*.js*", lambda route: route.abort())
    page.goto(page.url.replace("search.html", CHAPTER))
    for exercise_id in exercises_on(page):
        exercise = the_exercise(page, exercise_id)
        exercise.scroll_into_view_if_needed()
        exercise.locator("input, select, textarea").first.focus()
        expect(exercise).to_have_attribute("data-state", "failed")
    assert violations(page) == []


@modes
def test_values_from_a_link(opened: Opener, mode: str) -> None:
    page = opened(CHAPTER, mode)
    show_shared(page)
    assert violations(page) == []


@modes
def test_the_open_contents(opened: Opener, mode: str) -> None:
    page = opened(CHAPTER, mode)
    if on_phone(page):
        page.locator("[data-menu-open]").click()
        expect(page.locator("[data-menu-close]")).to_be_focused()
    expect(page.locator("nav#contents")).to_be_visible()
    assert violations(page) == []


@modes
def test_what_a_search_finds(opened: Opener, mode: str) -> None:
    page = opened("search.html", mode)
    page.locator("main input[type=search]").fill("shortfall")
    page.locator("main input[type=search]").press("Enter")
    expect(page.locator("#search-results li").first).to_be_visible()
    assert violations(page) == []


def test_every_page_has_one_title_its_language_and_a_name(site: Path) -> None:
    titles = set()
    for name in named_pages(site):
        html = (site / name).read_text(encoding="utf-8")
        assert len(re.findall(r"<h1\b", html)) == 1, name
        assert re.search(r'<html [^>]*\blang="en"', html), name
        title = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
        assert title, name
        titles.add(title[1].strip())
    assert len(titles) == len(named_pages(site))


def test_headings_leave_no_level_out(page: Page, address: str, site: Path) -> None:
    for name in named_pages(site):
        page.goto(f"{address}/{name}")
        levels = page.evaluate(
            """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
              .filter((heading) => heading.checkVisibility()).map(({ tagName }) => +tagName[1])"""
        )
        assert levels[0] == 1, name
        steps = [after - before for before, after in pairwise(levels)]
        assert all(step <= 1 for step in steps), (name, levels)
