"""What pages ask for: nothing from elsewhere, nothing that is not there, and not too early."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, Request, Response, expect

from tests.pages import (
    CHAPTER,
    Troubles,
    bring_to_life,
    control,
    named_pages,
    revive_all,
    the_exercise,
    touch,
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


def kind(url: str) -> str:
    """A file's name without folders, query and the hash of its content."""
    name = Path(urlsplit(url).path).name
    return re.sub(r"[-.][0-9a-f]{12,64}(?=\.)", "", name)


# What a reader's phone fetches until the first slider works. Everything here costs every reader
# time and money: think twice before you add a line.
THEME = {
    "theme.css", "pydata-sphinx-theme.css", "sphinx-book-theme.css", "pygments.css",
    "basic.css", "togglebutton.css", "copybutton.css", "mystnb.css", "sphinx-design.min.css",
    "bootstrap.js", "pydata-sphinx-theme.js", "sphinx-book-theme.js",
    "documentation_options.js", "doctools.js", "sphinx_highlight.js", "clipboard.min.js",
    "copybutton.js", "togglebutton.js", "design-tabs.js",
}  # fmt: skip
COURSE = {
    "03-five-gap-model.html", "favicon.svg",
    "tokens.css", "exercise.css", "terms.css", "course.css", "terms.js",
}  # fmt: skip
EXERCISE = {"exercises.js", "micropython.js"}


def test_what_a_reader_downloads_until_the_slider_works(page: Page, address: str) -> None:
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    page.goto(f"{address}/{CHAPTER}")
    exercise = bring_to_life(page)
    page.wait_for_load_state("networkidle")
    before = list(responses)
    print(report(before))
    assert {kind(response.url) for response in before} == THEME | COURSE | EXERCISE
    assert len(before) == len({response.url for response in before})

    touch(exercise, "expectation", "ArrowLeft")
    expect(exercise.locator(".sq-chart-picture")).to_have_attribute("data-chart-state", "live")
    after = responses[len(before) :]
    print(report(after))
    assert {kind(response.url) for response in after} == {"vega.js"}


def report(responses: list[Response]) -> str:
    """A table of files with their sizes, largest first, and the total."""
    sizes = []
    for response in responses:
        body = response.body()
        sizes.append((len(gzip.compress(body, 9)), len(body), kind(response.url)))
    sizes.sort(reverse=True)
    sizes.append((sum(s[0] for s in sizes), sum(s[1] for s in sizes), "in all"))
    lines = [f"{zipped:>9,} {plain:>10,}  {name}" for zipped, plain, name in sizes]
    return "\n".join(["  gzipped      plain  file", *lines])


def test_a_reader_who_stays_above_the_exercise_does_not_pay_for_it(
    page: Page, address: str
) -> None:
    requests = Requests(page)
    page.goto(f"{address}/{CHAPTER}")
    page.wait_for_load_state("networkidle")
    assert "exercises.js" in map(kind, requests)
    assert "micropython.js" not in map(kind, requests)
    assert "vega.js" not in map(kind, requests)
    control(the_exercise(page), "expectation").focus()
    expect(the_exercise(page)).to_have_attribute("data-state", "live")
    assert "micropython.js" in map(kind, requests)


@pytest.mark.parametrize("name", ["index.html", "search.html", "genindex.html"])
def test_pages_without_an_exercise_do_not_pay_for_one(page: Page, address: str, name: str) -> None:
    requests = Requests(page)
    page.goto(f"{address}/{name}")
    page.wait_for_load_state("networkidle")
    assert {"exercises.js", "micropython.js", "vega.js"} & set(map(kind, requests)) == set()
