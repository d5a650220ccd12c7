"""Figures of the text: all of them, on every surface, without a line for a new one."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from bs4 import BeautifulSoup, Tag
from docutils import nodes
from docutils.utils import new_document
from playwright.sync_api import Browser, Page, expect

from servicequality import figure
from servicequality.book.mime import figures_in, scripts_of
from servicequality.charts.gap_model import gap_model
from servicequality.charts.rating_steps import rating_steps
from servicequality.declare import Column, DeclarationError, Number, Picture
from servicequality.figures import UnknownFigureError, all_figures, find
from servicequality.i18n.numbers import format_number
from servicequality.notebook.figure import MIME, ShownFigure
from servicequality.page.figure import figure_html
from tests.conftest import ROOT

FIGURES = pytest.mark.parametrize("picture", all_figures(), ids=lambda picture: picture.id)
NOTEBOOKS = [path for name in ("chapters", "exercises") for path in ROOT.glob(f"{name}/*.ipynb")]
STYLES = "".join(
    path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "servicequality" / "page" / "styles").glob("*.css"))
)
# What colours of pictures may be: variables of tokens.css, or none.
COLOUR = re.compile(r"var\(--sq-([a-z0-9-]+)\)|none|transparent|inherit")
# A picture that is wider is shrunk on a phone until its texts cannot be read.
WIDEST = 375
SMALLEST_TEXT = 10.0


def drawn(picture: Picture, language: str = "en") -> Tag:
    """The page form of a figure."""
    element = BeautifulSoup(figure_html(picture, language), "html.parser").find("figure")
    assert isinstance(element, Tag)
    return element


def text_of(element: Tag, selector: str) -> str:
    """The text of the one element that a selector finds."""
    (found,) = element.select(selector)
    return found.get_text()


@FIGURES
def test_it_has_caption_picture_description_and_source(picture: Picture) -> None:
    element = drawn(picture)
    assert element["data-figure"] == picture.id
    assert text_of(element, "figcaption") == picture.caption
    assert text_of(element, ".sq-picture-source") == f"Source: {picture.source}"
    (image,) = element.select("[role=img]")
    assert image["aria-label"] == picture.description
    (svg,) = image.find_all("svg", recursive=False)
    assert svg["aria-hidden"] == "true"
    assert svg.find("text") is not None
    assert element.find("script") is None


@FIGURES
def test_a_chart_has_its_numbers_as_a_table(picture: Picture) -> None:
    assert bool(picture.columns) == picture.is_chart
    if not picture.columns:
        return
    rows = drawn(picture).select("details table tbody tr")
    assert len(rows) == len(picture.rows)
    for line, row in zip(rows, picture.rows, strict=True):
        cells = [cell.get_text() for cell in line.find_all(["th", "td"])]
        assert cells == [written(picture, column, row[column.key]) for column in picture.columns]


def written(picture: Picture, column: Column, value: Any) -> str:
    """An entry as a table shows it."""
    if column.style is not None:
        return format_number(value, column.style.decimals, column.style.signed, "en")
    words = column.words or picture.words.get(column.key)
    return str(value) if words is None else words[value]


@FIGURES
def test_numbers_of_the_description_are_those_of_the_rows(picture: Picture) -> None:
    values = [
        value
        for row in picture.rows
        for value in row.values()
        if isinstance(value, (int, float)) and not isinstance(value, bool)
    ]
    for text in re.findall(r"[−-]?\d[\d,]*\.\d+", picture.description):
        said, places = float(text.replace("−", "-").replace(",", "")), len(text.split(".")[1])
        near = [v for v in values if abs(abs(v) - abs(said)) <= 0.5 * 10**-places + 1e-9]
        assert near, f"{picture.id}: no row holds the {text} of its description"


@FIGURES
def test_its_colours_follow_light_dark_and_print(picture: Picture) -> None:
    for part in drawn(picture).select("svg, svg *"):
        # What is written as a colour, in an attribute or in a style.
        styles = [str(part.get(name, "")) for name in ("fill", "stroke", "color")]
        styles += re.findall(r"(?:fill|stroke|color):\s*([^;]+)", str(part.get("style", "")))
        for style in filter(None, styles):
            match = COLOUR.fullmatch(style.strip())
            assert match, f"{picture.id}: {style} is not a colour of tokens.css"
            assert match[1] is None or f"--sq-{match[1]}:" in STYLES


@FIGURES
def test_it_is_drawn_for_a_phone(picture: Picture) -> None:
    svg = drawn(picture).find("svg")
    assert isinstance(svg, Tag)
    width = float(str(svg["viewbox"]).split()[2])
    assert width <= WIDEST


@FIGURES
def test_all_surfaces_show_the_same(picture: Picture) -> None:
    bundle = ShownFigure(picture.id)._repr_mimebundle_()
    assert bundle["text/plain"] == f"Figure: {picture.id}"
    assert "application/vnd.jupyter.widget-view+json" in bundle
    assert bundle[MIME] == {"id": picture.id, "rows": json.loads(json.dumps(picture.plain_rows))}


@FIGURES
def test_all_its_texts_can_be_translated(picture: Picture) -> None:
    seen: list[str] = []

    def note(text: str) -> str:
        seen.append(text)
        return text

    picture.spec(note)
    element = drawn(picture)
    (image,) = element.select("[role=img]")
    shown = [element.select_one("figcaption"), *element.select("th, svg text")]
    for part in [str(image["aria-label"]), *(part.get_text() for part in shown if part)]:
        words = re.sub(r"[−+-]?\d[\d.,]*%?", "", part).strip(" :·")
        # A letter alone is a symbol; what an axis splits or joins is part of a text.
        if len(words) > 1 and not any(words in text for text in seen):
            pieces = [piece for piece in re.split(r"[:;,\s]+", words) if len(piece) > 1]
            assert all(any(piece in text for text in seen) for piece in pieces), part


def test_every_figure_is_shown_and_stored_as_computed() -> None:
    stored = [
        output.data[MIME]
        for path in NOTEBOOKS
        for cell in nbformat.read(path, as_version=4).cells
        for output in cell.get("outputs", [])
        if MIME in output.get("data", {})
    ]
    for data in stored:
        assert data == figure(data["id"]).data
    pages = "".join(path.read_text(encoding="utf-8") for path in ROOT.glob("book/*.md"))
    shown = {data["id"] for data in stored} | set(
        re.findall(r'^figure\("([\w-]+)"\)$', pages, re.MULTILINE)
    )
    assert shown == {picture.id for picture in all_figures()}


def test_a_page_with_figures_alone_needs_no_script() -> None:
    document = new_document("page")
    document += nodes.raw("", "<figure></figure>", format="html", figure="six-ratings")
    assert figures_in(document) == ["six-ratings"]
    assert scripts_of(document) == []


def test_an_unknown_figure_is_named_with_the_near_miss() -> None:
    with pytest.raises(UnknownFigureError, match=r"'six-rating'\. Did you mean 'six-ratings'"):
        find("six-rating")


GOOD: dict[str, Any] = {
    "id": "own",
    "caption": "A caption",
    "draw": rating_steps,
    "description": "Chart of one rating on the scale from 1 to 7: guests expect 6.0 points.",
    "source": "Synthetic data.",
    "rows": [{"level": 6.0}],
}


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"id": "Own figure"}, "lower-case"),
        ({"caption": " "}, "caption is missing"),
        ({"source": ""}, "source is missing"),
        ({"description": "A chart."}, "does not say what is to be seen"),
        ({"rows": []}, "a chart needs rows"),
        ({"rows": [], "draw": gap_model, "columns": (Column("a", "A"),)}, "a table"),
    ],
)
def test_a_faulty_declaration_is_refused(changed: dict[str, Any], fault: str) -> None:
    Picture(**GOOD)
    with pytest.raises(DeclarationError, match=fault):
        Picture(**{**GOOD, **changed})


def test_columns_take_their_words_from_the_figure() -> None:
    picture = find("six-ratings")
    table = picture.spec(str.upper)["table"]
    assert table["columns"][0]["words"]["belief"] == "M: BELIEVED"
    assert table["columns"][1]["style"] == Number(decimals=1).spec()


def pages_with_figures(site: Path) -> list[str]:
    """The pages of the built site that show a figure."""
    return [
        path.relative_to(site).as_posix()
        for path in sorted(site.rglob("*.html"))
        if "data-figure=" in path.read_text(encoding="utf-8")
    ]


# For each text of a picture: what it says, how far it sticks out of the page, how tall it is.
TEXTS = """(figures) => figures.flatMap((figure) =>
  [...figure.querySelectorAll("svg text")].filter((text) => text.textContent).map((text) => {
    const box = text.getBoundingClientRect();
    const shape = text.getScreenCTM();
    const scale = Math.hypot(shape.a, shape.b);  // an axis title may be turned
    const size = parseFloat(getComputedStyle(text).fontSize) * scale;
    const out = Math.max(-box.left, box.right - document.documentElement.clientWidth);
    return [figure.dataset.figure, text.textContent, out, size];
  }))"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_on_a_phone_no_text_is_cut_or_tiny(
    page: Page, address: str, site: Path, theme: str
) -> None:
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    for name in pages_with_figures(site):
        page.goto(f"{address}/{name}")
        for shown, text, out, size in page.locator("[data-figure]").evaluate_all(TEXTS):
            assert out <= 0, f"{name}: {shown}: “{text}” sticks out by {out} pixels"
            assert size >= SMALLEST_TEXT, f"{name}: {shown}: “{text}” is {size} pixels tall"


def test_without_script_and_on_paper(browser: Browser, address: str, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for name in pages_with_figures(site):
        page.goto(f"{address}/{name}")
        for element in page.locator("[data-figure]").all():
            expect(element.locator("svg")).to_be_visible()
            table = element.locator("details table")
            if table.count():
                expect(table).to_be_hidden()
    page.emulate_media(media="print")
    for table in page.locator("[data-figure] details table").all():
        expect(table).to_be_visible()
    context.close()
