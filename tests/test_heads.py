"""What stands in the head of every page: title, description, links as others show them, data."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import nbformat
import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page

from servicequality.book.heads.describe import LONGEST, SHORTEST, shortened
from servicequality.book.heads.metas import social_locale
from servicequality.content import load
from servicequality.exercises import find
from servicequality.notebook.normalise import normalise
from tests.pages import CHAPTER, named_pages
from tests.pseudo import build_book, pseudo, translate_book, translate_package
from tests.test_fixture_book import BOOK, Built, build, without_lesson

COURSE = "Service Quality in Hospitality"
TERMS = "book/key-terms.html"
# These are no pages of the course: nobody should find them by searching the web.
UNFOUND = {"404.html", "search.html"}

OWN = "How “five < six” & </script> come through: quotes, brackets and all, as they were written."
OWN_IN_NOTEBOOK = (
    "A description that stands in the metadata of a notebook, not in one of its cells."
)


def parsed(path: Path) -> BeautifulSoup:
    """A page as a parser sees it."""
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """All pages of the built site, by path."""
    return {name: parsed(site / name) for name in named_pages(site)}


@pytest.fixture(scope="module")
def course_pages(pages: dict[str, BeautifulSoup]) -> dict[str, BeautifulSoup]:
    """The pages of the built site that belong to the course, by path."""
    return {name: page for name, page in pages.items() if name not in UNFOUND}


def meta(page: BeautifulSoup, name: str) -> str | None:
    """What a page's meta element of a name or property says; None where it has none."""
    found = page.head.find_all("meta", attrs={"name": name})
    found += page.head.find_all("meta", attrs={"property": name})
    assert len(found) < 2, f"{name} stands {len(found)} times in one head"
    return str(found[0]["content"]) if found else None


def data(page: BeautifulSoup) -> dict[str, dict[str, Any]]:
    """What a page says to machines, by the type of what it is about."""
    things = [json.loads(s.get_text()) for s in page.select("script[type='application/ld+json']")]
    assert all(thing["@context"] == "https://schema.org" for thing in things)
    by_type = {thing["@type"]: thing for thing in things}
    assert len(by_type) == len(things)
    return by_type


def place(page: BeautifulSoup, address: str) -> Any:
    """The element of a page that an address with a fragment leads to."""
    return page.find(id=address.partition("#")[2])


# Titles and descriptions.


def test_every_page_has_a_title_of_its_own(pages: dict[str, BeautifulSoup]) -> None:
    titles = {name: [t.get_text() for t in page.find_all("title")] for name, page in pages.items()}
    # An svg may have a title too, but not one in a head.
    assert all(len(page.head.find_all("title")) == 1 for page in pages.values())
    counted = Counter(found[0] for found in titles.values())
    assert [title for title, times in counted.items() if times > 1] == []
    for name, page in pages.items():
        own = page.find("h1").find(string=True).strip() if name != "index.html" else ""
        whole = f"{own} – {COURSE}" if own else COURSE
        # A longer one would be cut, in the middle of the course's name.
        assert titles[name] == [whole if len(whole) <= 70 else own], name


def test_every_page_has_a_description_of_its_own(pages: dict[str, BeautifulSoup]) -> None:
    descriptions = {name: meta(page, "description") for name, page in pages.items()}
    for name, text in descriptions.items():
        assert text, f"{name} has no description"
        assert SHORTEST <= len(text) <= LONGEST, f"{name}: {len(text)} characters: {text}"
    counted = Counter(descriptions.values())
    assert [text for text, times in counted.items() if times > 1] == []


def test_no_head_says_a_thing_twice(pages: dict[str, BeautifulSoup]) -> None:
    for name, page in pages.items():
        keys = Counter(
            (element.get("name") or element.get("property"), element.get("media"))
            for element in page.head.find_all("meta", charset=False)
        )
        assert [key for key, times in keys.items() if times > 1] == [], name
        links = Counter(link["rel"][0] for link in page.head.find_all("link"))
        for kind in ("canonical", "icon", "apple-touch-icon"):
            assert links[kind] < 2, f"{name}: {kind}"


def test_previews_of_links_show_title_and_description(
    course_pages: dict[str, BeautifulSoup],
) -> None:
    assert {"index.html", CHAPTER, TERMS} <= set(course_pages)
    for name, page in course_pages.items():
        title = page.title.get_text()
        assert meta(page, "og:title") == title.removesuffix(" – " + meta(page, "og:site_name"))
        assert meta(page, "og:description") == meta(page, "description")
        assert meta(page, "og:type") == ("website" if name == "index.html" else "article")
        assert meta(page, "og:locale") == "en_GB"


