"""Every text that a reader sees can be translated: a book in an invented language shows it.

What is checked is what the course itself says; Sphinx's search has translations of its own.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ipywidgets
import pytest
from bs4 import BeautifulSoup, Comment, NavigableString, Tag
from playwright.sync_api import Locator, Page, expect

from servicequality.book.chapters import all_chapters
from servicequality.book.serve import server
from servicequality.declare import Exercise
from servicequality.exercises import all_exercises
from servicequality.i18n.interface import INTERFACE
from servicequality.notebook.widgets import LiveExercise
from servicequality.practice.bank import PARTS, TEXTS, topics
from servicequality.practice.words import SELF_CHECK
from tests.pseudo import (
    LANGUAGE,
    build_book,
    copy_sources,
    pseudo,
    translate_book,
    translate_package,
)

# Two letters of plain English in a row. Symbols such as E and M in formulae are single letters.
ENGLISH = re.compile(r"[A-Za-z]{2}")
SPOKEN = ["aria-label", "aria-description", "aria-valuetext", "aria-roledescription", "alt",
          "title", "placeholder", "label", "summary"]  # fmt: skip
# Pages without a chapter of the course.
SPHINX_PAGES = {"search.html"}
# In a specification, what stands under these keys are names that no reader sees.
NAMES = {"id", "kind", "name", "names", "key", "announce", "shows", "answer", "reveal", "scores"}
# The parts of a drawing are read on the page itself.
NAMES |= {"drawing", "tone", "blank", "done_with"}
# Names of authors and titles of works stay as they are in every language.
WORKS = {"bibtex-citation", "citation"}
# What is typed in as it stands, and formulae, which are the same in every language.
TYPED = {"script", "style", "pre", "code", "math"}


@dataclass(frozen=True)
class Edition:
    """A built edition: its sources, its catalogues and its pages."""

    source: Path
    catalogues: Path
    site: Path

    def pages(self) -> dict[str, BeautifulSoup]:
        """The pages of the course, by path."""
        return {
            path.relative_to(self.site).as_posix(): BeautifulSoup(path.read_text(), "html.parser")
            for path in sorted(self.site.rglob("*.html"))
            if path.name not in SPHINX_PAGES and "_static" not in path.parts
        }


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The book in the invented language."""
    folder = tmp_path_factory.mktemp("edition")
    made = Edition(folder / "source", folder / "locale", folder / "site")
    copy_sources(made.source)
    translate_book(made.source, made.catalogues)
    translate_package(made.catalogues)
    build_book(made.source, made.catalogues, made.site)
    return made


@pytest.fixture(scope="module")
def edition_address(edition: Edition) -> Iterator[str]:
    """The address of the edition on a local server, without a slash at the end."""
    httpd = server(edition.site)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_address[1]}"
    httpd.shutdown()


def texts(root: Tag) -> Iterator[tuple[str, str]]:
    """What a reader may read or hear in an element: each text with the place where it stands."""
    for node in root.descendants:
        if any(WORKS & {*part.get("class", [])} for part in [node, *node.parents] if part.name):
            continue
        # Bulgarian names are the same in every edition, and some hold a Latin word.
        if any(part.get("lang") == "bg" for part in node.parents):
            continue
        if isinstance(node, NavigableString):
            typed = any(part.name in TYPED for part in node.parents)
            hidden = typed or isinstance(node, Comment)
            if node.strip() and not hidden:
                yield place(node.parent), str(node)
        elif isinstance(node, Tag):
            for name in attributes(node):
                if node.get(name):
                    yield f"{place(node)} {name}=", str(node[name])


def attributes(tag: Tag) -> list[str]:
    """The attributes of a tag that may hold words for a reader."""
    # Vega describes its marks in English, inside a picture that is hidden from all who would hear.
    if any(part.get("aria-hidden") == "true" for part in [tag, *tag.parents]):
        return ["title"]
    return [*SPOKEN, "value"] if tag.get("type") == "text" else SPOKEN


def place(tag: Tag) -> str:
    """A tag with the names that tell it from others of its kind."""
    names = [*tag.get("class", []), tag.get("id"), tag.get("data-field"), tag.get("data-output")]
    return " ".join([f"<{tag.name}>", *filter(None, names)])


def assert_translated(found: Iterable[tuple[str, str]]) -> None:
    """Fails where texts are still English, and names each with its place."""
    faults = [f"{where} {text.strip()!r}" for where, text in found if ENGLISH.search(text)]
    assert not faults, "Still English:\n" + "\n".join(faults)


def spec_texts(value: Any, where: str) -> Iterator[tuple[str, str]]:
    """The texts of an exercise's specification, each with its place in it."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, list):
        for number, entry in enumerate(value):
            yield from spec_texts(entry, f"{where}[{number}]")
    elif isinstance(value, dict):
        # What a choice starts from is the id of an option.
        hidden = NAMES | (set() if "text" in str(value.get("kind")) else {"default"})
        for key, entry in value.items():
            if key not in hidden:
                yield from spec_texts(entry, f"{where}.{key}")


def without_placeholders(found: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Texts without their `{placeholders}`, which stay English and are never shown."""
    for where, text in found:
        yield where, re.sub(r"\{\w+\}", "", text)


