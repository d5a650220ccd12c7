"""What the tests share: the built site, a server for it, a browser."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from servicequality.book.build import SITE, build
from servicequality.book.serve import server
from tests.find_browser import found
from tests.opened import LARGER, WIDTHS, Opener, opener

ROOT = Path(__file__).parents[1]

# Without the second option Chromium asks its maker's hosts for updates at every start. The third
# gives this machine a name that is no secure context, as the address of a class is none.
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--host-resolver-rules=MAP class.local 127.0.0.1",
]
# As patient as Playwright's actions: a busy machine may take its time, what never comes is red.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the built site, brought up to date first."""
    build()
    return SITE


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the built site on a local server, without a slash at the end."""
    httpd = server(site)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_address[1]}"
    httpd.shutdown()


@pytest.fixture(params=["http", "file"])
def place(request: pytest.FixtureRequest, site: Path) -> str:
    """Where the site is read from, without a slash at the end: a local server, or its folder."""
    if request.param == "file":
        return site.as_uri()
    address: str = request.getfixturevalue("address")
    return address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser: the machine's Chromium where there is one, else Playwright's own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found(), args=CHROMIUM_OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page with a profile of its own, the size of a phone."""
    context = browser.new_context(viewport={"width": 375, "height": 812})
    yield context.new_page()
    context.close()


@pytest.fixture(params=WIDTHS)
def opened(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Opener]:
    """What opens a page of the site in a colour mode, on a phone and on a desktop."""
    # A page that glides to where the focus is would be looked at on its way.
    size = {"width": WIDTHS[request.param], "height": 900}
    context = browser.new_context(viewport=size, reduced_motion="reduce")
    yield opener(context, address)
    context.close()


@pytest.fixture
def desktop(browser: Browser) -> Iterator[BrowserContext]:
    """A profile of its own on a desktop, where the contents stand beside the page."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, reduced_motion="reduce", accept_downloads=True
    )
    yield context
    context.close()


@pytest.fixture(params=[(320, "100%"), (640, "200%")], ids=["320 pixels", "text of twice the size"])
def small(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """An empty page on a screen with little room."""
    width, size = request.param
    context = browser.new_context(viewport={"width": width, "height": 640})
    context.add_init_script(LARGER % size)
    yield context.new_page()
    context.close()
