"""The pages for everyone: axe-core's rules, keyboard, small screens, headings, language.

axe-core judges the page as it is used: exercise alive and touched, light and dark, phone and
desktop, the theme's own parts and its dialogs included.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from servicequality.exercises import all_exercises, find
from tests.conftest import ROOT
from tests.pages import (
    CHAPTER,
    bring_to_life,
    control,
    named_pages,
    output,
    page_of,
    revive_all,
    touch,
)
from tests.test_page_bad_input import messages, set_by_script

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = {"phone": 375, "desktop": 1280}
FRONT = "index.html"
QUESTION_PAGE = "exercises/q5-gap-one.html"
QUESTION = "guess-and-compare"
DIAGNOSIS = find("diagnose-gaps")

# Every rule of these tags, and one of those that axe-core does not yet run by itself.
RULES = {
    "resultTypes": ["violations"],
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"label-content-name-mismatch": {"enabled": True}},
}

Opener = Callable[[str, str], Page]


@pytest.fixture(params=WIDTHS)
def opened(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Opener]:
    """Opens a page of the site in a colour mode, at a width, the mode chosen as readers choose."""
    size = {"width": WIDTHS[request.param], "height": 900}
    context = browser.new_context(viewport=size, reduced_motion="reduce")

    def open_it(name: str, mode: str) -> Page:
        page = context.new_page()
        page.goto(f"{address}/{name}")
        for _ in range(3):
            if page.locator("html").get_attribute("data-mode") != mode:
                page.get_by_role("button", name="Color mode").click()
        expect(page.locator("html")).to_have_attribute("data-theme", mode)
        page.get_by_role("heading", level=1).click()
        expect(page.locator(".tooltip")).to_have_count(0)
        return page

    yield open_it
    context.close()


def on_phone(page: Page) -> bool:
    """Whether a page is shown at the width of a phone."""
    return page.evaluate("innerWidth") == WIDTHS["phone"]


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


modes = pytest.mark.parametrize("mode", ["light", "dark"])


def quiet_pages(site: Path) -> list[str]:
    """The pages of the site that hold no exercise."""
    return [
        name
        for name in named_pages(site)
        if "data-exercise=" not in (site / name).read_text(encoding="utf-8")
    ]


@modes
def test_every_page_without_an_exercise(opened: Opener, site: Path, mode: str) -> None:
    names = quiet_pages(site)
    assert {
        FRONT, "book/hotel-yasen.html", "book/key-terms.html", "book/references.html",
        "search.html", "genindex.html",
    } == set(names)  # fmt: skip
    for name in names:
        page = opened(name, mode)
        assert violations(page) == [], name
        page.close()


def solve(exercise: Locator, case: dict[str, str], gap: str) -> None:
    """Answers one case: this gap, and the remedy that fits the case."""
    control(exercise, f"gap_{case['id']}").select_option(gap)
    remedy = exercise.locator(f'[data-field="remedy_{case["id"]}"]')
    remedy.locator(f'input[value="{case["remedy"]}"]').check()


def use_the_chapter(page: Page) -> None:
    """Uses each exercise of the chapter, then opens the card of a key term."""
    model = bring_to_life(page, "gap-model")
    model.locator('[data-pick="gap=G3"]').click()
    expect(model.locator('input[value="G3"]')).to_be_checked()
    expect(output(model, "shown")).to_contain_text("Gap 3")

    explorer = bring_to_life(page)
    touch(explorer, "expectation", "ArrowLeft")
    control(explorer, "promise_heard").check()
    explorer.locator("summary").first.click()
    expect(explorer.locator(".sq-chart-picture")).to_have_attribute("data-chart-state", "live")
    expect(explorer.get_by_role("status")).not_to_be_empty()

    diagnosing = bring_to_life(page, DIAGNOSIS.id)
    first, second = DIAGNOSIS.data["cases"][:2]
    solve(diagnosing, first, first["gap"])
    solve(diagnosing, second, next(gap for gap in ("G1", "G2") if gap != second["gap"]))
    right = output(diagnosing, f"checked_{first['id']}").locator("[data-state=right]")
    expect(right).to_have_count(2)
    wrong = output(diagnosing, f"checked_{second['id']}")
    expect(wrong.locator("[data-state=wrong]")).to_have_count(1)
    expect(wrong.locator("[data-state=later]")).to_have_count(1)

    page.locator("a.sq-term").first.focus()
    expect(page.locator("#sq-term-card")).to_be_visible()


def use_question_five(page: Page) -> None:
    """Answers question 5: everything that waits is opened."""
    exercise = bring_to_life(page, QUESTION)
    for name in ("compare", "check_causes", "show_model"):
        control(exercise, name).check()
    for cause in ("no_research", "overpromise"):
        exercise.locator(f'input[value="{cause}"]').check()
    control(exercise, "written_answer").fill("My answer.")
    touch(exercise, "ask_guests", "ArrowRight")
    touch(exercise, "score_causes", "End")
    expect(exercise.locator(".sq-chart-picture")).to_have_attribute("data-chart-state", "live")
    for state in ("right", "wrong", "missed"):
        found = output(exercise, "causes_checked").locator(f"[data-state={state}]")
        expect(found.first).to_be_visible()
    for name in ("levels", "points_table", "levels_chart", "effect", "model_answer"):
        expect(output(exercise, name)).to_be_visible()
    expect(exercise.get_by_role("status")).not_to_be_empty()


def spoil_a_cell(page: Page) -> None:
    """Enters what does not fit into a cell of question 5's table."""
    exercise = bring_to_life(page, QUESTION)
    exercise.locator("[data-row=wifi] [data-column=importance]").fill("200")
    expect(messages(exercise)).to_be_visible()


