"""What leaves the workbook: Word, Markdown and JSON files, read back by other programs."""

from __future__ import annotations

import json
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table
from markdown_it import MarkdownIt
from playwright.sync_api import Page, expect

from servicequality.core.teaching import teaching_state
from servicequality.core.workbook import read_workbook
from servicequality.exercises import all_exercises, find
from servicequality.page.words import WORKBOOK as WORDS
from tests.pages import Troubles
from tests.worked import ANSWER, WORKBOOK, file_text, keep, keep_work, record, some_work, workbook

ALIAS = 'Blue & "Heron" <1>'

# What would be something else in Markdown, HTML or XML than what was written.
TRICKY = [
    "# No heading",
    "1. no list",
    "2) none either",
    "- nor this",
    "+ nor this",
    "> no quotation",
    "===",
    "---",
    "    no code",
    "*no* _stress_ **nor** `code` ~~here~~ $x$",
    "[no](link) ![no](picture) <b>no</b> &amp; &copy; <!-- no -->",
    "a | b \\ c \\* d",
    ": no definition",
    "| no | table |",
    "{no}`role` ^no^",
    "тиха стая, חדר שקט, 👩‍👩‍👧‍👦",
]


def saved(page: Page, action: str) -> tuple[str, bytes]:
    """The name and content of the file that a button saves."""
    with page.expect_download() as download:
        page.locator(f'[data-action="{action}"]').click()
    path = download.value.path()
    name = download.value.suggested_filename
    expect(page.get_by_role("main").get_by_role("status")).to_have_text(
        WORDS["saved"].format(file=name)
    )
    return name, path.read_bytes()


def word_of(page: Page) -> tuple[WordDocument, bytes]:
    """The Word document that the page saves, and its bytes."""
    _name, content = saved(page, "word")
    return Document(BytesIO(content)), content


def markdown_of(page: Page) -> str:
    """The Markdown that the page saves."""
    return saved(page, "markdown")[1].decode()


def rendered(markdown: str) -> BeautifulSoup:
    """Markdown as a program shows it: the common kind, with tables."""
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown)
    return BeautifulSoup(html, "html.parser")


@pytest.fixture
def filled(page: Page, place: str) -> Page:
    """The workbook of a student who has worked, from a server and from a file."""
    keep_work(page, place)
    page.locator("[data-own=alias]").fill(ALIAS)
    page.locator("[data-own=date]").fill("2026-11-24")
    return page


def with_answer(page: Page, address: str, text: str) -> None:
    """Opens the workbook of a student who wrote a text into the gap explorer."""
    found = record("gap-explorer", conclusion=text, service=text.split("\n")[0][:60])
    keep_work(page, address, {"gap-explorer": found})


HEADINGS = [
    ("Title", "Workbook"),
    ("Heading 1", "The five-gap model"),
    ("Heading 2", "The model, gap by gap"),
    ("Heading 2", "Gap explorer"),
    ("Heading 3", "What guests expect and perceive"),
    ("Heading 3", "What the hotel believes, plans and does"),
    ("Heading 3", "What the hotel promises"),
    ("Heading 3", "Your conclusion"),
    ("Heading 1", "Question 4: Kinds of quality"),
    ("Heading 2", "Sorting board"),
]


def test_file_names_hold_alias_and_date(filled: Page) -> None:
    names = [saved(filled, action)[0] for action in ("word", "markdown", "take-along")]
    assert names == [f"workbook-Blue-Heron-1-2026-11-24.{end}" for end in ("docx", "md", "json")]


# Word


def test_word_has_real_headings(filled: Page) -> None:
    document, _content = word_of(filled)
    found = [
        (paragraph.style.name, paragraph.text)
        for paragraph in document.paragraphs
        if paragraph.style.name.startswith(("Title", "Heading"))
    ]
    assert found[: len(HEADINGS)] == HEADINGS
    assert ("Heading 3", "Your answer") in found


def test_word_has_the_answers_line_by_line(filled: Page) -> None:
    document, _content = word_of(filled)
    texts = [paragraph.text for paragraph in document.paragraphs]
    written = [p.text for p in document.paragraphs if p.style.name == "Answer"]
    assert "\n\n".join(written[1:]) == ANSWER
    assert f"{WORDS['alias']}: {ALIAS}" in texts
    assert f"{WORDS['date']}: 24 November 2026" in texts
    assert "Expectation (E): 6.4" in texts
    assert "Perception (P): 4.6 (start value)" in texts
    assert "Service you rate: Breakfast" in texts
    assert WORDS["model_opened"] in texts


