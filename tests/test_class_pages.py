"""The pages that a class opens, in a browser: the book under its policy, codes, tokens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from servicequality.classroom.words import CLASSROOM
from tests.class_hall import NAME, REACHED, TOKEN, Door, open_door
from tests.pages import named_pages, open_live, output, touch
from tests.test_classroom import AXE

# What a policy forbids is no error of a script, and would go unseen.
WATCH = """
globalThis.forbidden = [];
addEventListener("securitypolicyviolation", (event) => {
  forbidden.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`);
});
"""


@pytest.fixture(scope="module")
def door(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    with open_door(tmp_path_factory.mktemp("class"), site=site) as door:
        yield door


@pytest.fixture(params=[(375, "light"), (375, "dark"), (1280, "light")], ids=str)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """An empty page on a phone in both colours, and on a desktop."""
    width, colours = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=colours, reduced_motion="reduce"
    )
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


def forbidden(page: Page) -> list[str]:
    """What the policy of the page has forbidden."""
    found: list[str] = page.evaluate("forbidden")
    return found


def check(page: Page) -> None:
    """Looks at a page with axe, and at its width."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then((result) => result.violations)")
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


@pytest.mark.parametrize("host", ["127.0.0.1", NAME])
def test_an_exercise_comes_alive_under_the_policy(door: Door, browser: Browser, host: str) -> None:
    # An address that is not loopback is no secure context: less is there for scripts. This name
    # leads to loopback for the tests' browser alone.
    context = browser.new_context(viewport={"width": 375, "height": 800})
    context.add_init_script(WATCH)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    place = f"http://{host}:{door.port}"
    exercise = open_live(page, place)
    assert page.evaluate("isSecureContext") is (host == "127.0.0.1")
    before = output(exercise, "customer_gap").inner_text()
    chart = output(exercise, "gap_chart").locator("svg").first
    drawn = chart.inner_html()
    touch(exercise, "perception", "ArrowRight")
    expect(output(exercise, "customer_gap")).not_to_have_text(before)
    page.wait_for_function(
        # Not of one svg: the first is replaced as charts come alive.
        "([place, before]) => place.querySelector('svg').innerHTML !== before",
        arg=[output(exercise, "gap_chart").element_handle(), drawn],
    )
    assert forbidden(page) == []
    assert [url for url in asked if not url.startswith((place, "data:", "blob:"))] == []
    context.close()


def test_no_page_of_the_book_needs_what_its_policy_forbids(
    door: Door, site: Path, browser: Browser
) -> None:
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    found = {}
    for name in named_pages(site):
        page.goto(f"http://127.0.0.1:{door.port}/{name}", wait_until="load")
        if there := forbidden(page):
            found[name] = there
    context.close()
    assert found == {}


def test_a_script_that_comes_in_from_outside_is_not_run(door: Door, browser: Browser) -> None:
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{door.port}/")
    page.evaluate(
        """() => {
          const image = "<img src=x: onerror='globalThis.ran = 1'>";
          document.body.insertAdjacentHTML("beforeend", image);
          const script = document.createElement("script");
          script.textContent = "globalThis.ran = 2";
          document.body.append(script);
        }"""
    )
    page.wait_for_function("forbidden.length >= 2")
    assert page.evaluate("globalThis.ran") is None
    context.close()


def test_a_code_is_typed_and_mended_by_keyboard(door: Door, page: Page) -> None:
    page.goto(f"http://127.0.0.1:{door.port}/join")
    field = page.get_by_label(CLASSROOM["join_code"])
    expect(field).to_be_focused()
    check(page)
    page.keyboard.type("1234 567")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("“1234 567” is no code of a class.")
    expect(field).to_be_focused()
    check(page)
    page.keyboard.press("End")
    page.keyboard.type("8")
    page.keyboard.press("Enter")
    page.wait_for_url("**/index.html?room=12345678")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_the_token_is_asked_for_and_leads_on(door: Door, page: Page) -> None:
    page.goto(f"http://127.0.0.1:{door.port}/voila/render/board.ipynb")
    check(page)
    page.get_by_label(CLASSROOM["sign_in_token"]).fill("guessed")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("This is not the instructor’s token.")
    check(page)
    page.get_by_label(CLASSROOM["sign_in_token"]).fill(TOKEN)
    page.get_by_role("button", name=CLASSROOM["sign_in_go"]).click()
    page.wait_for_url("**/voila/render/board.ipynb")
    expect(page.locator("body")).to_have_text(REACHED.decode())
    # Scripts cannot read what was kept.
    assert page.evaluate("document.cookie") == ""


def test_the_printed_address_leads_to_one_without_token(door: Door, page: Page) -> None:
    page.goto(f"http://127.0.0.1:{door.port}/class/?token={TOKEN}")
    assert page.url == f"http://127.0.0.1:{door.port}/class/"
    expect(page.locator("body")).to_have_text(REACHED.decode())