def show_stale_results(page: Page) -> None:
    """Takes away the paleness of results behind a message: it is meant, they no longer hold."""
    page.add_style_tag(content=".sq-stale * { opacity: 1 !important; }")


USES = {CHAPTER: use_the_chapter, QUESTION_PAGE: use_question_five}


@modes
@pytest.mark.parametrize("name", USES)
def test_a_page_with_its_exercises_used(opened: Opener, name: str, mode: str) -> None:
    page = opened(name, mode)
    USES[name](page)
    assert violations(page) == []


def test_every_page_with_an_exercise_is_used_here(site: Path) -> None:
    assert set(named_pages(site)) - set(quiet_pages(site)) == set(USES)


@modes
def test_question_five_with_a_cell_out_of_range(opened: Opener, mode: str) -> None:
    page = opened(QUESTION_PAGE, mode)
    use_question_five(page)
    spoil_a_cell(page)
    show_stale_results(page)
    assert violations(page) == []


@modes
def test_the_chapter_with_a_message_in_its_exercise(opened: Opener, mode: str) -> None:
    page = opened(CHAPTER, mode)
    exercise = bring_to_life(page)
    set_by_script(exercise, "perception", "99")
    expect(messages(exercise)).to_be_visible()
    show_stale_results(page)
    assert violations(page) == []


@modes
def test_the_chapter_where_its_exercises_failed(opened: Opener, mode: str) -> None:
    page = opened(FRONT, mode)
    page.route("**/micropython-*.js*", lambda route: route.abort())
    page.goto(page.url.replace(FRONT, CHAPTER))
    for exercise in page.locator("[data-exercise]").all():
        exercise.scroll_into_view_if_needed()
        expect(exercise).to_have_attribute("data-state", "failed")
    assert violations(page) == []


@modes
def test_the_dialogs_of_the_theme(opened: Opener, mode: str) -> None:
    page = opened(CHAPTER, mode)
    page.locator(".search-button__button").filter(visible=True).first.click()
    expect(page.locator("#pst-search-dialog")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")

    if on_phone(page):
        for side in ("primary", "secondary"):
            page.locator(f".bd-header-article .{side}-toggle").click()
            expect(page.locator(f"#pst-{side}-sidebar-modal")).to_be_visible()
            assert violations(page) == [], side
            page.keyboard.press("Escape")


WIDTH = "document.documentElement.scrollWidth"


def test_no_page_scrolls_sideways_at_320_pixels(browser: Browser, address: str, site: Path) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    # Question 5 comes last, for the cell that is spoilt there.
    for name in sorted(named_pages(site), key=lambda name: name == QUESTION_PAGE):
        page.goto(f"{address}/{name}")
        assert page.evaluate(WIDTH) <= 320, name
        revive_all(page)
        assert page.evaluate(WIDTH) <= 320, f"{name}, alive"
        if name in USES:
            USES[name](page)
            assert page.evaluate(WIDTH) <= 320, f"{name}, used"
    spoil_a_cell(page)
    assert page.evaluate(WIDTH) <= 320
    page.close()


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


# All places of an exercise where Tab stops, in their order; only the chosen one of radio buttons.
STOPS = """(exercise) => {
  const all = exercise.querySelectorAll("input, select, textarea, button, summary, a[href]");
  globalThis.stops = [...all].filter((one) =>
    one.checkVisibility() && (one.type !== "radio" || one.checked));
  return stops.length;
}"""

# What the browser shows of the element that has the focus.
FOCUSED = """() => {
  const { activeElement: element } = document;
  const style = getComputedStyle(element);
  const { left, top, width, height } = element.getBoundingClientRect();
  const there = document.elementFromPoint(left + width / 2, top + height / 2);
  return {
    stop: stops.indexOf(element),
    html: element.outerHTML.slice(0, 100),
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    uncovered: element === there || element.contains(there),
    there: there?.outerHTML.slice(0, 100),
  };
}"""


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("exercise_id", [exercise.id for exercise in all_exercises()])
def test_every_control_is_reached_by_keyboard_and_seen(
    browser: Browser, address: str, site: Path, exercise_id: str, width: int, key: str
) -> None:
    # A page that glides to where the focus is would be looked at on its way.
    page = browser.new_page(viewport={"width": width, "height": 812}, reduced_motion="reduce")
    page.goto(f"{address}/{page_of(site, exercise_id)}")
    exercise = bring_to_life(page, exercise_id)
    wanted = list(range(exercise.evaluate(STOPS)))
    back = {"Tab": "Shift+Tab", "Shift+Tab": "Tab"}[key]
    if key == "Shift+Tab":
        wanted.reverse()
    # Come from outside, as a reader does.
    page.evaluate("(first) => stops[first].focus()", wanted[0])
    page.keyboard.press(back)
    seen: list[dict[str, Any]] = []
    while not seen or seen[-1]["stop"] != wanted[-1]:
        page.keyboard.press(key)
        seen.append(page.evaluate(FOCUSED))
        # A table that scrolls is a stop of its own in some browsers.
        assert len(seen) < len(wanted) + 10, seen
    page.close()
    assert [focus["stop"] for focus in seen if focus["stop"] >= 0] == wanted
    assert [focus for focus in seen if focus["outline"] < 2] == []
    assert [focus for focus in seen if not focus["uncovered"]] == []