def test_text_of_every_page_is_translated(edition: Edition) -> None:
    pages = edition.pages()
    assert {"index.html", "chapters/03-five-gap-model.html"} <= set(pages)
    found = []
    for name, page in pages.items():
        article = list(texts(page.find("article")))
        assert any("⟦" in text for _, text in article), f"{name} shows nothing of the course"
        found += [(f"{name}: {where}", text) for where, text in article]
    assert_translated(found)


@pytest.mark.parametrize(
    "selector",
    ["title", ".sq-site-head", "#contents", ".sq-turn", ".sq-site-foot"],
)  # fmt: skip
def test_titles_round_the_text_are_translated(edition: Edition, selector: str) -> None:
    found = [
        (f"{name}: {where}", text)
        for name, page in edition.pages().items()
        for tag in page.select(selector)
        for where, text in [(place(tag), tag.get_text())]
    ]
    assert any("⟦" in text for _, text in found), f"no page has {selector} with a text"
    assert_translated(found)


def test_words_that_wait_in_the_contents_are_translated(edition: Edition) -> None:
    for name, page in edition.pages().items():
        (contents,) = page.select("#contents")
        held = [text for part in contents.find_all("template") for text in part.descendants]
        found = [str(text) for text in held if isinstance(text, NavigableString) and text.strip()]
        found += [str(part["data-taken"]) for part in contents.select("[data-taken]")]
        found += [str(part["data-one"]) for part in contents.select("[data-due-cards]")]
        counts = contents.find_all(attrs={"data-course-count": True})
        found += [str(count["data-course-count"]) for count in counts]
        # The marks of two states, what is said and what is counted.
        assert sum("⟦" in text for text in found) >= 4
        assert_translated(without_placeholders((name, text) for text in found))


def test_authors_are_translated(edition: Edition) -> None:
    for page in edition.pages().values():
        assert page.select_one("[data-authors]").get_text() == pseudo("The authors of the course")


def test_built_charts_are_translated(edition: Edition) -> None:
    found = [
        (name, label.get_text())
        for name, page in edition.pages().items()
        for label in page.select("[data-chart] svg text")
    ]
    assert any("⟦" in text for _, text in found)
    assert_translated(found)


def test_texts_that_wait_in_the_page_are_translated(edition: Edition) -> None:
    payloads = [
        json.loads(script.get_text())
        for page in edition.pages().values()
        for script in page.select("script[data-payload]")
    ]
    assert payloads
    for payload in payloads:
        found = list(spec_texts(payload["spec"], payload["spec"]["id"]))
        assert len(found) > 50
        assert_translated(without_placeholders(found))


def test_texts_that_wait_in_self_checks_are_translated(edition: Edition) -> None:
    payloads = [
        json.loads(script.get_text())
        for page in edition.pages().values()
        for script in page.select("script[data-self-check-payload]")
    ]
    # One for each topic, and those of the chapters.
    assert len(payloads) == len(topics()) + len(all_chapters())
    for payload in payloads:
        spec = payload["spec"]
        assert set(spec["strings"]) == set(SELF_CHECK)
        found = [*spec["strings"].items(), *payload["words"].items()]
        for item in spec["items"]:
            parts = [item, *(entry for part in PARTS for entry in item.get(part, []))]
            held = [part.get(name) for part in parts for name in TEXTS]
            found += [(item["id"], text) for text in held if isinstance(text, str)]
        assert len(found) > 100
        assert_translated(without_placeholders(found))


def test_texts_that_wait_in_the_workbook_are_translated(edition: Edition) -> None:
    (script,) = edition.pages()["book/workbook.html"].select("script[data-workbook-payload]")
    payload = json.loads(script.get_text())
    found = [(f"strings.{key}", text) for key, text in payload["strings"].items()]
    found += [("pages", page["title"]) for page in payload["pages"]]
    found += [text for spec in payload["specs"] for text in spec_texts(spec, spec["id"])]
    assert len(found) > 500
    assert_translated(without_placeholders([*found, ("title", payload["title"])]))


def test_texts_that_wait_in_the_flashcards_are_translated(edition: Edition) -> None:
    page = edition.pages()["practice/flashcards.html"]
    payload = json.loads(page.select_one("script[data-cards-payload]").get_text())
    found = [(f"strings.{key}", text) for key, text in payload["strings"].items()]
    # The English term is shown beside the translated one.
    shown = ("front", "back", "more")
    found += [(card["id"], card[part]) for card in payload["cards"] for part in shown]
    assert len(found) > 400
    assert_translated(without_placeholders(found))


# On the living page. The texts below are written by its script, out of what waits in the page.

CHAPTER = "chapters/03-five-gap-model.html"


@pytest.fixture
def open_chapter(page: Page, edition_address: str) -> Callable[[str], Locator]:
    """Opens the chapter and waits until its exercise is in a state; gives the exercise."""

    def opened(state: str) -> Locator:
        page.goto(f"{edition_address}/{CHAPTER}")
        exercise = page.locator('[data-exercise="gap-explorer"]')
        exercise.scroll_into_view_if_needed()
        page.locator(f'[data-exercise="gap-explorer"][data-state="{state}"]').wait_for()
        return exercise

    return opened