def rows_of(table: Table) -> list[list[str]]:
    """The texts of a table, row by row."""
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_word_has_tables_whose_heads_repeat(filled: Page) -> None:
    document, _content = word_of(filled)
    own_cards, ratings, scores = document.tables
    assert rows_of(own_cards)[1] == [
        "Own card 1", "A <b>late</b> bus | shuttle", "yes", "no", "yes", "7", "3",
    ]  # fmt: skip
    assert ["Wi-Fi", "–", "4.0"] in rows_of(ratings)
    assert rows_of(scores)[0] == [WORDS["criterion"], WORDS["score"]]
    assert rows_of(scores)[-1] == [WORDS["total"], "9 of 12 points"]
    changed = ratings.rows[1].cells[1].paragraphs[0].runs[0]
    same = ratings.rows[3].cells[1].paragraphs[0].runs[0]
    assert (bool(changed.bold), bool(same.bold)) == (True, False)
    for table in document.tables:
        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert heads == [True, *[False] * (len(heads) - 1)]


def test_word_names_title_alias_and_language_and_nothing_else(filled: Page) -> None:
    document, content = word_of(filled)
    properties = document.core_properties
    assert properties.title == "Workbook – Service Quality in Hospitality"
    assert (properties.author, properties.last_modified_by) == (ALIAS, ALIAS)
    assert properties.comments == ""
    language = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "en-GB"
    with zipfile.ZipFile(BytesIO(content)) as parts:
        texts = {name: parts.read(name).decode("utf-8", "replace") for name in parts.namelist()}
    for name, text in texts.items():
        for maker in ("docx.js", "Un-named", "docx\b", "/tmp", "node_modules"):
            assert not re.search(maker, text), name


