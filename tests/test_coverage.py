"""Every point of the source text that is due is taught on a built page."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from servicequality.book.coverage import faults, taught_in, taught_on
from servicequality.content import load

CHAPTERS = load("source-ids")


def test_the_list_holds_each_id_of_the_source_once() -> None:
    points = [point for chapter in CHAPTERS for point in chapter["due"] + chapter["not_yet_due"]]
    assert len(points) == len(set(points)) == 244


def test_all_that_is_due_is_taught(site: Path) -> None:
    assert faults(taught_in(site.rglob("*.html")), CHAPTERS) == []


@pytest.mark.parametrize("point", ["G2", "Q5", "T1", "T8", "X19"])
def test_taking_out_one_passage_is_noticed_and_named(
    site: Path, point: str, tmp_path: Path
) -> None:
    for page in site.rglob("*.html"):
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        for element in soup.select(f"[data-src~={point}]"):
            element.decompose()
        (tmp_path / page.name).write_text(str(soup), encoding="utf-8")
    found = faults(taught_in(tmp_path.glob("*.html")), CHAPTERS)
    assert any(
        fault.startswith(f"{point} (chapter") and "taught nowhere" in fault for fault in found
    )


def test_what_is_taught_early_must_be_listed_as_due() -> None:
    chapters = [{"chapter": 4, "due": [], "not_yet_due": ["M5"]}]
    assert faults({"M5": ["04-measuring"]}, chapters) == [
        "M5 (chapter 4) is taught on 04-measuring: move it to 'due' in data/source-ids.yaml."
    ]


@pytest.mark.parametrize(
    ("html", "taught"),
    [
        ('<p data-src="G1">Managers do not know what guests expect.</p>', {"G1"}),
        ('<p data-src="G1 T8">Managers do not know what guests expect.</p>', {"G1", "T8"}),
        ('<p data-src="G1">The knowledge gap</p>', set()),
        ('<p data-src="G1"></p>', set()),
        ('<section data-exercise="x" data-src="G1">Managers do not know at all.</section>', set()),
        ('<section data-exercise="x" data-src="Q5">A question, but no rubric.</section>', set()),
        (
            '<section data-exercise="x" data-src="Q5"><div class="sq-teaching">'
            '<div data-output="model_answer"></div></div></section>',
            {"Q5"},
        ),
        (
            '<section data-exercise="x" data-src="Q5 G1"><div class="sq-teaching">'
            '<div data-output="model_answer">Managers do not know at all.</div></div></section>',
            {"Q5"},
        ),
    ],
)
def test_a_mark_counts_only_with_a_sentence(html: str, taught: set[str]) -> None:
    assert taught_on(html) == taught
