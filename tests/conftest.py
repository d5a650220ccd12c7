"""What the tests share: the built site, a server for it, a browser."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from servicequality.book.build import SITE, build
from servicequality.book.serve import server

ROOT = Path(__file__).parents[1]

# Without the second option Chromium asks its maker's hosts for updates at every start.
CHROMIUM_OPTIONS = ["--no-sandbox", "--disable-background-networking"]


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
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=CHROMIUM_OPTIONS
        )
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page with a profile of its own, the size of a phone."""
    context = browser.new_context(viewport={"width": 375, "height": 812})
    yield context.new_page()
    context.close()