def test_word_counts_its_pages_and_has_the_size_of_paper(filled: Page) -> None:
    document, _content = word_of(filled)
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    fields = [node.text.strip() for node in section.footer._element.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_word_without_an_alias_names_nobody(page: Page, address: str) -> None:
    keep_work(page, address)
    document, _content = word_of(page)
    assert document.core_properties.author == ""
    assert not any(p.text.startswith(WORDS["alias"]) for p in document.paragraphs)


def test_word_shows_what_was_written_as_it_was_written(page: Page, address: str) -> None:
    troubles = Troubles(page)
    with_answer(page, address, "\n".join(TRICKY))
    document, _content = word_of(page)
    (answer,) = (p for p in document.paragraphs if p.style.name == "Answer")
    assert answer.text == "\n".join(TRICKY)
    assert troubles == []


def test_characters_that_xml_cannot_hold_are_left_out(page: Page, address: str) -> None:
    with_answer(page, address, "a\u0000b\u0007c\u000bd\ufffee\tf\r\ng")
    # Half of a character, as a script or a damaged file may leave it.
    page.evaluate(
        """() => {
          const key = "servicequality/exercise/gap-explorer";
          const record = JSON.parse(localStorage.getItem(key));
          record.values.conclusion += "h\\ud800i";
          localStorage.setItem(key, JSON.stringify(record));
        }"""
    )
    page.reload()
    document, _content = word_of(page)
    (answer,) = (p for p in document.paragraphs if p.style.name == "Answer")
    assert answer.text == "abcde\tf\nghi"


def test_a_word_document_that_cannot_be_made_is_told(page: Page, address: str) -> None:
    keep_work(page, address)
    page.route("**/word-*.js", lambda route: route.abort())
    page.locator('[data-action="word"]').click()
    expect(page.get_by_role("alert")).to_have_text(WORDS["word_failed"])
    expect(page.get_by_role("main").get_by_role("status")).to_be_empty()
    # What was refused is forgotten with the next action.
    saved(page, "markdown")
    expect(page.get_by_role("alert")).to_be_empty()


# Markdown


def test_markdown_has_headings_answers_and_tables(filled: Page) -> None:
    page = rendered(markdown_of(filled))
    found = [(int(tag.name[1]), tag.get_text()) for tag in page.find_all(re.compile("h[1-6]"))]
    levels = {"Title": 1, "Heading 1": 2, "Heading 2": 3, "Heading 3": 4}
    assert found[: len(HEADINGS)] == [(levels[style], text) for style, text in HEADINGS]
    quotations = [tag.get_text().strip() for tag in page.find_all("blockquote")]
    assert quotations[1].replace("\n\n", "\n") == ANSWER.replace("\n\n", "\n")
    cells = [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in page.select("tr")]
    assert ["Own card 1", "A <b>late</b> bus | shuttle", "yes", "no", "yes", "7", "3"] in cells
    assert [WORDS["total"], "9 of 12 points"] in cells
    items = [tag.get_text() for tag in page.find_all("li")]
    assert "Perception (P): 4.6 (start value)" in items
    assert f"Alias: {ALIAS}" in page.get_text()


def test_markdown_shows_what_was_written_as_it_was_written(page: Page, address: str) -> None:
    with_answer(page, address, "\n".join(TRICKY))
    shown = rendered(markdown_of(page))
    (answer,) = shown.find_all("blockquote")
    assert [line.strip() for line in answer.get_text().strip().split("\n")] == [
        line.strip() for line in TRICKY
    ]
    assert {tag.name for tag in answer.find_all(True)} == {"p", "br"}


@pytest.mark.parametrize("text", TRICKY)
def test_markdown_shows_a_line_alone_as_it_was_written(page: Page, address: str, text: str) -> None:
    card = {"id": "own1", "name": text[:60], "technical": True, "functional": False,
            "societal": False, "score": 5, "weight": 5}  # fmt: skip
    keep_work(page, address, {"sorting-board": record("sorting-board", own_cards=[card])})
    page.locator("[data-own=alias]").fill(text[:40])
    shown = rendered(markdown_of(page))
    cell = next(row for row in shown.select("tr") if "Own card 1" in row.get_text())
    assert cell.select("td")[1].get_text() == text[:60].strip()
    assert f"Alias: {text[:40].strip()}" in shown.get_text()


# JSON


def test_the_file_holds_what_the_browser_keeps(filled: Page) -> None:
    _name, content = saved(filled, "take-along")
    assert content.decode() == file_text(workbook(in_order(some_work()), alias=ALIAS))


def in_order(records: dict[str, dict]) -> dict[str, dict]:
    """Records in the order of the course."""
    order = ["gap-model", "gap-explorer", "sorting-board", "guess-and-compare"]
    return {name: records[name] for name in order}


def test_the_file_is_one_that_the_course_can_read(filled: Page) -> None:
    data = json.loads(saved(filled, "take-along")[1])
    course = {exercise.id: exercise.spec(str) for exercise in all_exercises()}
    found = read_workbook(course, data)
    assert found["left_out"] == []
    assert [one["progress"] for one in found["exercises"]] == ["done", "done", "begun", "begun"]


def test_what_is_left_out_is_in_no_file(page: Page, address: str) -> None:
    keep(page, address, {"workbook": {"version": 1, "left_out": ["sorting-board"]}})
    keep_work(page, address)
    document, _content = word_of(page)
    assert "Sorting board" not in [paragraph.text for paragraph in document.paragraphs]
    assert "Sorting board" not in markdown_of(page)
    data = json.loads(saved(page, "take-along")[1])
    assert "sorting-board" not in [one["id"] for one in data["exercises"]]


@pytest.mark.parametrize("scores", [("3", "3", "3", "3"), ("0", "1", "2", "3"), ("0",) * 4])
def test_the_total_of_own_scores_is_that_of_the_exercise(
    page: Page, address: str, scores: tuple[str, ...]
) -> None:
    spec = find("guess-and-compare").spec(str)
    given = dict(zip(spec["teaching"]["scores"], scores, strict=True))
    found = record("guess-and-compare", **given)
    keep_work(page, address, {"guess-and-compare": found})
    state = teaching_state(spec["teaching"], found["values"])
    expected = f"{state['teaching_score']} of {state['teaching_maximum']} points"
    expect(page.locator("[data-document] tfoot td")).to_have_text(expected)


def test_nothing_is_asked_of_other_hosts(page: Page, address: str, site: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    keep_work(page, address)
    assert not any("/word-" in url for url in asked)
    word_of(page)
    assert all(url.startswith((f"{address}/", "blob:")) for url in asked)
    assert (site / WORKBOOK).is_file()