def test_only_pages_of_the_course_are_found(pages: dict[str, BeautifulSoup]) -> None:
    assert set(pages) >= UNFOUND
    for name, page in pages.items():
        assert (meta(page, "robots") == "noindex") == (name in UNFOUND), name
        assert (meta(page, "og:title") is None) == (name in UNFOUND), name


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("A short text.", "A short text."),
        # After the last sentence that fits.
        ("One sentence. " * 20, "One sentence. " * 10 + "One sentence."),
        # A sentence in quotation marks ends after them.
        ("“" + "word " * 20 + "end.” " + "more " * 30, "“" + "word " * 20 + "end.”"),
        # A point inside a number or an address ends nothing, nor does one that comes too early.
        ("Yes. " + "3.5 of 7 " * 30, "Yes." + " 3.5 of 7" * 17 + "…"),
        ("word, " * 40, "word, " * 25 + "word…"),
    ],
)
def test_a_long_text_is_cut_where_something_ends(text: str, short: str) -> None:
    cut = shortened(text.strip())
    assert len(cut) <= LONGEST
    assert cut == short


@pytest.mark.parametrize(
    ("language", "locale"),
    [("en", "en_GB"), ("bg", "bg_BG"), ("de", "de_DE"), ("pt_BR", "pt_BR"), ("en-XA", "en_XA")],
)
def test_a_language_has_a_territory_in_previews(language: str, locale: str) -> None:
    assert social_locale(language) == locale


# Data for machines.


def test_the_front_page_is_the_course(course_pages: dict[str, BeautifulSoup]) -> None:
    page = course_pages["index.html"]
    course = data(page)["Course"]
    assert course["name"] == "Service Quality in Hospitality"
    assert course["description"] == meta(page, "description")
    assert course["inLanguage"] == "en"
    assert course["isAccessibleForFree"] is True
    assert course["provider"] == {"@type": "Organization", "name": "The authors of the course"}
    assert course["hasCourseInstance"]["courseMode"] == "Online"
    taught = {term["name"]: term["@id"] for term in course["teaches"]}
    assert list(taught) == [entry["term"] for entry in load("terms")]
    for name, address in taught.items():
        assert place(course_pages[TERMS], address).get_text().startswith(name)
    assert [name for name, page in course_pages.items() if "Course" in data(page)] == ["index.html"]


def test_the_key_terms_are_a_set_of_defined_terms(course_pages: dict[str, BeautifulSoup]) -> None:
    page = course_pages[TERMS]
    found = data(page)["DefinedTermSet"]
    assert found["name"] == "Key terms"
    entries = load("terms")
    assert len(found["hasDefinedTerm"]) == len(entries) == 14
    for term, entry in zip(found["hasDefinedTerm"], entries, strict=True):
        assert term["@type"] == "DefinedTerm"
        assert term["termCode"] == entry["id"]
        assert term["name"] == entry["term"]
        assert term["description"] == entry["definition"].strip()
        assert term["alternateName"] == {"@language": "bg", "@value": entry["bulgarian"]}
        assert term["inDefinedTermSet"] == found["@id"]
        assert place(page, term["@id"]).get_text().startswith(entry["term"])
    assert [n for n, p in course_pages.items() if "DefinedTermSet" in data(p)] == [TERMS]


def test_a_page_with_exercises_names_them(course_pages: dict[str, BeautifulSoup]) -> None:
    seen = set()
    for name, page in course_pages.items():
        shown = [str(element["data-exercise"]) for element in page.select("[data-exercise]")]
        lesson = data(page).get("LearningResource")
        if name == "index.html" or not shown:
            assert lesson is None, name
            continue
        assert lesson["name"] == meta(page, "og:title")
        assert lesson["isPartOf"]["@id"].endswith("index.html#course")
        parts = lesson["hasPart"]
        assert [place(page, part["@id"])["data-exercise"] for part in parts] == shown
        for part, exercise_id in zip(parts, shown, strict=True):
            spec = find(exercise_id).spec(str)
            assert part["name"] == spec["title"]
            assert part["timeRequired"] == f"PT{spec['minutes']}M"
        seen.update(shown)
    assert {"gap-explorer", "guess-and-compare"} <= seen


# Colours and icons.


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_browser_takes_on_the_colour_of_the_page(
    page: Page, address: str, course_pages: dict[str, BeautifulSoup], scheme: Any
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}/index.html")
    # A canvas writes every colour as #rrggbb.
    ground = page.evaluate(
        """() => {
          const ink = document.createElement("canvas").getContext("2d");
          ink.fillStyle = getComputedStyle(document.body).backgroundColor;
          return ink.fillStyle;
        }"""
    )
    head = course_pages["index.html"].head
    (said,) = head.select(f'meta[name=theme-color][media="(prefers-color-scheme: {scheme})"]')
    assert said["content"] == ground
    assert meta(course_pages["index.html"], "color-scheme") == "light dark"


