"""The contents of every page: where one is, and what each page asks its students to work on."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from servicequality.book.layout import mark_place, mark_steps
from servicequality.book.pages import CoursePage
from servicequality.book.words import BOOK
from servicequality.exercises import all_exercises
from servicequality.marking.course import Course
from tests.pages import CHAPTER, named_pages
from tests.test_heads import parsed

LISTED = """
<p class="caption" role="heading"><span class="caption-text">Chapters</span></p>
<ul class="current">
<li class="toctree-l1 current"><a class="current reference internal" href="#">One</a></li>
<li class="toctree-l1"><a class="reference internal" href="two.html">Two <math>P</math></a></li>
</ul>
"""
SECTIONS = """
<ul><li><a class="reference internal" href="#">One</a><ul>
<li><a class="reference internal" href="#a">A</a><ul><li><a href="#deep">Deep</a></li></ul></li>
</ul></li></ul>
"""


def tree(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def contents(page: BeautifulSoup) -> Tag:
    """The contents of a page."""
    (found,) = page.select("nav#contents")
    return found


def test_the_open_page_is_marked_and_its_sections_stand_below_it() -> None:
    marked = tree(mark_place(LISTED, SECTIONS, "one"))
    (here,) = marked.select("a[aria-current=page]")
    assert here.get_text() == "One"
    (sections,) = here.parent.select("ul.sq-sections")
    assert [link["href"] for link in sections.select("a")] == ["#a"]
    assert marked.select_one("p.sq-part").get_text() == "Chapters"
    # Nothing of Sphinx's own classes is left.
    assert {name for element in marked.select("[class]") for name in element["class"]} == {
        "sq-part", "sq-sections",
    }  # fmt: skip


def test_links_to_pages_of_the_course_name_them_and_their_exercises() -> None:
    steps = {
        "#": CoursePage("one", "One", ("first", "second")),
        "two.html": CoursePage("two", "Two", ()),
    }
    html = '<a href="#">One</a><a href="two.html">Two <b>P</b></a><a href="w.html">Workbook</a>'
    one, two, workbook = tree(mark_steps(html, steps, "w.html")).select("a")
    assert one["data-page"] == "one"
    assert one["data-exercises"] == "first second"
    assert two["data-page"] == "two"
    assert not two.has_attr("data-exercises")
    title, place = two.find_all("span")
    assert title.decode_contents() == "Two <b>P</b>"
    assert title.has_attr("data-title")
    assert place.attrs == {"class": ["sq-page-state"], "data-progress": ""}
    assert place.get_text() == ""
    assert str(workbook) == '<a data-to-workbook="" href="w.html">Workbook</a>'


def test_every_page_lists_all_that_students_work_on(site: Path) -> None:
    pages = {name: parsed(site / name) for name in named_pages(site)}
    shown = {
        name: [section["data-exercise"] for section in page.select("[data-exercise]")]
        for name, page in pages.items()
    }
    for name, page in pages.items():
        steps = contents(page).select("a[data-page]")
        for link in steps:
            # To itself, a page leads by "#".
            target = link["href"] if link["href"] != "#" else Path(name).name
            path = (site / name).parent.joinpath(str(target)).resolve()
            step = path.relative_to(site.resolve()).as_posix()
            assert step == f"{link['data-page']}.html"
            assert str(link.get("data-exercises", "")).split() == shown[step], (name, step)
        found = [one for link in steps for one in str(link.get("data-exercises", "")).split()]
        # The marking page, which knows no pages, leaves out the same.
        assert set(found) == set(Course("en").shown) < {one.id for one in all_exercises()}
        assert len(found) == len(set(found))
        assert steps[0]["data-page"] == "index"


def test_the_front_page_is_first_in_the_contents_and_marked_where_one_is_there(site: Path) -> None:
    for name in ("index.html", CHAPTER, "404.html"):
        first = contents(parsed(site / name)).select_one("li a")
        assert first.get_text() == BOOK["front"]
        assert (first.get("aria-current") == "page") == (name == "index.html")
    # It is short: its sections would only push the course down.
    assert contents(parsed(site / "index.html")).select(".sq-sections") == []


@pytest.mark.parametrize("state", ["begun", "done"])
def test_marks_say_in_words_what_they_show(site: Path, state: str) -> None:
    (template,) = contents(parsed(site / CHAPTER)).select(f"template[data-mark={state}]")
    (words,) = template.select(".sq-hidden")
    assert words.string == f", {BOOK[state]}"
    assert template.select_one("svg")["aria-hidden"] == "true"
