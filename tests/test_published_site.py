"""A site that knows where it will be published, and one that does not."""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect
from sphinx.errors import ConfigError

from servicequality.book.heads.address import checked
from tests.test_fixture_book import BOOK, Built, without_lesson
from tests.test_heads import data, meta, parsed

BASE = "https://school.example/course/"
FAVICON = Path(__file__).parents[1] / "book" / "_static" / "favicon.svg"


def small_book(folder: Path) -> Path:
    """A copy of the tiny book with an icon, without its notebook, and with a page in a folder."""
    source = folder / "source"
    shutil.copytree(BOOK, source)
    without_lesson(source)
    (source / "part").mkdir()
    (source / "part" / "page.md").write_text("# A page\n\nA sentence.\n", encoding="utf-8")
    index = source / "index.md"
    index.write_text(index.read_text(encoding="utf-8").replace("works\n", "works\npart/page\n"))
    shutil.copy(FAVICON, source)
    with (source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('html_favicon = "favicon.svg"\nhtml_title = "A Course"\n')
    return source


def build_for(base: str, source: Path, target: Path) -> Built:
    """Builds a book for an address; for none where it is empty."""
    run = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "-b", "html", str(source), str(target)],
        env={**os.environ, "BASE_URL": base},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Built(target, run.returncode, run.stdout)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small book, built for an address."""
    folder = tmp_path_factory.mktemp("published")
    # The slash at the end may be forgotten.
    return build_for(BASE.rstrip("/"), small_book(folder), folder / "site")


@pytest.fixture(scope="module")
def homeless(published: Built, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small book, built for no address in the place where it was built for one."""
    folder = tmp_path_factory.mktemp("homeless")
    shutil.copytree(published.folder, folder / "site")
    return build_for("", published.folder.parent / "source", folder / "site")


ADDRESSES = {
    "index": BASE,
    "text": f"{BASE}text.html",
    "terms": f"{BASE}terms.html",
    "works": f"{BASE}works.html",
    "part/page": f"{BASE}part/page.html",
}


def canonical(page: BeautifulSoup) -> list[str]:
    """The addresses that a page gives as its own."""
    return [str(link["href"]) for link in page.head.select("link[rel=canonical]")]


def test_pages_know_their_address(published: Built) -> None:
    assert published.status == 0, published.said
    for name, address in ADDRESSES.items():
        page = published.page(name)
        assert canonical(page) == [address]
        assert meta(page, "og:url") == address
    for name in ("search", "404"):
        assert canonical(published.page(name)) == []


def test_pages_show_the_card_of_the_course(published: Built) -> None:
    for name in ADDRESSES:
        page = published.page(name)
        image = meta(page, "og:image")
        assert image is not None
        assert image.startswith(BASE), name
        assert (published.folder / image.removeprefix(BASE)).is_file()
        assert meta(page, "og:image:alt")
        assert meta(page, "twitter:card") == "summary_large_image"
    card = (published.folder / image.removeprefix(BASE)).read_bytes()
    # The size of a PNG picture stands at its start.
    size = [str(int.from_bytes(card[start : start + 4], "big")) for start in (16, 20)]
    assert size == ["1200", "630"]
    assert size == [meta(page, "og:image:width"), meta(page, "og:image:height")]


def test_the_sitemap_lists_the_pages_of_the_course(published: Built) -> None:
    tree = ElementTree.parse(published.folder / "sitemap.xml")
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    assert tree.getroot().tag == f"{space}urlset"
    listed = [str(place.text) for place in tree.iter(f"{space}loc")]
    assert sorted(listed) == sorted(ADDRESSES.values())
    robots = (published.folder / "robots.txt").read_text(encoding="utf-8")
    assert robots.splitlines() == ["User-agent: *", "Allow: /", "", f"Sitemap: {BASE}sitemap.xml"]


def test_data_for_machines_have_full_addresses(published: Built) -> None:
    course = data(published.page("index"))["Course"]
    assert course["url"] == BASE
    assert course["@id"] == f"{BASE}#course"
    terms = data(published.page("terms"))["DefinedTermSet"]["hasDefinedTerm"]
    assert [term["@id"] for term in course["teaches"]] == [term["url"] for term in terms]
    ids = {f"{BASE}terms.html#{head['id']}" for head in published.page("terms").select("dt[id]")}
    assert {term["@id"] for term in terms} == ids


