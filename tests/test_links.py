"""Links of the built book lead somewhere, and one that does not is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from servicequality.book.links import fault_of, faults, targets


def test_every_link_of_the_book_leads_somewhere(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert sum(len(list(targets(path))) for path in pages) > 20 * len(pages)
    assert faults(site) == []


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A site of two pages and a picture."""
    (tmp_path / "part").mkdir()
    (tmp_path / "picture.svg").write_text("<svg></svg>")
    (tmp_path / "index.html").write_text('<h1 id="top">Front</h1>')
    (tmp_path / "part" / "one.html").write_text('<h1 id="one">One</h1><p id="exercise-a">x</p>')
    return tmp_path


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("#", None),
        ("#one", None),
        ("#two", "not on that page"),
        ("#exercise-a?v=%7B%7D", None),
        ("../index.html#top", None),
        ("../", None),
        ("../index.html#one", "not on that page"),
        ("two.html", "not there"),
        ("../picture.svg", None),
        ("../picture.png?x=1", "not there"),
        ("../../outside.html", "out of the book"),
        ("/index.html", "root of the host"),
        ("https://example.org/page", None),
        ("https://doi.org/10.1177/109467050", None),
        ("https://doi.org/1177/109467050", "no DOI"),
        ("https://example", "no host"),
        ("https://example.org/a page", "space"),
        ("htp://example.org", "scheme"),
        ("mailto:somebody@example.org", None),
        ("mailto:somebody", "no mail address"),
    ],
)
def test_what_is_wrong_with_a_link_is_told(small: Path, target: str, fault: str | None) -> None:
    told = fault_of(target, small / "part" / "one.html", small)
    assert told is None if fault is None else fault in (told or "")


def test_a_broken_link_is_named_with_its_page(small: Path) -> None:
    (small / "index.html").write_text('<a href="part/none.html">a</a><img src="picture.svg">')
    assert faults(small) == ["index.html: 'part/none.html' leads to a file that is not there."]