def assert_all_translated(element: Locator) -> None:
    """Fails where a text in an element of a page is still English, and names each."""
    root = BeautifulSoup(element.evaluate("(element) => element.outerHTML"), "html.parser")
    assert_translated(texts(root))


def said(key: str, **values: str) -> str:
    """A text of the interface in the invented language, its placeholders filled."""
    return pseudo(INTERFACE[key]).format(**values)


def slider(exercise: Locator) -> Locator:
    """The first slider of the gap explorer."""
    return exercise.locator('[data-field="expectation"] input')


TOO_HIGH = {"label": pseudo("Expectation (E)"), "value": "99", "minimum": "1", "maximum": "7"}


def test_changed_results_and_live_chart_are_translated(
    open_chapter: Callable[[str], Locator],
) -> None:
    exercise = open_chapter("live")
    verdict = exercise.locator('[data-output="verdict"]')
    before = verdict.inner_text()
    slider(exercise).press("End")
    expect(verdict).not_to_have_text(before)
    exercise.locator('[data-chart-state="live"] svg').wait_for()
    expect(exercise.locator("[data-announce]")).to_have_text(verdict.inner_text())
    expect(exercise.locator("[data-kept]")).to_have_text(said("kept"))
    labels = exercise.locator("[data-chart] svg text").all_text_contents()
    assert pseudo("Gap score in scale points") in labels
    assert_all_translated(exercise)


def test_a_value_out_of_range_is_explained_in_the_language(
    open_chapter: Callable[[str], Locator],
) -> None:
    exercise = open_chapter("live")
    slider(exercise).evaluate(
        """(input) => {
            input.removeAttribute("max");
            input.value = "99";
            input.dispatchEvent(new Event("input", { bubbles: true }));
        }"""
    )
    expect(exercise.locator(".sq-messages")).to_have_text(said("out_of_range", **TOO_HIGH))
    assert_all_translated(exercise)


def test_reset_is_announced_in_the_language(open_chapter: Callable[[str], Locator]) -> None:
    exercise = open_chapter("live")
    exercise.locator('[data-action="reset"]').click()
    expect(exercise.locator("[data-announce]")).to_have_text(said("reset_done"))
    assert_all_translated(exercise)


@pytest.mark.parametrize(
    ("blocked", "state", "key"),
    [("micropython", "failed", "failed"), ("vega", "live", "chart_failed")],
)
def test_a_script_that_does_not_arrive_is_explained_in_the_language(
    page: Page, open_chapter: Callable[[str], Locator], blocked: str, state: str, key: str
) -> None:
    page.route(f"**/{blocked}-*.js", lambda route: route.abort())
    exercise = open_chapter(state)
    slider(exercise).press("End")
    expect(exercise.locator("[data-notice]")).to_have_text(said(key))
    assert_all_translated(exercise)


def test_storage_that_is_refused_is_explained_in_the_language(
    page: Page, open_chapter: Callable[[str], Locator]
) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } })"
    )
    exercise = open_chapter("live")
    expect(exercise.locator("[data-kept]")).to_have_text(said("not_kept"))
    assert_all_translated(exercise)


def test_a_kept_entry_that_no_longer_fits_is_explained_in_the_language(
    page: Page, open_chapter: Callable[[str], Locator]
) -> None:
    kept = json.dumps({"version": 1, "values": {"expectation": 99}})
    page.add_init_script(f"localStorage.setItem('servicequality/exercise/gap-explorer', {kept!r})")
    exercise = open_chapter("live")
    message = said("saved_refused", message=said("out_of_range", **TOO_HIGH))
    expect(exercise.locator("[data-notice]")).to_have_text(message)
    assert_all_translated(exercise)


# In the notebook and in class.


def widget_texts(widget: ipywidgets.Widget) -> Iterator[tuple[str, str]]:
    """What a reader may read or hear in a widget and those inside it."""
    where = type(widget).__name__
    for name in ("description", "tooltip", "placeholder"):
        if text := getattr(widget, name, ""):
            yield f"{where} {name}", text
    for label in getattr(widget, "_options_labels", ()):
        yield f"{where} option", label
    if isinstance(widget, ipywidgets.HTML):
        yield from texts(BeautifulSoup(widget.value, "html.parser"))
    elif isinstance(widget, (ipywidgets.Text, ipywidgets.Textarea)):
        yield f"{where} value", widget.value
    for child in getattr(widget, "children", ()):
        yield from widget_texts(child)


@pytest.mark.parametrize("exercise", all_exercises(), ids=lambda exercise: exercise.id)
def test_widgets_are_translated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exercise: Exercise
) -> None:
    translate_package(tmp_path)
    monkeypatch.setenv("SERVICEQUALITY_LOCALE", str(tmp_path))
    found = list(widget_texts(LiveExercise(exercise, LANGUAGE).widget))
    assert sum("⟦" in text for _, text in found) > 10
    assert_translated(found)
