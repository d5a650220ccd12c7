"""Students' pages in a class: the built site and the class's addresses on one server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect
from tornado.web import StaticFileHandler

from servicequality.classmode.engines import store_url
from servicequality.classmode.store import Store
from servicequality.page.words import CLASS_PAGE
from tests.class_api import EXERCISE, Api, running
from tests.pages import CHAPTER, come_alive, the_exercise

API = "**/class/api/**"


@contextmanager
def class_site(site: Path, folder: Path, **options: Any) -> Iterator[Api]:
    """The site with class mode, its answers kept in a folder."""
    files = (r"/(.*)", StaticFileHandler, {"path": str(site), "default_filename": "index.html"})
    with running(
        Store(store_url(None, folder / "answers.sqlite3")), more=[files], **options
    ) as api:
        yield api


def address_of(api: Api) -> str:
    """The address of the site, without a slash at the end."""
    return f"http://127.0.0.1:{api.port}"


def join(page: Page, api: Api, code: str, name: str = CHAPTER) -> None:
    """Opens a page with the code of a room, and waits until the class has answered."""
    page.goto(f"{address_of(api)}/{name}?room={code}")
    expect(line(page)).to_contain_text(f"{code[:4]} {code[4:]}")
    expect(line(page).locator("details")).to_be_visible()


def line(page: Page) -> Locator:
    """The line on top of the page."""
    return page.locator("[data-class-line]")


def bar(page: Page, subject: str = EXERCISE) -> Locator:
    """The bar below an exercise or question."""
    return page.locator(f'[data-class-bar="{subject}"]')


def send_button(page: Page, subject: str = EXERCISE) -> Locator:
    """The button that sends."""
    return bar(page, subject).get_by_role("button")


def expect_state(page: Page, name: str, subject: str = EXERCISE) -> None:
    """Waits until an answer stands so; its sentence is that of the state."""
    sentence = bar(page, subject).locator("p")
    expect(sentence).to_have_attribute("data-class-state", name)
    expect(sentence).to_contain_text(CLASS_PAGE[name].split("{")[0].strip())


def look(page: Page) -> None:
    """Has the page look now for what is open, as it does when the connection is back."""
    page.evaluate("dispatchEvent(new Event('online'))")


def cut_off(page: Page) -> None:
    """From now on the page does not reach the class; the site is still there."""
    page.route(API, lambda route: route.abort())


def reach_again(page: Page) -> None:
    """The class can be reached again, and the browser says so."""
    page.unroute(API)
    look(page)


def alive(page: Page, exercise: str = "gap-explorer") -> Locator:
    """The exercise, alive."""
    element = the_exercise(page, exercise)
    come_alive(element)
    return element


def answers(api: Api, code: str, number: int) -> list[dict[str, Any]]:
    """The values of the answers that are stored for a round, in the order they came."""
    store = api.service.store
    room = store.room(code)
    found = next(one for one in store.rounds(room) if one.id == number)
    return [answer.values for answer in store.answers(found)]
