"""What a page costs its reader: bytes and files, counted on a browser that has nothing yet.

Bytes are those of the answers' bodies, zipped as servers zip them (gzip, level 6). Before you raise
a limit or add a file, think of a reader with a slow line: everyone pays for it.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from servicequality.exercises import find
from servicequality.page.self_check import self_check_html
from servicequality.practice.bank import items, topics
from tests.of_each_kind import EXERCISE_IDS
from tests.pages import CHAPTER, EXPLORER, named_pages, page_of, the_exercise

BEFORE_ANY_TOUCH = 200_000
UNTIL_A_SLIDER_WORKS = 300_000
FOR_A_LIVE_CHART = 320_000
# Of a self-check: both of its forms, and what its script reads.
A_QUESTION = 900

ON_EVERY_PAGE = {"course.css", "site.js", "lora-latin-600-normal.woff2"}
LATER = {"micropython.js", "vega.js", "word.js"}


def kind(url: str) -> str:
    """A file's name without folders, query and the hash of its content."""
    name = Path(unquote(urlsplit(url).path)).name
    return re.sub(r"[-.](?:[0-9a-f]{12,64}|[0-9A-Z]{8})(?=\.)", "", name)


class Visit:
    """A visit with an empty cache, and what it costs."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.answers: list[Response] = []
        page.on("response", lambda answer: self.answers.append(answer))

    def costs(self) -> dict[str, int]:
        """The files that came since the last call, once none is on its way: kind and bytes."""
        self.page.wait_for_load_state("networkidle")
        # Browsers fetch a page's icon when they like.
        came = [answer for answer in self.answers if kind(answer.url) != "favicon.svg"]
        self.answers.clear()
        sizes = {kind(answer.url): len(gzip.compress(answer.body(), 6)) for answer in came}
        # No file came twice, and no two files are taken for one.
        assert len(sizes) == len(came), [answer.url for answer in came]
        for name, size in sorted(sizes.items(), key=lambda item: -item[1]):
            print(f"{size:>9,}  {name}")
        print(f"{sum(sizes.values()):>9,}  in all\n")
        return sizes

    def start(self, exercise_id: str) -> None:
        """Goes to an exercise by keyboard and waits until it works."""
        exercise = the_exercise(self.page, exercise_id)
        exercise.locator("input, select, textarea").first.focus()
        expect(exercise).to_have_attribute("data-state", "live")

    def draw(self, exercise_id: str) -> None:
        """Presses a key in an exercise and waits until its charts are live."""
        exercise = the_exercise(self.page, exercise_id)
        exercise.locator("input, select, textarea").first.press("Shift")
        for picture in exercise.locator(".sq-chart-picture").all():
            expect(picture).to_have_attribute("data-chart-state", "live")


Visiting = Callable[[str], AbstractContextManager[Visit]]


@pytest.fixture
def visiting(browser: Browser, address: str) -> Visiting:
    """What comes to a page of the site, on a phone with an empty cache, and touches nothing."""

    @contextmanager
    def visit(name: str) -> Iterator[Visit]:
        with browser.new_context(viewport={"width": 375, "height": 812}) as context:
            visit = Visit(context.new_page())
            visit.page.goto(f"{address}/{name}")
            yield visit

    return visit


def test_no_page_is_heavy_before_it_is_touched(visiting: Visiting, site: Path) -> None:
    for name in named_pages(site):
        with visiting(name) as visit:
            costs = visit.costs()
            assert Path(name).name in costs
            assert sum(costs.values()) <= BEFORE_ANY_TOUCH, name
            assert not LATER & set(costs), name


@pytest.mark.parametrize("exercise_id", EXERCISE_IDS)
def test_no_exercise_is_heavy(visiting: Visiting, site: Path, exercise_id: str) -> None:
    with visiting(page_of(site, exercise_id)) as visit:
        visit.costs()
        visit.start(exercise_id)
        costs = visit.costs()
        assert set(costs) == {"micropython.js"}
        assert sum(costs.values()) <= UNTIL_A_SLIDER_WORKS
        visit.draw(exercise_id)
        costs = visit.costs()
        # An exercise without a chart needs no more.
        assert set(costs) == ({"vega.js"} if find(exercise_id).charts else set())
        assert sum(costs.values()) <= FOR_A_LIVE_CHART


def test_the_files_of_a_page_without_an_exercise(visiting: Visiting) -> None:
    with visiting("book/references.html") as visit:
        assert set(visit.costs()) == ON_EVERY_PAGE | {"references.html"}


def test_the_files_of_a_chapter(visiting: Visiting) -> None:
    with visiting(CHAPTER) as visit:
        own = {"03-five-gap-model.html", "terms.js", "exercises.js", "practice.js"}
        assert set(visit.costs()) == ON_EVERY_PAGE | own


def test_the_files_of_a_page_of_self_checks(visiting: Visiting) -> None:
    with visiting("practice/self-checks-1.html") as visit:
        own = {"self-checks-1.html", "practice.js"}
        assert set(visit.costs()) == ON_EVERY_PAGE | own
        # Four self-checks share one Python.
        for check in visit.page.locator("[data-self-check]").all():
            check.scroll_into_view_if_needed()
            check.get_by_role("button").first.click()
            expect(check.locator("[data-heading]")).to_be_focused()
        costs = visit.costs()
        assert set(costs) == {"micropython.js"}
        assert sum(costs.values()) <= UNTIL_A_SLIDER_WORKS


def test_exercises_and_self_checks_share_one_python(visiting: Visiting) -> None:
    with visiting(CHAPTER) as visit:
        visit.start(EXPLORER.id)
        visit.page.locator("[data-self-check] button").first.click()
        expect(visit.page.locator("[data-heading]")).to_be_focused()
        costs = visit.costs()
        assert not {"vega.js", "word.js"} & set(costs)
        assert "micropython.js" in costs


@pytest.mark.parametrize("topic", topics())
def test_no_self_check_is_heavy(topic: str) -> None:
    html = self_check_html(topic)
    size = len(gzip.compress(html.encode(), 6))
    print(f"{size:>9,}  {topic}")
    assert size <= A_QUESTION * len(items(topic))


def test_the_files_of_the_workbook(visiting: Visiting) -> None:
    with visiting("book/workbook.html") as visit:
        assert set(visit.costs()) == ON_EVERY_PAGE | {"workbook.html", "workbook.js"}


def test_the_files_of_the_search_page(visiting: Visiting) -> None:
    with visiting("search.html") as visit:
        own = {
            "search.html", "searchtools.js", "searchindex.js",
            "language_data.js", "documentation_options.js", "doctools.js",
        }  # fmt: skip
        assert set(visit.costs()) == ON_EVERY_PAGE | own


def test_a_reader_who_stays_away_from_the_exercises_does_not_pay_for_them(
    visiting: Visiting,
) -> None:
    with visiting(CHAPTER) as visit:
        visit.costs()
        visit.page.mouse.move(10, 10)
        visit.page.keyboard.press("Shift")
        assert visit.costs() == {}
        visit.start(EXPLORER.id)
        assert set(visit.costs()) == {"micropython.js"}
