"""The index of terms: each link leads to a section that uses the term, and no section is missed."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from servicequality.book.key_terms import fragment
from servicequality.book.term_index import named, terms
from servicequality.content import load
from tests.test_fixture_book import Built, build

PAGE = "book/index-of-terms.html"
CONF = (Path(__file__).parent / "fixtures" / "book" / "conf.py").read_text(encoding="utf-8")
KEY = {entry["term"] for entry in load("terms")}

FRONT = """# A book

```{toctree}
chapters/03-first
second
left-out
terms
index-of-terms
```
"""
FIRST = """# The first chapter

The {term}`expected service` comes before any section. The zone of
tolerance is named over two lines.

## Later

Again {term}`what they expect <Expected service>`, and {term}`Perceived service`.

`SERVQUAL` as code is no use of it.
"""
SECOND = """# A second page

## Two scales

SERVQUAL and mystery shopping; but servqualities are none. Of perceived service without a mark
nothing is said.
"""
LEFT_OUT = """---
progress: false
---

# For contributors

{term}`Expected service` and SERVQUAL.
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A book of a few pages with an index."""
    folder = tmp_path_factory.mktemp("index")
    source = folder / "source"
    (source / "chapters").mkdir(parents=True)
    for name, text in {
        "conf.py": CONF.replace('bibtex_bibfiles = ["works.bib"]', "bibtex_bibfiles = []"),
        "index.md": FRONT,
        "chapters/03-first.md": FIRST,
        "second.md": SECOND,
        "left-out.md": LEFT_OUT,
        "terms.md": "# Terms\n\n```{key-terms}\n```\n",
        "index-of-terms.md": "---\nprogress: false\n---\n\n# Index\n\n```{term-index}\n```\n",
    }.items():
        (source / name).write_text(text, encoding="utf-8")
    return build(source, folder)


def entries(page: BeautifulSoup) -> dict[str, list[tuple[str, str]]]:
    """What an index lists: for each term the links, as text and target."""
    return {
        term.get_text(): [
            (link.get_text(), str(link["href"]))
            for link in term.find_next_sibling("dd").select("a")
        ]
        for term in page.select(".sq-term-index dt")
    }


def test_each_page_is_listed_once_with_the_first_section_that_uses_the_term(small: Built) -> None:
    assert small.status == 0, small.said
    assert entries(small.page("index-of-terms")) == {
        "Expected service": [("Chapter 3", "chapters/03-first.html#the-first-chapter")],
        "Mystery shopping": [("A second page – Two scales", "second.html#two-scales")],
        "Perceived service": [("Chapter 3 – Later", "chapters/03-first.html#later")],
        "SERVQUAL": [("A second page – Two scales", "second.html#two-scales")],
        "Zone of tolerance": [("Chapter 3", "chapters/03-first.html#the-first-chapter")],
    }


def test_only_key_terms_lead_to_their_meaning(small: Built) -> None:
    page = small.page("index-of-terms")
    linked = {
        link.get_text(): str(link["href"]) for link in page.select(".sq-term-index dt a[href]")
    }
    assert {name: target.lower() for name, target in linked.items()} == {
        name: f"terms.html#{fragment(name)}" for name in ("Expected service", "Perceived service")
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("moments of truth; a Moment  of\nTruth.", True),
        ("Moment of truths", True),
        ("the moment was of truth", False),
        ("momentous", False),
    ],
)
def test_a_name_is_found_whole_and_whatever_its_capitals(text: str, found: bool) -> None:
    assert named("Moment of truth", text) == found


# The course itself.


@pytest.fixture(scope="module")
def index(site: Path) -> BeautifulSoup:
    """The page of the course."""
    return BeautifulSoup((site / PAGE).read_text(encoding="utf-8"), "html.parser")


def test_every_key_term_is_used_by_a_chapter(index: BeautifulSoup) -> None:
    shown = entries(index)
    assert set(shown) >= KEY
    assert set(shown) <= {term.name for term in terms()}
    for name in KEY:
        assert any("/chapters/" in f"/{target}" for _text, target in shown[name]), name
    assert list(shown) == sorted(shown, key=str.casefold)


def test_each_link_leads_to_a_section_that_uses_the_term(index: BeautifulSoup, site: Path) -> None:
    for name, links in entries(index).items():
        for _text, target in links:
            path, anchor = target.split("#")
            page = BeautifulSoup(
                ((site / PAGE).parent / path).read_text(encoding="utf-8"), "html.parser"
            )
            place = page.find(id=anchor)
            assert isinstance(place, Tag), target
            if name in KEY:
                marks = place.select("a[href*='#term-']")
                used = {str(link["href"]).partition("#")[2].lower() for link in marks}
                assert fragment(name) in used, (name, target)
            else:
                assert named(name, place.get_text(" ")), (name, target)


def test_pages_that_nobody_works_through_are_left_out(index: BeautifulSoup) -> None:
    targets = {target for links in entries(index).values() for _text, target in links}
    assert not [target for target in targets if "house-style" in target or "key-terms" in target]