def test_pages_have_an_icon_for_tabs_and_one_for_phones(
    pages: dict[str, BeautifulSoup], site: Path
) -> None:
    for name, page in pages.items():
        (tab,) = page.head.select("link[rel=icon]")
        assert (tab["type"], str(tab["href"])[-12:]) == ("image/svg+xml", "/favicon.svg"), name
        (phone,) = page.head.select("link[rel=apple-touch-icon]")
        for link in (tab, phone):
            if not link["href"].startswith("/"):
                assert (site / name).parent.joinpath(str(link["href"])).resolve().is_file(), name


# A small book, for what the course itself does not show.


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The tiny book; two of its pages, one of them a notebook, have descriptions of their own."""
    folder = tmp_path_factory.mktemp("heads")
    source = folder / "source"
    shutil.copytree(BOOK, source)
    describe(source / "text.md", OWN)
    lesson = nbformat.read(source / "lesson.ipynb", as_version=4)
    lesson.metadata["myst"] = {"html_meta": {"description": OWN_IN_NOTEBOOK, "robots": "noarchive"}}
    # The normal form of notebooks keeps it.
    nbformat.write(nbformat.from_dict(normalise(lesson)), source / "lesson.ipynb")
    return build(source, folder)


def describe(path: Path, text: str) -> None:
    """Gives a page a description of its own."""
    front = json.dumps({"myst": {"html_meta": {"description": text}}}, ensure_ascii=False)
    path.write_text(f"---\n{front}\n---\n{path.read_text(encoding='utf-8')}", encoding="utf-8")


def test_a_page_says_of_itself_what_its_author_wrote(book: Built) -> None:
    assert book.status == 0, book.said
    assert meta(book.page("text"), "description") == OWN
    assert meta(book.page("text"), "og:description") == OWN
    lesson = book.page("lesson")
    assert meta(lesson, "description") == OWN_IN_NOTEBOOK
    assert meta(lesson, "robots") == "noarchive"
    assert data(lesson)["LearningResource"]["description"] == OWN_IN_NOTEBOOK


def test_a_page_without_a_description_begins_with_its_text(book: Built) -> None:
    # A page with little text gives what it has; a glossary is no running text.
    assert meta(book.page("index"), "description") == "This page holds no exercise and no term."
    assert meta(book.page("terms"), "description") == "Begin with Perceived service."


def test_a_description_of_the_wrong_length_fails_the_build(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(BOOK, source)
    without_lesson(source)
    describe(source / "text.md", "Too short.")
    describe(source / "terms.md", "Too long: " + "word " * 31)
    built = build(source, tmp_path)
    assert built.status != 0
    lines = [line for line in built.said.splitlines() if "WARNING:" in line]
    assert len(lines) == 2, built.said
    assert any("text.md" in line and "has 10 characters; write 50 to 160" in line for line in lines)
    assert any("terms.md" in line and "has 164 characters" in line for line in lines)


def test_no_text_ends_the_data_early(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(BOOK, source)
    without_lesson(source)
    describe(source / "index.md", OWN)
    page = build(source, tmp_path).page("index")
    assert data(page)["Course"]["description"] == OWN
    assert page.body.get_text().strip().startswith("Skip")


def test_heads_speak_the_language_of_the_edition(tmp_path: Path) -> None:
    source, catalogues, site = tmp_path / "source", tmp_path / "locale", tmp_path / "site"
    shutil.copytree(BOOK, source)
    without_lesson(source)
    describe(source / "text.md", OWN_IN_NOTEBOOK)
    translate_book(source, catalogues)
    translate_package(catalogues)
    build_book(source, catalogues, site)
    text, front, terms = (parsed(site / f"{name}.html") for name in ("text", "index", "terms"))
    assert meta(text, "description") == pseudo(OWN_IN_NOTEBOOK)
    assert meta(text, "og:description") == pseudo(OWN_IN_NOTEBOOK)
    own = pseudo("This page holds no exercise and no term.")
    assert meta(front, "description") == own
    assert meta(front, "og:locale") == "en_XA"
    course = data(front)["Course"]
    assert course["description"] == own
    assert course["inLanguage"] == "en-XA"
    entries = load("terms")
    assert [term["name"] for term in course["teaches"]] == [pseudo(e["term"]) for e in entries]
    for term, entry in zip(data(terms)["DefinedTermSet"]["hasDefinedTerm"], entries, strict=True):
        assert term["description"] == pseudo(entry["definition"].strip())
        assert term["alternateName"]["@value"] == entry["bulgarian"]
        assert place(terms, term["@id"]).get_text().startswith(pseudo(entry["term"]))
    for name in UNFOUND:
        assert meta(parsed(site / name), "description").startswith("⟦"), name