def test_without_an_address_nothing_is_made_up(homeless: Built) -> None:
    assert homeless.status == 0, homeless.said
    for name in [*ADDRESSES, "search", "404"]:
        page = homeless.page(name)
        assert canonical(page) == []
        for missing in ("og:url", "og:image", "twitter:card"):
            assert meta(page, missing) is None
    # What an earlier build left is gone.
    assert not (homeless.folder / "sitemap.xml").exists()
    assert not list((homeless.folder / "_static").glob("social-card-*.png"))
    robots = (homeless.folder / "robots.txt").read_text(encoding="utf-8")
    assert robots.splitlines() == ["User-agent: *", "Allow: /"]
    course = data(homeless.page("index"))["Course"]
    assert "url" not in course
    assert course["@id"] == "#course"
    assert course["teaches"][0]["@id"] == "terms.html#term-Relationship-marketing"


def test_the_build_says_once_what_is_left_out(published: Built, homeless: Built) -> None:
    assert homeless.said.count("BASE_URL is not set") == 1
    assert "BASE_URL" not in published.said


@pytest.mark.parametrize("given", ["https://a.example/b", "https://a.example/b/"])
def test_an_address_ends_with_a_slash(given: str) -> None:
    assert checked(given) == "https://a.example/b/"


@pytest.mark.parametrize(
    "given",
    ["school.example/course", "/course/", "ftp://a.example/", "https://", "https://a.example/?b"],
)
def test_what_is_no_address_is_refused(given: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(f"BASE_URL: {given!r} is not the address")):
        checked(given)


# The page for wrong addresses.


def addresses(page: BeautifulSoup) -> list[str]:
    """All addresses that a page leads to or loads from, without their query."""
    found = [
        element[name] for name in ("href", "src", "action") for element in page.select(f"[{name}]")
    ]
    return [str(address).split("?")[0] for address in found]


def test_the_page_for_wrong_addresses_leads_on(homeless: Built) -> None:
    page = homeless.page("404")
    links = [str(link["href"]) for link in page.select("article li a")]
    assert links == ["index.html", "#contents", "search.html"]
    for address in addresses(page):
        if address.startswith("#"):
            assert page.select_one(address) is not None
        else:
            assert (homeless.folder / address).is_file(), address


def test_its_links_start_at_the_root_where_that_is_known(published: Built) -> None:
    page = published.page("404")
    found = addresses(page)
    assert "/course/index.html" in found
    assert any(address.startswith("/course/_static/") for address in found)
    for address in found:
        if address.startswith("#"):
            assert page.select_one(address) is not None
        else:
            assert address.startswith("/course/"), address
            assert (published.folder / address.removeprefix("/course/")).is_file(), address
    # Nothing but this page needs it.
    assert parsed(published.folder / "part" / "page.html").select('[href^="/"], [src^="/"]') == []


class Host(http.server.SimpleHTTPRequestHandler):
    """A host that shows `404.html` in place of what it does not have, as they all can."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: a line for each file would bury what the test says."""

    def translate_path(self, path: str) -> str:
        """The site lies in a folder of the host."""
        return super().translate_path(path.removeprefix("/course"))

    def send_error(self, code: int, *_told: object) -> None:
        """Answers with the page."""
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page)


@pytest.fixture
def host(published: Built) -> Iterator[str]:
    """The address of the small book on such a host, with a slash at the end."""
    handler = functools.partial(Host, directory=str(published.folder))
    httpd = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_address[1]}/course/"
    httpd.shutdown()


def test_it_works_at_any_depth(page: Page, host: str) -> None:
    failed: list[str] = []
    page.on("response", lambda r: failed.append(r.url) if r.status >= 400 else None)
    wrong = f"{host}chapters/old/gone.html"
    page.goto(wrong)
    page.wait_for_load_state("networkidle")
    assert failed == [wrong]
    head = page.locator(".sq-site-head")
    # The layout's own style: without its sheet, the head is no flex box.
    expect(head).to_have_css("display", "flex")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url == f"{wrong}#main"
    page.locator("article li a").first.click()
    assert urlsplit(page.url).path == "/course/index.html"
    expect(page.locator("h1")).to_contain_text("A few pages")
