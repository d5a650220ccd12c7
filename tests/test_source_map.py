"""The map of the source: every point once, and each link leads to what teaches it."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from servicequality.book.coverage import taught_in
from servicequality.content import load

PAGE = "book/source-map.html"


@pytest.fixture(scope="module")
def article(site: Path) -> Tag:
    """The text of the page."""
    page = BeautifulSoup((site / PAGE).read_text(encoding="utf-8"), "html.parser")
    found = page.select_one("article")
    assert found is not None
    return found


def test_every_point_stands_there_once_in_its_chapter(article: Tag) -> None:
    for chapter in load("source-ids"):
        (part,) = article.select(f"#source-chapter-{chapter['chapter']}")
        shown = [term.get_text() for term in part.select("dt")]
        for missing in part.select("p"):
            if missing.get_text().startswith("Not taught yet:"):
                shown += [point.get_text() for point in missing.select("code")]
        assert sorted(shown) == sorted(chapter["due"] + chapter["not_yet_due"])


def test_what_is_due_has_a_place_and_nothing_else(article: Tag, site: Path) -> None:
    shown = {term.get_text() for term in article.select("dt")}
    due = {point for chapter in load("source-ids") for point in chapter["due"]}
    assert shown == due == set(taught_in(site.rglob("*.html")))


def test_each_link_leads_to_what_teaches_the_point(article: Tag, site: Path) -> None:
    for term in article.select("dt"):
        description = term.find_next_sibling("dd")
        assert isinstance(description, Tag)
        links = description.select("a")
        assert links
        for link in links:
            name, anchor = str(link["href"]).split("#")
            path = (site / PAGE).parent / name
            target = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").find(id=anchor)
            assert isinstance(target, Tag)
            assert term.get_text() in str(target["data-src"]).split()


def test_chapters_come_before_the_key_terms(article: Tag) -> None:
    (term,) = article.select("#source-T8")
    description = term.find_next_sibling("dd")
    assert isinstance(description, Tag)
    first = description.select_one("a")
    assert first is not None
    assert first.get_text().startswith("The five-gap model: ")


def test_nobody_works_through_it(article: Tag, site: Path) -> None:
    assert article.select("[data-exercise]") == []
    front = BeautifulSoup((site / "index.html").read_text(encoding="utf-8"), "html.parser")
    (link,) = front.select(f'nav a[href="{PAGE}"]')
    assert not link.has_attr("data-page")
