"""Whether a browser keeps the entries of each page apart, as some do for pages from a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from servicequality.page.words import WORKBOOK as WORDS
from tests.pages import Troubles
from tests.worked import PREFIX, WORKBOOK, keep, kept, record

# A storage for each page: keys are kept under the page's path.
APART = """
  const real = { get: Storage.prototype.getItem, set: Storage.prototype.setItem,
                 remove: Storage.prototype.removeItem };
  const own = (key) => `${location.pathname}|${key}`;
  Storage.prototype.getItem = function (key) { return real.get.call(this, own(key)); };
  Storage.prototype.setItem = function (key, text) { real.set.call(this, own(key), text); };
  Storage.prototype.removeItem = function (key) { real.remove.call(this, own(key)); };
"""


@pytest.fixture
def folder(site: Path) -> str:
    """The address of the site in its folder."""
    return site.as_uri()


def test_pages_that_share_their_storage_say_nothing(page: Page, folder: str) -> None:
    troubles = Troubles(page)
    keep(page, folder, {"exercise/gap-model": record("gap-model", gap="G2")})
    page.reload()
    expect(page.locator("[data-document]")).to_be_visible()
    # The frame is gone once it has answered, and so is what it was asked for.
    expect(page.locator("iframe")).to_have_count(0)
    expect(page.locator("[data-storage]")).to_be_hidden()
    assert list(kept(page)) == [f"{PREFIX}exercise/gap-model"]
    assert troubles == []


def test_pages_that_are_kept_apart_say_so(page: Page, folder: str) -> None:
    page.add_init_script(APART)
    page.goto(f"{folder}/{WORKBOOK}")
    expect(page.locator("[data-storage]")).to_have_text(WORDS["storage_apart"])
    expect(page.locator("iframe")).to_have_count(0)
    assert kept(page) == {}


def test_a_page_that_does_not_answer_is_taken_for_one_that_does_not_see(
    page: Page, folder: str
) -> None:
    page.clock.install()
    page.route("**/probe-*.html*", lambda route: route.abort())
    page.goto(f"{folder}/{WORKBOOK}")
    expect(page.locator("[data-workbook]")).to_have_attribute("data-state", "live")
    expect(page.locator("[data-storage]")).to_be_hidden()
    page.clock.run_for(5000)
    expect(page.locator("[data-storage]")).to_have_text(WORDS["storage_apart"])


def test_from_a_server_nothing_is_probed(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/{WORKBOOK}")
    page.wait_for_load_state("networkidle")
    assert not any("probe" in url for url in asked)
    expect(page.locator("[data-storage]")).to_be_hidden()
