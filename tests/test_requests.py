"""What pages ask for: nothing from elsewhere, nothing that is not there, and not too early."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page, Request, Response, expect

from tests.pages import (
    CHAPTER,
    Troubles,
    named_pages,
    revive_all,
    the_exercise,
)


def linked(site: Path) -> set[str]:
    """The pages that a reader reaches from the front page, by following links."""
    reached: set[str] = set()
    waiting = [site / "index.html"]
    while waiting:
        path = waiting.pop()
        name = path.relative_to(site).as_posix()
        if name in reached:
            continue
        reached.add(name)
        for link in re.findall(r'<a\b[^>]*\bhref="([^"#?]+)', path.read_text(encoding="utf-8")):
            if not urlsplit(link).scheme:
                waiting.append((path.parent / unquote(link)).resolve())
    return reached


class Requests(list[str]):
    """The addresses that a page asked for; `missing` holds those it did not get."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.missing: list[str] = []
        page.on("request", lambda request: self.append(request.url))
        page.on("requestfailed", self.failed)
        page.on("response", self.answered)

    def failed(self, request: Request) -> None:
        """Notes a request without an answer."""
        self.missing.append(f"{request.url}: {request.failure}")

    def answered(self, response: Response) -> None:
        """Notes an answer that is an error."""
        if response.status >= 400:
            self.missing.append(f"{response.url}: {response.status}")

    def from_elsewhere(self, place: str) -> list[str]:
        """The addresses that lie outside the site."""
        own = (place + "/", "data:", "blob:")
        return [url for url in self if not url.startswith(own)]


def test_every_link_of_the_site_leads_to_a_page(site: Path) -> None:
    reached = linked(site)
    assert {"index.html", CHAPTER} <= reached
    assert reached <= set(named_pages(site))


def test_no_page_asks_another_host_or_makes_an_error(page: Page, place: str, site: Path) -> None:
    requests, troubles = Requests(page), Troubles(page)
    for name in named_pages(site):
        page.goto(f"{place}/{name}")
        revive_all(page)
        page.wait_for_load_state("networkidle")
    assert len(requests) > len(named_pages(site))
    assert requests.from_elsewhere(place) == []
    assert requests.missing == []
    assert troubles == []


def test_pages_name_no_other_host_to_fetch_from(site: Path) -> None:
    fetched = re.compile(r'<(?:script|img|iframe|source|link)\b[^>]*\b(?:src|href)="(?:https?:)?//')
    for name in named_pages(site):
        html = (site / name).read_text(encoding="utf-8")
        assert fetched.findall(html) == [], name
        for unused in ("thebe", "binder", "widget-state", "cdn"):
            assert unused not in html.lower(), name


def test_search_finds_the_chapter(page: Page, place: str) -> None:
    requests, troubles = Requests(page), Troubles(page)
    page.goto(f"{place}/search.html?q=shortfall")
    found = page.locator("#search-results").get_by_role("link", name="The five-gap model").first
    expect(found).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert requests.from_elsewhere(place) == []
    assert requests.missing == []
    assert troubles == []
    found.click()
    expect(the_exercise(page)).to_be_attached()
